"""The one ring that shows where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

RING = "focusRing"
"""Property of a widget: "outside" (the default), "inside", or "none" if it draws its own."""
RADIUS = "focusRadius"
WITHOUT = ("QLineEdit", "QAbstractScrollArea", "QMenu")
"""They show the keyboard in their own way. Names: the classes need not be loaded at the start."""
WIDTH = 2
OFFSET = 2
MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


class FocusRing(QObject):
    """Follows the keyboard focus and draws around it, never after a click with the mouse.

    A style sheet cannot draw outside a widget, and a style written in Python is asked thousands
    of times a second; so the ring is one small widget that lies over the others.
    """

    def __init__(self, app: QApplication, color: Callable[[], QColor]) -> None:
        super().__init__(app)
        self._color = color
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._frame: _Frame | None = None
        app.focusChanged.connect(self._on_focus_changed)

    @property
    def target(self) -> QWidget | None:
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES and self._frame is not None:
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None or not _wants_ring(new):
            return
        self._target = new
        holder = _holder(new)
        self._frame = _Frame(holder, self._color, new.property(RADIUS))
        ancestor: QWidget | None = new
        while ancestor is not None and ancestor is not holder:
            ancestor.installEventFilter(self)
            self._watched.append(ancestor)
            ancestor = ancestor.parentWidget()
        self._place()

    def _leave(self) -> None:
        from shiboken6 import isValid

        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None
        self._target = None

    def _place(self) -> None:
        assert self._target is not None and self._frame is not None
        holder = self._frame.holder
        corner = self._target.mapTo(holder, QPoint(0, 0))
        margin = 0 if self._target.property(RING) == "inside" else WIDTH + OFFSET
        place = QRect(corner, self._target.size()).adjusted(-margin, -margin, margin, margin)
        self._frame.setGeometry(place)
        self._frame.setVisible(self._target.isVisible())
        self._frame.raise_()


class _Frame(QWidget):
    def __init__(self, parent: QWidget, color: Callable[[], QColor], radius: object) -> None:
        super().__init__(parent)
        self.holder = parent
        self._color = color
        self._radius = radius if isinstance(radius, int) else 8
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color(), WIDTH))
        half = WIDTH / 2
        radius = self._radius + OFFSET + half
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )


def _wants_ring(widget: QWidget) -> bool:
    if any(widget.inherits(name) for name in WITHOUT):
        return False
    if widget.property(RING) == "none":
        return False
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def _holder(widget: QWidget) -> QWidget:
    """The nearest ancestor that cuts off what scrolls away, or the window."""
    ancestor = widget.parentWidget()
    while ancestor is not None and not ancestor.isWindow():
        parent = ancestor.parentWidget()
        if parent is not None and parent.inherits("QAbstractScrollArea"):
            return ancestor
        ancestor = parent
    return ancestor if ancestor is not None else widget
