"""Every way in which a request can fail, against a service that fails that way."""

from __future__ import annotations

import asyncio
import ssl
import traceback

import pytest

from gptdesk.domain import problems
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import Finished
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients
from server import failures
from server.app import TestServer, dead_address
from server.asking import KEY, QUICK
from server.behaviours import Cut, Events, Fail, Raw, Reply, Silent, chunk
from server.tls import make_certificate

SAID = [
    (failures.unauthorized(KEY), problems.KeyRefused, False),
    (failures.wrong_region(), problems.RegionRefused, False),
    (failures.unverified(), problems.OrganizationUnverified, False),
    (failures.forbidden(), problems.AccessRefused, False),
    (failures.no_model(), problems.ModelNotFound, False),
    (failures.no_path(), problems.AddressNotFound, False),
    (failures.too_large(), problems.RequestTooLarge, False),
    (failures.too_long(), problems.ContextTooLong, False),
    (failures.against_policy(), problems.ContentRefused, False),
    (failures.too_fast(), problems.RateLimited, True),
    (failures.no_credit(), problems.CreditExhausted, False),
    (failures.no_credit("credit_balance_exhausted"), problems.CreditExhausted, False),
    (Fail(402, "Insufficient credits"), problems.CreditExhausted, False),
    (Fail(400, "Bad request"), problems.RequestRefused, False),
    (Fail(422, "Unprocessable"), problems.RequestRefused, False),
    (failures.broken_service(500), problems.ServiceFailed, True),
    (failures.broken_service(503), problems.ServiceFailed, True),
    (failures.web_page(), problems.NotAnApi, False),
    (failures.web_page(502), problems.ServiceFailed, True),
    (Raw("", 301, headers={"location": "https://x.invalid/?key=1"}), problems.NotAnApi, False),
    (failures.broken_json(), problems.AnswerBroken, True),
    (failures.broken_event(""), problems.AnswerBroken, True),
    (failures.broken_event(), problems.AnswerBroken, True),
    (failures.error_event(), problems.ServiceFailed, True),
    (failures.error_event(""), problems.ServiceFailed, True),
    (failures.no_finish(), problems.AnswerIncomplete, True),
    (failures.nothing(), problems.AnswerEmpty, True),
    (failures.empty(), problems.AnswerEmpty, True),
    (Reply(" \n\n"), problems.AnswerEmpty, True),
    (Cut(), problems.ConnectionCut, True),
    (Cut("Half an answer"), problems.ConnectionCut, True),
    (Cut("Half", b'data: {"cho'), problems.ConnectionCut, True),
]


def name_of(value):
    return value.__name__ if isinstance(value, type) else type(value).__name__


@pytest.mark.parametrize(("behaviour", "kind", "can_retry"), SAID, ids=name_of)
def test_a_failure_becomes_its_own_kind_of_problem(ask, server, behaviour, kind, can_retry):
    heard = ask(behaviour)

    assert type(heard.problem) is kind
    assert heard.problem.can_retry is can_retry
    assert not heard.of(Finished)
    assert len(server.requests) == 1, "waiting and asking again is left to the services"


@pytest.mark.parametrize(("behaviour", "kind", "can_retry"), SAID, ids=name_of)
def test_a_failure_never_shows_the_key(ask, every_log, behaviour, kind, can_retry):
    problem = ask(behaviour).problem

    shown = "".join(traceback.format_exception(problem))
    for text in (shown, repr(problem), str(problem), repr(vars(problem)), every_log.text):
        assert KEY not in text
        assert KEY[3:20] not in text
    assert problem.__context__ is None, "its request would still hold the key"


def test_what_arrived_before_the_line_broke_is_given(ask):
    heard = ask(Cut("Half an answer"))

    assert heard.text == "Half an answer"


def test_a_line_that_breaks_after_the_last_word_loses_nothing(ask):
    heard = ask(Cut("All of it.", finish="stop"))

    assert heard.problem is None
    assert heard.events[-1] == Finished("stop")


