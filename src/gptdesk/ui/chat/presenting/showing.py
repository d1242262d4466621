"""Pictures that are seen: as thumbnails everywhere, and large when one is pressed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.messages import ChatMessage
from gptdesk.ui.widgets.picture_words import as_sent, missing, spoken
from gptdesk.ui.widgets.thumbnails import Thumbnails

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.pictures import PictureService
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.attaching import AttachPresenter
    from gptdesk.ui.widgets.picture_view import PictureView

translate = QCoreApplication.translate


class PictureShower(QObject):
    """Reads stored pictures in the core thread; one that is gone shows words in its place."""

    def __init__(
        self,
        page: ChatPage,
        calls: Calls,
        service: PictureService | None,
        attached: AttachPresenter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._service = service
        self._attached = attached
        self.thumbnails = Thumbnails(self._load, self)
        self.view: PictureView | None = None
        self._shown: Attachment | None = None
        attached.set_thumbnails(self.thumbnails)
        page.view.set_thumbnails(self.thumbnails)
        page.view.picture_requested.connect(self._on_requested)
        attached.tray.opened.connect(self._on_chip)

    def open(self, picture: Attachment) -> None:
        """Over the whole window."""
        if self._service is None:
            return
        view = self._large_view()
        self._shown = picture
        title = translate("PictureView", "{picture} · {size}")
        view.open(title.format(picture=picture.name or spoken(picture), size=as_sent(picture)))
        self._calls.run(
            _whole(self._service, picture),
            partial(self._on_whole, picture),
            partial(self._on_missing, picture),
        )

    def save(self, picture: Attachment, path: Path) -> None:
        """A copy of exactly what was sent."""
        if self._service is not None:
            self._calls.run(self._service.save_copy(picture, str(path)))

    def _on_requested(self, message_id: str, place: int) -> None:
        row = self._page.transcript.row_of(message_id)
        entry = self._page.transcript.entry(row) if row >= 0 else None
        if isinstance(entry, ChatMessage) and place < len(entry.attachments):
            self.open(entry.attachments[place])

    def _on_chip(self, place: int) -> None:
        picture = self._attached.tray.chips[place].picture
        if picture is not None:
            self.open(picture)

    def _load(self, picture: Attachment, side: int, give: Callable[[QImage], None]) -> None:
        if self._service is None:
            return

        def failed(_problem: Problem) -> None:
            give(QImage())

        self._calls.run(_small(self._service, picture, side), give, failed)

    def _large_view(self) -> PictureView:
        from gptdesk.ui.widgets.picture_view import PictureView

        if self.view is None:
            self.view = PictureView(self._page.window())
            self.view.save_requested.connect(self._on_save)
        return self.view

    def _on_whole(self, picture: Attachment, image: QImage) -> None:
        if picture == self._shown and self.view is not None:
            self.view.show_image(image, missing() if image.isNull() else "")

    def _on_missing(self, picture: Attachment, _problem: Problem) -> None:
        self._on_whole(picture, QImage())

    def _on_save(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        if self._shown is None:
            return
        name = Path(self._shown.name or translate("PictureView", "picture", "file name")).stem
        chosen, _kind = QFileDialog.getSaveFileName(
            self._page.window(),
            translate("PictureView", "Save the picture"),
            f"{name}.{self._shown.suffix}",
        )
        if chosen:
            self.save(self._shown, Path(chosen))


async def _small(service: PictureService, picture: Attachment, side: int) -> QImage:
    from gptdesk.runtime.pictures import thumbnail

    return await thumbnail(await service.read(picture), side)


async def _whole(service: PictureService, picture: Attachment) -> QImage:
    from gptdesk.runtime.pictures import whole

    return await whole(await service.read(picture))
