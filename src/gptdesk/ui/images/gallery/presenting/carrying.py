"""Pictures that are copied, pulled out by the mouse, or shown where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDrag, QGuiApplication, QImage, QPixmap

from gptdesk.domain.images import PictureRecord
from gptdesk.runtime.shown_pictures import shown
from gptdesk.ui.images.asking.incoming import PICTURE_ID

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.gallery.presenting.saving import Exporter
    from gptdesk.ui.images.gallery.view import GalleryView

translate = QCoreApplication.translate

SMALL = 160
"""How large the picture is that hangs at the mouse."""


class Carrier(QObject):
    """Hands pictures to other programs.

    Signals:
        failed: a Problem with reading or writing one.
        told: a line to be said.
        image_read: a record and its QImage, for whoever asked.
    """

    failed = Signal(object)
    told = Signal(str)
    image_read = Signal(object, object)

    def __init__(
        self,
        view: GalleryView,
        calls: Calls,
        gallery: Gallery,
        exporter: Exporter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._calls = calls
        self._gallery = gallery
        self._exporter = exporter

    def copy(self, picture_ids: Sequence[str]) -> None:
        """One as a picture; several as files, which most programs can take."""
        self._exporter.outside(
            picture_ids, partial(self._on_files_to_copy, tuple(picture_ids)), self.failed.emit
        )

    def drag(self, picture_ids: Sequence[str]) -> None:
        self._exporter.outside(
            picture_ids, partial(self._on_files_to_drag, tuple(picture_ids)), self.failed.emit
        )

    def read_image(self, record: PictureRecord) -> None:
        """The picture itself, for another tab."""
        self._calls.run(
            self._image(record), partial(self.image_read.emit, record), self.failed.emit
        )

    def show_folder(self, record: PictureRecord) -> None:
        self._calls.run(self._gallery.place(record.file), self._on_place, self.failed.emit)

    async def _image(self, record: PictureRecord) -> QImage:
        return await shown(await self._gallery.read(record.file), record.file.media_type)

    def _on_place(self, path: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(path).parent)))
        text = translate("Gallery", "In the folder it is called {name}.")
        self.told.emit(text.format(name=Path(path).name))

    def _on_files_to_copy(self, picture_ids: tuple[str, ...], paths: list[Path]) -> None:
        mime = _files(paths)
        if len(paths) > 1:
            QGuiApplication.clipboard().setMimeData(mime)
            self._say_copied(len(paths))
            return
        record = self._view.model.record(picture_ids[0])
        if record is not None:
            self._calls.run(
                self._image(record), partial(self._on_image_to_copy, mime), self.failed.emit
            )

    def _on_image_to_copy(self, mime: QMimeData, image: QImage) -> None:
        mime.setImageData(image)
        QGuiApplication.clipboard().setMimeData(mime)
        self._say_copied(1)

    def _say_copied(self, count: int) -> None:
        self.told.emit(translate("Gallery", "Copied %n picture(s)", None, count))

    def _on_files_to_drag(self, picture_ids: tuple[str, ...], paths: list[Path]) -> None:
        """Only if the button is still held when the files are there."""
        if not paths or not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        drag = QDrag(self._view.wall)
        drag.setMimeData(self.mime(picture_ids, paths))
        if (pixmap := self._pixmap(picture_ids[0])) is not None:
            drag.setPixmap(pixmap)
        drag.exec(Qt.DropAction.CopyAction)

    def mime(self, picture_ids: Sequence[str], paths: Sequence[Path]) -> QMimeData:
        """Files for other programs; for this one the id, if it is one picture."""
        mime = _files(paths)
        if len(picture_ids) == 1:
            mime.setData(PICTURE_ID, picture_ids[0].encode("ascii"))
        return mime

    def _pixmap(self, picture_id: str) -> QPixmap | None:
        row = self._view.model.row_of(picture_id)
        if row < 0:
            return None
        found = self._view.wall.pictures.pixmap(self._view.model.at(row).file)
        if found is None or found.isNull():
            return None
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        return found.scaled(SMALL, SMALL, keep, smooth)


def _files(paths: Sequence[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime
