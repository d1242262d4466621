"""What was spoken as files: one sound without gaps, and subtitles."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from gptdesk.domain.problems import AnswerBroken
from gptdesk.domain.speech import SpeechJob
from gptdesk.domain.speech_ports import SoundShelf
from gptdesk.domain.spoken_times import spoken_sentences, srt, vtt


class SpokenFiles:
    """Writes files. `encodes` are the formats that can be made of any sound."""

    def __init__(self, shelf: SoundShelf, encodes: Sequence[str] = ()) -> None:
        self._shelf = shelf
        self._encodes = tuple(encodes)

    def kinds(self, job: SpeechJob) -> tuple[str, ...]:
        """The formats in which what is ready can be saved, the wanted one first."""
        made = {piece.sound.kind for piece in job.ready if piece.sound is not None}
        found = [*made, *self._encodes] if len(made) == 1 else list(self._encodes)
        found.sort(key=lambda kind: kind != job.settings.format)
        return tuple(dict.fromkeys(found)) if made else ()

    async def save(self, job: SpeechJob, target: Path, kind: str) -> None:
        """One file of all that is ready, without gaps."""
        sounds = [piece.sound for piece in job.ready if piece.sound is not None]
        if not sounds or kind not in self.kinds(job):
            raise AnswerBroken("the pieces are not of one kind")
        await self._shelf.join(sounds, target, kind)

    async def save_subtitles(self, job: SpeechJob, target: Path) -> None:
        """SRT or VTT, by the name of the file."""
        write = vtt if target.suffix.lower() == ".vtt" else srt
        spoken = await asyncio.to_thread(lambda: list(spoken_sentences(job)))
        await self._shelf.write_text(target, write(job.text, spoken))


def free_name(folder: Path, name: str, kind: str) -> Path:
    """A name in the folder that nothing has yet."""
    target = folder / f"{name}.{kind}"
    count = 2
    while target.exists():
        target = folder / f"{name} ({count}).{kind}"
        count += 1
    return target
