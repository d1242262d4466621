"""The frame of a plain section: a heading and one scrolling column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gptdesk.ui.settings.form_row import SIDE_BY_SIDE, FormRow
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label

COLUMN = 688


class SectionPage(QWidget):
    """Subclasses fill `column` and set their texts in `_retranslate`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(style="heading")
        self._lead = Label(style="base", role="text-quiet")
        self._lead.setWordWrap(True)
        self._body = QWidget()
        # A stretch and not AlignTop: an aligned layout forgets that wrapped texts grow
        body = QVBoxLayout(self._body)
        body.setContentsMargins(24, 20, 24, 24)
        self.column = QVBoxLayout()
        body.addLayout(self.column)
        body.addStretch(1)
        self.column.setSpacing(16)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._lead)
        self._scroll = scrolling(self._body)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        Theme.current().changed.connect(self._measure)

    def set_heading(self, text: str, lead: str = "") -> None:
        self._heading.setText(text)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _retranslate(self) -> None:
        raise NotImplementedError

    def _measure(self) -> None:
        theme = Theme.current()
        self._body.setMaximumWidth(theme.px(COLUMN) + 48)
        for row in self.findChildren(FormRow):
            row.set_stacked(self.width() < theme.px(SIDE_BY_SIDE))


def scrolling(body: QWidget) -> QScrollArea:
    """A page that scrolls down only, at the left of its room."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    area.setWidget(body)
    return area
