"""The head of a page: where one is, and its tools."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import ElidedLabel
from gptdesk.ui.widgets.painting import hairline

HEIGHT = 48
PADDING = 24


class PageHeader(QWidget):
    """48 px high; title and quiet subtitle at the left, tools at the right, a hairline below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._title = ElidedLabel(style="strong", parent=self)
        self._subtitle = ElidedLabel(style="secondary", role="text-quiet", parent=self)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        self._leading = QHBoxLayout()
        self._leading.setSpacing(8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PADDING, 0, 12, 1)
        layout.setSpacing(8)
        layout.addLayout(self._leading)
        layout.addWidget(self._title)
        layout.addWidget(self._subtitle)
        layout.addStretch(1)
        layout.addLayout(self._tools)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._subtitle.hide()
        self._theme.changed.connect(self._restyle)

    def set_title(self, text: str, subtitle: str = "") -> None:
        self._title.setText(text)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_tool(self, widget: QWidget) -> None:
        """At the right, after those that are there."""
        self._tools.addWidget(widget)

    def add_leading(self, widget: QWidget) -> None:
        """Before the title."""
        self._leading.addWidget(widget)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(12, 0, 12, 1)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        hairline(painter, 0, self.height() - 1, self.width(), self.height())

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
