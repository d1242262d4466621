"""A piece that is too long for the model that is to hear it now, in parts that are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gptdesk.domain.sound_cutting import Cutter
from gptdesk.domain.transcription import Heard, Piece, PieceState
from gptdesk.services.transcription_reading import Slicer, name_of

TOLERANCE = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """What is sent as one file. `piece` says where in the recording it lies.

    `samples` are None where its file is on the shelf.
    """

    piece: Piece
    name: str
    samples: bytes | None = None
    loudness: bytes = b""


def fits(piece: Piece, longest: float) -> bool:
    return piece.end - piece.start + piece.overlap <= longest + TOLERANCE


def parts_of(piece: Piece, samples: bytes, longest: float) -> Iterator[Part]:
    """What speaks in a piece that is too long, cut at its silences."""
    begin = piece.start - piece.overlap
    slicer = Slicer(Cutter(longest))
    for it in [*slicer.add(samples), *slicer.end()]:
        part = it.piece
        if part.state is not PieceState.SILENT:
            moved = replace(
                piece, start=begin + part.start, end=begin + part.end, overlap=part.overlap
            )
            name = f"{name_of(piece)}-{part.position:03}"
            yield Part(moved, name, it.samples, it.loudness)


def together(answers: Sequence[Heard]) -> Heard:
    """What was heard in all parts, and what that used."""
    if len(answers) == 1:
        return answers[0]
    return Heard(
        " ".join(heard.text for heard in answers),
        language=next((heard.language for heard in answers if heard.language), ""),
        seconds=_sum([heard.seconds for heard in answers]),
        input_tokens=_whole(_sum([heard.input_tokens for heard in answers])),
        output_tokens=_whole(_sum([heard.output_tokens for heard in answers])),
        audio_tokens=sum(heard.audio_tokens for heard in answers),
    )


def _sum(counts: Sequence[float | None]) -> float | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None


def _whole(count: float | None) -> int | None:
    return None if count is None else int(count)
