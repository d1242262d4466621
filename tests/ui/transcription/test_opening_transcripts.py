"""A transcript saved as JSON comes back into the page, with its recording if that is near."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gptdesk.domain.transcript_exports import ExportChoice, ExportForm
from gptdesk.domain.transcription import JobState, Recording, TranscriptionJob
from gptdesk.services.transcript_files import contents
from gptdesk.ui.transcription.segments.gestures import Change
from transcription_fakes import SPEAKERS, segments_of


@pytest.fixture
def saved(desk):
    """A finished job, and the file that the export makes of it."""
    desk.start()
    settings = desk.presenter.ears.settings
    segments = tuple(segment for n in range(2) for segment in segments_of(n))
    job = TranscriptionJob(
        "elsewhere", "Council", Recording(desk.folder / "far" / "talk.wav", 480.0, 5), settings,
        1.0, JobState.DONE, segments=segments, speakers=SPEAKERS, language="en",
    )  # fmt: skip
    path = desk.folder / "minutes.json"
    path.write_bytes(contents(job, ExportChoice(ExportForm.JSON)))
    return job, path


def drop(desk, path):
    desk.page.dropped.emit([path])
    desk.until(lambda: desk.queue.jobs)


def without_ids(segments):
    return [replace(segment, id=0) for segment in segments]


def test_it_is_shown_as_it_was_saved_and_can_be_corrected(desk, saved):
    job, path = saved
    drop(desk, path)
    assert desk.job.title == "Council"
    assert desk.job.state is JobState.DONE
    assert without_ids(desk.job.segments) == without_ids(job.segments)
    assert dict(desk.job.speakers) == SPEAKERS
    assert desk.job.recording.seconds == 480.0
    assert not desk.presenter.listener.player.has_sound
    first = desk.job.segments[0]
    desk.page.segments.wished.emit(Change(first.id, "Corrected."))
    assert desk.texts[0] == "Corrected."


def test_a_recording_beside_it_can_be_heard(desk, saved):
    desk.recording("talk.wav")
    drop(desk, saved[1])
    assert desk.presenter.listener.player.has_sound


def test_nothing_is_offered_to_be_paid_for(desk, saved):
    drop(desk, saved[1])
    assert desk.part("transcription.start").isHidden()
    desk.presenter.begin()
    assert desk.service.took == []


@pytest.mark.parametrize("content", ["{}", "[1, 2", '{"format": "other"}', ""])
def test_another_json_file_is_a_sentence(desk, saved, content):
    path = desk.folder / "other.json"
    path.write_text(content)
    desk.page.dropped.emit([path])
    desk.until(lambda: not desk.notice.isHidden())
    assert desk.notice.text
    assert desk.queue.jobs == []
