"""A long text is spoken in pieces, kept at once, and never paid for twice."""

from __future__ import annotations

import asyncio
import wave
from contextlib import aclosing
from dataclasses import replace
from itertools import pairwise

import pytest

from gptdesk.domain.problems import ContentRefused, KeyMissing, Problem, ServiceFailed
from gptdesk.domain.sound import SoundInfo
from gptdesk.domain.speech import (
    JobSettled,
    JobStarted,
    JobState,
    PieceChanged,
    PieceState,
    SpokenWord,
)
from gptdesk.domain.spoken_times import spoken_sentences
from server.behaviours import Fail, RefuseParameter
from server.speaking import RATE, SECONDS_A_LETTER, SPEECH, CutSpeech, SilentSpeech, Spoken
from speech_studio import SETTINGS

LONG = "".join(
    f"Lamp {number} was lit at a quarter past five. 今天是第{number}天，我们去公园。\n"
    for number in range(30)
)


def settled(events):
    (last,) = [event.job for event in events if isinstance(event, JobSettled)]
    return last


def test_a_text_becomes_sounds_that_follow_its_order(in_studio):
    async def work(studio):
        job = settled(await studio.speak(LONG))
        assert job.state is JobState.DONE
        assert len(job.pieces) > 3
        assert [piece.state for piece in job.pieces] == [PieceState.READY] * len(job.pieces)
        assert "".join(LONG[piece.start : piece.end] for piece in job.pieces) == LONG
        for piece in job.pieces:
            said = LONG[piece.start : piece.end].strip()
            assert piece.seconds == pytest.approx(len(said) * SECONDS_A_LETTER, abs=0.01)
        assert sorted(studio.inputs) == sorted(LONG[p.start : p.end].strip() for p in job.pieces)
        assert all(len(text) <= 400 for text in studio.inputs)

    in_studio(work)


def test_the_same_text_is_not_paid_for_again(in_studio):
    async def work(studio):
        await studio.speak(LONG)
        asked = len(studio.server.requests)
        job = settled(await studio.speak(LONG))
        assert len(studio.server.requests) == asked
        assert job.is_complete
        # Another last sentence costs one more piece, nothing else
        await studio.speak(LONG + "One more sentence stands here now.")
        assert len(studio.server.requests) == asked + 1

    in_studio(work)


def test_equal_pieces_of_one_text_are_made_once(in_studio):
    async def work(studio):
        half = "A" * 399 + ". "
        await studio.speak(half * 5)
        assert len(studio.inputs) == len(set(studio.inputs))

    in_studio(work)


def test_a_piece_that_fails_is_tried_again_alone(in_studio):
    async def work(studio):
        failures = [Fail(500), CutSpeech()]
        studio.server.script([*failures, *[Spoken()] * 50], SPEECH)
        job = settled(await studio.speak(LONG))
        assert job.state is JobState.DONE
        assert len(studio.server.requests) == len(job.pieces) + 2
        assert studio.waited == [1.0, 1.0]
        assert not [name for name in studio.files if name.endswith(".part")]

    in_studio(work)


def test_after_a_failure_what_is_whole_stays_and_the_rest_can_be_made(in_studio):
    async def work(studio):
        studio.server.script([Spoken(), Spoken(), *[Fail(401, code="invalid_api_key")] * 3], SPEECH)
        events = []
        with pytest.raises(KeyMissing):
            async for event in studio.service.speak(LONG, SETTINGS):
                events.append(event)
        job = settled(events)
        assert job.state is JobState.FAILED
        assert job.problem == KeyMissing.code
        kept = [piece for piece in job.pieces if piece.state is PieceState.READY]
        assert len(kept) == 2
        studio.server.script([], SPEECH)
        asked = len(studio.server.requests)
        again = settled([event async for event in studio.service.go_on(job.id)])
        assert again.state is JobState.DONE
        assert len(studio.server.requests) == asked + len(job.pieces) - 2

    in_studio(work)


def test_stopping_closes_the_lines_and_keeps_what_is_whole(in_studio):
    async def work(studio):
        studio.server.script([Spoken(), *[SilentSpeech()] * 3], SPEECH)
        job_id = ""
        async with aclosing(studio.service.speak(LONG, SETTINGS)) as events:
            async for event in events:
                if isinstance(event, JobStarted):
                    job_id = event.job.id
                if isinstance(event, PieceChanged) and event.piece.state is PieceState.READY:
                    await asyncio.to_thread(studio.server.wait_for_request, 3)
                    break
        for number in (2, 3):
            request = await asyncio.to_thread(studio.server.wait_for_request, number)
            assert await asyncio.to_thread(request.gone.wait, 10)
        job = await studio.service.open(job_id)
        assert job.state is JobState.STOPPED
        assert len([p for p in job.pieces if p.state is PieceState.READY]) == 1
        assert not [name for name in studio.files if name.endswith(".part")]

    in_studio(work)


