"""Painting on the picture that is to be changed; what is painted goes into the order at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QTimer, Signal

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.image_options import FileRules
from gptdesk.domain.images import Reference, Way
from gptdesk.ui.images.presenting.painted_files import PaintedFiles
from gptdesk.ui.widgets.buttons import Button, IconButton

if TYPE_CHECKING:
    from gptdesk.domain.mask import Mask
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.services.images import ImageWork
    from gptdesk.ui.images.canvas.editor import PictureEditor
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
        self._files = PaintedFiles(work, gallery)
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
        self._needs_square = self._is_wanted = self._is_restoring = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._write)
        desk.changed.connect(self._on_order)
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
        self._is_wanted = not self._desk.order.references
        if self._is_wanted:
            return  # it is on its way
        editor = self._made()
        first = self._desk.order.references[0].file
        self._page.stage.show_guest(editor)
        if self._file != first.id:
            self._file, self._steps = first.id, 0
            self._is_restoring = self._desk.order.mask is not None
            if self._is_restoring:
                self._when_opened(editor, self._restore)
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
        self._needs_square = rules.must_be_square
        if self._editor is not None:
            self._editor.set_notes_offered(rules.markup is None)

    def fit(self) -> None:
        """Cut the picture so that the model takes it."""
        self.open()
        editor = self._editor
        if editor is None:
            return
        from gptdesk.domain.picture_fitting import FitLimits

        limits = FitLimits(is_square=self._needs_square)
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
            from gptdesk.ui.images.canvas.editor import PictureEditor  # many modules
            from gptdesk.ui.images.canvas.work import CoreWork

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

    def _restore(self) -> None:
        """What was painted the last time lies on the canvas again."""
        mask = self._desk.order.mask
        if mask is None or self._editor is None:
            self._is_restoring = False
            return
        self._calls.run(self._files.read(mask), self._on_restored, self._on_unrestored)

    def _on_restored(self, mask: Mask | None) -> None:
        self._is_restoring = False
        editor = self._editor
        if (
            editor is not None
            and mask is not None
            and editor.size_in_pixels
            == (
                mask.width,
                mask.height,
            )
        ):
            editor.document.brushwork.replace(mask)
            editor.document.mask_changed.emit(QRect(0, 0, mask.width, mask.height))
            editor.document.history_changed.emit()

    def _on_unrestored(self, problem: Problem) -> None:
        self._is_restoring = False
        self.failed.emit(problem)

    def _on_order(self) -> None:
        """The picture that was waited for is there, or nobody waits for it any more."""
        self._is_wanted = self._is_wanted and self._desk.way is Way.EDIT
        if self._is_wanted and self._desk.order.references:
            self.open()

    def _when_opened(self, editor: PictureEditor, then: Callable[[], object]) -> None:
        def once() -> None:
            editor.opened.disconnect(once)
            then()

        editor.opened.connect(once)

    def _on_back(self) -> None:
        self.left.emit()

    def _on_edited(self) -> None:
        is_open = self._editor is not None and self._editor.has_picture
        if is_open and not self._is_restoring:
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
        job = self._files.written(
            document.size, document.mask.snapshot(), tuple(document.marks), image
        )
        self._steps = len(document.steps)
        self._calls.run(job, self._on_written, self._on_failed)

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
