"""A price of one's own, typed in place."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.catalogue import Price
from gptdesk.services.prices import ListedPrice
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.numbers import amount_to_type, typed_amount
from gptdesk.ui.settings.price_fields import FIELDS, amounts, field_label
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import TextField
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.money import Money

translate = QCoreApplication.translate


class PriceEditor(QWidget):
    """Signals:
    saved: the Price that was typed.
    reset: the listed price is to hold again.
    closed: nothing is to change.
    """

    saved = Signal(object)
    reset = Signal()
    closed = Signal()

    def __init__(self, listed: ListedPrice, money: Money, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed, self._money = listed, money
        self._fields: dict[str, TextField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(8)
        for name, amount in amounts(listed.price, listed.task).items():
            column.addWidget(self._row(name, amount))
        self._hint = Hint()
        column.addWidget(self._hint)
        column.addWidget(self._buttons())
        symbol = translate("Costs", "Amounts in {symbol}. An empty field means “unknown”.")
        self._hint.show_hint(symbol.format(symbol=money.symbol))

    def _row(self, name: str, amount: float | None) -> QWidget:
        """The label above its field: it is too long to stand beside it."""
        field = TextField()
        field.setObjectName(f"settings.price.{name}")
        shown = None if amount is None else self._money.of(amount)
        field.setText(amount_to_type(shown))
        field.returnPressed.connect(self._save)
        self._fields[name] = field
        field.setAccessibleName(field_label(name))
        label = Label(field_label(name), style="label")
        label.setWordWrap(True)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(field)
        return row

    def _buttons(self) -> QWidget:
        holder = QWidget()
        flow = FlowRow(holder, gap=8)
        save = Button(translate("Costs", "Use this price"), kind="primary", small=True)
        save.setObjectName("settings.price.save")
        save.clicked.connect(self._save)
        flow.addWidget(save)
        if self._listed.is_own:
            back = Button(translate("Costs", "Back to the listed price"), kind="soft", small=True)
            back.setObjectName("settings.price.reset")
            back.clicked.connect(self.reset)
            flow.addWidget(back)
        close = Button(translate("Costs", "Close"), kind="ghost", small=True)
        close.setObjectName("settings.price.close")
        close.clicked.connect(self.closed)
        flow.addWidget(close)
        return holder

    def focus_first(self) -> None:
        self._fields[FIELDS[self._listed.task][0]].setFocus()

    def _save(self) -> None:
        typed: dict[str, float | None] = {}
        for name, field in self._fields.items():
            text = field.text().strip()
            amount = typed_amount(text) if text else None
            field.set_error(bool(text) and amount is None)
            if text and amount is None:
                words = translate("Costs", "This is not a number that gptdesk can read.")
                self._hint.show_hint(words, icon="circle-alert", level="error")
                field.setFocus()
                return
            typed[name] = None if amount is None else self._money.in_dollars(amount)
        self.saved.emit(replace(self._listed.price or Price(), **typed))  # type: ignore[arg-type]
