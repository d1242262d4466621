"""The prices that gptdesk counts with, and one's own in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.services.prices import ListedPrice
from gptdesk.ui.settings.area import Hairline
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.price_editor import PriceEditor
from gptdesk.ui.settings.price_fields import amounts, short_label
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import SearchField
from gptdesk.ui.widgets.labels import Badge, ElidedLabel, Label
from gptdesk.ui.widgets.money import Money, date_text, per_million_text, unknown_text

translate = QCoreApplication.translate

MOST = 12
"""More are found by the search."""


class PricesPart(QWidget):
    """Signals:
    price_changed: service, model, and a Price, or None for the listed one.
    """

    price_changed = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed: tuple[ListedPrice, ...] = ()
        self._money = Money()
        self._titles: Mapping[str, str] = {}
        self._rows: list[_PriceRow] = []
        self._title = Label(style="strong")
        self._lead = Label(style="secondary", role="text-quiet")
        self._lead.setWordWrap(True)
        self._search = SearchField()
        self._search.setObjectName("settings.prices.search")
        self._search.textChanged.connect(self._fill)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = Hint()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addWidget(self._search)
        column.addLayout(self._list)
        column.addWidget(self._more)
        self.retranslate()

    def show_prices(
        self, listed: Sequence[ListedPrice], money: Money, titles: Mapping[str, str]
    ) -> None:
        self._listed, self._money, self._titles = tuple(listed), money, titles
        self._fill()

    def rows(self) -> list[_PriceRow]:
        return self._rows

    def _fill(self) -> None:
        wanted = self._search.text().strip().casefold()
        found = [one for one in self._listed if wanted in self._words(one)]
        while self._rows:
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for one in found[:MOST]:
            row = _PriceRow(one, self._money, self._titles.get(one.service, one.service))
            row.changed.connect(partial(self.price_changed.emit, one.service, one.model))
            self._rows.append(row)
            self._list.addWidget(row)
        self._search.setVisible(len(self._listed) > MOST)
        self._show_rest(len(found), wanted)

    def _words(self, one: ListedPrice) -> str:
        return f"{one.model} {one.service} {self._titles.get(one.service, '')}".casefold()

    def _show_rest(self, found: int, wanted: str) -> None:
        if found > MOST:
            text = translate(
                "Costs", "%n more model(s): search for them above.", None, found - MOST
            )
        elif not found and wanted:
            text = translate("Costs", "No model is called “{words}”.").format(words=wanted)
        elif not found:
            text = translate("Costs", "Models stand here once you have used them.")
        else:
            text = ""
        self._more.show_hint(text)

    def retranslate(self) -> None:
        self._title.setText(translate("Costs", "Prices"))
        self._lead.setText(
            translate(
                "Costs",
                "For a million tokens, which are about 750,000 English words, each with the day on"
                " which it was looked up. A price of your own wins.",
            )
        )
        name = translate("Costs", "Search models")
        self._search.setPlaceholderText(name)
        self._search.setAccessibleName(name)
        self._fill()


class _PriceRow(QWidget):
    """A model with its price, the day of it, and the way to another one."""

    changed = Signal(object)

    def __init__(self, listed: ListedPrice, money: Money, service: str) -> None:
        super().__init__()
        self._listed, self._money = listed, money
        self._editor: PriceEditor | None = None
        name = f"{listed.model}  ·  {service}" if service else listed.model
        badge = Badge("info")
        badge.setText(translate("Costs", "yours"))
        badge.setVisible(listed.is_own)
        self._change = Button(translate("Costs", "Change"), kind="ghost", small=True)
        self._change.setObjectName(f"settings.price.change.{listed.model}")
        words = translate("Costs", "Change the price of {model}")
        self._change.setAccessibleName(words.format(model=listed.model))
        self._change.clicked.connect(self._on_change)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(ElidedLabel(name), 1)
        title.addWidget(badge)
        title.addWidget(self._change)
        self.words = price_words(listed, money)
        price = Label(self.words, style="secondary", role="text-quiet", tabular=True)
        price.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(2)
        self._column.addWidget(Hairline())
        self._column.addSpacing(4)
        self._column.addLayout(title)
        self._column.addWidget(price)

    def _on_change(self) -> None:
        if self._editor is not None:
            self._close()
            return
        self._editor = PriceEditor(self._listed, self._money)
        self._editor.saved.connect(self.changed)
        self._editor.reset.connect(lambda: self.changed.emit(None))
        self._editor.closed.connect(self._close)
        self._column.addWidget(self._editor)
        self._editor.focus_first()

    def _close(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self._change.setFocus()


def price_words(listed: ListedPrice, money: Money) -> str:
    """One line: what it costs for a million tokens, and since when that is known."""
    known = amounts(listed.price, listed.task)
    if listed.price is None or all(amount is None for amount in known.values()):
        return unknown_text()
    parts = [
        short_label(name).format(amount=per_million_text(amount, money))
        for name, amount in known.items()
        if amount is not None
    ]
    parts.append(date_text(listed.price.as_of))
    return " · ".join(parts)
