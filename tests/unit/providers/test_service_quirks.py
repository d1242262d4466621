"""What differs between services that call themselves compatible: each habit ends well.

The rows follow the design list of services and the table of errors in the API guide.
"""

from __future__ import annotations

import asyncio
import json
from datetime import date

import pytest

from gptdesk.domain import problems
from gptdesk.domain.catalogue import ModelFacts, Task
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import Finished, ParameterDropped, UsageReported
from gptdesk.domain.offered import ListedModel
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients
from gptdesk.providers.request import Dialect, is_openai_itself, parameters_for
from server import failures
from server.app import MODELS
from server.asking import CALM, KEY, MODEL
from server.behaviours import Events, Fail, Raw, RefuseParameter, Reply, Silent, chunk

LIMIT = "max_completion_tokens"


def with_usage(payload, input_tokens, output_tokens):
    counts = {"prompt_tokens": input_tokens, "completion_tokens": output_tokens}
    return {**payload, "usage": counts}


GOOD = {
    "reasoning_content": Reply("42", thought="Hm."),
    "reasoning": Reply("42", thought="Hm.", thought_field="reasoning"),
    "comments keep the line alive": Events(
        [b": OPENROUTER PROCESSING\n\n", b": keep-alive\n\n", chunk({"content": "42"}, "stop")]
    ),
    "comments before silence": Silent("42", comments=5, finish="stop"),
    "no [DONE]": Reply("42", says_done=False),
    "usage never comes": Reply("42", tells_usage=False),
    "usage in every chunk": Events(
        [
            with_usage(chunk({"content": "4"}), 7, 1),
            with_usage(chunk({"content": "2"}, "stop"), 7, 2),
        ]
    ),
    "fields nobody knows": Events(
        [{**chunk({"content": "42"}, "stop"), "obfuscation": "xyz", "provider": "X"}]
    ),
    "stream_options refused": RefuseParameter("stream_options", Reply("42")),
    "unknown fields rejected in a list": RefuseParameter(
        "stream_options",
        Reply("42"),
        '{"detail": [{"type": "extra_forbidden", "loc": ["body", "{name}"], '
        '"msg": "Extra inputs are not permitted"}]}',
        422,
    ),
    "unknown fields rejected in Chinese": RefuseParameter(
        "stream_options", Reply("42"), '{"error": {"code": "1210", "message": "不支持 {name}"}}'
    ),
}


@pytest.mark.parametrize("behaviour", GOOD.values(), ids=GOOD)
def test_a_habit_of_a_service_changes_nothing_of_the_answer(ask, behaviour):
    heard = ask(behaviour, behaviour)

    assert heard.problem is None
    assert heard.text == "42"
    assert heard.events[-1] == Finished("stop")
    assert heard.of(ParameterDropped) == []


def test_usage_in_every_chunk_is_counted_once(ask):
    assert ask(GOOD["usage in every chunk"]).of(UsageReported) == [UsageReported(7, 2)]


