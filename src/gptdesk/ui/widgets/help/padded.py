"""Room around a widget that takes none while the widget is hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Padded(QWidget):
    """Comes and goes with what it holds: margins of a layout would stay."""

    def __init__(self, inner: QWidget, padding: tuple[int, int, int, int], parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*padding)
        layout.addWidget(inner)
        inner.installEventFilter(self)
        self.setVisible(not inner.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShowToParent:
            self.show()
        elif event.type() == QEvent.Type.HideToParent:
            self.hide()
        return False
