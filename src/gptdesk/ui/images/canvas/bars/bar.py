"""What all second rows share: a soft ground, parts from the left, two buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.flow import FlowRow
from gptdesk.ui.widgets.painting import hairline

translate = QCoreApplication.translate


class Bar(QWidget):
    """Apply and Cancel; Enter and Esc do the same.

    Signals:
        applied: what is set holds.
        cancelled: nothing is to change.
    """

    applied = Signal()
    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"canvas.bar.{name}")
        self._theme = Theme.current()
        host = QWidget(self)
        self.row = FlowRow(host, gap=8, end_gap=8)
        self.cancel = Button(small=True, kind="ghost", parent=self)
        self.apply = Button(small=True, kind="tint", parent=self)
        self.cancel.setObjectName(f"canvas.bar.{name}.cancel")
        self.apply.setObjectName(f"canvas.bar.{name}.apply")
        both = QWidget(self)  # they go to the next line together
        buttons = QHBoxLayout(both)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.apply)
        self.row.add_end(both)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 7)
        layout.addWidget(host)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.apply.clicked.connect(self.applied)
        self.cancel.clicked.connect(self.cancelled)
        self._theme.changed.connect(self.update)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.applied.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        hairline(painter, 0, self.height() - 1, self.width(), self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Names what it has; whoever adds parts names those, too."""
        self.cancel.setText(translate("Canvas", "Cancel"))
