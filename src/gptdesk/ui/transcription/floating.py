"""What floats over the list of segments: the way back to what plays, and words where no text is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate

WIDEST = 420


class Floating(QObject):
    """Placed by hand, whenever the list has another size."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._theme = Theme.current()
        self.waiting = Label(style="secondary", role="text-quiet", parent=over)
        self.back = Button(kind="soft", icon="arrow-down", small=True, parent=over)
        self.back.setObjectName("transcription.back")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.waiting.setWordWrap(True)
        self.back.hide()
        self.waiting.hide()
        over.installEventFilter(self)
        self.retranslate()

    def set_waiting(self, text: str) -> None:
        """What stands where no text is yet."""
        self.waiting.setText(text)
        self.waiting.setVisible(bool(text))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def retranslate(self) -> None:
        self.back.setText(translate("Transcription", "Back to where it plays"))
        self._place()

    def _place(self) -> None:
        size, area = self.back.sizeHint(), self._over.rect()
        left, top = (area.width() - size.width()) // 2, area.height() - size.height() - 16
        self.back.setGeometry(left, top, size.width(), size.height())
        room = max(40, min(area.width() - 48, self._theme.px(WIDEST)))
        height = max(20, self.waiting.heightForWidth(room))
        left, top = (area.width() - room) // 2, min(64, area.height() // 4)
        self.waiting.setGeometry(left, top, room, height)
