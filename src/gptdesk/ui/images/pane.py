"""A picture that is only looked at: zoomed, moved, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gptdesk.runtime.large_pictures import Levels
from gptdesk.ui.images.canvas.surface import Surface
from gptdesk.ui.images.canvas.viewport import STEP, Viewport
from gptdesk.ui.images.canvas.zoomable import NOTCH, Zoomable
from gptdesk.ui.theme.theme import Theme

PUSH = 64.0
WAYS = {
    Qt.Key.Key_Left: QPointF(PUSH, 0),
    Qt.Key.Key_Right: QPointF(-PUSH, 0),
    Qt.Key.Key_Up: QPointF(0, PUSH),
    Qt.Key.Key_Down: QPointF(0, -PUSH),
}


class PicturePane(Zoomable):
    """Wheel, pinch and keys zoom; dragging and the arrow keys move."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surface = Surface()
        self._levels: Levels | None = None
        self._grip: QPointF | None = None
        self._theme = Theme.current()
        self.setMinimumSize(120, 120)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._theme.changed.connect(self.update)

    @property
    def has_picture(self) -> bool:
        return self._levels is not None

    def show_picture(self, levels: Levels | None) -> None:
        """All of it at first; None shows nothing."""
        self._levels = levels
        if levels is not None:
            self.viewport.size = levels.size
        self.fit()

    def look_as(self, other: Viewport) -> None:
        """Show the same part at the same size, also of a picture with other pixels."""
        if not self.has_picture:
            return
        middle = other.to_picture(QRectF(QPointF(0, 0), other.room).center())
        mine = self.viewport
        mine.is_fitted = other.is_fitted
        if mine.is_fitted:
            mine.fit()
        else:
            share = other.size[0] / mine.size[0]
            mine.zoom = other.zoom * share
            spot = (middle[0] / share, middle[1] * mine.size[1] / other.size[1])
            mine.origin = QRectF(self.rect()).center() - QPointF(*spot) * mine.scale
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("surface-sunken"))
        if self._levels is not None:
            self._surface.draw_picture(painter, event.rect(), self.viewport, self._levels)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if turns := event.angleDelta().y() / NOTCH:
            self.zoom_by(STEP**turns, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.move_by(event.position() - self._grip)
            self._grip = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.show_actual()
        elif key in WAYS and not self.viewport.is_fitted:
            self.move_by(WAYS[key])
        else:
            super().keyPressEvent(event)
