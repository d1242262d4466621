"""One picture over the whole screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.runtime.large_pictures import Levels
from gptdesk.ui.images.canvas.zoom_pill import ZoomPill
from gptdesk.ui.images.pane import PicturePane
from gptdesk.ui.widgets.buttons import IconButton
from gptdesk.ui.widgets.labels import ElidedLabel

translate = QCoreApplication.translate


class PictureViewer(QWidget):
    """A window of its own; Esc closes it, the arrow keys ask for the neighbours.

    Signals:
        previous_wanted, next_wanted: the neighbour is to be shown.
        closed: it has gone.
    """

    previous_wanted = Signal()
    next_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("images.viewer")
        self.pane = PicturePane(self)
        self.title = ElidedLabel(style="strong", parent=self)
        self.previous = IconButton("chevron-left", parent=self)
        self.next = IconButton("chevron-right", parent=self)
        self.close_button = IconButton("x", parent=self)
        self.zoom = ZoomPill(self.pane)
        head = QHBoxLayout()
        head.setContentsMargins(24, 8, 12, 8)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for button in (self.previous, self.next, self.close_button):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pane, 1)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.close_button.clicked.connect(self.close)
        self.offer_neighbours(before=False, after=False)
        self._retranslate()

    def open(self, levels: Levels, title: str) -> None:
        """Show a picture; the window comes if it is not there yet."""
        self.title.setText(title)
        self.setWindowTitle(title)
        self.pane.setAccessibleName(title)
        self.pane.show_picture(levels)
        if not self.isVisible():
            self.setGeometry(self.screen().geometry())  # where nobody manages windows
            self.showFullScreen()
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_neighbours(self, *, before: bool, after: bool) -> None:
        self.previous.setVisible(before)
        self.next.setVisible(after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The pane takes the arrow keys only while a part of the picture is seen."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Left and not self.previous.isHidden():
            self.previous_wanted.emit()
        elif event.key() == Qt.Key.Key_Right and not self.next.isHidden():
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zoom.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        esc = translate("PictureView", "Esc", "name of the key")
        self.previous.set_label(translate("Compare", "Previous picture"), "←")
        self.next.set_label(translate("Compare", "Next picture"), "→")
        self.close_button.set_label(translate("PictureView", "Close"), esc)
