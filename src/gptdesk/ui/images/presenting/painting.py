"""Painting on the picture that is to be changed; what is painted goes into the order at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from gptdesk.domain.attachments import Attachment, PreparedPicture
from gptdesk.domain.image_options import FileRules
from gptdesk.domain.images import Reference
from gptdesk.domain.mask_png import mask_png
from gptdesk.domain.picture_fitting import FitLimits
from gptdesk.domain.picture_steps import Size
from gptdesk.runtime.large_pictures import as_png
from gptdesk.ui.images.canvas.editor import PictureEditor
from gptdesk.ui.images.canvas.marks import Mark, with_marks
from gptdesk.ui.images.canvas.work import CoreWork
from gptdesk.ui.widgets.buttons import Button, IconButton

if TYPE_CHECKING:
    from gptdesk.domain.mask import Snapshot
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.services.images import ImageWork
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.order_desk import OrderDesk

translate = QCoreApplication.translate

PAUSE_MS = 350


class Painter(QObject):
    """Owns the canvas, which is made when somebody first paints.

    Signals:
        opened: the canvas stands on the stage.
        left: the person goes back to the result.
        failed: a Problem; nothing painted was lost.
    """

    opened = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(
        self,
        page: ImagesPage,
        calls: Calls,
        work: ImageWork,
        gallery: Gallery,
        desk: OrderDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._work = work
        self._gallery = gallery
        self._desk = desk
        self._editor: PictureEditor | None = None
        self._back: Button | None = None
        self._panel: IconButton | None = None
        self._file = ""
        self._steps = 0
        self._is_writing = False
        self._is_dirty = False
        self._then: Callable[[], object] | None = None
        self._limits: FitLimits | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._write)
        page.panel.masking.paint_requested.connect(self.open)
        page.panel.references.fit_requested.connect(self.fit)
        page.panel.masking.clear_requested.connect(self.clear)

    @property
    def editor(self) -> PictureEditor | None:
        return self._editor

    @property
    def is_shown(self) -> bool:
        return self._editor is not None and self._page.stage.current is self._editor

    @property
    def painted(self) -> float | None:
        """The part that is painted of the picture in front; None: nothing is."""
        if self._desk.order.mask is None:
            return None
        is_this = self._editor is not None and self._file == self._first_id()
        return self._editor.painted if is_this and self._editor is not None else 0.0

    def open(self) -> None:
        """Show the canvas with the first picture of the order."""
        if not self._desk.order.references:
            return
        editor = self._made()
        first = self._desk.order.references[0].file
        self._page.stage.show_guest(editor)
        if self._file != first.id:
            self._file, self._steps = first.id, 0
            self._calls.run(
                self._gallery.read(first),
                lambda data: editor.open(data, first.name),
                self.failed.emit,
            )
        self.opened.emit()

    def clear(self) -> None:
        if self._editor is not None and self._file == self._first_id():
            self._editor.document.clear_mask()
        self._desk.set_painted(None, self._desk.order.markup)

    def set_rules(self, rules: FileRules) -> None:
        """Whether the model reads marks, and whether it wants a square."""
        self._limits = FitLimits(is_square=rules.must_be_square)
        if self._editor is not None:
            self._editor.set_notes_offered(rules.markup is None)

    def fit(self) -> None:
        """Cut the picture so that the model takes it."""
        self.open()
        editor = self._editor
        if editor is None or self._limits is None:
            return
        limits = self._limits
        if editor.has_picture and self._file == self._first_id():
            editor.fit(limits)
        else:
            self._when_opened(editor, partial(editor.fit, limits))

    def when_written(self, then: Callable[[], object]) -> None:
        """Go on when the order holds what was painted."""
        if self._is_writing or self._is_dirty:
            self._then = then
            self._timer.stop()
            if not self._is_writing:
                self._write()
        else:
            then()

    def shutdown(self) -> None:
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        return False

    # The canvas

    def _made(self) -> PictureEditor:
        if self._editor is None:
            self._editor = PictureEditor(CoreWork(self._calls), self._page.stage)
            self._editor.edited.connect(self._on_edited)
            self._editor.failed.connect(self.failed)
            self._editor.installEventFilter(self)
            self._back = Button(kind="ghost", icon="arrow-left", small=True, parent=self._editor)
            self._back.setObjectName("images.back")
            self._back.clicked.connect(self._on_back)
            self._panel = IconButton("sliders-horizontal", small=True, parent=self._editor)
            self._panel.setObjectName("images.settings_here")
            self._panel.clicked.connect(self._page.toggle_panel)
            self._editor.toolbar.add_leading(self._back)
            self._editor.toolbar.add_leading(self._panel)
            self._page.arranged.connect(self._show_panel_button)
            self._show_panel_button()
            self._retranslate()
        return self._editor

    def _when_opened(self, editor: PictureEditor, then: Callable[[], object]) -> None:
        def once() -> None:
            editor.opened.disconnect(once)
            then()

        editor.opened.connect(once)

    def _on_back(self) -> None:
        self.left.emit()

    def _on_edited(self) -> None:
        if self._editor is not None and self._editor.has_picture:
            self._is_dirty = True
            self._timer.start()

    # What goes into the order

    def _write(self) -> None:
        editor = self._editor
        if editor is None or self._is_writing or not editor.has_picture:
            return
        self._is_writing, self._is_dirty = True, False
        document = editor.document
        document.brushwork.settle()
        has_new_shape = len(document.steps) != self._steps
        levels = document.levels
        image = levels.whole if has_new_shape and levels is not None else None
        job = self._files(document.size, document.mask.snapshot(), tuple(document.marks), image)
        self._steps = len(document.steps)
        self._calls.run(job, self._on_written, self._on_failed)

    async def _files(
        self, size: Size, mask: Snapshot, marks: tuple[Mark, ...], image: QImage | None
    ) -> tuple[Attachment | None, Attachment | None, Attachment | None]:
        """Picture, if it has another shape; mask, if something is painted; marks, if there are."""
        import asyncio

        picture = await self._kept(await asyncio.to_thread(as_png, image), size) if image else None
        painted = await asyncio.to_thread(mask_png, mask) if mask.tiles else b""
        drawn = await asyncio.to_thread(_marks_alone, size, marks) if marks else b""
        return picture, await self._kept(painted, size), await self._kept(drawn, size)

    async def _kept(self, data: bytes, size: Size) -> Attachment | None:
        if not data:
            return None
        return await self._work.keep(PreparedPicture(data, "image/png", *size))

    def _on_written(
        self, files: tuple[Attachment | None, Attachment | None, Attachment | None]
    ) -> None:
        self._is_writing = False
        picture, mask, marks = files
        if self._file == self._first_id():
            if picture is not None:
                self._file = picture.id
                first, *rest = self._desk.order.references
                self._desk.set_references((Reference(picture, first.picture), *rest))
            self._desk.set_painted(mask, marks)
        if self._is_dirty:
            self._write()
            return
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_failed(self, problem: Problem) -> None:
        self._is_writing = False
        self._then = None
        self.failed.emit(problem)

    def _first_id(self) -> str:
        references = self._desk.order.references
        return references[0].file.id if references else ""

    def _show_panel_button(self) -> None:
        """Only where the panel has no place of its own."""
        if self._panel is not None:
            self._panel.setVisible(self._page.is_narrow)

    def _retranslate(self) -> None:
        if self._panel is not None:
            self._panel.set_label(translate("Images", "Prompt and settings"))
        if self._back is not None:
            text = translate("Images", "Back to the result")
            self._back.setText(translate("Images", "Back"))
            self._back.setAccessibleName(text)
            self._back.setToolTip(text)


def _marks_alone(size: Size, marks: tuple[Mark, ...]) -> bytes:
    """Everything but the marks is transparent."""
    sheet = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(0)
    return as_png(with_marks(sheet, marks))
