"""What can be taken back, in a bounded amount of memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from gptdesk.domain.mask import Kept, Key, Mask, MaskChange, Snapshot, pack, unpack, weight_of
from gptdesk.domain.picture_steps import Step
from gptdesk.ui.images.canvas.marks import Mark

MOST_BYTES = 64 << 20
"""Compressed; a stroke takes a few hundred bytes for each tile that it touches."""


@dataclass(frozen=True, slots=True)
class Painted:
    """The mask was different."""

    change: MaskChange

    @property
    def weight(self) -> int:
        return self.change.weight


@dataclass(frozen=True, slots=True)
class Marked:
    """There were other notes on the picture."""

    marks: tuple[Mark, ...]

    @property
    def weight(self) -> int:
        return sum(mark.weight for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Reshaped:
    """The picture had another shape; it is made again from the original by `steps`."""

    steps: tuple[Step, ...]
    mask: PackedMask
    marks: tuple[Mark, ...]

    @property
    def weight(self) -> int:
        return self.mask.weight + sum(mark.weight for mark in self.marks)


Entry: TypeAlias = Painted | Marked | Reshaped


@dataclass(frozen=True, slots=True)
class PackedMask:
    """A whole mask, put away."""

    width: int
    height: int
    tiles: tuple[tuple[Key, Kept], ...]

    @classmethod
    def of(cls, snapshot: Snapshot) -> PackedMask:
        tiles = tuple((key, pack(tile)) for key, tile in snapshot.tiles.items())
        return cls(snapshot.width, snapshot.height, tiles)

    @property
    def weight(self) -> int:
        return sum(weight_of(tile) for _key, tile in self.tiles)

    def mask(self) -> Mask:
        tiles = {key: unpack(tile) for key, tile in self.tiles}
        return Mask.of(Snapshot(self.width, self.height, tiles))


class History:
    """Steps back and forward. Only beyond the limit of memory are the oldest forgotten."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._back: list[Entry] = []
        self._forth: list[Entry] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        return bool(self._forth)

    @property
    def weight(self) -> int:
        return sum(entry.weight for entry in (*self._back, *self._forth))

    def add(self, entry: Entry) -> None:
        """Something new was done; what had been taken back cannot be done again."""
        self._forth.clear()
        self._back.append(entry)
        while len(self._back) > 1 and self.weight - entry.weight > self._most:
            del self._back[0]  # the newest is not compressed yet

    def take_back(self) -> Entry:
        return self._back.pop()

    def take_forth(self) -> Entry:
        return self._forth.pop()

    def put_back(self, entry: Entry) -> None:
        self._back.append(entry)

    def put_forth(self, entry: Entry) -> None:
        self._forth.append(entry)

    def clear(self) -> None:
        self._back.clear()
        self._forth.clear()
