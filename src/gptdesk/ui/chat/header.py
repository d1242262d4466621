"""The head of the Chat page: which conversation this is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gptdesk.ui.chat.list.rows import shown_title
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.header import PageHeader
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.segments import Segments

translate = QCoreApplication.translate

LANGUAGES = (("zh_CN", "中文"), ("en", "English"))
COPIED_MS = 2000


class ChatHeader(PageHeader):
    """Title, subtitle and tools; at the first start language and theme instead of tools.

    Signals:
        list_toggled: the drawer is to open or close.
        new_requested, find_requested, copy_requested: the tools.
        renamed: the new title.
        pin_requested, delete_requested: from the menu.
        language_chosen: a language code.
        theme_requested: switch between light and dark.
    """

    list_toggled = Signal()
    new_requested = Signal()
    find_requested = Signal()
    copy_requested = Signal()
    renamed = Signal(str)
    pin_requested = Signal()
    delete_requested = Signal()
    language_chosen = Signal(str)
    theme_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._about = ""
        self._is_pinned = False
        self._is_stored = False
        self._is_first = False
        self._is_narrow = False
        self.drawer = IconButton("panel-left", kind="ghost", parent=self)
        self.new = IconButton("square-pen", parent=self)
        self.find_tool = IconButton("search", parent=self)
        self.copy = IconButton("copy", parent=self)
        self.copied = Button(kind="ghost", icon="check", small=True, parent=self)
        self.more = IconButton("ellipsis", parent=self)
        self.language = Segments(self, small=True)
        self.language.set_options(LANGUAGES)
        self.theme = IconButton("sun-moon", parent=self)
        self.cost = Label(
            style="secondary", role="text-quiet", bold_role="text", marks=True, tabular=True,
            parent=self,
        )  # fmt: skip
        self._has_cost = False
        self._editor = _TitleEditor(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COPIED_MS)
        self._build()
        self._connect()
        self._retranslate()
        self._refresh()

    def set_conversation(
        self, title: str, subtitle: str, *, is_stored: bool, is_pinned: bool = False
    ) -> None:
        """A chat that is not stored yet can be neither found in nor copied nor deleted."""
        self._name, self._about = title, subtitle
        self._is_stored, self._is_pinned = is_stored, is_pinned
        self._retranslate()
        self._refresh()

    def set_cost(self, text: str) -> None:
        """What the chat has cost so far, `**bold**` where it counts; hidden when empty."""
        self.cost.setText(text)
        self._has_cost = bool(text)
        self._refresh()

    def set_first_start(self, first: bool) -> None:
        self._is_first = first
        self._refresh()

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the list is a drawer, and New moves here."""
        self._is_narrow = narrow
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(12 if narrow else 24, 0, 12, 1)
        self._refresh()

    def set_language(self, code: str) -> None:
        self.language.choose("zh_CN" if code.startswith("zh") else "en")

    def confirm_copied(self) -> None:
        """The tool says for a moment that it has worked."""
        self.copy.hide()
        self.copied.show()
        self._timer.start()

    def rename(self) -> None:
        """Type a new title over the old one."""
        if not self._is_stored:
            return
        corner = self._title.geometry().topLeft() - QPoint(12, 0)
        height = Theme.current().px(36)
        top = (self.height() - height) // 2
        width = min(Theme.current().px(360), self.width() - corner.x() - 16)
        self._editor.setGeometry(corner.x(), top, width, height)
        self._editor.begin(self._name)

    def shutdown(self) -> None:
        self._timer.stop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() <= max(self._title.geometry().right(), 0) + 24:
            self.rename()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.add_leading(self.drawer)
        self.set_narrow(False)
        tools = (
            self.cost,
            self.language,
            self.theme,
            self.new,
            self.find_tool,
            self.copy,
            self.copied,
            self.more,
        )
        for tool in tools:
            self.add_tool(tool)
        names: dict[str, QWidget] = {
            "drawer": self.drawer,
            "cost": self.cost,
            "find": self.find_tool,
            "copy": self.copy,
            "more": self.more,
            "language": self.language,
            "theme": self.theme,
            "new": self.new,
        }
        for name, widget in names.items():
            widget.setObjectName(f"chat.header.{name}")
        self.copied.hide()

    def _connect(self) -> None:
        self.drawer.clicked.connect(self.list_toggled)
        self.new.clicked.connect(self.new_requested)
        self.find_tool.clicked.connect(self.find_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.more.clicked.connect(self._open_menu)
        self.language.chosen.connect(self.language_chosen)
        self.theme.clicked.connect(self.theme_requested)
        self._editor.done.connect(self.renamed)
        self._timer.timeout.connect(self._on_copied_seen)

    def _open_menu(self) -> None:
        from gptdesk.ui.widgets.menu import menu

        choices = menu(self)
        pin = (
            translate("ChatHeader", "Unpin") if self._is_pinned else translate("ChatHeader", "Pin")
        )
        theme = Theme.current()
        for icon, text, slot in (
            ("pencil", translate("ChatHeader", "Rename"), self.rename),
            ("pin-off" if self._is_pinned else "pin", pin, self.pin_requested.emit),
            ("trash-2", translate("ChatHeader", "Delete"), self.delete_requested.emit),
        ):
            choices.addAction(theme.icon(icon), text, slot)
        choices.aboutToHide.connect(choices.deleteLater)
        choices.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def _on_copied_seen(self) -> None:
        self.copied.hide()
        self._refresh()

    def _refresh(self) -> None:
        self.drawer.setVisible(self._is_narrow)
        self.new.setVisible(self._is_narrow and not self._is_first)
        self.find_tool.setVisible(self._is_stored and not self._is_first)
        is_copied = not self.copied.isHidden()
        self.copy.setVisible(self._is_stored and not self._is_first and not is_copied)
        self.more.setVisible(self._is_stored and not self._is_first)
        self.cost.setVisible(self._has_cost and not self._is_first and not self._is_narrow)
        self.language.setVisible(self._is_first)
        self.theme.setVisible(self._is_first)

    def _retranslate(self) -> None:
        self.set_title(shown_title(self._name), self._about)
        self.drawer.set_label(translate("ChatHeader", "Show the list of chats"))
        self.new.set_label(translate("ChatHeader", "New chat"), "Ctrl+N")
        self.find_tool.set_label(translate("ChatHeader", "Find in this chat"), "Ctrl+F")
        self.copy.set_label(translate("ChatHeader", "Copy the whole chat"))
        self.copied.setText(translate("ChatHeader", "Copied"))
        self.more.set_label(translate("ChatHeader", "More"))
        self.set_language(QLocale().name())
        self.language.setAccessibleName(translate("ChatHeader", "Language"))
        self.theme.set_label(translate("ChatHeader", "Light or dark"))
        self._editor.setAccessibleName(translate("ChatHeader", "New title of the chat"))


class _TitleEditor(QLineEdit):
    """Lies over the title while it is typed anew.

    Signals:
        done: the new title; not emitted if it is the old one.
    """

    done = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chat.header.title")
        self.setMaxLength(200)
        self._before = ""
        self.editingFinished.connect(self._finish)
        self.hide()

    def begin(self, title: str) -> None:
        self._before = title
        self.setText(title)
        self.selectAll()
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self._finish()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.isHidden():
            return
        title = self.text()
        self.hide()
        if title.strip() != self._before:
            self.done.emit(title)
