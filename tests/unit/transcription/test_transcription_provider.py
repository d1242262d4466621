"""How a request for a transcript looks, and what its answers mean."""

from __future__ import annotations

import asyncio
import base64
import json
from contextlib import aclosing

import pytest

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.problems import (
    AnswerBroken,
    AnswerEmpty,
    AnswerIncomplete,
    CreditExhausted,
    KeyRefused,
    ModelNotFound,
    NotAnApi,
    RequestTooLarge,
    ServiceFailed,
    TimedOut,
)
from gptdesk.domain.transcription import Heard, TextArrived, TranscriptionOrder, Way
from gptdesk.providers.client import Clients, Patience
from gptdesk.providers.parameters import RefusedParameters
from gptdesk.providers.transcription import OpenAITranscription
from server import tones
from server.behaviours import Fail, Raw
from server.hearing import (
    TRANSCRIPTIONS,
    TRANSLATIONS,
    Hears,
    HearsNothingMore,
    Limits,
    NeverAnswers,
    form_of,
)

KEY = "sk-Secret0123456789abcdefghijKLMN"
QUICK = Patience(first=0.1, between=0.2, local_first=0.1)


@pytest.fixture
def sound(tmp_path):
    path = tmp_path / "piece.wav"
    samples = tones.spoken(["river", "apple"]) + tones.spoken(["walnut", "anchor"])
    path.write_bytes(tones.wav(samples))
    return path


def ask(server, order, *behaviours, patience=None, refused=None, path=TRANSCRIPTIONS):
    """All that comes for one order."""
    server.script(behaviours, path)

    async def whole():
        clients = Clients(patience)
        endpoint = Endpoint("c", server.base_url, KEY)
        provider = OpenAITranscription(clients, refused)
        try:
            return [event async for event in provider.listen(endpoint, order)]
        finally:
            await clients.aclose()

    return asyncio.run(whole())


def order_for(sound, model, **how):
    return TranscriptionOrder(sound, 0.0, model, **how)


def test_a_plain_answer_is_its_text_and_the_file_goes_with_its_name(server, sound):
    (heard,) = ask(server, order_for(sound, "gpt-transcribe"))
    assert heard == Heard("River apple. Walnut anchor.", seconds=heard.seconds)
    form = form_of(server.requests[0])
    assert (form.name, form.kind, form.file) == ("piece.wav", "audio/wav", sound.read_bytes())
    assert form.texts == {"model": "gpt-transcribe", "response_format": "json"}


def test_hints_go_as_lists_where_they_are_lists(server, sound):
    ask(
        server,
        order_for(
            sound,
            "gpt-transcribe",
            prompt=" fruit ",
            keywords=("苹果", "B"),
            languages=("zh", "en"),
        ),
    )
    texts = form_of(server.requests[0]).texts
    assert texts["prompt"] == "fruit"
    assert texts["keywords[]"] == ["苹果", "B"]
    assert texts["languages[]"] == ["zh", "en"]


def test_a_verbose_answer_has_segments_with_their_words(server, sound):
    (heard,) = ask(server, order_for(sound, "whisper-1", form="verbose_json", words=True))
    assert [s.text for s in heard.segments] == ["River apple.", "Walnut anchor."]
    assert [[w.text for w in s.words] for s in heard.segments] == [
        ["river", "apple"],
        ["walnut", "anchor"],
    ]
    assert heard.language == "en"
    assert form_of(server.requests[0]).texts["timestamp_granularities[]"] == ["segment", "word"]


@pytest.mark.parametrize("streams", [False, True])
def test_a_diarized_answer_tells_who_speaks(server, sound, streams):
    order = order_for(sound, "gpt-4o-transcribe-diarize", form="diarized_json", streams=streams)
    *_, heard = ask(server, order)
    assert [(s.speaker, s.text) for s in heard.segments] == [
        ("A", "River apple."),
        ("B", "Walnut anchor."),
    ]
    assert (heard.input_tokens, heard.output_tokens) != (None, None)
    assert heard.audio_tokens == heard.input_tokens
    assert form_of(server.requests[0]).texts["chunking_strategy"] == "auto"


