"""The Chat page: what is seen, and nothing about where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gptdesk.ui.chat.composer import Composer
from gptdesk.ui.chat.frame import EDGE, is_narrow
from gptdesk.ui.chat.header import ChatHeader
from gptdesk.ui.chat.list.panel import ListPanel
from gptdesk.ui.chat.scrim import Scrim
from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from gptdesk.ui.chat.activity import ActivityLine
    from gptdesk.ui.chat.doors import Doors
    from gptdesk.ui.chat.newchat import NewChat
    from gptdesk.ui.chat.parts import Parts
    from gptdesk.ui.chat.transcript.find import FindBar
    from gptdesk.ui.chat.transcript.model import TranscriptModel
    from gptdesk.ui.chat.transcript.view import TranscriptView
    from gptdesk.ui.widgets.link_prompt import LinkPrompt
    from gptdesk.ui.widgets.notice import Notice

translate = QCoreApplication.translate


class ChatPage(QWidget):
    """The list beside the conversation, or over it where the window is narrow.

    Its parts are public: the presenter speaks to them directly. Those that show nothing before
    the presenter is there are made when one of them is first asked for.

    Signals:
        new_requested: Ctrl+N or one of the buttons.
        find_requested: Ctrl+F.
        language_chosen, theme_requested: the switches of the first start.
    """

    new_requested = Signal()
    find_requested = Signal()
    language_chosen = Signal(str)
    theme_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page.chat")
        self._is_narrow = False
        self.side = ListPanel(self)
        self.main = QWidget(self)
        self.header = ChatHeader(self.main)
        self.composer = Composer(self.main)
        self._scrim = Scrim(self)
        self._stack = _Pages(self.main)
        self._parts: Parts | None = None
        self._build()
        self._connect()
        self._retranslate()

    @property
    def is_narrow(self) -> bool:
        return self._is_narrow

    @property
    def is_drawer_open(self) -> bool:
        return self._is_narrow and not self.side.isHidden()

    @property
    def transcript(self) -> TranscriptModel:
        return self._complete().transcript

    @property
    def view(self) -> TranscriptView:
        return self._complete().view

    @property
    def find_bar(self) -> FindBar:
        return self._complete().find_bar

    @property
    def doors(self) -> Doors:
        return self._complete().doors

    @property
    def new_chat(self) -> NewChat:
        return self._complete().new_chat

    @property
    def notice(self) -> Notice:
        return self._complete().notice

    @property
    def activity(self) -> ActivityLine:
        return self._complete().activity

    @property
    def hint(self) -> ActivityLine:
        return self._complete().hint

    @property
    def retirement(self) -> ActivityLine:
        return self._complete().retirement

    @property
    def link(self) -> LinkPrompt:
        return self._complete().link

    def show_doors(self) -> None:
        self._stack.setMinimumHeight(0)
        self._stack.setCurrentWidget(self.doors)
        self.header.set_first_start(True)

    def show_new_chat(self) -> None:
        self._stack.setMinimumHeight(1)  # what is being written needs the room more
        self._stack.setCurrentWidget(self.new_chat)
        self.header.set_first_start(False)

    def show_transcript(self) -> None:
        self._stack.setMinimumHeight(1)  # or the pages behind would take room from the composer
        self._stack.setCurrentWidget(self.view)
        self.header.set_first_start(False)

    def set_language(self, code: str) -> None:
        self.header.set_language(code)

    def toggle_drawer(self) -> None:
        self._set_drawer(not self.is_drawer_open)
        if self.is_drawer_open:
            self.side.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        if self._is_narrow:
            self._set_drawer(False)

    def focus_editor(self) -> None:
        self.composer.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> list[QWidget]:
        """The large parts that F6 goes round."""
        parts = [self.side, self.header, self._stack, self.composer]
        return [part for part in parts if part.isVisible()]

    def tab_parts(self) -> list[QWidget]:
        """What the Tab key goes through, from the top to the bottom."""
        foot = [self.notice, self.hint, self.retirement, self.activity, self.link, self.composer]
        return [self.side, self.header, self.find_bar, self._stack, *foot]

    def shutdown(self) -> None:
        """Stop what would tick on."""
        self.header.shutdown()
        self.side.shutdown()
        if self._parts is not None:
            self._parts.view.shutdown()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops the answer wherever the keyboard is, unless something nearer wanted it."""
        if event.key() == Qt.Key.Key_Escape and self.composer.is_busy:
            self.composer.stop_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), Theme.current().color("surface"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._stack.addWidget(QWidget())  # until the presenter knows which page it is
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(EDGE, 0, EDGE, EDGE)
        self._foot.setSpacing(8)
        self._foot.addLayout(_centred(self.composer))
        self._column = QVBoxLayout(self.main)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self._stack, 1)
        self._column.addLayout(self._foot)
        # The side is no part of this layout: narrow, it lies over the conversation
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.main)

    def _complete(self) -> Parts:
        """Make what was left out of the first picture; its place is empty until then."""
        if self._parts is not None:
            return self._parts
        from gptdesk.ui.chat.parts import Parts

        parts = self._parts = Parts(self.main)
        for page in (parts.view, parts.new_chat, parts.doors):
            self._stack.addWidget(page)
        self._column.insertWidget(1, parts.find_bar)
        for place, line in enumerate(parts.lines()):
            self._foot.insertLayout(place, _centred(line))
        parts.new_chat.example_chosen.connect(self._on_example)
        parts.link.closed.connect(self.focus_editor)
        self._restyle()
        return parts

    def _connect(self) -> None:
        self.header.list_toggled.connect(self.toggle_drawer)
        self.header.new_requested.connect(self.new_requested)
        self.header.find_requested.connect(self.find_requested)
        self.header.language_chosen.connect(self.language_chosen)
        self.header.theme_requested.connect(self.theme_requested)
        self.side.new_requested.connect(self.new_requested)
        self.side.left.connect(self._on_side_left)
        self._scrim.pressed.connect(self.close_drawer)
        Theme.current().changed.connect(self._on_theme_changed)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        new = QShortcut(QKeySequence("Ctrl+N"), self, context=context)
        new.activated.connect(self.new_requested)
        find = QShortcut(QKeySequence("Ctrl+F"), self, context=context)
        find.activated.connect(self.find_requested)

    def _arrange(self) -> None:
        side = self.side.wanted_width()
        narrow = is_narrow(self.width())
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.header.set_narrow(narrow)
            self._set_drawer(not narrow)
        self._row.setContentsMargins(0 if narrow else side, 0, 0, 0)
        self.side.setGeometry(0, 0, side, self.height())
        self._scrim.setGeometry(self.rect())

    def _set_drawer(self, is_open: bool) -> None:
        is_over = is_open and self._is_narrow
        self._scrim.setVisible(is_over)
        if is_over:
            self._scrim.raise_()
            self.side.raise_()
        if not is_open and self.side.isAncestorOf(self.focusWidget() or self):
            self.focus_editor()
        self.side.setVisible(is_open)

    def _on_side_left(self) -> None:
        self.close_drawer()
        self.focus_editor()

    def _on_example(self, text: str) -> None:
        self.composer.set_text(text)
        self.composer.text_changed.emit(text)
        self.focus_editor()

    def _on_theme_changed(self) -> None:
        self._restyle()
        self._arrange()
        self.update()

    def _restyle(self) -> None:
        width = self.composer.maximumWidth()
        for line in self._parts.lines() if self._parts is not None else ():
            line.setMaximumWidth(width)

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("ChatPage", "Chat"))


class _Pages(QStackedWidget):
    """Takes what the composer leaves.

    Pages whose height follows their width would otherwise ask for all of it as their minimum, and
    the composer would be the one that gives way.
    """

    def hasHeightForWidth(self) -> bool:
        return False


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
