"""A row whose items go to the next line where the room ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRow(QLayout):
    """Items from the left; those added with `add_end` stand at the right while they fit."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._ends: set[QWidget] = set()
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def add_end(self, widget: QWidget) -> None:
        self._ends.add(widget)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        if (widget := item.widget()) is not None:
            self._ends.discard(widget)
        return item

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        visible = self._visible()
        width = sum(item.sizeHint().width() for item in visible)
        height = max((item.sizeHint().height() for item in visible), default=0)
        return QSize(width + self._gap * max(0, len(visible) - 1), height)

    def minimumSize(self) -> QSize:  # noqa: N802
        visible = self._visible()
        return QSize(
            max((item.minimumSize().width() for item in visible), default=0),
            max((item.minimumSize().height() for item in visible), default=0),
        )

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._visible():
            wanted = item.sizeHint().width()
            if lines[-1] and used + wanted > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += wanted + self._gap
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max((item.sizeHint().height() for item in line), default=0)
            if move:
                self._place_line(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self._line_gap
        return max(0, y - self._line_gap - rect.y())

    def _place_line(self, line: list[QLayoutItem], rect: QRect) -> None:
        used = sum(item.sizeHint().width() + self._gap for item in line) - self._gap
        x = rect.x()
        is_pushed = False
        for item in line:
            size = item.sizeHint()
            is_end = item.widget() in self._ends
            if is_end and not is_pushed and item is not line[0]:
                x += max(0, rect.width() - used)
                is_pushed = True
            width = min(size.width(), rect.width())
            top = rect.y() + (rect.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), QSize(width, size.height())))
            x += width + self._gap
