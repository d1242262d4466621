"""Finds a text in the open conversation, also in messages that are not loaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from gptdesk.domain.messages import ChatMessage
from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from gptdesk.ui.chat.transcript.model import TranscriptModel
    from gptdesk.ui.chat.transcript.row import Row
    from gptdesk.ui.chat.transcript.view import TranscriptView


class Search(QObject):
    """Counts and walks through the places. A message that is not loaded counts once until it is.

    Signals:
        wanted: a text to be looked up in the messages that are not loaded.
        moved: which hit is shown, from 1, and how many there are; 0 of 0 if there is none.
    """

    wanted = Signal(str)
    moved = Signal(int, int)

    def __init__(self, view: TranscriptView, model: TranscriptModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._theme = Theme.current()
        self._query = ""
        self._counts: dict[int, int] = {}
        self._current: tuple[int, int] | None = None

    @property
    def query(self) -> str:
        return self._query

    @property
    def count(self) -> int:
        return sum(self._counts.values())

    def begin(self, query: str) -> int:
        """Look for another text; starts at what is on the screen."""
        self._query = query
        self._current = None
        self._counts = self._count_loaded()
        if query and self._has_unloaded():
            self.wanted.emit(query)
        self._choose_first()
        return self.count

    def clear(self) -> None:
        self.begin("")

    def step(self, by: int) -> None:
        """To the next or previous hit, round and round."""
        places = self._places()
        if not places:
            return
        number = places.index(self._current) if self._current in places else -1
        self._go(places[(number + by) % len(places)])

    def set_positions(self, positions: Sequence[int]) -> None:
        """These messages, of those that are not loaded, hold the text."""
        for position in positions:
            row = self._model.row_at(position)
            if row >= 0 and not isinstance(self._model.entry(row), ChatMessage):
                self._counts[row] = 1
        if self._current is None:
            self._choose_first()
        else:
            self._tell()

    def renew(self, first: int, last: int) -> None:
        """Texts of these rows came or changed."""
        if not self._query:
            return
        for row in range(first, last + 1):
            entry = self._model.entry(row)
            if isinstance(entry, ChatMessage):
                self._set_count(row, entry.text)
        if self._current is not None and first <= self._current[0] <= last:
            self._go(self._current)
        else:
            self._tell()

    def forget(self, first: int) -> None:
        """This row is gone, and those after it moved."""
        if self._query:
            unloaded = {row: n for row, n in self._counts.items() if row < first}
            self._counts = {**unloaded, **self._count_loaded()}
            self._tell()

    def mark(self, widget: Row) -> None:
        """Tint the places in a row that got its widget."""
        marks: list[QTextEdit.ExtraSelection] = []
        if self._query:
            document = widget.body.markdown
            cursor = document.find(self._query)
            current = self._current_cursor(widget)
            while not cursor.isNull():
                marks.append(self._mark(cursor, is_current=cursor == current))
                cursor = document.find(self._query, cursor)
        widget.body.setExtraSelections(marks)

    def _mark(self, cursor: QTextCursor, *, is_current: bool) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        looks = QTextCharFormat()
        looks.setBackground(self._theme.color("accent" if is_current else "selection"))
        if is_current:
            looks.setForeground(self._theme.color("on-accent"))
        found.cursor, found.format = cursor, looks
        return found

    def _current_cursor(self, widget: Row) -> QTextCursor | None:
        if self._current is None or widget.message is None:
            return None
        row, number = self._current
        if self._model.row_of(widget.message.id) != row:
            return None
        return widget.find_in_text(self._query, number)

    def _count_loaded(self) -> dict[int, int]:
        counts: dict[int, int] = {}
        wanted = self._query.casefold()
        if wanted:
            for row in range(self._model.rowCount()):
                entry = self._model.entry(row)
                if isinstance(entry, ChatMessage) and (n := entry.text.casefold().count(wanted)):
                    counts[row] = n
        return counts

    def _set_count(self, row: int, text: str) -> None:
        count = text.casefold().count(self._query.casefold())
        if count:
            self._counts[row] = count
        else:
            self._counts.pop(row, None)

    def _has_unloaded(self) -> bool:
        rows = range(self._model.rowCount())
        return any(not isinstance(self._model.entry(row), ChatMessage) for row in rows)

    def _places(self) -> list[tuple[int, int]]:
        return [
            (row, number) for row in sorted(self._counts) for number in range(self._counts[row])
        ]

    def _choose_first(self) -> None:
        """The last place at or above the end of the screen, as people look for what was said."""
        places = self._places()
        seen = self._view.visible_rows()
        limit = seen[-1] if seen else self._model.rowCount()
        before = [place for place in places if place[0] <= limit]
        if places:
            self._go(before[-1] if before else places[0])
        else:
            self._mark_all()
            self._tell()

    def _go(self, place: tuple[int, int]) -> None:
        row, number = place
        if self._view.row_widget(row) is None:
            self._view.show_row(row)
        if row in self._counts:
            number = min(number, self._counts[row] - 1)
        self._current = (row, number)
        widget = self._view.row_widget(row)
        cursor = widget.find_in_text(self._query, number) if widget is not None else None
        if widget is not None and cursor is not None:
            self._view.ensure_seen(row, widget.top_of(cursor))
        self._mark_all()
        self._tell()

    def _mark_all(self) -> None:
        for _row, widget in self._view.widgets():
            self.mark(widget)

    def _tell(self) -> None:
        places = self._places()
        number = places.index(self._current) + 1 if self._current in places else 0
        self.moved.emit(number, len(places))
