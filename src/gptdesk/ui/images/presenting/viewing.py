"""One picture over the whole screen, with its neighbours a key away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gptdesk.ui.images.words import picture_name

if TYPE_CHECKING:
    from gptdesk.runtime.large_pictures import Levels
    from gptdesk.ui.images.page import ImagesPage
    from gptdesk.ui.images.presenting.showing import Shower
    from gptdesk.ui.images.viewer import PictureViewer


class Viewing(QObject):
    """The window is made when somebody first wants it."""

    def __init__(self, page: ImagesPage, shower: Shower, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._shower = shower
        self._viewer: PictureViewer | None = None
        shower.picked.connect(self._on_picked)

    @property
    def viewer(self) -> PictureViewer | None:
        return self._viewer

    def open(self) -> None:
        levels, record = self._shower.levels, self._shower.record
        if record is not None and levels is not None and self._shower.data:
            self._show(picture_name(record), levels)

    def shutdown(self) -> None:
        if self._viewer is not None:
            self._viewer.close()
            self._viewer.deleteLater()
            self._viewer = None

    def _show(self, name: str, levels: Levels) -> None:
        if self._viewer is None:
            from gptdesk.ui.images.viewer import PictureViewer

            self._viewer = PictureViewer(self._page)
            self._viewer.previous_wanted.connect(partial(self._step, -1))
            self._viewer.next_wanted.connect(partial(self._step, 1))
        place, count = self._place(), len(self._shower.newest)
        self._viewer.offer_neighbours(before=place > 0, after=0 <= place < count - 1)
        self._viewer.open(levels, name)

    def _on_picked(self) -> None:
        if self._viewer is not None and self._viewer.isVisible():
            self.open()

    def _step(self, step: int) -> None:
        wanted = self._place() + step
        if 0 <= wanted < len(self._shower.newest):
            self._shower.pick(self._shower.newest[wanted])

    def _place(self) -> int:
        ids = [record.id for record in self._shower.newest]
        record = self._shower.record
        return ids.index(record.id) if record is not None and record.id in ids else -1
