"""Who speaks, across the pieces of a recording.

A service names the speakers of each piece anew. From the first words of each a sample is kept and
sent along with later pieces, so that the same person keeps the same key. Where that is not
possible, speakers of different pieces stay different.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gptdesk.domain.sound import SAMPLE_BYTES, SPEECH_RATE
from gptdesk.domain.transcription import Piece, Segment, TranscriptionJob
from gptdesk.domain.transcription_ports import PieceShelf

SHORTEST, LONGEST = 2.0, 10.0
"""Seconds that a sample of a voice has."""
KEY = "speaker"


class Speakers:
    """The speakers of one recording, by their keys; with samples of `most` of them at the most."""

    def __init__(self, shelf: PieceShelf, job: TranscriptionJob) -> None:
        self._shelf = shelf
        self._job_id = job.id
        self.names = dict(job.speakers)
        self._most = 0

    def allow(self, most: int) -> None:
        self._most = most

    @property
    def samples(self) -> Mapping[str, Path]:
        """What is sent along, by key."""
        found = ((key, self._shelf.find(self._job_id, _sample(key))) for key in self.names)
        return dict([(key, path) for key, path in found if path is not None][: self._most])

    async def known(
        self, piece: Piece, file: str, segments: Sequence[Segment]
    ) -> tuple[tuple[Segment, ...], dict[str, str]]:
        """The segments with keys in place of the service's names, and all speakers so far.

        `file` is what the sound of the piece is called on the shelf.
        """
        told = dict.fromkeys(segment.speaker for segment in segments if segment.speaker)
        if not told:
            return tuple(segments), {}
        sent = self.samples
        keys = {name: name if name in sent else self._new() for name in told}
        unknown = [name for name in keys if name not in sent][: self._most - len(sent)]
        sound = await self._shelf.samples(self._job_id, file) if unknown else b""
        for name in unknown:
            said = [segment for segment in segments if segment.speaker == name]
            await self._keep_sample(piece, said, keys[name], sound)
        renamed = tuple(replace(it, speaker=keys.get(it.speaker, "")) for it in segments)
        return renamed, dict(self.names)

    def _new(self) -> str:
        number = len(self.names) + 1
        while f"{KEY}_{number}" in self.names:
            number += 1
        self.names[f"{KEY}_{number}"] = ""
        return f"{KEY}_{number}"

    async def _keep_sample(
        self, piece: Piece, said: Sequence[Segment], key: str, sound: bytes
    ) -> None:
        longest = max(said, key=lambda segment: segment.end - segment.start)
        if longest.end - longest.start < SHORTEST:
            return
        begin = piece.start - piece.overlap
        start = _bytes(longest.start - begin)
        end = min(_bytes(longest.end - begin), start + _bytes(LONGEST - 0.1))
        if sample := sound[start:end]:
            await self._shelf.keep(self._job_id, _sample(key), sample)


def _sample(key: str) -> str:
    return f"voice-{key}"


def _bytes(seconds: float) -> int:
    return max(0, round(seconds * SPEECH_RATE)) * SAMPLE_BYTES
