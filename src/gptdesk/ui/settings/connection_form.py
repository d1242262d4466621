"""The form of one connection: where it leads, its key, its model, and whether it works."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.addresses import Address, normalise
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
from gptdesk.ui.settings.presets import Presets
from gptdesk.ui.settings.section_page import scrolling
from gptdesk.ui.settings.service_part import ServicePart
from gptdesk.ui.settings.values import ConnectionDraft, FormState, KeyHome
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.fields import TextField
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate

COLUMN = 720


class ConnectionForm(QWidget):
    """Knows how to ask for a connection, not what becomes of it.

    Its parts `head`, `service`, `key`, `checkup` and `foot` are public, for the presenter.

    Signals:
        edited: something else stands in the form than before.
        keyring_action: retry or session, after a keyring that did not take the key.
    """

    edited = Signal()
    keyring_action = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address: Address | None = None
        self._is_address_typed = False
        self.head = FormHead()
        self.service = ServicePart()
        self.key = KeyPart()
        self.checkup = CheckupView()
        self.foot = FormFoot()
        self._name = TextField()
        self._url = AddressField()
        self._model = ModelField()
        self._url_hint = Hint()
        self._url_notes = Hint()
        self._plain = PlainWarning()
        self._notice = Notice(small=True)
        self._notice.action.connect(self.keyring_action)
        self._name_row, self._url_row = FormRow(self._name), FormRow(self._url)
        self._model_row = FormRow(self._model)
        self._model_hint = Hint()
        self._build()
        self._connect()
        self._retranslate()

    # Values in

    def show_connection(self, connection: Connection, draft: ConnectionDraft) -> None:
        """Begin with this; whatever stood in the form before was taken by the presenter."""
        with QSignalBlocker(self):
            self._name.setText(draft.name)
            self.service.show_preset(draft.preset, draft.url)
            self._url.setText(draft.url)
            self._model.setText(draft.model)
            self.key.show_connection(connection, draft)
            self._plain.set_allowed(draft.allows_plain)
        self._notice.dismiss()

    def show_home(self, home: KeyHome) -> None:
        self.key.show_home(home)

    def show_presets(self, presets: Presets) -> None:
        self.service.show_presets(presets)

    def show_models(self, models: tuple[str, ...]) -> None:
        """What the service listed; a name that is not among them is said to be so."""
        self._model.set_models(models)
        chosen = self._model.text().strip()
        text = ""
        if chosen and models and chosen not in models:
            text = translate(
                "Settings", "“{model}” is not in the list of this service; it may still work."
            ).format(model=chosen)
        self._model_hint.show_hint(text, icon="info" if text else "")

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
            self.service.preset,
            self._url.text(),
            self._model.text().strip(),
            self.key.text(),
            self.key.is_removed,
            self._plain.is_allowed,
        )

    def focus_first(self) -> None:
        """To the field that is most likely missing."""
        if self._url.text():
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
        self._url.setObjectName("settings.url")
        self._model.setObjectName("settings.model")
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(12)
        for part in (self._name_row, self.service, self._url_row):
            column.addWidget(part)
        for hint in (self._url_hint, self._url_notes, self._plain):
            self._url_row.add_hint(hint)
        self._model_row.add_hint(self._model_hint)
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
        self.service.address_chosen.connect(self._on_address_chosen)
        self._plain.allowed_changed.connect(self.edited)
        self.key.edited.connect(self.edited)
        self.checkup.told.connect(lambda: QTimer.singleShot(0, self, self._show_told))

    def _show_told(self) -> None:
        """After the layout has made room for the notice."""
        self._scroll.ensureWidgetVisible(self.checkup.notice)

    def _on_url_edited(self, text: str) -> None:
        """Another address may be that of another service, whatever was chosen."""
        self._is_address_typed = True
        self.service.show_address(normalise(text).base_url or text)
        self._plain.set_allowed(False)
        self.edited.emit()

    def _on_address_chosen(self, base_url: str) -> None:
        """A service was chosen; one that is not known leaves a typed address alone."""
        if base_url or not self._is_address_typed:
            self._url.setText(base_url)
        self._is_address_typed = False
        self.service.show_preset(self.service.preset, base_url or self._url.text())
        self._plain.set_allowed(False)
        if not base_url:
            self._url.setFocus()
        self.edited.emit()

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
        rows = (self._name_row, *self.service.rows, self._url_row, self._model_row, self.key.row)
        for row in rows:
            row.set_stacked(is_stacked)

    def _retranslate(self) -> None:
        self._name_row.set_label(translate("Settings", "Name"))
        self._url_row.set_label(translate("Settings", "Address"))
        self._model_row.set_label(translate("Settings", "Model"))
        self._url.setPlaceholderText("https://api.example.com/v1")
        self._show_address()
