"""A realtime model reads a text over a real WebSocket."""

from __future__ import annotations

import asyncio
import logging
from contextlib import aclosing

import pytest

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.problems import (
    AnswerBroken,
    AnswerIncomplete,
    ConnectionCut,
    ConnectionRefused,
    ContentRefused,
    CreditExhausted,
    KeyRefused,
    ModelNotFound,
    NotAnApi,
    NotReadOut,
    ProxyFailed,
    ProxyLogin,
    RateLimited,
    ServiceFailed,
    TimedOut,
    TlsFailed,
)
from gptdesk.domain.proxy import Proxy, ProxyKind, ProxyScheme
from gptdesk.domain.soundfiles import kind_of
from gptdesk.domain.speech import SpeechOrder
from gptdesk.providers.client import Clients, Patience
from gptdesk.providers.realtime import RealtimeSpeech
from gptdesk.providers.speaking import AnySpeech
from gptdesk.providers.speech import OpenAISpeech
from server.app import TestServer, dead_address
from server.behaviours import Fail, Raw, Silent
from server.live import LIVE, Live
from server.proxy import TestProxy
from server.speaking import SPEECH, tone
from server.tls import make_certificate

KEY = "sk-Secret0123456789abcdefghijKLMN"
TEXT = "Is anyone there? He asked it into the dark, and nobody answered."
ORDER = SpeechOrder(TEXT, "test-live", "marin", "wav", is_live=True)
QUICK = Patience(between=0.2)
UNTRUE = "I am doing well, thank you. What can I do for you today, my friend?"


def heard(address, order=ORDER, patience=None, **how):
    """All that comes for one order."""

    async def whole():
        clients = Clients(patience, **how)
        provider = AnySpeech(OpenAISpeech(clients), RealtimeSpeech(clients))
        endpoint = Endpoint("c", address, KEY)
        try:
            return b"".join([data async for data in provider.speak(endpoint, order)])
        finally:
            await clients.aclose()

    return asyncio.run(whole())


def test_the_samples_come_as_one_wav_file(server):
    sound = heard(server.base_url)
    assert kind_of(sound) == "wav" and sound[44:] == tone(len(TEXT) * 0.02)
    (request,) = server.requests
    assert request.path == f"{LIVE}?model=test-live" and request.has_key
    update, create = request.said
    assert update["session"]["audio"]["output"] == {
        "voice": "marin", "format": {"type": "audio/pcm", "rate": 24_000},
    }  # fmt: skip
    assert create["response"]["input"][0]["content"][0]["text"] == TEXT
    assert create["response"]["conversation"] == "none"


def test_nothing_is_told_about_this_computer(server):
    heard(server.base_url)
    told = set(server.requests[0].headers)
    assert not {name for name in told if name.startswith(("x-", "openai-"))}
    assert server.requests[0].headers["user-agent"].startswith("gptdesk/")


def test_manner_and_speed_are_asked_for_within_what_the_model_can_do(server):
    order = SpeechOrder(TEXT, "m", "cedar", instructions="Slowly.", speed=2.0, is_live=True)
    heard(server.base_url, order)
    session = server.requests[0].said[0]["session"]
    assert session["instructions"].endswith("Slowly.")
    assert session["audio"]["output"]["speed"] == 1.5


def test_a_piece_above_what_it_reads_at_once_is_read_in_parts_over_one_line(server):
    text = " ".join(f"This is sentence number {number}." for number in range(20))
    order = SpeechOrder(text, "test-live", "marin", is_live=True, longest=120)
    sound = heard(server.base_url, order)
    (request,) = server.requests
    parts = [m["response"]["input"][0]["content"][0]["text"] for m in request.said[1:]]
    assert " ".join(parts) == text and all(len(part) <= 120 for part in parts) and len(parts) > 4
    assert sound.count(b"RIFF") == 1
    assert sound[44:] == b"".join(tone(len(part) * 0.02) for part in parts)


@pytest.mark.parametrize(
    ("behaviour", "problem"),
    [
        (Live(says=lambda _: UNTRUE), NotReadOut),
        (Live(raw="no base64!"), AnswerBroken),
        (Live(error={"type": "invalid_request_error", "code": "model_not_found",
                     "message": "The model test-live does not exist"}), ModelNotFound),
        (Live(error={"type": "invalid_request_error", "code": "invalid_api_key",
                     "message": f"Incorrect API key provided: {KEY}"}), KeyRefused),
        (Live(failure={"type": "insufficient_quota", "code": "insufficient_quota"}),
         CreditExhausted),
        (Live(failure={"type": "server_error", "message": "oops"}), ServiceFailed),
        (Live(failure={"code": "rate_limit_exceeded"}), RateLimited),
        (Live(cut="content_filter"), ContentRefused),
        (Live(cut="max_output_tokens"), AnswerIncomplete),
        (Live(closes=1000), AnswerIncomplete),
        (Live(closes=1011), ConnectionCut),
        (Live(breaks=True), ConnectionCut),
        (Live(silent=True), TimedOut),
        (Live(noise=b"\xff\xff\xff\xff"), AnswerBroken),
        (Live(noise=b"\x81\x02[]"), AnswerBroken),
        (Live(noise=b"\x81\x02{x"), AnswerBroken),
        (Fail(401, f"Incorrect API key provided: {KEY}", "invalid_api_key"), KeyRefused),
        (Fail(404, "The model test-live does not exist", "model_not_found"), ModelNotFound),
        (Raw("<html><body>Sign in</body></html>", content_type="text/html"), NotAnApi),
    ],
)  # fmt: skip
def test_what_goes_wrong_is_one_problem_without_the_key(server, behaviour, problem, caplog):
    caplog.set_level(logging.DEBUG)
    server.script([behaviour], LIVE)
    with pytest.raises(problem) as caught:
        heard(server.base_url, patience=QUICK)
    assert type(caught.value) is problem
    assert KEY not in caught.value.detail and KEY not in caplog.text
    assert caught.value.__context__ is None
    assert len(server.requests) == 1


