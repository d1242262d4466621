"""Sentences as points on a plane: what is near in meaning stands near."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gptdesk.domain.embeddings import Point
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.widgets.painting import panel, text_in

translate = QCoreApplication.translate

DOT = 11
PUSHES = 60
MARGIN = 28
LONGEST = 140


class PointMap(QWidget):
    """Each point has the number of its sentence, and its first words where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("learn.playground.map")
        self._theme = Theme.current()
        self._texts: tuple[str, ...] = ()
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme.changed.connect(self._restyle)
        self._retranslate()

    def show_points(self, texts: Sequence[str], points: Sequence[Point]) -> None:
        self._texts, self._points = tuple(texts), tuple(points)
        self._retranslate()
        self.update()

    def places(self) -> list[QPointF]:
        """Where the points are drawn."""
        wide = self.width() - 2 * MARGIN - self._theme.px(LONGEST) // 2
        high = self.height() - 2 * MARGIN
        spots = [
            (MARGIN + (x + 1) / 2 * wide, MARGIN + (1 - y) / 2 * high) for x, y in self._points
        ]
        return [QPointF(x, y) for x, y in apart(spots, self._theme.px(2 * DOT) + 2)]

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(360), self._theme.px(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(320))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            here = QPointF(event.pos())
            near = [
                text
                for text, place in zip(self._texts, self.places(), strict=True)
                if (place - here).manhattanLength() <= 2 * DOT
            ]
            QToolTip.showText(event.globalPos(), "\n".join(near), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        border = color("field-border") if self._theme.is_high_contrast else None
        panel(painter, self.rect(), self._theme.radius("card"), color("surface-sunken"), border)
        taken: list[QRect] = []
        places = self.places()
        dots = [self._dot(place) for place in places]
        for number, place in enumerate(places):
            self._paint_words(painter, number, place, [*taken, *dots], taken)
        for number, dot in enumerate(dots):
            panel(painter, dot, dot.height() / 2, color("accent"))
            font = self._theme.font("key")
            middle = Qt.AlignmentFlag.AlignHCenter
            text_in(painter, dot, str(number + 1), font, color("on-accent"), middle)

    def _dot(self, place: QPointF) -> QRect:
        size = self._theme.px(2 * DOT)
        return QRect(round(place.x()) - size // 2, round(place.y()) - size // 2, size, size)

    def _paint_words(
        self,
        painter: QPainter,
        number: int,
        place: QPointF,
        obstacles: Sequence[QRect],
        taken: list[QRect],
    ) -> None:
        """Right of the dot, or left of it; nowhere if something else stands there already."""
        font = self._theme.font("small")
        dot = self._dot(place)
        longest = self._theme.px(LONGEST)
        shown = QFontMetrics(font).elidedText(
            self._texts[number].replace("\n", " "), Qt.TextElideMode.ElideRight, longest
        )
        width, height = text_width(font, shown), self._theme.line("small")
        top = dot.center().y() - height // 2
        for left in (dot.right() + 6, dot.left() - 6 - width):
            room = QRect(left, top, width, height)
            others = [one for one in obstacles if one != dot]
            if self.rect().contains(room) and not any(room.intersects(one) for one in others):
                taken.append(room)
                text_in(painter, room, shown, font, self._theme.color("text"))
                return

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Playground", "Map of the sentences"))
        said = translate("Playground", "{number}: {text}")
        lines = [
            said.format(number=number, text=text) for number, text in enumerate(self._texts, 1)
        ]
        self.setAccessibleDescription("\n".join(lines))


def apart(spots: Sequence[Point], least: float) -> list[Point]:
    """Moved as little as needed so that no dot covers another; in the same way each time."""
    places = list(spots)
    for _push in range(PUSHES):
        is_still = True
        for first in range(len(places)):
            for second in range(first + 1, len(places)):
                moved = _pushed(places[first], places[second], least)
                if moved is not None:
                    places[first], places[second] = moved
                    is_still = False
        if is_still:
            break
    return places


def _pushed(one: Point, other: Point, least: float) -> tuple[Point, Point] | None:
    x, y = other[0] - one[0], other[1] - one[1]
    distance = hypot(x, y)
    if distance >= least - 0.01:
        return None
    if distance < 0.01:
        x, y, distance = 0.0, 1.0, 1.0
        missing = least / 2
    else:
        missing = (least - distance) / 2
    step = (x / distance * missing, y / distance * missing)
    return (one[0] - step[0], one[1] - step[1]), (other[0] + step[0], other[1] + step[1])
