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
    from gptdesk.ui.widgets.document.writer import CodeRegion

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
        self._width = 0

    def place(self) -> None:
        """Follow the code after a change of text, size or place."""
        regions = self._view.markdown.codes
        first = self._view.markdown.take_changed_code()
        if self._width != self._view.text_width:
            self._width, first = self._view.text_width, 0
        while len(self._buttons) < len(regions):
            self._add()
        for number in range(first, len(self._buttons)):
            self._buttons[number].setVisible(number < len(regions))
        for number in range(first, len(regions)):
            self._place_button(self._buttons[number], regions[number])

    def _place_button(self, button: CopyButton, region: CodeRegion) -> None:
        rect = self._view.decoration.code_rect(region, self._view.text_width).toRect()
        size = button.sizeHint()
        head = rect.height() if region.is_single else self._theme.px(CODE_HEAD)
        x = rect.right() + 1 - size.width() - EDGE
        y = rect.top() + 1 + (head - size.height()) // 2
        button.setGeometry(x, y, size.width(), size.height())

    def draw(self, painter: QPainter, clip: QRect) -> None:
        """The names of the languages, left of the buttons."""
        font, color = self._theme.font("tiny"), self._theme.color("text-quiet")
        regions = self._view.markdown.codes
        for button, region in zip(self._buttons, regions, strict=False):
            if button.y() > clip.bottom() or button.y() + button.height() < clip.top():
                continue
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
        self._place_button(self._buttons[number], self._view.markdown.codes[number])
        self._view.code_copied.emit()
