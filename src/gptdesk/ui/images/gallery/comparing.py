"""Two pictures beside each other, with the way back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gptdesk.runtime.large_pictures import Levels
from gptdesk.ui.images.compare_two import CompareTwo
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label

translate = QCoreApplication.translate


class ComparingView(QWidget):
    """Esc goes back to the wall.

    Signals:
        left: the wall is wanted again.
    """

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back = Button(kind="ghost", icon="arrow-left", small=True, parent=self)
        self.back.setObjectName("images.gallery.compare.back")
        self._hint = Label(style="secondary", role="text-quiet", parent=self)
        self.two = CompareTwo(self)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 24, 0)
        head.setSpacing(12)
        head.addWidget(self.back)
        head.addWidget(self._hint)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.two, 1)
        self.back.clicked.connect(self.left)
        self._retranslate()

    def show_pictures(self, first: Levels, second: Levels, titles: tuple[str, str]) -> None:
        self.two.show_pictures(first, second, titles)
        self.two.panes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Two large pictures are not kept for nobody."""
        for pane in self.two.panes:
            pane.show_picture(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.back.setText(translate("Gallery", "All pictures"))
        self._hint.setText(translate("Gallery", "Zoom or move one, and the other follows."))
