"""The one ring that shows where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable
from weakref import ReferenceType, ref

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

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
    of times a second; so the ring is one small widget that lies over the others. It only borrows
    the widgets that it follows: a reference here would keep a closed window alive.
    """

    def __init__(self, app: QApplication, color: Callable[[], QColor]) -> None:
        super().__init__(app)
        self._color = color
        self._target: ReferenceType[QWidget] | None = None
        self._frame: ReferenceType[QWidget] | None = None
        self._watched: list[ReferenceType[QWidget]] = []
        app.focusChanged.connect(self._on_focus_changed)

    @property
    def target(self) -> QWidget | None:
        return _alive(self._target)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOVES:
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None or not _wants_ring(new):
            return
        holder = _holder(new)
        self._target = ref(new)
        self._frame = ref(_Frame(holder, self._color, new.property(RADIUS)))
        ancestor: QWidget | None = new
        while ancestor is not None and ancestor is not holder:
            ancestor.installEventFilter(self)
            self._watched.append(ref(ancestor))
            ancestor = ancestor.parentWidget()
        self._place()

    def _leave(self) -> None:
        for reference in self._watched:
            if (widget := _alive(reference)) is not None:
                widget.removeEventFilter(self)
        self._watched.clear()
        if (frame := _alive(self._frame)) is not None:
            frame.hide()
            frame.deleteLater()
        self._frame = self._target = None

    def _place(self) -> None:
        target, frame = _alive(self._target), _alive(self._frame)
        holder = frame.parentWidget() if frame is not None else None
        if target is None or frame is None or holder is None:
            return
        corner = target.mapTo(holder, QPoint(0, 0))
        margin = 0 if target.property(RING) == "inside" else WIDTH + OFFSET
        frame.setGeometry(QRect(corner, target.size()).adjusted(-margin, -margin, margin, margin))
        frame.setVisible(target.isVisible())
        frame.raise_()


def _alive(reference: ReferenceType[QWidget] | None) -> QWidget | None:
    widget = reference() if reference is not None else None
    return widget if widget is not None and isValid(widget) else None


class _Frame(QWidget):
    def __init__(self, parent: QWidget, color: Callable[[], QColor], radius: object) -> None:
        super().__init__(parent)
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
