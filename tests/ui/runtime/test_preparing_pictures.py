"""Pictures made ready for a model: within its limits, upright, without notes, or refused."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QPainter

from gptdesk.domain import problems
from gptdesk.domain.catalogue import PictureLimits
from gptdesk.runtime import picture_reading
from gptdesk.runtime.pictures import prepare, prepared, thumbnail, whole

LIMITS = PictureLimits(longest_edge=1000)
pytestmark = pytest.mark.usefixtures("qapp")


def image(width: int, height: int, *, alpha: bool = False) -> QImage:
    """The left half red, the right half blue."""
    kind = QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    made = QImage(width, height, kind)
    made.fill(QColor("red"))
    painter = QPainter(made)
    painter.fillRect(width // 2, 0, width, height, QColor("blue"))
    painter.end()
    if alpha:
        made.setPixelColor(0, 0, QColor(0, 0, 0, 0))
    return made


def saved(folder: Path, name: str, made: QImage | None = None, **how) -> Path:
    path = folder / name
    assert (made or image(300, 200)).save(str(path), **how)
    return path


def seen(data: bytes) -> QImage:
    found = QImage.fromData(data)
    assert not found.isNull()
    return found


def exif_segment(orientation: int) -> bytes:
    """A camera's notes: the orientation, its maker, and a place."""
    entries = [
        struct.pack(">HHII", 0x010F, 2, 4, 0x53656372),
        struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0),
    ]
    body = b"MM\0*\0\0\0\x08" + struct.pack(">H", len(entries)) + b"".join(entries) + b"\0" * 4
    notes = b"Exif\0\0" + body + b"GPS 48.1371"
    return b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes


def with_exif(path: Path, orientation: int) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[:2] + exif_segment(orientation) + data[2:])
    return path


# Kept as it is, where it can be


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp"])
def test_a_picture_within_the_limits_keeps_its_pixels_and_its_name(tmp_path, suffix):
    path = saved(tmp_path, f"小票.{suffix}")
    found = prepare(path, LIMITS)
    assert (found.width, found.height, found.name) == (300, 200, path.name)
    assert seen(found.data) == QImage(str(path))
    assert found.media_type == {"jpg": "image/jpeg"}.get(suffix, f"image/{suffix}")


def test_a_jpeg_is_not_coded_a_second_time_only_because_of_its_notes(tmp_path):
    plain = saved(tmp_path, "a.jpg")
    noted = with_exif(saved(tmp_path, "b.jpg"), 1)
    assert prepare(noted, LIMITS).data == prepare(plain, LIMITS).data


# Notes


@pytest.mark.parametrize("orientation", [1, 6])
def test_no_exif_and_no_place_is_ever_sent(tmp_path, orientation):
    path = with_exif(saved(tmp_path, "a.jpg"), orientation)
    found = prepare(path, LIMITS).data
    assert b"GPS" in path.read_bytes()
    assert b"Exif" not in found
    assert b"GPS" not in found


@pytest.mark.parametrize("suffix", ["png", "jpg", "tiff", "webp"])
@pytest.mark.parametrize("edge", [1000, 100])
def test_no_comment_is_ever_sent(tmp_path, suffix, edge):
    made = image(300, 200)
    made.setText("Comment", "taken at home")
    path = saved(tmp_path, f"a.{suffix}", made)
    found = prepare(path, PictureLimits(longest_edge=edge))
    assert b"taken at home" not in found.data
    assert seen(found.data).textKeys() == []


def test_a_photo_taken_upright_arrives_upright(tmp_path):
    path = with_exif(saved(tmp_path, "a.jpg"), 6)  # to be turned right by a quarter
    found = prepare(path, LIMITS)
    assert (found.width, found.height) == (200, 300)
    turned = seen(found.data)
    assert turned.pixelColor(100, 20).red() > 200
    assert turned.pixelColor(100, 280).blue() > 200


def test_foreign_colours_become_plain_ones_and_their_profile_goes(tmp_path):
    made = image(300, 200)
    made.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    path = saved(tmp_path, "a.png", made)
    assert b"iCCP" in path.read_bytes()
    found = prepare(path, LIMITS)
    assert b"iCCP" not in found.data
    assert seen(found.data).pixelColor(10, 10) == QColor("red")


# Limits


def test_a_large_picture_is_made_smaller_and_keeps_its_shape(tmp_path):
    found = prepare(saved(tmp_path, "a.jpg", image(3000, 1500)), LIMITS)
    assert (found.width, found.height) == (1000, 500)
    assert found.media_type == "image/jpeg"


def test_what_is_heavier_than_the_limit_gets_lighter(tmp_path):
    noise = QImage(400, 400, QImage.Format.Format_RGB32)
    for x in range(400):
        for y in range(400):
            noise.setPixel(x, y, 0xFF000000 | (x * y * 2654435761) & 0xFFFFFF)
    path = saved(tmp_path, "noise.png", noise)
    found = prepare(path, PictureLimits(bytes=30_000))
    assert len(found.data) <= 30_000 < path.stat().st_size
    assert seen(found.data).width() == found.width


