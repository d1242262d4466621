"""What the package and the system raise, and what other vendors say, told apart."""

from __future__ import annotations

import errno
import json
import socket
import ssl

import httpx2
import openai
import pytest

from gptdesk.domain import problems
from gptdesk.domain.connections import ConnectionKind, Endpoint, KeyPlace
from gptdesk.providers import network
from gptdesk.providers.environment import environment_connection
from gptdesk.providers.errors import translate
from gptdesk.providers.failure import failure_of_body, failure_of_text
from gptdesk.providers.parameters import RefusedParameters, lost_option, refused_parameter
from gptdesk.providers.redaction import HIDDEN, without_secrets
from gptdesk.providers.verdict import problem_of
from gptdesk.providers.waiting import retry_after

KEY = "sk-Secret0123456789abcdefghijKLMN"
HERE = Endpoint("c", "http://192.168.1.9:11434/v1", KEY)
OUTSIDE = Endpoint("c", "https://api.x.com/v1", KEY)
REQUEST = httpx2.Request("POST", "https://api.x.com/v1/chat/completions")


def connection_error(*causes):
    """As the package raises it: the first cause directly below, each next one below that."""
    top = openai.APIConnectionError(request=REQUEST)
    error = top
    for cause in causes:
        error.__cause__ = cause
        error = cause
    return top


def refused(code):
    return httpx2.ConnectError("failed"), OSError("all failed"), OSError(code, "failed")


