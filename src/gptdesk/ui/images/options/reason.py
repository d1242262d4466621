"""The line under a grey control: why, and the link that mends it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.image_options import Fix
from gptdesk.ui.images.words import fix_text
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label, LinkLabel
from gptdesk.ui.widgets.painting import icon_at


class Reason(QWidget):
    """Takes no room while there is nothing to say. The link can be reached with Tab.

    Signals:
        fix_requested: the Fix behind the link.
    """

    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._icon = "info"
        self._fix: Fix | None = None
        self._text = Label(style="secondary", role="text-quiet", parent=self)
        self._text.setWordWrap(True)
        self._link = LinkLabel(parent=self)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._text)
        self._layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self._link.activated.connect(self._on_link)
        self._theme.changed.connect(self._restyle)
        self._restyle()
        self._link.hide()
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    @property
    def fix(self) -> Fix | None:
        return self._fix

    def show_refusal(self, text: str, fix: Fix | None = None) -> None:
        self._show("info", text, fix)

    def show_note(self, text: str) -> None:
        """Something to know of what can be had; empty takes the line away."""
        self._show("info", text, None)

    def show_fault(self, text: str, fix: Fix | None = None) -> None:
        """Something that was typed does not fit."""
        self._show("triangle-alert", text, fix)

    def show_link(self, text: str) -> None:
        """Another word on the link than the fix would give it."""
        self._link.setText(text)
        self._link.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._theme.icon_size(16)
        place = QRect(0, 0, size, self._theme.line("secondary"))
        role = "warn" if self._icon == "triangle-alert" else "text-quiet"
        icon_at(QPainter(self), place, self._icon, role, size)

    def _show(self, icon: str, text: str, fix: Fix | None) -> None:
        self._icon, self._fix = icon, fix
        self._text.setText(text)
        self._link.setText(fix_text(fix) if fix is not None else "")
        self._link.setVisible(fix is not None)
        self.setVisible(bool(text))
        self.update()

    def _on_link(self) -> None:
        self.fix_requested.emit(self._fix)

    def _restyle(self) -> None:
        self._layout.setContentsMargins(self._theme.icon_size(16) + 6, 0, 0, 0)
        self.update()
