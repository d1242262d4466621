"""How a row of the transcript is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from gptdesk.domain.transcript_words import word_places
from gptdesk.domain.transcription import Segment
from gptdesk.ui.sound.clock import clock
from gptdesk.ui.theme.theme import Theme, text_width
from gptdesk.ui.transcription.segments.measures import CHIP_PADDING, INSET, Columns
from gptdesk.ui.transcription.segments.model import GROWING
from gptdesk.ui.transcription.segments.speakers import speaker_name, speaker_tint
from gptdesk.ui.widgets.painting import icon_at, panel, text_in
from gptdesk.ui.widgets.text_block import baseline

Found = Sequence[tuple[int, int, bool]]

UNSURE = 0.5
"""Words of which the model is less sure than this have dots below them."""
KEPT = 256


@dataclass(frozen=True, slots=True)
class RowState:
    """What is going on in a row; `moment` is the time that is heard, below 0 for none."""

    moment: float = -1.0
    is_playing: bool = False
    is_paused: bool = False
    is_selected: bool = False
    is_focused: bool = False
    is_hovered: bool = False
    is_edited: bool = False
    is_looped: bool = False


class RowPainter:
    """Lays texts out once and draws them; keeps the newest few hundred."""

    def __init__(self) -> None:
        self._theme = Theme.current()
        self._layouts: dict[tuple[str, int], QTextLayout] = {}
        self.laid_out = 0
        """How many texts were laid out, for tests."""

    def clear(self) -> None:
        self._layouts.clear()

    def lines(self, segment: Segment, width: int) -> int:
        return self._layout(segment.text, width).lineCount()

    def draw(
        self,
        painter: QPainter,
        row: QRect,
        places: Columns,
        segment: Segment,
        speakers: Mapping[str, str],
        state: RowState,
        found: Found = (),
    ) -> None:
        self._draw_fill(painter, row, state)
        first = places.first_line(row)
        self._draw_time(painter, first, places, segment, state)
        if segment.speaker:
            self._draw_chip(painter, row, places, segment.speaker, speakers)
        if not state.is_edited:
            self._draw_text(painter, places.text_rect(row), segment, state, found)
        if (state.is_hovered or state.is_selected or state.is_playing) and not state.is_edited:
            self._draw_actions(painter, places.action_rects(row), segment, state)

    def chip_size(self, name: str) -> tuple[int, int]:
        theme = self._theme
        return text_width(theme.font("tiny"), name) + 2 * CHIP_PADDING, theme.px(22)

    def unsure_at(self, segment: Segment, place: QPointF, width: int) -> float | None:
        """How sure the model is of the word at a place of the text, if it is not."""
        layout = self._layout(segment.text, width)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.y() <= place.y() < line.y() + line.height():
                at = line.xToCursor(place.x(), line.CursorPosition.CursorOnCharacter)
                return next((c for start, end, c in _unsure(segment) if start <= at < end), None)
        return None

    def _draw_fill(self, painter: QPainter, row: QRect, state: RowState) -> None:
        theme = self._theme
        area = row.adjusted(INSET, 0, -INSET, 0)
        fill = ""
        if state.is_playing:
            fill = "accent-soft-strong"
        elif state.is_selected:
            fill = "fill"
        elif state.is_hovered:
            fill = "surface-sunken"
        if fill:
            line = theme.color("accent-text") if theme.is_high_contrast else None
            panel(painter, area, theme.radius("control"), theme.color(fill), line)
        if state.is_focused:
            panel(painter, area.adjusted(1, 1, -1, -1), theme.radius("control"), None,
                  theme.color("focus-ring"), 2)  # fmt: skip

    def _draw_time(
        self, painter: QPainter, first: QRect, places: Columns, segment: Segment, state: RowState
    ) -> None:
        role = "accent-text" if state.is_playing else "text-quiet"
        style = "label" if state.is_playing else "secondary"
        room = QRect(places.time, first.top(), places.chip - places.time, first.height())
        font = self._theme.font(style, tabular_figures=True)
        text_in(painter, room, clock(segment.start), font, self._theme.color(role))

    def _draw_chip(
        self,
        painter: QPainter,
        row: QRect,
        places: Columns,
        speaker: str,
        speakers: Mapping[str, str],
    ) -> None:
        theme = self._theme
        name = speaker_name(speaker, speakers)
        width, height = self.chip_size(name)
        box = places.chip_rect(row, min(width, places.chip_width or width), height)
        line = theme.color("hairline") if theme.is_high_contrast else None
        panel(painter, box, 6, theme.color(speaker_tint(speaker, speakers)), line)
        font = theme.font("tiny")
        room = box.width() - 2 * CHIP_PADDING
        shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, room + 1)
        text_in(painter, box, shown, font, theme.color("text"), Qt.AlignmentFlag.AlignHCenter)

    def _draw_text(
        self, painter: QPainter, room: QRect, segment: Segment, state: RowState, found: Found
    ) -> None:
        theme = self._theme
        is_growing = segment.id >= GROWING
        painter.setPen(theme.color("text-quiet" if is_growing else "text"))
        layout = self._layout(segment.text, room.width())
        layout.draw(
            painter, QPointF(room.topLeft()), [*self._marks(segment, state), *self._found(found)]
        )
        if is_growing and layout.lineCount():
            line = layout.lineAt(layout.lineCount() - 1)
            x = room.left() + round(line.naturalTextWidth()) + 3
            y = room.top() + round(line.y() + (line.height() - 16) / 2)
            painter.fillRect(QRect(x, y, 2, 16), theme.color("accent-text"))

    def _marks(self, segment: Segment, state: RowState) -> list[QTextLayout.FormatRange]:
        marks = []
        for start, end, _ in _unsure(segment):
            dots = QTextCharFormat()
            dots.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            dots.setUnderlineColor(self._theme.color("text-quiet"))
            marks.append(_range(start, end, dots))
        if state.is_playing and state.moment >= 0:
            spoken = None
            for start, end, word in word_places(segment):
                if word.start <= state.moment < word.end:
                    spoken = (start, end)
            if spoken is not None:
                here = QTextCharFormat()
                here.setForeground(self._theme.color("accent-text"))
                here.setBackground(self._theme.color("selection"))
                marks.append(_range(*spoken, here))
        return marks

    def _found(self, found: Found) -> list[QTextLayout.FormatRange]:
        """What was looked for, the one that counts filled."""
        marks = []
        for start, end, is_current in found:
            mark = QTextCharFormat()
            mark.setBackground(self._theme.color("accent" if is_current else "selection"))
            if is_current:
                mark.setForeground(self._theme.color("on-accent"))
            marks.append(_range(start, end, mark))
        return marks

    def _draw_actions(
        self, painter: QPainter, boxes: list[QRect], segment: Segment, state: RowState
    ) -> None:
        if segment.id >= GROWING:
            return
        is_heard = state.is_playing and not state.is_paused
        names = ("pause" if is_heard else "play", "pencil", "ellipsis")
        for box, name in zip(boxes, names, strict=True):
            if name == "pencil" and state.is_looped and not state.is_hovered:
                name = "repeat"
            if not (state.is_hovered or state.is_selected) and name in ("pencil", "ellipsis"):
                continue
            role = "accent-text" if name in ("pause", "repeat") else "text-quiet"
            icon_at(painter, box, name, role, self._theme.icon_size(16))

    def _layout(self, text: str, width: int) -> QTextLayout:
        key = (text, width)
        found = self._layouts.pop(key, None)
        if found is None:
            found = self._lay_out(text, width)
            if len(self._layouts) >= KEPT:
                del self._layouts[next(iter(self._layouts))]
        self._layouts[key] = found
        return found

    def _lay_out(self, text: str, width: int) -> QTextLayout:
        self.laid_out += 1
        font, line_height = self._theme.font("reading"), self._theme.line("reading")
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        top = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, baseline(font, top, line_height) - line.ascent()))
            top += line_height
        layout.endLayout()
        return layout


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made


def _unsure(segment: Segment) -> list[tuple[int, int, float]]:
    """The words, or the whole segment, of which the model is not sure."""
    if segment.is_edited:
        return []  # somebody has read it since
    found = [
        (start, end, word.confidence)
        for start, end, word in word_places(segment)
        if word.confidence is not None and word.confidence < UNSURE
    ]
    is_told = any(word.confidence is not None for word in segment.words)
    if not is_told and segment.confidence is not None and segment.confidence < UNSURE:
        return [(0, len(segment.text), segment.confidence)]
    return found
