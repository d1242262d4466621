"""The list of segments: thousands of rows, of which only the visible ones are laid out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.segments.editing import EditedRows
from gptdesk.ui.transcription.segments.gestures import Gesture, Hear, Toggle
from gptdesk.ui.transcription.segments.keys import gesture_of
from gptdesk.ui.transcription.segments.model import GROWING, AnyIndex, SegmentsModel
from gptdesk.ui.transcription.segments.offers import segment_menu, speaker_menu
from gptdesk.ui.transcription.segments.rowpaint import RowPainter, RowState
from gptdesk.ui.transcription.segments.words import action_names, unsure_text

Marks = Mapping[int, Sequence[tuple[int, int, bool]]]
"""For a segment the places that were found in it, and whether it is the one to look at."""

FOLLOW_AT = 3
"""The row that is heard is put a third below the top when it has left the list."""


class SegmentsView(EditedRows):
    """Shows what is heard, lets texts be corrected in place, and tells gestures.

    Signals:
        following_changed: whether the list goes along with what is heard.
    """

    following_changed = Signal(bool)

    def __init__(self, model: SegmentsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setObjectName("transcription.segments")
        self.is_following = True
        self._moment = -1.0
        self._is_paused = True
        self._playing = -1
        self._looped = -1
        self._hovered = -1
        self._marks: Marks = {}
        self._painter = RowPainter()
        self.setMouseTracking(True)
        self.verticalScrollBar().sliderPressed.connect(self.stop_following)

    # What is heard

    def set_moment(self, seconds: float, *, is_playing: bool) -> None:
        """Where the player is; below 0 where nothing is played."""
        was = self._playing
        self._moment, self._is_paused = seconds, not is_playing
        row = self.segments.row_at(seconds) if seconds >= 0 else -1
        self._playing = self.segments.rows[row].id if row >= 0 else -1
        if row >= 0:
            self.viewport().update(self._row_rect(row))
        if self._playing != was:
            self.viewport().update()
            if self.is_following and is_playing and not self.editor.is_open:
                self._bring(row)

    def set_looped(self, segment_id: int) -> None:
        self._looped = segment_id
        self.viewport().update()

    def set_marks(self, marks: Marks, bring: int | None) -> None:
        """Places that were found, by segment; `bring` is the segment to have in view."""
        self._marks = marks
        row = self.segments.row_of(bring) if bring is not None else -1
        if row >= 0:
            self.stop_following()
            self.setCurrentIndex(self.segments.index(row))
        self.viewport().update()

    def follow(self) -> None:
        """Go along with what is heard again."""
        self._set_following(True)
        self._bring(self.segments.row_of(self._playing))

    def stop_following(self) -> None:
        self._set_following(False)

    def _set_following(self, is_following: bool) -> None:
        if is_following != self.is_following:
            self.is_following = is_following
            self.following_changed.emit(is_following)

    def _bring(self, row: int) -> None:
        if row < 0:
            return
        place = self._row_rect(row)
        if place.top() < 0 or place.bottom() > self.viewport().height():
            top = self.heights.top(row) - self.viewport().height() // FOLLOW_AT
            self.verticalScrollBar().setValue(max(0, top))

    # Gestures

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.stop_following()
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        segment = self.segments.rows[row] if 0 <= row < len(self.segments.rows) else None
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_E) and segment is not None:
            self.edit_segment(segment.id)
            return
        if event.key() == Qt.Key.Key_Menu and segment is not None:
            self._open_menu(row, self._row_rect(row).center())
            return
        wish = gesture_of(event, segment, tuple(self.segments.speakers))
        if wish is not None:
            self.wished.emit(wish)
            return
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up,
                           Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):  # fmt: skip
            self.stop_following()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().toPoint())
        if row < 0 or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(self.segments.index(row))
        self._press(row, event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row = self.row_under(place)
        if row >= 0 and self.places.text_rect(self._row_rect(row)).contains(place):
            self.edit_segment(self.segments.rows[row].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().toPoint())
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = -1
        self.viewport().update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.row_under(event.pos())
        if row >= 0:
            self.setCurrentIndex(self.segments.index(row))
            self._open_menu(row, event.pos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _press(self, row: int, place: QPoint) -> None:
        rect, segment = self._row_rect(row), self.segments.rows[row]
        if segment.id >= GROWING:
            return
        boxes = self.places.action_rects(rect)
        if boxes[0].contains(place) and segment.id == self._playing:
            self.wished.emit(Toggle())
        elif boxes[1].contains(place):
            self.edit_segment(segment.id)
        elif boxes[2].contains(place):
            self._open_menu(row, boxes[2].bottomLeft())
        elif segment.speaker and self._chip(rect).contains(place):
            self._show(speaker_menu(self, segment, self.segments.speakers, self._wish), place)
        else:
            self._set_following(True)
            self.wished.emit(Hear(segment.id))

    def _chip(self, rect: QRect) -> QRect:
        _, height = self._painter.chip_size("")
        return self.places.chip_rect(rect, self.places.chip_width, height)

    def _open_menu(self, row: int, place: QPoint) -> None:
        segment = self.segments.rows[row]
        if segment.id < GROWING:
            made = segment_menu(
                self,
                segment,
                self.segments.speakers,
                self._wish,
                lambda: self.edit_segment(segment.id),
            )
            self._show(made, place)

    def _show(self, made: QWidget, place: QPoint) -> None:
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.popup(self.viewport().mapToGlobal(place))  # type: ignore[attr-defined]

    def _wish(self, gesture: Gesture) -> None:
        self.wished.emit(gesture)

    def _tip(self, place: QPoint) -> str:
        row = self.row_under(place)
        if row < 0:
            return ""
        rect, segment = self._row_rect(row), self.segments.rows[row]
        for box, name in zip(self.places.action_rects(rect), action_names(), strict=True):
            if box.contains(place):
                return name
        room = self.places.text_rect(rect)
        if not room.contains(place):
            return ""
        inside = QPointF(place - room.topLeft())
        return unsure_text(self._painter.unsure_at(segment, inside, room.width()))

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), Theme.current().color("surface"))
        for row in self.visible_rows():
            rect = self._row_rect(row)
            if rect.intersects(event.rect()):
                segment = self.segments.rows[row]
                self._painter.draw(
                    painter,
                    rect,
                    self.places,
                    segment,
                    self.segments.speakers,
                    self._state(row),
                    self._marks.get(segment.id, ()),
                )

    def _state(self, row: int) -> RowState:
        segment = self.segments.rows[row]
        is_current = row == self.currentIndex().row()
        return RowState(
            self._moment,
            is_playing=segment.id == self._playing,
            is_paused=self._is_paused,
            is_selected=is_current,
            is_focused=is_current and self.hasFocus() and self.shows_ring,
            is_hovered=row == self._hovered,
            is_edited=segment.id == self.edited,
            is_looped=segment.id == self._looped,
        )

    def _measure(self, row: int) -> int:
        segment = self.segments.rows[row]
        if segment.id == self.edited:
            height = self.editor.text_height(self.places.text_width)
            return max(self.places.row_height(1), height + self.places.row_height(0)
                       - self.places.line)  # fmt: skip
        return self.places.row_height(self._painter.lines(segment, self.places.text_width))

    def _forget_layouts(self) -> None:
        self._painter.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self.lay_out()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
