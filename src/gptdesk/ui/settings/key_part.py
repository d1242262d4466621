"""The part of the form that is about the key: the field, where it is kept, how to remove it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.connections import Connection, KeyPlace
from gptdesk.domain.keys import CleanedKey
from gptdesk.ui.settings.form_row import FormRow
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.key_field import KeyField
from gptdesk.ui.settings.key_words import bad_text, home_text, kept_text
from gptdesk.ui.settings.sentence_row import in_a_row
from gptdesk.ui.settings.values import ConnectionDraft, KeyHome
from gptdesk.ui.widgets.buttons import Button

translate = QCoreApplication.translate


class KeyPart(QWidget):
    """An empty field leaves a stored key as it is; removing it is a button of its own.

    Signals:
        entered: a text was typed or pasted, not cleaned yet.
        edited: the key will be another one, or none.
    """

    entered = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connection: Connection | None = None
        self._home = KeyHome()
        self._cleaned = CleanedKey("")
        self._note = ""
        self.is_removed = False
        self._is_lost = False
        self._field = KeyField()
        self._field.setObjectName("settings.key")
        self._field.entered.connect(self.entered)
        self._paste = Button(kind="line", icon="clipboard-paste")
        self._paste.setObjectName("settings.paste")
        self._paste.clicked.connect(self.paste)
        self._remove = Button(kind="link")
        self._remove.setObjectName("settings.key.remove")
        self._remove.clicked.connect(self._on_remove)
        self._place = Hint()
        self._said = Hint()
        self.row = FormRow(self._field)
        self.row.add_beside(self._paste)
        for hint in (self._said, self._place):
            self.row.add_hint(hint)
        self.row.add_hint(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self._retranslate()

    # Values in

    def show_connection(self, connection: Connection, draft: ConnectionDraft) -> None:
        self._connection = connection
        self.is_removed = draft.removes_key
        self._cleaned = CleanedKey(draft.key)
        self._note = ""
        self._field.show_stored(connection.key_hint if self._has_stored() else None)
        self._field.set_key(draft.key)
        self._retranslate()

    def show_home(self, home: KeyHome) -> None:
        self._home = home
        self._retranslate()

    def show_lost(self, is_lost: bool) -> None:
        """A key that was only in memory is gone since the app was closed."""
        self._is_lost = is_lost
        self._show_place()

    def show_cleaned(self, cleaned: CleanedKey, note: str) -> None:
        """The key as it would be sent, and what was done to it."""
        self._cleaned = cleaned
        self._note = note
        if cleaned.key:
            self.is_removed = False
        self._field.set_key(cleaned.key)
        self._retranslate()
        self.edited.emit()

    def text(self) -> str:
        return self._field.text()

    def focus(self) -> None:
        self._field.setFocus()

    def paste(self) -> None:
        self._field.paste_clipboard()
        self._field.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # What is said

    def _has_stored(self) -> bool:
        connection = self._connection
        return connection is not None and connection.key_place in (
            KeyPlace.KEYRING,
            KeyPlace.SESSION,
        )

    def _on_remove(self) -> None:
        self.is_removed = not self.is_removed
        if self.is_removed:
            self._field.clear()
            self._cleaned = CleanedKey("")
            self._note = ""
        self._retranslate()
        self.edited.emit()

    def _retranslate(self) -> None:
        self.row.set_label(translate("Settings", "Key"))
        self._paste.setText(translate("Settings", "Paste"))
        self._paste.setAccessibleName(translate("Settings", "Paste the key"))
        self._show_said()
        self._show_place()
        self._remove.setVisible(self._has_stored())
        self._remove.setText(
            translate("Settings", "Keep the stored key")
            if self.is_removed
            else translate("Settings", "Remove key")
        )
        self._remove.setAccessibleName(self._remove.text())

    def _show_said(self) -> None:
        self._field.set_error(bool(self._cleaned.bad))
        if self._cleaned.bad:
            self._said.show_hint(bad_text(self._cleaned), icon="circle-alert", level="error")
        elif self.is_removed:
            text = translate("Settings", "The key will be removed when you save.")
            self._said.show_hint(text, icon="triangle-alert", level="warn")
        else:
            self._said.show_hint(self._note, icon="check" if self._note else "", level="ok")

    def _show_place(self) -> None:
        """For a stored key where it is, for a new one where it will be."""
        is_stored = self._has_stored() and not self._field.text()
        if is_stored and self._is_lost:
            is_safe = False
            text = translate("Settings", "The key was only in memory and is gone. Paste it again.")
        elif is_stored and self._connection is not None:
            kept = kept_text(self._connection, self._home)
            unchanged = translate("Settings", "Leave the field empty to keep this key.")
            is_safe = self._connection.key_place is KeyPlace.KEYRING
            text = "" if self.is_removed else in_a_row((kept, unchanged))
        else:
            is_safe = self._home.place is KeyPlace.KEYRING
            text = home_text(self._home)
        icon = "lock-keyhole" if is_safe else "triangle-alert"
        self._place.show_hint(text, icon=icon, level="ok" if is_safe else "warn")
