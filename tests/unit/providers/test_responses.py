"""Models that answer through the Responses API only, asked as if they were like any other."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace

import pytest

from gptdesk.domain import problems
from gptdesk.domain.catalogue import Api, ModelFacts, Task
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import Finished, ParameterDropped, TextDelta, UsageReported
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients
from gptdesk.providers.parameters import RefusedParameters
from gptdesk.providers.request import Dialect
from gptdesk.providers.responses import body_of
from server import failures
from server.app import RESPONSES
from server.asking import KEY, MODEL
from server.behaviours import Events, Fail, Raw, Reply
from server.responding import Respond, typed

FACTS = ModelFacts(MODEL, "openai", Task.CHAT, api=Api.RESPONSES, efforts=("low", "high"))
PRO = Dialect(replace(FACTS, verbosities=("low", "high")))


@pytest.fixture
def respond(ask, server):
    endpoint = Endpoint("c", server.base_url, KEY, service="openai")

    def one(*behaviours, **options):
        return ask(*behaviours, endpoint=endpoint, dialect=PRO, path=RESPONSES, **options)

    return one


def test_an_answer_comes_in_pieces_with_its_summary_and_its_tokens(respond, server):
    heard = respond(Respond("Hello, 世界.", thought="Easy.", size=3))

    assert (heard.thought, heard.text) == ("Easy.", "Hello, 世界.")
    assert len(heard.of(TextDelta)) == 4
    assert heard.events[-2:] == [UsageReported(11, 5), Finished("stop")]
    assert [request.path for request in server.requests] == [RESPONSES]


def test_it_is_asked_in_the_words_of_that_interface(respond, server):
    respond(Respond(), max_completion_tokens=900, reasoning_effort="low", verbosity="high")

    sent = server.requests[0].json
    assert sent["input"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "你好"},
    ]
    assert sent["reasoning"] == {"effort": "low", "summary": "auto"}
    assert sent["text"] == {"verbosity": "high"}
    assert (sent["max_output_tokens"], sent["stream"], sent["store"]) == (900, True, False)
    assert sent.keys().isdisjoint({"messages", "stream_options", "max_completion_tokens"})


def test_elsewhere_the_same_model_is_asked_like_any_other(ask, server):
    heard = ask(Reply("Yes."), dialect=PRO)

    assert heard.text == "Yes."
    assert server.requests[0].path.endswith("/chat/completions")


@pytest.mark.parametrize(
    ("cut", "reason"), [("max_output_tokens", "length"), ("content_filter", "content_filter")]
)
def test_an_answer_that_was_limited_says_so(respond, cut, reason):
    heard = respond(Respond("Half", cut=cut))

    assert (heard.problem, heard.events[-1]) == (None, Finished(reason))


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (Respond("", failure={"code": "server_error", "message": "x"}), problems.ServiceFailed),
        (Respond("", failure={"code": "rate_limit_exceeded", "message": "x"}),
         problems.RateLimited),
        (Events([typed("error", code="server_error", message="x", param=None)]),
         problems.ServiceFailed),
        (Respond("Half", ends=False), problems.AnswerIncomplete),
        (Respond(""), problems.AnswerEmpty),
        (failures.no_credit(), problems.CreditExhausted),
        (failures.unauthorized(), problems.KeyRefused),
        (failures.no_model(), problems.ModelNotFound),
    ],
)  # fmt: skip
def test_a_failure_becomes_its_own_kind_of_problem(respond, behaviour, kind):
    assert type(respond(behaviour).problem) is kind


def test_a_failure_in_the_middle_keeps_what_had_come(respond):
    heard = respond(Respond("Half", failure={"code": "server_error", "message": "x"}))

    assert heard.text == "Half"
    assert type(heard.problem) is problems.ServiceFailed


def test_a_whole_answer_instead_of_a_stream_is_taken(respond):
    body = (
        '{"object": "response", "status": "completed", "output": [{"type": "reasoning", "summary":'
        ' [{"type": "summary_text", "text": "Hm."}]}, {"type": "message", "content":'
        ' [{"type": "output_text", "text": "All."}]}]}'
    )
    heard = respond(Raw(body))

    assert (heard.thought, heard.text, heard.events[-1]) == ("Hm.", "All.", Finished("stop"))


def test_a_summary_the_key_may_not_see_is_given_up_without_a_word(respond, server):
    message = "Your organization must be verified to generate reasoning summaries."
    refused = Fail(400, message, "unsupported_value", "invalid_request_error", "reasoning.summary")

    heard = respond(refused, Respond(), reasoning_effort="low")

    assert heard.text == "Hello."
    assert heard.of(ParameterDropped) == []
    assert server.requests[1].json["reasoning"] == {"effort": "low"}


def test_a_refused_parameter_is_called_by_its_usual_name(respond, server):
    message = "Unsupported parameter: 'text.verbosity' is not supported with this model."
    refused = Fail(400, message, "unsupported_parameter", "invalid_request_error", "text.verbosity")

    heard = respond(refused, Respond(), verbosity="low")

    assert heard.of(ParameterDropped) == [ParameterDropped("verbosity")]
    assert "text" not in server.requests[1].json


def test_a_model_that_is_only_served_there_is_asked_there_and_that_is_remembered(ask, server):
    saved = {}
    refused = RefusedParameters(save=saved.update)

    first = ask(failures.only_by_responses(), refused=refused)
    second = ask(refused=refused)

    assert (first.text, second.text) == ("Hello.", "Hello.")
    assert first.of(ParameterDropped) == []
    paths = [request.path.removeprefix("/v1/") for request in server.requests]
    assert paths == ["chat/completions", "responses", "responses"]
    assert saved == {("c", MODEL): ("chat/completions",)}


def test_where_that_interface_is_missing_it_is_said_and_not_remembered(ask, server):
    refused = RefusedParameters()
    server.script([failures.no_path()], RESPONSES)

    problem = ask(failures.only_by_responses(), refused=refused).problem

    assert (type(problem), problem.model) == (problems.OtherApiNeeded, MODEL)
    assert refused.of("c", MODEL) == frozenset()


def test_stopping_closes_the_line(server):
    async def leave():
        clients = Clients()
        endpoint = Endpoint("c", server.base_url, KEY, service="openai")
        chat = OpenAIChat(clients, dialect=lambda _endpoint, _model: PRO)
        async with aclosing(chat.stream(endpoint, MODEL, [], {})) as events:
            await anext(events)
        gone = await asyncio.to_thread(server.requests[0].gone.wait, 5)
        await clients.aclose()
        return gone

    server.script([Respond("A long answer " * 100_000)], RESPONSES)
    assert asyncio.run(leave())


def test_pictures_go_beside_the_words():
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,cG5n"}}
    turn = {"role": "user", "content": [picture, {"type": "text", "text": "What is it?"}]}

    (item,) = body_of([turn], {})["input"]

    assert item["content"] == [
        {"type": "input_image", "image_url": "data:image/png;base64,cG5n"},
        {"type": "input_text", "text": "What is it?"},
    ]
