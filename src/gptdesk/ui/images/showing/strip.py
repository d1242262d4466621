"""The newest pictures and the jobs on their way, in one row at the foot of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gptdesk.domain.images import PictureRecord
from gptdesk.ui.images.asking.tile_pictures import TilePictures
from gptdesk.ui.images.showing.strip_items import JobCard, StripItem
from gptdesk.ui.images.showing.strip_tiles import EDGE, ITEM, TILE, StripTiles
from gptdesk.ui.images.words import picture_name
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate


class Strip(QWidget):
    """Arrows move, Enter shows, Delete deletes a picture and closes a job.

    Signals:
        picked: a JobCard or a PictureRecord is to be shown.
        closed: the id of a job that is to be stopped or put away.
        deleted: the PictureRecord that is to go.
        menu_requested: a PictureRecord, and where its menu is to open.
        dragged: the PictureRecord that the mouse pulls out.
        filled: there may be more or nothing in it now.
    """

    picked = Signal(object)
    closed = Signal(str)
    deleted = Signal(object)
    menu_requested = Signal(object, QPoint)
    dragged = Signal(object)
    filled = Signal()

    def __init__(self, pictures: TilePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._items: tuple[StripItem, ...] = ()
        self._count, self._sum = 0, ""
        self._title = Label(style="label", parent=self)
        self._about = Label(style="secondary", role="text-quiet", parent=self)
        self.list = _List(pictures, self)
        self.list.setObjectName("images.gallery")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._about)
        head.addStretch(1)
        self.head = head
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._connect()
        self._retranslate()

    @property
    def items(self) -> tuple[StripItem, ...]:
        return self._items

    def set_items(self, items: Sequence[StripItem], current_id: str = "") -> None:
        """Jobs first, then pictures; what is current is marked."""
        if len(items) != len(self._items) or _ids(items) != _ids(self._items):
            self._rebuild(items)
        else:
            for row, item in enumerate(items):
                if item is not self._items[row]:
                    self.list.item(row).setData(ITEM, item)
        self._items = tuple(items)
        self._name_items()
        self.mark(current_id)
        self.filled.emit()

    def mark(self, current_id: str) -> None:
        rows = [row for row, item in enumerate(self._items) if item.id == current_id]
        blocked = self.list.blockSignals(True)
        self.list.setCurrentRow(rows[0] if rows else -1)
        self.list.blockSignals(blocked)

    def set_counts(self, count: int, total: str) -> None:
        """How many pictures there are, and what those shown cost together."""
        self._count, self._sum = count, total
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._name_items()

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, 0, self.width(), 1)

    def _connect(self) -> None:
        self.list.itemClicked.connect(self._on_picked)
        self.list.itemActivated.connect(self._on_picked)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.delete_pressed.connect(self._on_delete)
        self.list.cross_pressed.connect(self._on_cross)
        self.list.drag_started.connect(self._on_drag)
        self.list.customContextMenuRequested.connect(self._on_menu)

    def _rebuild(self, items: Sequence[StripItem]) -> None:
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for item in items:
            tile = QListWidgetItem()
            tile.setData(ITEM, item)
            self.list.addItem(tile)
        self.list.blockSignals(blocked)

    def _name_items(self) -> None:
        for row, item in enumerate(self._items):
            name = (
                f"{item.text}. {item.prompt}" if isinstance(item, JobCard) else picture_name(item)
            )
            tile = self.list.item(row)
            tile.setData(Qt.ItemDataRole.AccessibleTextRole, name)
            tile.setToolTip(name)

    def _on_picked(self, tile: QListWidgetItem) -> None:
        self.picked.emit(tile.data(ITEM))

    def _on_current(self, tile: QListWidgetItem | None) -> None:
        if tile is not None:
            self.picked.emit(tile.data(ITEM))

    def _on_delete(self) -> None:
        tile = self.list.currentItem()
        item = tile.data(ITEM) if tile is not None else None
        if isinstance(item, JobCard):
            self.closed.emit(item.id)
        elif isinstance(item, PictureRecord):
            self.deleted.emit(item)

    def _on_cross(self, tile: QListWidgetItem) -> None:
        self.closed.emit(tile.data(ITEM).id)

    def _on_drag(self, tile: QListWidgetItem) -> None:
        if isinstance(item := tile.data(ITEM), PictureRecord):
            self.dragged.emit(item)

    def _on_menu(self, place: QPoint) -> None:
        tile = self.list.itemAt(place)
        item = tile.data(ITEM) if tile is not None else None
        if isinstance(item, PictureRecord):
            self.menu_requested.emit(item, self.list.viewport().mapToGlobal(place))

    def _retranslate(self) -> None:
        self._title.setText(translate("Images", "Newest"))
        counted = translate("Images", "%n picture(s)", None, self._count)
        text = counted
        if self._sum:
            text = translate("Images", "{pictures} · {cost}").format(
                pictures=counted, cost=self._sum
            )
        self._about.setText(text if self._count else "")
        self.list.setAccessibleName(translate("Images", "Newest pictures"))


class _List(QListWidget):
    delete_pressed = Signal()
    cross_pressed = Signal(QListWidgetItem)
    drag_started = Signal(QListWidgetItem)

    def __init__(self, pictures: TilePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._tiles = StripTiles(pictures, self)
        self.setItemDelegate(self._tiles)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragEnabled(True)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QListWidget { background: transparent; }")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.ready.connect(self.viewport().update)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.px(TILE.height()) + 2 * EDGE + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        tile = self.itemAt(event.position().toPoint())
        is_job = tile is not None and isinstance(tile.data(ITEM), JobCard)
        if tile is not None and is_job:
            cross = self._tiles.cross(self.visualItemRect(tile))
            if cross.contains(event.position().toPoint()):
                self.cross_pressed.emit(tile)
                return
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """An ordinary wheel moves the row sideways."""
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (delta.x() or delta.y()))
        event.accept()

    def startDrag(self, supported: Qt.DropAction) -> None:
        tile = self.currentItem()
        if tile is not None:
            self.drag_started.emit(tile)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.viewport().update()


def _ids(items: Sequence[StripItem]) -> list[str]:
    return [item.id for item in items]
