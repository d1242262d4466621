"""Recognising pictures by their bytes, and taking out what cameras and programs noted."""

from __future__ import annotations

import struct
import zlib

import pytest

from gptdesk.domain.picture_files import (
    PNG_START,
    Damaged,
    Format,
    format_of,
    is_animated,
    without_notes,
)

SECRET = b"GPS 48.1371 N 11.5754 E"


def chunk(name: bytes, contents: bytes) -> bytes:
    check = zlib.crc32(name + contents)
    return struct.pack(">I", len(contents)) + name + contents + struct.pack(">I", check)


HEADER = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
PIXELS = chunk(b"IDAT", zlib.compress(b"\0\1\2\3"))
END = chunk(b"IEND", b"")
PLAIN_PNG = PNG_START + HEADER + PIXELS + END


def segment(marker: int, contents: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(contents) + 2) + contents


TABLES = segment(0xDB, b"\0" + bytes(range(64)))
ADOBE = segment(0xEE, b"Adobe\0d\0\0\0\0\1")
SCAN = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\0\x34\xff\xd0\x56"
JFIF = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
PLAIN_JPEG = b"\xff\xd8" + JFIF + TABLES + ADOBE + SCAN + b"\xff\xd9"


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(c)) + c + b"\0" * (len(c) % 2) for name, c in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("start", "found"),
    [
        (PLAIN_PNG, Format.PNG),
        (PLAIN_JPEG, Format.JPEG),
        (b"RIFF\0\0\0\0WEBPVP8 ", Format.WEBP),
        (b"GIF89a\1\0", Format.GIF),
        (b"BM\x10\0\0\0\0\0\0\0\x36", Format.BMP),
        (b"II*\0\x08\0", Format.TIFF),
        (b"\0\0\0\x18ftypheic\0\0", Format.HEIC),
        (b"\0\0\0\x18ftypavif\0\0", Format.AVIF),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"<!doctype html>", None),
        (b"PK\3\4", None),
        (b"%PDF-1.7", None),
        (b"RIFF\0\0\0\0WAVE", None),
        (b"\0\0\0\x18ftypmp42", None),
        (b"", None),
    ],
)
def test_a_picture_is_known_by_its_bytes_and_not_by_its_name(start, found):
    assert format_of(start) is found


def test_a_png_loses_texts_exif_profile_and_what_stands_behind_its_end():
    noted = b"".join(
        chunk(name, SECRET) for name in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", b"iCCP", b"tIME")
    )
    data = PNG_START + HEADER + noted + PIXELS + END + SECRET
    assert without_notes(data, Format.PNG) == PLAIN_PNG


def test_of_an_animated_png_the_first_picture_is_left():
    data = PNG_START + HEADER + chunk(b"acTL", b"\0" * 8) + PIXELS + chunk(b"fdAT", b"1") + END
    assert is_animated(data, Format.PNG)
    assert not is_animated(PLAIN_PNG, Format.PNG)
    assert without_notes(data, Format.PNG) == PLAIN_PNG


def test_a_jpeg_loses_exif_comments_and_profiles_but_not_how_its_colours_are_coded():
    noted = segment(0xE1, b"Exif\0\0" + SECRET) + segment(0xFE, SECRET) + segment(0xED, SECRET)
    profile = segment(0xE2, b"ICC_PROFILE\0\1\1" + SECRET)
    data = b"\xff\xd8" + JFIF + noted + profile + TABLES + ADOBE + SCAN + b"\xff\xd9" + SECRET
    assert without_notes(data, Format.JPEG) == PLAIN_JPEG


def test_a_jpeg_of_several_scans_and_with_fill_bytes_is_kept_whole():
    data = b"\xff\xd8\xff" + TABLES + SCAN + segment(0xC4, b"\0" * 17) + SCAN + b"\xff\xd9"
    found = without_notes(data, Format.JPEG)
    assert found.count(b"\x12\xff\0\x34\xff\xd0\x56") == 2
    assert found.endswith(b"\xff\xd9")


def test_a_webp_loses_exif_and_xmp_and_no_longer_promises_them():
    extended = b"\x3f\0\0\0" + b"\0" * 6
    data = riff((b"VP8X", extended), (b"VP8 ", b"pix"), (b"EXIF", SECRET), (b"XMP ", SECRET))
    found = without_notes(data, Format.WEBP)
    assert SECRET not in found
    assert found == riff((b"VP8X", b"\x11" + extended[1:]), (b"VP8 ", b"pix"))
    assert is_animated(riff((b"VP8X", extended), (b"ANIM", b"\0" * 6)), Format.WEBP)


@pytest.mark.parametrize(
    ("data", "kind"), [(PLAIN_PNG, Format.PNG), (PLAIN_JPEG, Format.JPEG)], ids=["png", "jpeg"]
)
def test_a_file_that_ends_too_early_is_damaged_wherever_it_ends(data, kind):
    for length in range(3, len(data) - 1):
        with pytest.raises(Damaged):
            without_notes(data[:length], kind)


def test_a_webp_that_ends_too_early_is_damaged():
    data = riff((b"VP8 ", b"pixels"))
    for length in range(12, len(data)):
        with pytest.raises(Damaged):
            without_notes(data[:length], Format.WEBP)
