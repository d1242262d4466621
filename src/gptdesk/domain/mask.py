"""What is painted over a picture: one byte for each pixel, kept in square tiles.

Empty tiles take no memory, and full ones share theirs. What a stroke changes is known tile by tile,
so that it can be taken back, and a sealed tile is never written again, so that another thread may
read a snapshot while somebody goes on painting.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import TypeAlias

from gptdesk.domain.mask_shapes import FULL, Point, Span

SIDE = 256
"""The side of a tile in pixels."""
BITS = 8
AREA = SIDE * SIDE
Key: TypeAlias = tuple[int, int]
"""Column and row of a tile."""

EMPTY_TILE = bytes(AREA)
FULL_TILE = b"\xff" * AREA
OVERHEAD = 150
OPPOSITE = bytes(range(255, -1, -1))
AT_LEAST = [bytes(max(value, least) for value in range(256)) for least in range(256)]
AT_MOST = [bytes(min(value, most) for value in range(256)) for most in range(256)]


@dataclass(frozen=True, slots=True)
class PackedTile:
    """A compressed tile."""

    data: bytes


Kept: TypeAlias = bytes | PackedTile | None
"""A tile that is put away: as it is, compressed, or None for an empty one."""


@dataclass(frozen=True, slots=True)
class MaskChange:
    """How the tiles were that a change has touched."""

    tiles: dict[Key, Kept]

    @property
    def weight(self) -> int:
        """How many bytes of memory it takes."""
        return sum(weight_of(tile) for tile in self.tiles.values())

    def packing(self) -> Iterator[None]:
        """Compress one tile at each step: all of them at once may take too long."""
        for key, tile in tuple(self.tiles.items()):
            self.tiles[key] = pack(tile)
            yield


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A mask at one moment, for reading in any thread."""

    width: int
    height: int
    tiles: Mapping[Key, bytes]

    def row(self, y: int) -> bytes:
        """One row of the picture's width: 0 is untouched, 255 is painted."""
        start = (y % SIDE) * SIDE
        blank = bytes(SIDE)
        columns = range((self.width + SIDE - 1) // SIDE)
        tiles = (self.tiles.get((column, y // SIDE)) for column in columns)
        parts = (blank if tile is None else tile[start : start + SIDE] for tile in tiles)
        return b"".join(parts)[: self.width]


class Mask:
    """Changes happen between `begin` and `finish`; what is finished can be put back."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._tiles: dict[Key, bytes] = {}
        self._open: dict[Key, bytearray] = {}
        self._before: dict[Key, bytes | None] = {}
        self._counts: dict[Key, int] = {}

    @classmethod
    def of(cls, snapshot: Snapshot) -> Mask:
        mask = cls(snapshot.width, snapshot.height)
        for key, tile in snapshot.tiles.items():
            mask._put(key, tile)
        return mask

    @property
    def is_empty(self) -> bool:
        return not self._tiles and not self._open

    @property
    def painted(self) -> float:
        """The part of the picture that is painted at all, from 0 to 1."""
        return sum(self._counts.values()) / (self.width * self.height)

    def tile(self, key: Key) -> bytes | bytearray | None:
        """As it is now, in the midst of a stroke too; None if nothing is painted there."""
        return self._open.get(key) or self._tiles.get(key)

    def keys(self) -> Iterator[Key]:
        for row in range((self.height + SIDE - 1) // SIDE):
            for column in range((self.width + SIDE - 1) // SIDE):
                yield column, row

    def snapshot(self) -> Snapshot:
        """What is finished."""
        return Snapshot(self.width, self.height, dict(self._tiles))

    # Changing

    def cover(self, spans: Iterable[Span], *, erase: bool = False) -> None:
        """Paint or rub out; strokes over each other do not add up."""
        for row, first, after, strength in spans:
            if 0 <= row < self.height:
                self._cover(row, max(0, first), min(self.width, after), strength, erase)

    def fill(self, start: Point, end: Point) -> Iterator[Key]:
        """Paint a rectangle, tile by tile; those that lie wholly inside need no painting."""
        left, right = (self._edge(side, self.width) for side in sorted((start[0], end[0])))
        top, bottom = (self._edge(side, self.height) for side in sorted((start[1], end[1])))
        if left >= right:
            return
        for row in range(top >> BITS, (bottom + SIDE - 1) >> BITS):
            rows = range(max(top, row << BITS), min(bottom, (row + 1) << BITS))
            for column in range(left >> BITS, (right + SIDE - 1) >> BITS):
                first, after = max(left, column << BITS), min(right, (column + 1) << BITS)
                if len(rows) == after - first == SIDE:
                    self._replace((column, row), FULL_TILE)
                else:
                    for y in rows:
                        self._cover(y, first, after, FULL, False)
                yield column, row

    @staticmethod
    def _edge(side: float, most: int) -> int:
        """The first pixel whose middle is not before this."""
        return min(most, max(0, ceil(side - 0.5)))

    def invert(self) -> None:
        for key in self.keys():
            self.invert_tile(key)

    def invert_tile(self, key: Key) -> None:
        old = self._tiles.get(key, EMPTY_TILE)
        new = FULL_TILE if old == EMPTY_TILE else bytes(old.translate(OPPOSITE))
        self._replace(key, self._without_outside(key, new))

    def clear(self) -> None:
        for key in tuple(self._tiles):
            self._replace(key, EMPTY_TILE)

    def finish(self) -> MaskChange | None:
        """Seal what was painted since the last time; None if nothing is different."""
        for key, tile in self._open.items():
            self._put(key, bytes(tile))
        changed = {key: old for key, old in self._before.items() if old != self._tiles.get(key)}
        self._open.clear()
        self._before.clear()
        return MaskChange(dict(changed)) if changed else None

    def put_back(self, change: MaskChange) -> MaskChange:
        """Make it as it was; returns the way forward again."""
        now: dict[Key, Kept] = {}
        for key, kept in change.tiles.items():
            now[key] = self._tiles.get(key)
            self._put(key, unpack(kept))
        return MaskChange(now)

    def abandon(self) -> None:
        """Forget what was painted since the last `finish`."""
        for key, old in self._before.items():
            self._put(key, EMPTY_TILE if old is None else old)
        self._open.clear()
        self._before.clear()

    def _cover(self, row: int, first: int, after: int, strength: int, erase: bool) -> None:
        line = (row & (SIDE - 1)) << BITS
        while first < after:
            column = first >> BITS
            stop = min(after, (column + 1) << BITS)
            tile = self._writable((column, row >> BITS), erase)
            if tile is not None:
                start = line + (first & (SIDE - 1))
                end = start + stop - first
                if strength == FULL:
                    tile[start:end] = (EMPTY_TILE if erase else FULL_TILE)[: stop - first]
                elif erase:
                    tile[start:end] = tile[start:end].translate(AT_MOST[FULL - strength])
                else:
                    tile[start:end] = tile[start:end].translate(AT_LEAST[strength])
            first = stop

    def _writable(self, key: Key, erase: bool) -> bytearray | None:
        """None if there is nothing to be done in it."""
        tile = self._open.get(key)
        if tile is not None:
            return tile
        old = self._tiles.get(key)
        if old is (None if erase else FULL_TILE):
            return None
        self._before.setdefault(key, old)
        tile = self._open[key] = bytearray(EMPTY_TILE if old is None else old)
        return tile

    def _replace(self, key: Key, tile: bytes) -> None:
        self._before.setdefault(key, self._tiles.get(key))
        self._open.pop(key, None)
        self._put(key, tile)

    def _put(self, key: Key, tile: bytes) -> None:
        if tile == EMPTY_TILE:
            self._tiles.pop(key, None)
            self._counts.pop(key, None)
            return
        tile = FULL_TILE if tile == FULL_TILE else tile
        self._tiles[key] = tile
        self._counts[key] = AREA - tile.count(0)

    def _without_outside(self, key: Key, tile: bytes) -> bytes:
        """Nothing is painted beyond the edges of the picture."""
        column, row = key
        width = min(SIDE, self.width - column * SIDE)
        height = min(SIDE, self.height - row * SIDE)
        if width == height == SIDE:
            return tile
        blank = bytes(SIDE - width)
        rows = (tile[y * SIDE : y * SIDE + width] + blank for y in range(height))
        return b"".join(rows).ljust(AREA, b"\0")


def pack(tile: Kept) -> Kept:
    """Compressed, if that saves anything."""
    if tile is None or tile is FULL_TILE or isinstance(tile, PackedTile):
        return tile
    return PackedTile(zlib.compress(tile, 1))


def unpack(tile: Kept) -> bytes:
    if tile is None:
        return EMPTY_TILE
    return zlib.decompress(tile.data) if isinstance(tile, PackedTile) else tile


def weight_of(tile: Kept) -> int:
    """Bytes of memory; full tiles are all the same one."""
    if isinstance(tile, PackedTile):
        return len(tile.data) + OVERHEAD
    return OVERHEAD if tile is None or tile is FULL_TILE else AREA + OVERHEAD
