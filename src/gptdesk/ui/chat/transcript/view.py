"""The conversation on the screen: widgets for what is seen, arithmetic for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.ui.chat.transcript import measures
from gptdesk.ui.chat.transcript.heights import Heights
from gptdesk.ui.chat.transcript.jump import JumpButton
from gptdesk.ui.chat.transcript.model import Role as DataRole
from gptdesk.ui.chat.transcript.model import TranscriptModel
from gptdesk.ui.chat.transcript.rows import INSET, AnswerRow, OwnRow, Row
from gptdesk.ui.chat.transcript.searching import Search
from gptdesk.ui.chat.transcript.trouble import TroubleNote
from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from gptdesk.ui.chat.presenting.trouble import Trouble

translate = QCoreApplication.translate

FRAME_MS = 33
STEP = 40
AHEAD = 20
"""Texts are asked for this many rows before they are seen."""
GROWTH = {int(DataRole.TAIL), int(DataRole.REASONING)}


class TranscriptView(QAbstractScrollArea):
    """Keeps its place by what is being read, not by a number of pixels.

    The anchor is the row at the upper edge and how much of it is above. Whatever turns out to be
    higher or lower than it was guessed, the anchor stays where it is. At the end of the
    conversation the end is the anchor.

    Signals:
        link_activated: the address of a link that was clicked.
        copy_requested, regenerate_requested, continue_requested: the message's id.
        version_requested: the message's id and one step back or forth.
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
    notice_action = Signal(str, str)
    faq_requested = Signal(str)
    bodies_wanted = Signal(int, int)
    find_positions_wanted = Signal(str)
    found = Signal(int, int)

    def __init__(self, model: TranscriptModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.transcript")
        self._model = model
        self._theme = Theme.current()
        self._heights = Heights()
        self._column = 0
        self._alive: dict[int, Row] = {}
        self._spare: list[Row] = []
        self._anchor = (0, -measures.TOP)
        self._is_at_end = True
        self._is_arranging = False
        self._notes: dict[str, TroubleNote] = {}
        self._growth = QTimer(self)
        self._growth.setSingleShot(True)
        self._growth.setInterval(FRAME_MS)
        self._growth.timeout.connect(self.flush)
        self._jump = JumpButton(self)
        self._jump.clicked.connect(self.go_to_end)
        self.search = Search(self, model)
        self._set_up()
        self._connect()
        self._on_reset()
        self._retranslate()

    # What others ask of it

    def model(self) -> TranscriptModel:
        """The messages, oldest first; their text is the DisplayRole."""
        return self._model

    @property
    def is_at_end(self) -> bool:
        return self._is_at_end

    @property
    def rows_alive(self) -> int:
        """How many rows have widgets now."""
        return len(self._alive)

    def row_widget(self, row: int) -> Row | None:
        """The widget of a row, if it has one now."""
        return self._alive.get(row)

    def visible_rows(self) -> list[int]:
        """The rows of which something can be seen."""
        height = self.viewport().height()
        return sorted(
            row for row, widget in self._alive.items() if widget.y() < height and _end(widget) > 0
        )

    def go_to_end(self) -> None:
        self._is_at_end = True
        self._arrange()

    def show_message(self, message_id: str) -> None:
        """Scroll to a message."""
        row = self._model.row_of(message_id)
        if row >= 0:
            self.show_row(row)

    def show_row(self, row: int, offset: int = 0) -> None:
        """Scroll so that this row, or what lies `offset` below its top, is near the upper edge."""
        self._is_at_end = False
        self._anchor = (row, offset - measures.TOP)
        self._arrange()

    def ensure_seen(self, row: int, y: int) -> None:
        """Scroll as little as needed to see what lies `y` below the top of a row."""
        widget = self._alive.get(row)
        if widget is not None:
            top = widget.y() + y
            if measures.TOP <= top <= self.viewport().height() - self._theme.px(60):
                return
        self.show_row(row, y - self.viewport().height() // 3)

    def show_trouble(self, trouble: Trouble) -> None:
        """A notice under a message: what failed, what was kept and what to do next."""
        self.clear_trouble(trouble.message_id)
        note = TroubleNote(trouble, self.viewport())
        note.action.connect(self.notice_action)
        note.faq_requested.connect(self.faq_requested)
        note.resized.connect(self._on_note_resized)
        self._notes[trouble.message_id] = note
        self._dress_row(trouble.message_id)
        self._arrange()

    def clear_trouble(self, message_id: str = "") -> None:
        """Take the notice of this message away, or all."""
        for name in [message_id] if message_id else list(self._notes):
            note = self._notes.pop(name, None)
            if note is None:
                continue
            self._dress_row(name)
            note.hide()
            note.deleteLater()
        self._arrange()

    # Finding; the bar speaks to these

    def find_text(self, query: str) -> int:
        """Mark a text everywhere; returns how often it is there, as far as is known."""
        return self.search.begin(query)

    def find_next(self) -> None:
        self.search.step(1)

    def find_previous(self) -> None:
        self.search.step(-1)

    def set_find_positions(self, positions: Sequence[int]) -> None:
        """Messages that are not loaded and hold the text, by their position."""
        self.search.set_positions(positions)

    def shutdown(self) -> None:
        """Stop what would tick on."""
        self._growth.stop()
        for row in (*self._alive.values(), *self._spare):
            row.stop()

    # What changes in the model

    def flush(self) -> None:
        """Show what has arrived of the growing answer, now."""
        self._growth.stop()
        row = len(self._heights) - 1
        widget = self._alive.get(row)
        message = self._message(row)
        if isinstance(widget, AnswerRow) and message is not None and widget.message is not None:
            if widget.message.id == message.id:
                widget.grow(message)
                self._measure(row, widget)
        elif row >= 0:
            self._heights_unknown(row, row)
        self._arrange()

    def _on_changed(self, first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        if set(roles) & GROWTH:
            if not self._growth.isActive():
                self._growth.start()
            return
        for row in range(first.row(), last.row() + 1):
            self._renew(row)
        self._heights_unknown(first.row(), last.row())
        self.search.renew(first.row(), last.row())
        self._arrange()

    def _renew(self, row: int) -> None:
        widget = self._alive.get(row)
        if widget is None:
            return
        message = self._message(row)
        if message is None or widget.is_own != (message.role is Role.USER):
            self._release(row)
            return
        self._fill(widget, message)
        self._measure(row, widget)

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            entry = self._model.entry(row)
            self._heights.append(measures.guess_height(self._theme, entry, self._column))
            if entry.role is Role.USER:
                self._is_at_end = True  # whoever sends wants to see the answer
        self.search.renew(first, last)
        self._arrange()

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        for row in list(self._alive):
            if row >= first:
                self._release(row)
        for row in range(last, first - 1, -1):
            self._heights.remove(row)
        self._arrange()

    def _on_reset(self) -> None:
        self._growth.stop()
        for row in list(self._alive):
            self._release(row)
        for note in self._notes.values():
            note.hide()
            note.deleteLater()
        self._notes.clear()
        self._guess_all()
        self._anchor = (0, -measures.TOP)
        self._is_at_end = True
        self.search.clear()
        self._arrange()

    def _message(self, row: int) -> ChatMessage | None:
        if not 0 <= row < self._model.rowCount():
            return None
        entry = self._model.entry(row)
        return entry if isinstance(entry, ChatMessage) else None

    # Heights

    def _guess_all(self) -> None:
        count = self._model.rowCount()
        self._column = measures.column_width(self._theme, self.width())
        guess = measures.guess_height
        self._heights = Heights(
            guess(self._theme, self._model.entry(row), self._column) for row in range(count)
        )

    def _heights_unknown(self, first: int, last: int) -> None:
        """Guess again, for rows that have no widget."""
        for row in range(max(0, first), min(last + 1, len(self._heights))):
            if row not in self._alive:
                entry = self._model.entry(row)
                height = measures.guess_height(self._theme, entry, self._column)
                self._heights.set(row, height, known=False)

    def _measure(self, row: int, widget: Row) -> int:
        height = widget.lay_out(self._column)
        self._heights.set(row, height)
        widget.resize(self._column + 2 * INSET, height)
        return height

    # Widgets

    def _ensure(self, row: int) -> int:
        """Make sure that a row has its widget, if its text is there; returns its height."""
        if row in self._alive:
            return self._heights[row]
        message = self._message(row)
        if message is None:
            return self._heights[row]
        widget = self._take(message)
        self._alive[row] = widget
        self._fill(widget, message)
        return self._measure(row, widget)

    def _take(self, message: ChatMessage) -> Row:
        is_own = message.role is Role.USER
        for number, widget in enumerate(self._spare):
            if widget.is_own == is_own:
                return self._spare.pop(number)
        made: Row = OwnRow(self.viewport()) if is_own else AnswerRow(self.viewport())
        made.resized.connect(self._on_row_resized)
        made.action.connect(self._on_action)
        made.version_requested.connect(self._on_version)
        made.link_activated.connect(self.link_activated)
        return made

    def _fill(self, widget: Row, message: ChatMessage) -> None:
        widget.show_message(message, self._model.cost(message.id))
        self._dress(widget)
        self.search.mark(widget)

    def _dress(self, widget: Row) -> None:
        """Put the notice of its message under a row."""
        note = self._notes.get(widget.message.id) if widget.message is not None else None
        widget.set_note(note, note.mark if note is not None else "")

    def _dress_row(self, message_id: str) -> None:
        row = self._model.row_of(message_id)
        widget = self._alive.get(row)
        if widget is not None:
            self._dress(widget)
            self._measure(row, widget)

    def _release(self, row: int) -> None:
        widget = self._alive.pop(row)
        if widget.note is not None:
            widget.note.setParent(self.viewport())
            widget.note.hide()
        widget.set_note(None)
        widget.hide()
        widget.stop()
        self._spare.append(widget)

    # Placing

    def _arrange(self) -> None:
        """Give widgets to what is seen now, and put them where they belong."""
        if self._is_arranging:
            return
        self._is_arranging = True
        try:
            seen = self._seen_rows()
            self._give_and_take(seen)
            self._place(seen)
            self._sync_bar()
        finally:
            self._is_arranging = False
        if seen:
            self._model.want(seen[0] - AHEAD, seen[-1] + AHEAD)

    def _seen_rows(self) -> range:
        """Settle the anchor, and tell which rows are on the screen."""
        count = len(self._heights)
        if not count:
            return range(0)
        if self._is_at_end and (found := self._from_end()) is not None:
            return found
        self._settle_anchor()
        row, offset = self._anchor
        y, last = -offset, row
        room = self.viewport().height()
        while y < room and last < count:
            y += self._ensure(last)
            last += 1
        if last == count and y + self._bottom() <= room and not self._is_at_end:
            self._is_at_end = True
            if (found := self._from_end()) is not None:
                return found
        return range(row, last)

    def _from_end(self) -> range | None:
        """The rows above the end, or None if all of them fit: then they hang from the top."""
        count = len(self._heights)
        y = self.viewport().height() - self._bottom()
        first = count
        while y > 0 and first > 0:
            first -= 1
            y -= self._ensure(first)
        if first == 0 and y >= measures.TOP:
            self._anchor = (0, -measures.TOP)
            return None
        self._anchor = (first, -y)
        return range(first, count)

    def _bottom(self) -> int:
        return measures.BOTTOM - measures.GAP

    def _settle_anchor(self) -> None:
        """An offset may lie outside its row, after scrolling or when the row turns out lower."""
        row, offset = self._anchor
        row = max(0, min(row, len(self._heights) - 1))
        while offset < 0 and row > 0:
            row -= 1
            offset += self._ensure(row)
        while row < len(self._heights) - 1 and offset >= self._ensure(row):
            offset -= self._heights[row]
            row += 1
        self._anchor = (row, max(offset, -measures.TOP) if row == 0 else offset)

    def _give_and_take(self, seen: range) -> None:
        """One more row on either side is kept ready; the rest give their widgets back."""
        keep = set(seen)
        if seen:
            keep.add(seen[0] - 1)
            growing = self._growing_row()
            keep.add(seen[-1] + 1 if growing is None or growing in keep else growing)
        for row in list(self._alive):
            if row not in keep:
                self._release(row)
        for row in sorted(keep - set(seen)):
            if 0 <= row < len(self._heights):
                self._ensure(row)
        del self._spare[4:]

    def _growing_row(self) -> int | None:
        """An answer that grows keeps its widget: to read all of it again would take too long."""
        row = len(self._heights) - 1
        message = self._message(row)
        is_growing = message is not None and message.state is MessageState.STREAMING
        return row if is_growing and row in self._alive else None

    def _place(self, seen: range) -> None:
        left = (self.width() - self._column) // 2 - INSET
        row, offset = self._anchor
        base = self._heights.above(row) + offset
        for number, widget in self._alive.items():
            y = self._heights.above(number) - base
            if widget.x() != left or widget.y() != y:
                widget.move(left, y)
            if widget.isHidden():
                widget.show()
        self._jump.setVisible(bool(seen) and not self._is_at_end)
        side = self._jump.sizeHint().width()
        x = (self.width() - side) // 2
        self._jump.setGeometry(x, self.viewport().height() - side - 12, side, side)
        self._jump.raise_()
        self.viewport().update()

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        room = self.viewport().height()
        end = measures.TOP + self._heights.total + self._bottom() - room
        row, offset = self._anchor
        value = measures.TOP + self._heights.above(row) + offset if len(self._heights) else 0
        bar.setPageStep(room)
        bar.setSingleStep(STEP)
        bar.setRange(0, max(0, end))
        bar.setValue(max(0, end) if self._is_at_end else min(value, max(0, end)))

    # What Qt tells it

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The bar was moved: near by go along it, far away look the row up."""
        if self._is_arranging or not len(self._heights):
            return
        bar = self.verticalScrollBar()
        self._is_at_end = bar.value() >= bar.maximum()
        if abs(dy) <= 2 * self.viewport().height():
            row, offset = self._anchor
            self._anchor = (row, offset - dy)
        else:
            y = bar.value() - measures.TOP
            row = self._heights.row_at(max(0, y))
            self._anchor = (row, y - self._heights.above(row))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if measures.column_width(self._theme, self.width()) != self._column:
            self._relayout()
        self._arrange()

    def _relayout(self) -> None:
        """Another column: what was measured counts no more. What is read stays in its place."""
        row, offset = self._anchor
        before = self._heights[row] if row < len(self._heights) else 1
        self._guess_all()
        for number, widget in self._alive.items():
            self._measure(number, widget)
        if row < len(self._heights) and offset > 0:
            self._anchor = (row, round(offset * self._ensure(row) / max(1, before)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("surface"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        page = self.viewport().height() - STEP
        steps = {
            Qt.Key.Key_Up: -STEP,
            Qt.Key.Key_Down: STEP,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
        }
        key = Qt.Key(event.key())
        if key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key == Qt.Key.Key_Home:
            self.show_row(0)
        elif key == Qt.Key.Key_End:
            self.go_to_end()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # What people do

    def _on_action(self, name: str) -> None:
        message = self._sender()
        if message is None:
            return
        match name:
            case "copy":
                self.copy_requested.emit(message.id)
            case "regenerate":
                self.regenerate_requested.emit(message.id)
            case "continue":
                self.continue_requested.emit(message.id)
            case "plain":
                self._copy_plain(message)

    def _copy_plain(self, message: ChatMessage) -> None:
        from gptdesk.domain.markdown import parse, plain_text

        QGuiApplication.clipboard().setText(plain_text(parse(message.text)))

    def _on_version(self, step: int) -> None:
        message = self._sender()
        if message is not None:
            self.version_requested.emit(message.id, step)

    def _sender(self) -> ChatMessage | None:
        row = self.sender()
        return row.message if isinstance(row, Row) else None

    def _on_note_resized(self, message_id: str) -> None:
        if not self._is_arranging:
            self._dress_row(message_id)
            self._arrange()

    def _on_row_resized(self) -> None:
        widget = self.sender()
        for row, other in self._alive.items():
            if other is widget:
                self._is_at_end = False
                self._measure(row, other)
                break
        self._arrange()

    # Inside

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("focusRing", "inside")
        self.viewport().setAutoFillBackground(False)

    def _connect(self) -> None:
        model = self._model
        model.dataChanged.connect(self._on_changed)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.modelReset.connect(self._on_reset)
        model.bodies_wanted.connect(self.bodies_wanted)
        self._theme.changed.connect(self._restyle)
        self.search.wanted.connect(self.find_positions_wanted)
        self.search.moved.connect(self.found)

    def widgets(self) -> Iterator[tuple[int, Row]]:
        """The rows that have widgets."""
        yield from self._alive.items()

    def _restyle(self) -> None:
        for widget in (*self._alive.values(), *self._spare):
            widget.restyle()
        self._relayout()
        self._arrange()
        self.viewport().update()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Transcript", "Conversation"))
        self.viewport().setAccessibleName(translate("Transcript", "Messages"))
        self._jump.set_label(translate("Transcript", "Jump to the latest message"))


def _end(widget: QWidget) -> int:
    return widget.y() + widget.height()