def test_numbers_that_are_spoken_as_words_are_read_well_enough(server):
    server.reads = Live(says=lambda text: text.replace("1999", "nineteen ninety-nine"))
    assert heard(server.base_url, SpeechOrder("It was in 1999, at home.", "m", "v", is_live=True))
    server.reads = Live(says=lambda _: "你好，世界。今天天气很好。")
    order = SpeechOrder("你好，世界！今天天气很好", "m", "v", is_live=True)
    assert heard(server.base_url, order)


def test_whoever_stops_listening_ends_the_socket_at_once(server):
    server.reads = Live(delay=0.05)
    order = SpeechOrder(TEXT * 20, "test-live", "marin", is_live=True)

    async def whole():
        clients = Clients()
        endpoint = Endpoint("c", server.base_url, KEY)
        try:
            async with aclosing(RealtimeSpeech(clients).speak(endpoint, order)) as arriving:
                async for _ in arriving:
                    break
            return await asyncio.to_thread(server.requests[0].answered.wait, 5)
        finally:
            await clients.aclose()

    assert asyncio.run(whole())
    assert server.requests[0].gone.is_set()


def test_a_cancelled_task_ends_the_socket_while_the_service_is_silent(server):
    server.reads = Live(silent=True)

    async def whole():
        clients = Clients()
        endpoint = Endpoint("c", server.base_url, KEY)
        begun = asyncio.Event()

        async def listen():
            async for _ in RealtimeSpeech(clients).speak(endpoint, ORDER):
                begun.set()

        task = asyncio.create_task(listen())
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gone = await asyncio.to_thread(server.requests[0].answered.wait, 5)
        await clients.aclose()
        return gone

    assert asyncio.run(whole())
    assert server.requests[0].gone.is_set()


def test_nobody_there_and_nobody_trusted_are_told_apart(tmp_path):
    with pytest.raises(ConnectionRefused):
        heard(dead_address())
    certificate = make_certificate(tmp_path)
    with TestServer(tls=certificate.for_server()) as safe:
        with pytest.raises(TlsFailed):
            heard(safe.base_url)
        assert heard(safe.base_url, tls=certificate.for_client())


@pytest.mark.parametrize("socks", [False, True])
def test_the_proxy_is_honoured(tmp_path, socks):
    certificate = make_certificate(tmp_path, "DNS:service.invalid")
    scheme = ProxyScheme.SOCKS5 if socks else ProxyScheme.HTTP
    with (
        TestServer(tls=certificate.for_server()) as server,
        TestProxy(server.port, login="me:word", socks=socks) as proxy,
    ):
        way = Proxy(ProxyKind.GIVEN, scheme, "127.0.0.1", proxy.port, "me", "word")
        address = "https://service.invalid/v1"
        assert heard(address, proxy=lambda: way, tls=certificate.for_client())
        assert proxy.asked == ["service.invalid:443"]
        wrong = Proxy(ProxyKind.GIVEN, scheme, "127.0.0.1", proxy.port, "me", "wrong-word")
        with pytest.raises((ProxyLogin, ProxyFailed)) as caught:
            heard(address, proxy=lambda: wrong, tls=certificate.for_client())
        assert "wrong-word" not in caught.value.detail


def test_models_of_the_endpoint_for_speech_are_asked_there(server):
    heard(server.base_url, SpeechOrder("Hello.", "test-tts", "nova", "wav"))
    assert [request.path for request in server.requests] == [SPEECH]


def test_a_message_may_come_in_parts(server):
    server.reads = Live(split=True)
    assert heard(server.base_url)[44:] == tone(len(TEXT) * 0.02)


def test_a_message_without_end_is_given_up(server, monkeypatch):
    monkeypatch.setattr("gptdesk.providers.websocket.LONGEST_MESSAGE", 500)
    with pytest.raises(AnswerBroken):
        heard(server.base_url)


def test_a_line_that_never_opens_is_given_up(server):
    server.script([Silent()], LIVE)
    with pytest.raises(TimedOut) as caught:
        heard(server.base_url, patience=Patience(first=0.2, local_first=0.2))
    assert caught.value.phase == "first"
