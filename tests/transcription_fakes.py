"""A service that hears what it is told to hear, and a page on which that is seen."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import Estimate
from gptdesk.domain.ears import Ears
from gptdesk.domain.problems import Problem, SoundUnreadable
from gptdesk.domain.settings import Settings
from gptdesk.domain.tasks import Task
from gptdesk.domain.transcription import (
    CostNoted,
    JobSettled,
    JobStarted,
    JobState,
    Piece,
    PieceChanged,
    PiecesCut,
    PieceState,
    Recording,
    Segment,
    SegmentsArrived,
    TextArrived,
    TimeEstimate,
    TranscriptionHeader,
    TranscriptionJob,
    Word,
)
from gptdesk.ui.sound.devices import Device

MODEL = "hears-all"
PIECE = 60.0


class FakeService:
    """Jobs in memory. `script` is what the next runs yield: events, or a Problem to fail with.

    A run waits at the end of its script until `finish` is set, unless the script settles.
    """

    def __init__(self) -> None:
        self.jobs: dict[str, TranscriptionJob] = {}
        self.script: list[object] = []
        self.kept: list[tuple[str, tuple[Segment, ...]]] = []
        self.named: list[tuple[str, dict[str, str]]] = []
        self.unreadable: set[str] = set()
        self.took: list[str] = []
        self.draft_settings = None
        self.heard = Ears(has_prompt=True, has_keywords=True, can_translate=False)
        self.model_facts = ModelFacts(
            MODEL, "", Task.TRANSCRIPTION, is_known=True,
            line={"en": "Hears well in noisy rooms.", "zh_CN": "在嘈杂的房间里也听得清。"},
        )  # fmt: skip
        self.seconds = 480.0

    def facts(self, connection, model):
        return replace(self.model_facts, name=model)

    def ears(self, connection, model):
        return self.heard

    def can_transcribe(self, connection):
        return True

    def known_models(self, connection, today):
        return (MODEL,)

    async def models(self, connection):
        return (MODEL,)

    def estimate(self, connection, model, seconds):
        return Estimate(seconds * 0.0001, seconds * 0.0001)

    def time_estimate(self, connection, model, seconds):
        return TimeEstimate(seconds * 0.05, seconds * 0.1)

    async def add(self, path: Path, settings) -> TranscriptionJob:
        if path.name in self.unreadable:
            raise SoundUnreadable(path.name)
        job = TranscriptionJob(
            f"job{len(self.jobs)}",
            path.stem,
            Recording(path, self.seconds, 8_200_000),
            settings,
            1.0,
        )
        self.jobs[job.id] = job
        return job

    async def run(self, job_id: str):
        self.took.append(job_id)
        script, self.script = self.script, []
        yield JobStarted(replace(self.jobs[job_id], state=JobState.READING))
        for event in script:
            if isinstance(event, Problem):
                raise event
            await asyncio.sleep(0)
            yield event
        if not script or not isinstance(script[-1], JobSettled):
            await asyncio.Event().wait()

    async def history(self, search=""):
        return tuple(
            TranscriptionHeader(j.id, j.title, j.created, j.state, j.settings, j.recording.seconds)
            for j in self.jobs.values()
        )

    async def open(self, job_id):
        return self.jobs[job_id]

    async def save_segments(self, job_id, segments):
        self.kept.append((job_id, segments))

    async def save_speakers(self, job_id, speakers):
        self.named.append((job_id, speakers))

    async def save_settings(self, job_id, settings):
        self.jobs[job_id] = replace(self.jobs[job_id], settings=settings)

    async def rename(self, job_id, title):
        self.jobs[job_id] = replace(self.jobs[job_id], title=title)

    async def draft(self):
        return self.draft_settings

    async def save_draft(self, settings):
        self.draft_settings = settings


class FakeConnections:
    def __init__(self) -> None:
        self.found = (
            Connection("mine", "Mine", ConnectionKind.CUSTOM, "http://127.0.0.1:9/v1", MODEL),
        )

    async def all(self, task=Task.CHAT):
        return self.found


class FakePacks:
    async def statuses(self, *, with_test_packs=False):
        return ()


class FakeDevices(QObject):
    """A loudspeaker that nobody hears; `is_audible` takes it away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.speakers = (Device("id", "Speaker", True),)
        self.microphones = ()
        self.is_known = True

    def when_known(self, then):
        then()

    def look(self):
        """Known already."""


def pieces(count: int, **states: PieceState) -> tuple[Piece, ...]:
    """Pieces of a minute; `p3=PieceState.FAILED` names the state of the third."""
    return tuple(
        Piece(n, n * PIECE, (n + 1) * PIECE, state=states.get(f"p{n + 1}", PieceState.WAITING))
        for n in range(count)
    )


SAID = (
    "First the charging shed. Last month forty-one electric bikes were registered, and the shed "
    "has only twenty-four places.",
    "After ten at night there is no room left, and people hang cables out of their windows.",
    "The caretaker gave us two plans: three metres more to the east, or two levels.",
    "Two levels are hard for the old people. I would build to the east and ask for a price first.",
    "Three metres to the east is where the flower bed is. We planted it together last year.",
    "Then the bed can move to the north wall.",
    "Agreed.",
)


def segments_of(position: int, count: int = 7, *, first: int | None = None) -> tuple[Segment, ...]:
    begin, step = position * PIECE, PIECE / count
    return tuple(
        Segment(
            (first if first is not None else position * 1000) + n + 1,
            begin + n * step,
            begin + (n + 1) * step - 0.2,
            SAID[n % len(SAID)],
            speaker="ABC"[n % 3],
            words=_words(SAID[n % len(SAID)], begin + n * step, step),
        )
        for n in range(count)
    )


def _words(text: str, start: float, seconds: float) -> tuple[Word, ...]:
    parts = text.split()
    each = seconds / len(parts)
    return tuple(
        Word(start + n * each, start + (n + 1) * each, part.strip(".,"),
             0.3 if part == "caretaker" else 0.95)
        for n, part in enumerate(parts)
    )  # fmt: skip


SPEAKERS = {"A": "", "B": "Chen Jie", "C": ""}


def heard(position: int, piece: Piece) -> list[object]:
    return [
        SegmentsArrived(position, segments_of(position), SPEAKERS, "en"),
        PieceChanged(replace(piece, state=PieceState.READY)),
    ]


def half_done() -> list[object]:
    """Five of eight pieces are ready, two are on the way, one of these has begun to speak."""
    cut = pieces(8)
    events: list[object] = [PiecesCut(cut, 480.0)]
    for n in range(5):
        events += heard(n, cut[n])
    events += [PieceChanged(replace(cut[n], state=PieceState.SENDING)) for n in (5, 6)]
    events += [TextArrived(5, "Three buildings can give three names, we"), CostNoted(0.018)]
    return events


def whole(job_id: str, service: FakeService) -> list[object]:
    cut = pieces(8)
    events: list[object] = [PiecesCut(cut, 480.0)]
    for n in range(8):
        events += heard(n, cut[n])
    done = tuple(replace(piece, state=PieceState.READY) for piece in cut)
    job = replace(
        service.jobs[job_id], state=JobState.DONE, pieces=done, cost=0.048, speakers=SPEAKERS,
        segments=tuple(s for n in range(8) for s in segments_of(n)),
    )  # fmt: skip
    return [*events, CostNoted(0.048), JobSettled(job)]


def settings() -> Settings:
    return Settings()