def test_silence_before_the_first_word_is_told_from_silence_after_it(ask):
    before = ask(failures.silent(), patience=QUICK).problem
    during = ask(failures.silent_after("One moment"), patience=QUICK)

    assert (type(before), before.phase) == (problems.TimedOut, "first")
    assert (type(during.problem), during.problem.phase) == (problems.TimedOut, "between")
    assert during.text == "One moment"


def test_silence_after_a_mere_head_is_silence_before_the_first_word(ask):
    problem = ask(Silent(comments=2), patience=QUICK).problem

    assert (type(problem), problem.phase) == (problems.TimedOut, "first")


def test_silence_after_the_last_word_is_no_failure(ask):
    heard = ask(Silent("Done.", finish="stop"))

    assert heard.problem is None
    assert (heard.text, heard.events[-1]) == ("Done.", Finished("stop"))


def test_a_port_on_which_nobody_listens_is_named(ask):
    address = dead_address()

    problem = ask(endpoint=ask.endpoint(address)).problem

    assert type(problem) is problems.ConnectionRefused
    assert f"http://{problem.host}/v1" == address


def test_a_name_that_nobody_knows_is_named(ask):
    problem = ask(endpoint=ask.endpoint("http://api.nowhere.invalid/v1")).problem

    assert type(problem) is problems.HostNotFound
    assert problem.host == "api.nowhere.invalid"


def test_a_certificate_nobody_vouches_for_is_a_tls_failure(ask, tmp_path):
    certificate = make_certificate(tmp_path)
    with TestServer(tls=certificate.for_server()) as secure:
        problem = ask(endpoint=ask.endpoint(secure.base_url)).problem

    assert type(problem) is problems.TlsFailed
    assert "certificate" in problem.detail
    assert secure.requests == []


def test_a_line_cut_in_the_handshake_is_a_tls_failure(ask):
    async def hang_up(reader, writer):
        await reader.read(1)
        writer.transport.abort()

    async def with_filter():
        filter_between = await asyncio.start_server(hang_up, "127.0.0.1", 0)
        port = filter_between.sockets[0].getsockname()[1]
        async with filter_between:
            return await ask.ask(ask.endpoint(f"https://127.0.0.1:{port}/v1"), QUICK, None, {})

    assert type(asyncio.run(with_filter()).problem) is problems.TlsFailed


def test_a_trusted_certificate_lets_the_answer_through(ask, tmp_path):
    certificate = make_certificate(tmp_path)

    async def over_tls(base_url):
        clients = Clients(tls=certificate.for_client())
        try:
            return await OpenAIChat(clients).models(Endpoint("c", base_url, KEY))
        finally:
            await clients.aclose()

    assert isinstance(certificate.for_client(), ssl.SSLContext)
    with TestServer(key=KEY, tls=certificate.for_server()) as secure:
        assert asyncio.run(over_tls(secure.base_url)) == tuple(secure.models)


def test_a_proxy_that_is_not_there_is_blamed_itself(ask, monkeypatch):
    proxy = dead_address().removesuffix("/v1")
    monkeypatch.setenv("http_proxy", proxy)

    problem = ask(endpoint=ask.endpoint("http://api.nowhere.invalid/v1")).problem

    assert isinstance(problem, problems.ProxyFailed)


def test_a_proxy_that_refuses_is_blamed_itself(ask, server, monkeypatch):
    monkeypatch.setenv("http_proxy", server.base_url.removesuffix("/v1"))
    server.script([Raw("", 407)], "http://api.nowhere.invalid/v1/chat/completions")

    problem = ask(endpoint=ask.endpoint("http://api.nowhere.invalid/v1")).problem

    assert isinstance(problem, problems.ProxyFailed)


