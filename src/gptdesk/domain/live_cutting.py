"""Where a recording is cut while it is still being made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from gptdesk.domain.speech_gate import FRAME, Frame, SpeechGate
from gptdesk.domain.transcription import Piece, PieceState


@dataclass(frozen=True, slots=True)
class Pace:
    """How long pieces become, in seconds.

    A piece ends in a `pause` after `enough` speech, or in a `long_pause` after any. Without a
    pause it ends at `longest`, where it is quietest, and the next one hears `overlap` of it again.
    """

    pause: float = 0.6
    long_pause: float = 1.5
    enough: float = 3.0
    longest: float = 28.0
    overlap: float = 2.0
    margin: float = 0.3
    """Silence that is left around speech."""


@dataclass(slots=True)
class _Growing:
    """The piece that is being recorded: frame by frame since it began."""

    start: float
    overlap: float = 0.0
    frames: list[Frame] = field(default_factory=list)
    spoken: int = 0
    quiet: int = 0

    def add(self, frame: Frame) -> None:
        self.frames.append(frame)
        self.spoken += frame.is_speech
        self.quiet = 0 if frame.is_speech else self.quiet + 1

    def after(self, count: int, overlap: float = 0.0) -> _Growing:
        """The next piece, which takes over all frames but the first `count`."""
        following = _Growing(self.start + count * FRAME, overlap)
        for frame in self.frames[count:]:
            following.add(frame)
        return following


class LiveCutter:
    """Takes samples as they come and gives back each piece that is whole.

    The pieces follow each other without a gap. One in which nobody speaks is SILENT.
    """

    def __init__(self, pace: Pace | None = None) -> None:
        self._gate = SpeechGate()
        self._pace = pace or Pace()
        self._position = 0
        self._piece = _Growing(0.0)

    def feed(self, pcm: bytes) -> Iterator[Piece]:
        for frame in self._gate.feed(pcm):
            was_silent = not self._piece.spoken
            self._piece.add(frame)
            found = self._begun() if was_silent and frame.is_speech else self._ended()
            if found is not None:
                yield found

    def finish(self, seconds: float) -> Iterator[Piece]:
        """The recording has ended: what is left, up to its real length."""
        if seconds - self._piece.start > FRAME / 2:
            yield self._cut(len(self._piece.frames), end=seconds)

    def _begun(self) -> Piece | None:
        """Someone speaks after a silence, which becomes a piece of its own if it was long."""
        before = len(self._piece.frames) - 1 - round(self._pace.margin / FRAME)
        return self._cut(before) if before * FRAME >= self._pace.long_pause else None

    def _ended(self) -> Piece | None:
        piece, pace = self._piece, self._pace
        length, pause = len(piece.frames), piece.quiet * FRAME
        is_enough = piece.spoken * FRAME >= pace.enough and pause >= pace.pause
        if piece.spoken and (is_enough or pause >= pace.long_pause):
            return self._cut(length - piece.quiet + round(pace.margin / FRAME))
        if length * FRAME < pace.longest:
            return None
        return self._cut(length) if not piece.spoken else self._cut_in_speech()

    def _cut_in_speech(self) -> Piece:
        """In the longest short pause of its second half; without one at the quietest frame."""
        frames = self._piece.frames
        middle = len(frames) // 2
        place, longest = 0, 0
        run = 0
        for at in range(middle, len(frames)):
            run = 0 if frames[at].is_speech else run + 1
            if run > longest:
                place, longest = at - run // 2, run
        if longest:
            return self._cut(place)
        place = min(range(middle, len(frames)), key=lambda at: frames[at].loudness)
        return self._cut(place, overlap=self._pace.overlap)

    def _cut(self, count: int, *, overlap: float = 0.0, end: float | None = None) -> Piece:
        """A piece out of the first `count` frames; `overlap` is what the next one hears again."""
        piece = self._piece
        self._piece = piece.after(count, overlap)
        is_spoken = any(frame.is_speech for frame in piece.frames[:count])
        made = Piece(
            self._position,
            round(piece.start, 3),
            round(self._piece.start if end is None else end, 3),
            piece.overlap if is_spoken else 0.0,
            PieceState.WAITING if is_spoken else PieceState.SILENT,
        )
        self._position += 1
        return made
