"""What it costs to send the text: once, and a thousand times, to the models of choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gptdesk.domain.costs import Estimate
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import ElidedLabel, Label
from gptdesk.ui.widgets.money import Money, date_text, price_text

if TYPE_CHECKING:
    from gptdesk.services.token_pieces import Priced

translate = QCoreApplication.translate

THOUSAND = 1000


class PricePanel(QWidget):
    """Signals:
    choose_requested: the person wants other models in the list.
    use_requested: the text is to go into Chat.
    """

    choose_requested = Signal()
    use_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Priced, ...] = ()
        self._money = Money()
        self._tokens, self._answer = 0, 0
        self._title = Label(style="strong")
        self._text = Label(style="secondary", role="text-quiet")
        self._text.setWordWrap(True)
        self._note = Label(style="secondary", role="text-quiet")
        self._note.setWordWrap(True)
        self._choose = Button(kind="ghost", icon="sliders-horizontal", small=True)
        self._choose.setObjectName("learn.playground.models")
        self._choose.clicked.connect(self.choose_requested)
        self._use = Button(kind="soft", icon="message-circle")
        self._use.setObjectName("learn.playground.use")
        self._use.clicked.connect(self.use_requested)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._build()
        self.retranslate()

    @property
    def choose_button(self) -> Button:
        return self._choose

    def show_prices(self, rows: Sequence[Priced], money: Money, tokens: int, answer: int) -> None:
        self._rows, self._money = tuple(rows), money
        self._tokens, self._answer = tokens, answer
        self.retranslate()

    def lines(self) -> list[tuple[str, str, str]]:
        """Model, price once, price a thousand times."""
        return [(row.model.name, *_prices(row, self._money)) for row in self._rows]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(translate("Playground", "What this text costs"))
        sent = translate("Playground", "%n token(s) sent", None, self._tokens)
        text = translate("Playground", "{sent}, {answer} assumed to come back.")
        self._text.setText(text.format(sent=sent, answer=self._answer))
        self._choose.setText(translate("Playground", "Choose models"))
        self._use.setText(translate("Playground", "Put this text into Chat"))
        self._note.setText("\n".join(self._notes()))
        self._note.setVisible(bool(self._notes()))
        self._fill()

    def _notes(self) -> list[str]:
        notes = []
        if any(row.estimate.is_rough for row in self._rows):
            notes.append(
                translate(
                    "Playground",
                    "Where a range stands, the model cuts in a way that is not known here.",
                )
            )
        if self._money.code != "USD":
            text = translate("Playground", "Reckoned with 1 US dollar = {rate} {currency}.")
            rate = f"{self._money.rate:g}"
            notes.append(text.format(rate=rate, currency=self._money.code))
        return notes

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        heads = (
            translate("Playground", "Model"),
            translate("Playground", "Once"),
            translate("Playground", "1,000 times"),
        )
        for column, word in enumerate(heads):
            self._put(Label(word, style="secondary", role="text-quiet"), 0, column)
        for number, row in enumerate(self._rows):
            once, often = _prices(row, self._money)
            top = 3 * number + 1
            self._grid.setRowMinimumHeight(top, 10)
            self._put(ElidedLabel(row.model.name, style="row-title"), top + 1, 0)
            self._put(Label(once, tabular=True), top + 1, 1)
            self._put(Label(often, style="strong", tabular=True), top + 1, 2)
            day = translate("Playground", "Price of {date}").format(
                date=date_text(row.estimate.as_of)
            )
            known = day if row.estimate.as_of else translate("Playground", "No price is known")
            self._grid.addWidget(Label(known, style="tiny", role="text-quiet"), top + 2, 0, 1, 3)
        self._table.setAccessibleName(translate("Playground", "Prices by model"))
        self._table.setAccessibleDescription("; ".join(", ".join(one) for one in self.lines()))

    def _put(self, label: QWidget, row: int, column: int) -> None:
        if column and isinstance(label, Label):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for widget in (self._title, self._text, self._table, self._choose, self._note):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._use)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface-sunken"))
        painter.fillRect(0, 0, 1, self.height(), theme.color("hairline"))


def _prices(row: Priced, money: Money) -> tuple[str, str]:
    return price_text(row.estimate, money), price_text(_times(row.estimate), money)


def _times(estimate: Estimate) -> Estimate:
    if estimate.low is None or estimate.high is None:
        return estimate
    return replace(estimate, low=estimate.low * THOUSAND, high=estimate.high * THOUSAND)
