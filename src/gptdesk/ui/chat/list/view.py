"""The list as a widget: what keys and clicks in it mean."""

from __future__ import annotations

import sys

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from gptdesk.ui.chat.list.model import ConversationListModel
from gptdesk.ui.chat.list.rows import Kind, Row
from gptdesk.ui.theme.theme import Theme

DELETE_KEYS = (
    (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) if sys.platform == "darwin" else (Qt.Key.Key_Delete,)
)
"""The keyboards of macOS have one key for both."""


class ConversationListView(QListView):
    """Painted rows; a click or Enter opens, F2 renames, Del deletes.

    Signals:
        opened: conversation id, and the message id if it is a search hit.
        delete_requested: conversation id.
        menu_requested: the row and where on the screen.
    """

    opened = Signal(str, str)
    delete_requested = Signal(str)
    menu_requested = Signal(object, QPoint)

    def __init__(self, model: ConversationListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.list")
        self._rows = model
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setStyleSheet("QListView { background: transparent; }")
        model.modelAboutToBeReset.connect(self._draw_as_chats)
        self.clicked.connect(self._open)
        Theme.current().changed.connect(self._on_theme_changed)

    def current_row(self) -> Row | None:
        return self._rows.row(self.currentIndex())

    def rename(self, conversation_id: str) -> None:
        """Type a new title over the old one, in place."""
        index = self._rows.index_of(conversation_id)
        if index.isValid():
            self.scrollTo(index)
            self.setCurrentIndex(index)
            self.edit(index)

    def go_to_first(self) -> None:
        """The keyboard comes down from the search field."""
        row = self.current_row()
        if row is None or row.kind is Kind.HEADING:
            self.setCurrentIndex(self._rows.first())
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if row is None or is_editing or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        elif event.key() in DELETE_KEYS:
            if row.kind is Kind.CONVERSATION:
                self.delete_requested.emit(row.conversation_id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index, place = self.indexAt(event.pos()), event.globalPos()
        else:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).center())
        row = self._rows.row(index)
        if row is not None and row.kind is Kind.CONVERSATION:
            self.menu_requested.emit(row, place)

    def _draw_as_chats(self) -> None:
        """The first rows come after the first paint, and so does what draws them."""
        from gptdesk.ui.chat.list.delegate import ConversationDelegate

        self._rows.modelAboutToBeReset.disconnect(self._draw_as_chats)
        self.setItemDelegate(ConversationDelegate(self))

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if row is not None and row.kind is not Kind.HEADING:
            self.opened.emit(row.conversation_id, row.message_id)

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
