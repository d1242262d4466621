"""Connects the views of Connections with the service that keeps them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.catalogue import Task
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.ui.settings.checking import Checking
from gptdesk.ui.settings.connection_list import ConnectionList
from gptdesk.ui.settings.connection_words import name_of
from gptdesk.ui.settings.connections_view import ConnectionsView
from gptdesk.ui.settings.fixed_checkup import FixedCheckup
from gptdesk.ui.settings.form_presenter import FormPresenter
from gptdesk.ui.settings.form_rules import Question, connection_of
from gptdesk.ui.settings.found import Found
from gptdesk.ui.settings.presets import Presets, distinct
from gptdesk.ui.settings.roles import Roles
from gptdesk.ui.settings.values import (
    ConnectionDraft,
    ConnectionRow,
    KeyHome,
    Network,
    duplicate_of,
    new_connection,
)

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.connections import ConnectionService


class ConnectionsPresenter(QObject):
    """Owns which connection is shown, and keeps what was typed for the others.

    Signals:
        changed: connections or their keys are different now.
        default_chosen: a Task, and the id of the connection that its tab shall use.
        pack_requested: the section of the offline pack.
        faq_requested: an FAQ entry.
        chat_requested: the connection is ready, and now it is to be used.
        proxy_requested: the section of the proxy.
        link_opened: a page that the user wants to see in the browser.
    """

    changed = Signal()
    default_chosen = Signal(object, str)
    pack_requested = Signal()
    faq_requested = Signal(str)
    chat_requested = Signal()
    proxy_requested = Signal()
    link_opened = Signal(str)

    def __init__(
        self,
        view: ConnectionsView,
        core: CoreThread,
        service: ConnectionService,
        network: Network,
        chosen_for: Callable[[Task], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._presets = Presets(network.catalogue)
        self._roles = Roles(self._presets, chosen_for)
        self._current = ""
        self._wanted = ""
        self._new: Connection | None = None
        self._drafts: dict[str, ConnectionDraft] = {}
        self._list = ConnectionList(core, service, self)
        self._checking = Checking(core, network.checkup, self)
        self._form = FormPresenter(
            view.form, core, service, self._checking, self._presets, self._names_but, self
        )
        self._fixed = FixedCheckup(
            view.fixed.checkup, self._checking, lambda: self._find(self._current), self
        )
        self._found = Found(view.found, core, network.local_servers, self)
        self._connect()

    # What others ask for

    def reload(self) -> None:
        self._list.load()

    def look_for_servers(self) -> None:
        self._found.look()

    def refresh(self) -> None:
        """Show the list and the head, for instance with another default."""
        rows = [self._row(c) for c in self._shown()]
        self._view.show_rows(rows, self._current)
        if (connection := self._find(self._current)) is None:
            return
        is_custom = connection.kind is ConnectionKind.CUSTOM
        self._view.form.key.show_lost(connection.id in self._list.value.without_key)
        view = self._view.form if is_custom else self._view.fixed
        view.head.show_head(
            name_of((self._form.shown() if is_custom else None) or connection),
            tasks=self._roles.tasks(connection),
            used_for=self._roles.used_for(connection, self._list.value.connections),
            can_be_used=not self._is_new(connection) and not self._is_missing(connection),
            can_be_edited=is_custom,
        )

    def show(self, connection_id: str) -> None:
        """Go to a connection, also to one that is only being loaded."""
        self._wanted = connection_id
        self._choose(connection_id)

    def add(self, service_id: str = "") -> bool:
        """A new connection; one that was begun goes on, then it gives False. Nothing is stored."""
        new = self._new or new_connection(uuid.uuid4().hex, self._presets.first(service_id))
        begins, self._new = self._new is None, new
        self._choose(new.id)
        self._view.form.focus_first()
        return begins

    def key_home(self) -> KeyHome:
        """Where keys are kept, as far as it is known."""
        return self._list.value.home

    async def forget_removed_keys(self) -> None:
        await self._list.forget_removed_keys()

    def shutdown(self) -> None:
        self._view.undo.shutdown()
        self._checking.stop()
        self._found.stop()

    # How it hangs together

    def _connect(self) -> None:
        view = self._view
        view.chosen.connect(self._choose)
        view.add_requested.connect(self.add)
        view.undo.undone.connect(self._on_undone)
        view.form.foot.chat_requested.connect(self.chat_requested)
        view.undo.expired.connect(self._list.forget)
        view.fixed.pack_requested.connect(self.pack_requested)
        for part in (view.form, view.fixed):
            part.checkup.faq_requested.connect(self.faq_requested)
            part.head.use_requested.connect(
                lambda task: self.default_chosen.emit(task, self._current)
            )
        view.form.head.duplicate_requested.connect(self._on_duplicate)
        view.form.service.link_opened.connect(self.link_opened)
        self._found.wanted.connect(self._begin_with)
        view.form.head.remove_requested.connect(self._on_remove)
        self._fixed.proxy_requested.connect(self.proxy_requested)
        self._checking.changed.connect(self._on_checking_changed)
        self._form.saved.connect(self._on_saved)
        self._form.discarded.connect(self.discard_new)
        self._form.edited.connect(self.refresh)
        self._form.proxy_requested.connect(self.proxy_requested)
        self._list.loaded.connect(self._on_loaded)
        self._list.changed.connect(self.changed)
        self._list.removed.connect(self._on_removed)
        self._list.failed.connect(view.show_problem)

    def _shown(self) -> tuple[Connection, ...]:
        new = () if self._new is None else (self._new,)
        return (*new, *self._list.shown())

    def _find(self, connection_id: str) -> Connection | None:
        return next((c for c in self._shown() if c.id == connection_id), None)

    def _is_new(self, connection: Connection) -> bool:
        return self._new is not None and connection.id == self._new.id

    def _is_missing(self, connection: Connection) -> bool:
        return connection.kind is ConnectionKind.OFFLINE and self._list.is_pack_missing

    def _names_but(self, connection_id: str) -> set[str]:
        return {name_of(c) for c in self._shown() if c.id != connection_id}

    def _draft_shown(self, connection: Connection, draft: ConnectionDraft) -> Connection:
        name = self._presets.name_of(draft, self._names_but(connection.id))
        return connection_of(connection, draft, name)

    def _row(self, connection: Connection) -> ConnectionRow:
        is_current = connection.id == self._current
        has_changes = self._form.has_changes() if is_current else connection.id in self._drafts
        shown = None
        if self._is_new(connection):
            draft = self._drafts.get(connection.id)
            shown = self._draft_shown(connection, draft) if draft else self._form.shown()
        return ConnectionRow(
            shown or connection,
            self._checking.result_for(Question(connection)),
            used_for=self._roles.used_for(connection, self._list.value.connections),
            is_draft=self._is_new(connection) or has_changes,
            is_missing=self._is_missing(connection),
            needs_key=connection.id in self._list.value.without_key,
        )

    # Going from one to the other

    def _choose(self, connection_id: str) -> None:
        """Show a connection; what was typed for the last one is kept."""
        if (connection := self._find(connection_id)) is None:
            return
        self._wanted = ""
        self._leave()
        self._current = connection_id
        if connection.kind is ConnectionKind.CUSTOM:
            draft = self._drafts.pop(connection_id, None)
            self._form.show(connection, draft, is_new=self._is_new(connection))
            self._view.show_form()
        else:
            self._view.fixed.show_connection(connection, is_ready=not self._is_missing(connection))
            self._fixed.show(connection)
            self._view.show_fixed()
        self.refresh()

    def _leave(self) -> None:
        self._checking.stop()
        if (draft := self._form.leave()) is not None:
            self._drafts[self._current] = draft
        elif self._new is not None and self._current == self._new.id:
            self._new = None

    def _choose_another(self) -> None:
        """The shown one is gone: take the default, or whatever there is."""
        self._current = ""
        wanted = self._wanted or self._roles.default(self._list.value.connections)
        if self._find(wanted) is None:
            wanted = next((one.id for one in self._shown()), "")
        if wanted:
            self._choose(wanted)
            self._view.show_list()

    # What the others tell

    def _on_checking_changed(self) -> None:
        connection = self._find(self._current)
        if connection is not None and connection.kind is ConnectionKind.ENVIRONMENT:
            self._fixed.show(connection)
        self.refresh()

    def _on_loaded(self) -> None:
        self._view.notice.dismiss()
        self._form.show_home(self._list.value.home)
        self._found.show_known(self._list.value.connections)
        if self._wanted and self._find(self._wanted) is not None:
            self._choose(self._wanted)
        elif (current := self._find(self._current)) is None:
            self._choose_another()
        elif current.kind is not ConnectionKind.CUSTOM:
            self._choose(self._current)
        self.refresh()

    def _on_saved(self, stored: Connection) -> None:
        if self._new is not None and self._new.id == stored.id:
            self._new = None
        self.changed.emit()
        self._list.load()

    def discard_new(self) -> None:
        if self._new is not None and self._new.id == self._current:
            self._new = None
            self._form.leave()
            self._choose_another()
        self.refresh()

    def _begin_with(self, connection: Connection) -> None:
        """A new connection that is filled in already; nothing is stored until it is saved."""
        if self._new is not None:
            self._drafts.pop(self._new.id, None)
            if self._current == self._new.id:
                self._form.leave()
                self._current = ""
        self._new = connection
        self._choose(connection.id)

    def _on_duplicate(self) -> None:
        if (shown := self._form.shown()) is not None:
            name = distinct(shown.name, self._names_but(""))
            self._begin_with(duplicate_of(shown, uuid.uuid4().hex, name))

    def _on_remove(self) -> None:
        if (connection := self._find(self._current)) is not None:
            self._drafts.pop(connection.id, None)
            if self._is_new(connection):
                self.discard_new()
            else:
                self._list.remove(connection)

    def _on_removed(self, connection: Connection) -> None:
        self._form.leave()
        self._checking.forget(connection.id)
        self._view.offer_undo(name_of(connection))

    def _on_undone(self) -> None:
        self._wanted = self._list.undo_remove()