def test_a_job_that_was_cut_off_by_a_crash_goes_on_with_what_is_missing(in_studio):
    async def begin(studio):
        studio.server.script([Spoken(), Spoken(), *[SilentSpeech()] * 5], SPEECH)
        found = []
        async with aclosing(studio.service.speak(LONG, SETTINGS)) as events:
            async for event in events:
                if isinstance(event, JobStarted):
                    job_id = event.job.id
                if isinstance(event, PieceChanged) and event.piece.state is PieceState.READY:
                    found.append(event)
                    if len(found) == 2:
                        break
        # As a crash leaves it: half a file, and a job that nobody settled
        (studio.paths.data / "speech" / "left.part").write_bytes(b"RIFF")
        await studio.store.set_state(job_id, JobState.MAKING)
        return job_id

    async def go_on(studio):
        (header,) = await studio.service.history()
        assert header.state is JobState.STOPPED
        asked = len(studio.server.requests)
        job = settled([event async for event in studio.service.go_on(header.id)])
        assert job.state is JobState.DONE
        assert len(studio.server.requests) - asked == len(job.pieces) - 2

    in_studio(begin)
    in_studio(_without_script(go_on))


def _without_script(work):
    async def whole(studio):
        studio.server.script([], SPEECH)
        await work(studio)

    return whole


def test_a_sound_that_vanished_from_the_disk_is_missing_again(in_studio):
    async def work(studio):
        job = settled(await studio.speak("Hello there."))
        (studio.paths.data / "speech" / job.pieces[0].sound.file).unlink()
        opened = await studio.service.open(job.id)
        assert opened.pieces[0].state is PieceState.WAITING
        again = settled([event async for event in studio.service.go_on(job.id)])
        assert again.pieces[0].state is PieceState.READY

    in_studio(work)


def test_one_file_holds_every_sample_in_order(in_studio, tmp_path):
    async def work(studio):
        job = settled(await studio.speak(LONG))
        target = tmp_path / "whole.wav"
        await studio.service.files.save(job, target, "wav")
        with wave.open(str(target)) as file:
            assert file.getframerate() == RATE
            whole = file.readframes(file.getnframes())
        parts = b""
        for piece in job.pieces:
            with wave.open(str(studio.service.path(piece.sound))) as file:
                parts += file.readframes(file.getnframes())
        assert whole == parts
        assert [path.name for path in tmp_path.glob(".*part*")] == []

    in_studio(work)


def test_frames_of_compressed_sound_are_put_one_behind_the_other(in_studio, tmp_path):
    async def work(studio):
        job = settled(await studio.speak(LONG, replace(SETTINGS, format="mp3")))
        assert studio.service.files.kinds(job) == ("mp3",)
        target = tmp_path / "whole.mp3"
        await studio.service.files.save(job, target, "mp3")
        from gptdesk.domain.soundfiles import kind_of, seconds_of

        data = target.read_bytes()
        assert kind_of(data) == "mp3"
        assert seconds_of("mp3", data) == pytest.approx(job.starts()[-1], abs=0.001)

    in_studio(work)


class PlainReader:
    """Reads WAV files as they are."""

    async def info(self, path):
        return SoundInfo(0.0, RATE, 1)

    async def samples(self, path, rate, *, start=0.0, stop=None):
        with wave.open(str(path)) as file:
            yield file.readframes(file.getnframes())


class PlainWriter:
    """Writes samples behind the mark of a FLAC file."""

    async def write(self, path, chunks, rate):
        assert rate == RATE
        path.write_bytes(b"fLaC" + b"".join([chunk async for chunk in chunks]))
        return 1.0


def test_a_format_of_our_own_is_made_of_samples_without_loss(in_studio, tmp_path):
    async def work(studio):
        job = settled(await studio.speak(LONG, replace(SETTINGS, format="flac")))
        assert {request.json["response_format"] for request in studio.server.requests} == {"wav"}
        assert studio.service.files.kinds(job) == ("flac", "wav")
        await studio.service.files.save(job, tmp_path / "whole.flac", "flac")
        await studio.service.files.save(job, tmp_path / "whole.wav", "wav")
        samples = (tmp_path / "whole.flac").read_bytes()[4:]
        assert samples == (tmp_path / "whole.wav").read_bytes()[44:]

    in_studio(work, reader=PlainReader(), writer=PlainWriter())


