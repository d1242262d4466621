"""Chat: which key sends a message."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.ui.settings.form_row import FormRow
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.section_page import SectionPage
from gptdesk.ui.widgets.fields import Segments

translate = QCoreApplication.translate

ENTER, CTRL_ENTER = "enter", "ctrl-enter"


class ChatView(SectionPage):
    """Signals:
    send_with_enter_chosen: whether Enter alone sends.
    """

    send_with_enter_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_enter = True
        self._send = Segments()
        self._send.setObjectName("settings.send_with_enter")
        self._send.chosen.connect(self._on_chosen)
        self._row = FormRow(self._send)
        self._hint = Hint()
        self._row.add_hint(self._hint)
        self.column.addWidget(self._row)
        self._retranslate()
        self._measure()

    def show_send_with_enter(self, with_enter: bool) -> None:
        self._with_enter = with_enter
        self._retranslate()

    def _on_chosen(self, choice: str) -> None:
        self._with_enter = choice == ENTER
        self._retranslate()
        self.send_with_enter_chosen.emit(self._with_enter)

    def _retranslate(self) -> None:
        self.set_heading(translate("Settings", "Chat"))
        self._row.set_label(translate("Settings", "Send with"))
        self._send.set_options(
            [
                (ENTER, translate("Settings", "Enter")),
                (CTRL_ENTER, translate("Settings", "Ctrl+Enter")),
            ]
        )
        self._send.choose(ENTER if self._with_enter else CTRL_ENTER)
        if self._with_enter:
            text = translate(
                "Settings",
                "Shift+Enter starts a new line. Enter that picks a word of an input method"
                " never sends.",
            )
        else:
            text = translate("Settings", "Enter starts a new line.")
        self._hint.show_hint(text)