def test_a_kind_of_proxy_that_cannot_be_used_is_named(ask, monkeypatch):
    monkeypatch.setenv("http_proxy", "socks4://127.0.0.1:1")

    problem = ask(endpoint=ask.endpoint("http://api.nowhere.invalid/v1")).problem

    assert isinstance(problem, problems.ProxyFailed)
    assert "socks4" in problem.detail


def test_this_computer_is_reached_without_the_proxy(ask, monkeypatch):
    monkeypatch.setenv("http_proxy", dead_address())
    monkeypatch.setenv("all_proxy", dead_address())

    assert ask(Reply("Direct.")).text == "Direct."


def test_a_key_that_no_header_can_carry_is_refused_before_anything_is_sent(ask, server):
    problem = ask(endpoint=ask.endpoint(key="sk-密钥")).problem

    assert (type(problem), problem.character) == (problems.KeyUnusable, "密")
    assert server.requests == []


def test_without_a_key_nothing_is_claimed(ask, server):
    assert ask(Reply("Free."), endpoint=ask.endpoint(key="")).text == "Free."
    assert server.requests[0].has_key is False


def test_without_a_key_a_refusal_means_that_one_is_needed(ask):
    problem = ask(failures.unauthorized(), endpoint=ask.endpoint(key="")).problem

    assert type(problem) is problems.KeyMissing


def test_the_wait_that_the_service_asks_for_is_handed_on(ask):
    assert ask(failures.too_fast("12")).problem.retry_after == 12.0
    assert ask(failures.too_fast(None)).problem.retry_after is None
    assert ask(failures.broken_service(503, **{"retry-after": "30"})).problem.retry_after == 30.0


def test_a_date_to_wait_for_is_measured_by_the_clock_of_the_service(ask):
    fail = failures.too_fast("Mon, 23 Nov 2026 10:00:20 GMT", date="Mon, 23 Nov 2026 10:00:00 GMT")

    assert ask(fail).problem.retry_after == 20.0


def test_details_hold_what_support_asks_for(ask):
    detail = ask(failures.too_fast()).problem.detail

    assert "HTTP 429" in detail
    assert "rate_limit_exceeded" in detail
    assert "req_test" in detail


def test_an_error_event_after_the_first_words_is_not_sent_again(ask, server):
    error = {"message": "Unsupported parameter: 'temperature'", "code": 400}

    heard = ask(failures.error_event("Half", error), temperature=0.5)

    assert type(heard.problem) is problems.RequestRefused
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "behaviour",
    [
        Events([chunk({"content": "Hi."}), {"error": "boom"}]),
        Events([{"type": "error", "message": "overloaded"}]),
        Events([b'event: error\ndata: {"message": "boom"}\n\n']),
        Raw('{"object": "error", "message": "boom", "code": 500}'),
        Raw('{"message": "something else"}'),
        Raw('{"error": {"message": "boom"}}', content_type="text/plain"),
    ],
)
def test_errors_that_come_with_status_200_are_failures_of_the_service(ask, behaviour):
    assert type(ask(behaviour).problem) is problems.ServiceFailed


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        ("", "text/event-stream", problems.AnswerEmpty),
        (": only a comment\n\n", "text/event-stream", problems.AnswerEmpty),
        ("nonsense", "text/event-stream", problems.AnswerBroken),
        ("404 page not found", "text/plain", problems.NotAnApi),
        ("<html><body>Hello</body></html>", "application/json", problems.NotAnApi),
        ('{"choices":', "text/plain", problems.AnswerBroken),
        ("data: {broken", "text/event-stream", problems.AnswerBroken),
    ],
)
def test_a_reply_that_is_no_event_stream_is_judged_by_what_it_is(ask, body, content_type, kind):
    assert type(ask(Raw(body, content_type=content_type)).problem) is kind


def test_a_web_page_is_quoted_as_plain_text(ask):
    assert ask(failures.web_page()).problem.detail == "Welcome Sign in"
