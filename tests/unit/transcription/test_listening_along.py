"""A recording is written down while it is made, and whatever fails, nothing of it is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gptdesk.domain.live_cutting import Pace
from gptdesk.domain.problems import KeyRefused, NetworkDown, Problem
from gptdesk.domain.sound import SPEECH_RATE, wav_header
from gptdesk.domain.transcription import (
    JobSettled,
    JobState,
    Piece,
    PieceChanged,
    PiecesCut,
    PieceState,
    Recording,
    Segment,
    SegmentsArrived,
    TranscriptionJob,
    TranscriptionSettings,
)
from gptdesk.services.growing_sound import GrowingSound, at_speech_rate
from gptdesk.services.transcription_live import LiveSlicer, LiveTranscription, LiveWork
from unit.transcription.test_live_cutting import sound

JOB = TranscriptionJob(
    "job", "", Recording(Path("a.wav"), is_ours=True), TranscriptionSettings(), 0
)
TALK = [("speech", 4), ("silence", 1)]


class Store:
    """Keeps one job in memory."""

    def __init__(self, job: TranscriptionJob = JOB) -> None:
        self.kept = job

    async def set_piece(self, job_id: str, piece: Piece) -> None:
        pieces = {each.position: each for each in self.kept.pieces} | {piece.position: piece}
        self.kept = replace(self.kept, pieces=tuple(pieces[at] for at in sorted(pieces)))

    async def set_pieces(self, job_id: str, pieces: Any, seconds: float) -> None:
        recording = replace(self.kept.recording, seconds=seconds)
        self.kept = replace(self.kept, pieces=tuple(pieces), recording=recording)

    async def set_state(self, job_id: str, state: JobState, problem: str = "") -> None:
        self.kept = replace(self.kept, state=state, problem=problem)

    async def job(self, job_id: str) -> TranscriptionJob:
        return self.kept


class Hearing:
    """Sends one piece after the other, and ends with the first that fails."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._waiting: asyncio.Queue[Piece | None] = asyncio.Queue()

    def put(self, piece: Piece) -> None:
        if not piece.is_settled:
            self._waiting.put_nowait(piece)

    async def run(self, source: Callable[[], Any]) -> AsyncGenerator[Any, None]:
        async def fill() -> None:
            await source()
            self._waiting.put_nowait(None)

        filling = asyncio.create_task(fill())
        failed: Problem | None = None
        try:
            while (piece := await self._waiting.get()) is not None:
                if failed is not None:
                    continue
                yield PieceChanged(replace(piece, state=PieceState.SENDING))
                try:
                    heard = await self._room.hear(piece)
                except Problem as problem:
                    failed = problem
                    yield PieceChanged(replace(piece, state=PieceState.FAILED))
                    continue
                yield PieceChanged(replace(piece, state=PieceState.READY))
                yield heard
        finally:
            filling.cancel()
            await asyncio.gather(filling, return_exceptions=True)
        yield JobSettled(self._room.store.kept)
        if failed is not None:
            raise failed


class Room:
    """Someone speaks, a service listens. `fails` are the Problems of the next requests."""

    def __init__(self) -> None:
        self.store = Store()
        self.sent: list[int] = []
        self.fails: list[Problem | None] = []
        self.slept: list[float] = []
        self.sounds: dict[int, bytes] = {}
        self.said: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.at_sleep: Callable[[], None] = lambda: None
        self.silent_service = False

    async def samples(self) -> AsyncIterator[bytes]:
        while (pcm := await self.said.get()) is not None:
            yield pcm

    async def hear(self, piece: Piece) -> SegmentsArrived:
        assert piece.position in self.sounds
        self.sent.append(piece.position)
        if self.silent_service:
            await asyncio.Event().wait()
        if self.fails and (problem := self.fails.pop(0)) is not None:
            raise problem
        await self.store.set_piece("job", replace(piece, state=PieceState.READY))
        words = Segment(piece.position, piece.start, piece.end, f"words {piece.position}")
        return SegmentsArrived(piece.position, (words,))

    async def keep(self, job_id: str, name: str, samples: bytes) -> Path:
        self.sounds[int(name)] = samples
        return Path(name)

    async def hearing(self, job: TranscriptionJob) -> Hearing:
        return Hearing(self)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at_sleep()

    def say(self, *parts: Any, ended: bool = False) -> None:
        pcm = sound([part for talk in parts for part in talk])
        for at in range(0, len(pcm), 6_400):
            self.said.put_nowait(pcm[at : at + 6_400])
        if ended:
            self.said.put_nowait(None)

    def listen(self, **how: Any) -> AsyncGenerator[Any, None]:
        work = LiveWork(self.store, self, self.hearing, self.sleep, **how)  # type: ignore[arg-type]
        return LiveTranscription(JOB, work).run(self.samples())


