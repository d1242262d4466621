"""A recording is written down by the service while it grows on the disk, and after a crash."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest

from gptdesk.domain.problems import Problem
from gptdesk.domain.sound import wav_header
from gptdesk.domain.transcription import (
    JobSettled,
    JobStarted,
    JobState,
    PieceState,
    Recording,
    SegmentsArrived,
    TranscriptionSettings,
)
from gptdesk.services.growing_sound import GrowingSound
from server import tones
from server.behaviours import Fail
from server.hearing import TRANSCRIPTIONS
from transcription_studio import SETTINGS, talk, words_of

SECOND = 32_000


class Microphone:
    """Writes a recording as the recorder does; each time it is looked at, a second was spoken."""

    def __init__(self, path: Path, samples: bytes) -> None:
        self.path = path
        self._samples = samples
        self._at = 0
        self.sound = GrowingSound(path, sleep=self._speak)
        path.write_bytes(wav_header(16_000, 0))

    @property
    def is_over(self) -> bool:
        return self._at >= len(self._samples)

    async def _speak(self, _seconds: float) -> None:
        await asyncio.sleep(0)
        fresh = self._samples[self._at : self._at + SECOND]
        self._at += len(fresh)
        with self.path.open("r+b") as file:
            file.write(wav_header(16_000, self._at))
            file.seek(0, 2)
            file.write(fresh)
        if self.is_over:
            self.sound.end()


def listen(studio, microphone: Microphone, settings: TranscriptionSettings = SETTINGS):
    recording = Recording(microphone.path, is_ours=True)
    return studio.service.listen(recording, settings, microphone.sound)


async def collected(events) -> tuple[list, Problem | None]:
    found: list = []
    try:
        async for event in events:
            found.append(event)
    except Problem as problem:
        return found, problem
    return found, None


def test_words_come_while_it_is_recorded_and_all_are_there_in_the_end(in_studio, server):
    samples, words = talk(40)

    async def work(studio):
        microphone = Microphone(studio.service.new_recording(), samples)
        early = 0
        events = []
        async for event in listen(studio, microphone):
            events.append(event)
            early += isinstance(event, SegmentsArrived) and not microphone.is_over
        job = await studio.service.open(events[0].job.id)
        assert early >= 2
        assert words_of(job) == words
        assert isinstance(events[-1], JobSettled)
        assert job.state is JobState.DONE
        assert job.recording.is_ours
        assert job.recording.seconds == pytest.approx(len(samples) / SECOND)
        assert all(piece.is_settled for piece in job.pieces)
        assert len(job.pieces) >= 4
        assert studio.files == []

    in_studio(work)


def test_it_stands_in_the_history_from_the_first_moment_on(in_studio, server):
    samples, _ = talk(5)

    async def work(studio):
        microphone = Microphone(studio.service.new_recording(), samples)
        async with aclosing(listen(studio, microphone)) as events:
            async for event in events:
                assert isinstance(event, JobStarted)
                headers = await studio.service.history()
                assert [header.id for header in headers] == [event.job.id]
                break

    in_studio(work)


def test_after_a_crash_the_rest_is_cut_and_nothing_is_sent_twice(in_studio, server):
    samples, words = talk(40, longest_pause=1.0)

    async def work(studio):
        microphone = Microphone(studio.service.new_recording(), samples)
        async with aclosing(listen(studio, microphone)) as events:
            async for event in events:
                if isinstance(event, JobStarted):
                    job = event.job
                if isinstance(event, SegmentsArrived) and event.position >= 1:
                    break  # the app dies here
        before = await studio.service.open(job.id)
        ready = sum(piece.state is PieceState.READY for piece in before.pieces)
        asked = len(server.requests)
        # What reached the disk, with a header that is behind
        microphone.path.write_bytes(wav_header(16_000, len(samples) // 2) + samples)
        _, after = await studio.go_on(job.id)
        assert words_of(after) == words
        assert after.state is JobState.DONE
        sent = sum(piece.state is not PieceState.SILENT for piece in after.pieces)
        assert len(server.requests) - asked == sent - ready
        assert after.recording.seconds == pytest.approx(len(samples) / SECOND)

    in_studio(work)


def test_a_service_that_is_away_for_a_while_loses_nothing(in_studio, server):
    samples, words = talk(30)
    server.script([Fail(503)] * 5, TRANSCRIPTIONS)

    async def work(studio):
        microphone = Microphone(studio.service.new_recording(), samples)
        events, problem = await collected(listen(studio, microphone))
        assert problem is None
        job = await studio.service.open(events[0].job.id)
        assert words_of(job) == words
        assert job.state is JobState.DONE

    in_studio(work)


def test_without_a_connection_it_is_recorded_and_can_be_written_down_later(in_studio, server):
    samples, words = talk(12)

    async def work(studio):
        microphone = Microphone(studio.service.new_recording(), samples)
        nowhere = TranscriptionSettings("gone", "gone")
        events, problem = await collected(listen(studio, microphone, nowhere))
        assert problem is not None
        job = await studio.service.open(events[0].job.id)
        assert job.state is JobState.FAILED
        assert job.problem == problem.code
        assert microphone.is_over
        await studio.service.save_settings(job.id, SETTINGS)
        _, job = await studio.go_on(job.id)
        assert words_of(job) == words

    in_studio(work)


def test_speech_without_a_pause_is_stitched_at_its_seams(in_studio, server):
    _, words = talk(75)
    dense = b"".join(tones.tone(word) + tones.silence(0.02) for word in words)

    async def work(studio):
        microphone = Microphone(studio.service.new_recording(), dense)
        events, problem = await collected(listen(studio, microphone))
        assert problem is None
        job = await studio.service.open(events[0].job.id)
        assert max(piece.end - piece.start for piece in job.pieces) <= 28.1
        assert any(piece.overlap for piece in job.pieces)
        assert words_of(job) == words

    in_studio(work)
