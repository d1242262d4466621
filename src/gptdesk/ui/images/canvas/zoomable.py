"""A widget that shows a picture and can be zoomed and moved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from gptdesk.ui.images.canvas.viewport import Viewport

NOTCH = 120
"""What Qt counts for a step of the wheel."""


class Zoomable(QWidget):
    """Keeps the viewport, follows its own size and the fingers.

    Signals:
        zoom_changed: another part is seen, or the same one larger or smaller.
    """

    zoom_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport = Viewport(QSizeF(1, 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRing", "inside")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)

    @property
    def has_picture(self) -> bool:
        raise NotImplementedError

    @property
    def middle(self) -> QPointF:
        """What is zoomed about when no place is named."""
        return QRectF(self.rect()).center()

    def fit(self) -> None:
        self.viewport.fit()
        self.show_viewport()

    def show_actual(self) -> None:
        self.viewport.show_actual()
        self.show_viewport()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        self.viewport.zoom_by(factor, self.middle if about is None else about)
        self.show_viewport()

    def move_by(self, way: QPointF) -> None:
        self.viewport.move_by(way)
        self.show_viewport()

    def show_viewport(self) -> None:
        """It was changed."""
        self.update()
        self.zoom_changed.emit()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position())
                return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                about = QPointF(self.mapFromGlobal(pinch.hotSpot().toPoint()))
                self.zoom_by(pinch.scaleFactor(), about)
                return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._follow_size()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._follow_size()

    def _follow_size(self) -> None:
        self.viewport.resize(QSizeF(self.size()), self.devicePixelRatioF())
        self.show_viewport()
