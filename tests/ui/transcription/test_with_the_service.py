"""The page with the real service, its database, and a server that hears."""

from __future__ import annotations

import pytest

from gptdesk.domain.transcription import JobState
from gptdesk.ui.transcription.segments.gestures import Change
from server import tones
from server.fixture import server as server
from transcription_studio import Studio, talk, words_of
from transcription_studio import paths as paths


@pytest.fixture
def studio(desk, server, paths):
    made = Studio(server, paths, longest=20.0)
    desk.run_alone(made.open())
    desk.service = made.service
    desk.connections = made.connections
    desk.start()
    yield made
    desk.stop()
    desk.shutdown()
    desk.run_alone(made.close())


def put_in(desk, path):
    desk.page.dropped.emit([path])
    desk.until(lambda: desk.queue.jobs)


def test_a_recording_is_written_down_corrected_and_found_again(desk, studio):
    samples, words = talk(45)
    put_in(desk, studio.record(samples))
    desk.part("transcription.start").click()
    desk.until(lambda: desk.job.state is JobState.DONE and not desk.queue.running)
    assert words_of(desk.job) == words
    assert len(desk.job.pieces) >= 2
    first = desk.job.segments[0]
    desk.page.segments.wished.emit(Change(first.id, "Corrected."))
    desk.presenter.corrector.keep_now()
    kept = []
    desk.presenter.calls.run(studio.service.open(desk.job.id), kept.append)
    desk.until(lambda: kept)
    assert kept[0].segments[0].text == "Corrected."


def test_silence_ends_with_a_sentence_and_costs_nothing(desk, studio):
    put_in(desk, studio.record(tones.silence(5.0)))
    desk.part("transcription.start").click()
    desk.until(lambda: desk.job.state is JobState.DONE and not desk.queue.running)
    assert desk.page.floating.waiting.text() == "Nobody speaks in this recording."
    assert desk.texts == []
