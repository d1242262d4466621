"""The conversation on the screen: widgets for what is seen, arithmetic for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from gptdesk.domain.messages import ChatMessage, Role
from gptdesk.ui.chat.transcript import measures
from gptdesk.ui.chat.transcript.anchor import Anchor
from gptdesk.ui.chat.transcript.jump import JumpButton
from gptdesk.ui.chat.transcript.model import Role as DataRole
from gptdesk.ui.chat.transcript.model import TranscriptModel
from gptdesk.ui.chat.transcript.row import INSET, Row
from gptdesk.ui.chat.transcript.searching import Search
from gptdesk.ui.chat.transcript.stage import Stage
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
    """Shows a TranscriptModel.

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
        self._stage = Stage(self.viewport(), model, self)
        self._anchor = Anchor(self._stage)
        self._search = Search(self, model)
        self._is_arranging = False
        self._order: tuple[tuple[int, int], ...] = ()
        self._growth = QTimer(self)
        self._growth.setSingleShot(True)
        self._growth.setInterval(FRAME_MS)
        self._growth.timeout.connect(self.flush)
        self._jump = JumpButton(self)
        self._jump.clicked.connect(self.go_to_end)
        self._set_up()
        self._connect()
        self._on_reset()
        self._retranslate()

    # What is seen

    def model(self) -> TranscriptModel:
        """The messages, oldest first; their text is the DisplayRole."""
        return self._model

    @property
    def is_at_end(self) -> bool:
        return self._anchor.is_at_end

    @property
    def rows_alive(self) -> int:
        """How many rows have widgets now."""
        return len(self._stage.alive)

    def row_widget(self, row: int) -> Row | None:
        """The widget of a row, if it has one now."""
        return self._stage.alive.get(row)

    def widgets(self) -> Iterator[tuple[int, Row]]:
        """The rows that have widgets."""
        yield from self._stage.alive.items()

    def visible_rows(self) -> list[int]:
        """The rows of which something can be seen."""
        height = self.viewport().height()
        return sorted(
            row
            for row, widget in self.widgets()
            if widget.y() < height and widget.y() + widget.height() > 0
        )

    # Going somewhere

    def go_to_end(self) -> None:
        if self._jump.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # it is about to hide
        self._anchor.is_at_end = True
        self._arrange()

    def show_message(self, message_id: str) -> None:
        """Scroll to a message."""
        row = self._model.row_of(message_id)
        if row >= 0:
            self.show_row(row)

    def show_row(self, row: int, offset: int = 0) -> None:
        """Scroll so that this row, or what lies `offset` below its top, is near the upper edge."""
        self._anchor.to_row(row, offset)
        self._arrange()

    def ensure_seen(self, row: int, y: int) -> None:
        """Scroll, if needed, to see what lies `y` below the top of a row."""
        widget = self.row_widget(row)
        if widget is not None:
            top = widget.y() + y
            if measures.TOP <= top <= self.viewport().height() - self._theme.px(60):
                return
        self.show_row(row, y - self.viewport().height() // 3)

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

    # Placing

    def _arrange(self) -> None:
        """Give widgets to what is seen now, and put them where they belong."""
        if self._is_arranging:
            return
        self._is_arranging = True
        try:
            seen = self._anchor.seen(self.viewport().height())
            self._stage.keep(self._worth_keeping(seen))
            self._place(seen)
            self._sync_bar()
        finally:
            self._is_arranging = False
        if seen:
            self._model.want(seen[0] - AHEAD, seen[-1] + AHEAD)

    def _worth_keeping(self, seen: range) -> set[int]:
        """What is seen, and one more row on either side so that it is ready."""
        keep = set(seen)
        if seen:
            growing = self._stage.growing_row()
            keep.add(seen[0] - 1)
            keep.add(seen[-1] + 1 if growing is None or growing in keep else growing)
        return keep

    def _place(self, seen: range) -> None:
        left = (self.width() - self._stage.column) // 2 - INSET
        for row, widget in self.widgets():
            y = self._anchor.top_of(row)
            if widget.x() != left or widget.y() != y:
                widget.move(left, y)
            if widget.isHidden():
                widget.show()
        self._jump.setVisible(bool(seen) and not self.is_at_end)
        side = self._jump.sizeHint().width()
        x = (self.width() - side) // 2
        self._jump.setGeometry(x, self.viewport().height() - side - 12, side, side)

        order = tuple(sorted((row, id(widget)) for row, widget in self.widgets()))
        if order != self._order:
            self._order = order
            self._stage.set_tab_order(self, self._jump)

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        room = self.viewport().height()
        end = max(0, self._anchor.height() - room)
        bar.setPageStep(room)
        bar.setSingleStep(STEP)
        bar.setRange(0, end)
        bar.setValue(end if self.is_at_end else min(self._anchor.pixel(), end))

    # What Qt tells it

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The bar was moved: near by go along it, far away look the row up."""
        if self._is_arranging or not len(self._stage.heights):
            return
        bar = self.verticalScrollBar()
        self._anchor.is_at_end = bar.value() >= bar.maximum()
        if abs(dy) <= 2 * self.viewport().height():
            self._anchor.offset -= dy
        else:
            self._anchor.to_pixel(bar.value())
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if measures.column_width(self._theme, self.width()) != self._stage.column:
            self._relayout()
        self._arrange()

    def _relayout(self) -> None:
        """Another column: what was measured counts no more. What is read stays in its place."""
        row, heights = self._anchor.row, self._stage.heights
        before = heights[row] if row < len(heights) else 1
        self._stage.guess_all(self.width())
        if row < len(heights) and self._anchor.offset > 0:
            part = self._anchor.offset / max(1, before)
            self._anchor.offset = round(part * self._stage.ensure(row))

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

    def _copy_plain(self, message_id: str) -> None:
        from gptdesk.domain.markdown import parse, plain_text

        entry = self._model.entry(self._model.row_of(message_id))
        if isinstance(entry, ChatMessage):
            QGuiApplication.clipboard().setText(plain_text(parse(entry.text)))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The Tab key has come to something that is not on the screen."""
        if new is None or self._is_arranging or not self.viewport().isAncestorOf(new):
            return
        top = new.mapTo(self.viewport(), QPoint(0, 0)).y()
        room = self.viewport().height()
        if top + new.height() <= 0:
            self._scroll_by(top - measures.TOP)
        elif top >= room:
            self._scroll_by(top - room + min(new.height(), room // 2) + measures.TOP)

    def _scroll_by(self, pixels: int) -> None:
        self._anchor.is_at_end = False
        self._anchor.offset += pixels
        self._arrange()

    def _on_resized(self) -> None:
        """Something was unfolded: the reader is there, and not at the end."""
        self._anchor.is_at_end = False
        self._arrange()

    # Inside

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("focusRing", "inside")
        self.viewport().setAutoFillBackground(False)

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
        stage.resized.connect(self._on_resized)
        stage.filled.connect(self._search.mark)
        self._search.wanted.connect(self.find_positions_wanted)
        self._search.moved.connect(self.found)
        self._theme.changed.connect(self._restyle)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._on_focus_changed)

    def _restyle(self) -> None:
        self._stage.restyle()
        self._relayout()
        self._arrange()
        self.viewport().update()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Transcript", "Conversation"))
        self.viewport().setAccessibleName(translate("Transcript", "Messages"))
        self._jump.set_label(translate("Transcript", "Jump to the latest message"))
