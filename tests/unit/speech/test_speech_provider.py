"""What a service says instead of speaking, and how a request looks."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.problems import (
    AnswerBroken,
    AnswerEmpty,
    CreditExhausted,
    ModelNotFound,
    NotAnApi,
    ServiceFailed,
    TimedOut,
)
from gptdesk.domain.speech import SpeechOrder
from gptdesk.providers.client import Clients, Patience
from gptdesk.providers.speech import OpenAISpeech
from server.behaviours import Fail, Raw
from server.speaking import SPEECH, SilentSpeech, Spoken, wav

KEY = "sk-Secret0123456789abcdefghijKLMN"
ORDER = SpeechOrder("Hello.", "test-tts", "nova", "wav")
QUICK = Patience(between=0.2)


def heard(server, *behaviours, order=ORDER, patience=None):
    """All that comes for one order."""
    server.script(behaviours, SPEECH)

    async def whole():
        clients = Clients(patience)
        endpoint = Endpoint("c", server.base_url, KEY)
        try:
            return [data async for data in OpenAISpeech(clients).speak(endpoint, order)]
        finally:
            await clients.aclose()

    return asyncio.run(whole())


def test_the_sound_comes_through_as_it_is(server):
    sound = wav(0.5)
    assert b"".join(heard(server, Raw(sound, content_type="audio/wav"))) == sound
    (request,) = server.requests
    assert request.json == {
        "model": "test-tts", "voice": "nova", "input": "Hello.", "response_format": "wav",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("behaviour", "problem"),
    [
        (Raw('{"error": {"message": "not today"}}'), AnswerBroken),
        (Raw("<html><body>Sign in</body></html>", content_type="text/html"), NotAnApi),
        (Raw("<!doctype html><title>x", content_type="audio/mpeg"), NotAnApi),
        (Raw('{"detail": "no"}', content_type="audio/mpeg"), AnswerBroken),
        (Raw(b"", content_type="audio/mpeg"), AnswerEmpty),
        (Fail(404, "The model does not exist", "model_not_found"), ModelNotFound),
        (Fail(429, "No credit", "insufficient_quota"), CreditExhausted),
        (Fail(503, "busy"), ServiceFailed),
    ],
)
def test_what_is_no_sound_is_a_problem(server, behaviour, problem):
    with pytest.raises(problem) as caught:
        heard(server, behaviour)
    assert KEY not in caught.value.detail
    assert len(server.requests) == 1


def test_a_service_that_falls_silent_is_given_up(server):
    with pytest.raises(TimedOut) as caught:
        heard(server, SilentSpeech(), patience=QUICK)
    assert caught.value.phase == "between"


def test_who_stops_listening_closes_the_line(server):
    server.script([SilentSpeech()], SPEECH)

    async def whole():
        clients = Clients()
        speech = OpenAISpeech(clients)
        async with aclosing(speech.speak(Endpoint("c", server.base_url, KEY), ORDER)) as arriving:
            await anext(arriving)
        gone = await asyncio.to_thread(server.requests[0].gone.wait, 10)
        await clients.aclose()
        return gone

    assert asyncio.run(whole())


def test_half_a_surrogate_pair_does_not_keep_a_text_from_being_sent(server):
    heard(server, Spoken(), order=SpeechOrder("Hi \ud83d", "test-tts", "nova"))
    assert server.requests[0].json["input"] == "Hi ?"
