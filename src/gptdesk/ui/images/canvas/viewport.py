"""Which part of a picture is seen, and how large: the sums behind zooming and moving."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import floor

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

SMALLEST, LARGEST = 0.01, 32.0
STEP = 1.25
MARGIN = 24.0
VISIBLE = 48.0
"""So much of the picture stays in sight however far it is pushed."""


@dataclass(slots=True)
class Viewport:
    """Zoom 1.0 shows a pixel of the picture on each pixel of the screen, whatever its density."""

    room: QSizeF
    density: float = 1.0
    size: tuple[int, int] = (1, 1)
    zoom: float = 1.0
    origin: QPointF = field(default_factory=QPointF)
    """Where the upper left corner of the picture is drawn."""
    is_fitted: bool = True
    """It follows the size of the room until somebody zooms or moves."""

    @property
    def scale(self) -> float:
        """Points of the widget for a pixel of the picture."""
        return self.zoom / self.density

    @property
    def place(self) -> QRectF:
        """Where the whole picture is drawn."""
        return QRectF(self.origin, QSizeF(*self.size) * self.scale)

    def transform(self) -> QTransform:
        """From the picture to the widget."""
        scale = self.scale
        return QTransform(scale, 0, 0, scale, self.origin.x(), self.origin.y())

    def to_picture(self, point: QPointF) -> tuple[float, float]:
        scale = self.scale
        return (point.x() - self.origin.x()) / scale, (point.y() - self.origin.y()) / scale

    def to_widget(self, point: tuple[float, float]) -> QPointF:
        return QPointF(*point) * self.scale + self.origin

    def best_zoom(self) -> float:
        """All of it is seen, with a margin; a small picture is not blown up."""
        return min(1.0, max(SMALLEST, self._zoom_for(*self.size)))

    def fit(self) -> None:
        self.zoom = self.best_zoom()
        middle = QRectF(QPointF(0, 0), self.room).center()
        half = QSizeF(*self.size) * (self.scale / 2)
        self.origin = middle - QPointF(half.width(), half.height())
        self._snap()
        self.is_fitted = True

    def fit_around(self, area: QRectF) -> None:
        """Show all of an area that may reach beyond the picture, with room to pull at it."""
        self.zoom = min(self.best_zoom(), self._zoom_for(area.width() * 1.25, area.height() * 1.25))
        middle = QRectF(QPointF(0, 0), self.room).center()
        self.origin = middle - area.center() * self.scale
        self._snap()
        self.is_fitted = False

    def show_actual(self) -> None:
        self.zoom_to(1.0, QRectF(QPointF(0, 0), self.room).center())

    def zoom_by(self, factor: float, about: QPointF) -> None:
        self.zoom_to(self.zoom * factor, about)

    def zoom_to(self, zoom: float, about: QPointF) -> None:
        """What is under `about` stays there."""
        point = self.to_picture(about)
        self.zoom = min(LARGEST, max(SMALLEST, zoom))
        if abs(self.zoom - 1.0) < 0.02:
            self.zoom = 1.0
        self.origin = about - QPointF(*point) * self.scale
        self._keep_in_sight()
        self.is_fitted = False

    def move_by(self, way: QPointF) -> None:
        self.origin += way
        self._keep_in_sight()
        self.is_fitted = False

    def reveal(self, point: tuple[float, float]) -> None:
        """Move just as far as it takes to see this pixel."""
        spot = self.to_widget(point)
        right, below = self.room.width() - MARGIN, self.room.height() - MARGIN
        x = min(0.0, right - spot.x()) or max(0.0, MARGIN - spot.x())
        y = min(0.0, below - spot.y()) or max(0.0, MARGIN - spot.y())
        if x or y:
            self.move_by(QPointF(x, y))

    def resize(self, room: QSizeF, density: float) -> None:
        """The widget has another size or stands on another screen."""
        if self.is_fitted:
            self.room, self.density = room, density
            self.fit()
            return
        middle = self.to_picture(QRectF(QPointF(0, 0), self.room).center())
        self.room, self.density = room, density
        self.origin = QRectF(QPointF(0, 0), room).center() - QPointF(*middle) * self.scale
        self._keep_in_sight()

    def _zoom_for(self, width: float, height: float) -> float:
        across = max(1.0, self.room.width() - 2 * MARGIN) / width
        down = max(1.0, self.room.height() - 2 * MARGIN) / height
        return min(across, down) * self.density

    def _keep_in_sight(self) -> None:
        place = self.place
        x = min(self.room.width() - VISIBLE, max(VISIBLE - place.width(), place.x()))
        y = min(self.room.height() - VISIBLE, max(VISIBLE - place.height(), place.y()))
        self.origin = QPointF(x, y)
        self._snap()

    def _snap(self) -> None:
        """Edges of the picture fall on edges of the screen's pixels."""
        x, y = self.origin.x() * self.density, self.origin.y() * self.density
        self.origin = QPointF(floor(x + 0.5), floor(y + 0.5)) / self.density
