"""A recording on its way to pieces: read once, evened if wanted, cut at silences, put on disk."""

from __future__ import annotations

import asyncio
import math
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from gptdesk.domain.evening import evened
from gptdesk.domain.sound import SAMPLE_BYTES, SPEECH_RATE
from gptdesk.domain.sound_cutting import Cutter
from gptdesk.domain.sound_ports import SoundReader
from gptdesk.domain.transcription import Piece, PieceState, TranscriptionJob
from gptdesk.domain.transcription_ports import PieceShelf
from gptdesk.domain.voice import FRAME_BYTES, levels

SECOND = SPEECH_RATE * SAMPLE_BYTES


def name_of(piece: Piece) -> str:
    """What the file of a piece is called."""
    return f"{piece.position:05}"


@dataclass(frozen=True, slots=True)
class Cut:
    """So much was read, and these pieces are new."""

    seconds: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece with its sound, and how loud it is where that is known."""

    piece: Piece
    samples: bytes
    loudness: bytes = b""


class Slicer:
    """Takes samples as they are read and gives pieces with theirs.

    No more is kept than the longest piece. `begin` is the second where the samples begin.
    """

    def __init__(self, cutter: Cutter, begin: float = 0.0) -> None:
        self._cutter = cutter
        self._kept = bytearray()
        self._kept_from = self._at = round(begin * SPEECH_RATE) * SAMPLE_BYTES
        self._unseen = bytearray()
        self._loudness = bytearray()

    @property
    def seconds(self) -> float:
        return self._at / SECOND

    def add(self, samples: bytes) -> list[Slice]:
        self._at += len(samples)
        self._kept += samples
        self._unseen += samples
        whole = len(self._unseen) // FRAME_BYTES * FRAME_BYTES
        loudness = levels(bytes(self._unseen[:whole]))
        del self._unseen[:whole]
        self._loudness += loudness
        return self._with_sound(self._cutter.add(loudness))

    def end(self) -> list[Slice]:
        return self._with_sound(self._cutter.end(self.seconds))

    def _with_sound(self, pieces: list[Piece]) -> list[Slice]:
        found = [self._slice(piece) for piece in pieces]
        needed = _bytes(self._cutter.needed_from)
        if needed > self._kept_from:
            gone = needed - self._kept_from
            del self._kept[:gone]
            del self._loudness[: gone // FRAME_BYTES]
            self._kept_from = needed
        return found

    def _slice(self, piece: Piece) -> Slice:
        if piece.state is PieceState.SILENT:
            return Slice(piece, b"")
        start = max(0, _bytes(piece.start - piece.overlap) - self._kept_from)
        end = _bytes(piece.end) - self._kept_from
        with memoryview(self._kept) as kept:
            samples = bytes(kept[start:end])
        first, last = start // FRAME_BYTES, -(-end // FRAME_BYTES)
        return Slice(piece, samples, bytes(self._loudness[first:last]))


def _bytes(seconds: float) -> int:
    return round(seconds * SPEECH_RATE) * SAMPLE_BYTES


async def read(
    job: TranscriptionJob, reader: SoundReader, shelf: PieceShelf, longest: float
) -> AsyncGenerator[Cut, None]:
    """Tell of each piece that is not settled, as soon as its sound is on disk.

    Pieces that were cut before stay as they are; those whose sound is gone get it again.
    """
    waiting = [piece for piece in job.pieces if not piece.is_settled]
    there = [piece for piece in waiting if shelf.find(job.id, name_of(piece)) is not None]
    begin = job.pieces[-1].end if job.pieces else 0.0
    yield Cut(begin, tuple(there))
    if missing := [piece for piece in waiting if piece not in there]:
        async with aclosing(_restored(job, reader, shelf, missing)) as found:
            async for piece in found:
                yield Cut(begin, (piece,))
    if job.pieces and math.isclose(begin, job.recording.seconds, abs_tol=1e-6):
        return
    slicer = Slicer(Cutter(longest, begin=begin, position=len(job.pieces)), begin)
    async with aclosing(_samples(job, reader, begin)) as samples:
        async for data in samples:
            for slice_ in slicer.add(data):
                await _put(job, shelf, slice_)
                yield Cut(slicer.seconds, (slice_.piece,))
            yield Cut(slicer.seconds, ())
    for slice_ in slicer.end():
        await _put(job, shelf, slice_)
        yield Cut(slicer.seconds, (slice_.piece,))


async def _put(job: TranscriptionJob, shelf: PieceShelf, it: Slice) -> None:
    if it.piece.state is PieceState.SILENT:
        return
    sound = it.samples
    if job.settings.even_loudness:
        sound = await asyncio.to_thread(evened, sound)
    await shelf.keep(job.id, name_of(it.piece), sound, it.loudness)


async def _restored(
    job: TranscriptionJob, reader: SoundReader, shelf: PieceShelf, missing: Sequence[Piece]
) -> AsyncGenerator[Piece, None]:
    """Read from the first missing piece on, once, whatever is in between."""
    waiting = deque(sorted(missing, key=lambda piece: piece.start))
    first = max(0.0, waiting[0].start - waiting[0].overlap)
    at, kept = _bytes(first), bytearray()
    async with aclosing(_samples(job, reader, first, waiting[-1].end)) as samples:
        async for data in samples:
            kept += data
            while waiting and at + len(kept) >= _bytes(waiting[0].end):
                at = await _restore_one(job, shelf, waiting[0], kept, at)
                yield waiting.popleft()
    for piece in waiting:  # a last one that ends with the file
        at = await _restore_one(job, shelf, piece, kept, at)
        yield piece


async def _restore_one(
    job: TranscriptionJob, shelf: PieceShelf, piece: Piece, kept: bytearray, at: int
) -> int:
    start, end = _bytes(piece.start - piece.overlap), _bytes(piece.end)
    await _put(job, shelf, Slice(piece, bytes(kept[start - at : end - at])))
    # The next one may begin a little earlier than this one ends
    gone = max(0, min(len(kept), start - at))
    del kept[:gone]
    return at + gone


def _samples(
    job: TranscriptionJob, reader: SoundReader, begin: float, end: float | None = None
) -> AsyncGenerator[bytes, None]:
    return reader.samples(job.recording.path, SPEECH_RATE, start=begin, stop=end)
