"""One of the ways to begin: a card with a reason, three facts and a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.painting import icon_at, panel

PADDING = 20
WIDTH = 268
TILE = 40
BELOW_TILE = 12


class Door(QWidget):
    """What stands in `foot` is up to the owner: a button, or progress."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(style="door-title", parent=self)
        self._text = Label(style="reading", role="text-quiet", parent=self)
        self._text.setWordWrap(True)
        self._title.setWordWrap(True)
        self._facts = [_Fact(self) for _ in range(3)]
        self.foot = QVBoxLayout()
        self.foot.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PADDING, 24, PADDING, PADDING)
        layout.setSpacing(0)
        self._tile = _Tile(icon, self)
        layout.addWidget(self._tile)
        layout.addWidget(self._title)
        layout.addSpacing(8)
        layout.addWidget(self._text)
        layout.addSpacing(10)
        for fact in self._facts:
            layout.addWidget(fact)
        layout.addStretch(1)
        layout.addSpacing(20)
        layout.addLayout(self.foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        Theme.current().changed.connect(self._restyle)
        self._restyle()

    def set_texts(self, title: str, text: str, facts: Sequence[str]) -> None:
        self._title.setText(title)
        self._text.setText(text)
        for label, fact in zip(self._facts, facts, strict=True):
            label.set_text(fact)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def set_low(self, is_low: bool) -> None:
        """Do without the picture where the window is low."""
        self._tile.setVisible(not is_low)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        border = theme.color("hairline")
        panel(QPainter(self), self.rect(), theme.radius("card"), theme.color("surface"), border)

    def _restyle(self) -> None:
        self.setFixedWidth(Theme.current().px(WIDTH))
        self.update()


class _Fact(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = Label(style="secondary", role="text-quiet", parent=self)
        self._label.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(8)
        layout.addWidget(_Tick(self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._label, 1)

    def set_text(self, text: str) -> None:
        self._label.setText(text)


class _Tick(QWidget):
    def sizeHint(self) -> QSize:
        theme = Theme.current()
        return QSize(theme.icon_size(16), theme.line("secondary"))

    def paintEvent(self, event: QPaintEvent) -> None:
        size = Theme.current().icon_size(16)
        icon_at(QPainter(self), self.rect(), "check", "text-quiet", size)


class _Tile(QWidget):
    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = Theme.current().px(TILE)
        return QSize(side, side + BELOW_TILE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        radius = theme.radius("control")
        place = self.rect().adjusted(0, 0, 0, -BELOW_TILE)
        panel(painter, place, radius, theme.color("accent-soft"))
        icon_at(painter, place, self._icon, "accent-text", theme.icon_size(20))
