"""What is switched off when, in a sentence; with the first one that is the user's own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.ui.learn.models.endings import Ending, next_of_mine
from gptdesk.ui.widgets.dates import day_text
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Label, LinkLabel

translate = QCoreApplication.translate


class Heading(QWidget):
    """Signals:
    model_wanted: the name of the model to use instead of one's own.
    """

    model_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ahead = 0
        self._mine: ModelFacts | None = None
        self._title = Label(style="strong")
        self._text = Label(style="secondary", role="text-quiet", marks=True, bold_role="text")
        self._link = LinkLabel()
        self._link.setObjectName("learn.models.instead")
        self._link.activated.connect(self._on_link)
        row = FlowRow(self)
        for widget in (self._title, self._text, self._link):
            row.addWidget(widget)
        self._retranslate()

    def show_endings(
        self, found: Sequence[Ending], today: date, in_use: Collection[tuple[str, str]]
    ) -> None:
        self._ahead = sum(one.day > today for one in found)
        self._mine = next_of_mine(found, today, in_use)
        self._retranslate()

    def text(self) -> str:
        return self._text.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(translate("Explorer", "What is switched off when"))
        text = translate("Explorer", "%n date(s) ahead.", None, self._ahead)
        if self._mine is not None and self._mine.shutdown is not None:
            said = translate("Explorer", "{count} You use one of them: **{model}**, until {date}.")
            day = day_text(self._mine.shutdown)
            text = said.format(count=text, model=self._mine.name, date=day)
        self._text.setText(text)
        self._link.setText(translate("Explorer", "What to use instead"))
        self._link.setVisible(self._mine is not None and bool(self._mine.successor))

    def _on_link(self) -> None:
        if self._mine is not None:
            self.model_wanted.emit(self._mine.successor)
