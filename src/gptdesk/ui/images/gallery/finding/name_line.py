"""The line in which a collection gets its name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.fields import TextField

translate = QCoreApplication.translate

LONGEST = 80


class NameLine(QWidget):
    """Hidden until a name is wanted; Enter takes it, Esc does not.

    Signals:
        named: the name that was typed.
        left: it is hidden again, with or without a name.
    """

    named = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_new = True
        self.field = TextField(self)
        self.field.setObjectName("images.gallery.name")
        self.field.setMaxLength(LONGEST)
        self.take = Button(kind="primary", parent=self)
        self.take.setObjectName("images.gallery.name.take")
        self.leave = Button(kind="ghost", parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.take)
        layout.addWidget(self.leave)
        self.field.returnPressed.connect(self._on_taken)
        self.field.textChanged.connect(self._on_text)
        self.take.clicked.connect(self._on_taken)
        self.leave.clicked.connect(self._close)
        self._retranslate()
        self.hide()

    def ask(self, name: str = "", *, is_new: bool = True) -> None:
        self._is_new = is_new
        self._retranslate()
        self.field.setText(name)
        self.field.selectAll()
        self._on_text(name)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_text(self, text: str) -> None:
        self.take.setEnabled(bool(text.strip()))

    def _on_taken(self) -> None:
        if name := self.field.text().strip():
            self.named.emit(name)
            self._close()

    def _close(self) -> None:
        self.hide()
        self.left.emit()

    def _retranslate(self) -> None:
        words = translate("Gallery", "Name of the new collection")
        if not self._is_new:
            words = translate("Gallery", "New name of the collection")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        make = translate("Gallery", "Make it") if self._is_new else translate("Gallery", "Rename")
        self.take.setText(make)
        self.leave.setText(translate("Gallery", "Cancel"))
