"""The bar that finds a text in the open conversation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gptdesk.ui.chat.transcript.view import TranscriptView
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.fields import SearchField
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

FIELD = 280


class FindBar(QWidget):
    """Hidden until Ctrl+F; Enter goes on, Shift+Enter back, Escape closes it."""

    def __init__(self, view: TranscriptView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.find")
        self._view = view
        self._theme = Theme.current()
        self._number, self._count = 0, 0
        self.field = SearchField(self)
        self.field.setObjectName("chat.find.text")
        self._said = Label(style="secondary", role="text-quiet", tabular=True, parent=self)
        self._back = IconButton("chevron-up", parent=self)
        self._forth = IconButton("chevron-down", parent=self)
        self._close = IconButton("x", parent=self)
        self._close.setObjectName("chat.find.close")
        self._build()
        self.hide()
        self._retranslate()

    def open_bar(self) -> None:
        """Show it, with the text from before selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._view.find_text(self.field.text())

    def close_bar(self) -> None:
        """Take it and its marks away."""
        if self.isHidden():
            return
        had_focus = self.isAncestorOf(self.window().focusWidget() or self._view)
        self.hide()
        self._view.find_text("")
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def said(self) -> str:
        """What stands beside the field: "2 of 9", or that there is nothing."""
        return self._said.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F3:
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    self._view.find_previous()
                else:
                    self._view.find_next()
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        hairline(painter, 0, self.height() - 1, self.width(), self.height())

    def _build(self) -> None:
        self.field.setMaximumWidth(self._theme.px(FIELD))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 6, 12, 7)
        layout.setSpacing(8)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._said)
        layout.addStretch(1)
        for button in (self._back, self._forth, self._close):
            layout.addWidget(button)
        self.field.textChanged.connect(self._view.find_text)
        self._view.found.connect(self._on_found)
        self._back.clicked.connect(self._view.find_previous)
        self._forth.clicked.connect(self._view.find_next)
        self._close.clicked.connect(self.close_bar)

    def _on_found(self, number: int, count: int) -> None:
        self._number, self._count = number, count
        self._say()

    def _say(self) -> None:
        if not self.field.text():
            text = ""
        elif not self._count:
            text = translate("FindBar", "Not found in this conversation")
        else:
            text = translate("FindBar", "{number} of {count}")
            text = text.format(number=self._number, count=self._count)
        self._said.setText(text)
        for button in (self._back, self._forth):
            button.setEnabled(bool(self._count))

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("FindBar", "Find in this conversation"))
        self.field.setPlaceholderText(translate("FindBar", "Find in this conversation"))
        self.field.setAccessibleName(translate("FindBar", "Find in this conversation"))
        self._back.set_label(translate("FindBar", "Previous"), "Shift+Enter")
        self._forth.set_label(translate("FindBar", "Next"), "Enter")
        self._close.set_label(translate("FindBar", "Close"), "Esc")
        self._say()
