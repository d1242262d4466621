"""The bar that finds words in the transcript and puts others in their place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from gptdesk.domain.transcript_finding import Wanted
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton
from gptdesk.ui.widgets.chips import Chip
from gptdesk.ui.widgets.fields import SearchField, TextField
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate

FIELD = 260


class TranscriptFindBar(QWidget):
    """Hidden until Ctrl+F or Ctrl+H. Enter goes on, Shift+Enter back, Escape closes it.

    Signals:
        wanted_changed: what is looked for is different now (a Wanted; its text may be empty).
        step_requested: 1 for the next place, -1 for the one before.
        replace_requested, replace_all_requested: the words to put in.
        closed: the marks are to go and the keyboard back to the text.
    """

    wanted_changed = Signal(object)
    step_requested = Signal(int)
    replace_requested = Signal(str)
    replace_all_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.find")
        self._number, self._count, self._replaced = 0, 0, 0
        self._is_case, self._is_whole = False, False
        self.field = SearchField(self)
        self.field.setObjectName("transcription.find.text")
        self.instead = TextField(self)
        self.instead.setObjectName("transcription.replace.text")
        self.case = Chip(parent=self)
        self.whole = Chip(parent=self)
        self._said = Label(style="secondary", role="text-quiet", tabular=True, parent=self)
        self.back = IconButton("chevron-up", parent=self)
        self.forth = IconButton("chevron-down", parent=self)
        self._close = IconButton("x", parent=self)
        self._close.setObjectName("transcription.find.close")
        self.one = Button(kind="soft", small=True, parent=self)
        self.all = Button(kind="soft", small=True, parent=self)
        self._build()
        self._connect()
        self.hide()
        self._retranslate()

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.field.text(), self._is_case, self._is_whole)

    @property
    def said(self) -> str:
        """What stands beside the field: "2 of 9", or that there is nothing."""
        return self._said.text()

    def open_bar(self, *, replace: bool, text: str = "") -> None:
        """Show it; a text that is selected is what people look for."""
        self.show()
        for widget in (self.instead, self.one, self.all):
            widget.setVisible(replace)
        if text and "\n" not in text:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._tell()

    def close_bar(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def set_found(self, number: int, count: int) -> None:
        """Which place is shown, from 1, and how many there are."""
        self._number, self._count, self._replaced = number, count, 0
        self._say()

    def set_replaced(self, count: int) -> None:
        """So many places got other words just now."""
        self._replaced = count
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.instead.hasFocus():
                self.replace_requested.emit(self.instead.text())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F3:
                self.step_requested.emit(-1 if is_back else 1)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Theme.current().color("surface"))
        hairline(painter, 0, self.height() - 1, self.width(), self.height())

    def _build(self) -> None:
        for field in (self.field, self.instead):
            field.setMaximumWidth(Theme.current().px(FIELD))
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(8)
        for widget in (self.case, self.whole, self._said):
            above.addWidget(widget)
        above.addStretch(1)
        for button in (self.back, self.forth, self._close):
            above.addWidget(button)
        below.addWidget(self.one)
        below.addWidget(self.all)
        below.addStretch(1)
        layout = QGridLayout(self)
        layout.setContentsMargins(24, 6, 12, 7)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(6)
        layout.addWidget(self.field, 0, 0)
        layout.addLayout(above, 0, 1)
        layout.addWidget(self.instead, 1, 0)
        layout.addLayout(below, 1, 1)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 2)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._tell)
        self.case.clicked.connect(self._turn_case)
        self.whole.clicked.connect(self._turn_whole)
        self.back.clicked.connect(lambda: self.step_requested.emit(-1))
        self.forth.clicked.connect(lambda: self.step_requested.emit(1))
        self.one.clicked.connect(lambda: self.replace_requested.emit(self.instead.text()))
        self.all.clicked.connect(lambda: self.replace_all_requested.emit(self.instead.text()))
        self._close.clicked.connect(self.close_bar)

    def _turn_case(self) -> None:
        self._is_case = not self._is_case
        self._tell()

    def _turn_whole(self) -> None:
        self._is_whole = not self._is_whole
        self._tell()

    def _tell(self) -> None:
        self.case.set_chosen(self._is_case)
        self.whole.set_chosen(self._is_whole)
        self.wanted_changed.emit(self.wanted)

    def _say(self) -> None:
        text = ""
        if self._replaced:
            text = translate("Transcript", "%n place(s) replaced", None, self._replaced)
        elif self.field.text() and not self._count:
            text = translate("Transcript", "Not found")
        elif self.field.text():
            text = translate("Transcript", "{number} of {count}")
            text = text.format(number=self._number, count=self._count)
        self._said.setText(text)
        for button in (self.back, self.forth, self.one, self.all):
            button.setEnabled(bool(self._count))

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Transcript", "Find and replace"))
        self.field.setPlaceholderText(translate("Transcript", "Find in this transcript"))
        self.field.setAccessibleName(translate("Transcript", "Find in this transcript"))
        self.instead.setPlaceholderText(translate("Transcript", "Replace with"))
        self.instead.setAccessibleName(translate("Transcript", "Replace with"))
        self.case.setText(translate("Transcript", "Match case"))
        tip = translate("Transcript", "“Api” is then another word than “API”")
        self.case.setToolTip(tip)
        self.whole.setText(translate("Transcript", "Whole words"))
        tip = translate("Transcript", "“cap” is then not found in “capital”")
        self.whole.setToolTip(tip)
        self.back.set_label(translate("Transcript", "Previous"), "Shift+Enter")
        self.forth.set_label(translate("Transcript", "Next"), "Enter")
        self._close.set_label(translate("Transcript", "Close"), "Esc")
        self.one.setText(translate("Transcript", "Replace"))
        self.all.setText(translate("Transcript", "Replace all"))
        self._say()
