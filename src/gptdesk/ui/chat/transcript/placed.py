"""Scrolling through rows whose heights are not known until they are seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from gptdesk.ui.chat.transcript import measures
from gptdesk.ui.chat.transcript.anchor import Anchor
from gptdesk.ui.chat.transcript.jump import JumpButton
from gptdesk.ui.chat.transcript.model import TranscriptModel
from gptdesk.ui.chat.transcript.row import INSET, Row
from gptdesk.ui.chat.transcript.stage import Stage
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.tab_order import put_in_order

STEP = 40
AHEAD = 20
"""Texts are asked for this many rows before they are seen."""


class PlacedView(QAbstractScrollArea):
    """Knows where rows stand, and nothing of what is in them."""

    def __init__(self, model: TranscriptModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = Theme.current()
        self._stage = Stage(self.viewport(), model, self)
        self._anchor = Anchor(self._stage)
        self._is_arranging = False
        self._order: tuple[tuple[int, int, int], ...] = ()
        self._jump = JumpButton(self)
        self._jump.clicked.connect(self.go_to_end)
        self._stage.resized.connect(self._on_resized)
        self._theme.changed.connect(self._restyle)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._on_focus_changed)
        self._set_up()

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

    def tab_parts(self) -> list[QWidget]:
        """What the Tab key goes through."""
        return [*self._stage.in_order(), self._jump]

    # Going somewhere

    def go_to_end(self) -> None:
        if self._jump.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # it is about to hide
        self._anchor.is_at_end = True
        self._arrange()

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
        parts = ((row, id(widget), len(widget.tab_parts())) for row, widget in self.widgets())
        order = tuple(sorted(parts))
        if order != self._order:
            self._order = order
            put_in_order([self])

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

    # Inside

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

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("focusRing", "inside")
        self.viewport().setAutoFillBackground(False)

    def _restyle(self) -> None:
        self._stage.restyle()
        self._relayout()
        self._arrange()
        self.viewport().update()
