"""All tools of the canvas, of which one is in the hand."""

from __future__ import annotations

from math import log

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.mask_shapes import Point
from gptdesk.ui.images.canvas.document import Document
from gptdesk.ui.images.canvas.frame_tool import FrameTool
from gptdesk.ui.images.canvas.hand_tool import HandTool
from gptdesk.ui.images.canvas.mark_tools import ArrowTool, MarkSettings, NoteTool, ScribbleTool
from gptdesk.ui.images.canvas.tools import (
    BrushSettings,
    BrushTool,
    LassoTool,
    RectangleTool,
    Tool,
)

HAND, BRUSH, ERASER, RECTANGLE, LASSO = "hand", "brush", "eraser", "rectangle", "lasso"
FRAME, ARROW, SCRIBBLE, NOTE = "frame", "arrow", "scribble", "note"
PAINTING = (BRUSH, ERASER, RECTANGLE, LASSO)
MARKING = (ARROW, SCRIBBLE, NOTE)

START = 0.043
"""The diameter of the brush at first, against the shorter edge of the picture."""
LARGEST = 0.6
WHEEL = 1.12
RING = 4.0


class Toolbox(QObject):
    """Knows which tool is chosen and how it is set.

    Signals:
        chosen: another tool.
        brush_changed: diameter or soft edge.
        frame_changed: the frame for cutting or extending.
        frame_jumped: it has another shape now that nobody pulled it into.
        note_wanted: words are to be written at this pixel.
    """

    chosen = Signal()
    brush_changed = Signal()
    frame_changed = Signal()
    frame_jumped = Signal()
    note_wanted = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.brush = BrushSettings()
        self.marking = MarkSettings()
        self.frame = FrameTool(self.frame_changed.emit)
        self.note = NoteTool(document, self.marking, self._ask)
        self._tools: dict[str, Tool] = {
            HAND: HandTool(),
            BRUSH: BrushTool(document, self.brush, erases=False),
            ERASER: BrushTool(document, self.brush, erases=True),
            RECTANGLE: RectangleTool(document, self.brush),
            LASSO: LassoTool(document, self.brush),
            FRAME: self.frame,
            ARROW: ArrowTool(document, self.marking),
            SCRIBBLE: ScribbleTool(document, self.marking),
            NOTE: self.note,
        }
        self._current = BRUSH
        self._before = BRUSH
        self.softness = 0.0
        document.opened.connect(self._on_opened)
        document.settling.connect(self._on_settling)

    @property
    def current(self) -> str:
        return self._current

    @property
    def tool(self) -> Tool:
        return self._tools[self._current]

    @property
    def is_framing(self) -> bool:
        return self._current == FRAME

    def choose(self, name: str) -> None:
        if name != self._current:
            self.tool.cancel()
            self._current = name
            self.chosen.emit()

    def begin_frame(self, *, extends: bool) -> None:
        """Put the frame around the picture; `accept` or `give_up` ends it."""
        self._before = self._before if self.is_framing else self._current
        self.frame.ratio = None
        self.frame.begin(self._document.size, extends=extends)
        self.choose(FRAME)
        self.frame_jumped.emit()

    def set_frame_ratio(self, ratio: float | None) -> None:
        """Width against height; None is free."""
        self.frame.set_ratio(ratio)
        self.frame_jumped.emit()

    def accept(self) -> None:
        """Cut or extend the picture to the frame."""
        frame, size = self.frame.frame(), self._document.size
        self.give_up()
        if (frame.x, frame.y, frame.width, frame.height) != (0, 0, *size):
            self._document.apply(frame)

    def give_up(self) -> None:
        """The tool from before is in the hand again."""
        if self.is_framing:
            self.choose(self._before)

    @property
    def largest(self) -> float:
        """The largest diameter that makes sense for this picture."""
        return float(max(8, int(min(self._document.size) * LARGEST)))

    def set_diameter(self, diameter: float) -> None:
        diameter = min(self.largest, max(1.0, diameter))
        if diameter != self.brush.diameter:
            self.brush.diameter = diameter
            self.brush.feather = diameter * self.softness
            self.brush_changed.emit()

    def set_softness(self, softness: float) -> None:
        """How wide the soft edge is, against the diameter; from 0 to 0.5."""
        self.softness = min(0.5, max(0.0, softness))
        self.brush.feather = self.brush.diameter * self.softness
        self.brush_changed.emit()

    def resize_brush(self, turns: float) -> None:
        """By the wheel or the keys: always by the same proportion, but at least by a pixel."""
        diameter = self.brush.diameter * WHEEL**turns
        if abs(diameter - self.brush.diameter) < 1:
            diameter = self.brush.diameter + (1 if turns > 0 else -1)
        self.set_diameter(round(diameter))

    def position_of(self, diameter: float) -> float:
        """Where it stands on a line from 0 to 1 that is finer at its small end."""
        return log(max(1.0, diameter)) / log(self.largest)

    def diameter_at(self, position: float) -> float:
        return float(round(self.largest**position))

    def reach(self, scale: float) -> float | None:
        """How far the tool draws around the pointer; None if it may draw anywhere."""
        if self._current in (BRUSH, ERASER):
            return self.brush.diameter / 2 * scale + RING
        return RING if self._current == HAND else None

    def _on_settling(self) -> None:
        """What a brush has painted stays, other gestures are given up."""
        tool = self.tool
        if isinstance(tool, BrushTool):
            tool.end()
        elif not self.is_framing:
            tool.cancel()

    def _ask(self, point: Point) -> None:
        self.note_wanted.emit(point)

    def _on_opened(self) -> None:
        self.give_up()
        self.brush.diameter = 0.0
        self.set_diameter(round(min(self._document.size) * START))