@pytest.mark.parametrize(
    ("suffix", "formats", "wanted"),
    [
        ("bmp", ("png", "jpeg"), "image/png"),
        ("tiff", ("png", "jpeg"), "image/jpeg"),
        ("webp", ("png", "jpeg"), "image/jpeg"),
        ("png", ("jpeg",), "image/jpeg"),
        ("jpg", ("png",), "image/png"),
    ],
)
def test_a_format_that_the_model_does_not_take_becomes_one_that_it_does(
    tmp_path, suffix, formats, wanted
):
    found = prepare(saved(tmp_path, f"a.{suffix}"), PictureLimits(formats=formats))
    assert found.media_type == wanted
    assert seen(found.data).size() == image(300, 200).size()


def test_what_can_be_seen_through_stays_so_where_the_format_can(tmp_path):
    path = saved(tmp_path, "a.png", image(300, 200, alpha=True))
    small = prepare(path, PictureLimits(longest_edge=100))
    assert seen(small.data).hasAlphaChannel()
    on_white = prepare(path, PictureLimits(formats=("jpeg",)))
    assert seen(on_white.data).pixelColor(0, 0).lightness() > 150


def test_a_picture_from_the_clipboard_has_no_name():
    found = prepare(image(1200, 600), LIMITS)
    assert (found.name, found.media_type, found.width) == ("", "image/png", 1000)


# Refused


SVG = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"


@pytest.mark.parametrize(
    "data", [SVG, b"<!doctype html><p>", b"PK\3\4rest", b"%PDF-1.7", b"just words"]
)
def test_what_only_calls_itself_a_picture_is_refused(tmp_path, data):
    path = tmp_path / "photo.png"
    path.write_bytes(data)
    with pytest.raises(problems.NotAPicture) as caught:
        prepare(path, LIMITS)
    assert caught.value.name == "photo.png"


def test_an_empty_file_a_folder_and_a_missing_file_each_have_their_reason(tmp_path):
    (tmp_path / "empty.png").touch()
    (tmp_path / "folder.png").mkdir()
    for name, kind in (
        ("empty.png", problems.PictureEmpty),
        ("folder.png", problems.NotAPicture),
        ("missing.png", problems.PictureUnreadable),
    ):
        with pytest.raises(kind):
            prepare(tmp_path / name, LIMITS)


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp"])
def test_a_picture_that_was_cut_off_is_refused(tmp_path, suffix):
    path = saved(tmp_path, f"a.{suffix}", image(500, 500))
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(problems.PictureBroken):
        prepare(path, LIMITS)


def test_a_format_that_this_computer_cannot_open_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(picture_reading, "can_open", lambda kind: False)
    path = tmp_path / "a.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    with pytest.raises(problems.PictureFormatUnknown) as caught:
        prepare(path, LIMITS)
    assert caught.value.format == "HEIC"


def test_a_small_file_that_unfolds_to_a_giant_is_refused_before_it_does(tmp_path, monkeypatch):
    path = saved(tmp_path, "bomb.png")
    data = bytearray(path.read_bytes())
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    data[29:33] = struct.pack(">I", zlib.crc32(bytes(data[12:29])))
    path.write_bytes(bytes(data))

    def unfolded(*_args):
        raise AssertionError("it was unfolded")

    monkeypatch.setattr(QImageReader, "read", unfolded)
    with pytest.raises(problems.PictureTooLarge):
        prepare(path, LIMITS)


def test_a_file_of_too_many_bytes_is_not_even_read(tmp_path, monkeypatch):
    path = saved(tmp_path, "a.png")
    monkeypatch.setattr(picture_reading, "LARGEST_FILE", 10)
    monkeypatch.setattr(Path, "read_bytes", lambda _self: pytest.fail("it was read"))
    with pytest.raises(problems.PictureTooLarge):
        prepare(path, LIMITS)


GIF = bytes.fromhex(
    "474946383961020002008000 00ff0000 0000ff 21f904000a000000 2c00000000020002000002028451 00"
    "21f904000a000000 2c00000000020002000002028c53 00 3b".replace(" ", "")
)


def test_of_an_animation_the_first_picture_is_sent_and_that_is_said(tmp_path):
    path = tmp_path / "dance.gif"
    path.write_bytes(GIF)
    found = prepare(path, LIMITS)
    assert found.is_first_frame
    assert (found.media_type, found.width) == ("image/png", 2)


# Away from the window's thread


def test_the_window_lives_on_while_a_photo_of_fifty_megapixels_is_prepared(core, qtbot, tmp_path):
    path = saved(tmp_path, "large.jpg", image(8660, 5774), quality=80)
    ticks = []
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    operation = core.call(prepared(path, PictureLimits()))
    found = []
    operation.events.connect(found.extend)
    with qtbot.waitSignal(operation.finished, timeout=60_000):
        pass
    timer.stop()
    assert (found[0].width, found[0].height) == (2048, 1365)
    assert len(ticks) > 3


def test_a_thumbnail_is_a_square_out_of_the_middle_and_rubbish_gives_none(core, qtbot, tmp_path):
    data = saved(tmp_path, "a.png", image(400, 100)).read_bytes()
    found = []
    for work in (thumbnail(data, 50), thumbnail(b"rubbish", 50), whole(data)):
        operation = core.call(work)
        operation.events.connect(found.extend)
        with qtbot.waitSignal(operation.finished):
            pass
    square, nothing, all_of_it = found
    assert (square.width(), square.height()) == (50, 50)
    assert square.pixelColor(2, 25).red() > 200 and square.pixelColor(47, 25).blue() > 200
    assert nothing.isNull()
    assert all_of_it.width() == 400
