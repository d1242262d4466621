"""Pictures leave the gallery: as files, through the clipboard, by the mouse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from gptdesk.domain.images import PictureRecord
from gptdesk.runtime.picture_saving import saved_bytes
from gptdesk.ui.images.naming import free_path
from gptdesk.ui.images.presenting.saving import Saver, file_name, kind_of

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.domain.settings import Settings
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.gallery import Gallery
    from gptdesk.ui.images.gallery.view import GalleryView

translate = QCoreApplication.translate

AS_IT_IS = ""
UNCHANGED = ("svg", "gif")
"""Drawings of shapes and moving pictures are saved as they are, whatever was chosen."""
SUFFIXES = {"jpeg": "jpg"}


class Exporter(QObject):
    """Each file is there as a whole or not at all, and none takes the place of another.

    Signals:
        progressed: how many of how many are there.
        saved: how many, and the last one's path.
        failed: a Problem, how many were saved before it, and of how many.
        stopped: it was ended before the first was there.
    """

    progressed = Signal(int, int)
    saved = Signal(int, str)
    failed = Signal(object, int, int)
    stopped = Signal()

    def __init__(
        self,
        view: GalleryView,
        calls: Calls,
        gallery: Gallery,
        settings: Callable[[], Settings],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._calls = calls
        self._gallery = gallery
        self._operation: Operation | None = None
        self._outside: TemporaryDirectory[str] | None = None
        self._saver = Saver(view, calls, gallery, settings, self)
        self._saver.saved.connect(lambda path: self.saved.emit(1, path))
        self._saver.failed.connect(lambda problem: self.failed.emit(problem, 0, 1))

    def ask_one(self, record: PictureRecord) -> None:
        """Where, and as what."""
        self._saver.ask(record)

    def ask_many(self, picture_ids: Sequence[str], kind: str) -> None:
        """Into which folder."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        title = translate("Gallery", "Choose a folder for the pictures")
        if folder := QFileDialog.getExistingDirectory(self._view, title, start):
            self.save_many(picture_ids, folder, kind)

    def save_many(self, picture_ids: Sequence[str], folder: str, kind: str = AS_IT_IS) -> None:
        """Under new names, one after the other; it can be stopped in between."""
        total = len(picture_ids)
        done: list[str] = []
        files = self._written(tuple(picture_ids), Path(folder), kind)
        self._operation = operation = self._calls.stream(
            files,
            partial(self._on_written, done, total),
            lambda problem: self.failed.emit(problem, len(done), total),
        )
        if operation is not None:
            operation.finished.connect(partial(self._on_all_written, operation, done, total))
            self.progressed.emit(0, total)

    def stop(self) -> None:
        if self._operation is not None:
            self._operation.cancel()

    def outside(
        self,
        picture_ids: Sequence[str],
        done: Callable[[list[Path]], None],
        failed: Callable[[Problem], None],
    ) -> None:
        """Files with names of their own that other programs can take; gone when the app ends."""
        self._calls.run(self._put_outside(tuple(picture_ids)), done, failed)

    def shutdown(self) -> None:
        self._saver.shutdown()
        if self._outside is not None:
            self._outside.cleanup()
            self._outside = None

    async def _written(
        self, picture_ids: tuple[str, ...], folder: Path, kind: str
    ) -> AsyncGenerator[object, None]:
        for record in await self._gallery.records(picture_ids):
            own = kind_of(record)
            wanted = own if kind == AS_IT_IS or own in UNCHANGED else kind
            data = await self._gallery.read(record.file)
            ready = await saved_bytes(data, wanted, self._saver.notes(record))
            suffix = SUFFIXES.get(wanted, wanted)
            path = await asyncio.to_thread(free_path, folder, file_name(record), suffix)
            await self._gallery.write_file(ready, str(path))
            yield str(path)

    async def _put_outside(self, picture_ids: tuple[str, ...]) -> list[Path]:
        records = await self._gallery.records(picture_ids)
        folder = await asyncio.to_thread(self._new_folder)
        paths = []
        for record in records:
            data = await self._gallery.read(record.file)
            own = kind_of(record)
            suffix = SUFFIXES.get(own, own)
            path = await asyncio.to_thread(free_path, folder, file_name(record), suffix)
            await self._gallery.write_file(data, str(path))
            paths.append(path)
        return paths

    def _new_folder(self) -> Path:
        """One for each time, so that a name stays free of numbers."""
        from tempfile import mkdtemp

        if self._outside is None:
            self._outside = TemporaryDirectory(prefix="gptdesk-drag-")
        return Path(mkdtemp(dir=self._outside.name))

    def _on_written(
        self, done: list[str], total: int, _operation: object, paths: list[str]
    ) -> None:
        done.extend(paths)
        self.progressed.emit(len(done), total)

    def _on_all_written(self, operation: Operation, done: list[str], total: int) -> None:
        self._operation = None
        if done and (len(done) == total or operation.was_cancelled):
            self.saved.emit(len(done), done[-1])
        elif operation.was_cancelled:
            self.stopped.emit()