def test_a_stream_gives_its_words_as_they_come(server, sound):
    *arrived, heard = ask(server, order_for(sound, "gpt-4o-transcribe", streams=True))
    assert "".join(event.text for event in arrived) == heard.text
    assert len(arrived) == 4
    assert all(isinstance(event, TextArrived) for event in arrived)


def test_a_service_that_cannot_stream_answers_whole(server, sound):
    (heard,) = ask(server, order_for(sound, "whisper-1", streams=True))
    assert heard.text == "River apple. Walnut anchor."


def test_translations_go_to_their_endpoint_with_what_it_knows(server, sound):
    order = order_for(
        sound, "whisper-1", form="verbose_json", to_english=True, words=True, language="zh",
        prompt="Fruit",
    )  # fmt: skip
    (heard,) = ask(server, order)
    (request,) = server.requests
    assert request.path == TRANSLATIONS
    assert form_of(request).texts == {
        "model": "whisper-1", "response_format": "verbose_json", "prompt": "Fruit",
    }  # fmt: skip
    assert heard.segments


def test_json_services_get_the_sound_in_base64(server, sound):
    order = order_for(sound, "openai/whisper-1", way=Way.JSON, language="en")
    (heard,) = ask(server, order)
    asked = server.requests[0].json
    assert base64.b64decode(asked["input_audio"]["data"]) == sound.read_bytes()
    assert asked["input_audio"]["format"] == "wav"
    assert asked["language"] == "en"
    assert heard.text == "River apple. Walnut anchor."


def test_chat_models_are_asked_in_a_message(server, sound):
    server.reply_with("River apple.")
    order = order_for(sound, "gemini", way=Way.CHAT, language="zh", keywords=("river",))
    *arrived, heard = ask(server, order)
    text, audio = server.requests[0].json["messages"][0]["content"]
    assert "river" in text["text"]
    assert audio["type"] == "input_audio"
    assert base64.b64decode(audio["input_audio"]["data"]) == sound.read_bytes()
    assert heard.text == "River apple."
    assert arrived


def test_a_chat_answer_that_is_too_long_is_not_taken_for_whole(server, sound):
    server.reply_with("River", finish="length")
    with pytest.raises(AnswerIncomplete):
        ask(server, order_for(sound, "gemini", way=Way.CHAT))


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("1\n00:00:01,500 --> 00:00:02,000\nRiver\napple\n\n2\n00:01:03,000 --> 00:01:04,000\nx\n",
         [1.5, 63.0]),
        ("WEBVTT\n\n00:01.500 --> 00:02.000\nRiver apple\n\n01:00:03.000 --> 01:00:04.000\nx\n",
         [1.5, 3603.0]),
    ],
)  # fmt: skip
def test_subtitles_are_read_as_segments(server, sound, text, starts):
    (heard,) = ask(server, order_for(sound, "m"), Raw(text, content_type="text/plain"))
    assert [segment.start for segment in heard.segments] == starts
    assert heard.text == "River apple x"


def test_silence_is_an_empty_transcript_and_no_failure(server, sound):
    sound.write_bytes(tones.wav(tones.silence(1)))
    (heard,) = ask(server, order_for(sound, "whisper-1", form="verbose_json"))
    assert heard.text == ""
    assert heard.segments == ()


@pytest.mark.parametrize(
    "body",
    [
        {"text": "x", "segments": None, "words": None, "usage": None, "duration": None},
        {"text": "x", "segments": [{"start": "?", "end": 1, "text": "x"}, 7], "words": [{}]},
        {
            "text": "x",
            "segments": [{"start": -1, "end": -2, "text": "x"}],
            "usage": {"seconds": "1"},
        },
        {"text": "x", "language": 3, "languages": [3], "duration": float("inf")},
    ],
)
def test_odd_fields_do_no_harm(server, sound, body):
    (heard,) = ask(server, order_for(sound, "m"), Raw(json.dumps(body)))
    assert heard.text == "x"
    assert all(0 <= s.start <= s.end for s in heard.segments)


