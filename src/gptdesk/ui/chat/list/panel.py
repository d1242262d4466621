"""The side of the page that holds search, the list, and the way back from deleting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.chat.frame import SIDE_EDGE as EDGE
from gptdesk.ui.chat.frame import SIDE_WIDTH
from gptdesk.ui.chat.list.model import ConversationListModel
from gptdesk.ui.chat.list.rows import Kind, Row
from gptdesk.ui.chat.list.view import ConversationListView
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.painting import hairline
from gptdesk.ui.widgets.text_field import SearchField

if TYPE_CHECKING:
    from gptdesk.ui.widgets.empty import EmptyState
    from gptdesk.ui.widgets.undo import UndoBar

translate = QCoreApplication.translate


class ListPanel(QWidget):
    """Knows what was asked for, not how it is done.

    Signals:
        search_changed: what stands in the search field.
        new_requested: a new chat.
        opened: conversation id and message id (empty unless it is a hit).
        renamed: conversation id and title.
        pin_requested: conversation id and whether it is to be pinned.
        copy_requested, delete_requested: conversation id.
        undone: the last deletion is to be taken back.
        left: Esc; the keyboard belongs to the message again.
    """

    search_changed = Signal(str)
    new_requested = Signal()
    opened = Signal(str, str)
    renamed = Signal(str, str)
    pin_requested = Signal(str, bool)
    copy_requested = Signal(str)
    delete_requested = Signal(str)
    undone = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.side")
        self.model = ConversationListModel(self)
        self.search = _Search(self)
        self.new = IconButton("square-pen", kind="tint", size=36, parent=self)
        self.view = ConversationListView(self.model)
        self._stack = QStackedWidget(self)
        self._deleted = ""
        self._build()
        self._connect()
        self._retranslate()

    @cached_property
    def empty(self) -> EmptyState:
        return self._empty_state()

    @cached_property
    def nothing_found(self) -> EmptyState:
        return self._empty_state()

    @cached_property
    def undo(self) -> UndoBar:
        from gptdesk.ui.widgets.undo import UndoBar

        undo = UndoBar(self)
        undo.undone.connect(self.undone)
        self._foot.addWidget(undo)
        return undo

    def set_rows(self, rows: Sequence[Row], *, is_search: bool) -> None:
        """Show conversations or hits; say so where there are none."""
        current = self.view.current_row()
        self.model.set_rows(rows)
        has_rows = any(row.kind is not Kind.HEADING for row in rows)
        page: QWidget = self.view
        if not has_rows:
            page = self.nothing_found if is_search else self.empty
        self._stack.setCurrentWidget(page)
        self._retranslate_empty()
        if current is not None and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index_of(current.conversation_id))

    def set_open(self, conversation_id: str, message_id: str = "") -> None:
        self.model.set_open(conversation_id, message_id)
        index = self.model.index_of(conversation_id)
        if index.isValid() and not self.view.hasFocus():
            self.view.setCurrentIndex(index)

    def offer_undo(self, title: str) -> None:
        self._deleted = title
        self.undo.offer(translate("ChatList", "Deleted “{title}”").format(title=title))

    def shutdown(self) -> None:
        if "undo" in vars(self):
            self.undo.shutdown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Theme.current().color("surface-sunken"))
        hairline(painter, self.width() - 1, 0, self.width(), self.height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.search.setObjectName("chat.search")
        self.new.setObjectName("chat.new")
        top = QHBoxLayout()
        top.setContentsMargins(EDGE, EDGE, EDGE + 1, 0)
        top.setSpacing(8)
        top.addWidget(self.search)
        top.addWidget(self.new)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(EDGE, 0, EDGE + 1, EDGE)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addLayout(self._foot)
        self._restyle()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.search_changed)
        self.search.entered.connect(self._on_entered)
        self.search.went_down.connect(self.view.go_to_first)
        self.search.left.connect(self.left)
        self.new.clicked.connect(self.new_requested)
        self.view.opened.connect(self.opened)
        self.view.delete_requested.connect(self.delete_requested)
        self.view.menu_requested.connect(self._open_menu)
        self.model.renamed.connect(self.renamed)
        Theme.current().changed.connect(self._restyle)

    def _on_entered(self) -> None:
        index = self.model.first()
        row = self.model.row(index)
        if row is not None:
            self.view.setCurrentIndex(index)
            self.opened.emit(row.conversation_id, row.message_id)

    def _open_menu(self, row: Row, place: QPoint) -> None:
        from gptdesk.ui.widgets.menu import menu

        chat = row.conversation_id
        choices = menu(self)
        theme = Theme.current()
        pin = translate("ChatList", "Unpin") if row.is_pinned else translate("ChatList", "Pin")
        pin_icon = "pin-off" if row.is_pinned else "pin"

        def add(icon: str, text: str, keys: str = "") -> object:
            action = choices.addAction(theme.icon(icon), text)
            if keys:
                action.setShortcut(keys)  # shown only: the list itself hears the key
            return action

        rename = add("pencil", translate("ChatList", "Rename"), "F2")
        pinned = add(pin_icon, pin)
        copy = add("copy", translate("ChatList", "Copy the whole chat"))
        choices.addSeparator()
        delete = add("trash-2", translate("ChatList", "Delete"), "Del")
        gestures = {
            id(rename): lambda: self.view.rename(chat),
            id(pinned): lambda: self.pin_requested.emit(chat, not row.is_pinned),
            id(copy): lambda: self.copy_requested.emit(chat),
            id(delete): lambda: self.delete_requested.emit(chat),
        }
        choices.triggered.connect(lambda action: gestures[id(action)]())
        choices.aboutToHide.connect(choices.deleteLater)
        choices.popup(place)

    def _restyle(self) -> None:
        self.setFixedWidth(self.wanted_width())
        self.update()

    @staticmethod
    def wanted_width() -> int:
        return Theme.current().px(SIDE_WIDTH)

    def _retranslate(self) -> None:
        self.search.setPlaceholderText(translate("ChatList", "Search chats"))
        self.search.setAccessibleName(translate("ChatList", "Search chats"))
        self.new.set_label(translate("ChatList", "New chat"), "Ctrl+N")
        self.view.setAccessibleName(translate("ChatList", "Chats"))
        self._retranslate_empty()

    def _retranslate_empty(self) -> None:
        """Only what has been made: most starts show a list."""
        if "empty" in vars(self):
            self.empty.set_texts(
                translate("ChatList", "Your chats will be listed here"),
                translate(
                    "ChatList", "Every sentence is saved at once, and all of it can be searched."
                ),
            )
        if "nothing_found" in vars(self):
            self.nothing_found.set_texts(
                translate("ChatList", "Nothing found"),
                translate("ChatList", "No chat holds these words. Try fewer of them."),
            )

    def _empty_state(self) -> EmptyState:
        from gptdesk.ui.widgets.empty import EmptyState

        state = EmptyState("chat", width=200)
        self._stack.addWidget(state)
        return state


class _Search(SearchField):
    """Signals:
    entered: open the best hit.
    went_down: to the list.
    left: Esc in an empty field.
    """

    entered = Signal()
    went_down = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