@pytest.mark.parametrize(
    ("causes", "endpoint", "kind"),
    [
        ((socket.gaierror(socket.EAI_AGAIN, "try again"),), OUTSIDE, problems.NetworkDown),
        ((socket.gaierror(socket.EAI_NONAME, "unknown"),), OUTSIDE, problems.HostNotFound),
        (refused(errno.ECONNREFUSED), OUTSIDE, problems.ConnectionRefused),
        (refused(errno.ENETUNREACH), OUTSIDE, problems.NetworkDown),
        (refused(errno.EHOSTUNREACH), OUTSIDE, problems.NetworkDown),
        (refused(errno.EHOSTUNREACH), HERE, problems.ConnectionRefused),
        (refused(errno.ETIMEDOUT), OUTSIDE, problems.TimedOut),
        ((httpx2.ConnectError("x"), ssl.SSLError(1, "bad")), OUTSIDE, problems.TlsFailed),
        ((httpx2.ConnectError("x"), ConnectionResetError()), OUTSIDE, problems.TlsFailed),
        ((httpx2.ConnectError("x"),), HERE, problems.ConnectionCut),
        ((httpx2.ReadError("x"), ssl.SSLError(1, "eof")), OUTSIDE, problems.ConnectionCut),
        ((httpx2.RemoteProtocolError("x"),), OUTSIDE, problems.ConnectionCut),
        ((httpx2.ProxyError("x"),), OUTSIDE, problems.ProxyFailed),
        ((httpx2.UnsupportedProtocol("x"),), OUTSIDE, problems.NotAnApi),
        ((httpx2.DecodingError("x"),), OUTSIDE, problems.AnswerBroken),
        ((json.JSONDecodeError("x", "", 0),), OUTSIDE, problems.AnswerBroken),
        ((UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"),), OUTSIDE, problems.AnswerBroken),
        ((UnicodeEncodeError("ascii", "a密", 1, 2, "bad"),), OUTSIDE, problems.KeyUnusable),
        ((), OUTSIDE, problems.ConnectionCut),
    ],
)
def test_the_cause_below_decides(causes, endpoint, kind):
    assert type(translate(connection_error(*causes), endpoint, route_exists=lambda: True)) is kind


def test_causes_side_by_side_and_suppressed_ones_are_found():
    group = OSError("all failed")
    group.__cause__ = ExceptionGroup("several", [OSError(errno.ECONNREFUSED, "no")])
    error = httpx2.ConnectError("x")
    error.__context__, error.__suppress_context__ = group, True

    assert type(translate(connection_error(error), OUTSIDE)) is problems.ConnectionRefused


def test_a_circle_of_causes_ends():
    error = httpx2.ReadError("x")
    error.__cause__ = error

    assert type(translate(error, OUTSIDE)) is problems.ConnectionCut


def test_an_unknown_name_without_any_way_out_is_a_missing_network():
    error = connection_error(socket.gaierror(socket.EAI_NONAME, "unknown"))

    assert type(translate(error, OUTSIDE, route_exists=lambda: False)) is problems.NetworkDown


@pytest.mark.parametrize(
    ("cause", "phase"),
    [
        (httpx2.ConnectTimeout("x"), "connect"),
        (httpx2.PoolTimeout("x"), "connect"),
        (httpx2.ReadTimeout("x"), "first"),
        (TimeoutError(), "first"),
    ],
)
def test_lateness_tells_in_which_phase(cause, phase):
    problem = translate(connection_error(cause), OUTSIDE)

    assert (type(problem), problem.phase) == (problems.TimedOut, phase)


def test_through_a_proxy_only_the_proxy_can_refuse():
    def through_proxy(*causes):
        return type(translate(connection_error(*causes), OUTSIDE, via_proxy=True))

    assert through_proxy(*refused(errno.ECONNREFUSED)) is problems.ProxyFailed
    assert through_proxy(httpx2.ConnectTimeout("x")) is problems.ProxyFailed
    assert through_proxy(httpx2.ConnectError("x"), ssl.SSLError(1, "x")) is problems.TlsFailed
    assert through_proxy(httpx2.ReadError("x")) is problems.ConnectionCut


def test_a_problem_stays_what_it_is():
    problem = problems.AnswerEmpty()

    assert translate(problem, OUTSIDE) is problem


def test_details_never_hold_the_key():
    error = connection_error(httpx2.LocalProtocolError(f"Illegal header value b'Bearer {KEY}'"))

    problem = translate(error, OUTSIDE)

    assert KEY not in problem.detail
    assert HIDDEN in problem.detail


def said(status, body):
    text = body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    return type(problem_of(failure_of_text(status, text, {}), OUTSIDE, "qwen-9"))


WORDINGS = [
    (400, {"error": {"type": "exceed_context_size_error", "message": "x"}}, "ContextTooLong"),
    (400, {"message": "Range of input length should be [1, 9]", "code": "x"}, "ContextTooLong"),
    (400, {"error": {"message": "Prompt is too long: 9 tokens > 8 maximum"}}, "ContextTooLong"),
    (400, {"error": {"message": "输入内容过长"}}, "ContextTooLong"),
    (500, {"error": {"message": "it exceeds the available context size"}}, "ContextTooLong"),
    (400, {"code": "DataInspectionFailed", "message": "inappropriate content"}, "ContentRefused"),
    (400, {"error": {"code": "1301", "message": "系统检测到内容"}}, "ContentRefused"),
    (400, {"error": {"message": "Content Exists Risk"}}, "ContentRefused"),
    (402, {"error": {"message": "Insufficient Balance"}}, "CreditExhausted"),
    (403, {"error": {"code": "insufficient_user_quota", "message": "x"}}, "CreditExhausted"),
    (429, {"error": {"code": "1113", "message": "您的账户已欠费"}}, "CreditExhausted"),
    (400, {"error": {"message": "Your credit balance is too low"}}, "CreditExhausted"),
    (429, [{"error": {"status": "RESOURCE_EXHAUSTED", "message": "You exceeded your current "
     "quota. Please retry in 3.5s", "details": [{"retryDelay": "3s"}]}}], "RateLimited"),
    (400, [{"error": {"message": "API key not valid. Please pass a valid one."}}], "KeyRefused"),
    (400, [{"error": {"message": "User location is not supported for API use"}}], "RegionRefused"),
    (403, "<html><title>Access denied</title>error code: 1009</html>", "RegionRefused"),
    (451, {}, "RegionRefused"),
    (403, {"error": {"code": "model_not_found", "message": "x"}}, "ModelNotFound"),
    (404, {"error": "model 'qwen-9' not found, try pulling it first"}, "ModelNotFound"),
    (404, {"detail": "qwen-9 is gone"}, "ModelNotFound"),
    (404, {"detail": "Not Found"}, "AddressNotFound"),
    (404, "<html><body>qwen-9</body></html>", "NotAnApi"),
    (404, "404 page not found", "AddressNotFound"),
    (400, {"error": {"message": "Model Not Exist"}}, "ModelNotFound"),
    (400, {"error": {"code": "model_decommissioned", "message": "x"}}, "ModelNotFound"),
    (410, {"error": {"message": "The model qwen-9 was retired"}}, "ModelNotFound"),
    (503, {"error": {"message": "no available channel for model qwen-9"}}, "ModelNotFound"),
    (503, {"error": {"message": "busy"}}, "ServiceFailed"),
    (529, {"type": "error", "error": {"type": "overloaded_error"}}, "ServiceFailed"),
    (409, {}, "ServiceFailed"),
    (408, {}, "TimedOut"),
    (405, "", "NotAnApi"),
    (400, "<!doctype html><p>Bad Request</p>", "NotAnApi"),
    (418, None, "RequestRefused"),
    (400, {"error": {"message": "temperature is not supported with this model"}}, "RequestRefused"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "body", "kind"), WORDINGS)
def test_other_vendors_say_the_same_in_other_words(status, body, kind):
    assert said(status, body).__name__ == kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"error": {"code": 429, "message": "slow"}}, "RateLimited"),
        ({"error": {"type": "rate_limit_error", "message": "slow"}}, "RateLimited"),
        ({"error": {"type": "invalid_request_error", "message": "bad"}}, "RequestRefused"),
        ({"error": {"code": "502", "message": "upstream"}}, "ServiceFailed"),
        (
            {"base_resp": {"status_code": 1008, "status_msg": "insufficient balance"}},
            "CreditExhausted",
        ),
        ({"error": {"code": "context_length_exceeded"}}, "ContextTooLong"),
        ("odd", "ServiceFailed"),
    ],
)
def test_an_error_without_a_status_is_judged_by_its_words(body, kind):
    assert type(problem_of(failure_of_body(None, body), OUTSIDE, "m")).__name__ == kind


