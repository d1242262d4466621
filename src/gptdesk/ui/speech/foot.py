"""The one big button of the tab, with what it costs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, PriceButton
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate


class SpeakButton(PriceButton):
    """40 px high and as wide as the panel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(icon="volume-2", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(40))


class SpeakFoot(QWidget):
    """Speak, or while it is being made: stop and keep what is ready.

    Signals:
        speak_requested, stop_requested: the button was pressed.
    """

    speak_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._is_rest = self._is_made = False
        self.speak = SpeakButton(self)
        self.stop = Button(kind="stop", icon="stop", wide=True, parent=self)
        self.cost = Label(style="secondary", role="text-quiet", marks=True, parent=self)
        self.note = Label(style="secondary", role="text-quiet", parent=self)
        self.speak.setObjectName("speech.speak")
        self.stop.setObjectName("speech.stop")
        self.cost.setObjectName("speech.cost")
        self._build()
        self._retranslate()
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        had_focus = self.speak.hasFocus() or self.stop.hasFocus()
        self.speak.setVisible(not busy)
        self.stop.setVisible(busy)
        if had_focus:
            (self.stop if busy else self.speak).setFocus()

    def set_ready(self, ready: bool, reason: str = "") -> None:
        """Whether it can be pressed; the reason stands below where not."""
        self.speak.setEnabled(ready)
        self.note.setText("" if ready else reason)
        self.note.setVisible(bool(self.note.text()))

    def set_rest(self, *, is_rest: bool, is_made: bool) -> None:
        """The button goes on with an incomplete job, and plays what is made."""
        self._is_rest, self._is_made = is_rest, is_made
        self._retranslate()

    def set_cost(self, price: str, told: str) -> None:
        """The price on the button, and a sentence below it."""
        self.speak.set_price(price)
        self.cost.setText(told)
        self.cost.setVisible(bool(told))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface-sunken"))
        hairline(painter, 0, 0, self.width(), 1)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        for widget in (self.speak, self.stop, self.cost, self.note):
            layout.addWidget(widget)
        for label in (self.cost, self.note):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.hide()
        self.speak.clicked.connect(self.speak_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _retranslate(self) -> None:
        if self._is_rest:
            self.speak.setText(translate("Speech", "Make the rest"))
        elif self._is_made:
            self.speak.setText(translate("Speech", "Hear it again"))
        else:
            self.speak.setText(translate("Speech", "Speak"))
        self.stop.setText(translate("Speech", "Stop, keep what is ready"))
        self.stop.setAccessibleName(self.stop.text())
        self.cost.setAccessibleName(translate("Speech", "Cost"))
