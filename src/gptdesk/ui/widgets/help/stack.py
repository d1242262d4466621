"""Widgets one below the other, each as high as its width asks for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.ui.widgets.document.view import DocumentView

Padding = tuple[int, int, int, int]


class Stack(QWidget):
    """Places its children itself: a layout would lay each text out several times."""

    def __init__(self, parent: QWidget | None = None, *, padding: Padding = (0, 0, 0, 0)) -> None:
        super().__init__(parent)
        self._padding = padding
        self._items: list[tuple[QWidget, int]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget, gap: int = 0) -> None:
        """Below what is there, with a gap above it unless it is the first."""
        widget.setParent(self)
        self._items.append((widget, gap))

    def set_padding(self, padding: Padding) -> None:
        self._padding = padding

    def clear(self) -> None:
        for widget, _gap in self._items:
            widget.hide()
            widget.deleteLater()
        self._items.clear()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._go(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)  # its height follows from its width, which only its owner knows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        self._go(self.width(), move=True)

    def _go(self, width: int, *, move: bool) -> int:
        left, top, right, bottom = self._padding
        room = max(1, width - left - right)
        y, is_first = top, True
        for widget, gap in self._items:
            if widget.isHidden():
                continue
            y += 0 if is_first else gap
            is_first = False
            height = height_of(widget, room)
            if move and isinstance(widget, DocumentView):
                widget.place(left, y, height)
            elif move:
                widget.setGeometry(left, y, room, height)
            y += height
        return y + bottom


def height_of(widget: QWidget, width: int) -> int:
    """How high it wants to be in that width."""
    if isinstance(widget, DocumentView):
        widget.set_text_width(width)
        return widget.text_height()
    wanted = widget.heightForWidth(width)
    return wanted if wanted >= 0 else widget.sizeHint().height()
