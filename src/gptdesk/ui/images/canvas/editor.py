"""The canvas with its toolbar: what a page puts in its middle."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.domain.picture_fitting import FitLimits
from gptdesk.domain.picture_steps import Size
from gptdesk.runtime.large_pictures import LargeSource
from gptdesk.ui.images.canvas.bars.bar import Bar
from gptdesk.ui.images.canvas.bars.frame_bar import FrameBar
from gptdesk.ui.images.canvas.bars.notes_bar import NotesBar
from gptdesk.ui.images.canvas.bars.rotate_bar import RotateBar
from gptdesk.ui.images.canvas.bars.scale_bar import ScaleBar
from gptdesk.ui.images.canvas.busy_line import BusyLine
from gptdesk.ui.images.canvas.document import Document
from gptdesk.ui.images.canvas.export import Export
from gptdesk.ui.images.canvas.note_field import NoteField
from gptdesk.ui.images.canvas.shape_menu import AT_ONCE, CROP, EXTEND, ROTATE, SCALE
from gptdesk.ui.images.canvas.toolbar import CanvasToolbar
from gptdesk.ui.images.canvas.toolbox import BRUSH, MARKING, Toolbox
from gptdesk.ui.images.canvas.view import CanvasView
from gptdesk.ui.images.canvas.work import Work
from gptdesk.ui.images.canvas.zoom_pill import ZoomPill

translate = QCoreApplication.translate


class PictureEditor(QWidget):
    """Opens a picture, lets it be painted on and reshaped, and gives files out.

    Signals:
        opened: a picture is there.
        edited: mask, notes or shape are different; `painted` and `size` tell how.
        failed: a Problem; nothing was changed.
    """

    opened = Signal()
    edited = Signal()
    failed = Signal(object)

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.document = Document(work, self)
        self.toolbox = Toolbox(self.document, self)
        self.toolbar = CanvasToolbar(self.document, self.toolbox, self)
        self.view = CanvasView(self.document, self.toolbox, self)
        self.frame_bar = FrameBar(self.toolbox, self)
        self.rotate_bar = RotateBar(self)
        self.scale_bar = ScaleBar(self)
        self.notes_bar = NotesBar(self.document, self.toolbox, self)
        self.zoom = ZoomPill(self.view)
        self.words = NoteField(self.view)
        self.busy = BusyLine(self.view)
        self._build()
        self._connect()
        self._retranslate()

    # What a page needs

    @property
    def has_picture(self) -> bool:
        return self.document.has_picture

    @property
    def size_in_pixels(self) -> Size:
        return self.document.size

    @property
    def painted(self) -> float:
        """The part of the picture that is painted, from 0 to 1."""
        return self.document.mask.painted

    def open(self, source: LargeSource, name: str = "") -> None:
        self.document.open(source, name)

    def mask_png(self, size: Size | None = None) -> bytes:
        return self.document.mask_png(size)

    def export(self, done: Callable[[Export], None]) -> None:
        self.document.export(done)

    def fit(self, limits: FitLimits, *, extends: bool = False) -> None:
        self.document.fit(limits, extends=extends)

    def set_notes_offered(self, offered: bool) -> None:
        """Whether the model reads notes; what is drawn already stays."""
        self.toolbar.set_notes_offered(offered)
        if not offered:
            self._end_notes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.Resize:
            self.zoom.place()
            self.busy.place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # How its parts work together

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        for bar in self._bars():
            layout.addWidget(bar)
        layout.addWidget(self.view, 1)
        self.view.installEventFilter(self)

    def _bars(self) -> tuple[Bar, ...]:
        return self.frame_bar, self.rotate_bar, self.scale_bar, self.notes_bar

    def _connect(self) -> None:
        document, toolbox = self.document, self.toolbox
        document.opened.connect(self.opened)
        document.opened.connect(self._end_bars)
        document.failed.connect(self.failed)
        document.history_changed.connect(self.edited)
        document.busy_changed.connect(self.busy.setVisible)
        toolbox.chosen.connect(self._on_tool_chosen)
        toolbox.note_wanted.connect(self.words.ask)
        self.words.written.connect(toolbox.note.write)
        self.toolbar.inverted_view_wanted.connect(self.view.set_inverted)
        self.toolbar.shape_wanted.connect(self._on_shape_wanted)
        self.toolbar.notes_wanted.connect(self._on_notes_wanted)
        self.frame_bar.applied.connect(toolbox.accept)
        self.frame_bar.cancelled.connect(toolbox.give_up)
        self.rotate_bar.previewed.connect(self.view.preview)
        self.rotate_bar.applied.connect(self._apply_rotation)
        self.rotate_bar.cancelled.connect(self._end_bars)
        self.scale_bar.applied.connect(self._apply_scale)
        self.scale_bar.cancelled.connect(self._end_bars)
        self.notes_bar.applied.connect(self._end_notes)

    def _on_shape_wanted(self, name: str) -> None:
        self._end_bars()
        if name in AT_ONCE:
            self.document.apply(AT_ONCE[name])
        elif name in (CROP, EXTEND):
            self.frame_bar.begin(extends=name == EXTEND)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name == ROTATE:
            self.rotate_bar.begin()
        elif name == SCALE:
            self.scale_bar.begin(self.document.size)

    def _on_notes_wanted(self) -> None:
        is_wanted = self.notes_bar.isHidden()
        self._end_bars()
        if is_wanted:
            self.notes_bar.begin()
        self.toolbar.show_notes(is_wanted)

    def _on_tool_chosen(self) -> None:
        """A tool of another kind puts away the row that does not belong to it."""
        if not self.toolbox.is_framing:
            self.frame_bar.hide()
        if self.toolbox.current not in MARKING:
            self.notes_bar.hide()
            self.toolbar.show_notes(False)
        self._end_preview()

    def _apply_rotation(self) -> None:
        step = self.rotate_bar.step
        self._end_bars()
        if step.degrees:
            self.document.apply(step)

    def _apply_scale(self) -> None:
        step = self.scale_bar.step
        if step is not None:
            self._end_bars()
            self.document.apply(step)

    def _end_bars(self) -> None:
        self.toolbox.give_up()
        self._end_preview()
        self._end_notes()

    def _end_preview(self) -> None:
        self.rotate_bar.hide()
        self.scale_bar.hide()
        self.view.preview(None)

    def _end_notes(self) -> None:
        if self.toolbox.current in MARKING:
            self.toolbox.choose(BRUSH)

    def _retranslate(self) -> None:
        self.view.setAccessibleName(translate("Canvas", "Picture to paint on"))
        self.view.setAccessibleDescription(
            translate(
                "Canvas",
                "Arrow keys move the cross, Enter begins and ends painting, the space bar makes a "
                "spot, plus and minus zoom, square brackets change the brush.",
            )
        )
