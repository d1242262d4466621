"""The quiet row under an answer: what can be done with it, its versions, and how it came."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gptdesk.domain.messages import ChatMessage, MessageState
from gptdesk.ui.chat.transcript.measures import ACTIONS, GLYPH_INSET
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.menu import menu
from gptdesk.ui.widgets.money import tokens_text
from gptdesk.ui.widgets.painting import text_in

translate = QCoreApplication.translate

VERSIONS_GAP = 8
CONFIRMED_MS = 1500


class Footer(QWidget):
    """Always laid out; while the answer grows there is nothing in it.

    Signals:
        action: copy, plain, regenerate or continue.
        version_requested: one step back or forth.
    """

    action = Signal(str)
    version_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._message: ChatMessage | None = None
        self._cost = ""
        self._is_newest = True
        self._copy = self._button("copy", "transcript.copy")
        self._again = self._button("refresh-cw", "transcript.regenerate")
        self._more = self._button("ellipsis", "transcript.more")
        self._back = self._button("chevron-left", "transcript.version-back")
        self._forth = self._button("chevron-right", "transcript.version-forth")
        self._copy.clicked.connect(self._on_copy)
        self._confirmed = QTimer(self)
        self._confirmed.setSingleShot(True)
        self._confirmed.setInterval(CONFIRMED_MS)
        self._confirmed.timeout.connect(self.rest)
        self._again.clicked.connect(lambda: self.action.emit("regenerate"))
        self._more.clicked.connect(self._open_menu)
        self._back.clicked.connect(lambda: self.version_requested.emit(-1))
        self._forth.clicked.connect(lambda: self.version_requested.emit(1))
        self._retranslate()

    def height_wanted(self) -> int:
        return self._theme.px(ACTIONS)

    def show_message(self, message: ChatMessage, cost: str) -> None:
        self._message, self._cost = message, cost
        is_quiet = message.state is MessageState.STREAMING
        for button in (self._copy, self._more):
            button.setVisible(not is_quiet)
        self._again.setVisible(self._is_newest and not is_quiet)
        for button in (self._back, self._forth):
            button.setVisible(not is_quiet and message.versions > 1)
        self._back.setEnabled(message.version > 1)
        self._forth.setEnabled(message.version < message.versions)
        self._show_tokens()
        self.arrange()
        self.update()

    def set_newest(self, is_newest: bool) -> None:
        """Only the newest answer can be asked for again: an older one would cut off the rest."""
        if is_newest != self._is_newest:
            self._is_newest = is_newest
            if self._message is not None:
                self.show_message(self._message, self._cost)

    def rest(self) -> None:
        """No longer say that something was copied."""
        self._confirmed.stop()
        self._copy.set_icon("copy")
        self._copy.set_label(translate("Transcript", "Copy this answer"))

    def buttons(self) -> list[QWidget]:
        """In the order in which the keyboard goes through them."""
        return [self._copy, self._again, self._more, self._back, self._forth]

    def arrange(self) -> None:
        """Put the buttons in their places, for the present size of the text."""
        side = self._theme.px(ACTIONS)
        x = 0
        for button in (self._copy, self._again, self._more):
            button.setGeometry(x, 0, side, side)
            if not button.isHidden():
                x += side
        x += VERSIONS_GAP
        self._back.setGeometry(x, 0, side, side)
        self._forth.setGeometry(x + side + self._version_width(), 0, side, side)

    def info(self) -> str:
        """Model, time and cost, as far as they are known."""
        if self._message is None or self._message.state is MessageState.STREAMING:
            return ""
        parts = [self._message.model]
        if self._message.seconds is not None:
            digits = 1 if self._message.seconds < 60 else 0
            number = QLocale().toString(self._message.seconds, "f", digits)
            parts.append(translate("Transcript", "{seconds} s").format(seconds=number))
        if self._cost:
            parts.append(translate("Transcript", "cost {amount}").format(amount=self._cost))
        return " · ".join(part for part in parts if part)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._theme.font("secondary", tabular_figures=True)
        quiet = self._theme.color("text-quiet")
        if not self._back.isHidden():
            left = self._back.geometry().right() + 1
            place = QRect(left, 0, self._version_width(), self.height())
            text_in(painter, place, self._versions(), font, quiet, Qt.AlignmentFlag.AlignHCenter)
        info = self.info()
        plain = self._theme.font("secondary")
        right = QRect(0, 0, self.width() - GLYPH_INSET, self.height())
        used = self._forth if not self._forth.isHidden() else self._more
        if text_width(plain, info) < right.width() - used.geometry().right() - 8:
            text_in(painter, right, info, plain, quiet, Qt.AlignmentFlag.AlignRight)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show_tokens(self) -> None:
        """How the cost came about, for eyes on hover and for ears."""
        text = tokens_text(self._message) if self._message is not None else ""
        self.setToolTip(text)
        self.setAccessibleDescription(" · ".join([self.info(), *text.split("\n")]))

    def _button(self, icon: str, name: str) -> IconButton:
        button = IconButton(icon, small=True, parent=self)
        button.setObjectName(name)
        return button

    def _versions(self) -> str:
        message = self._message
        return f"{message.version}/{message.versions}" if message is not None else ""

    def _version_width(self) -> int:
        font = self._theme.font("secondary", tabular_figures=True)
        return text_width(font, self._versions()) + 4

    def _on_copy(self) -> None:
        self.action.emit("copy")
        self._copy.set_icon("check")
        self._copy.set_label(translate("Transcript", "Copied"))
        self._confirmed.start()

    def _open_menu(self) -> None:
        found = menu(self)
        found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries = [("plain", translate("Transcript", "Copy without formatting"))]
        if self._is_newest and _can_go_on(self._message):
            entries.append(("continue", translate("Transcript", "Continue this answer")))
        for name, label in entries:
            entry = QAction(label, found)
            entry.triggered.connect(lambda _checked=False, name=name: self.action.emit(name))
            found.addAction(entry)
        found.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _retranslate(self) -> None:
        self._copy.set_label(translate("Transcript", "Copy this answer"))
        self._again.set_label(translate("Transcript", "Ask again"))
        self._more.set_label(translate("Transcript", "More"))
        self._back.set_label(translate("Transcript", "Previous version"))
        self._forth.set_label(translate("Transcript", "Next version"))
        self._show_tokens()
        self.update()


def _can_go_on(message: ChatMessage | None) -> bool:
    if message is None:
        return False
    return message.state is MessageState.INTERRUPTED or message.finish == "length"
