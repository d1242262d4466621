"""The field for a key: covered unless the user looks, and cleaned by whoever listens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gptdesk.ui.settings.key_words import masked
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.fields import TextField

translate = QCoreApplication.translate


class KeyField(TextField):
    """A stored key is never in it: only its end stands in the placeholder.

    Signals:
        entered: the text as typed or pasted, not cleaned.
    """

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._eye: IconButton | None = None
        self._stored: str | None = None
        super().__init__(parent, icon="key-round")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setStyleSheet("QLineEdit { lineedit-password-character: 8226; }")
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self._eye = IconButton("eye", small=True, size=24, parent=self)
        self._eye.setObjectName("settings.key.show")
        self._eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._eye.clicked.connect(self._on_eye)
        self._eye.hide()
        self.textEdited.connect(self.entered)
        self.textChanged.connect(self._on_text_changed)
        self._restyle()
        self._retranslate()

    def show_stored(self, hint: str | None) -> None:
        """The end of the stored key, or None if there is none. Empties the field."""
        self._stored = hint
        self.clear()
        self._cover(True)
        self._retranslate()

    def set_key(self, key: str) -> None:
        """Put the cleaned key in place of what was entered."""
        if key != self.text():
            self.setText(key)

    def paste_clipboard(self) -> None:
        """Replace what is there by what was copied."""
        text = QGuiApplication.clipboard().text()
        if text:
            self.entered.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _on_eye(self) -> None:
        self._cover(self.echoMode() == QLineEdit.EchoMode.Normal)

    def _cover(self, covered: bool) -> None:
        mode = QLineEdit.EchoMode.Password if covered else QLineEdit.EchoMode.Normal
        self.setEchoMode(mode)
        self._retranslate()

    def _on_text_changed(self, text: str) -> None:
        assert self._eye is not None
        self._eye.setVisible(bool(text))

    def _restyle(self) -> None:
        super()._restyle()
        self._place()

    def _right_margin(self) -> int:
        return self._theme.px(28)

    def _place(self) -> None:
        if self._eye is not None:
            side = Theme.current().px(24)
            top = (self.height() - side) // 2
            self._eye.setGeometry(self.width() - side - 8, top, side, side)

    def _retranslate(self) -> None:
        if self._eye is None:
            return
        is_covered = self.echoMode() == QLineEdit.EchoMode.Password
        self._eye.set_icon("eye" if is_covered else "eye-off")
        self._eye.set_label(
            translate("Settings", "Show the key")
            if is_covered
            else translate("Settings", "Cover the key")
        )
        if self._stored is None:
            self.setPlaceholderText(translate("Settings", "Paste your key here"))
        else:
            self.setPlaceholderText(masked(self._stored))
