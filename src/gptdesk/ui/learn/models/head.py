"""The head of a table: pressed to sort, with an arrow at the column that sorts."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from gptdesk.ui.learn.models.cell_painting import PADDING
from gptdesk.ui.learn.models.item_model import TableModel
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import flood, hairline, icon_at, text_in


class TableHead(QHeaderView):
    """First press: the smallest first; second: the largest first; third: the table's own order."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.sectionClicked.connect(self._on_clicked)

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme = Theme.current()
        flood(painter, rect, theme.color("surface"))
        hairline(painter, rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
        column = self._model.column(index)
        if column is None:
            return
        by = self._model.sorted_by
        is_sorted = by is not None and by[0] == index
        font = theme.font("section" if is_sorted else "chip")
        room = rect.adjusted(PADDING, 0, -PADDING, -1)
        size = theme.icon_size(14)
        wide = room.width() - (size + 4 if is_sorted else 0)
        title = QFontMetrics(font).elidedText(column.title, Qt.TextElideMode.ElideRight, wide)
        width = text_width(font, title)
        left = room.right() + 1 - width if column.is_number else room.x()
        if is_sorted and column.is_number:
            left -= size + 4
        role = "text" if is_sorted else "text-quiet"
        place = QRect(left, room.y(), width, room.height())
        text_in(painter, place, title, font, theme.color(role))
        if by is not None and is_sorted:
            icon = "arrow-down" if by[1] else "arrow-up"
            spot = QRect(place.right() + 5, room.y(), size, room.height())
            icon_at(painter, spot, icon, "accent-text", size)

    def _on_clicked(self, section: int) -> None:
        if self._model.column(section) is None:
            return
        by = self._model.sorted_by
        if by is None or by[0] != section:
            self._model.sort_by(section)
        elif not by[1]:
            self._model.sort_by(section, is_falling=True)
        else:
            self._model.sort_by(None)
