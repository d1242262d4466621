"""The head of a connection: its name, and what can be done with it as a whole."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QWidget

from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.labels import Badge, ElidedLabel

translate = QCoreApplication.translate


class FormHead(QWidget):
    """Signals:
    use_requested: new chats shall use this connection.
    remove_requested: take it off the list.
    """

    use_requested = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, name: str = "settings") -> None:
        super().__init__(parent)
        self._title = ElidedLabel(style="heading")
        self._badge = Badge("ok")
        self._use = Button(kind="ghost", icon="message-circle", small=True)
        self._use.setObjectName(f"{name}.use")
        self._use.clicked.connect(self.use_requested)
        self._remove = Button(kind="ghost", icon="trash-2", small=True)
        self._remove.setObjectName(f"{name}.remove")
        self._remove.clicked.connect(self.remove_requested)
        self._flow = FlowRow(self, gap=8)
        self._flow.addWidget(self._title)
        self._flow.addWidget(self._badge)
        self._flow.add_end(self._use)
        self._flow.add_end(self._remove)
        self.setContentsMargins(24, 12, 24, 0)
        self._retranslate()

    def show_head(
        self, title: str, *, is_default: bool, can_be_used: bool, can_be_removed: bool
    ) -> None:
        self._title.setText(title)
        self._badge.setVisible(is_default)
        self._use.setVisible(can_be_used and not is_default)
        self._remove.setVisible(can_be_removed)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._badge.setText(translate("Settings", "New chats use this"))
        self._use.setText(translate("Settings", "Use for new chats"))
        self._use.setAccessibleName(translate("Settings", "Use for new chats"))
        self._remove.setText(translate("Settings", "Remove"))
        self._remove.setAccessibleName(translate("Settings", "Remove this connection"))
