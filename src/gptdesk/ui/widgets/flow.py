"""A row whose items go to the next line where the room ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

LINE_GAP = 8


class FlowRow(QLayout):
    """Items from the left; those added with `add_end` stand at the right while they fit."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, end_gap: int = 20) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._ends: set[QWidget] = set()
        self._gap, self._end_gap = gap, end_gap
        self.setContentsMargins(0, 0, 0, 0)

    def add_end(self, widget: QWidget) -> None:
        self._ends.add(widget)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        item = self._items.pop(index)
        if (widget := item.widget()) is not None:
            self._ends.discard(widget)
        return item

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        visible = self._visible()
        width = sum(item.sizeHint().width() for item in visible)
        height = max((item.sizeHint().height() for item in visible), default=0)
        return QSize(width + sum(self._gap_before(item) for item in visible[1:]), height)

    def minimumSize(self) -> QSize:
        visible = self._visible()
        return QSize(
            max((item.minimumSize().width() for item in visible), default=0),
            max((item.minimumSize().height() for item in visible), default=0),
        )

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _gap_before(self, item: QLayoutItem) -> int:
        return self._end_gap if item.widget() in self._ends else self._gap

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = [[]]
        used = 0
        for item in self._visible():
            gap = self._gap_before(item) if lines[-1] else 0
            wanted = gap + item.sizeHint().width()
            if lines[-1] and used + wanted > width:
                lines.append([])
                wanted, used = wanted - gap, 0
            lines[-1].append(item)
            used += wanted
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max((item.sizeHint().height() for item in line), default=0)
            if move:
                self._place_line(line, QRect(rect.x(), y, rect.width(), height))
            y += height + LINE_GAP
        return max(0, y - LINE_GAP - rect.y())

    def _place_line(self, line: list[QLayoutItem], rect: QRect) -> None:
        used = sum(item.sizeHint().width() for item in line)
        used += sum(self._gap_before(item) for item in line[1:])
        x = rect.x()
        is_pushed = False
        for number, item in enumerate(line):
            x += self._gap_before(item) if number else 0
            if item.widget() in self._ends and not is_pushed and number:
                x += max(0, rect.width() - used)
                is_pushed = True
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            top = rect.y() + (rect.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), QSize(width, size.height())))
            x += width
