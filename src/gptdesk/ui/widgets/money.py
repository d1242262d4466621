"""Amounts of money in words: in the currency of choice, never 0 where nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from gptdesk.domain.costs import Estimate, LimitState
    from gptdesk.domain.messages import ChatMessage
    from gptdesk.domain.settings import Settings
    from gptdesk.domain.usage import UsageSum
from gptdesk.ui.widgets.dates import day_text

translate = QCoreApplication.translate

DOLLAR = "USD"
SYMBOLS = {
    "USD": "$",
    "CNY": "¥",
    "EUR": "€",
    "GBP": "£",
    "JPY": "JP¥",
    "HKD": "HK$",
    "TWD": "NT$",
    "SGD": "S$",
    "KRW": "₩",
    "INR": "₹",
    "AUD": "A$",
    "CAD": "C$",
}
"""The currencies that can be chosen, with their signs."""
SMALLEST_PAID = 0.0001
SMALLEST_PRICE = 0.001
RANGE = "–"


@dataclass(frozen=True, slots=True)
class Money:
    """A currency and how much of it a US dollar is. Without a rate, dollars are shown."""

    currency: str = DOLLAR
    rate: float = 1.0

    @property
    def is_usable(self) -> bool:
        return self.currency in SYMBOLS and self.rate > 0

    @property
    def code(self) -> str:
        """Of the currency that is really shown."""
        return self.currency if self.is_usable else DOLLAR

    @property
    def symbol(self) -> str:
        return SYMBOLS[self.code]

    def of(self, dollars: float) -> float:
        return dollars * self.rate if self.is_usable else dollars

    def in_dollars(self, amount: float) -> float:
        return amount / self.rate if self.is_usable else amount


def money_of(settings: Settings) -> Money:
    if settings.currency == DOLLAR or settings.currency not in SYMBOLS:
        return Money()
    return Money(settings.currency, settings.currency_rate)


def paid_text(dollars: float | None, money: Money) -> str:
    """What something cost: "$0.0004", "unknown", "Free"."""
    if dollars is None:
        return unknown_text()
    if dollars == 0.0:
        return free_text()
    amount = money.of(dollars)
    if amount < SMALLEST_PAID:
        return _less_than(SMALLEST_PAID, money)
    return _signed(amount, money)


def sum_text(dollars: float, money: Money) -> str:
    """A sum, in which nothing is a zero: "$0.00", "$0.42"."""
    if dollars == 0.0:
        return QLocale().toCurrencyString(0.0, money.symbol, 2)
    return paid_text(dollars, money)


def price_text(estimate: Estimate, money: Money) -> str:
    """What a click will cost: "< $0.001", "$0.002–0.01", "unknown", "Free"."""
    if estimate.is_free:
        return free_text()
    if estimate.low is None or estimate.high is None:
        return unknown_text()
    low, high = money.of(estimate.low), money.of(estimate.high)
    high = _rounded(high, up=True)
    if high <= SMALLEST_PRICE:
        return _less_than(SMALLEST_PRICE, money)
    if low < SMALLEST_PRICE:
        return _less_than(high, money)
    low = _rounded(low, up=False)
    if low >= high:
        return _signed(high, money)
    return f"{_signed(low, money)}{RANGE}{_plain(high)}"


def per_million_text(dollars: float | None, money: Money) -> str:
    """A price in a list: "$0.10", "unknown", "Free"."""
    return paid_text(dollars, money)


def free_text() -> str:
    return translate("Money", "Free", "price on the button")


def unknown_text() -> str:
    return translate("Money", "unknown", "price")


def date_text(day: date | None) -> str:
    """The day of a price."""
    return translate("Money", "without a date") if day is None else day_text(day)


def month_words(state: LimitState, month: UsageSum, money: Money) -> tuple[str, str]:
    """The month in the status line, and what there is to say about it."""
    if not month.requests and not state.has_limit:
        return "", ""
    spent = sum_text(state.spent, money)
    text = translate("Status", "This month **{spent}**").format(spent=spent)
    if state.has_limit:
        text = translate("Status", "This month **{spent}** of {limit}")
        text = text.format(spent=spent, limit=sum_text(state.limit, money))
    return text, _month_tip(state, month)


def _month_tip(state: LimitState, month: UsageSum) -> str:
    lines = [translate("Status", "Show what was used")]
    if state.is_reached:
        lines.insert(0, translate("Status", "This month's limit is reached"))
    elif state.is_near:
        lines.insert(0, translate("Status", "Little of this month's limit is left"))
    if month.unknown:
        text = translate(
            "Status", "%n request(s) of unknown price are not in it", None, month.unknown
        )
        lines.append(text)
    return "\n".join(lines)


def tokens_text(message: ChatMessage) -> str:
    """What an answer used, one line for each kind of token."""
    number = QLocale().toString
    lines: list[str] = []
    if message.input_tokens is not None:
        text = translate("Money", "Tokens read: {count}")
        lines.append(text.format(count=number(message.input_tokens)))
    if message.cached_tokens:
        text = translate("Money", "of these from the service's memory (cached): {count}")
        lines.append(text.format(count=number(message.cached_tokens)))
    if message.output_tokens is not None:
        text = translate("Money", "Tokens written: {count}")
        lines.append(text.format(count=number(message.output_tokens)))
    if message.reasoning_tokens:
        text = translate("Money", "of these for thinking (reasoning): {count}")
        lines.append(text.format(count=number(message.reasoning_tokens)))
    return "\n".join(lines)


def _less_than(amount: float, money: Money) -> str:
    text = translate("Money", "< {amount}", "less than an amount of money")
    return text.format(amount=_signed(amount, money))


def _signed(amount: float, money: Money) -> str:
    return QLocale().toCurrencyString(amount, money.symbol, _digits(amount))


def _plain(amount: float) -> str:
    return QLocale().toString(amount, "f", _digits(amount))


def _digits(amount: float) -> int:
    """Two digits that mean something, but never fewer than cents and never more than four."""
    if amount >= 0.1:
        return 2
    text = f"{amount:.{3 if amount >= 0.01 else 4}f}"
    return max(2, len(text.rstrip("0").partition(".")[2]))


def _rounded(amount: float, *, up: bool) -> float:
    """To one digit that means something below ten cents, to two above."""
    step = 0.001 if amount < 0.01 else 0.01 if amount < 1 else 0.1 if amount < 10 else 1.0
    steps = amount / step
    near = round(steps)
    whole = near if abs(steps - near) < 1e-6 else (ceil(steps) if up else floor(steps))
    return round(whole * step, 4)
