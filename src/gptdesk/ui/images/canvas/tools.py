"""What the pointer does on the canvas: brush, eraser, rectangle and lasso."""

from __future__ import annotations

from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gptdesk.domain.mask_shapes import (
    Brush,
    Point,
    rectangle,
    simplified,
    soft_edge,
    soft_polygon,
    stroke,
)
from gptdesk.ui.images.canvas.document import Document
from gptdesk.ui.images.canvas.viewport import Viewport

ROUGHNESS = 1 / 60
"""How far a line may be off that was drawn too quickly, in radii of the brush."""
LIGHT, DARK = QColor("#FFFFFF"), QColor("#211C20")


class Tool(Protocol):
    """Follows one gesture at a time. Points are pixels of the picture."""

    @property
    def is_active(self) -> bool:
        """In the midst of a gesture."""
        ...

    def press(self, point: Point, pressure: float = 1.0) -> None: ...

    def move(self, point: Point, pressure: float = 1.0) -> None: ...

    def release(self, point: Point) -> None: ...

    def cancel(self) -> None: ...

    def draw(self, painter: QPainter, viewport: Viewport, pointer: Point | None) -> None:
        """On top of everything, in points of the widget."""
        ...


class BrushSettings:
    """Shared by brush and eraser; diameter and soft edge in pixels of the picture."""

    def __init__(self) -> None:
        self.diameter = 44.0
        self.feather = 0.0


class BrushTool:
    """Paints a line, or rubs it out.

    Where the hand is quicker than the brush, as with very large soft ones, the points that have
    come meanwhile are painted together, as a line with fewer corners.
    """

    def __init__(self, document: Document, settings: BrushSettings, *, erases: bool) -> None:
        self._brushwork = document.brushwork
        self._settings = settings
        self._erases = erases
        self._is_active = False
        self._points: list[Point] = []
        self._brush = Brush(0.5, 0.5)
        self._brushwork.idle.connect(self._catch_up)

    @property
    def is_active(self) -> bool:
        return self._is_active

    def press(self, point: Point, pressure: float = 1.0) -> None:
        self._is_active = True
        self._points = [point]
        self._brush = self._with(pressure)
        self._brushwork.cover(stroke(point, point, self._brush), erase=self._erases)

    def move(self, point: Point, pressure: float = 1.0) -> None:
        if not self._is_active:
            return
        brush = self._with(pressure)
        if brush != self._brush:  # a pen that is pressed more or less
            self._flush()
            self._brush = brush
            spans = stroke(self._points[-1], point, brush)
            self._points = [point]
            self._brushwork.cover(spans, erase=self._erases)
            return
        self._points.append(point)
        if self._brushwork.is_settled:
            self._flush()

    def release(self, point: Point) -> None:
        if self._is_active:
            if point != self._points[-1]:
                self._points.append(point)
            self._flush()
            self._is_active = False
            self._brushwork.finish()

    def end(self) -> None:
        """The stroke is over where it has come to."""
        if self._is_active:
            self.release(self._points[-1])

    def cancel(self) -> None:
        if self._is_active:
            self._is_active = False
            self._points = []
            self._brushwork.abandon()

    def _with(self, pressure: float) -> Brush:
        settings = self._settings
        return Brush.of(settings.diameter * pressure, settings.feather * pressure)

    def _catch_up(self) -> None:
        if self._is_active and len(self._points) > 1:
            self._flush()

    def _flush(self) -> None:
        """First of all forget them: painting may be done at once, and ask for more."""
        points, self._points = self._points, self._points[-1:]
        if len(points) > 2:
            points = simplified(points, self._brush.radius * ROUGHNESS)
        for start, end in pairwise(points):
            spans = stroke(start, end, self._brush, continued=True)
            self._brushwork.cover(spans, erase=self._erases)

    def draw(self, painter: QPainter, viewport: Viewport, pointer: Point | None) -> None:
        """The ring shows the brush in its real size."""
        if pointer is None:
            return
        radius = self._settings.diameter / 2 * viewport.scale
        middle = viewport.to_widget(pointer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((DARK, 3.5), (LIGHT, 1.5)):
            painter.setPen(QPen(color, width))
            painter.drawEllipse(middle, radius, radius)
        core = radius - self._settings.feather * viewport.scale
        if 0 < core < radius - 2:
            painter.setPen(QPen(LIGHT, 1, Qt.PenStyle.DotLine))
            painter.drawEllipse(middle, core, core)


class _ShapeTool:
    """Collects points, and paints the shape between them at the end."""

    def __init__(self, document: Document, settings: BrushSettings) -> None:
        self._document = document
        self._settings = settings
        self._points: list[Point] = []

    @property
    def is_active(self) -> bool:
        return bool(self._points)

    def press(self, point: Point, pressure: float = 1.0) -> None:
        self._points = [point]

    def cancel(self) -> None:
        self._points.clear()

    def release(self, point: Point) -> None:
        shape, self._points = self._shape(point), []
        if len(shape) > 2:
            self._paint(shape)
            self._document.brushwork.finish()

    def _paint(self, shape: tuple[Point, ...]) -> None:
        spans = soft_polygon(shape, self._settings.feather)
        self._document.brushwork.cover(spans, erase=False)

    def _shape(self, point: Point) -> tuple[Point, ...]:
        raise NotImplementedError

    def draw(self, painter: QPainter, viewport: Viewport, pointer: Point | None) -> None:
        if not self._points or pointer is None:
            return
        line = QPolygonF([viewport.to_widget(each) for each in self._shape(pointer)])
        dashed_line(painter, line)


class RectangleTool(_ShapeTool):
    """From one corner to the opposite one."""

    def move(self, point: Point, pressure: float = 1.0) -> None:
        """Only the two ends count."""

    def _shape(self, point: Point) -> tuple[Point, ...]:
        return rectangle(self._points[0], point) if self._points else ()

    def _paint(self, shape: tuple[Point, ...]) -> None:
        """The inside is filled quickly, and only an edge that fades needs sums."""
        brushwork = self._document.brushwork
        brushwork.fill(shape[0], shape[2])
        if self._settings.feather:
            brushwork.cover(soft_edge(shape, self._settings.feather), erase=False)


class LassoTool(_ShapeTool):
    """A line drawn freely, closed at the end."""

    def move(self, point: Point, pressure: float = 1.0) -> None:
        if self._points and point != self._points[-1]:
            self._points.append(point)

    def _shape(self, point: Point) -> tuple[Point, ...]:
        return (*self._points, point)


def dashed_line(painter: QPainter, line: QPolygonF) -> None:
    """Dark and light in turns, so that it is seen on any picture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(DARK, 1.5))
    painter.drawPolygon(line)
    pen = QPen(LIGHT, 1.5)
    pen.setDashPattern([4, 4])
    painter.setPen(pen)
    painter.drawPolygon(line)


def cross_at(painter: QPainter, middle: QPointF) -> None:
    """Where the keyboard paints."""
    for color, width in ((DARK, 4.0), (LIGHT, 2.0)):
        painter.setPen(QPen(color, width))
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            way = QPointF(x, y)
            painter.drawLine(middle + way * 4, middle + way * 12)


def framed(point: QPointF, side: float) -> QRectF:
    return QRectF(point.x() - side / 2, point.y() - side / 2, side, side)
