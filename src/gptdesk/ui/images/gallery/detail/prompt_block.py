"""A text of any length in the side panel: its beginning at first, all of it on a click."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.labels import Label, LinkLabel

translate = QCoreApplication.translate

FOLDED = 320
"""Characters; a prompt may have tens of thousands."""


class PromptBlock(QWidget):
    """Hidden while there is no text.

    Signals:
        copy_requested: the whole text is to go to the clipboard.
    """

    copy_requested = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = self._title = self._copy_label = ""
        self._is_open = False
        self._heading = Label(style="section", role="text-quiet", parent=self)
        self.copy = IconButton("copy", small=True, parent=self)
        self.copy.setObjectName(f"{name}.copy")
        self._words = Label(parent=self)
        self._words.setObjectName(name)
        self._words.setWordWrap(True)
        self.more = LinkLabel(parent=self)
        self.more.setObjectName(f"{name}.more")
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._words)
        layout.addWidget(self.more)
        self.copy.clicked.connect(self._on_copy)
        self.more.activated.connect(self._on_more)

    @property
    def text(self) -> str:
        return self._text

    def set_title(self, title: str, copy_label: str) -> None:
        self._heading.setText(title)
        self.copy.set_label(copy_label)

    def show_text(self, text: str) -> None:
        if text != self._text:
            self._text, self._is_open = text, False
        self.setVisible(bool(text))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show()

    def _show(self) -> None:
        is_long = len(self._text) > FOLDED
        shown = self._text
        if is_long and not self._is_open:
            shown = f"{self._text[: FOLDED - 1].rstrip()}…"
        self._words.setText(shown)
        self.more.setVisible(is_long)
        less, more = translate("Gallery", "Show less"), translate("Gallery", "Show all of it")
        self.more.setText(less if self._is_open else more)

    def _on_more(self) -> None:
        self._is_open = not self._is_open
        self._show()

    def _on_copy(self) -> None:
        self.copy_requested.emit(self._text)
