"""What was heard in each piece, and the seams where two of them heard the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gptdesk.domain.seams import stitched
from gptdesk.domain.transcription import Piece, PieceState, Segment, TranscriptionJob


@dataclass(frozen=True, slots=True)
class Amended:
    """A piece whose text is another now: what of it changed, and all that is left."""

    position: int
    changed: tuple[Segment, ...]
    segments: tuple[Segment, ...]


class Seams:
    """Knows the text of the pieces that are ready."""

    def __init__(self, job: TranscriptionJob) -> None:
        self._segments = _by_piece(job)

    def put(self, position: int, segments: Sequence[Segment]) -> None:
        self._segments[position] = tuple(segments)

    def stitch(self, position: int, pieces: Mapping[int, Piece]) -> Iterator[Amended]:
        """The seams of this piece that have both sides now."""
        for later in (position, position + 1):
            piece = pieces.get(later)
            before, after = self._segments.get(later - 1), self._segments.get(later)
            if piece is None or not piece.overlap or not before or not after:
                continue
            sides = stitched(before, after, piece.start, piece.overlap)
            for place, old, new in ((later - 1, before, sides[0]), (later, after, sides[1])):
                if old != new:
                    yield self._amended(place, old, new)

    def _amended(self, position: int, old: Sequence[Segment], new: Sequence[Segment]) -> Amended:
        left = tuple(segment for segment in new if segment.text)
        self._segments[position] = left
        changed = tuple(b for a, b in zip(old, new, strict=True) if a != b)
        return Amended(position, changed, left)


def _by_piece(job: TranscriptionJob) -> dict[int, tuple[Segment, ...]]:
    """What is stored already, by the piece that it lies in."""
    return {
        piece.position: tuple(
            it for it in job.segments if piece.start <= (it.start + it.end) / 2 < piece.end
        )
        for piece in job.pieces
        if piece.state is PieceState.READY
    }
