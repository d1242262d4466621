"""Files as models want them: masks as painted, photos within the limits, nothing that acts."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from gptdesk.domain.image_options import FileRules
from gptdesk.domain.picture_files import Format, without_notes
from gptdesk.domain.problems import AnswerBroken, AttachmentMissing, MaskUnusable, PictureProblem
from gptdesk.runtime.image_fitting import fit, fit_mask, has_opening, look_at, shrink
from server.picturing import png

GPT = FileRules(16)
DALLE = FileRules(1, ("png",), 4_000_000, must_be_square=True)


def encoded(image: QImage, kind: str = "PNG", quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, quality)
    return bytes(buffer.data().data())


def noise(wide: int, high: int) -> QImage:
    data = random.Random(3).randbytes(wide * high * 4)
    return QImage(data, wide, high, wide * 4, QImage.Format.Format_RGB32).copy()


def painted(wide: int, high: int) -> QImage:
    """A mask in which every pixel was painted, half painted or left, by chance."""
    luck = random.Random(wide * high)
    mask = QImage(wide, high, QImage.Format.Format_ARGB32)
    for y in range(high):
        for x in range(wide):
            mask.setPixelColor(x, y, QColor(9, 8, 7, luck.choice((0, 0, 255, 255, 128))))
    return mask


@pytest.mark.parametrize("size", [(33, 17), (1, 1), (64, 48), (7, 101)])
def test_what_was_painted_is_what_is_transparent_in_the_upload(size):
    mask = painted(*size)
    mask.setPixelColor(0, 0, QColor(0, 0, 0, 0))
    data = encoded(mask)
    sent = fit_mask(data, QSize(*size), GPT)
    assert sent.data == data and sent.media_type == "image/png"
    arrived = QImage.fromData(sent.data)
    for y in range(size[1]):
        for x in range(size[0]):
            assert arrived.pixelColor(x, y).alpha() == mask.pixelColor(x, y).alpha()


def test_a_mask_follows_a_picture_that_had_to_be_made_smaller():
    mask = QImage(40, 20, QImage.Format.Format_ARGB32)
    mask.fill(QColor(0, 0, 0, 255))
    for x in range(20):
        for y in range(20):
            mask.setPixelColor(x, y, QColor(0, 0, 0, 0))
    sent = QImage.fromData(fit_mask(encoded(mask), QSize(20, 10), GPT).data)
    assert (sent.width(), sent.height()) == (20, 10)
    alphas = [sent.pixelColor(x, 5).alpha() for x in range(20)]
    assert alphas == [0] * 10 + [255] * 10


def test_a_mask_of_too_many_bytes_loses_its_colours_and_nothing_else():
    mask = noise(300, 300).convertToFormat(QImage.Format.Format_ARGB32)
    for x in range(150):
        mask.setPixelColor(x, 10, QColor(0, 0, 0, 0))
    data = encoded(mask)
    rules = FileRules(1, mask_bytes_max=10_000)
    sent = fit_mask(data, QSize(300, 300), rules)
    assert len(sent.data) < 10_000
    arrived = QImage.fromData(sent.data)
    assert [arrived.pixelColor(x, 10).alpha() for x in (0, 149, 150)] == [0, 0, 255]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png(8, 8, (0, 0, 0, 255)), "empty"),
        (png(8, 8, (0, 0, 0)), "no-alpha"),
        (b"nonsense", "no-alpha"),
        (png(8, 8, (0, 0, 0, 1)), "empty"),
    ],
)
def test_a_mask_that_opens_nothing_is_refused(data, reason):
    with pytest.raises(MaskUnusable) as caught:
        fit_mask(data, QSize(8, 8), GPT)
    assert caught.value.reason == reason


@pytest.mark.parametrize("wide", [1, 3, 4, 5, 127])
def test_the_rest_of_a_line_in_memory_is_no_opening(wide):
    solid = QImage(wide, 3, QImage.Format.Format_ARGB32)
    solid.fill(QColor(1, 2, 3, 255))
    assert not has_opening(solid)
    solid.setPixelColor(wide - 1, 2, QColor(0, 0, 0, 0))
    assert has_opening(solid)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_file_that_fits_goes_out_byte_for_byte(kind):
    data = without_notes(encoded(noise(60, 40), kind), Format(kind.lower()))
    sent = fit(data, GPT, "x")
    assert sent.data == data
    assert (sent.width, sent.height, sent.media_type) == (60, 40, f"image/{kind.lower()}")


def test_what_a_camera_noted_does_not_go_out_and_the_picture_stands_upright():
    plain = encoded(noise(60, 40), "JPEG", 95)
    turned = 6  # EXIF: the camera was held upright
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes([turned]) + bytes(6)
    data = plain[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + plain[2:]
    sent = fit(data, GPT, "x")
    assert (sent.width, sent.height) == (40, 60) and b"Exif" not in sent.data
    note = b"\xff\xfe\0\x08secret"
    sent = fit(plain[:2] + note + plain[2:], GPT, "x")
    assert sent.data == plain


def test_another_kind_of_file_is_written_anew():
    data = encoded(noise(60, 40), "BMP")
    assert fit(data, GPT, "x").media_type == "image/png"


def test_dall_e_style_gets_a_png_with_alpha_below_its_limit():
    data = encoded(noise(1500, 1500), "JPEG", 95)
    sent = fit(data, DALLE, "x")
    arrived = QImage.fromData(sent.data)
    assert len(sent.data) < 4_000_000 and sent.media_type == "image/png"
    assert arrived.hasAlphaChannel() and arrived.width() == arrived.height() == sent.width


@pytest.mark.parametrize("data", [b"", b"nonsense", png(8, 8)[:40], b"<svg onload='x'/>"])
def test_what_is_no_picture_is_said(data):
    with pytest.raises(PictureProblem):
        fit(data, GPT, "x.png")


def test_what_arrives_is_told_by_its_bytes():
    found = look_at(encoded(noise(30, 20), "JPEG"))
    assert (found.media_type, found.width, found.height) == ("image/jpeg", 30, 20)


@pytest.mark.parametrize("data", [b"", b"no picture", png(64, 64)[:60], b"%PDF-1.7"])
def test_what_arrives_and_is_no_picture_is_broken(data):
    with pytest.raises(AnswerBroken):
        look_at(data)


DRAWING = (
    b'<?xml version="1.0"?>\n<!-- made -->\n<svg xmlns="http://www.w3.org/2000/svg" width="40"'
    b' height="20" onload="go()"><script>alert(1)</script><script href="x"/>'
    b'<image href="file:///etc/passwd"/><image xlink:href="data:image/png;base64,AA"/>'
    b'<rect width="40" height="20" fill="url(http://tracker/x)" style="fill:url(#a)"/>'
    b"<foreignObject><b>x</b></foreignObject></svg>"
)


def test_a_drawing_keeps_only_what_draws():
    found = look_at(DRAWING)
    assert (found.media_type, found.width, found.height) == ("image/svg+xml", 40, 20)
    for gone in (b"script", b"onload", b"file:", b"tracker", b"foreignObject", b"alert"):
        assert gone not in found.data
    for kept in (b"data:image/png", b"url(#a)", b"<rect"):
        assert kept in found.data


def test_a_drawing_that_could_unfold_without_end_is_refused():
    bomb = b'<svg xmlns="x"><!DOCTYPE a [<!ENTITY b "c">]></svg>'
    with pytest.raises(AnswerBroken):
        look_at(bomb)


def test_the_view_box_tells_the_size_of_a_drawing():
    assert look_at(b'<svg viewBox="0 0 300 150"></svg>').width == 300


def test_small_pictures_keep_their_shape_and_what_shows_through():
    small = QImage.fromData(shrink(png(400, 200, (1, 2, 3, 100)), 100))
    assert (small.width(), small.height()) == (100, 50) and small.hasAlphaChannel()
    solid = shrink(png(400, 200, (1, 2, 3, 255)), 100)
    assert solid[:3] == b"\xff\xd8\xff"
    assert QImage.fromData(shrink(png(10, 10), 100)).width() == 10


def test_a_drawing_has_a_small_picture_too(qapp):
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40"'
        b' height="20" fill="#ff0000"/></svg>'
    )
    small = QImage.fromData(shrink(svg, 80))
    assert (small.width(), small.height()) == (80, 40)
    assert small.pixelColor(40, 20).red() > 240


def test_a_small_picture_of_nothing_is_missing():
    with pytest.raises(AttachmentMissing):
        shrink(b"nothing", 80)
