"""The foot of the form: what holds up saving, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.ui.settings.area import Area
from gptdesk.ui.settings.values import FormState
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate


class FormFoot(Area):
    """Away while there is nothing to save and nothing to say.

    Signals:
        save_requested: as it is.
        discard_requested: back to what is stored.
        chat_requested: it is saved, and there is a chat to go on with.
    """

    save_requested = Signal()
    discard_requested = Signal()
    chat_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "top", parent)
        self._state = FormState.CLEAN
        self._reason = ""
        self._text = Label(style="secondary", role="text-quiet")
        self._text.setWordWrap(True)
        self._discard = Button(kind="ghost")
        self._discard.setObjectName("settings.discard")
        self._discard.clicked.connect(self.discard_requested)
        self._save = Button(kind="soft")
        self._save.setObjectName("settings.save")
        self._save.clicked.connect(self.save_requested)
        self._chat = Button(kind="tint", icon="message-circle")
        self._chat.setObjectName("settings.chat")
        self._chat.clicked.connect(self.chat_requested)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._text, 1)
        buttons.addWidget(self._discard)
        buttons.addWidget(self._save)
        buttons.addWidget(self._chat)
        self._column.addLayout(buttons)
        Theme.current().changed.connect(self.updateGeometry)
        self._retranslate()

    @property
    def state(self) -> FormState:
        return self._state

    def show_state(self, state: FormState, reason: str = "") -> None:
        """`reason` says what is missing while it cannot be saved at all."""
        self._state, self._reason = state, reason
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        state = self._state
        self._text.setText(self._words())
        self._save.setText(self._save_words())
        self._save.setAccessibleName(self._save.text())
        self._discard.setText(translate("Settings", "Discard"))
        self._discard.setAccessibleName(translate("Settings", "Discard what was not saved"))
        self._save.set_kind("primary" if state in (FormState.PASSED, FormState.RENAMED) else "soft")
        self._save.set_busy(state is FormState.SAVING)
        can_save = state not in (
            FormState.CLEAN, FormState.SAVED, FormState.UNUSABLE, FormState.SAVING
        )  # fmt: skip
        self._save.setEnabled(can_save)
        has_changes = state not in (FormState.CLEAN, FormState.SAVED)
        self._save.setVisible(has_changes)
        self._discard.setVisible(has_changes and state is not FormState.SAVING)
        self._chat.setText(translate("Settings", "Go to the chat"))
        self._chat.setVisible(state is FormState.SAVED)
        self.setVisible(state is not FormState.CLEAN)

    def _save_words(self) -> str:
        if self._state in (FormState.UNCHECKED, FormState.FAILED):
            return translate("Settings", "Save anyway")
        return translate("Settings", "Save")

    def _words(self) -> str:
        sentences = {
            FormState.SAVED: translate("Settings", "Saved."),
            FormState.SAVING: translate("Settings", "Saving…"),
            FormState.RENAMED: translate("Settings", "Not saved yet."),
            FormState.UNUSABLE: self._reason,
            FormState.UNCHECKED: translate(
                "Settings",
                "Not saved yet, because nothing was checked. You can save it all the same.",
            ),
            FormState.FAILED: translate(
                "Settings",
                "Not saved yet, because the check-up did not pass. You can save it all the same.",
            ),
            FormState.PASSED: translate(
                "Settings", "The check-up passed. Save to use it in chats."
            ),
        }
        return sentences.get(self._state, "")
