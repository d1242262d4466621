"""A finished picture with what it is, what it cost, and the prompt that the service made of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.domain.images import PictureRecord
from gptdesk.runtime.large_pictures import Levels
from gptdesk.ui.images.showing.result_pane import ResultPane
from gptdesk.ui.images.words import details_text, origin_badge, picture_name
from gptdesk.ui.widgets.labels import Badge, ElidedLabel, Label

translate = QCoreApplication.translate


class ResultView(QWidget):
    """The picture above, one line below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: PictureRecord | None = None
        self._paid = ""
        self.pane = ResultPane(self)
        self._badge = Badge(parent=self)
        self._about = ElidedLabel(style="secondary", role="text-quiet", parent=self)
        self._cost = Label(style="secondary", role="text-quiet", bold_role="text", marks=True,
                           tabular=True, parent=self)  # fmt: skip
        self._revised = ElidedLabel(style="secondary", role="text-quiet", parent=self)
        self._cost.setObjectName("images.paid")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._badge)
        line.addWidget(self._about, 1)
        line.addWidget(self._cost)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._top = QStackedWidget(self)
        self._top.addWidget(self.pane)
        layout.addWidget(self._top, 1)
        layout.addLayout(line)
        layout.addWidget(self._revised)

    @property
    def record(self) -> PictureRecord | None:
        return self._record

    @property
    def is_comparing(self) -> bool:
        return self._top.currentWidget() is not self.pane

    def show_beside(self, widget: QWidget | None) -> None:
        """Something in the place of the picture, with the same line below; None: the picture."""
        if widget is not None and self._top.indexOf(widget) < 0:
            self._top.addWidget(widget)
        self._top.setCurrentWidget(widget or self.pane)

    def show_picture(
        self, record: PictureRecord, levels: Levels, paid: str, moving: bytes = b""
    ) -> None:
        """`paid` is the amount in words; empty where there is none to tell."""
        self._record, self._paid = record, paid
        self.pane.show_levels(levels, picture_name(record), moving)
        self._retranslate()

    def show_record(self, record: PictureRecord, paid: str) -> None:
        """The same picture with other words, after a change of language or its cost."""
        self._record, self._paid = record, paid
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        record = self._record
        if record is None:
            return
        level, word = origin_badge(record)
        self._badge.set_level(level)
        self._badge.setText(word)
        self._badge.setVisible(bool(word))
        self._about.setText(details_text(record))
        text = translate("Images", "actual cost **{amount}**").format(amount=self._paid)
        self._cost.setText(self._paid if record.is_free or not self._paid else text)
        revised = record.revised_prompt if record.revised_prompt != record.prompt else ""
        text = translate("Images", "The service read it as: {prompt}").format(prompt=revised)
        self._revised.setText(text if revised else "")
        self._revised.setVisible(bool(revised))
