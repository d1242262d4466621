"""The pointer draws notes: arrows, lines and words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter

from gptdesk.domain.mask_shapes import Point
from gptdesk.ui.images.canvas.document import Document
from gptdesk.ui.images.canvas.marks import Arrow, Mark, Note, Scribble, draw_marks
from gptdesk.ui.images.canvas.viewport import Viewport

COLORS = ("#D92D20", "#1570CD", "#1A7F37", "#F2B500")
SHARE = 1 / 160
"""The width of a line against the longer edge of the picture."""


class MarkSettings:
    """The colour of what is drawn next."""

    def __init__(self) -> None:
        self.color = COLORS[0]


class _MarkTool:
    def __init__(self, document: Document, settings: MarkSettings) -> None:
        self._document = document
        self._settings = settings
        self._points: list[Point] = []

    @property
    def is_active(self) -> bool:
        return bool(self._points)

    @property
    def width(self) -> float:
        return max(2.0, max(self._document.size) * SHARE)

    def press(self, point: Point, pressure: float = 1.0) -> None:
        self._points = [point]

    def move(self, point: Point, pressure: float = 1.0) -> None:
        if self._points:
            self._points.append(point)

    def release(self, point: Point) -> None:
        mark = self._mark(point)
        self._points = []
        if mark is not None:
            self._document.set_marks((*self._document.marks, mark))

    def cancel(self) -> None:
        self._points = []

    def draw(self, painter: QPainter, viewport: Viewport, pointer: Point | None) -> None:
        mark = self._mark(pointer) if pointer is not None else None
        if mark is not None:
            painter.save()
            painter.setTransform(viewport.transform(), True)
            draw_marks(painter, [mark])
            painter.restore()

    def _mark(self, point: Point) -> Mark | None:
        raise NotImplementedError


class ArrowTool(_MarkTool):
    """From where it is pressed to where it is let go."""

    def _mark(self, point: Point) -> Mark | None:
        if not self._points or self._points[0] == point:
            return None
        return Arrow(self._points[0], point, self._settings.color, self.width)


class ScribbleTool(_MarkTool):
    """A line drawn freely."""

    def _mark(self, point: Point) -> Mark | None:
        points = (*self._points, point)
        if len(set(points)) < 2:
            return None
        return Scribble(points, self._settings.color, self.width)


class NoteTool(_MarkTool):
    """Asks for words where it is let go."""

    def __init__(
        self, document: Document, settings: MarkSettings, ask: Callable[[Point], None]
    ) -> None:
        super().__init__(document, settings)
        self._ask = ask

    def release(self, point: Point) -> None:
        was_active, self._points = self.is_active, []
        if was_active:
            self._ask(point)

    def write(self, point: Point, text: str) -> None:
        """Put these words there."""
        if text.strip():
            note = Note(point, text.strip(), self._settings.color, self.width)
            self._document.set_marks((*self._document.marks, note))

    def _mark(self, point: Point) -> Mark | None:
        return None
