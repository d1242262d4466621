"""A frame with handles over the picture: for cutting, and for adding room around it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from gptdesk.domain.mask_shapes import Point
from gptdesk.domain.picture_steps import Frame, Size
from gptdesk.ui.images.canvas.tools import DARK, LIGHT, dashed_line, framed
from gptdesk.ui.images.canvas.viewport import Viewport
from gptdesk.ui.theme.theme import Theme

HANDLE = 10.0
GRIP = 22.0
"""Handles are taken a little beside them, too."""
SMALLEST = 1
HANDLES = ((0, 0), (1, 0), (2, 0), (2, 1), (2, 2), (1, 2), (0, 2), (0, 1))
"""Columns and rows of the handles, from the upper left corner clockwise."""
INSIDE = (1, 1)


class FrameTool:
    """Cutting keeps the frame inside the picture, extending keeps the picture inside the frame."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self.size: Size = (1, 1)
        self.extends = False
        self.ratio: float | None = None
        self.rect = QRectF(0, 0, 1, 1)
        self._grip: tuple[int, int] | None = None
        self._start: Point = (0.0, 0.0)
        self._before = QRectF()
        self.scale = 1.0

    @property
    def is_active(self) -> bool:
        return self._grip is not None

    def begin(self, size: Size, *, extends: bool) -> None:
        """All of the picture at first."""
        self.size, self.extends = size, extends
        self.rect = QRectF(0, 0, *size)
        self.set_ratio(self.ratio)

    def frame(self) -> Frame:
        """In whole pixels."""
        left, top = round(self.rect.left()), round(self.rect.top())
        right, bottom = round(self.rect.right()), round(self.rect.bottom())
        return Frame(left, top, max(SMALLEST, right - left), max(SMALLEST, bottom - top))

    def set_ratio(self, ratio: float | None) -> None:
        """Width against height; None is free. The frame becomes the best one of that shape."""
        self.ratio = ratio
        if ratio is not None:
            width, height = self.size
            sides = [(width, width / ratio), (height * ratio, height)]
            choose = max if self.extends else min
            across, down = choose(sides)
            middle = QPointF(width / 2, height / 2)
            self.rect = QRectF(middle.x() - across / 2, middle.y() - down / 2, across, down)
        self._changed()

    def set_size(self, width: int, height: int) -> None:
        """About the middle where it is."""
        middle = self.rect.center()
        rect = QRectF(0, 0, width, height)
        rect.moveCenter(middle)
        self.rect = self._bounded(rect)
        self._changed()

    def press(self, point: Point, pressure: float = 1.0) -> None:
        self._grip = self._handle_at(point)
        self._start, self._before = point, QRectF(self.rect)

    def move(self, point: Point, pressure: float = 1.0) -> None:
        if self._grip is not None:
            self.pull(self._grip, point[0] - self._start[0], point[1] - self._start[1])

    def release(self, point: Point) -> None:
        self.move(point)
        self._grip = None

    def cancel(self) -> None:
        if self._grip is not None:
            self.rect, self._grip = self._before, None
            self._changed()

    def nudge(self, x: float, y: float) -> None:
        """Move all of it, with the arrow keys."""
        self._before = QRectF(self.rect)
        self.pull(INSIDE, x, y)

    def pull(self, handle: tuple[int, int], x: float, y: float) -> None:
        """A handle goes so far from where it was taken."""
        column, row = handle
        if handle == INSIDE:
            self.rect = self._moved(QRectF(self._before).translated(x, y))
        else:
            self.rect = self._bounded(self._stretched(column, row, x, y))
        self._changed()

    def draw(self, painter: QPainter, viewport: Viewport, pointer: Point | None) -> None:
        self.scale = viewport.scale
        place = viewport.transform().mapRect(self.rect)
        self._shade(painter, viewport, place)
        dashed_line(painter, QPolygonF(place))
        pen = QPen(QColor(255, 255, 255, 110), 1)
        painter.setPen(pen)
        for third in (1 / 3, 2 / 3):
            x, y = place.x() + place.width() * third, place.y() + place.height() * third
            painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        painter.setPen(QPen(DARK, 1))
        painter.setBrush(LIGHT)
        for handle in HANDLES:
            painter.drawRoundedRect(framed(self._spot(place, handle), HANDLE), 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _shade(self, painter: QPainter, viewport: Viewport, place: QRectF) -> None:
        """What goes away is dim; what comes is marked as room to be filled."""
        picture = viewport.place
        cut = QPainterPath()
        cut.addRect(picture if not self.extends else place)
        cut.addRect(place if not self.extends else picture)
        if self.extends:
            painter.fillPath(cut, Theme.current().color("accent-soft-strong"))
        else:
            painter.fillPath(cut, QColor(20, 16, 20, 150))

    def _spot(self, rect: QRectF, handle: tuple[int, int]) -> QPointF:
        column, row = handle
        x = rect.left() + rect.width() * column / 2
        return QPointF(x, rect.top() + rect.height() * row / 2)

    def _handle_at(self, point: Point) -> tuple[int, int] | None:
        reach = GRIP / 2 / self.scale
        for handle in HANDLES:
            spot = self._spot(self.rect, handle)
            if abs(spot.x() - point[0]) <= reach and abs(spot.y() - point[1]) <= reach:
                return handle
        return INSIDE if self.rect.contains(QPointF(*point)) else None

    def _stretched(self, column: int, row: int, x: float, y: float) -> QRectF:
        rect = QRectF(self._before)
        if column == 0:
            rect.setLeft(min(rect.left() + x, rect.right() - SMALLEST))
        elif column == 2:
            rect.setRight(max(rect.right() + x, rect.left() + SMALLEST))
        if row == 0:
            rect.setTop(min(rect.top() + y, rect.bottom() - SMALLEST))
        elif row == 2:
            rect.setBottom(max(rect.bottom() + y, rect.top() + SMALLEST))
        return rect if self.ratio is None else self._proportioned(rect, column, row)

    def _proportioned(self, rect: QRectF, column: int, row: int) -> QRectF:
        """The opposite corner or side stays."""
        assert self.ratio is not None
        width, height = rect.width(), rect.height()
        if column == 1 or (row != 1 and width / height < self.ratio):
            width = height * self.ratio
        else:
            height = width / self.ratio
        before = self._before
        left = {0: before.right() - width, 1: before.center().x() - width / 2, 2: before.left()}
        top = {0: before.bottom() - height, 1: before.center().y() - height / 2, 2: before.top()}
        return QRectF(left[column], top[row], width, height)

    def _moved(self, rect: QRectF) -> QRectF:
        width, height = self.size
        spare_x, spare_y = width - rect.width(), height - rect.height()
        rect.moveLeft(min(max(0.0, spare_x), max(min(0.0, spare_x), rect.left())))
        rect.moveTop(min(max(0.0, spare_y), max(min(0.0, spare_y), rect.top())))
        return rect

    def _bounded(self, rect: QRectF) -> QRectF:
        """A frame that would go too far is left as it was where proportions hold."""
        width, height = self.size
        picture = QRectF(0, 0, width, height)
        most = picture.adjusted(-width, -height, width, height)
        wanted = rect.united(picture).intersected(most) if self.extends else None
        inside = wanted if wanted is not None else rect.intersected(picture)
        is_kept = self.ratio is None or inside == rect
        return inside if is_kept and not inside.isEmpty() else QRectF(self.rect)
