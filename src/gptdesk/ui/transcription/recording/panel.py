"""Everything of a recording that stands on the page: the bar, a notice, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.transcription.recording.bar import RecordingBar
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.undo import UndoBar


class RecordingPanel(QWidget):
    """Takes no room while there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcription.recording")
        self.bar = RecordingBar(self)
        self.notice = Notice(self, closable=True)
        self.undo = UndoBar(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self.bar, self.notice, self.undo):
            layout.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def shutdown(self) -> None:
        self.undo.shutdown()
