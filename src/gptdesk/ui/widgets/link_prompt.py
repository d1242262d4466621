"""Before a link is opened, its whole address is shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import panel

translate = QCoreApplication.translate

SAFE = ("http", "https", "mailto")
"""Other schemes could start programs on this computer."""


class LinkPrompt(QWidget):
    """Hidden until a link is pressed.

    Signals:
        closed: it went away and the keyboard belongs elsewhere.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chat.link")
        self._url = QUrl()
        self._title = Label(style="secondary", role="text-quiet", parent=self)
        self.address = Label(style="reading", parent=self)
        self.open = Button(kind="primary", icon="external-link", small=True, parent=self)
        self.copy = Button(kind="line", icon="copy", small=True, parent=self)
        self._close = IconButton("x", small=True, parent=self)
        self._build()
        self._retranslate()
        self.hide()

    def ask(self, address: str) -> None:
        # Encoded in full, a foreign letter that looks like a Latin one cannot hide
        self._url = QUrl(address, QUrl.ParsingMode.TolerantMode)
        shown = self._url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        self.address.setText(shown or address)
        self._retranslate()
        self.open.setVisible(self.can_open)
        self.show()
        (self.open if self.can_open else self.copy).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def can_open(self) -> bool:
        return self._url.isValid() and self._url.scheme().lower() in SAFE

    def dismiss(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        border = theme.color("button-border") if theme.is_high_contrast else None
        panel(QPainter(self), self.rect(), theme.radius("card"), theme.color("fill"), border)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.address.setWordWrap(True)
        self.open.setObjectName("chat.link.open")
        self.copy.setObjectName("chat.link.copy")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.open, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        first = QHBoxLayout()
        first.addWidget(self._title, 1)
        first.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 10, 12)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addWidget(self.address)
        layout.addSpacing(4)
        layout.addLayout(buttons)
        self.open.clicked.connect(self._on_open)
        self.copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.dismiss)

    def _on_open(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.dismiss()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.text())
        self.dismiss()

    def _retranslate(self) -> None:
        if self.can_open:
            self._title.setText(translate("ChatLink", "This link leads to:"))
        else:
            self._title.setText(
                translate("ChatLink", "Only web and mail addresses are opened. This link says:")
            )
        self.open.setText(translate("ChatLink", "Open"))
        self.copy.setText(translate("ChatLink", "Copy address"))
        self._close.set_label(translate("ChatLink", "Close"))
        self.setAccessibleName(translate("ChatLink", "Open a link"))
