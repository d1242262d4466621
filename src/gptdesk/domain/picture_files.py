"""What kind of picture some bytes are, and how to take out what cameras and programs noted in it.

The parts that hold the picture itself stay as they are, byte for byte. Colour profiles go as well:
they name screens and cameras; whoever needs one turns the colours into sRGB first.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum


class Format(StrEnum):
    """The pictures that can be recognised by their first bytes; the values are Qt's names."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    GIF = "gif"
    BMP = "bmp"
    TIFF = "tiff"
    HEIC = "heic"
    AVIF = "avif"


class Damaged(Exception):
    """The file ends too early, or its parts do not fit together."""


PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"cICP"}
)
"""No text, time, EXIF or size on paper; no second frame of an animation; no named profile."""

HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})
AVIF_BRANDS = frozenset({b"avif", b"avis"})

JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
JPEG_SCAN, JPEG_END, JPEG_COMMENT, JPEG_ADOBE = 0xDA, 0xD9, 0xFE, 0xEE

WEBP_KEPT = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
WEBP_NOTES = 0x20 | 0x08 | 0x04 | 0x02
"""The flags that promise a profile, EXIF, XMP and an animation."""


def format_of(start: bytes) -> Format | None:
    """By its first bytes, whatever its name says; None if it is no picture that is known here."""
    if start.startswith(b"\x89PNG"):
        return Format.PNG
    if start.startswith(b"\xff\xd8\xff"):
        return Format.JPEG
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return Format.WEBP
    if start[:6] in (b"GIF87a", b"GIF89a"):
        return Format.GIF
    if start[:4] in (b"II*\0", b"MM\0*"):
        return Format.TIFF
    if start[:2] == b"BM" and start[6:10] == b"\0\0\0\0":
        return Format.BMP
    if start[4:8] == b"ftyp":
        return _of_container(start[8:12])
    return None


def _of_container(brand: bytes) -> Format | None:
    if brand in AVIF_BRANDS:
        return Format.AVIF
    return Format.HEIC if brand in HEIC_BRANDS else None


def without_notes(data: bytes, kind: Format) -> bytes:
    """The picture without EXIF, place, comments and anything behind its end; raises Damaged."""
    match kind:
        case Format.PNG:
            return PNG_START + b"".join(c for name, c in png_chunks(data) if name in PNG_KEPT)
        case Format.JPEG:
            return b"\xff\xd8" + b"".join(_jpeg_parts(data))
        case Format.WEBP:
            return _webp_without_notes(data)
        case _:
            raise ValueError(kind)


def is_animated(data: bytes, kind: Format) -> bool:
    """Whether there is more than one frame; raises Damaged. Of GIF, Qt knows it."""
    if kind is Format.PNG:
        return any(name == b"acTL" for name, _ in png_chunks(data))
    if kind is Format.WEBP:
        return any(name == b"ANIM" for name, _ in webp_chunks(data))
    return False


def png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and whole bytes of each chunk, up to the end of the picture."""
    if not data.startswith(PNG_START):
        raise Damaged
    at, name = len(PNG_START), b""
    while name != b"IEND":
        length = int.from_bytes(data[at : at + 4], "big")
        name, end = data[at + 4 : at + 8], at + 12 + length
        if len(name) < 4 or end > len(data):
            raise Damaged
        yield name, data[at:end]
        at = end


def webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and contents of each chunk."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise Damaged
    at = 12
    while at + 8 <= end:
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise Damaged
        yield name, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _webp_without_notes(data: bytes) -> bytes:
    body = b"WEBP"
    for name, contents in webp_chunks(data):
        if name == b"VP8X":
            contents = bytes([contents[0] & ~WEBP_NOTES & 0xFF]) + contents[1:]
        if name in WEBP_KEPT:
            padding = b"\0" * (len(contents) % 2)
            body += name + len(contents).to_bytes(4, "little") + contents + padding
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _jpeg_parts(data: bytes) -> Iterator[bytes]:
    """The segments that are kept, with the scans that follow them."""
    at = 2
    while True:
        marker, at = _jpeg_marker(data, at)
        if marker == JPEG_END:
            yield b"\xff\xd9"
            return
        if marker in JPEG_ALONE:
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        if end < at + 2 or end > len(data):
            raise Damaged
        if marker == JPEG_SCAN:
            end = _end_of_scan(data, end)
        if _is_jpeg_kept(marker):
            yield bytes([0xFF, marker]) + data[at:end]
        at = end


def _jpeg_marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker here and where it ends; any number of fill bytes may stand before it."""
    if data[at : at + 1] != b"\xff":
        raise Damaged
    while data[at : at + 1] == b"\xff":
        at += 1
    if at >= len(data):
        raise Damaged
    return data[at], at + 1


def _is_jpeg_kept(marker: int) -> bool:
    """Comments and notes of applications go, but for how the colours are coded."""
    return marker != JPEG_COMMENT and (marker == JPEG_ADOBE or not 0xE1 <= marker <= 0xEF)


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker stands that is no part of the coded picture."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise Damaged
        following = data[at + 1]
        if following != 0 and following != 0xFF and not 0xD0 <= following <= 0xD7:
            return at
        at += 1 if following == 0xFF else 2
