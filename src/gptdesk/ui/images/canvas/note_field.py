"""Where the words of a note are typed, at their place on the picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from gptdesk.domain.mask_shapes import Point
from gptdesk.ui.images.canvas.view import CanvasView
from gptdesk.ui.widgets.fields import TextField

translate = QCoreApplication.translate


class NoteField(TextField):
    """Enter writes, Esc gives up, and going away writes, too: nothing typed is lost.

    Signals:
        written: the pixel and the words.
    """

    written = Signal(object, str)

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._point: Point = (0.0, 0.0)
        self.setObjectName("canvas.words")
        self.hide()
        self._retranslate()

    def ask(self, point: Point) -> None:
        self._point = point
        self.clear()
        self.setFixedWidth(self._theme.px(220))
        self.adjustSize()
        spot = self._view.viewport.to_widget(point).toPoint()
        room = self._view.rect()
        x = max(8, min(spot.x(), room.width() - self.width() - 8))
        y = max(8, min(spot.y() - self.height() // 2, room.height() - self.height() - 8))
        self.move(x, y)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isHidden() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _finish(self) -> None:
        text = self.text()
        self.hide()
        self._view.setFocus()
        if text.strip():
            self.written.emit(self._point, text)

    def _retranslate(self) -> None:
        self.setPlaceholderText(translate("Canvas", "What is to change here?"))
        self.setAccessibleName(translate("Canvas", "Words of the note"))
