"""The list of what was transcribed, with a search over titles and words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gptdesk.domain.search import parse
from gptdesk.domain.transcription import TranscriptionHeader
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.history.delegate import HEADER, HistoryDelegate, facts_line
from gptdesk.ui.transcription.results.words import clock
from gptdesk.ui.widgets.empty import EmptyState
from gptdesk.ui.widgets.menu import menu
from gptdesk.ui.widgets.money import Money
from gptdesk.ui.widgets.text_field import SearchField
from gptdesk.ui.widgets.undo import UndoBar

translate = QCoreApplication.translate


class TranscriptionHistory(QWidget):
    """Newest first.

    Signals:
        search_changed: what stands in the search field.
        opened, deleted: the id of a job.
        renamed: id and title.
        undone: the last deletion is to be taken back.
    """

    search_changed = Signal(str)
    opened = Signal(str)
    deleted = Signal(str)
    renamed = Signal(str, str)
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.history")
        self.search = SearchField(self)
        self.search.setObjectName("transcription.search")
        self.list = _List(self)
        self.undo = UndoBar(self)
        self._delegate = HistoryDelegate(self.list)
        self._empty = EmptyState("sound", self, width=220)
        self._nothing = EmptyState("sound", self, width=220)
        self._stack = QStackedWidget(self)
        self._build()
        self._retranslate()

    def set_headers(self, headers: Sequence[TranscriptionHeader], search: str = "") -> None:
        """Show them; `search` is what they were looked up by, and is marked."""
        chosen = self._id(self.list.currentItem())
        self._delegate.query = parse(search)
        self.list.clear()
        for header in headers:
            item = QListWidgetItem(header.title)
            item.setData(HEADER, header)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            said = f"{clock(header.seconds)} · {facts_line(header, self._delegate.money)}"
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, said)
            self.list.addItem(item)
            if header.id == chosen:
                self.list.setCurrentItem(item)
        nothing = self._nothing if search.strip() else self._empty
        self._stack.setCurrentWidget(self.list if headers else nothing)

    def set_open(self, job_id: str) -> None:
        self._delegate.open_id = job_id
        self.list.viewport().update()

    def set_money(self, money: Money) -> None:
        self._delegate.money = money
        self.list.viewport().update()

    def shutdown(self) -> None:
        self.undo.shutdown()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().color("surface-sunken"))

    def _build(self) -> None:
        for page in (self.list, self._empty, self._nothing):
            self._stack.addWidget(page)
        self.list.setItemDelegate(self._delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.undo)
        self.search.textChanged.connect(self.search_changed)
        self.list.itemActivated.connect(self._on_opened)
        self.list.itemClicked.connect(self._on_opened)
        self.list.delete_pressed.connect(self._on_delete)
        self.list.title_typed.connect(self._on_title)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.undo.undone.connect(self.undone)
        Theme.current().changed.connect(self.list.doItemsLayout)

    def _on_opened(self, item: QListWidgetItem) -> None:
        self.opened.emit(self._id(item))

    def _on_delete(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.undo.offer(translate("Transcript", "Deleted “{title}”").format(title=item.text()))
            self.deleted.emit(self._id(item))

    def _on_title(self, row: int, title: str) -> None:
        item = self.list.item(row)
        if item is not None and title and title != item.data(HEADER).title:
            self.renamed.emit(self._id(item), title)

    def _on_menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        if item is None:
            return
        self.list.setCurrentItem(item)
        theme = Theme.current()
        offered = menu(self)
        offered.addAction(translate("Transcript", "Open"), lambda: self._on_opened(item))
        rename = offered.addAction(theme.icon("pencil"), translate("Transcript", "Rename"))
        rename.setShortcut("F2")  # shown only: the list itself hears the key
        rename.triggered.connect(lambda: self.list.editItem(item))
        offered.addSeparator()
        delete = offered.addAction(theme.icon("trash-2"), translate("Transcript", "Delete"))
        delete.setShortcut("Del")
        delete.triggered.connect(self._on_delete)
        offered.aboutToHide.connect(offered.deleteLater)
        offered.popup(self.list.viewport().mapToGlobal(place))

    @staticmethod
    def _id(item: QListWidgetItem | None) -> str:
        return str(item.data(HEADER).id) if item is not None else ""

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(translate("Transcript", "Search transcripts"))
        self.search.setAccessibleName(translate("Transcript", "Search transcripts"))
        self.list.setAccessibleName(translate("Transcript", "What was transcribed"))
        self._empty.set_texts(
            translate("Transcript", "Nothing transcribed yet"),
            translate("Transcript", "Every transcript stays here until you delete it."),
        )
        self._nothing.set_texts(
            translate("Transcript", "Nothing found"),
            translate("Transcript", "No transcript holds these words. Try fewer of them."),
        )


class _List(QListWidget):
    """Signals:
    delete_pressed: the Delete key.
    title_typed: row and title.
    """

    delete_pressed = Signal()
    title_typed = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setMouseTracking(True)
        self.setStyleSheet("QListWidget { background: transparent; }")

    def commitData(self, editor: QWidget) -> None:
        """The title is only shown once it is stored."""
        index: QModelIndex = self.currentIndex()
        if isinstance(editor, QLineEdit) and index.isValid():
            self.title_typed.emit(index.row(), " ".join(editor.text().split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_F2 and self.currentItem() is not None:
            self.editItem(self.currentItem())
        else:
            super().keyPressEvent(event)
