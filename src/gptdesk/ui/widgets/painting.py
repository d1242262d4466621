"""Shapes that more than one part draws."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.text_block import baseline

SHADOW_DROP = 8
SHADOW_BLUR = 24
TURN = 5760
"""A full turn in the sixteenths of a degree that QPainter counts in."""


def panel(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float = 1,
) -> None:
    """A rounded surface; its outline lies inside and on whole pixels."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    area = QRectF(rect)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(border, width))
        area.adjust(width / 2, width / 2, -width / 2, -width / 2)
        radius -= width / 2
    if fill is not None or border is not None:
        painter.drawRoundedRect(area, radius, radius)


def flood(painter: QPainter, rect: QRect, color: QColor) -> None:
    """Fill with one colour; `fillRect` would load all of Qt's gradients before the first paint."""
    painter.setBackground(color)
    painter.eraseRect(rect)


def hairline(painter: QPainter, x1: int, y1: int, x2: int, y2: int) -> None:
    """One sharp pixel, whatever the painter did before."""
    area = QRect(x1, y1, max(1, x2 - x1), max(1, y2 - y1))
    flood(painter, area, Theme.current().color("hairline"))


def arc(
    painter: QPainter, rect: QRectF, color: QColor, start: float, span: float, width: float
) -> None:
    """A part of a circle with round ends; `start` and `span` in turns, clockwise from the top."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    half = width / 2
    area = rect.adjusted(half, half, -half, -half)
    painter.drawArc(area, round(TURN / 4 - start * TURN), round(-span * TURN))


def spinner_arc(painter: QPainter, rect: QRectF, color: QColor, turn: float) -> None:
    arc(painter, rect, color, turn + 0.22, 0.72, max(1.75, rect.width() / 10))


def key_cap_width(theme: Theme, keys: str) -> int:
    return text_width(theme.font("key"), keys) + 16


def key_cap(painter: QPainter, rect: QRect, keys: str, role: str = "text-quiet") -> None:
    """The name of a key in a small outline, as high as `rect` allows up to 18 px of text size."""
    theme = Theme.current()
    height = min(rect.height(), theme.px(18))
    box = QRect(rect.x(), rect.y() + (rect.height() - height) // 2, rect.width(), height)
    panel(painter, box, 4, None, theme.color("button-border"))
    middle = Qt.AlignmentFlag.AlignHCenter
    text_in(painter, box, keys, theme.font("key"), theme.color(role), middle)


def icon_at(painter: QPainter, rect: QRect, name: str, role: str, size: int) -> None:
    """An icon in the middle of `rect`."""
    theme = Theme.current()
    device = painter.device()
    pixmap = theme.pixmap(name, role, size, device.devicePixelRatio())
    painter.drawPixmap(
        rect.x() + (rect.width() - size) // 2, rect.y() + (rect.height() - size) // 2, pixmap
    )


def text_in(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    color: QColor,
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line, centred vertically, its foot on a whole pixel as in a TextBlock."""
    painter.setFont(font)
    painter.setPen(color)
    x = float(rect.x())
    if alignment & Qt.AlignmentFlag.AlignHCenter:
        x += (rect.width() - QFontMetricsF(font).horizontalAdvance(text)) / 2
    elif alignment & Qt.AlignmentFlag.AlignRight:
        x += rect.width() - QFontMetricsF(font).horizontalAdvance(text)
    painter.drawText(QPointF(x, baseline(font, rect.y(), rect.height())), text)


def shadow(painter: QPainter, rect: QRect, radius: float) -> None:
    """The only shadow there is: 8 px below, 24 px soft."""
    color = Theme.current().color("shadow")
    steps = 12
    color.setAlphaF(color.alphaF() / steps)
    for step in range(steps):
        spread = SHADOW_BLUR * (step / steps - 0.5)
        area = QRectF(rect).adjusted(-spread, -spread, spread, spread)
        panel(painter, area.translated(0, SHADOW_DROP), radius + max(0.0, spread), color)
