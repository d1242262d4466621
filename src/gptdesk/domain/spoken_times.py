"""When each sentence is spoken, and subtitles made of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from gptdesk.domain.sentences import Span, sentences, trimmed
from gptdesk.domain.speech import PEAKS, Piece, PieceState, SpeechJob

QUIET = 10
"""Peaks below this count as a pause."""
REACH = 0.4
"""How far a pause may be from where a sentence is reckoned to end, in lengths of its neighbour."""
_WEIGHTS = {True: 3.0, False: 1.0}


@dataclass(frozen=True, slots=True)
class SpokenSentence:
    """A sentence of the text and when it is heard, in seconds from the very beginning."""

    start: int
    end: int
    begins: float
    ends: float


def spoken_sentences(job: SpeechJob) -> Iterator[SpokenSentence]:
    """The sentences of all that is ready, in order."""
    for piece, begins in zip(job.ready, job.starts(), strict=False):
        if piece.state is PieceState.READY:
            yield from sentences_in(job.text, piece, begins)


def sentences_in(text: str, piece: Piece, begins: float) -> Iterator[SpokenSentence]:
    """The sentences of one piece that begins so many seconds after the beginning."""
    part = text[piece.start : piece.end]
    spans = [trimmed(part, span) for span in sentences(part)]
    spans = [span for span in spans if span[0] < span[1]]
    peaks = piece.sound.peaks if piece.sound is not None else b""
    ends = sentence_ends(part, spans, piece.seconds, peaks)
    last = 0.0
    for (start, end), until in zip(spans, ends, strict=True):
        yield SpokenSentence(piece.start + start, piece.start + end, begins + last, begins + until)
        last = until


def sentence_ends(
    text: str, spans: Sequence[Span], seconds: float, peaks: bytes = b""
) -> list[float]:
    """When each sentence ends: reckoned by its length, moved to the pause nearest to that."""
    weights = [_weight(text[start:end]) for start, end in spans]
    whole = sum(weights) or 1.0
    reckoned = [share / whole * seconds for share in accumulate(weights)]
    if not peaks or len(spans) < 2:
        return reckoned
    pauses = _pauses(peaks)
    ends: list[float] = []
    for number, time in enumerate(reckoned[:-1]):
        nearest = min(weights[number], weights[number + 1]) / whole * seconds * REACH
        lowest = ends[-1] if ends else 0.0
        near = [pause for pause in pauses if abs(pause[0] - time) <= nearest and pause[0] > lowest]
        # A long pause is rather the end of a sentence than a near one
        ends.append(max(near, key=lambda pause: pause[1])[0] if near else max(time, lowest))
    return [*ends, seconds]


def _weight(sentence: str) -> float:
    """How long a sentence takes, in Latin letters. A Chinese character or a digit takes three."""
    signs = sum(_WEIGHTS[c.isdigit() or ord(c) > 0x2E7F] for c in sentence if c.isalnum())
    return signs + 5.0


def _pauses(peaks: bytes) -> list[tuple[float, float]]:
    """The middle and the length of every quiet stretch."""
    found: list[tuple[float, float]] = []
    begun: int | None = None
    for number, peak in enumerate((*peaks, 255)):
        if peak < QUIET:
            begun = number if begun is None else begun
        elif begun is not None:
            found.append(((begun + number) / 2 / PEAKS, (number - begun) / PEAKS))
            begun = None
    return found


def srt(text: str, spoken: Sequence[SpokenSentence]) -> str:
    """Subtitles as numbered blocks."""
    return "\n".join(
        f"{number}\n{_clock(one.begins, ',')} --> {_clock(one.ends, ',')}\n{_line(text, one)}\n"
        for number, one in enumerate(spoken, start=1)
    )


def vtt(text: str, spoken: Sequence[SpokenSentence]) -> str:
    """Subtitles as web pages take them."""
    blocks = (
        f"{_clock(one.begins, '.')} --> {_clock(one.ends, '.')}\n{_line(text, one)}\n"
        for one in spoken
    )
    return "\n".join(["WEBVTT\n", *blocks])


def _line(text: str, spoken: SpokenSentence) -> str:
    """An arrow in the text would be read as a time."""
    return " ".join(text[spoken.start : spoken.end].split()).replace("-->", "→")


def _clock(seconds: float, mark: str) -> str:
    ms = round(seconds * 1000)
    hours, minutes = ms // 3_600_000, ms // 60_000 % 60
    return f"{hours:02}:{minutes:02}:{ms // 1000 % 60:02}{mark}{ms % 1000:03}"
