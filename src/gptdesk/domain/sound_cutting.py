"""Cuts a recording into pieces in the middle of its silences, as it comes."""

from __future__ import annotations

from itertools import pairwise

from gptdesk.domain.transcription import Piece, PieceState
from gptdesk.domain.voice import FRAMES_A_SECOND, Stretch, voiced

LONG_SILENCE = 20.0
"""Seconds in which nobody speaks that are worth a piece of their own: it is never sent."""
MARGIN = 0.5
"""Seconds of silence that stay before and after speech."""
OVERLAP = 3.0
"""Seconds that are sent twice where there was no silence to cut in."""
SHORTEST_GAP = 8
LONGEST_GAP = 100
LATER = 40
"""How many frames of silence it is worth to cut as late as possible."""
SMOOTH = 5


class Cutter:
    """Takes loudness and gives pieces. The same recording is always cut in the same places.

    No piece is longer than `longest` seconds with its overlap. It goes on at `begin` with the
    number `position`.
    """

    def __init__(self, longest: float, *, begin: float = 0.0, position: int = 0) -> None:
        self._longest = int(longest * FRAMES_A_SECOND)
        self._overlap = min(int(OVERLAP * FRAMES_A_SECOND), self._longest // 4)
        self._begin = round(begin * FRAMES_A_SECOND)
        self._position = position
        self._silent_from: int | None = None
        self._overlapping = 0
        self._waiting = bytearray()

    @property
    def needed_from(self) -> float:
        """The second from which the sound is still to be kept."""
        return max(0, self._begin - self._overlap) / FRAMES_A_SECOND

    def add(self, loudness: bytes) -> list[Piece]:
        self._waiting += loudness
        return self._cut(is_end=False)

    def end(self, seconds: float) -> list[Piece]:
        """What is left; the last piece reaches up to the end of the recording."""
        pieces = self._cut(is_end=True)
        if self._silent_from is not None:
            pieces.append(self._silence(self._begin))
        if pieces and pieces[-1].end < seconds:
            last = pieces[-1]
            pieces[-1] = Piece(last.position, last.start, seconds, last.overlap, last.state)
        return pieces

    def _cut(self, *, is_end: bool) -> list[Piece]:
        pieces = []
        while self._waiting:
            room = self._longest - self._overlapping
            if len(self._waiting) < room and not is_end:
                break
            window = bytes(self._waiting[:room])
            is_last = is_end and len(self._waiting) <= room
            if (piece := self._next(window, is_last=is_last)) is not None:
                pieces.append(piece)
        return pieces

    def _next(self, window: bytes, *, is_last: bool) -> Piece | None:
        found = voiced(window)
        if not found:
            self._pass_over(len(window) if is_last else max(1, len(window) - FRAMES_A_SECOND))
            return None
        margin, long = int(MARGIN * FRAMES_A_SECOND), int(LONG_SILENCE * FRAMES_A_SECOND)
        quiet = max(0, found[0][0] - margin)
        if self._silent_from is not None or found[0][0] >= long:
            self._pass_over(quiet)
            return self._silence(self._begin)
        if (gap := _first_gap(found, len(window), long)) is not None:
            return self._piece(gap + margin)
        if is_last:
            return self._piece(len(window))
        if (gap := _best_gap(found, len(window))) is not None:
            return self._piece(gap)
        return self._piece(_quietest(window), has_overlap=True)

    def _pass_over(self, frames: int) -> None:
        """Nobody speaks there."""
        if self._silent_from is None:
            self._silent_from = self._begin
        self._advance(frames)

    def _silence(self, end: int) -> Piece:
        assert self._silent_from is not None
        start, self._silent_from = self._silent_from, None
        self._overlapping = 0
        return self._numbered(start, end, 0, PieceState.SILENT)

    def _piece(self, frames: int, *, has_overlap: bool = False) -> Piece:
        start, overlap = self._begin, self._overlapping
        self._advance(frames)
        self._overlapping = self._overlap if has_overlap else 0
        return self._numbered(start, self._begin, overlap, PieceState.WAITING)

    def _numbered(self, start: int, end: int, overlap: int, state: PieceState) -> Piece:
        position = self._position
        self._position += 1
        second = FRAMES_A_SECOND
        return Piece(position, start / second, end / second, overlap / second, state)

    def _advance(self, frames: int) -> None:
        del self._waiting[:frames]
        self._begin += frames


def _first_gap(found: list[Stretch], length: int, long: int) -> int | None:
    """Where the first long silence begins."""
    starts = [start for start, _end in found[1:]] + [length]
    ends = [end for _start, end in found]
    return next((end for end, start in zip(ends, starts, strict=True) if start - end >= long), None)


def _best_gap(found: list[Stretch], length: int) -> int | None:
    """The middle of a long pause, rather late than early."""
    best: tuple[float, int] | None = None
    for (_, end), (start, _) in pairwise(found):
        middle, gap = (end + start) // 2, start - end
        if gap < SHORTEST_GAP or middle < length // 2:
            continue
        score = min(gap, LONGEST_GAP) + LATER * middle / length
        if best is None or score > best[0]:
            best = (score, middle)
    return best[1] if best is not None else None


def _quietest(window: bytes) -> int:
    """The least loud place of the last quarter."""
    first = len(window) * 3 // 4
    places = range(first, max(first + 1, len(window) - SMOOTH))
    return min(places, key=lambda at: (sum(window[at : at + SMOOTH]), -at)) + SMOOTH // 2