def test_where_a_page_moved_to_is_told_without_its_query():
    failure = failure_of_text(302, "", {"location": "https://login.x.com/in?token=abc"})

    assert problem_of(failure, OUTSIDE, "m").detail.endswith("→ https://login.x.com/in")


@pytest.mark.parametrize(
    ("headers", "message", "seconds"),
    [
        ({"retry-after": "1.5"}, "", 1.5),
        ({"retry-after": "-3"}, "", 0.0),
        ({"retry-after-ms": "250", "retry-after": "9"}, "", 0.25),
        ({"retry-after": "inf"}, "", None),
        ({"retry-after": "soon"}, "", None),
        ({}, "Please try again in 20s.", 20.0),
        ({}, "Please try again in 1m30.5s.", 90.5),
        ({}, "Please try again in 120ms.", 0.12),
        ({}, "try again in 2 minutes", 120.0),
        ({}, "try again in 1 hour", 3600.0),
        ({}, '{"retryDelay": "34s"}', 34.0),
        ({}, "Limit: 3 requests", None),
    ],
)
def test_the_time_to_wait_is_read_however_it_is_said(headers, message, seconds):
    assert retry_after(headers, message) == seconds


def test_a_date_without_the_clock_of_the_service_is_measured_by_ours():
    assert retry_after({"retry-after": "Mon, 01 Jan 2001 00:00:00 GMT"}) == 0.0


@pytest.mark.parametrize(
    ("status", "body", "name"),
    [
        (400, {"error": {"param": "stream_options.include_usage"}}, "stream_options"),
        (400, {"error": {"param": "messages[0].content", "message": "invalid"}}, ""),
        (400, {"error": {"message": "Unrecognized request argument supplied: top_k"}}, "top_k"),
        (400, {"error": {"message": "unknown field `top_k`, expected one of"}}, "top_k"),
        (400, [{"error": {"message": 'Invalid JSON payload. Unknown name "top_k"'}}], "top_k"),
        (400, {"error": {"message": "property 'n' is unsupported"}}, "n"),
        (400, {"error": {"message": "invalid temperature: only 1 is allowed"}}, "temperature"),
        (422, {"detail": [{"type": "extra_forbidden", "loc": ["body", "top_k"],
                           "msg": "Extra inputs are not permitted"}]}, "top_k"),
        (400, {"error": {"message": "'temperature' and 'top_k' are not supported"}}, "temperature"),
        (400, {"error": {"message": "invalid request: n messages must not be empty"}}, ""),
        (400, {"error": {"message": "temperature of the server is fine"}}, ""),
        (500, {"error": {"message": "unsupported parameter temperature"}}, ""),
    ],
)  # fmt: skip
def test_the_refused_parameter_is_found_in_the_words_of_many_services(status, body, name):
    sent = ["stream_options", "temperature", "top_k", "n", "messages"]

    assert refused_parameter(failure_of_text(status, json.dumps(body), {}), sent) == name