REFUSALS = {
    "{error: {…}}": (Fail(401, "no", "invalid_api_key"), problems.KeyRefused),
    "{error: text}": (Raw('{"error": "model \\"x\\" not found"}', 404), problems.ModelNotFound),
    "{message, code}": (Raw('{"message": "欠费", "code": "Arrearage"}', 400),
                        problems.CreditExhausted),
    "{code, msg}": (Raw('{"code": 1301, "msg": "敏感内容"}', 400), problems.ContentRefused),
    "a list of errors": (Raw('[{"error": {"code": 429, "status": "RESOURCE_EXHAUSTED"}}]', 429),
                         problems.RateLimited),
    "a page": (failures.web_page(), problems.NotAnApi),
    "a page with a status": (failures.web_page(503), problems.ServiceFailed),
    "402": (Raw('{"error": {"message": "Insufficient credits", "code": 402}}', 402),
            problems.CreditExhausted),
    "no available channel": (
        Raw('{"error": {"message": "No available channel for model gpt-gone"}}', 503),
        problems.ModelNotFound),
    "invalid request": (Fail(400, "Bad", None, failures.REQUEST), problems.RequestRefused),
    "region": (failures.wrong_region(), problems.RegionRefused),
    "rights": (failures.forbidden(), problems.AccessRefused),
    "not verified": (failures.unverified(), problems.OrganizationUnverified),
    "model gone": (failures.no_model(), problems.ModelNotFound),
    "408": (Fail(408, "Timeout"), problems.TimedOut),
    "409": (Fail(409, "Conflict"), problems.ServiceFailed),
    "422": (Fail(422, "Unprocessable"), problems.RequestRefused),
    "413": (failures.too_large(), problems.RequestTooLarge),
    "too fast": (failures.too_fast(), problems.RateLimited),
    "ramped up too fast": (Fail(429, "Slow down", "slow_down"), problems.RateLimited),
    "no money": (failures.no_credit(), problems.CreditExhausted),
    "no money, by its code": (failures.no_credit("credit_balance_exhausted"),
                              problems.CreditExhausted),
    "500": (failures.broken_service(500), problems.ServiceFailed),
    "502": (failures.broken_service(502), problems.ServiceFailed),
    "overloaded": (Fail(503, "Overloaded", "server_is_overloaded"), problems.ServiceFailed),
    "504": (failures.broken_service(504), problems.ServiceFailed),
}  # fmt: skip


