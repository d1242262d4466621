"""Everything of a recording that stands on the page: the bar, a notice, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.transcription.recording.bar import RecordingBar
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.undo import UndoBar

EDGE = 24


class RecordingPanel(QWidget):
    """Takes no room while there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.recording")
        self.bar = RecordingBar(self)
        self.notice = Notice(self, closable=True)
        self.undo = UndoBar(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 16, EDGE, 0)
        layout.setSpacing(12)
        self._parts: tuple[QWidget, ...] = (self.bar, self.notice, self.undo)
        for widget in self._parts:
            layout.addWidget(widget)
            widget.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._adjust()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._adjust()
        return False

    def shutdown(self) -> None:
        self.undo.shutdown()

    def _adjust(self) -> None:
        self.setVisible(not all(widget.isHidden() for widget in self._parts))