@pytest.mark.parametrize(
    ("behaviour", "problem"),
    [
        (Raw("<html><body>Sign in</body></html>", content_type="text/html"), NotAnApi),
        (Raw("<!doctype html><title>x", content_type="application/json"), NotAnApi),
        (Raw("[1, 2]"), AnswerBroken),
        (Raw('{"data": "nothing"}'), AnswerBroken),
        (Raw('{"text": "cut'), AnswerBroken),
        (Raw(""), AnswerEmpty),
        (Raw('{"error": {"message": "busy", "code": "server_error"}}'), ServiceFailed),
        (Raw('data: {"type": "transcript.text.delta", "delta": "River"}\n\n',
             content_type="text/event-stream"), AnswerIncomplete),
        (Raw('data: {"error": {"message": "busy", "type": "server_error"}}\n\n',
             content_type="text/event-stream"), ServiceFailed),
        (Raw("data: {nonsense\n\n", content_type="text/event-stream"), AnswerBroken),
        (Fail(404, "The model does not exist", "model_not_found"), ModelNotFound),
        (Fail(401, "Incorrect API key provided", "invalid_api_key"), KeyRefused),
        (Fail(413, "Maximum content size limit exceeded"), RequestTooLarge),
        (Fail(429, "No credit", "insufficient_quota"), CreditExhausted),
        (Fail(503, "busy"), ServiceFailed),
    ],
)  # fmt: skip
def test_what_is_no_transcript_is_a_problem(server, sound, behaviour, problem):
    with pytest.raises(problem) as caught:
        ask(server, order_for(sound, "m"), behaviour)
    assert KEY not in caught.value.detail
    assert len(server.requests) == 1


def test_a_refused_parameter_is_left_out_and_remembered(server, sound):
    server.hears = Hears(models={"strict": Limits(fields=())})
    refused = RefusedParameters()
    order = order_for(
        sound, "strict", form="verbose_json", words=True, prompt="Fruit", streams=False
    )
    events = ask(server, order, refused=refused)
    assert events[-1].text == "River apple. Walnut anchor."
    dropped = {event.name for event in events if isinstance(event, ParameterDropped)}
    assert dropped == {"timestamp_granularities", "prompt"}
    count = len(server.requests)
    ask(server, order, refused=refused)
    assert len(server.requests) == count + 1


def test_a_service_that_refuses_to_stream_is_asked_without(server, sound):
    refusal = Fail(400, "Unsupported value: 'stream' is not supported with this model.")
    (heard,) = ask(server, order_for(sound, "gpt-4o-transcribe", streams=True), refusal)
    assert heard.text
    assert "stream" not in form_of(server.requests[1]).texts


@pytest.mark.parametrize(
    ("behaviour", "phase"), [(NeverAnswers(), "first"), (HearsNothingMore(), "between")]
)
def test_a_service_that_falls_silent_is_given_up(server, sound, behaviour, phase):
    with pytest.raises(TimedOut) as caught:
        ask(server, order_for(sound, "m", streams=True), behaviour, patience=QUICK)
    assert caught.value.phase == phase


def test_patience_grows_with_the_length_of_the_sound(server):
    provider = OpenAITranscription(Clients(Patience()))
    far = Endpoint("c", "https://example.test/v1", KEY)
    order = TranscriptionOrder(None, 600.0, "m")
    assert provider._first_silence(far, order) > 600


@pytest.mark.parametrize("behaviour", [NeverAnswers(), HearsNothingMore()])
def test_cancelling_closes_the_line_at_once(server, sound, behaviour):
    server.script([behaviour], TRANSCRIPTIONS)

    async def whole():
        clients = Clients(Patience())
        provider = OpenAITranscription(clients)
        endpoint = Endpoint("c", server.base_url, KEY)

        async def listen():
            order = order_for(sound, "m", streams=True)
            async with aclosing(provider.listen(endpoint, order)) as events:
                async for _event in events:
                    pass

        task = asyncio.create_task(listen())
        request = await asyncio.to_thread(server.wait_for_request)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert await asyncio.to_thread(request.gone.wait, 5)
        await clients.aclose()

    asyncio.run(whole())
