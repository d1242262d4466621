"""The limit of a month, and the currency in which amounts are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.settings.form_row import FormRow
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.numbers import amount_to_type, typed_amount
from gptdesk.ui.widgets.fields import Choice, TextField
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.money import DOLLAR, SYMBOLS, Money

translate = QCoreApplication.translate


class LimitPart(QWidget):
    """Signals:
    limit_chosen: US dollars, 0 for no limit.
    currency_chosen: a code.
    rate_chosen: how much of the currency a US dollar is.
    """

    limit_chosen = Signal(float)
    currency_chosen = Signal(str)
    rate_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._money = Money()
        self._limit_dollars = 0.0
        self._limit = TextField()
        self._limit.setObjectName("settings.limit")
        self._limit.editingFinished.connect(self._on_limit)
        self._limit_row = FormRow(self._limit)
        self._symbol = Label(style="base", role="text-quiet")
        self._limit_row.add_beside(self._symbol)
        self._limit_hint = Hint()
        self._limit_row.add_hint(self._limit_hint)
        self._currency = Choice()
        self._currency.setObjectName("settings.currency")
        self._currency.activated.connect(self._on_currency)
        self._currency_row = FormRow(self._currency)
        self._rate = TextField()
        self._rate.setObjectName("settings.rate")
        self._rate.editingFinished.connect(self._on_rate)
        self._rate_row = FormRow(self._rate)
        self._rate_hint = Hint()
        self._rate_row.add_hint(self._rate_hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for row in (self._limit_row, self._currency_row, self._rate_row):
            column.addWidget(row)
        self.retranslate()

    def show_settings(self, money: Money, limit: float) -> None:
        """The limit in US dollars."""
        self._money, self._limit_dollars = money, limit
        shown = round(money.of(limit), 2)
        self._limit.setText(amount_to_type(shown) if limit else "")
        self._limit.set_error(False)
        self._currency.setCurrentIndex(max(0, list(SYMBOLS).index(money.currency)))
        self._rate.setText(amount_to_type(money.rate) if money.rate > 0 else "")
        self._rate.set_error(False)
        self._rate_row.setVisible(money.currency != DOLLAR)
        self._show_label()
        self._show_hints()

    def focus_limit(self) -> None:
        self._limit.setFocus()
        self._limit.selectAll()

    def _on_limit(self) -> None:
        text = self._limit.text().strip()
        amount = typed_amount(text) if text else 0.0
        self._limit.set_error(amount is None)
        if amount is None:
            self._limit_hint.show_hint(_not_a_number(), icon="circle-alert", level="error")
            return
        self._show_hints()
        dollars = self._money.in_dollars(amount)
        if round(self._money.of(self._limit_dollars), 2) != round(amount, 2):
            self.limit_chosen.emit(dollars)

    def _on_currency(self, row: int) -> None:
        code = list(SYMBOLS)[row]
        if code != self._money.currency:
            self.currency_chosen.emit(code)
            if code != DOLLAR:
                self._rate.setFocus()

    def _on_rate(self) -> None:
        text = self._rate.text().strip()
        rate = typed_amount(text)
        is_wrong = bool(text) and not rate
        self._rate.set_error(is_wrong)
        if is_wrong:
            self._rate_hint.show_hint(_not_a_number(), icon="circle-alert", level="error")
        elif rate and rate != self._money.rate:
            self.rate_chosen.emit(rate)

    def _show_label(self) -> None:
        self._limit_row.set_label(translate("Costs", "Monthly limit"))
        self._symbol.setText(self._money.code)

    def _show_hints(self) -> None:
        self._limit_hint.show_hint(
            translate(
                "Costs",
                "gptdesk warns when 80 % are spent, and asks before a message that would pass it."
                " Empty means no limit. It counts what gptdesk used, nothing else that uses your"
                " key.",
            )
        )
        code = self._money.currency
        if self._money.is_usable:
            text = translate(
                "Costs", "How many {currency} a US dollar is. Prices are kept in dollars."
            )
            self._rate_hint.show_hint(text.format(currency=code))
        else:
            text = translate(
                "Costs", "Type how many {currency} a US dollar is. Until then dollars are shown."
            )
            self._rate_hint.show_hint(text.format(currency=code), icon="info")

    def retranslate(self) -> None:
        self._show_label()
        self._limit.setPlaceholderText(translate("Costs", "No limit"))
        self._currency_row.set_label(translate("Costs", "Currency"))
        self._rate_row.set_label(translate("Costs", "One US dollar is"))
        names = _names()
        blocked = self._currency.blockSignals(True)
        self._currency.clear()
        for code, symbol in SYMBOLS.items():
            self._currency.addItem(f"{names[code]} ({symbol})", code)
        self._currency.blockSignals(blocked)
        self._currency.setCurrentIndex(max(0, list(SYMBOLS).index(self._money.currency)))
        self._show_hints()


def _not_a_number() -> str:
    return translate("Costs", "This is not a number that gptdesk can read. Example: 5 or 0.5")


def _names() -> dict[str, str]:
    return {
        "USD": translate("Costs", "US dollar"),
        "CNY": translate("Costs", "Chinese yuan"),
        "EUR": translate("Costs", "Euro"),
        "GBP": translate("Costs", "British pound"),
        "JPY": translate("Costs", "Japanese yen"),
        "HKD": translate("Costs", "Hong Kong dollar"),
        "TWD": translate("Costs", "New Taiwan dollar"),
        "SGD": translate("Costs", "Singapore dollar"),
        "KRW": translate("Costs", "South Korean won"),
        "INR": translate("Costs", "Indian rupee"),
        "AUD": translate("Costs", "Australian dollar"),
        "CAD": translate("Costs", "Canadian dollar"),
    }
