"""Ten thousand pictures on the wall: how soon they are there, how evenly they scroll."""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from statistics import quantiles

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.images import PictureRecord, PictureSettings
from gptdesk.runtime.image_fitting import QtPictureFitting
from gptdesk.services.gallery import Gallery
from gptdesk.storage.media import Media
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.picture_rows import add
from gptdesk.storage.pictures import Pictures
from gptdesk.storage.thumbnails import ThumbnailFiles
from gptdesk.storage.user_files import FilesOutside
from gptdesk.ui.images.gallery.pictures import MOST_BYTES
from gptdesk.ui.images.gallery.presenter import GalleryPresenter
from gptdesk.ui.images.gallery.tiles import Tiles

PICTURES = 10_000
FILES = 400
"""So many different pictures lie on the disk; each belongs to several rows."""
STEPS = 400


def file_of(number: int) -> PreparedPicture:
    image = QImage(1536, 1024, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsv(number % 360, 90 + number % 160, 220))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")
    return PreparedPicture(bytes(buffer.data().data()), "image/jpeg", 1536, 1024)


async def filled(folder) -> tuple[object, Gallery]:
    paths = Paths.for_profile(folder)
    database = (await open_database(paths)).database
    media = Media(paths.media, database)
    files = [file_of(number) for number in range(FILES)]
    for one in files:
        await media.write(one.data, one.attachment())

    def fill(connection) -> None:
        settings = PictureSettings("c", "gpt-image-2", "1536x1024", "high")
        for number in range(PICTURES):
            file = files[number % FILES].attachment()
            prompt = f"A small red cabin by a mountain lake 月光 {number}"
            record = PictureRecord(f"p{number}", file, 1e9 + number, prompt=prompt,
                                   settings=settings)  # fmt: skip
            add(connection, record, is_whole=True)

    await database.run(fill)
    store = Pictures(database, media)
    gallery = Gallery(
        store, media, QtPictureFitting(), ThumbnailFiles(paths.thumbnails), FilesOutside()
    )
    return database, gallery


def memory() -> float:
    """Megabytes, at most so far."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


@pytest.fixture
def painted(monkeypatch) -> list[int]:
    """One entry for each tile that was drawn."""
    drawn: list[int] = []
    paint = Tiles.paint

    def counted(tiles, painter, option, index) -> None:
        drawn.append(index.row())
        paint(tiles, painter, option, index)

    monkeypatch.setattr(Tiles, "paint", counted)
    return drawn


@pytest.fixture
def wall(qtbot, core, tmp_path, painted):
    database, gallery = asyncio.run(filled(tmp_path))
    presenter = GalleryPresenter(core, gallery)
    qtbot.addWidget(presenter.view)
    presenter.view.resize(1208, 760)
    yield presenter
    calls = presenter._calls
    presenter.shutdown()
    qtbot.waitUntil(lambda: not calls._running)
    database.close()


def test_ten_thousand_pictures_on_the_wall(wall, painted, qtbot, record_property):
    view, app = wall.view, QApplication.instance()
    begin = time.perf_counter()
    view.show()
    wall.start()
    qtbot.waitUntil(lambda: view.model.rowCount() == PICTURES, timeout=20_000)
    app.processEvents()
    found = {"open_ms": (time.perf_counter() - begin) * 1000}
    qtbot.waitUntil(lambda: not wall._calls._running, timeout=20_000)
    found["all_tiles_ms"] = (time.perf_counter() - begin) * 1000
    painted.clear()
    before, steps = memory(), []
    bar = view.wall.verticalScrollBar()
    for number in range(STEPS):
        begin = time.perf_counter()
        far = number % 20 == 19
        bar.setValue(bar.value() + (bar.maximum() // 25 if far else 120))
        if bar.value() == bar.maximum():
            bar.setValue(0)
        app.processEvents()
        steps.append((time.perf_counter() - begin) * 1000)
    found["scroll_p50_ms"] = quantiles(steps, n=100)[49]
    found["scroll_p95_ms"] = quantiles(steps, n=100)[94]
    found["scroll_max_ms"] = max(steps)
    found["tiles_painted"] = len(painted)
    found["grown_mb"] = memory() - before
    begin = time.perf_counter()
    view.wall.selectAll()
    app.processEvents()
    found["choose_all_ms"] = (time.perf_counter() - begin) * 1000
    qtbot.waitUntil(lambda: not wall._calls._running, timeout=20_000)
    assert wall._pictures.bytes_held <= MOST_BYTES
    told = {name: round(value, 1) for name, value in found.items()}
    for name, value in told.items():
        record_property(name, value)
    print(json.dumps(told))
