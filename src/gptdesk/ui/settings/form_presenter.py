"""Connects the form of one connection with the service that keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from gptdesk.domain.addresses import is_plain_http_outside, is_private, normalise
from gptdesk.domain.connections import Connection, KeyPlace
from gptdesk.domain.keys import clean_key
from gptdesk.domain.problems import KeyringFailed, KeyringLocked, KeyringMissing, Problem
from gptdesk.ui.settings.checking import Checking
from gptdesk.ui.settings.checkup_report import checkup_report
from gptdesk.ui.settings.connection_form import ConnectionForm
from gptdesk.ui.settings.form_rules import Question, connection_of, key_of, missing, question_of
from gptdesk.ui.settings.key_words import repairs_text
from gptdesk.ui.settings.presets import Presets
from gptdesk.ui.settings.values import ConnectionDraft, FormState, KeyHome, draft_of

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.connections import ConnectionService

KEYRING_PROBLEMS = (KeyringLocked, KeyringFailed, KeyringMissing)


class FormPresenter(QObject):
    """Owns what stands in the form, from the first letter until it is saved or discarded.

    Signals:
        saved: the connection as it is stored now.
        discarded: the changes are gone.
        edited: something else stands in the form.
        proxy_requested: the section of the proxy.
    """

    saved = Signal(object)
    discarded = Signal()
    edited = Signal()
    proxy_requested = Signal()

    def __init__(
        self,
        form: ConnectionForm,
        core: CoreThread,
        service: ConnectionService,
        checking: Checking,
        presets: Presets,
        names_but: Callable[[str], set[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._core = core
        self._service = service
        self._checking = checking
        self._presets = presets
        self._names_but = names_but
        self._home = KeyHome()
        self._connection: Connection | None = None
        self._is_new = False
        self._is_saving = False
        self._was_saved = False
        form.show_presets(presets)
        form.edited.connect(self._on_edited)
        form.key.entered.connect(self._on_key_entered)
        form.keyring_action.connect(self._on_keyring_action)
        form.foot.save_requested.connect(self.save)
        form.foot.discard_requested.connect(self._on_discard)
        form.checkup.check_requested.connect(self.check)
        form.checkup.stop_requested.connect(checking.stop)
        form.checkup.action.connect(self._on_check_action)
        form.checkup.copy_requested.connect(self._on_copy)
        checking.changed.connect(self.refresh)

    def show_home(self, home: KeyHome) -> None:
        self._home = home
        self._form.show_home(home)

    def show(self, connection: Connection, draft: ConnectionDraft | None, *, is_new: bool) -> None:
        """Begin with a connection, and with what was typed for it before."""
        self._connection, self._is_new = connection, is_new
        self._was_saved = False
        self._form.show_connection(connection, draft or draft_of(connection))
        self._form.show_home(self._home)
        self._on_edited()

    def leave(self) -> ConnectionDraft | None:
        """Let go of the connection; gives what was typed and not saved."""
        connection, self._connection = self._connection, None
        if connection is None:
            return None
        draft = self._form.draft()
        self._form.show_connection(connection, draft_of(connection))
        return draft if draft != draft_of(connection) else None

    def shown(self) -> Connection | None:
        """The connection as it would be stored."""
        if self._connection is None:
            return None
        draft = self._form.draft()
        return connection_of(self._connection, draft, self._name(draft))

    def has_changes(self) -> bool:
        connection = self._connection
        return connection is not None and self._form.draft() != draft_of(connection)

    def check(self) -> None:
        if self._connection is not None and not missing(self._form.draft()):
            self._checking.start(self._question())

    def save(self, *, session_only: bool = False) -> None:
        """Store it; the form keeps everything until that has worked."""
        connection = self._connection
        draft = self._form.draft()
        if connection is None or self._is_saving or missing(draft):
            return
        self._is_saving = True
        self._form.dismiss_problem()
        asked = self._question()
        work = self._service.save(
            connection_of(connection, draft, self._name(draft)),
            key_of(draft),
            session_only=session_only or self._home.place is not KeyPlace.KEYRING,
        )
        operation = self._core.call(work, parent=self)
        operation.events.connect(lambda events: self._on_saved(asked, events[-1]))
        operation.failed.connect(self._on_save_failed)
        operation.finished.connect(self._on_save_finished)
        self.refresh()

    def refresh(self) -> None:
        """Show the check-up and the foot for what stands in the form."""
        connection = self._connection
        if connection is None:
            return
        question = self._question()
        result = self._checking.result_for(question)
        self._form.checkup.show_cost(is_free=is_private(question.connection.base_url))
        self._form.show_models(result.models if result is not None else ())
        if self._checking.is_running(connection.id):
            self._form.checkup.show_busy(self._checking.steps())
        elif result is not None:
            self._form.checkup.show_result(result)
        else:
            self._form.checkup.show_nothing()
        self._form.show_state(*self._state(connection))

    # What the form tells

    def _on_edited(self) -> None:
        if self._connection is None:
            return
        address = normalise(self._form.draft().url)
        self._form.show_address(address, is_plain=is_plain_http_outside(address.base_url))
        draft = self._form.draft()
        self._form.show_name_hint(self._suggested(draft))
        if self._checking.is_running(self._connection.id):
            self._checking.stop()
        self.refresh()
        self.edited.emit()

    def _on_key_entered(self, text: str) -> None:
        cleaned = clean_key(text)
        self._form.show_key(cleaned, repairs_text(text, cleaned))

    def _on_check_action(self, action: str) -> None:
        steps: dict[str, Callable[[], object]] = {
            "paste": self._form.key.paste,
            "address": self._form.focus_address,
            "model": self._form.focus_model,
            "settings.proxy": self.proxy_requested.emit,
        }
        steps.get(action, self.check)()

    def _on_copy(self) -> None:
        question = self._question()
        if (result := self._checking.result_for(question)) is not None:
            QGuiApplication.clipboard().setText(checkup_report(question.connection, result))
            self._form.checkup.show_copied()

    def _on_keyring_action(self, action: str) -> None:
        self.save(session_only=action == "session")

    def _on_discard(self) -> None:
        if self._connection is not None:
            self._form.show_connection(self._connection, draft_of(self._connection))
            self._on_edited()
            self.discarded.emit()

    # What the service tells

    def _on_saved(self, asked: Question, stored: Connection) -> None:
        self._checking.adopt(asked, Question(stored))
        self._is_saving = False
        if self._connection is not None and self._connection.id == stored.id:
            self.show(stored, None, is_new=False)
            self._was_saved = True
            self.refresh()
        self.saved.emit(stored)

    def _on_save_failed(self, problem: Problem) -> None:
        self._form.show_problem(problem, is_keyring=isinstance(problem, KEYRING_PROBLEMS))

    def _on_save_finished(self) -> None:
        self._is_saving = False
        self.refresh()

    # How it stands

    def _question(self) -> Question:
        assert self._connection is not None
        draft = self._form.draft()
        return question_of(self._connection, draft, self._name(draft))

    def _suggested(self, draft: ConnectionDraft) -> str:
        base_url = normalise(draft.url).base_url
        return self._presets.suggested_name(draft.preset, base_url, self._taken())

    def _name(self, draft: ConnectionDraft) -> str:
        return self._presets.name_of(draft, self._taken())

    def _taken(self) -> set[str]:
        return self._names_but(self._connection.id) if self._connection is not None else set()

    def _state(self, connection: Connection) -> tuple[FormState, str]:
        draft = self._form.draft()
        if self._is_saving:
            return FormState.SAVING, ""
        if not self._is_new and draft == draft_of(connection):
            return (FormState.SAVED if self._was_saved else FormState.CLEAN), ""
        if reason := missing(draft):
            return FormState.UNUSABLE, reason
        question = self._question()
        if not self._is_new and question.is_same(Question(connection)):
            return FormState.RENAMED, ""
        result = self._checking.result_for(question)
        if result is None:
            return FormState.UNCHECKED, ""
        return (FormState.PASSED if result.problem is None else FormState.FAILED), ""
