"""The list of conversations: load, search, pin, rename, copy, delete and bring back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from gptdesk.domain.conversations import Conversation, SearchHit
from gptdesk.ui.chat.list.rows import conversation_rows, hit_rows, shown_title

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.conversations import ConversationService
    from gptdesk.ui.chat.list.panel import ListPanel

translate = QCoreApplication.translate

SEARCH_MS = 120


class ListPresenter(QObject):
    """Owns what the list shows.

    Signals:
        open_requested: conversation id and message id.
        deleted: conversation id, now hidden.
        changed: what is known of the conversations is different now.
        copied: the conversation is on the clipboard.
    """

    open_requested = Signal(str, str)
    deleted = Signal(str)
    changed = Signal()
    copied = Signal()

    def __init__(
        self,
        side: ListPanel,
        calls: Calls,
        conversations: ConversationService,
        parent: QObject,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._side = side
        self._calls = calls
        self._service = conversations
        self._today = today
        self._all: tuple[Conversation, ...] = ()
        self._hits: tuple[SearchHit, ...] | None = None
        self._answering: frozenset[str] = frozenset()
        self._open = ""
        self._is_loading = False
        self._must_load_again = False
        self._deleted: Conversation | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self._search)
        self._connect()

    @property
    def conversations(self) -> tuple[Conversation, ...]:
        return self._all

    def find(self, conversation_id: str) -> Conversation | None:
        return next((c for c in self._all if c.id == conversation_id), None)

    def refresh(self) -> None:
        """Read the list again; calls that come meanwhile are answered together."""
        if self._is_loading:
            self._must_load_again = True
            return
        self._is_loading = True
        self._calls.run(self._service.all(), self._on_loaded, self._on_load_failed)

    def set_answering(self, answering: frozenset[str]) -> None:
        self._answering = answering
        self.show()

    def set_open(self, conversation_id: str, message_id: str = "") -> None:
        self._open = conversation_id
        self.show()
        self._side.set_open(conversation_id, message_id)

    def set_draft(self, conversation_id: str, draft: str) -> None:
        """Known here before the list is read again."""
        self._all = tuple(
            replace(c, draft=draft) if c.id == conversation_id else c for c in self._all
        )
        self.show()

    def show(self) -> None:
        """Draw anew with the words and the day of now."""
        is_search = self._hits is not None
        if self._hits is not None:
            rows = hit_rows(self._hits, self._today()) if self._hits else []
        else:
            rows = conversation_rows(self._all, self._answering, self._today(), self._open)
        self._side.set_rows(rows, is_search=is_search)

    # One function for each gesture

    def rename(self, conversation_id: str, title: str) -> None:
        self._calls.run(self._service.rename(conversation_id, title), self._on_changed)

    def set_pinned(self, conversation_id: str, pinned: bool) -> None:
        self._calls.run(self._service.set_pinned(conversation_id, pinned), self._on_changed)

    def copy(self, conversation_id: str) -> None:
        picture = translate("ChatCopy", "Picture: {name} ({size})")
        names = (translate("ChatCopy", "You"), translate("ChatCopy", "Answer"), picture)
        self._calls.run(self._service.as_markdown(conversation_id, names), self._on_copied)

    def delete(self, conversation_id: str) -> None:
        """Hide it and offer to take that back."""
        conversation = self.find(conversation_id)
        if conversation is not None:
            done = partial(self._on_deleted, conversation)
            self._calls.run(self._service.delete(conversation_id), done)

    def drop_empty(self, conversation_id: str) -> None:
        """A chat in which nothing was ever said goes without a word."""
        self._calls.run(self._service.delete(conversation_id), self._on_changed)

    def shutdown(self) -> None:
        self._timer.stop()

    def _connect(self) -> None:
        side = self._side
        side.search_changed.connect(self._on_search_changed)
        side.opened.connect(self.open_requested)
        side.renamed.connect(self.rename)
        side.pin_requested.connect(self.set_pinned)
        side.copy_requested.connect(self.copy)
        side.delete_requested.connect(self.delete)
        side.undone.connect(self._on_undone)

    def _on_loaded(self, conversations: tuple[Conversation, ...]) -> None:
        self._is_loading = False
        self._all = conversations
        self.show()
        self._side.set_open(self._open)
        self.changed.emit()
        if self._must_load_again:
            self._must_load_again = False
            self.refresh()

    def _on_load_failed(self, problem: object) -> None:
        self._is_loading = False
        self._must_load_again = False
        self._calls.failed.emit(problem)

    def _on_changed(self, _result: object = None) -> None:
        self.refresh()

    def _on_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()

    def _on_deleted(self, conversation: Conversation, _result: object) -> None:
        self._deleted = conversation
        self._side.offer_undo(shown_title(conversation.title))
        self.deleted.emit(conversation.id)
        self.refresh()

    def _on_undone(self) -> None:
        if self._deleted is not None:
            gone, self._deleted = self._deleted.id, None
            self._calls.run(self._service.restore(gone), partial(self._on_restored, gone))

    def _on_restored(self, conversation_id: str, _result: object) -> None:
        self.refresh()
        self.open_requested.emit(conversation_id, "")

    def _on_search_changed(self, text: str) -> None:
        if text.strip():
            self._timer.start()
            return
        self._timer.stop()
        self._hits = None
        self.show()
        self._side.set_open(self._open)

    def _search(self) -> None:
        query = self._side.search.text().strip()
        if query:
            self._calls.run(self._service.search(query), partial(self._on_found, query))

    def _on_found(self, query: str, hits: tuple[SearchHit, ...]) -> None:
        if query == self._side.search.text().strip():  # otherwise a later one is on its way
            self._hits = hits
            self.show()
