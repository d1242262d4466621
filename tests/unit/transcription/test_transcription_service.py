"""A recording goes in, its words come out; nothing is sent twice, nothing is lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from gptdesk.domain.events import ParameterDropped, RetryScheduled
from gptdesk.domain.problems import (
    ContentRefused,
    CreditExhausted,
    KeyMissing,
    ServiceFailed,
    SoundMissing,
    SoundUnreadable,
)
from gptdesk.domain.transcription import (
    CostNoted,
    JobSettled,
    JobStarted,
    JobState,
    PieceChanged,
    PiecesCut,
    PieceState,
    ReadingProgressed,
    SegmentsArrived,
    TextArrived,
)
from server import tones
from server.behaviours import Fail
from server.hearing import TRANSCRIPTIONS, Hears, NeverAnswers, form_of
from transcription_studio import SETTINGS, sent, talk, words_of


async def collected(studio, job_id):
    """What comes of a job, also of one that fails."""
    events, problem = [], None
    try:
        async for event in studio.service.run(job_id):
            events.append(event)
    except Exception as failure:
        problem = failure
    return events, problem, await studio.service.open(job_id)


async def ready_pieces(studio, job_id):
    pieces = (await studio.service.open(job_id)).pieces
    return sum(piece.state is PieceState.READY for piece in pieces)


def test_a_short_recording_goes_as_one_piece(in_studio, server):
    samples, words = talk(8)

    async def work(studio):
        events, job = await studio.write_down(samples)
        assert words_of(job) == words
        assert job.state is JobState.DONE
        assert [piece.state for piece in job.pieces] == [PieceState.READY]
        assert isinstance(events[0], JobStarted)
        assert [e.position for e in events if isinstance(e, SegmentsArrived)] == [0]
        assert any(isinstance(event, PiecesCut) for event in events)
        assert studio.files == []

    in_studio(work)
    assert len(server.requests) == 1


def test_a_long_one_is_cut_in_its_silences_and_stays_in_order(in_studio, server):
    samples, words = talk(130)

    async def work(studio):
        events, job = await studio.write_down(samples)
        assert words_of(job) == words
        assert len(job.pieces) > 4
        assert all(piece.end - piece.start <= 20 for piece in job.pieces)
        assert all(piece.overlap == 0 for piece in job.pieces)
        seconds = [event.seconds for event in events if isinstance(event, ReadingProgressed)]
        assert seconds == sorted(seconds)
        assert seconds[-1] > 120
        last = [event for event in events if isinstance(event, PiecesCut)][-1]
        assert last.seconds == pytest.approx(job.recording.seconds)

    in_studio(work, longest=20.0)


@pytest.mark.parametrize("model", ["whisper-1", "gpt-transcribe", "gpt-4o-transcribe-diarize"])
def test_the_times_of_sentences_are_exact(in_studio, server, model):
    """Also where the model gives none: by the pauses of the sound."""
    samples, _ = talk(100, seed=5, vocabulary=tones.WORDS[:20])
    truth = tones.sentences(tones.heard(tones.samples_of(tones.wav(samples))[0]))

    async def work(studio):
        _, job = await studio.write_down(samples, replace(SETTINGS, model=model))
        return job

    job = in_studio(work, longest=40.0)
    if model == "gpt-transcribe":
        assert not any(segment.has_own_times for segment in job.segments)
    for sentence in truth:
        start, end = sentence[0].start, sentence[-1].end
        assert min(abs(segment.start - start) for segment in job.segments) < 0.3
        assert min(abs(segment.end - end) for segment in job.segments) < 0.3


def test_silence_is_never_sent(in_studio, server):
    one, other = tones.spoken(["river", "apple"]), tones.spoken(["lemon"])
    samples = one + tones.silence(90) + other + tones.silence(45)

    async def work(studio):
        _, job = await studio.write_down(samples)
        assert words_of(job) == ["river", "apple", "lemon"]
        states = [piece.state for piece in job.pieces]
        assert states == [
            PieceState.READY, PieceState.SILENT, PieceState.READY, PieceState.SILENT,
        ]  # fmt: skip
        assert job.pieces[-1].end == pytest.approx(len(samples) / 32_000)

    in_studio(work, longest=30.0)
    assert sum(server.hears.seconds) < 10


def test_a_recording_in_which_nobody_speaks_costs_nothing(in_studio, server):
    async def work(studio):
        _, job = await studio.write_down(tones.silence(400))
        assert job.state is JobState.DONE
        assert [piece.state for piece in job.pieces] == [PieceState.SILENT]
        assert job.segments == ()

    in_studio(work)
    assert server.requests == []


def test_a_failed_piece_is_tried_again_alone_and_told(in_studio, server):
    samples, words = talk(60)

    async def work(studio):
        server.script([Hears(), Fail(503, "busy")], TRANSCRIPTIONS)
        events, job = await studio.write_down(samples)
        assert words_of(job) == words
        assert [e.problem for e in events if isinstance(e, RetryScheduled)] == ["service-failed"]
        assert studio.waited == [1.0]
        assert len(server.requests) == sent(job) + 1

    in_studio(work, longest=20.0)


def test_after_a_failure_that_stays_only_the_missing_pieces_are_sent(in_studio, server):
    samples, words = talk(120)

    async def work(studio):
        job = await studio.service.add(studio.record(samples), SETTINGS)
        server.script([Hears(), Hears(), Fail(429, "No credit", "insufficient_quota")],
                      TRANSCRIPTIONS)  # fmt: skip
        events, problem, job = await collected(studio, job.id)
        assert isinstance(problem, CreditExhausted)
        assert isinstance(events[-1], JobSettled)
        assert (job.state, job.problem) == (JobState.FAILED, "credit-exhausted")
        failed = [piece for piece in job.pieces if piece.state is PieceState.FAILED]
        assert [piece.problem for piece in failed] == ["credit-exhausted"]
        ready = sum(piece.state is PieceState.READY for piece in job.pieces)
        before = len(server.requests)
        _, job = await studio.go_on(job.id)
        assert words_of(job) == words
        assert len(server.requests) - before == len(job.pieces) - ready
        assert studio.files == []

    in_studio(work, longest=15.0)


def test_what_one_piece_fails_with_does_not_stop_the_others(in_studio, server):
    samples, _ = talk(60)

    async def work(studio):
        job = await studio.service.add(studio.record(samples), SETTINGS)
        server.script([Fail(400, "was flagged", "content_policy_violation")], TRANSCRIPTIONS)
        _, problem, job = await collected(studio, job.id)
        assert isinstance(problem, ContentRefused)
        states = [piece.state for piece in job.pieces]
        assert states.count(PieceState.FAILED) == 1
        assert states.count(PieceState.READY) == len(states) - 1

    in_studio(work, longest=15.0)


def test_a_refused_key_sends_nothing_more(in_studio, server):
    samples, _ = talk(150)
    server.key = "another"

    async def work(studio):
        job = await studio.service.add(studio.record(samples), SETTINGS)
        _, problem, _ = await collected(studio, job.id)
        assert isinstance(problem, KeyMissing)

    in_studio(work, longest=10.0)
    assert len(server.requests) <= 3


def test_a_service_that_always_fails_is_given_up_after_three_tries(in_studio, server):
    server.hears = Fail(500, "broken")
    samples, _ = talk(10)

    async def work(studio):
        job = await studio.service.add(studio.record(samples), SETTINGS)
        _, problem, _ = await collected(studio, job.id)
        assert isinstance(problem, ServiceFailed)

    in_studio(work)
    assert len(server.requests) == 3


def test_stopped_it_goes_on_where_it_was(in_studio, server):
    samples, words = talk(120)

    async def work(studio):
        job = await studio.service.add(studio.record(samples), SETTINGS)
        server.script([*[Hears()] * 4, *[NeverAnswers()] * 3], TRANSCRIPTIONS)

        async def until_stuck():
            async for _event in studio.service.run(job.id):
                pass

        task = asyncio.create_task(until_stuck())
        await asyncio.to_thread(server.wait_for_request, 7)
        while (
            sum(p.state is PieceState.READY for p in (await studio.service.open(job.id)).pieces) < 4
        ):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        stopped = await studio.service.open(job.id)
        assert stopped.state is JobState.STOPPED
        ready = sum(piece.state is PieceState.READY for piece in stopped.pieces)
        assert ready == 4
        before = len(server.requests)
        server.script([], TRANSCRIPTIONS)
        _, job = await studio.go_on(job.id)
        assert words_of(job) == words
        assert len(server.requests) - before == len(job.pieces) - ready

    in_studio(work, longest=12.0)


def test_pieces_whose_sound_is_gone_are_read_again(in_studio, server):
    samples, words = talk(120)

    async def work(studio):
        job = await studio.service.add(studio.record(samples), SETTINGS)
        server.script([Hears(), Hears(), Hears(), Fail(401, "no", "invalid_api_key")],
                      TRANSCRIPTIONS)  # fmt: skip
        await collected(studio, job.id)
        await studio.shelf.clear(job.id)
        _, job = await studio.go_on(job.id)
        assert words_of(job) == words

    in_studio(work, longest=12.0)


def test_it_goes_on_although_the_recording_is_gone_when_all_was_cut(in_studio, server):
    samples, words = talk(60)

    async def work(studio):
        path = studio.record(samples)
        job = await studio.service.add(path, SETTINGS)
        server.script([Hears(), Hears(), Fail(401, "no", "invalid_api_key")], TRANSCRIPTIONS)
        await collected(studio, job.id)
        path.unlink()
        _, job = await studio.go_on(job.id)
        assert words_of(job) == words

    in_studio(work, longest=12.0)


def test_a_recording_that_is_gone_before_it_was_read_is_said(in_studio, server):
    async def work(studio):
        path = studio.record(talk(8)[0])
        job = await studio.service.add(path, SETTINGS)
        path.unlink()
        events, problem, job = await collected(studio, job.id)
        assert isinstance(problem, SoundMissing)
        assert (job.state, job.problem) == (JobState.FAILED, "sound-missing")
        assert isinstance(events[-1], JobSettled)

    in_studio(work)


def test_what_holds_no_sound_is_refused_at_once(in_studio, tmp_path):
    empty = tmp_path / "empty.wav"
    empty.write_bytes(b"")

    async def work(studio):
        with pytest.raises(SoundUnreadable):
            await studio.service.add(empty, SETTINGS)
        with pytest.raises(SoundMissing):
            await studio.service.add(tmp_path / "none.wav", SETTINGS)
        assert await studio.service.history() == ()

    in_studio(work)


def test_without_a_silence_pieces_overlap_and_their_seam_is_stitched(in_studio, server):
    words = [tones.WORDS[n % 40] for n in range(0, 700, 7)]
    samples = tones.spoken(words)

    async def work(studio):
        _, job = await studio.write_down(samples)
        assert [piece.overlap > 0 for piece in job.pieces[1:]] == [True] * (len(job.pieces) - 1)
        assert words_of(job) == words

    in_studio(work, longest=14.0)


def test_speakers_keep_their_keys_across_pieces(in_studio, server):
    first, second = tones.WORDS[:20], tones.WORDS[20:]
    samples, turns = b"", []
    for turn in range(12):
        words = (first if turn % 2 == 0 else second)[turn : turn + 7]
        samples += tones.spoken(words, 0.9)
        turns.append("ab"[turn % 2])

    async def work(studio):
        settings = replace(SETTINGS, model="gpt-4o-transcribe-diarize")
        events, job = await studio.write_down(samples, settings)
        assert len(job.pieces) > 2
        assert len(job.speakers) == 2
        keys = [segment.speaker for segment in job.segments]
        assert keys == [list(job.speakers)["ab".index(turn)] for turn in turns]
        arrived = [event for event in events if isinstance(event, SegmentsArrived)]
        assert arrived[0].speakers.keys() == job.speakers.keys()
        assert studio.files == []

    in_studio(work, longest=15.0)
    assert "known_speaker_names[]" not in form_of(server.requests[0]).texts
    assert len(form_of(server.requests[1]).texts["known_speaker_references[]"]) == 2


def test_text_arrives_while_a_piece_is_heard(in_studio, server):
    async def work(studio):
        settings = replace(SETTINGS, model="gpt-transcribe")
        events, job = await studio.write_down(tones.spoken(["river", "apple"]), settings)
        told = "".join(event.text for event in events if isinstance(event, TextArrived))
        assert told == job.segments[0].text

    in_studio(work)


def test_what_the_model_cannot_do_is_said(in_studio, server):
    async def work(studio):
        settings = replace(SETTINGS, model="gpt-transcribe", to_english=True)
        events, _ = await studio.write_down(tones.spoken(["river"]), settings)
        assert ParameterDropped("to_english") in events

    in_studio(work)


def test_a_piece_is_waiting_sent_and_ready_in_this_order(in_studio, server):
    async def work(studio):
        events, _ = await studio.write_down(tones.spoken(["river", "apple"]))
        states = [event.piece.state for event in events if isinstance(event, PieceChanged)]
        assert states == [PieceState.SENDING, PieceState.READY]
        assert any(isinstance(event, CostNoted) for event in events)

    in_studio(work)


def test_what_was_edited_meanwhile_stays(in_studio, server):
    """Whoever edits has not seen the pieces yet that arrive in the same moment."""
    samples, _ = talk(60)

    async def work(studio):
        job = await studio.service.add(studio.record(samples), SETTINGS)
        edited = False
        async for event in studio.service.run(job.id):
            if isinstance(event, SegmentsArrived) and not edited:
                edited = True
                changed = (replace(event.segments[0], text="Corrected.", is_edited=True),
                           *event.segments[1:])  # fmt: skip
                await studio.service.save_segments(job.id, changed)
        job = await studio.service.open(job.id)
        assert "Corrected." in [segment.text for segment in job.segments]
        assert {segment.id // 100_000 for segment in job.segments} == set(range(len(job.pieces)))

    in_studio(work, longest=15.0)


def test_a_job_done_is_not_sent_again(in_studio, server):
    async def work(studio):
        _, job = await studio.write_down(tones.spoken(["river", "apple"]))
        count = len(server.requests)
        events, again = await studio.go_on(job.id)
        assert [type(event) for event in events] == [JobStarted, JobSettled]
        assert len(server.requests) == count
        assert again.segments == job.segments

    in_studio(work)


def test_even_loudness_changes_what_is_sent_and_not_what_is_heard(in_studio, server):
    loud, quiet = tones.spoken(["river"] * 5), tones.spoken(["lemon"] * 5, loud=0.02)

    async def work(studio):
        settings = replace(SETTINGS, even_loudness=True)
        _, job = await studio.write_down(loud + quiet * 2, settings)
        assert words_of(job) == ["river"] * 5 + ["lemon"] * 10

    in_studio(work)
    import numpy as np

    samples, _rate = tones.samples_of(form_of(server.requests[0]).file)
    third = len(samples) // 3
    assert np.abs(samples[-third:]).max() > 6 * 0.02 * 32767


def test_going_on_with_a_model_that_takes_less_sends_parts(in_studio, server):
    samples, words = talk(100, vocabulary=tones.WORDS[:20])

    async def work(studio):
        job = await studio.service.add(studio.record(samples), SETTINGS)
        server.script([Fail(401, "no", "invalid_api_key")] * 2, TRANSCRIPTIONS)
        await collected(studio, job.id)
        server.script([], TRANSCRIPTIONS)
        await studio.service.save_settings(job.id, replace(SETTINGS, model="glm-asr-2512"))
        studio.longest = 29.0
        _, job = await studio.go_on(job.id)
        assert words_of(job) == words
        assert max(server.hears.seconds) <= 30
        assert studio.files == []

    in_studio(work, longest=90.0)
