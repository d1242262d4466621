"""A model has ended, and another one speaks in its place, live."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gptdesk.domain.catalogue import ModelFacts, Task
from gptdesk.domain.problems import CreditExhausted
from gptdesk.domain.speech import JobSettled, JobState, SpeechJob
from gptdesk.services.speech_models import SpeakingModels
from gptdesk.services.speech_orders import cut_job
from server.behaviours import Fail
from server.live import LIVE, Live
from server.speaking import SPEECH
from speech_studio import ENDED, ENDING, LIVE_MODEL, SETTINGS, FakeCatalogue

TEXT = "The lamp was lit at a quarter past five. By seven the rain had come in from the sea. " * 4


def last_job(events) -> SpeechJob:
    return next(event.job for event in reversed(events) if isinstance(event, JobSettled))


def test_the_successor_speaks_by_itself_in_a_voice_that_it_has(in_studio):
    async def work(studio):
        return last_job(await studio.speak(TEXT, replace(SETTINGS, model=ENDED, format="mp3")))

    def check(job, server):
        assert (job.settings.model, job.settings.voice) == (LIVE_MODEL, "marin")
        assert job.settings.format == "wav" and job.state is JobState.DONE and job.is_complete
        assert {request.path for request in server.requests} == {f"{LIVE}?model={LIVE_MODEL}"}

    async def whole(studio):
        check(await work(studio), studio.server)

    in_studio(whole)


def test_until_then_the_model_itself_speaks(in_studio):
    async def whole(studio):
        job = last_job(await studio.speak(TEXT, replace(SETTINGS, model=ENDING)))
        assert job.settings.model == ENDING and job.is_complete
        assert {request.path for request in studio.server.requests} == {SPEECH}

    in_studio(whole)


def test_what_was_begun_before_is_finished_by_the_successor_in_parts_it_can_read(in_studio):
    async def whole(studio):
        facts = studio.service.models.facts(await studio.connections.get("mine"), ENDED)
        job = cut_job(TEXT, replace(SETTINGS, model=ENDED), facts, (), 0.0)
        await studio.store.create(job)
        events = [event async for event in studio.service.go_on(job.id)]
        assert last_job(events).is_complete
        asked = [m["response"]["input"][0]["content"][0]["text"]
                 for request in studio.server.requests for m in request.said[1:]]  # fmt: skip
        assert max(map(len, asked)) <= 200
        assert sorted(" ".join(asked).split()) == sorted(TEXT.split())

    in_studio(whole)


def test_an_answer_instead_of_a_reading_is_thrown_away_and_asked_for_again(in_studio):
    async def whole(studio):
        untrue = Live(says=lambda _: "I am sorry, I cannot help with that today.")
        studio.server.script([untrue], LIVE)
        job = last_job(await studio.speak("Lamp oil at five.", replace(SETTINGS, model=ENDED)))
        assert job.is_complete and len(studio.server.requests) == 2
        assert len(studio.files) == 1

    in_studio(whole)


def test_a_refused_line_keeps_what_is_made(in_studio):
    async def whole(studio):
        studio.server.script([Live(), Fail(429, "No credit", "insufficient_quota")], LIVE)
        events = []
        text = " ".join(f"Lamp number {number} was lit, and nobody saw it." for number in range(20))
        with pytest.raises(CreditExhausted):
            async for event in studio.service.speak(text, replace(SETTINGS, model=ENDED)):
                events.append(event)
        job = last_job(events)
        assert job.state is JobState.FAILED and len(studio.files) >= 1

    in_studio(whole)


@pytest.mark.parametrize(
    ("gives", "offered"),
    [
        (("wav",), ("wav", "flac", "m4a")),
        (("mp3", "opus", "aac", "flac", "wav", "pcm"), ("mp3", "wav", "flac", "opus", "aac")),
        ((), ("mp3", "wav", "flac", "opus", "aac")),
    ],
)
def test_what_a_model_does_not_deliver_is_written_here(in_studio, gives, offered):
    async def whole(studio):
        models = SpeakingModels(studio.connections, FakeCatalogue(), encodes=("wav", "flac", "m4a"))
        assert models.formats(ModelFacts("m", "", Task.SPEECH, formats=gives)) == offered

    in_studio(whole)
