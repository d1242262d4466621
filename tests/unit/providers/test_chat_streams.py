"""Answers as they stream in, from services that each have their own habits."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from gptdesk.domain import problems
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import Finished, ParameterDropped, TextDelta, UsageReported
from gptdesk.domain.problems import Problem
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import MOST_CLIENTS, Clients
from gptdesk.providers.parameters import RefusedParameters
from server.app import MODELS
from server.asking import CALM, KEY, MODEL, Asker, Heard
from server.behaviours import Events, Flood, Raw, RefuseParameter, Reply, Silent, chunk
from server.failures import filtered, silent, silent_after, too_long, too_short, web_page


def test_an_answer_comes_in_pieces_and_says_how_it_ended(ask):
    heard = ask(Reply("Hello, 世界.", size=3))

    assert heard.text == "Hello, 世界."
    assert len(heard.of(TextDelta)) == 4
    assert heard.events[-2:] == [UsageReported(7, 4), Finished("stop")]


def test_the_conversation_is_sent_as_it_is(ask, server):
    ask(temperature=0.5, top_k=3)

    sent = server.requests[0].json
    assert sent["model"] == MODEL
    assert sent["messages"] == [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": "你好"},
    ]
    assert (sent["stream"], sent["temperature"], sent["top_k"]) == (True, 0.5, 3)


@pytest.mark.parametrize("field", ["reasoning_content", "reasoning"])
def test_thoughts_are_told_from_the_answer(ask, field):
    heard = ask(Reply("42", thought="Six times seven.", thought_field=field))

    assert (heard.thought, heard.text) == ("Six times seven.", "42")


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_thoughts_in_the_text_itself_are_told_from_the_answer(ask, size):
    heard = ask(Reply("<think>\nHm, <b> or </b>?\n</think>\n\nA </think> B", size=size))

    assert (heard.thought, heard.text) == ("\nHm, <b> or </b>?\n", "A </think> B")


@pytest.mark.parametrize("text", ["  indented", "<thin ice", "a <think>b</think>", " \n x"])
def test_what_only_looks_like_a_thought_stays_text(ask, text):
    assert ask(Reply(text, size=2)).text == text


def test_an_answer_that_ends_while_a_mark_may_begin_loses_nothing(ask):
    assert ask(Reply("<thi")).text == "<thi"
    assert ask(Reply("<think>never closed </th", finish="length")).thought == "never closed </th"


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (too_short(), "length"),
        (too_short(""), "length"),
        (filtered(), "content_filter"),
        (filtered("Half"), "content_filter"),
        (Reply("Yes.", finish="eos"), "stop"),
        (Reply("Yes.", finish="MAX_TOKENS"), "length"),
        (Reply("Yes.", finish="SAFETY"), "content_filter"),
    ],
)
def test_an_answer_that_was_limited_says_so(ask, behaviour, reason):
    heard = ask(behaviour)

    assert heard.problem is None
    assert heard.events[-1] == Finished(reason)


def test_a_finish_that_means_failure_is_no_end(ask):
    assert type(ask(Reply("Half", finish="network_error")).problem) is problems.AnswerIncomplete


@pytest.mark.parametrize(
    "odd",
    [
        {"choices": None},
        {"choices": []},
        {"choices": [None]},
        {"choices": [{"delta": None}]},
        {"choices": [{"delta": {"content": None}}]},
        {"choices": [{"delta": {"content": 5}}]},
        {"usage": {"prompt_tokens": None, "completion_tokens": True}},
        {"choices": [{"delta": {"content": [None, {"type": "text"}]}}]},
        [],
        None,
        b": keep-alive\r\n\r\n",
        b"retry: 10\n\n",
        b"event: ping\ndata: {}\n\n",
    ],
)
def test_odd_chunks_are_passed_over(ask, odd):
    heard = ask(Events([odd, chunk({"content": "Fine."}, "stop")]))

    assert heard.problem is None
    assert heard.text == "Fine."


def test_content_in_parts_is_read(ask):
    thinking = {"type": "thinking", "thinking": [{"type": "text", "text": "Hm."}]}
    parts = [thinking, {"type": "text", "text": "Yes."}]

    heard = ask(Events([chunk({"content": parts}, "stop")]))

    assert (heard.thought, heard.text) == ("Hm.", "Yes.")


def test_a_refusal_of_the_model_is_its_answer(ask):
    assert ask(Events([chunk({"refusal": "I cannot help."}, "stop")])).text == "I cannot help."


def test_a_whole_answer_instead_of_a_stream_is_taken(ask):
    body = '{"choices": [{"message": {"content": "All at once."}, "finish_reason": "stop"}]}'

    assert ask(Raw(body)).text == "All at once."


def test_an_event_stream_by_another_name_is_taken(ask):
    behaviour = Events([chunk({"content": "Yes."}, "stop")], "application/json")

    assert ask(behaviour).text == "Yes."


def test_the_last_event_may_lack_its_blank_line(ask):
    said = b'data: {"choices": [{"delta": {"content": "Yes."}, "finish_reason": "stop"}]}'

    assert ask(Events([said])).text == "Yes."
    assert ask(Events([b"data: {}\n\n" + said])).text == "Yes."


def test_half_an_event_at_the_end_is_an_answer_cut_short(ask):
    heard = ask(Events([chunk({"content": "Half"}), b'data: {"choi']))

    assert heard.text == "Half"
    assert type(heard.problem) is problems.AnswerIncomplete


def test_line_separators_inside_a_text_do_not_cut_it(ask):
    assert ask(Reply("a\u2028b\x85c\r\nd")).text == "a\u2028b\x85c\r\nd"


def test_nothing_counts_after_the_stream_said_done(ask):
    late = chunk({"content": "too late"})

    heard = ask(Events([chunk({"content": "Yes."}, "stop"), b"data: [DONE]\n\n", late]))

    assert heard.text == "Yes."


def test_comments_show_that_the_service_is_alive(ask, server):
    heard = ask(Silent("Word.", comments=3, finish="stop"))

    assert heard.text == "Word."


def test_a_refused_parameter_is_left_out_and_reported_once(ask, server):
    refused = RefusedParameters()
    picky = RefuseParameter("temperature")

    first = ask(picky, picky, refused=refused, temperature=0.5)
    second = ask(picky, refused=refused, temperature=0.5)

    assert first.of(ParameterDropped) == [ParameterDropped("temperature")]
    assert (first.text, second.text) == ("Hello.", "Hello.")
    assert second.of(ParameterDropped) == []
    assert len(server.requests) == 3
    assert "temperature" not in server.requests[1].json


def test_several_refused_parameters_are_found_one_after_the_other(ask, server):
    picky = RefuseParameter("top_p", RefuseParameter("stream_options"))

    heard = ask(picky, picky, picky, top_p=0.5)

    assert heard.text == "Hello."
    assert heard.of(ParameterDropped) == [ParameterDropped("top_p")]
    assert heard.of(UsageReported) == []
    assert len(server.requests) == 3


def test_a_limit_goes_by_its_other_name_where_one_is_refused(ask, server):
    picky = RefuseParameter("max_completion_tokens")

    heard = ask(picky, picky, max_completion_tokens=9)

    assert heard.of(ParameterDropped) == []
    assert server.requests[1].json["max_tokens"] == 9


def test_a_limit_refused_by_both_names_is_reported(ask, server):
    picky = RefuseParameter("max_completion_tokens", RefuseParameter("max_tokens"))

    heard = ask(picky, picky, picky, max_completion_tokens=9)

    assert heard.of(ParameterDropped) == [ParameterDropped("max_completion_tokens")]
    assert server.requests[2].json.keys().isdisjoint({"max_tokens", "max_completion_tokens"})


def test_a_refusal_in_the_stream_before_the_first_word_counts_too(ask):
    refusal = Events([{"error": {"message": "Unsupported", "param": "temperature", "code": 400}}])

    assert ask(refusal, Reply("Fine."), temperature=0.5).text == "Fine."


def test_a_refusal_that_names_nothing_we_sent_is_a_failure(ask, server):
    assert type(ask(too_long(), temperature=0.5).problem) is problems.ContextTooLong
    assert len(server.requests) == 1


@pytest.mark.parametrize("behaviour", [silent(), silent_after("One"), Flood(10**9)])
def test_stopping_closes_the_line_at_once(server, behaviour):
    async def stop():
        clients, heard = Clients(), Heard()
        chat = OpenAIChat(clients)
        endpoint = Endpoint("c", server.base_url, KEY)
        task = asyncio.create_task(Asker(server).listen(chat, endpoint, heard, {}))
        received = await asyncio.to_thread(server.wait_for_request)
        while isinstance(behaviour, Silent) and behaviour.text and not heard.events:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gone = await asyncio.to_thread(received.gone.wait, 5)
        await clients.aclose()
        return gone

    server.script([behaviour])
    assert asyncio.run(stop())


def test_leaving_the_stream_closes_the_line(server):
    async def leave():
        clients = Clients()
        endpoint = Endpoint("c", server.base_url, KEY)
        async with aclosing(OpenAIChat(clients).stream(endpoint, MODEL, [], {})) as events:
            await anext(events)
        gone = await asyncio.to_thread(server.requests[0].gone.wait, 5)
        await clients.aclose()
        return gone

    server.script([silent_after("One")])
    assert asyncio.run(leave())


def models_of(server, clients=None, key=KEY):
    async def listed():
        ours = clients or Clients(CALM)
        try:
            return await OpenAIChat(ours).models(Endpoint("c", server.base_url, key))
        finally:
            await ours.aclose()

    return asyncio.run(listed())


def test_the_models_are_sorted(server):
    server.models = ["b", "c", "a"]

    assert models_of(server) == ("a", "b", "c")


@pytest.mark.parametrize(
    "body",
    [
        '{"models": [{"name": "b"}, {"model": "a"}]}',
        '["b", "a", ""]',
        '[{"id": "b"}, {"id": "a"}, 5, {}]',
    ],
)
def test_lists_of_models_in_other_shapes_are_read(server, body):
    server.script([Raw(body)], MODELS)

    assert models_of(server) == ("a", "b")


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (web_page(), problems.NotAnApi),
        (web_page(404), problems.NotAnApi),
        (Raw('{"data": 5}'), problems.AnswerBroken),
        (Raw('{"da'), problems.AnswerBroken),
        (Raw('{"error": {"message": "bad"}}', 401), problems.KeyRefused),
    ],
)
def test_a_list_of_models_that_fails_says_why(server, behaviour, kind):
    server.script([behaviour], MODELS)

    with pytest.raises(Problem) as caught:
        models_of(server)
    assert type(caught.value) is kind
    assert KEY not in repr(vars(caught.value))


def test_a_list_of_models_that_never_comes_times_out(server):
    from server.asking import QUICK

    server.script([silent()], MODELS)

    with pytest.raises(problems.TimedOut):
        models_of(server, Clients(QUICK))


def test_nothing_of_the_environment_reaches_the_service(server, monkeypatch):
    headers = "Authorization: Bearer other\nX-Evil: yes"
    for name, value in {
        "OPENAI_API_KEY": "sk-other",
        "OPENAI_ADMIN_KEY": "sk-admin",
        "OPENAI_BASE_URL": "http://elsewhere.invalid/v1",
        "OPENAI_ORG_ID": "org-other",
        "OPENAI_PROJECT_ID": "proj-other",
        "OPENAI_CUSTOM_HEADERS": headers,
    }.items():
        monkeypatch.setenv(name, value)
    server.key = KEY

    assert models_of(server) == ("test-large", "test-small")
    sent = server.requests[0].headers
    assert "x-evil" not in sent
    assert not [name for name in sent if name.startswith("openai-") and sent[name]]


def test_nothing_is_told_about_this_computer(ask, server):
    ask()

    sent = server.requests[0].headers
    assert sent["user-agent"].startswith("gptdesk/")
    assert [name for name in sent if name.startswith("x-stainless")] == ["x-stainless-raw-response"]


def test_a_client_is_made_once_and_old_ones_do_not_pile_up():
    async def made():
        clients = Clients()
        endpoints = [Endpoint("c", f"http://127.0.0.1:{n}/v1", KEY) for n in range(MOST_CLIENTS)]
        first = clients.client(endpoints[0])
        assert clients.client(endpoints[0]) is first
        for endpoint in endpoints[1:]:
            clients.client(endpoint)
        assert clients.client(endpoints[0]) is first
        clients.client(Endpoint("c", "http://127.0.0.1:99/v1", KEY))
        assert clients.client(endpoints[0]) is first
        clients.client(endpoints[1])
        assert len(clients._clients) == MOST_CLIENTS
        await clients.aclose()

    asyncio.run(made())


def test_connections_are_used_again(server):
    async def twice():
        clients, heard = Clients(CALM), Heard()
        endpoint = Endpoint("c", server.base_url, KEY)
        for _ in range(2):
            await Asker(server).listen(OpenAIChat(clients), endpoint, heard, {})
        await clients.aclose()
        return heard

    assert asyncio.run(twice()).text == "Hello.Hello."
    assert server.lines == 1
