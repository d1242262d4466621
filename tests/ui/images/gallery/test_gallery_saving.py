"""Pictures leave the gallery: whole files with new names, or a sentence about what went wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from gptdesk.domain.problems import DiskFull, StorageReadOnly
from gptdesk.runtime.picture_saving import writable_formats
from gptdesk.ui.images.asking.incoming import PICTURE_ID

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="9"/></svg>'


@pytest.fixture
def out(tmp_path) -> Path:
    folder = tmp_path / "保 存"
    folder.mkdir()
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def save_all(hall, folder: Path, kind: str = "") -> None:
    hall.presenter._exporter.save_many([one.id for one in hall.view.wall.chosen], str(folder), kind)
    hall.settle()


def test_many_are_saved_under_names_that_say_something(hall, out):
    hall.keep(1, prompt="A red cabin / by: a lake?")
    hall.keep(2, prompt="狐狸")
    view = hall.open(count=2)
    view.wall.selectAll()
    save_all(hall, out)
    assert names(out) == ["A red cabin by a lake.png", "狐狸.png"]
    assert view.notice.title.startswith("Saved 2")


def test_nothing_that_is_there_is_ever_overwritten(hall, out):
    hall.keep(1, prompt="Same")
    hall.keep(2, prompt="Same")
    (out / "Same.png").write_bytes(b"mine")
    view = hall.open(count=2)
    view.wall.selectAll()
    save_all(hall, out)
    assert names(out) == ["Same 2.png", "Same 3.png", "Same.png"]
    assert (out / "Same.png").read_bytes() == b"mine"


def test_one_picture_is_offered_a_name_that_is_free(hall, out, monkeypatch):
    from PySide6.QtCore import QStandardPaths

    offered = []
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(out))
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *given: offered.append(given[2]) or (given[2], "")
    )
    hall.keep(1, prompt="Same")
    (out / "Same.png").write_bytes(b"mine")
    view = hall.open(count=1)
    hall.choose("p1")
    hall.press(view.wall, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert Path(offered[0]).name == "Same 2.png"
    assert names(out) == ["Same 2.png", "Same.png"]
    assert view.notice.title.startswith("Saved 1")


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "avif"])
def test_each_format_that_can_be_written_is_a_real_file_of_it(hall, out, kind):
    if kind not in writable_formats():
        pytest.skip("this computer cannot write it")
    hall.keep(1, prompt="Cabin")
    view = hall.open(count=1)
    view.wall.selectAll()
    save_all(hall, out, kind)
    (file,) = out.iterdir()
    assert QImage(str(file), kind).width() == 90


def test_the_prompt_is_in_the_file_only_if_that_is_wanted(hall, out):
    hall.keep(1, prompt="Secret cabin")
    view = hall.open(count=1)
    view.wall.selectAll()
    save_all(hall, out)
    assert QImage(str(out / "Secret cabin.png")).text("Description") == "Secret cabin"
    hall.presenter.notes_chosen.emit(False)
    save_all(hall, out)
    assert QImage(str(out / "Secret cabin 2.png")).text("Description") == ""


def test_drawings_of_shapes_stay_as_they_are(hall, out):
    hall.keep(1, prompt="Logo", data=SVG, kind="image/svg+xml")
    view = hall.open(count=1)
    view.wall.selectAll()
    save_all(hall, out, "png")
    assert (out / "Logo.svg").read_bytes() == SVG


@pytest.mark.parametrize("problem", [DiskFull(), StorageReadOnly("/there")])
def test_a_disk_that_refuses_is_said_with_what_was_saved(hall, out, problem, monkeypatch):
    for number in range(3):
        hall.keep(number, prompt=f"Cabin {number}")
    view = hall.open(count=3)
    view.wall.selectAll()
    written = hall.files.write

    async def full(data, path):
        if "Cabin 1" in path:
            raise problem
        await written(data, path)

    monkeypatch.setattr(hall.files, "write", full)
    save_all(hall, out)
    assert names(out) == ["Cabin 2.png"]
    assert view.notice.level == "error"
    assert "1 of 3" in view.notice.text
    asked = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: asked.append(1) or str(out))
    monkeypatch.setattr(hall.files, "write", written)
    hall.presenter._on_kind("")
    hall.settle()
    assert asked
    assert len(names(out)) == 4


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_left_as_it_was(hall, out):
    hall.keep(1)
    view = hall.open(count=1)
    view.wall.selectAll()
    out.chmod(0o500)
    save_all(hall, out)
    out.chmod(0o700)
    assert names(out) == []
    assert view.notice.level == "error"


def test_saving_many_can_be_stopped_and_keeps_whole_files(hall, out, monkeypatch):
    for number in range(4):
        hall.keep(number, prompt=f"Cabin {number}")
    view = hall.open(count=4)
    view.wall.selectAll()
    written = hall.files.write

    async def stopping(data, path):
        await written(data, path)
        hall.presenter._exporter.stop()

    monkeypatch.setattr(hall.files, "write", stopping)
    save_all(hall, out)
    assert 1 <= len(names(out)) < 4
    assert all(not QImage(str(out / name)).isNull() for name in names(out))
    assert not any(text == "Stop" for text in _buttons(view.notice))


def test_one_picture_is_copied_as_a_picture_and_as_a_file(hall):
    hall.keep(1, prompt="Cabin")
    view = hall.open(count=1)
    hall.choose("p1")
    hall.press(view.wall, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert [Path(url.toLocalFile()).name for url in mime.urls()] == ["Cabin.png"]


def test_several_are_copied_as_files(hall):
    hall.keep(1, prompt="Cabin")
    hall.keep(2, prompt="Cabin")
    view = hall.open(count=2)
    view.wall.selectAll()
    hall.presenter.act("copy")
    hall.settle()
    files = [Path(url.toLocalFile()) for url in QGuiApplication.clipboard().mimeData().urls()]
    assert [file.name for file in files] == ["Cabin.png", "Cabin 2.png"]
    assert all(file.is_file() for file in files)


def test_files_that_were_dragged_out_go_when_the_app_ends(hall):
    hall.keep(1, prompt="Cabin")
    hall.open(count=1)
    paths = []
    hall.presenter._exporter.outside(["p1"], paths.extend, paths.append)
    hall.settle()
    (file,) = paths
    assert file.is_file()
    mime: QMimeData = hall.presenter._carrier.mime(["p1"], paths)
    assert bytes(mime.data(PICTURE_ID).data()) == b"p1"
    hall.presenter.shutdown()
    assert not file.parent.parent.exists()


def test_its_folder_is_opened_and_its_name_told(hall, monkeypatch):
    from PySide6.QtGui import QDesktopServices

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    record = hall.keep(1)
    view = hall.open(count=1)
    hall.choose("p1")
    hall.presenter.act("folder")
    hall.settle()
    assert Path(opened[0].toLocalFile()).is_dir()
    assert record.file.id in view.notice.text


def _buttons(notice) -> list[str]:
    from PySide6.QtWidgets import QAbstractButton

    return [one.text() for one in notice.findChildren(QAbstractButton) if one.isVisible()]
