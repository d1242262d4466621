"""The field for the address of a service."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent

from gptdesk.ui.widgets.fields import TextField


class AddressField(TextField):
    """The first click selects all, as in a browser: pasting then replaces what was there."""

    _was_just_entered = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._was_just_entered = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._was_just_entered and not self.hasSelectedText():
            self.selectAll()
        self._was_just_entered = False
