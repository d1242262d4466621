"""The hand, which only moves the picture; the view does that for every tool."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from gptdesk.domain.mask_shapes import Point
from gptdesk.ui.images.canvas.viewport import Viewport


class HandTool:
    """Leaves the picture as it is."""

    is_active = False

    def press(self, point: Point, pressure: float = 1.0) -> None:
        """Nothing is changed."""

    def move(self, point: Point, pressure: float = 1.0) -> None:
        """Nothing is changed."""

    def release(self, point: Point) -> None:
        """Nothing is changed."""

    def cancel(self) -> None:
        """There is nothing to take back."""

    def draw(self, painter: QPainter, viewport: Viewport, pointer: Point | None) -> None:
        """The system's own pointer is enough."""
