"""One line of text in which what was searched for is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from gptdesk.ui.theme.theme import Theme

Span = tuple[int, int]
LEAD = 12
"""Characters kept before the first hit when the line is too short for all that goes before it."""


def draw_excerpt(
    painter: QPainter,
    place: QRect,
    text: str,
    spans: Sequence[Span],
    color: QColor,
    style: str = "secondary",
) -> None:
    """Draw as much as fits, starting so that the first hit is seen."""
    theme = Theme.current()
    painter.setFont(theme.font(style))
    metrics = QFontMetricsF(painter.font())
    text, spans = with_hit_in_sight(text, spans, metrics, place.width())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    for start, end in spans:
        last = min(end, len(shown))
        if start < last:
            _mark(painter, place, metrics, shown, (start, last))
    painter.setPen(color)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def with_hit_in_sight(
    text: str, spans: Sequence[Span], metrics: QFontMetricsF, width: float
) -> tuple[str, Sequence[Span]]:
    """Leave out the beginning where the first hit would not be seen otherwise."""
    if not spans or metrics.horizontalAdvance(text[: spans[0][1]]) < width * 0.85:
        return text, spans
    cut = max(0, spans[0][0] - LEAD)
    cut += len(text[cut:]) - len(text[cut:].lstrip())
    moved = [(start - cut + 1, end - cut + 1) for start, end in spans]
    return "…" + text[cut:], moved


def _mark(painter: QPainter, place: QRect, metrics: QFontMetricsF, shown: str, span: Span) -> None:
    start = metrics.horizontalAdvance(shown[: span[0]])
    end = metrics.horizontalAdvance(shown[: span[1]])
    box = QRectF(place.left() + start - 1, place.top() + 1, end - start + 2, place.height() - 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Theme.current().color("selection"))
    painter.drawRoundedRect(box, 3, 3)
