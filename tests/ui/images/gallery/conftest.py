"""The gallery with everything behind it, on a disk of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.images import Origin, PictureRecord, PictureSettings
from gptdesk.domain.settings import Settings
from gptdesk.runtime.image_fitting import QtPictureFitting
from gptdesk.services.gallery import Gallery
from gptdesk.storage.media import Media
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.pictures import Pictures
from gptdesk.storage.thumbnails import ThumbnailFiles
from gptdesk.storage.user_files import FilesOutside


def drawn(number: int, kind: str = "PNG", wide: int = 90, high: int = 60) -> bytes:
    """A small picture that no other number has."""
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv((number * 47) % 360, 120, 220))
    painter = QPainter(image)
    painter.fillRect(5 + number % 40, 10, 20, 30, QColor(number % 255, 80, 120))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


class Hall:
    """The gallery and what a person does in it."""

    def __init__(self, qtbot, core, folder) -> None:
        self.qtbot, self.core, self.folder = qtbot, core, folder
        self.paths = Paths.for_profile(folder / "profile")
        self.settings = Settings()
        self.presenter = None
        self.heard: list[tuple] = []

    def open_store(self) -> None:
        async def begin():
            self.database = (await open_database(self.paths)).database
            media = Media(self.paths.media, self.database)
            self.store = Pictures(self.database, media)
            self.files = FilesOutside()
            self.gallery = Gallery(
                self.store, media, QtPictureFitting(), ThumbnailFiles(self.paths.thumbnails),
                self.files,
            )  # fmt: skip

        self.run(begin())

    def run(self, coroutine):
        """Wait for something in the core thread."""
        operation = self.core.call(coroutine)
        found, problems = [], []
        operation.events.connect(found.extend)
        operation.failed.connect(problems.append)
        with self.qtbot.waitSignal(operation.finished):
            pass
        if problems:
            raise problems[0]
        return found[0] if found else None

    def keep(self, number: int, **more) -> PictureRecord:
        data = more.pop("data", None) or drawn(number)
        kind = more.pop("kind", "image/png")
        file = PreparedPicture(data, kind, 90, 60, more.pop("name", "")).attachment()
        usual = {
            "created": 1_700_000_000.0 + number * 60,
            "prompt": f"Picture {number}",
            "settings": PictureSettings("c", "gpt-image-2", "90x60", "low"),
            "service": "OpenAI",
            "cost": 0.02,
        }
        record = PictureRecord(f"p{number}", file, **{**usual, **more})
        self.run(self.store.add(record, data))
        return record

    def practice(self, number: int, **more) -> PictureRecord:
        return self.keep(
            number, origin=Origin.PRACTICE, cost=0.0, is_free=True,
            settings=PictureSettings("practice", "practice"), **more,
        )  # fmt: skip

    def open(self, wide: int = 1100, high: int = 720, *, count: int | None = None):
        from gptdesk.ui.images.gallery.presenter import GalleryPresenter

        self.presenter = GalleryPresenter(self.core, self.gallery, settings=lambda: self.settings)
        self.view = self.presenter.view
        self.qtbot.addWidget(self.view)
        self.view.resize(wide, high)
        for name in ("reuse_settings", "edit", "vary", "use_as_reference", "show"):
            signal = getattr(self.presenter, name)
            signal.connect(lambda record, name=name: self.heard.append((name, record.id)))
        self.presenter.notes_chosen.connect(self._choose)
        self.view.show()
        self.qtbot.waitExposed(self.view)
        self.presenter.start()
        self.settle(count)
        return self.view

    def settle(self, count: int | None = None) -> None:
        """Until nothing is on its way, and as many pictures are on the wall as expected."""
        calls, finder = self.presenter._calls, self.presenter._finder

        def is_quiet() -> bool:
            rows = self.view.model.rowCount()
            is_idle = not calls._running and not finder._pause.isActive()
            return is_idle and not self.view.wall._look.isActive() and count in (None, rows)

        self.qtbot.waitUntil(is_quiet)

    @property
    def ids(self) -> list[str]:
        model = self.view.model
        return [model.at(row).id for row in range(model.rowCount())]

    def choose(self, *picture_ids: str) -> None:
        from PySide6.QtCore import QItemSelectionModel

        wall = self.view.wall
        wall.go_to(picture_ids[0])
        for one in picture_ids[1:]:
            index = self.view.model.index(self.view.model.row_of(one))
            wall.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)
        self.settle()

    def find(self, kind, name: str):
        return self.view.findChild(kind, name)

    def press(self, widget, key, modifier=None) -> None:
        from PySide6.QtCore import Qt

        self.qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def click(self, widget) -> None:
        from PySide6.QtCore import Qt

        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def records(self, *ids: str):
        return self.run(self.gallery.records(ids))

    def close(self) -> None:
        if self.presenter is not None:
            calls = self.presenter._calls
            self.presenter.shutdown()
            self.qtbot.waitUntil(lambda: not calls._running)
        self.database.close()

    def _choose(self, wanted: bool) -> None:
        self.settings = replace(self.settings, picture_notes=wanted)


@pytest.fixture
def hall(qtbot, core, tmp_path):
    """An empty gallery; `keep` some pictures, then `open` it."""
    found = Hall(qtbot, core, tmp_path)
    found.open_store()
    yield found
    found.close()
