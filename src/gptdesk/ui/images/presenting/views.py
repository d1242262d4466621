"""Which view stands on the stage, and what the head of the page offers with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gptdesk.ui.images.head import COMPARE, GALLERY, RESULT

if TYPE_CHECKING:
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.comparing import Comparer
    from gptdesk.ui.images.presenting.painting import Painter
    from gptdesk.ui.images.presenting.showing import Shower


class Views(QObject):
    """Result, comparison, canvas, and a gallery once one is put in."""

    def __init__(
        self,
        page: ImagesPage,
        shower: Shower,
        comparer: Comparer,
        painter: Painter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._shower = shower
        self._comparer = comparer
        self._painter = painter
        self._gallery: QWidget | None = None
        page.head.view_chosen.connect(self._on_view)
        shower.picked.connect(self._on_picked)
        painter.opened.connect(self.show)
        comparer.shown.connect(self.show)
        painter.left.connect(self._on_left)

    def place_gallery(self, gallery: QWidget) -> None:
        """It gets a view of its own; the strip below gives up its name."""
        self._gallery = gallery
        self._page.strip.list.setObjectName("images.newest")
        self._page.stage.add_guest(gallery)
        self.show()

    @property
    def is_gallery(self) -> bool:
        return self._gallery is not None and self._page.stage.current is self._gallery

    def show_result(self) -> None:
        """The picture, or the job that is to become one."""
        self._back_to_result()
        self.show()

    def show(self) -> None:
        """What the head offers for what stands on the stage."""
        record = self._shower.record
        head = self._page.head
        head.setVisible(not self._painter.is_shown)
        has_picture = record is not None and self._shower.job is None
        head.set_usable(has_picture and not self.is_gallery)
        head.set_views(
            can_compare=has_picture and self._comparer.can_compare(record),
            has_gallery=self._gallery is not None,
        )
        is_gallery = self.is_gallery
        head.show_view(COMPARE if self._comparer.is_shown else GALLERY if is_gallery else RESULT)
        self._page.show_whole(is_gallery or self._painter.is_shown)
        if record is not None:
            head.set_favourite(record.is_favourite)

    def _on_view(self, view: str) -> None:
        record = self._shower.record
        if view == COMPARE and record is not None:
            self._comparer.show(record, self._shower.image)
        elif view == GALLERY and self._gallery is not None:
            self._page.stage.show_guest(self._gallery)
        else:
            self._back_to_result()
        self.show()

    def _on_picked(self) -> None:
        record = self._shower.record
        if self.is_gallery and self._shower.job is not None:
            self._page.stage.show_forming()  # a job that has just begun is to be seen
        if self._comparer.is_shown and record is not None:
            if self._comparer.can_compare(record):
                self._comparer.show(record, self._shower.image)
            else:
                self._back_to_result()
        self.show()

    def _on_left(self) -> None:
        """From the canvas back to what stood there before."""
        self._back_to_result()
        self._shower.show()
        self.show()

    def _back_to_result(self) -> None:
        self._comparer.leave()
        if self._shower.job is not None:
            self._page.stage.show_forming()
        elif self._shower.record is not None:
            self._page.stage.show_result()
        else:
            self._page.stage.show_empty()