def run(test: Callable[[Room], Any]) -> Room:
    async def whole() -> Room:
        room = Room()
        async with asyncio.timeout(20):
            await test(room)
        return room

    return asyncio.run(whole())


async def collected(events: AsyncGenerator[Any, None], into: list[Any]) -> Problem | None:
    try:
        async for event in events:
            into.append(event)
    except Problem as problem:
        return problem
    return None


def texts(events: list[Any]) -> list[str]:
    return [event.segments[0].text for event in events if isinstance(event, SegmentsArrived)]


def test_text_comes_while_the_next_sentence_is_spoken() -> None:
    async def talk(room: Room) -> None:
        room.say(TALK)
        events = room.listen()
        async with aclosing(events):
            async for event in events:
                if isinstance(event, SegmentsArrived):
                    break  # the microphone is still open

    assert run(talk).sent == [0]


def test_when_the_recording_ends_the_rest_is_sent_and_the_job_is_done() -> None:
    events: list[Any] = []

    async def talk(room: Room) -> None:
        room.say(TALK, TALK, [("speech", 1)], ended=True)
        assert await collected(room.listen(), events) is None

    room = run(talk)
    assert texts(events) == ["words 0", "words 1", "words 2"]
    assert isinstance(events[-1], JobSettled)
    assert events[-1].job.state is JobState.DONE
    assert events[-1].job.is_complete
    assert room.store.kept.recording.seconds == pytest.approx(11)


def test_a_piece_is_kept_before_it_is_sent() -> None:
    async def talk(room: Room) -> None:
        room.silent_service = True
        room.say(TALK)
        events = room.listen()
        async with aclosing(events):
            async for event in events:
                if isinstance(event, PieceChanged):
                    break
        assert room.store.kept.pieces[0].end > 4

    run(talk)


def test_silence_is_not_sent() -> None:
    async def talk(room: Room) -> None:
        room.say([("silence", 8)], ended=True)
        assert await collected(room.listen(), []) is None

    room = run(talk)
    assert room.sent == []
    assert room.store.kept.state is JobState.DONE


def test_a_network_that_is_away_for_a_while_costs_nothing() -> None:
    events: list[Any] = []

    async def talk(room: Room) -> None:
        room.fails = [NetworkDown(), NetworkDown(), None]
        room.say(TALK, TALK)
        room.at_sleep = lambda: room.said.put_nowait(None) if len(room.slept) == 2 else None
        assert await collected(room.listen(), events) is None

    room = run(talk)
    assert room.sent == [0, 0, 0, 1]
    assert room.slept == [2.0, 4.0]
    assert texts(events) == ["words 0", "words 1"]
    states = [event.piece.state for event in events if isinstance(event, PieceChanged)]
    assert PieceState.FAILED in states
    assert room.store.kept.is_complete


def test_cutting_goes_on_while_nothing_can_be_sent() -> None:
    async def talk(room: Room) -> None:
        room.silent_service = True
        room.say(TALK, TALK, TALK)
        events = room.listen()
        async with aclosing(events):
            async for event in events:
                if isinstance(event, PiecesCut) and len(event.pieces) == 3:
                    break

    room = run(talk)
    assert [piece.state for piece in room.store.kept.pieces] == [PieceState.WAITING] * 3
    assert room.store.kept.state is JobState.STOPPED


def test_a_network_that_stays_away_fails_the_job_and_keeps_all_pieces() -> None:
    events: list[Any] = []

    async def talk(room: Room) -> None:
        room.fails = [NetworkDown()] * 99
        room.say(TALK, TALK, ended=True)
        assert isinstance(await collected(room.listen(), events), NetworkDown)

    room = run(talk)
    assert len(room.sent) <= 6
    assert isinstance(events[-1], JobSettled)
    assert room.store.kept.state is JobState.FAILED
    assert room.store.kept.problem == "network-down"
    assert len(room.store.kept.pieces) >= 2
    assert not any(piece.is_settled for piece in room.store.kept.pieces[:2])


def test_a_refused_key_is_not_tried_again_and_again_but_once_more_at_the_end() -> None:
    async def talk(room: Room) -> None:
        room.fails = [KeyRefused(), None, None]
        room.say(TALK, TALK, TALK)
        events = room.listen()
        async with aclosing(events):
            async for event in events:
                if isinstance(event, PiecesCut) and len(event.pieces) == 3:
                    room.said.put_nowait(None)

    room = run(talk)
    assert room.sent[:3] == [0, 0, 1]
    assert room.slept == []
    assert room.store.kept.state is JobState.DONE


def test_one_piece_that_always_fails_does_not_keep_the_others() -> None:
    events: list[Any] = []

    async def talk(room: Room) -> None:
        room.fails = [NetworkDown()] * 3
        room.say(TALK, TALK)
        async for event in room.listen():
            events.append(event)
            if texts([event]) == ["words 1"]:
                room.said.put_nowait(None)

    room = run(talk)
    assert room.sent == [0, 0, 0, 1, 0]
    assert texts(events) == ["words 1", "words 0"]
    assert room.store.kept.is_complete


def test_each_piece_has_its_sound_and_no_more_is_kept_in_memory() -> None:
    pcm = sound([("speech", 40), ("silence", 1), ("speech", 4), ("silence", 2)])
    slicer = LiveSlicer()
    found = []
    for at in range(0, len(pcm), 6_400):
        found += slicer.add(pcm[at : at + 6_400])
        assert len(slicer._kept) < 31 * SPEECH_RATE * 2
    for piece, heard in [*found, *slicer.end()]:
        start, end = round((piece.start - piece.overlap) * SPEECH_RATE) * 2, piece.end * SPEECH_RATE
        assert heard == pcm[start : round(end) * 2]


def test_the_seam_of_speech_without_a_breath_is_in_both_pieces() -> None:
    tone = sound([("speech", 1)]) * 40
    slicer = LiveSlicer(Pace(overlap=2.0))
    found = [*slicer.add(tone), *slicer.end()]
    piece, heard = found[1]
    assert len(heard) / 2 / SPEECH_RATE == pytest.approx(piece.end - piece.start + piece.overlap)


def write(path: Path, pcm: bytes, rate: int, said: int | None = None) -> None:
    path.write_bytes(wav_header(rate, len(pcm) if said is None else said) + pcm)


@pytest.mark.parametrize("rate", [SPEECH_RATE, 48_000, 44_100, 8_000])
def test_a_file_is_followed_while_it_grows(tmp_path: Path, rate: int) -> None:
    path = tmp_path / "note.wav"
    pcm = sound([("speech", 1.05)], rate=rate)
    steps = iter([pcm[: rate * 2 // 4 * 2], pcm])
    heard = bytearray()

    async def follow() -> None:
        async def grow(_seconds: float) -> None:
            fresh = next(steps, None)
            if fresh is None:
                growing.end()
            else:
                write(path, fresh, rate)

        growing = GrowingSound(path, sleep=grow)
        async for chunk in growing:
            heard.extend(chunk)

    asyncio.run(follow())
    assert len(heard) / 2 / SPEECH_RATE == pytest.approx(1.05, abs=0.001)
    if rate == SPEECH_RATE:
        assert bytes(heard) == pcm


def test_only_what_the_header_says_is_read_so_that_others_can_read_it_too(tmp_path: Path) -> None:
    path = tmp_path / "note.wav"
    write(path, bytes(SPEECH_RATE * 4), SPEECH_RATE, said=SPEECH_RATE * 2)

    async def follow() -> int:
        growing = GrowingSound(path)
        growing.end()
        return sum([len(chunk) async for chunk in growing])

    assert asyncio.run(follow()) == SPEECH_RATE * 2


def test_samples_of_another_rate_keep_their_loudness() -> None:
    pcm = sound([("speech", 1)], rate=48_000)
    assert max(at_speech_rate(pcm, 48_000)) == max(pcm)
