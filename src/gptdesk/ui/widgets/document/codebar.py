"""The language and the Copy button at the upper right of code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.document.colours import language_name
from gptdesk.ui.widgets.document.look import CODE_HEAD
from gptdesk.ui.widgets.painting import text_in

if TYPE_CHECKING:
    from gptdesk.ui.widgets.document.view import DocumentView

translate = QCoreApplication.translate

EDGE = 4
GAP = 4
SHOWN_MS = 1500


class CopyButton(Button):
    """Says for a moment that it has copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(kind="ghost", icon="copy", small=True, parent=parent)
        self.setObjectName("document.copy-code")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.rest)
        self.language = ""
        self.rest()

    def confirm(self) -> None:
        self.set_icon("check")
        self.setText(translate("Document", "Copied"))
        self._timer.start()

    def rest(self) -> None:
        self._timer.stop()
        self.set_icon("copy")
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        if not self._timer.isActive():
            self.setText(translate("Document", "Copy"))
        self.setAccessibleName(translate("Document", "Copy code"))


class CodeBars:
    """One button for each block of code that a view shows."""

    def __init__(self, view: DocumentView) -> None:
        self._view = view
        self._theme = Theme.current()
        self._buttons: list[CopyButton] = []

    def place(self) -> None:
        """Follow the code after a change of text, size or place."""
        regions = self._view.markdown.codes
        while len(self._buttons) < len(regions):
            self._add()
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(regions))
        for button, region in zip(self._buttons, regions, strict=False):
            rect = self._view.decoration.code_rect(region, self._view.text_width).toRect()
            size = button.sizeHint()
            head = rect.height() if region.is_single else self._theme.px(CODE_HEAD)
            x = rect.right() + 1 - size.width() - EDGE
            y = rect.top() + 1 + (head - size.height()) // 2
            button.setGeometry(x, y, size.width(), size.height())

    def draw(self, painter: QPainter) -> None:
        """The names of the languages, left of the buttons."""
        font, color = self._theme.font("tiny"), self._theme.color("text-quiet")
        regions = self._view.markdown.codes
        for button, region in zip(self._buttons, regions, strict=False):
            place = QRect(0, button.y() - 1, button.x() - GAP, button.height())
            name = language_name(region.language)
            text_in(painter, place, name, font, color, Qt.AlignmentFlag.AlignRight)

    def restyle(self) -> None:
        for button in self._buttons:
            button.rest()

    def _add(self) -> None:
        button = CopyButton(self._view.viewport())
        number = len(self._buttons)
        button.clicked.connect(lambda: self._copy(number))
        self._buttons.append(button)

    def _copy(self, number: int) -> None:
        QGuiApplication.clipboard().setText(self._view.markdown.codes[number].text)
        self._buttons[number].confirm()
        self.place()
        self._view.code_copied.emit()
