"""A sentence with its tokens in colours, to be looked at and not to be edited."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from gptdesk.domain.token_pieces import Piece
from gptdesk.ui.learn.playground.tinting import paint_tints
from gptdesk.ui.theme.theme import Theme


class TokenLine(QWidget):
    """As high as its text needs at the width that it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = Theme.current()
        self._layout = QTextLayout()
        self._starts: tuple[int, ...] = ()
        self._height = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme.changed.connect(self._restyle)

    def show_pieces(self, pieces: tuple[Piece, ...], starts: tuple[int, ...]) -> None:
        self._starts = starts
        text = "".join(piece.text for piece in pieces)
        self._layout.setText(text)
        self.setAccessibleName(text)
        self._restyle()

    def sizeHint(self) -> QSize:
        width = self.width() if self.isVisible() else self._theme.px(320)
        return QSize(self._theme.px(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._line())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._line(), self._lay_out(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        seen = (0.0, float(self.height()))
        paint_tints(painter, self._layout, QPointF(0, 0), 0, self._starts, seen)
        painter.setPen(self._theme.color("text"))
        self._layout.draw(painter, QPointF(0, 0))

    def _line(self) -> int:
        return self._theme.line("reading")

    def _lay_out(self, width: int) -> int:
        self._layout.setFont(self._theme.font("reading"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        y = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y + (self._line() - line.height()) / 2))
            y += self._line()
        self._layout.endLayout()
        return y

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
