"""Who speaks in a transcript, and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gptdesk.domain.transcript_editing import Edited, Segments, set_speaker
from gptdesk.domain.transcription import Segment


@dataclass(frozen=True, slots=True)
class SpeakerShare:
    """One speaker by key, and the seconds that are theirs."""

    key: str
    seconds: float


def shares(segments: Sequence[Segment], names: Mapping[str, str]) -> tuple[SpeakerShare, ...]:
    """Those who say something, in the order in which they are known."""
    seconds: dict[str, float] = {}
    for segment in segments:
        if segment.speaker:
            length = max(0.0, segment.end - segment.start)
            seconds[segment.speaker] = seconds.get(segment.speaker, 0.0) + length
    known = [key for key in names if key in seconds]
    others = [key for key in seconds if key not in names]
    return tuple(SpeakerShare(key, seconds[key]) for key in (*known, *others))


def renamed(names: Mapping[str, str], key: str, name: str) -> dict[str, str]:
    """Another name for a speaker; an empty one goes back to the number."""
    return {**names, key: " ".join(name.split())}


def merged(segments: Segments, key: str, into: str) -> Edited:
    """What one speaker said is another's. The key stays known, so that colours stay."""
    ids = {segment.id for segment in segments if segment.speaker == key}
    return set_speaker(segments, ids, into)
