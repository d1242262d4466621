"""The usage page in words: bars, lines and totals from sums."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain.usage import UsageSum, by_day, by_model, by_month, by_task, total
from gptdesk.services.usage import Period
from gptdesk.ui.settings.usage_chart import Bar
from gptdesk.ui.settings.usage_table import Line
from gptdesk.ui.widgets.money import Money, date_text, free_text, sum_text, unknown_text

translate = QCoreApplication.translate


def period_options() -> list[tuple[str, str]]:
    return [
        (Period.MONTH.value, translate("Costs", "This month")),
        (Period.LAST_MONTH.value, translate("Costs", "Last month")),
        (Period.YEAR.value, translate("Costs", "This year")),
    ]


def bars(period: Period, sums: Sequence[UsageSum], today: date, money: Money) -> list[Bar]:
    """A bar for each day of a month, or for each month of a year."""
    if period is Period.YEAR:
        return _months(by_month(sums), today.year, money)
    month = today if period is Period.MONTH else _month_before(today)
    return _days(by_day(sums), month, money)


def highest(shown: Sequence[Bar]) -> str:
    """What the highest bar says, for the line above them."""
    most = max(shown, key=lambda bar: bar.value, default=None)
    return most.text if most is not None and most.value else ""


def total_words(sums: Sequence[UsageSum], money: Money) -> str:
    """The sum of the time, with what is not in it."""
    together = total(sums)
    if not together.requests:
        return translate("Costs", "Nothing was used in this time.")
    requests = translate("Costs", "%n request(s)", None, together.requests)
    words = translate("Costs", "**{amount}** for {requests}")
    words = words.format(amount=sum_text(together.cost, money), requests=requests)
    return words


def left_out_words(sums: Sequence[UsageSum]) -> str:
    """What the sum does not hold, and what was counted here."""
    together = total(sums)
    lines: list[str] = []
    if together.unknown:
        text = translate(
            "Costs", "The price of %n request(s) is not known.", None, together.unknown
        )
        lines.append(text)
    if together.estimates:
        text = translate(
            "Costs",
            "%n request(s) were counted here, because the service did not report what it used.",
            None,
            together.estimates,
        )
        lines.append(text)
    return "\n".join(lines)


def task_lines(sums: Sequence[UsageSum], money: Money) -> list[Line]:
    return [
        Line(task_name(one.task), "", (_count(one.requests), amount_of(one, money)))
        for one in by_task(sums)
    ]


def model_lines(sums: Sequence[UsageSum], money: Money, titles: Mapping[str, str]) -> list[Line]:
    return [
        Line(
            one.model,
            titles.get(one.service, one.service),
            (_count(one.input_tokens), _count(one.output_tokens), amount_of(one, money)),
        )
        for one in by_model(sums)
    ]


def amount_of(one: UsageSum, money: Money) -> str:
    if one.is_free:
        return free_text()
    if one.unknown == one.requests:
        return unknown_text()
    return sum_text(one.cost, money)


def task_name(task: str) -> str:
    names = {
        "chat": translate("Costs", "Chat"),
        "images": translate("Costs", "Images"),
        "speech": translate("Costs", "Speech"),
        "transcription": translate("Costs", "Transcription"),
        "embeddings": translate("Costs", "Embeddings"),
    }
    return names.get(task, task)


def _days(found: Mapping[str, UsageSum], month: date, money: Money) -> list[Bar]:
    days = monthrange(month.year, month.month)[1]
    return [
        _bar(str(day), _day_name(month.replace(day=day)), found.get(_key(month, day)), money)
        for day in range(1, days + 1)
    ]


def _months(found: Mapping[str, UsageSum], year: int, money: Money) -> list[Bar]:
    locale = QLocale()
    return [
        _bar(
            locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat),
            locale.standaloneMonthName(month, QLocale.FormatType.LongFormat),
            found.get(f"{year:04}-{month:02}"),
            money,
        )
        for month in range(1, 13)
    ]


def _bar(label: str, name: str, found: UsageSum | None, money: Money) -> Bar:
    cost = found.cost if found is not None else 0.0
    text = amount_of(found, money) if found is not None else sum_text(0.0, money)
    return Bar(label, name, money.of(cost), text)


def _key(month: date, day: int) -> str:
    return month.replace(day=day).isoformat()


def _day_name(day: date) -> str:
    return date_text(day)


def _month_before(today: date) -> date:
    if today.month == 1:
        return date(today.year - 1, 12, 1)
    return date(today.year, today.month - 1, 1)


def _count(number: int) -> str:
    return QLocale().toString(number)
