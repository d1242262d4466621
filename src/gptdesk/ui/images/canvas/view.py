"""The canvas itself: one picture that is moved, zoomed and painted on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gptdesk.domain.mask_shapes import Point
from gptdesk.domain.picture_steps import Rotate
from gptdesk.ui.images.canvas.document import Document
from gptdesk.ui.images.canvas.keyboard import Keyboard
from gptdesk.ui.images.canvas.marks import draw_marks
from gptdesk.ui.images.canvas.surface import Surface
from gptdesk.ui.images.canvas.toolbox import HAND, Toolbox
from gptdesk.ui.images.canvas.tools import cross_at, framed
from gptdesk.ui.images.canvas.viewport import STEP
from gptdesk.ui.images.canvas.zoomable import NOTCH, Zoomable
from gptdesk.ui.theme.theme import Theme

ROOM_FOR_LINES = 4


class CanvasView(Zoomable):
    """Shows a document; gestures go to the tool that is chosen in the toolbox."""

    def __init__(self, document: Document, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas.view")
        self.setMouseTracking(True)
        self.setMinimumSize(160, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.document, self.toolbox = document, toolbox
        self.surface = Surface()
        self.cross: Point | None = None
        self._pointer: QPointF | None = None
        self._pan: QPointF | None = None
        self._drawn: QPointF | None = None
        self._preview: Rotate | None = None
        self._was_framing = False
        self._keyboard = Keyboard(self)
        self._theme = Theme.current()
        self._connect()

    # Zooming and moving

    @property
    def middle(self) -> QPointF:
        """Where the keyboard points, or the middle of what is seen."""
        if self.cross is not None:
            return self.viewport.to_widget(self.cross)
        return super().middle

    def move_cross(self, x: float, y: float) -> None:
        """The keyboard's place; what it paints goes along."""
        width, height = self.document.size
        old = self.cross or self.viewport.to_picture(QRectF(self.rect()).center())
        new = min(float(width), max(0.0, old[0] + x)), min(float(height), max(0.0, old[1] + y))
        self.cross = new
        self._pointer = None
        self.viewport.reveal(new)
        if self.toolbox.tool.is_active:
            self.toolbox.tool.move(new)
        self.show_viewport()

    @property
    def has_picture(self) -> bool:
        return self.document.has_picture

    def set_inverted(self, inverted: bool) -> None:
        """Show the veil over what is kept instead of what is painted."""
        self.surface.is_inverted = inverted
        self.update()

    def preview(self, step: Rotate | None) -> None:
        """Show how the picture would be turned; None shows it as it is."""
        self._preview = step
        self.update()

    @property
    def pointer(self) -> Point | None:
        """The pixel of the picture that mouse or keyboard points at."""
        if self._pointer is not None:
            return self.viewport.to_picture(self._pointer)
        return self.cross

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        exposed = event.rect()
        painter.fillRect(exposed, self._theme.color("surface-sunken"))
        levels = self.document.levels
        if levels is None:
            return
        viewport = self.viewport
        if self._preview is not None:
            self.surface.draw_rotated(painter, self.rect(), viewport, levels, self._preview)
            return
        self.surface.draw_picture(painter, exposed, viewport, levels)
        self.surface.draw_mask(painter, exposed, viewport, self.document.mask)
        self._draw_marks(painter)
        if viewport.is_fitted and not self.toolbox.is_framing:
            self.surface.round_corners(painter, viewport)
        painter.save()
        self.toolbox.tool.draw(painter, viewport, self.pointer)
        painter.restore()
        if self._pointer is None and self.cross is not None and self.hasFocus():
            cross_at(painter, viewport.to_widget(self.cross))

    def _draw_marks(self, painter: QPainter) -> None:
        if self.document.marks:
            painter.save()
            painter.setTransform(self.viewport.transform(), True)
            draw_marks(painter, self.document.marks)
            painter.restore()

    # Gestures

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        is_left = event.button() == Qt.MouseButton.LeftButton
        is_middle = event.button() == Qt.MouseButton.MiddleButton
        self._keyboard.on_mouse_pressed()
        if is_middle or (is_left and (self._keyboard.is_space_down or self._is_hand)):
            self._pan = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif is_left and self._can_paint:
            self.toolbox.tool.press(self.viewport.to_picture(event.position()))
        self._on_pointer_moved(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._pan is not None:
            self.move_by(position - self._pan)
            self._pan = position
        elif self.toolbox.tool.is_active:
            self.toolbox.tool.move(self.viewport.to_picture(position))
        self._on_pointer_moved(position)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan is not None:
            self._pan = None
            self.show_cursor()
        elif event.button() == Qt.MouseButton.LeftButton and self.toolbox.tool.is_active:
            self.toolbox.tool.release(self.viewport.to_picture(event.position()))
            self.update()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen that is pressed lightly paints a narrower line."""
        point = self.viewport.to_picture(event.position())
        pressure = max(0.1, event.pressure())
        kind = event.type()
        if kind == QEvent.Type.TabletPress and self._can_paint and not self._is_hand:
            self.toolbox.tool.press(point, pressure)
        elif kind == QEvent.Type.TabletMove and self.toolbox.tool.is_active:
            self.toolbox.tool.move(point, pressure)
        elif kind == QEvent.Type.TabletRelease and self.toolbox.tool.is_active:
            self.toolbox.tool.release(point)
        else:
            event.ignore()  # then it comes again as a mouse
            return
        self._on_pointer_moved(event.position())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turns = event.angleDelta().y() / NOTCH
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.toolbox.resize_brush(turns)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            way = event.angleDelta()
            self.move_by(QPointF(way.x() or way.y(), 0) / 2)
        elif turns:
            self.zoom_by(STEP**turns, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.document.has_picture and self._keyboard.press(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keyboard.release(event):
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QEvent) -> None:
        self._keyboard.forget()
        self.show_cursor()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = None
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.show_cursor()

    # What follows from it

    def show_cursor(self) -> None:
        shape = Qt.CursorShape.CrossCursor
        if self._is_hand or self._keyboard.is_space_down:
            shape = Qt.CursorShape.OpenHandCursor
        elif not self._can_paint:
            shape = Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @property
    def _can_paint(self) -> bool:
        is_free = self.document.has_picture and not self.document.is_busy
        return is_free and self._preview is None

    @property
    def _is_hand(self) -> bool:
        return self.toolbox.current == HAND

    def _connect(self) -> None:
        self.document.picture_changed.connect(self._on_picture_changed)
        self.document.mask_changed.connect(self._on_mask_changed)
        self.document.marks_changed.connect(self.update)
        self.document.busy_changed.connect(self.show_cursor)
        self.toolbox.chosen.connect(self._on_tool_chosen)
        self.toolbox.brush_changed.connect(self.update)
        self.toolbox.frame_changed.connect(self.update)
        self.toolbox.frame_jumped.connect(self._on_frame_jumped)
        self._theme.changed.connect(self.update)

    def _on_picture_changed(self) -> None:
        self.viewport.size = self.document.size
        self.cross = None
        self.toolbox.tool.cancel()
        self.fit()
        self.show_cursor()

    def _on_mask_changed(self, area: QRect) -> None:
        place = self.viewport.transform().mapRect(QRectF(area)).toAlignedRect()
        rim = ROOM_FOR_LINES
        self.update(place.adjusted(-rim, -rim, rim, rim).intersected(self.rect()))

    def _on_tool_chosen(self) -> None:
        if self._was_framing and not self.toolbox.is_framing:
            self.viewport.fit()
            self.zoom_changed.emit()
        self._was_framing = self.toolbox.is_framing
        self.show_cursor()
        self.update()

    def _on_frame_jumped(self) -> None:
        """A frame for extending reaches beyond the picture, and must be seen."""
        if self.toolbox.frame.extends:
            self.viewport.fit_around(self.toolbox.frame.rect)
        else:
            self.viewport.fit()
        self.show_viewport()

    def _on_pointer_moved(self, position: QPointF) -> None:
        """Only the place of the brush is drawn anew; other tools draw lines over everything."""
        before, self._pointer = self._pointer, position
        reach = self.toolbox.reach(self.viewport.scale)
        if reach is None:
            self.update()
            return
        for spot in (before, self._drawn, position):
            if spot is not None:
                self.update(framed(spot, 2 * reach).toAlignedRect())
        self._drawn = position
