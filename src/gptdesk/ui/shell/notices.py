"""Messages that concern the whole app, at the top of whatever page is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from gptdesk.ui.widgets.notice import Notice

MARGIN = 16
CLOSE = "close"
"""The action that only makes the message go away."""


class Notices(QWidget):
    """One below the other; empty, it takes no room.

    Signals:
        action: the id of the notice, and of the button that was pressed.
        faq_requested: the FAQ entry that was asked for.
    """

    action = Signal(str, str)
    faq_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self._theme = Theme.current()
        self._shown: dict[str, Notice] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._layout.setSpacing(8)
        self._theme.changed.connect(self.update)
        self.hide()

    def show_notice(
        self,
        notice_id: str,
        level: str,
        title: str,
        text: str = "",
        *,
        icon: str = "",
        actions: Sequence[tuple[str, str]] = (),
        faq: str = "",
        faq_label: str = "",
        details: str = "",
    ) -> Notice:
        """Show it, in place of one with the same id."""
        notice = self._shown.get(notice_id) or self._make(notice_id)
        notice.show_message(
            level,
            title,
            text,
            icon=icon,
            actions=actions,
            faq=faq,
            faq_label=faq_label,
            details=details,
        )
        self.show()
        return notice

    def dismiss(self, notice_id: str) -> None:
        if notice_id in self._shown:
            self._shown[notice_id].dismiss()

    @property
    def ids(self) -> list[str]:
        return list(self._shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("surface"))

    def _make(self, notice_id: str) -> Notice:
        from gptdesk.ui.widgets.notice import Notice  # most starts have nothing to say

        notice = Notice(self, closable=True)
        self._layout.addWidget(notice)
        notice.action.connect(partial(self._on_action, notice_id))
        notice.faq_requested.connect(self.faq_requested)
        notice.dismissed.connect(partial(self._on_dismissed, notice_id))
        self._shown[notice_id] = notice
        return notice

    def _on_action(self, notice_id: str, action: str) -> None:
        if action == CLOSE:
            self._shown[notice_id].dismiss()
        else:
            self.action.emit(notice_id, action)

    def _on_dismissed(self, notice_id: str) -> None:
        notice = self._shown.pop(notice_id)
        notice.deleteLater()
        self.setVisible(bool(self._shown))
