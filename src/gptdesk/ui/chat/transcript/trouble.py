"""What stands under a message that did not go well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from gptdesk.ui.chat.presenting.trouble import Trouble


class TroubleNote(QWidget):
    """A notice, or where nothing is wrong a quiet line with what can be done.

    Signals:
        action: the message's id and which button was pressed.
        faq_requested: the id of an FAQ entry.
        resized: it is higher or lower now; the message's id.
    """

    action = Signal(str, str)
    faq_requested = Signal(str)
    resized = Signal(str)

    def __init__(self, trouble: Trouble, parent: QWidget) -> None:
        super().__init__(parent)
        self.trouble = trouble
        self.mark = trouble.mark
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        if trouble.is_quiet:
            self._build_line()
        else:
            self._build_notice()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit(self.trouble.message_id)
        return False

    def _build_notice(self) -> None:
        trouble = self.trouble
        notice = Notice(self)
        notice.action.connect(self._on_action)
        notice.faq_requested.connect(self.faq_requested)
        notice.show_message(
            trouble.level,
            trouble.title,
            trouble.text,
            icon=trouble.icon,
            actions=trouble.actions,
            faq=trouble.faq,
            details=trouble.details,
        )
        notice.installEventFilter(self)
        self._layout.addWidget(notice)

    def _build_line(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(Label(self.trouble.title, style="secondary", role="text-quiet"))
        line.addSpacing(4)
        for number, (name, label) in enumerate(self.trouble.actions):
            button = Button(label, kind="soft" if number == 0 else "ghost", small=True)
            button.setObjectName("notice.action" if number == 0 else f"notice.action.{name}")
            button.setAccessibleName(label)
            button.clicked.connect(lambda _checked=False, name=name: self._on_action(name))
            line.addWidget(button)
        line.addStretch(1)
        self._layout.addLayout(line)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _on_action(self, name: str) -> None:
        self.action.emit(self.trouble.message_id, name)
