"""The rows that have widgets now, and how high every row is."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.ui.chat.transcript import measures
from gptdesk.ui.chat.transcript.answer_row import AnswerRow
from gptdesk.ui.chat.transcript.heights import Heights
from gptdesk.ui.chat.transcript.model import TranscriptModel
from gptdesk.ui.chat.transcript.own_row import OwnRow
from gptdesk.ui.chat.transcript.row import INSET, Row
from gptdesk.ui.chat.transcript.trouble import TroubleNote
from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from gptdesk.ui.chat.presenting.trouble import Trouble
    from gptdesk.ui.widgets.thumbnails import Thumbnails

SPARE = 4
"""So many widgets wait for the next row; more are not needed from one frame to the next."""


class Stage(QObject):
    """Gives widgets to rows and takes them back.

    Signals:
        resized: a row changed its height by itself.
        filled: a row got its widget, or other contents.
        action: the message's id, and copy, plain, regenerate, continue or picture.0 and so on.
        version_requested: the message's id and one step back or forth.
        link_activated, faq_requested: an address; the id of an FAQ entry.
        notice_action: the message's id and which button was pressed.
    """

    resized = Signal()
    filled = Signal(object)
    action = Signal(str, str)
    version_requested = Signal(str, int)
    link_activated = Signal(str)
    faq_requested = Signal(str)
    notice_action = Signal(str, str)

    def __init__(self, viewport: QWidget, model: TranscriptModel, parent: QObject) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._model = model
        self._theme = Theme.current()
        self._spare: list[Row] = []
        self._notes: dict[str, TroubleNote] = {}
        self.thumbnails: Thumbnails | None = None
        self.alive: dict[int, Row] = {}
        self.heights = Heights()
        self.column = 0

    # Heights

    def guess_all(self, width: int) -> None:
        """Nothing is known of any row, in a transcript of this width."""
        self.column = measures.column_width(self._theme, width)
        entries = (self._model.entry(row) for row in range(self._model.rowCount()))
        self.heights = Heights(self._guess(entry) for entry in entries)
        for row in self.alive:
            self.measure(row)

    def guess(self, first: int, last: int) -> None:
        """Guess again, for those of these rows that have no widget."""
        for row in range(max(0, first), min(last + 1, len(self.heights))):
            if row not in self.alive:
                self.heights.set(row, self._guess(self._model.entry(row)), known=False)

    def append(self, row: int) -> None:
        self.heights.append(self._guess(self._model.entry(row)))
        self._mark_newest()

    def remove(self, first: int, last: int) -> None:
        for row in [row for row in self.alive if row >= first]:
            self._release(row)
        for row in range(last, first - 1, -1):
            self.heights.remove(row)
        self._mark_newest()

    def measure(self, row: int) -> int:
        """Lay the row out and note how high it is."""
        widget = self.alive[row]
        height = widget.lay_out(self.column)
        self.heights.set(row, height)
        widget.resize(self.column + 2 * INSET, height)
        return height

    # Widgets

    def ensure(self, row: int) -> int:
        """Make sure that a row has its widget, if its text is there; returns its height."""
        message = None if row in self.alive else self.message(row)
        if message is None:
            return self.heights[row]
        widget = self._take(message)
        self.alive[row] = widget
        self._fill(widget, message)
        return self.measure(row)

    def renew(self, row: int) -> None:
        """The message of a row is another now."""
        widget = self.alive.get(row)
        if widget is None:
            return
        message = self.message(row)
        if message is None or widget.is_own != (message.role is Role.USER):
            self._release(row)
            return
        self._fill(widget, message)
        self.measure(row)

    def grow(self) -> None:
        """The last message has more text."""
        row = len(self.heights) - 1
        widget, message = self.alive.get(row), self.message(row)
        if isinstance(widget, AnswerRow) and message is not None:
            widget.grow(message)
            self.measure(row)
        elif widget is None:
            self.guess(row, row)

    def keep(self, rows: Collection[int]) -> None:
        """These rows have widgets, as far as their texts are there, and no others."""
        for row in [row for row in self.alive if row not in rows]:
            self._release(row)
        for row in sorted(rows):
            if 0 <= row < len(self.heights):
                self.ensure(row)
        for widget in self._spare[SPARE:]:
            widget.deleteLater()
        del self._spare[SPARE:]

    def clear(self) -> None:
        """Another conversation."""
        self.keep(())
        for note in self._notes.values():
            note.hide()
            note.deleteLater()
        self._notes.clear()

    def growing_row(self) -> int | None:
        """An answer that grows keeps its widget: to read all of it again would take too long."""
        row = len(self.heights) - 1
        message = self.message(row) if row in self.alive else None
        is_growing = message is not None and message.state is MessageState.STREAMING
        return row if is_growing else None

    def message(self, row: int) -> ChatMessage | None:
        """The message of a row, if its text is loaded."""
        if not 0 <= row < self._model.rowCount():
            return None
        entry = self._model.entry(row)
        return entry if isinstance(entry, ChatMessage) else None

    def in_order(self) -> list[QWidget]:
        """The Tab key goes down the page, though rows get their widgets in any order."""
        return [part for row in sorted(self.alive) for part in self.alive[row].tab_parts()]

    def restyle(self) -> None:
        for widget in (*self.alive.values(), *self._spare):
            widget.restyle()

    def stop(self) -> None:
        """Nothing moves any more."""
        for widget in (*self.alive.values(), *self._spare):
            widget.stop()

    # Trouble

    def show_trouble(self, trouble: Trouble) -> None:
        self.clear_trouble(trouble.message_id)
        note = TroubleNote(trouble, self._viewport)
        note.action.connect(self.notice_action)
        note.faq_requested.connect(self.faq_requested)
        note.resized.connect(self._on_note_resized)
        self._notes[trouble.message_id] = note
        self._dress_row(trouble.message_id)

    def clear_trouble(self, message_id: str = "") -> None:
        for name in [message_id] if message_id else list(self._notes):
            note = self._notes.pop(name, None)
            if note is not None:
                self._dress_row(name)
                note.hide()
                note.deleteLater()

    def troubles(self) -> list[Trouble]:
        return [note.trouble for note in self._notes.values()]

    # Inside

    def _guess(self, entry: object) -> int:
        return measures.guess_height(self._theme, entry, self.column)  # type: ignore[arg-type]

    def _mark_newest(self) -> None:
        last = self._model.rowCount() - 1
        for row, widget in self.alive.items():
            widget.set_newest(row == last)

    def _take(self, message: ChatMessage) -> Row:
        is_own = message.role is Role.USER
        for number, widget in enumerate(self._spare):
            if widget.is_own == is_own:
                return self._spare.pop(number)
        made: Row
        if is_own:
            made = OwnRow(self._viewport, self.thumbnails)
        else:
            made = AnswerRow(self._viewport)
        made.resized.connect(self._on_row_resized)
        made.action.connect(self._on_action)
        made.selected.connect(self._on_selected)
        made.version_requested.connect(self._on_version)
        made.link_activated.connect(self.link_activated)
        return made

    def _fill(self, widget: Row, message: ChatMessage) -> None:
        widget.set_newest(self._model.row_of(message.id) == self._model.rowCount() - 1)
        widget.show_message(message, self._model.cost(message.id))
        self._dress(widget)
        self.filled.emit(widget)

    def _release(self, row: int) -> None:
        widget = self.alive.pop(row)
        if widget.note is not None:
            widget.note.setParent(self._viewport)
            widget.note.hide()
        widget.set_note(None)
        widget.hide()
        widget.stop()
        self._spare.append(widget)

    def _dress(self, widget: Row) -> None:
        """Put the notice of its message under a row."""
        note = self._notes.get(widget.message.id) if widget.message is not None else None
        widget.set_note(note, note.mark if note is not None else "")

    def _dress_row(self, message_id: str) -> None:
        row = self._model.row_of(message_id)
        if row in self.alive:
            self._dress(self.alive[row])
            self.measure(row)

    def _on_note_resized(self, message_id: str) -> None:
        before = self.heights.total
        self._dress_row(message_id)
        if self.heights.total != before:
            self.resized.emit()

    def _on_row_resized(self) -> None:
        for row, widget in self.alive.items():
            if widget is self.sender():
                self.measure(row)
        self.resized.emit()

    def _on_selected(self) -> None:
        """There is one selection, or nobody knows what Copy copies."""
        for widget in self.alive.values():
            if widget is not self.sender():
                widget.body.clear_selection()

    def _on_action(self, name: str) -> None:
        if (message := self._sender()) is not None:
            self.action.emit(message.id, name)

    def _on_version(self, step: int) -> None:
        if (message := self._sender()) is not None:
            self.version_requested.emit(message.id, step)

    def _sender(self) -> ChatMessage | None:
        row = self.sender()
        return row.message if isinstance(row, Row) else None
