"""One voice to choose: its name, a word on it, and a button to hear it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gptdesk.domain.voices import Voice
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.languages import in_language
from gptdesk.ui.widgets.painted import Painted
from gptdesk.ui.widgets.painting import icon_at, panel, text_in

translate = QCoreApplication.translate

CARD = 52


class VoiceCard(QAbstractButton):
    """A voice's name, a word on it, and a button to hear it."""

    def __init__(self, voice: Voice, parent: QWidget) -> None:
        super().__init__(parent)
        self._voice = voice
        self._name = voice.title or voice.id
        self._theme = Theme.current()
        self.preview = _PreviewButton(self)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", 8)
        self.setObjectName(f"speech.voice.{voice.id}")
        self.preview.setObjectName(f"speech.preview.{voice.id}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self.updateGeometry)
        self.retranslate()

    def nextCheckState(self) -> None:
        self.setChecked(True)  # a voice is left by choosing another one

    def set_playing(self, playing: bool, *, busy: bool) -> None:
        self.preview.set_state(playing=playing and not busy, busy=playing and busy)

    def retranslate(self) -> None:
        line = in_language(self._voice.line)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(line)
        self.setToolTip(line)
        hear = translate("Speech", "Hear the voice {name}").format(name=self._name)
        self.preview.setAccessibleName(hear)
        self.preview.setToolTip(hear)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(CARD))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self._theme.px(CARD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.preview.sizeHint().width()
        self.preview.setGeometry(self.width() - side - 8, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        fill = "fill-hover" if self.underMouse() else "fill"
        role = "text"
        if self.isChecked():
            fill, role = "accent-soft-strong", "accent-text"
        border = None
        if theme.is_high_contrast:
            border = theme.color("accent-text" if self.isChecked() else "button-border")
        panel(painter, self.rect(), theme.radius("control"), theme.color(fill), border)
        room = self.preview.x() - 10 - 4
        top, line = self._lines()
        name = theme.font("button")
        text_in(
            painter,
            QRect(10, top, room, theme.line("base")),
            _elided(name, self._name, room),
            name,
            theme.color(role),
        )
        below = QRect(10, top + theme.line("base"), room, line)
        quiet = "accent-text" if self.isChecked() else "text-quiet"
        font = theme.font("small")
        words = _elided(font, in_language(self._voice.line), room)
        text_in(painter, below, words, font, theme.color(quiet))

    def _lines(self) -> tuple[int, int]:
        line = self._theme.line("small") if self._voice.line else 0
        return (self.height() - self._theme.line("base") - line) // 2, line


class _PreviewButton(Painted):
    """A small round button: a triangle, or a square while the voice is heard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("line", parent)
        self._is_playing = False
        self.setProperty("focusRadius", 14)

    def set_state(self, *, playing: bool, busy: bool) -> None:
        self._is_playing = playing
        self.set_busy(busy)
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.px(28)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        role = "fill-pressed" if self.isDown() else "surface-raised"
        if self.underMouse() and not self.isDown():
            role = "accent-soft"
        border = "button-border" if self._theme.is_high_contrast else "hairline"
        fill, edge = self._theme.color(role), self._theme.color(border)
        panel(painter, self.rect(), self.height() / 2, fill, edge)
        size = self._theme.icon_size(14)
        if self.is_busy:
            left = (self.width() - self._theme.icon_size(16)) // 2
            self._spin(painter, self.rect().adjusted(left, 0, -left, 0), "accent-text")
        else:
            icon = "stop" if self._is_playing else "play"
            icon_at(painter, self.rect(), icon, "accent-text", size)


def _elided(font: QFont, text: str, room: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
