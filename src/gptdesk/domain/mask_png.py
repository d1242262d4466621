"""The file that an image service asks for: transparent exactly where something was painted.

Written row by row, so that a mask for 50 megapixels needs no 200 MB for its colours.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from operator import itemgetter
from struct import pack

from gptdesk.domain.mask import OPPOSITE, Snapshot
from gptdesk.domain.picture_files import PNG_START

WHITE = b"\xff\xff\xff\xff"
RGBA = 6
SAME_AS_ABOVE = b"\x02"


def mask_png(mask: Snapshot, size: tuple[int, int] | None = None) -> bytes:
    """A PNG with red, green, blue and alpha; alpha is 0 where the mask is 255.

    `size` is that of the picture that is sent along, if it is not the painted one's; then each
    pixel takes what lies under its middle.
    """
    width, height = size or (mask.width, mask.height)
    header = pack(">IIBBBBB", width, height, 8, RGBA, 0, 0, 0)
    parts = [PNG_START, _chunk(b"IHDR", header)]
    parts += (_chunk(b"IDAT", data) for data in _compressed(_rows(mask, width, height), width))
    return b"".join((*parts, _chunk(b"IEND", b"")))


def _rows(mask: Snapshot, width: int, height: int) -> Iterator[bytes]:
    """The opacity of each row."""
    pick = _picker(mask.width, width)
    before, last = -1, b""
    for y in range(height):
        source = (2 * y + 1) * mask.height // (2 * height)
        if source != before:
            row = mask.row(source)
            last = (row if pick is None else bytes(pick(row)[:width])).translate(OPPOSITE)
            before = source
        yield last


def _picker(source: int, width: int) -> itemgetter[tuple[int, ...]] | None:
    """Takes one row to another width; it needs two columns to give more than one."""
    if width == source:
        return None
    columns = [(2 * x + 1) * source // (2 * width) for x in range(width)]
    return itemgetter(*columns, columns[-1])


def _compressed(rows: Iterator[bytes], width: int) -> Iterator[bytes]:
    packer = zlib.compressobj(6)
    line = bytearray(WHITE * width)
    plain, same = b"\0", SAME_AS_ABOVE + bytes(4 * width)
    before: bytes | None = None
    for row in rows:
        if row == before:
            data = packer.compress(same)
        else:
            line[3::4] = before = row
            data = packer.compress(plain + line)
        if data:
            yield data
    yield packer.flush()


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))
