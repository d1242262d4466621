"""Pictures leave the tab: as a file, through the clipboard, by the mouse."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from gptdesk.domain.images import PRACTICE_ID, PictureRecord, told_settings
from gptdesk.domain.settings import Settings
from gptdesk.runtime.picture_saving import saved_bytes, writable_formats
from gptdesk.ui.images.asking.incoming import PICTURE_ID
from gptdesk.ui.images.naming import free_path

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.gallery import Gallery

translate = QCoreApplication.translate

SUFFIXES = {"jpeg": "jpg"}
KINDS = {"jpg": "jpeg", "jpe": "jpeg"}
LONGEST_NAME = 48
SMALL = 160
"""How large the picture is that hangs at the mouse."""


class Saver(QObject):
    """Asks for the place, and writes there what was made.

    Signals:
        saved: where the file is.
        failed: a Problem; nothing was overwritten.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        page: QWidget,
        calls: Calls,
        gallery: Gallery,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = calls
        self._gallery = gallery
        self._settings = settings
        self._outside: TemporaryDirectory[str] | None = None

    def ask(self, record: PictureRecord) -> None:
        """Where, and in which format; the file's own comes first."""
        own = kind_of(record)
        kinds = [own, *(one for one in writable_formats() if one != own)]
        filters = {f"{_format_name(kind)} (*.{_suffix(kind)})": kind for kind in kinds}
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        place = str(free_path(Path(folder), file_name(record), _suffix(own)))
        title = translate("Images", "Save the picture")
        chosen, shown = QFileDialog.getSaveFileName(
            self._page, title, place, ";;".join(filters), next(iter(filters))
        )
        if chosen:
            self.save(record, chosen, filters.get(shown, own))

    def save(self, record: PictureRecord, path: str, kind: str = "") -> None:
        """The ending of the name decides on the format, else `kind`."""
        ending = Path(path).suffix.lower().lstrip(".")
        ending = KINDS.get(ending, ending)
        known = (*writable_formats(), "svg", "gif")
        wanted = ending if ending in known else (kind or kind_of(record))
        if not ending or ending not in known:
            path = f"{path}.{_suffix(wanted)}"
        if wanted in ("svg", "gif") and wanted != kind_of(record):
            wanted = "png"
            path = str(Path(path).with_suffix(".png"))
        self._calls.run(
            self._write(record, path, wanted),
            lambda _none: self.saved.emit(path),
            self.failed.emit,
        )

    def copy(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)

    def drag(self, record: PictureRecord, data: bytes, image: QImage) -> None:
        """Hand it to another program as a file, and to this one by its id."""
        file = self._file_outside(record, data)
        if file is None:
            return
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        mime.setData(PICTURE_ID, record.id.encode("ascii"))
        drag = QDrag(self._page)
        drag.setMimeData(mime)
        keep = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(QPixmap.fromImage(image.scaled(SMALL, SMALL, keep, smooth)))
        drag.exec(Qt.DropAction.CopyAction)

    def shutdown(self) -> None:
        if self._outside is not None:
            self._outside.cleanup()
            self._outside = None

    def notes(self, record: PictureRecord) -> dict[str, str]:
        """What is written into the file; nothing where the person does not want it."""
        if not self._settings().picture_notes:
            return {}
        made = {name: str(value) for name, value in told_settings(record.settings).items()
                if name != "connection_id"}  # fmt: skip
        if record.settings.connection_id == PRACTICE_ID:
            made = {"practice": "drawn by gptdesk"}
        return {
            "Description": record.prompt,
            "Software": "gptdesk",
            "Settings": ", ".join(f"{name}={value}" for name, value in made.items()),
            "Revised prompt": record.revised_prompt,
        }

    async def _write(self, record: PictureRecord, path: str, kind: str) -> None:
        data = await self._gallery.read(record.file)
        ready = await saved_bytes(data, kind, self.notes(record))
        await self._gallery.write_file(ready, path)

    def _file_outside(self, record: PictureRecord, data: bytes) -> Path | None:
        """Programs that take a file need one with a name; it goes when the app ends."""
        if self._outside is None:
            self._outside = TemporaryDirectory(prefix="gptdesk-drag-")
        file = Path(self._outside.name) / f"{file_name(record)}.{_suffix(kind_of(record))}"
        try:
            file.write_bytes(data)
        except OSError:
            return None
        return file


def kind_of(record: PictureRecord) -> str:
    """png, jpeg, webp, gif or svg."""
    return record.file.media_type.rpartition("/")[2].partition("+")[0]


def file_name(record: PictureRecord) -> str:
    """A name that every system takes, from the first words of the prompt."""
    words = re.sub(r"[^\w\u3400-\u9fff]+", " ", record.prompt or record.file.name)
    name = words.strip()[:LONGEST_NAME].strip()
    return name or translate("Images", "Picture")


def _suffix(kind: str) -> str:
    return SUFFIXES.get(kind, kind)


def _format_name(kind: str) -> str:
    return {"webp": "WebP"}.get(kind, kind.upper())
