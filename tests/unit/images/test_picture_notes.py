"""Words inside picture files: readable by others, and the picture itself untouched."""

from __future__ import annotations

import pytest

from gptdesk.domain.picture_files import Damaged, Format, png_chunks, without_notes
from gptdesk.domain.picture_notes import XMP_NAME, notes_of, with_notes
from server.picturing import png

JPEG = b"\xff\xd8\xff\xdb\x00\x04\x00\x01\xff\xda\x00\x02\x11\x22\xff\xd9"
LOSSY = b"VP8 " + (10).to_bytes(4, "little") + b"\0\0\0\x9d\x01\x2a\x40\x00\x30\x00"
NOTES = {"Description": "一只狐狸 <fox> & more", "Software": "gptdesk", "Settings": "size=1x1"}


def webp(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def test_a_png_holds_every_word_and_every_pixel():
    data = png(9, 7)
    noted = with_notes(data, Format.PNG, NOTES)
    assert notes_of(noted) == NOTES
    assert without_notes(noted, Format.PNG) == data
    assert [name for name, _chunk in png_chunks(noted)][-1] == b"IEND"


def test_a_jpeg_holds_them_as_xmp_and_keeps_its_scan():
    noted = with_notes(JPEG, Format.JPEG, NOTES)
    assert noted[:4] == b"\xff\xd8\xff\xe1"
    assert XMP_NAME in noted
    assert "一只狐狸 &lt;fox&gt; &amp; more".encode() in noted
    assert noted.endswith(JPEG[2:])
    assert without_notes(noted, Format.JPEG) == JPEG


def test_a_description_too_long_for_a_jpeg_is_shortened():
    noted = with_notes(JPEG, Format.JPEG, {"Description": "狐" * 40_000})
    assert without_notes(noted, Format.JPEG) == JPEG
    assert len(noted) < 65_600


def test_a_short_webp_becomes_the_long_form_of_the_same_size():
    noted = with_notes(webp(LOSSY), Format.WEBP, NOTES)
    assert noted[12:16] == b"VP8X"
    assert noted[20] & 0x04
    assert int.from_bytes(noted[24:27], "little") + 1 == 64
    assert int.from_bytes(noted[27:30], "little") + 1 == 48
    assert LOSSY in noted
    assert b"XMP " in noted
    assert int.from_bytes(noted[4:8], "little") == len(noted) - 8


def test_without_words_nothing_is_touched():
    data = png(3, 3)
    assert with_notes(data, Format.PNG, {}) is data
    assert with_notes(data, Format.PNG, {"Description": ""}) is data
    assert with_notes(b"GIF89a", Format.GIF, NOTES) == b"GIF89a"


@pytest.mark.parametrize("kind", [Format.PNG, Format.JPEG, Format.WEBP])
def test_a_broken_file_is_not_made_worse(kind):
    with pytest.raises(Damaged):
        with_notes(b"RIFF\x20\0\0\0WEBP", kind, NOTES)
