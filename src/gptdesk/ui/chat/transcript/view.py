"""The conversation on the screen: widgets for what is seen, arithmetic for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from gptdesk.domain.messages import ChatMessage, Role
from gptdesk.ui.chat.transcript.model import Role as DataRole
from gptdesk.ui.chat.transcript.model import TranscriptModel
from gptdesk.ui.chat.transcript.placed import PlacedView
from gptdesk.ui.chat.transcript.searching import Search

if TYPE_CHECKING:
    from gptdesk.ui.chat.presenting.trouble import Trouble
    from gptdesk.ui.widgets.thumbnails import Thumbnails

translate = QCoreApplication.translate

FRAME_MS = 33
GROWTH = {int(DataRole.TAIL), int(DataRole.REASONING)}


class TranscriptView(PlacedView):
    """Shows a TranscriptModel.

    Signals:
        link_activated: the address of a link that was clicked.
        copy_requested, regenerate_requested, continue_requested: the message's id.
        version_requested: the message's id and one step back or forth.
        picture_requested: the message's id and which of its pictures is to be seen large.
        notice_action: the message's id and which button was pressed.
        faq_requested: the id of an FAQ entry.
        bodies_wanted: first and last row whose texts are needed, as the model's signal.
        find_positions_wanted: a text to be looked up in messages whose texts are not loaded.
        found: which hit is shown (from 1) and how many there are.
    """

    link_activated = Signal(str)
    copy_requested = Signal(str)
    regenerate_requested = Signal(str)
    continue_requested = Signal(str)
    version_requested = Signal(str, int)
    picture_requested = Signal(str, int)
    notice_action = Signal(str, str)
    faq_requested = Signal(str)
    bodies_wanted = Signal(int, int)
    find_positions_wanted = Signal(str)
    found = Signal(int, int)

    def __init__(self, model: TranscriptModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setObjectName("chat.transcript")
        self._search = Search(self, model)
        self._growth = QTimer(self)
        self._growth.setSingleShot(True)
        self._growth.setInterval(FRAME_MS)
        self._growth.timeout.connect(self.flush)
        self._connect()
        self._on_reset()
        self._retranslate()

    def set_thumbnails(self, thumbnails: Thumbnails) -> None:
        """Where the pictures of rows come from; told before there are any."""
        self._stage.thumbnails = thumbnails

    def show_message(self, message_id: str) -> None:
        """Scroll to a message."""
        row = self._model.row_of(message_id)
        if row >= 0:
            self.show_row(row)

    # Trouble

    def show_trouble(self, trouble: Trouble) -> None:
        """A notice under a message: what failed, what was kept and what to do next."""
        self._stage.show_trouble(trouble)
        self._arrange()

    def clear_trouble(self, message_id: str = "") -> None:
        """Take the notice of this message away, or all."""
        self._stage.clear_trouble(message_id)
        self._arrange()

    def troubles(self) -> list[Trouble]:
        """What stands under messages now."""
        return self._stage.troubles()

    # Finding; the bar speaks to these

    def find_text(self, query: str) -> int:
        """Mark a text everywhere; returns how often it is there, as far as is known."""
        return self._search.begin(query)

    def find_next(self) -> None:
        self._search.step(1)

    def find_previous(self) -> None:
        self._search.step(-1)

    def set_find_positions(self, positions: Sequence[int]) -> None:
        """Messages that are not loaded and hold the text, by their position."""
        self._search.set_positions(positions)

    def shutdown(self) -> None:
        """Stop what would tick on."""
        self._growth.stop()
        self._stage.stop()

    # What changes in the model

    def flush(self) -> None:
        """Show what has arrived of the growing answer, now."""
        self._growth.stop()
        self._stage.grow()
        self._arrange()

    def _on_changed(self, first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        if set(roles) & GROWTH:
            if not self._growth.isActive():
                self._growth.start()
            return
        for row in range(first.row(), last.row() + 1):
            self._stage.renew(row)
        self._stage.guess(first.row(), last.row())
        self._search.renew(first.row(), last.row())
        self._arrange()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self._stage.append(row)
            if self._model.entry(row).role is Role.USER:
                self._anchor.is_at_end = True  # whoever sends wants to see the answer
        self._search.renew(first, last)
        self._arrange()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._stage.remove(first, last)
        self._search.forget(first)
        self._arrange()

    def _on_reset(self) -> None:
        self._growth.stop()
        self._stage.clear()
        self._stage.guess_all(self.width())
        self._anchor.to_row(0)
        self._anchor.is_at_end = True
        self._search.clear()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # What people do

    def _on_action(self, message_id: str, name: str) -> None:
        match name:
            case "copy":
                self.copy_requested.emit(message_id)
            case "regenerate":
                self.regenerate_requested.emit(message_id)
            case "continue":
                self.continue_requested.emit(message_id)
            case "plain":
                self._copy_plain(message_id)
            case _ if name.startswith("picture."):
                self.picture_requested.emit(message_id, int(name.removeprefix("picture.")))

    def _copy_plain(self, message_id: str) -> None:
        from gptdesk.domain.markdown import parse, plain_text

        entry = self._model.entry(self._model.row_of(message_id))
        if isinstance(entry, ChatMessage):
            QGuiApplication.clipboard().setText(plain_text(parse(entry.text)))

    # Inside

    def _connect(self) -> None:
        model, stage = self._model, self._stage
        model.dataChanged.connect(self._on_changed)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.modelReset.connect(self._on_reset)
        model.bodies_wanted.connect(self.bodies_wanted)
        stage.action.connect(self._on_action)
        stage.version_requested.connect(self.version_requested)
        stage.link_activated.connect(self.link_activated)
        stage.notice_action.connect(self.notice_action)
        stage.faq_requested.connect(self.faq_requested)
        stage.filled.connect(self._search.mark)
        self._search.wanted.connect(self.find_positions_wanted)
        self._search.moved.connect(self.found)

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Transcript", "Conversation"))
        self.viewport().setAccessibleName(translate("Transcript", "Messages"))
        self._jump.set_label(translate("Transcript", "Jump to the latest message"))
