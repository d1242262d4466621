"""The head of a connection: its name, and what can be done with it as a whole."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gptdesk.domain.catalogue import Task
from gptdesk.ui.settings.presets import task_name
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Badge, ElidedLabel
from gptdesk.ui.widgets.menu import menu

translate = QCoreApplication.translate


class FormHead(QWidget):
    """Signals:
    use_requested: a tab shall use this connection; its Task.
    duplicate_requested: another one like it.
    remove_requested: take it off the list.
    """

    use_requested = Signal(object)
    duplicate_requested = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "settings") -> None:
        super().__init__(parent)
        self._tasks: tuple[Task, ...] = ()
        self._used_for: tuple[Task, ...] = ()
        self._menu: QMenu | None = None
        self._title = ElidedLabel(style="heading")
        self._badge = Badge("ok")
        self._use = self._button("message-circle", f"{name}.use")
        self._use.clicked.connect(self._on_use)
        self._duplicate = IconButton("copy", small=True)
        self._duplicate.setObjectName(f"{name}.duplicate")
        self._duplicate.clicked.connect(self.duplicate_requested)
        self._remove = self._button("trash-2", f"{name}.remove")
        self._remove.clicked.connect(self.remove_requested)
        self._flow = FlowRow(self, gap=8)
        self._flow.addWidget(self._title)
        self._flow.addWidget(self._badge)
        for button in (self._use, self._duplicate, self._remove):
            self._flow.add_end(button)
        self.setContentsMargins(24, 12, 24, 0)
        self._retranslate()

    def show_head(
        self,
        title: str,
        *,
        tasks: tuple[Task, ...],
        used_for: tuple[Task, ...],
        can_be_used: bool,
        can_be_edited: bool,
    ) -> None:
        """`tasks` are those it can be chosen for, `used_for` those it is chosen for now."""
        self._tasks, self._used_for = tasks, used_for
        self._title.setText(title)
        self._badge.setVisible(bool(used_for))
        self._use.setVisible(can_be_used and bool(set(tasks) - set(used_for)))
        self._duplicate.setVisible(can_be_used and can_be_edited)
        self._remove.setVisible(can_be_edited)
        self._retranslate()

    def menu_actions(self) -> list[QAction]:
        """What the opened menu offers."""
        return self._menu.actions() if self._menu is not None else []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _button(self, icon: str, name: str) -> Button:
        button = Button(kind="ghost", icon=icon, small=True)
        button.setObjectName(name)
        return button

    def _on_use(self) -> None:
        """At once where there is nothing to choose from; otherwise a menu of the tabs."""
        if self._tasks == (Task.CHAT,):
            self.use_requested.emit(Task.CHAT)
            return
        if self._menu is None:
            self._menu = menu(self)
            self._menu.setObjectName("settings.use.menu")
        self._menu.clear()
        for task in self._tasks:
            action = self._menu.addAction(_use_text(task))
            action.setCheckable(True)
            action.setChecked(task in self._used_for)
            action.setEnabled(task not in self._used_for)
            action.triggered.connect(partial(self.use_requested.emit, task))
        self._menu.popup(self._use.mapToGlobal(QPoint(0, self._use.height() + 4)))

    def _retranslate(self) -> None:
        if self._used_for == (Task.CHAT,):
            self._badge.setText(translate("Settings", "New chats use this"))
        else:
            names = " · ".join(task_name(task) for task in self._used_for)
            self._badge.setText(translate("Settings", "Used for: {tabs}").format(tabs=names))
        only_chat = self._tasks == (Task.CHAT,)
        self._use.setText(_use_text(Task.CHAT) if only_chat else translate("Settings", "Use for…"))
        self._use.setAccessibleName(
            _use_text(Task.CHAT)
            if only_chat
            else translate("Settings", "Choose the tabs that use this connection")
        )
        self._duplicate.set_label(translate("Settings", "Duplicate this connection"))
        self._remove.setText(translate("Settings", "Remove"))
        self._remove.setAccessibleName(translate("Settings", "Remove this connection"))


def _use_text(task: Task) -> str:
    texts = {
        Task.CHAT: translate("Settings", "Use for new chats"),
        Task.IMAGES: translate("Settings", "Use for images"),
        Task.SPEECH: translate("Settings", "Use for speech"),
        Task.TRANSCRIPTION: translate("Settings", "Use for transcription"),
    }
    return texts[task]
