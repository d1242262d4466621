"""The list in the choice of models: what clicks and hovering in it mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget

from gptdesk.ui.widgets.modelpicker.delegate import PickerDelegate
from gptdesk.ui.widgets.modelpicker.model import PickerModel
from gptdesk.ui.widgets.modelpicker.values import Row
from gptdesk.ui.widgets.modelpicker.words import price_tip, row_tip

BATCH = 100
LONG = 500


class PickerView(QListView):
    """Painted rows; a click chooses, one on a successor's name chooses that.

    Signals:
        chosen: connection id and model.
        current_row_changed: another row is the one that Enter would choose.
    """

    chosen = Signal(str, str)
    current_row_changed = Signal()

    def __init__(self, model: PickerModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = model
        self.painter = PickerDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setBatchSize(BATCH)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; }")
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_rows(self, rows: list[Row]) -> None:
        """Thousands are measured in turn, while what is seen stands already."""
        is_long = len(rows) > LONG
        modes = QListView.LayoutMode
        self.setLayoutMode(modes.Batched if is_long else modes.SinglePass)
        self.rows.set_rows(rows)

    def current_row(self) -> Row | None:
        return self.rows.row_at(self.currentIndex())

    def choose_current(self) -> None:
        row = self.current_row()
        if row is not None and row.choice is not None:
            self.chosen.emit(*row.choice)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, place = self._at(event.position().toPoint())
        if row is None or event.button() != Qt.MouseButton.LeftButton:
            return
        successor = self.painter.successor_place(place, row)
        if row.offer is not None and successor.contains(event.position().toPoint()):
            self.chosen.emit(row.connection_id, row.offer.facts.successor)
        elif row.choice is not None:
            self.chosen.emit(*row.choice)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row, place = self._at(event.position().toPoint())
        is_link = row is not None and self.painter.successor_place(place, row).contains(
            event.position().toPoint()
        )
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            row, place = self._at(event.pos())
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos(), row, place), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, spot: QPoint, row: Row | None, place: QRect) -> str:
        """Signs and prices explain themselves; elsewhere the whole row does."""
        if row is None:
            return ""
        for sign, text in self.painter.ability_places(place, row):
            if sign.contains(spot):
                return text
        if self.painter.price_place(place, row).contains(spot):
            return price_tip(row)
        return row_tip(row)

    def _at(self, spot: QPoint) -> tuple[Row | None, QRect]:
        index = self.indexAt(spot)
        return self.rows.row_at(index), self.visualRect(index)

    def _on_current_changed(self) -> None:
        self.current_row_changed.emit()
