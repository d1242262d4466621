"""What the model thought before it answered, folded to a chip until somebody opens it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import text_width
from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

PADDING = 8
GAP = 6
END = 11


class ReasoningChip(Painted):
    """28 px high; pressing it opens the text below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self.setObjectName("transcript.reasoning")
        self.setCheckable(True)
        self._is_thinking = False
        self._seconds: float | None = None
        self.setProperty("focusRadius", 8)
        self._retranslate()

    def show_state(self, *, is_thinking: bool, seconds: float | None) -> None:
        self._is_thinking, self._seconds = is_thinking, seconds
        self._retranslate()

    def sizeHint(self) -> QSize:
        font = self._theme.font("secondary")
        width = PADDING + self._theme.icon_size(16) + GAP + text_width(font, self.text()) + END
        return QSize(width, self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = "fill-hover" if self.underMouse() else "fill"
        border = self._theme.color("button-border") if self._theme.is_high_contrast else None
        panel(painter, self.rect(), 8, self._theme.color(fill), border)
        size = self._theme.icon_size(16)
        icon = "chevron-down" if self.isChecked() else "chevron-right"
        icon_at(painter, QRect(PADDING, 0, size, self.height()), icon, "text-quiet", size)
        place = QRect(PADDING + size + GAP, 0, self.width(), self.height())
        color = self._theme.color("text-quiet")
        text_in(painter, place, self.text(), self._theme.font("secondary"), color)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        if self._is_thinking:
            text = translate("Transcript", "Reasoning…")
        elif self._seconds is not None:
            seconds = max(1, round(self._seconds))
            text = translate("Transcript", "Reasoned for %n second(s)", None, seconds)
        else:
            text = translate("Transcript", "Reasoned before the answer")
        self.setText(text)
        self.setAccessibleDescription(translate("Transcript", "Shows what the model thought"))
        self.updateGeometry()
        self.update()
