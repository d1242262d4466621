"""The prices that the user set, as a file of their own."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

from gptdesk.domain.catalogue import Price
from gptdesk.domain.money_ports import PriceKey
from gptdesk.storage.files import move_aside, problem_of, write_whole
from gptdesk.storage.settings import read_object

LIST = "prices"
AMOUNTS = tuple(
    field.name
    for field in fields(Price)
    if field.name not in ("pictures", "long_from", "as_of", "source")
)


class PricesFile:
    """Implements PriceStore. What a newer gptdesk wrote beside our values is kept."""

    def __init__(self, path: Path, damaged: Path, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._damaged = damaged
        self._now = now

    async def load(self) -> dict[PriceKey, Price]:
        found = [_entry(entry) for entry in _entries(self._read())]
        return {key: price for key, price in filter(None, found)}

    async def save(self, prices: Mapping[PriceKey, Price]) -> None:
        known = self._read()
        strange = [entry for entry in _entries(known) if _entry(entry) is None]
        ours = [_written(key, price) for key, price in prices.items()]
        text = json.dumps(known | {LIST: [*ours, *strange]}, indent=2, ensure_ascii=False)
        write_whole(self._path, text + "\n")

    def _read(self) -> dict[str, Any]:
        try:
            return read_object(self._path)
        except ValueError:
            move_aside(self._path, self._damaged, self._now())
            return {}
        except OSError as error:
            raise problem_of(error, self._path) from error


def _entries(found: dict[str, Any]) -> list[Any]:
    entries = found.get(LIST)
    return entries if isinstance(entries, list) else []


def _entry(entry: object) -> tuple[PriceKey, Price] | None:
    if not isinstance(entry, dict):
        return None
    service, model = entry.get("service"), entry.get("model")
    if not isinstance(service, str) or not isinstance(model, str) or not model:
        return None
    amounts = {name: float(entry[name]) for name in AMOUNTS if _is_amount(entry.get(name))}
    long_from = entry.get("long_from")
    pictures = entry.get("pictures")
    return (service, model), Price(
        **amounts,  # type: ignore[arg-type]  # each is a number
        long_from=long_from if isinstance(long_from, int) else None,
        pictures=_pictures(pictures),
        as_of=_date(entry.get("as_of")),
    )


def _written(key: PriceKey, price: Price) -> dict[str, object]:
    amounts = {name: getattr(price, name) for name in AMOUNTS}
    kept = {name: amount for name, amount in amounts.items() if amount is not None}
    return {
        "service": key[0],
        "model": key[1],
        **kept,
        "long_from": price.long_from,
        "pictures": dict(price.pictures),
        "as_of": price.as_of.isoformat() if price.as_of else "",
    }


def _pictures(found: object) -> dict[str, float]:
    if not isinstance(found, dict):
        return {}
    return {str(kind): float(amount) for kind, amount in found.items() if _is_amount(amount)}


def _is_amount(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value >= 0


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
