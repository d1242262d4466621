"""A job after an event: what the page knows of it while it is under way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gptdesk.domain.transcript_editing import Segments, put_in
from gptdesk.domain.transcription import (
    CostNoted,
    JobState,
    Piece,
    PieceChanged,
    PiecesCut,
    PieceState,
    ReadingProgressed,
    Segment,
    SegmentsArrived,
    TextArrived,
    TranscriptionJob,
    TranscriptionSettings,
)
from gptdesk.ui.transcription.segments.model import GROWING


class JobInHand:
    """One job, its growing texts, and which segments came from which piece."""

    def __init__(self, job: TranscriptionJob) -> None:
        self.job = job
        self.read = 0.0
        """Seconds of the recording that were decoded so far."""
        self.growing: dict[int, str] = {}
        self._came: dict[int, set[int]] = {}
        self._seen = {segment.id for segment in job.segments}

    def rows(self) -> Segments:
        """The segments with what is still being heard between them."""
        if not self.growing:
            return self.job.segments
        pieces = {piece.position: piece for piece in self.job.pieces}
        coming = tuple(
            Segment(GROWING + position, pieces[position].start, pieces[position].end, text.strip())
            for position, text in sorted(self.growing.items())
            if position in pieces and text.strip()
        )
        return put_in(self.job.segments, coming, 0)

    def take(self, event: object) -> None:
        match event:
            case ReadingProgressed(seconds):
                self.read = seconds
            case PiecesCut(pieces, seconds):
                self._set_pieces(pieces, seconds)
            case PieceChanged(piece):
                self._set_piece(piece)
            case TextArrived(position, text):
                self.growing[position] = self.growing.get(position, "") + text
            case SegmentsArrived():
                self._put(event)
            case CostNoted(cost):
                self.job = replace(self.job, cost=cost)

    def settle(self, job: TranscriptionJob) -> None:
        """As it is stored; what was corrected a moment ago may not be stored yet."""
        self.growing.clear()
        mine = {segment.id: segment for segment in self.job.segments}
        kept = self.job.segments
        late = tuple(s for s in job.segments if s.id not in mine and s.id not in self._seen)
        self._seen.update(segment.id for segment in late)
        self.job = replace(job, segments=put_in(kept, late, 0), speakers=self._speakers(job))

    def rest(self) -> None:
        """It was stopped: pieces that were on the way wait again."""
        self.growing.clear()
        pieces = tuple(
            replace(piece, state=PieceState.WAITING) if piece.state is PieceState.SENDING else piece
            for piece in self.job.pieces
        )
        if self.job.state is not JobState.DONE:
            self.job = replace(self.job, pieces=pieces, state=JobState.STOPPED)

    def use(self, settings: TranscriptionSettings) -> None:
        """Go on in another way."""
        self.job = replace(self.job, settings=settings)

    def rename(self, title: str) -> None:
        self.job = replace(self.job, title=title)

    def set_segments(self, segments: Segments) -> None:
        """Somebody corrected the text."""
        self._seen.update(segment.id for segment in segments)
        self.job = replace(self.job, segments=segments)

    def _speakers(self, job: TranscriptionJob) -> dict[str, str]:
        """Names that were given stay, those that came are added."""
        return {**job.speakers, **self.job.speakers}

    def _set_pieces(self, pieces: Iterable[Piece], seconds: float) -> None:
        recording = self.job.recording
        if seconds > recording.seconds:
            recording = replace(recording, seconds=seconds)
        state = JobState.WORKING
        self.job = replace(self.job, pieces=tuple(pieces), recording=recording, state=state)

    def _set_piece(self, piece: Piece) -> None:
        pieces = list(self.job.pieces)
        place = next((n for n, it in enumerate(pieces) if it.position == piece.position), None)
        if place is None:
            pieces.append(piece)
        else:
            pieces[place] = piece
        if piece.state is not PieceState.SENDING or piece.is_settled:
            self.growing.pop(piece.position, None)
        self.job = replace(self.job, pieces=tuple(pieces))

    def _put(self, event: SegmentsArrived) -> None:
        """What comes again for a piece stands in its place; corrected and deleted ones stay so."""
        self.growing.pop(event.position, None)
        new = {segment.id: segment for segment in event.segments}
        gone = self._came.get(event.position, set()) - set(new)
        kept = tuple(
            segment if segment.is_edited else new.get(segment.id, segment)
            for segment in self.job.segments
            if segment.is_edited or segment.id not in gone
        )
        fresh = tuple(segment for segment in event.segments if segment.id not in self._seen)
        self._came[event.position] = set(new)
        self._seen.update(new)
        self.job = replace(
            self.job,
            segments=put_in(kept, fresh, 0),
            speakers={**event.speakers, **self.job.speakers},
            language=event.language or self.job.language,
        )
