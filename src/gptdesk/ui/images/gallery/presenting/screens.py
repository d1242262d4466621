"""Pictures over the whole screen, and two beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.images import PictureRecord
from gptdesk.domain.problems import PictureBroken
from gptdesk.runtime.large_pictures import Levels, open_large
from gptdesk.runtime.shown_pictures import shown
from gptdesk.ui.images.gallery.words import day_of
from gptdesk.ui.images.viewer import PictureViewer
from gptdesk.ui.images.words import picture_name, shortened

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.gallery.view import GalleryView

LONGEST = 60


class Screens(QObject):
    """The window is made when somebody first wants it.

    Signals:
        failed: a Problem with opening a picture.
    """

    failed = Signal(object)

    def __init__(self, view: GalleryView, calls: Calls, gallery: Gallery, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._calls = calls
        self._gallery = gallery
        self._operation: Operation | None = None
        self.viewer: PictureViewer | None = None
        view.comparing.left.connect(partial(view.show_comparing, False))

    def open(self, picture_id: str) -> None:
        """This one, with its neighbours on the wall a key away."""
        if self._operation is not None:
            self._operation.cancel()
        self._operation = self._calls.run(
            self._opened((picture_id,)), self._on_opened, self.failed.emit
        )

    def compare(self, picture_ids: Sequence[str]) -> None:
        self._calls.run(self._opened(tuple(picture_ids)), self._on_two, self.failed.emit)

    def shutdown(self) -> None:
        if self.viewer is not None:
            self.viewer.close()
            self.viewer.deleteLater()
            self.viewer = None

    async def _opened(self, picture_ids: tuple[str, ...]) -> list[tuple[PictureRecord, Levels]]:
        import asyncio

        found = []
        for record in await self._gallery.records(picture_ids):
            image = await shown(await self._gallery.read(record.file), record.file.media_type)
            if image.isNull():
                raise PictureBroken(record.file.name)
            found.append((record, await asyncio.to_thread(open_large, image)))
        return found

    def _on_opened(self, found: list[tuple[PictureRecord, Levels]]) -> None:
        for record, levels in found:
            if self.viewer is None:
                self.viewer = PictureViewer(self._view)
                self.viewer.previous_wanted.connect(partial(self._step, -1))
                self.viewer.next_wanted.connect(partial(self._step, 1))
            wall = self._view.wall
            before, after = bool(wall.neighbour(-1)), bool(wall.neighbour(1))
            self.viewer.offer_neighbours(before=before, after=after)
            self.viewer.open(levels, picture_name(record))

    def _step(self, step: int) -> None:
        if wanted := self._view.wall.neighbour(step):
            self._view.wall.go_to(wanted)
            self.open(wanted)

    def _on_two(self, found: list[tuple[PictureRecord, Levels]]) -> None:
        """The older one stands at the left, as it came first."""
        if len(found) == 2:
            (first, one), (second, two) = sorted(found, key=lambda pair: pair[0].created)
            self._view.comparing.show_pictures(one, two, (_title(first), _title(second)))
            self._view.show_comparing(True)


def _title(record: PictureRecord) -> str:
    words = shortened(record.prompt or record.file.name, LONGEST)
    return f"{words} · {day_of(record.created)}" if words else day_of(record.created)
