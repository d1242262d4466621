"""Opening pictures of any size, and of any malice, for the canvas."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageWriter

from gptdesk.domain.picture_steps import Scale
from gptdesk.domain.problems import (
    NotAPicture,
    PictureBroken,
    PictureEmpty,
    PictureProblem,
    PictureTooLarge,
    PictureUnreadable,
)
from gptdesk.runtime.large_pictures import as_png, changed, copied, levels_of, open_large


def file_of(image: QImage, kind: str = "png") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, kind.encode()).write(image)
    return bytes(buffer.data().data())


def two_colours(width: int = 40, height: int = 20) -> QImage:
    """Red above, blue below."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for y in range(height // 2, height):
        for x in range(width):
            image.setPixelColor(x, y, QColor("blue"))
    return image


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says that it is enormous."""

    def chunk(name: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + crc

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (SVG, NotAPicture),
        (b"%PDF-1.7", NotAPicture),
        (b"PK\x03\x04" + bytes(200), NotAPicture),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), PictureBroken),
        (b"\xff\xd8\xff\xe0" + bytes(40), PictureBroken),
        (bomb(60_000, 60_000), PictureTooLarge),
        (bomb(8_000, 8_000), PictureBroken),
    ],
    ids=["script", "page", "archive", "broken PNG", "broken JPEG", "bomb", "short of data"],
)
def test_what_is_no_whole_picture_ends_in_a_problem(
    tmp_path: Path, data: bytes, problem: type[PictureProblem]
) -> None:
    path = tmp_path / "holiday.png"
    path.write_bytes(data)
    with pytest.raises(problem) as caught:
        open_large(path)
    assert caught.value.name == "holiday.png"


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_truncated_file_is_not_taken_for_a_grey_one(kind: str) -> None:
    data = file_of(two_colours(300, 200), kind)
    with pytest.raises(PictureBroken):
        open_large(data[: len(data) * 2 // 3], "half")


def test_an_empty_or_missing_file_has_its_own_problem(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    with pytest.raises(PictureEmpty):
        open_large(tmp_path / "empty.png")
    with pytest.raises(PictureUnreadable):
        open_large(tmp_path / "gone.png")


def test_nothing_from_the_clipboard_is_a_problem_too() -> None:
    with pytest.raises(PictureBroken):
        open_large(QImage())


@pytest.mark.parametrize(("orientation", "corner"), [(1, "red"), (3, "blue"), (6, "blue")])
def test_a_photo_stands_upright(orientation: int, corner: str) -> None:
    jpeg = file_of(two_colours(), "jpeg")
    tiff = b"MM\0*" + struct.pack(">IHHHIHH", 8, 1, 0x0112, 3, 1, orientation, 0) + bytes(4)
    notes = b"Exif\0\0" + tiff
    data = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes + jpeg[2:]
    image = open_large(data).whole
    assert (image.width(), image.height()) == ((20, 40) if orientation == 6 else (40, 20))
    found = image.pixelColor(1, 1)
    assert (found.red() > 200) == (corner == "red")


def test_foreign_colours_are_turned_into_plain_ones() -> None:
    image = two_colours()
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    image.fill(QColor(200, 100, 100))
    levels = open_large(file_of(image))
    assert levels.whole.pixelColor(3, 3).red() > 205


@pytest.mark.parametrize(
    "form",
    [
        QImage.Format.Format_Grayscale8,
        QImage.Format.Format_Indexed8,
        QImage.Format.Format_RGBA64,
        QImage.Format.Format_ARGB32,
        QImage.Format.Format_Mono,
    ],
)
def test_pictures_of_every_depth_are_opened(form: QImage.Format) -> None:
    image = two_colours().convertToFormat(form)
    opened = open_large(file_of(image)).whole
    assert opened.size() == image.size()
    assert opened.depth() == 32
    for y in (0, 19):
        assert opened.pixelColor(5, y) == image.pixelColor(5, y)


def test_smaller_copies_look_like_the_picture() -> None:
    levels = levels_of(two_colours(2001, 1301))
    assert [image.width() for image in levels.images] == [2001, 1001, 501]
    for image in levels.images:
        assert image.pixelColor(3, 3) == QColor("red")
        assert image.pixelColor(image.width() - 1, image.height() - 1) == QColor("blue")
        assert image.pixelColor(5, image.height() // 2 + 2) == QColor("blue")


def test_the_smallest_copy_that_is_sharp_enough_is_drawn() -> None:
    levels = levels_of(two_colours(2000, 1300))
    assert levels.for_zoom(1.0).width() == 2000
    assert levels.for_zoom(0.6).width() == 2000
    assert levels.for_zoom(0.5).width() == 1000
    assert levels.for_zoom(0.01).width() == 500


def test_a_scaled_picture_is_smooth_and_complete() -> None:
    image = changed(two_colours(1000, 800), Scale(101, 81))
    assert (image.width(), image.height()) == (101, 81)
    assert image.pixelColor(0, 0) == QColor("red")
    assert image.pixelColor(100, 80) == QColor("blue")


def test_a_picture_cannot_be_made_larger_than_can_be_opened() -> None:
    with pytest.raises(PictureTooLarge):
        changed(two_colours(), Scale(16_000, 16_000))


def test_a_copy_can_be_drawn_on() -> None:
    image = two_colours()
    other = copied(image)
    assert other == image
    other.setPixelColor(0, 0, QColor("green"))
    assert image.pixelColor(0, 0) == QColor("red")


def test_a_written_picture_is_the_same_when_it_is_read() -> None:
    image = two_colours()
    assert open_large(as_png(image)).whole == image
