"""What was used and paid: kept for each request, summed up, and given away as a table."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from gptdesk.domain.costs import LimitState
from gptdesk.domain.money_ports import UsageStore
from gptdesk.domain.usage import TABLE_HEAD, UsageRecord, UsageSum, safe_cell, total

FOR_EVER = 1e11


class Period(StrEnum):
    """The times that the usage page shows."""

    MONTH = "month"
    LAST_MONTH = "last-month"
    YEAR = "year"


class UsageService:
    """Sums over what was used. Days and months are those of the computer's clock."""

    def __init__(self, store: UsageStore, now: Callable[[], float] = time.time) -> None:
        self._store = store
        self._now = now

    async def record(self, record: UsageRecord) -> None:
        await self._store.add(record)

    async def month(self) -> UsageSum:
        """The month so far."""
        return total(await self.sums(Period.MONTH))

    async def limit_state(self, limit: float) -> LimitState:
        """How much of a monthly limit in dollars is spent."""
        return LimitState((await self.month()).cost, limit)

    async def of_conversation(self, conversation_id: str) -> UsageSum:
        """Also of its answers that were replaced by other versions."""
        return await self._store.of_conversation(conversation_id)

    async def sums(self, period: Period) -> tuple[UsageSum, ...]:
        """By day, tab and model."""
        return await self._store.sums(*span(period, self._now()))

    async def models(self) -> tuple[tuple[str, str], ...]:
        """Service and model of everything that was ever paid for, the last one first."""
        return await self._store.models()

    async def table(self, period: Period | None = None) -> str:
        """Every request as CSV, for spreadsheets; of all times without a period."""
        since, until = span(period, self._now()) if period is not None else (0.0, FOR_EVER)
        records = await self._store.records(since, until)
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(TABLE_HEAD)
        writer.writerows(_row(record) for record in records)
        return text.getvalue()


def span(period: Period, now: float) -> tuple[float, float]:
    """From when until when; the end is not part of it."""
    today = datetime.fromtimestamp(now).replace(hour=0, minute=0, second=0, microsecond=0)
    month = today.replace(day=1)
    if period is Period.MONTH:
        return month.timestamp(), _next_month(month).timestamp()
    if period is Period.LAST_MONTH:
        return _month_before(month).timestamp(), month.timestamp()
    year = month.replace(month=1)
    return year.timestamp(), year.replace(year=year.year + 1).timestamp()


def _next_month(month: datetime) -> datetime:
    if month.month == 12:
        return month.replace(year=month.year + 1, month=1)
    return month.replace(month=month.month + 1)


def _month_before(month: datetime) -> datetime:
    if month.month == 1:
        return month.replace(year=month.year - 1, month=12)
    return month.replace(month=month.month - 1)


def _row(record: UsageRecord) -> list[object]:
    usage = record.usage
    return [
        datetime.fromtimestamp(record.at).isoformat(" ", "seconds"),
        *map(safe_cell, (record.task, record.service, record.model)),
        "" if usage.input_tokens is None else usage.input_tokens,
        "" if usage.output_tokens is None else usage.output_tokens,
        usage.cached_tokens,
        usage.reasoning_tokens,
        usage.picture_input,
        usage.picture_output,
        usage.audio_input,
        usage.audio_output,
        usage.seconds,
        usage.characters,
        usage.pictures,
        "unknown" if record.cost is None else f"{record.cost:.8f}".rstrip("0").rstrip("."),
        "gptdesk (estimate)" if record.is_estimate else "service",
        record.price_as_of,
    ]
