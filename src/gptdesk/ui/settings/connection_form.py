"""The form of one connection: where it leads, its key, its model, and whether it works."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.addresses import Address
from gptdesk.domain.connections import Connection
from gptdesk.domain.keys import CleanedKey
from gptdesk.domain.problems import Problem
from gptdesk.ui.settings.address_field import AddressField
from gptdesk.ui.settings.address_words import call_text, notes_text, problem_text
from gptdesk.ui.settings.area import Hairline
from gptdesk.ui.settings.checkup_view import CheckupView
from gptdesk.ui.settings.form_foot import FormFoot
from gptdesk.ui.settings.form_head import FormHead
from gptdesk.ui.settings.form_row import SIDE_BY_SIDE, FormRow
from gptdesk.ui.settings.hint import Hint
from gptdesk.ui.settings.key_part import KeyPart
from gptdesk.ui.settings.model_field import ModelField
from gptdesk.ui.settings.plain_warning import PlainWarning
from gptdesk.ui.settings.section_page import scrolling
from gptdesk.ui.settings.values import (
    COMPATIBLE,
    OPENAI,
    PRESET_ADDRESSES,
    ConnectionDraft,
    FormState,
    KeyHome,
)
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.fields import Choice, TextField
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate

COLUMN = 720


class ConnectionForm(QWidget):
    """Knows how to ask for a connection, not what becomes of it.

    Its parts `head`, `key`, `checkup` and `foot` are public: the presenter listens to them.

    Signals:
        edited: something else stands in the form than before.
        keyring_action: retry or session, after a keyring that did not take the key.
    """

    edited = Signal()
    keyring_action = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address: Address | None = None
        self.head = FormHead()
        self.key = KeyPart()
        self.checkup = CheckupView()
        self.foot = FormFoot()
        self._name = TextField()
        self._preset = Choice()
        self._url = AddressField()
        self._model = ModelField()
        self._url_hint = Hint()
        self._url_notes = Hint()
        self._plain = PlainWarning()
        self._notice = Notice(small=True)
        self._notice.action.connect(self.keyring_action)
        self._rows = [FormRow(w) for w in (self._name, self._preset, self._url)]
        self._model_row = FormRow(self._model)
        self._build()
        self._connect()
        self._retranslate()

    # Values in

    def show_connection(self, connection: Connection, draft: ConnectionDraft) -> None:
        """Begin with this; whatever stood in the form before was taken by the presenter."""
        with QSignalBlocker(self):
            self._name.setText(draft.name)
            self._choose_preset(draft.preset)
            self._url.setText(draft.url)
            self._model.setText(draft.model)
            self.key.show_connection(connection, draft)
            self._plain.set_allowed(draft.allows_plain)
        self._notice.dismiss()

    def show_home(self, home: KeyHome) -> None:
        self.key.show_home(home)

    def show_models(self, models: tuple[str, ...]) -> None:
        self._model.set_models(models)

    def show_name_hint(self, name: str) -> None:
        """What it will be called if no name is typed."""
        self._name.setPlaceholderText(name)

    def show_address(self, address: Address, *, is_plain: bool) -> None:
        """What the address means, and whether the key would travel readable."""
        self._address = address
        self._plain.setVisible(is_plain)
        self._show_address()

    def show_key(self, cleaned: CleanedKey, note: str) -> None:
        self.key.show_cleaned(cleaned, note)

    def show_state(self, state: FormState, reason: str = "") -> None:
        self.foot.show_state(state, reason)
        self.checkup.set_possible(state is not FormState.UNUSABLE)

    def show_problem(self, problem: Problem, *, is_keyring: bool) -> None:
        """Saving failed; what stands in the form is untouched."""
        words = problem_sentence(problem)
        actions = [("retry", translate("Settings", "Try again"))]
        if is_keyring:
            actions.append(("session", translate("Settings", "Keep it for this session only")))
        self._notice.show_message(
            "error",
            words.title,
            words.text,
            actions=actions,
            faq=words.faq,
            details=problem.detail,
        )

    def dismiss_problem(self) -> None:
        self._notice.dismiss()

    def draft(self) -> ConnectionDraft:
        """What stands in the form now."""
        return ConnectionDraft(
            self._name.text().strip(),
            self._preset.currentData(),
            self._url.text(),
            self._model.text().strip(),
            self.key.text(),
            self.key.is_removed,
            self._plain.is_allowed,
        )

    def focus_first(self) -> None:
        """To the field that is most likely missing."""
        if self._preset.currentData() == OPENAI:
            self.key.focus()
        else:
            self._url.setFocus()

    def focus_address(self) -> None:
        self._url.setFocus()
        self._url.selectAll()

    def focus_model(self) -> None:
        self._model.setFocus()
        self._model.selectAll()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # How it is made

    def _build(self) -> None:
        self._name.setObjectName("settings.name")
        self._preset.setObjectName("settings.preset")
        self._url.setObjectName("settings.url")
        self._model.setObjectName("settings.model")
        for preset in PRESET_ADDRESSES:
            self._preset.addItem("", preset)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        for row in self._rows:
            column.addWidget(row)
        self._rows[2].add_hint(self._url_hint)
        self._rows[2].add_hint(self._url_notes)
        self._rows[2].add_hint(self._plain)
        column.addWidget(self.key)
        column.addWidget(self._model_row)
        column.addWidget(Hairline())
        column.addWidget(self.checkup)
        column.addWidget(self._notice)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        self._scroll = scrolling(self._body)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self.foot)
        Theme.current().changed.connect(self._measure)

    def _connect(self) -> None:
        self._name.textEdited.connect(self.edited)
        self._model.textChanged.connect(self.edited)
        self._url.textEdited.connect(self._on_url_edited)
        self._preset.activated.connect(self._on_preset_chosen)
        self._plain.allowed_changed.connect(self.edited)
        self.key.edited.connect(self.edited)
        self.checkup.told.connect(lambda: QTimer.singleShot(0, self, self._show_told))

    def _show_told(self) -> None:
        """After the layout has made room for the notice."""
        self._scroll.ensureWidgetVisible(self.checkup.notice)

    def _on_url_edited(self, text: str) -> None:
        """Another address than OpenAI's is another service, whatever was chosen."""
        is_openai = text.strip().rstrip("/") == PRESET_ADDRESSES[OPENAI]
        self._choose_preset(OPENAI if is_openai else COMPATIBLE)
        self._plain.set_allowed(False)
        self.edited.emit()

    def _on_preset_chosen(self) -> None:
        preset = self._preset.currentData()
        if preset == OPENAI or self._url.text() in PRESET_ADDRESSES.values():
            self._url.setText(PRESET_ADDRESSES[preset])
        if preset == COMPATIBLE:
            self._url.setFocus()
        self.edited.emit()

    def _choose_preset(self, preset: str) -> None:
        self._preset.setCurrentIndex(max(0, self._preset.findData(preset)))

    def _show_address(self) -> None:
        if self._address is None:
            return
        problem = self._address.problem
        is_wrong = bool(problem) and problem != "empty"
        self._url.set_error(is_wrong)
        if problem:
            text, level = problem_text(self._address), "error" if is_wrong else ""
            self._url_hint.show_hint(text, icon="circle-alert" if is_wrong else "", level=level)
        else:
            self._url_hint.show_hint(call_text(self._address))
        notes = "" if problem else notes_text(self._address)
        self._url_notes.show_hint(notes, icon="check", level="ok")

    def _measure(self) -> None:
        theme = Theme.current()
        self._body.setMaximumWidth(theme.px(COLUMN) + 48)
        is_stacked = self.width() < theme.px(SIDE_BY_SIDE)
        for row in (*self._rows, self._model_row, self.key.row):
            row.set_stacked(is_stacked)

    def _retranslate(self) -> None:
        name, preset, url = self._rows
        name.set_label(translate("Settings", "Name"))
        preset.set_label(translate("Settings", "Service"))
        url.set_label(translate("Settings", "Address"))
        self._model_row.set_label(translate("Settings", "Model"))
        self._preset.setItemText(0, translate("Settings", "OpenAI"))
        self._preset.setItemText(1, translate("Settings", "Another compatible service"))
        self._url.setPlaceholderText("https://api.example.com/v1")
        self._show_address()