def test_words_are_said_as_the_list_wants_it(in_studio):
    async def work(studio):
        await studio.service.save_words([SpokenWord("GIF", "jif"), SpokenWord("重庆", "虫庆")])
        await studio.speak("A gif of 重庆, no gifts.")
        assert studio.inputs == ["A jif of 虫庆, no gifts."]

    in_studio(work)


def test_nothing_is_sent_for_marks_alone(in_studio):
    async def work(studio):
        job = settled(await studio.speak("One.\n\n" + "* " * 300 + "\n\nTwo words."))
        assert all(any(c.isalnum() for c in text) for text in studio.inputs)
        assert PieceState.SILENT in [piece.state for piece in job.pieces]
        assert job.is_complete

    in_studio(work)


def test_a_refused_parameter_is_left_out_for_all_pieces_that_follow(in_studio):
    async def work(studio):
        studio.server.speaks = RefuseParameter("instructions", then=Spoken())
        events = await studio.speak("Hello.", replace(SETTINGS, instructions="Softly"))
        assert [event.name for event in events if hasattr(event, "name")] == ["instructions"]
        await studio.speak("Good bye.", replace(SETTINGS, instructions="Softly"))
        assert ["instructions" in r.json for r in studio.server.requests] == [True, False, False]

    in_studio(work)


def test_speed_and_instructions_are_sent_only_where_they_are_not_as_usual(in_studio):
    async def work(studio):
        await studio.speak("Hello.")
        await studio.speak("Hello.", replace(SETTINGS, speed=1.5, instructions="Softly"))
        plain, special = [request.json for request in studio.server.requests]
        assert "speed" not in plain
        assert "instructions" not in plain
        assert (special["speed"], special["instructions"]) == (1.5, "Softly")

    in_studio(work)


def test_when_each_sentence_is_heard_is_known_for_subtitles(in_studio, tmp_path):
    async def work(studio):
        job = settled(await studio.speak(LONG))
        spoken = list(spoken_sentences(job))
        assert len(spoken) == 60
        assert spoken[0].begins == 0.0
        assert spoken[-1].ends == pytest.approx(job.starts()[-1])
        assert all(a.ends <= b.begins + 1e-6 for a, b in pairwise(spoken))
        await studio.service.files.save_subtitles(job, tmp_path / "text.srt")
        await studio.service.files.save_subtitles(job, tmp_path / "text.vtt")
        assert (tmp_path / "text.srt").read_text("utf-8").startswith("1\n00:00:00,000 --> ")
        assert (tmp_path / "text.vtt").read_text("utf-8").startswith("WEBVTT\n\n00:00:00.000")

    in_studio(work)


def test_a_voice_is_tried_once_and_then_heard_from_the_disk(in_studio):
    async def work(studio):
        one = await studio.service.preview("Hello, this is my voice.", SETTINGS)
        two = await studio.service.preview("Hello, this is my voice.", SETTINGS)
        assert one == two
        assert studio.service.path(one).is_file()
        assert len(studio.server.requests) == 1

    in_studio(work)


def test_what_was_deleted_comes_back(in_studio):
    async def work(studio):
        job = settled(await studio.speak("Hello."))
        await studio.service.delete(job.id)
        assert await studio.service.history() == ()
        await studio.service.restore(job.id)
        assert [header.id for header in await studio.service.history()] == [job.id]

    in_studio(work)


def test_the_text_in_the_editor_and_its_voice_are_kept(in_studio):
    async def write(studio):
        await studio.service.save_draft("Half a sen", replace(SETTINGS, speed=1.25))

    async def read(studio):
        assert await studio.service.draft() == ("Half a sen", replace(SETTINGS, speed=1.25))

    in_studio(write)
    in_studio(read)


def test_what_the_service_refuses_for_good_is_not_asked_again(in_studio):
    async def work(studio):
        refusal = Fail(400, "Rejected by our safety system", "content_policy_violation")
        studio.server.speaks = refusal
        with pytest.raises(Problem) as caught:
            await studio.speak("Hello.")
        assert isinstance(caught.value, ContentRefused)
        assert not isinstance(caught.value, ServiceFailed)
        assert len(studio.server.requests) == 1

    in_studio(work)