def test_refused_parameters_are_remembered_for_one_model_of_one_connection():
    saved = []
    refused = RefusedParameters({("c", "m"): ("top_k",)}, saved.append)

    refused.add("c", "m", "n")

    assert saved == [{("c", "m"): ("n", "top_k")}]
    assert refused.acceptable("c", "m", {"n": 1, "top_k": 2, "stop": 3}) == {"stop": 3}
    assert refused.acceptable("c", "other", {"n": 1}) == {"n": 1}


def test_an_option_is_lost_only_if_nothing_stands_for_it():
    limit = {"max_tokens": 5}

    assert lost_option("max_tokens", limit, frozenset({"max_tokens"})) == ""
    both = frozenset({"max_tokens", "max_completion_tokens"})
    assert lost_option("max_completion_tokens", limit, both) == "max_tokens"
    assert lost_option("stream_options", {}, frozenset({"stream_options"})) == ""
    assert lost_option("top_k", {"top_k": 1}, frozenset({"top_k"})) == "top_k"


@pytest.mark.parametrize(
    "text",
    [
        f"key {KEY} refused",
        "Incorrect API key provided: sk-proj-ab***********wxyz.",
        'headers {"Authorization": "Bearer abc.def"}',
        "authorization: abcdef",
        "https://me:abc.def@proxy.x",
        "https://x/?api_key=abc.def",
        "AIza_abcdef-abcdefabcdefabcdef",
    ],
)
def test_everything_that_looks_like_a_secret_is_blacked_out(text):
    shown = without_secrets(text, KEY)

    assert HIDDEN in shown
    for secret in ("Secret", "ab**", "wxyz", "abcdef", "abc.def", "AIza"):
        assert secret not in shown


def test_a_placeholder_instead_of_a_key_is_no_secret():
    assert without_secrets("-ollama-", "-", "", "llama") == "-ollama-"


def test_a_key_in_an_address_is_blacked_out_too():
    assert without_secrets("?k=ab%2Fcd%2Bef", "ab/cd+ef") == f"?k={HIDDEN}"


def test_the_environment_gives_a_read_only_connection():
    connection, key = environment_connection(
        {"OPENAI_API_KEY": f" '{KEY}'\n", "OPENAI_BASE_URL": "api.x.com/v1/"}
    )

    assert key == KEY
    assert connection.kind is ConnectionKind.ENVIRONMENT
    assert connection.key_place is KeyPlace.ENVIRONMENT
    assert (connection.base_url, connection.key_hint) == ("https://api.x.com/v1", "KLMN")
    assert KEY not in repr(connection)


def test_the_environment_without_an_address_means_the_usual_one():
    connection, _ = environment_connection({"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": " "})

    assert connection.base_url == "https://api.openai.com/v1"


@pytest.mark.parametrize(
    "environ", [{}, {"OPENAI_API_KEY": " "}, {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": "ftp://x"}]
)
def test_an_environment_that_is_not_enough_gives_no_connection(environ):
    assert environment_connection(environ) is None


@pytest.mark.parametrize(("routable", "expected"), [(True, True), (False, False)])
def test_a_way_out_is_looked_for_without_sending(monkeypatch, routable, expected):
    class Probe:
        def __init__(self, family, kind):
            assert kind is socket.SOCK_DGRAM, "this kind sends nothing when it connects"

        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def connect(self, address):
            if not routable:
                raise OSError(errno.ENETUNREACH, "no way")

    monkeypatch.setattr(network.sys, "platform", "darwin")
    monkeypatch.setattr(network.socket, "socket", Probe)

    assert network.has_route() is expected


def test_linux_knows_from_the_lookup_itself(monkeypatch):
    monkeypatch.setattr(network.sys, "platform", "linux")

    assert network.has_route() is True
