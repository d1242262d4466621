"""What stands where nothing is yet: a picture, a title, one line, perhaps a first step."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label

TEXT_WIDTH = 320


class EmptyState(QWidget):
    """Stands in the middle of the room it gets.

    Signals:
        action: the first step was pressed.
    """

    action = Signal()

    def __init__(
        self, illustration: str, parent: QWidget | None = None, *, width: int = TEXT_WIDTH
    ) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._width = width
        self._picture = _Picture(illustration, self)
        self._title = Label(style="strong", parent=self)
        self._text = Label(style="secondary", role="text-quiet", parent=self)
        self._button = Button(kind="primary", parent=self)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._build()
        self._button.hide()
        self._button.clicked.connect(self.action)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def set_texts(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)

    def set_action(self, label: str) -> None:
        """Offer a first step; an empty label takes it away."""
        self._button.setText(label)
        self._button.setVisible(bool(label))

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(16)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(8)
        layout.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(16)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def _restyle(self) -> None:
        for label in (self._title, self._text):
            label.setMaximumWidth(self._theme.px(self._width))
            label.setSizePolicy(_wrapping())


class _Picture(QWidget):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._theme = Theme.current()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)

    def sizeHint(self) -> QSize:  # noqa: N802
        scale = min(self._theme.percent, 150) / 100
        return QSize(round(160 * scale), round(128 * scale))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        QPainter(self).drawPixmap(
            QRect(0, 0, self.width(), self.height()), self._theme.illustration(self._name)
        )

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def _wrapping() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy
