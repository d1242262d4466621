"""A recording is written down while it is made, and whatever fails, nothing of it is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

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
from gptdesk.services.transcription_live import Listening, LiveWork, rest_of
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


class Room:
    """Someone speaks, a service listens. `fails` are the Problems of the next requests."""

    def __init__(self) -> None:
        self.store = Store()
        self.sent: list[int] = []
        self.fails: list[Problem | None] = []
        self.slept: list[float] = []
        self.said: asyncio.Queue[bytes | None] = asyncio.Queue()
        self.at_sleep: Callable[[], None] = lambda: None
        self.silent_service = False

    async def samples(self) -> AsyncIterator[bytes]:
        while (pcm := await self.said.get()) is not None:
            yield pcm

    async def send(
        self, job: TranscriptionJob, piece: Piece
    ) -> AsyncGenerator[SegmentsArrived, None]:
        self.sent.append(piece.position)
        if self.silent_service:
            await asyncio.Event().wait()
        if self.fails and (problem := self.fails.pop(0)) is not None:
            raise problem
        await self.store.set_piece(job.id, replace(piece, state=PieceState.READY))
        words = Segment(piece.position, piece.start, piece.end, f"words {piece.position}")
        yield SegmentsArrived(piece.position, (words,))

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
        work = LiveWork(self.store, self.send, sleep=self.sleep, **how)  # type: ignore[arg-type]
        return Listening(JOB, work).run(self.samples())


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
        room.at_sleep = lambda: room.said.put_nowait(None) if len(room.slept) == 3 else None
        await collected(room.listen(), events)

    assert run(talk).sent == [0, 0, 0, 1, 0]


def test_several_pieces_are_on_the_way_where_the_service_takes_them() -> None:
    async def talk(room: Room) -> None:
        room.silent_service = True
        room.say(TALK, TALK, TALK)
        events = room.listen(side_by_side=2)
        sending = 0
        async with aclosing(events):
            async for event in events:
                sending += isinstance(event, PieceChanged)
                if sending == 2:
                    break

    assert run(talk).sent == [0, 1]


def test_what_was_recorded_when_the_app_died_is_cut_to_the_end() -> None:
    piece = Piece(0, 0.0, 4.5, state=PieceState.READY)

    async def later() -> tuple[Piece, ...]:
        async def samples() -> AsyncIterator[bytes]:
            yield sound([("silence", 0.5), ("speech", 4), ("silence", 1), ("speech", 2)])

        return await rest_of(replace(JOB, pieces=(piece,)), 12.0, samples())

    pieces = asyncio.run(later())
    assert pieces[0] == piece
    assert [each.position for each in pieces] == list(range(len(pieces)))
    assert pieces[1].start == 4.5
    assert pieces[-1].end == 12.0


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
