"""A row whose widgets go to the next line where the room ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

LINE_GAP = 8


class FlowRow(QWidget):
    """Widgets from the left; those added with `add_end` stand at the right while they fit.

    It fills its parent. It is a widget that places its children and not a QLayout: PySide gives
    the items of a layout written in Python two owners, and the second delete ends the program.
    """

    def __init__(self, parent: QWidget, *, gap: int = 8, end_gap: int = 20) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self._ends: list[QWidget] = []
        self._gap, self._end_gap = gap, end_gap
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = QVBoxLayout(parent)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self)

    def addWidget(self, widget: QWidget) -> None:
        self._widgets.append(widget)
        self._adopt(widget)

    def add_end(self, widget: QWidget) -> None:
        self._ends.append(widget)
        self._adopt(widget)

    def take(self, widget: QWidget) -> None:
        """Give a widget up for good."""
        self._widgets.remove(widget)
        widget.hide()
        widget.deleteLater()
        self.updateGeometry()
        self._place(self.width(), move=True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(_size(widget).width() for widget in shown)
        width += sum(self._gap_before(widget) for widget in shown[1:])
        return QSize(width, max((_size(widget).height() for widget in shown), default=0))

    def minimumSizeHint(self) -> QSize:
        least = [
            widget.minimumSizeHint().expandedTo(widget.minimumSize()) for widget in self._shown()
        ]
        width = max((size.width() for size in least), default=0)
        return QSize(width, max((size.height() for size in least), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place(self.width(), move=True)
        return super().event(event)

    def _adopt(self, widget: QWidget) -> None:
        widget.setParent(self)
        is_meant_hidden = widget.testAttribute(
            Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        ) and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Hidden)
        if self.isVisible() and not is_meant_hidden:
            widget.show()
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [widget for widget in (*self._widgets, *self._ends) if not widget.isHidden()]

    def _gap_before(self, widget: QWidget) -> int:
        return self._end_gap if widget in self._ends else self._gap

    def _lines(self, width: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = [[]]
        used = 0
        for widget in self._shown():
            gap = self._gap_before(widget) if lines[-1] else 0
            wanted = _size(widget).width()
            if lines[-1] and used + gap + wanted > width:
                lines.append([])
                gap, used = 0, 0
            lines[-1].append(widget)
            used += gap + wanted
        return lines

    def _place(self, width: int, *, move: bool) -> int:
        y = 0
        for line in self._lines(width):
            height = max((_size(widget).height() for widget in line), default=0)
            if move:
                self._place_line(line, QRect(0, y, width, height))
            y += height + LINE_GAP
        return max(0, y - LINE_GAP)

    def _place_line(self, line: list[QWidget], room: QRect) -> None:
        used = sum(_size(widget).width() for widget in line)
        used += sum(self._gap_before(widget) for widget in line[1:])
        x = 0
        is_pushed = False
        for number, widget in enumerate(line):
            x += self._gap_before(widget) if number else 0
            if widget in self._ends and not is_pushed and number:
                x += max(0, room.width() - used)
                is_pushed = True
            size = _size(widget)
            width = min(size.width(), room.width())
            top = room.y() + (room.height() - size.height()) // 2
            widget.setGeometry(x, top, width, size.height())
            x += width


def _size(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