@pytest.mark.parametrize(("behaviour", "kind"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_in_any_shape_is_understood_and_quoted(ask, behaviour, kind):
    problem = ask(behaviour).problem

    assert type(problem) is kind
    assert problem.detail.strip()
    assert KEY not in problem.detail


@pytest.mark.parametrize(
    "name", ["x-request-id", "request-id", "x-ds-request-id", "x-tt-logid", "cf-ray", "X-Trace-Id"]
)
def test_what_support_asks_for_stands_in_the_details_whatever_its_name(ask, name):
    refused = Raw('{"error": "no"}', 400, headers={name: "abc-123"})
    whole = Raw('{"error": "no"}', 200, headers={name: "abc-123"})

    assert "request id: abc-123" in ask(refused).problem.detail
    assert "request id: abc-123" in ask(whole).problem.detail


def test_an_id_inside_the_body_stands_in_the_details_too(ask):
    body = '{"code": "InvalidParameter", "message": "no", "request_id": "qwen-7"}'

    assert "request id: qwen-7" in ask(Raw(body, 400)).problem.detail


# What is sent


def sent_by(ask, server, dialect=None, **options):
    ask(Reply(), dialect=dialect, **options)
    return server.requests[-1].json


def facts(**known):
    return Dialect(ModelFacts(MODEL, "", Task.CHAT, True, **known))


def test_by_default_nothing_is_sent_that_a_strict_service_refuses(ask, server):
    sent = sent_by(ask, server)

    assert set(sent) == {"model", "messages", "stream", "stream_options"}


def test_a_service_known_to_refuse_stream_options_is_not_asked_for_them(ask, server):
    assert "stream_options" not in sent_by(ask, server, Dialect(quirks={"stream_options": False}))


@pytest.mark.parametrize(
    ("dialect", "name"),
    [
        (Dialect(), LIMIT),
        (facts(limit_name="max_tokens"), "max_tokens"),
        (Dialect(quirks={"limit_name": "max_tokens"}), "max_tokens"),
    ],
)
def test_the_longest_answer_goes_by_the_name_that_is_known(ask, server, dialect, name):
    sent = sent_by(ask, server, dialect, max_completion_tokens=99)

    assert {key: value for key, value in sent.items() if "tokens" in key} == {name: 99}


def test_a_limit_refused_by_its_old_name_goes_by_the_new_one(ask, server):
    picky = RefuseParameter("max_tokens")
    dialect = facts(limit_name="max_tokens")

    heard = ask(picky, picky, dialect=dialect, max_completion_tokens=99)

    assert heard.of(ParameterDropped) == []
    assert server.requests[1].json[LIMIT] == 99


def test_a_temperature_is_kept_below_what_the_service_allows(ask, server):
    dialect = Dialect(quirks={"temperature_max": 1.0})

    assert sent_by(ask, server, dialect, temperature=1.7)["temperature"] == 1.0


def test_a_refused_temperature_is_left_out_and_said(ask, server):
    message = "'temperature' does not support 0.5 with this model. Only the default is supported."
    refused = Fail(400, message, "unsupported_value", failures.REQUEST, "temperature")

    heard = ask(refused, Reply("Fine."), temperature=0.5)

    assert (heard.text, heard.of(ParameterDropped)) == ("Fine.", [ParameterDropped("temperature")])


def test_what_the_model_is_known_to_refuse_is_not_tried(ask, server):
    dialect = facts(refuses=frozenset({"temperature"}))

    heard = ask(Reply(), dialect=dialect, temperature=0.5)

    assert heard.of(ParameterDropped) == [ParameterDropped("temperature")]
    assert "temperature" not in server.requests[0].json
    assert len(server.requests) == 1


def test_what_a_whole_service_is_known_to_refuse_is_not_tried(ask, server):
    dialect = Dialect(quirks={"refuses": ("top_p", "stream_options")})

    heard = ask(Reply(), dialect=dialect, top_p=0.5)

    assert heard.of(ParameterDropped) == [ParameterDropped("top_p")]
    assert server.requests[0].json.keys().isdisjoint({"top_p", "stream_options"})


def test_effort_and_verbosity_are_sent_only_where_their_words_are_known(ask, server):
    wanted = {"reasoning_effort": "high", "verbosity": "low"}

    assert set(wanted).isdisjoint(sent_by(ask, server, Dialect(), **wanted))
    known = facts(efforts=("low", "high"), verbosities=("low",))
    assert wanted.items() <= sent_by(ask, server, known, **wanted).items()


@pytest.mark.parametrize(
    ("base_url", "is_openai"),
    [
        ("https://api.openai.com/v1", True),
        ("https://eu.api.openai.com/v1", True),
        ("https://api.openai.com.example.org/v1", False),
        ("https://gateway.example.org/openai/v1", False),
    ],
)
def test_only_openai_itself_is_told_not_to_keep_the_conversation(base_url, is_openai):
    endpoint = Endpoint("c", base_url, KEY, service="openai")

    assert is_openai_itself(endpoint) is is_openai
    assert ("store" in parameters_for({}, Dialect(), endpoint)) is is_openai


# Lists of models


def listed(server):
    async def ask():
        clients = Clients(CALM)
        try:
            return await OpenAIChat(clients).listed(Endpoint("c", server.base_url, KEY))
        finally:
            await clients.aclose()

    return asyncio.run(ask())


def list_of(*entries):
    return Raw(json.dumps({"object": "list", "data": list(entries)}))


def test_a_service_says_when_a_model_ends_and_what_it_takes(server):
    server.script(
        [
            list_of(
                {"id": "a", "shutdown_date": "2026-10-23", "owned_by": "openai", "created": 5},
                {"id": "b", "architecture": {"input_modalities": ["text", "image", "audio"]},
                 "context_length": 4096},
                {"id": "c", "type": "vlm", "max_context_length": 8192},
                {"id": "d", "shutdown_date": None, "architecture": None},
                {"id": "models/e", "shutdown_date": "soon", "created": "yesterday"},
            )
        ],
        MODELS,
    )  # fmt: skip

    assert listed(server) == (
        ListedModel("a", date(2026, 10, 23), owned_by="openai", created=5.0),
        ListedModel("b", None, frozenset({"text", "picture", "sound"}), 4096),
        ListedModel("c", None, frozenset({"text", "picture"}), 8192),
        ListedModel("d"),
        ListedModel("models/e"),
    )


def test_thousands_of_models_are_read(server):
    server.script([list_of(*({"id": f"maker/model-{n}"} for n in range(5000)))], MODELS)

    assert len(listed(server)) == 5000


def test_an_empty_list_is_a_list(server):
    server.script([list_of()], MODELS)

    assert listed(server) == ()


def test_a_missing_list_is_a_failure_of_its_own_kind(server):
    server.script([failures.no_path()], MODELS)

    with pytest.raises(problems.AddressNotFound):
        listed(server)
