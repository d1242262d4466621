from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from gptdesk.domain.connections import OFFLINE_ID
from gptdesk.domain.events import (
    EngineStarting,
    Finished,
    HistoryTrimmed,
    MessageAdded,
    MessageChanged,
    MessageRemoved,
    ReasoningDelta,
    RetryScheduled,
    TextDelta,
    TitleChanged,
    UsageReported,
)
from gptdesk.domain.messages import STOPPED, ChatMessage, Message, MessageState, Role
from gptdesk.domain.problems import (
    ConnectionCut,
    ConnectionMissing,
    ConnectionRefused,
    CreditExhausted,
    EngineCrashed,
    PackMissing,
    RateLimited,
    ServiceFailed,
)
from gptdesk.services.chat import CONTINUE, ChatService
from gptdesk.services.connections import ConnectionService
from gptdesk.services.growing import GrowingAnswer


class Sleeps:
    """Remembers how long it was asked to wait, and does not."""

    def __init__(self):
        self.waits = []

    async def __call__(self, seconds):
        self.waits.append(seconds)


@pytest.fixture
def sleeps():
    return Sleeps()


@pytest.fixture
def make_chat(store, connections_file, keys, engine, packs, sleeps, conversation):
    def make(provider):
        keys.keys["c1"] = "sk-test"
        connections = ConnectionService(connections_file, keys, provider, engine, packs)
        return ChatService(store, connections, provider, engine, now=lambda: 5.0, sleep=sleeps)

    return make


def collect(events):
    """Run a stream to its end: (events, the problem it ended with)."""

    async def run():
        seen = []
        try:
            async for event in events:
                seen.append(event)
        except Exception as error:
            return seen, error
        return seen, None

    return asyncio.run(run())


def texts(store):
    return [(m.role, m.text, m.state) for m in store.messages]


def test_a_question_and_its_answer_are_stored(make_chat, make_provider, store):
    chat = make_chat(make_provider(["Hel", "lo", UsageReported(7, 2)]))
    events, problem = collect(chat.ask("chat", "What is a token? I wonder."))
    assert problem is None
    assert texts(store) == [
        (Role.USER, "What is a token? I wonder.", MessageState.DONE),
        (Role.ASSISTANT, "Hello", MessageState.DONE),
    ]
    answer = store.messages[1]
    assert (answer.finish, answer.input_tokens, answer.output_tokens) == ("stop", 7, 2)
    assert events[-1] == MessageChanged(answer)
    assert TitleChanged("chat", "What is a token?") in events


def test_the_key_goes_to_the_service_and_into_no_event(make_chat, make_provider):
    provider = make_provider(["x"])
    events, _ = collect(make_chat(provider).ask("chat", "hi"))
    assert provider.requests[0][0].key == "sk-test"
    assert "sk-test" not in repr(events)
    assert "sk-test" not in repr(provider.requests)


def test_a_question_that_could_not_be_sent_is_kept_with_its_reason(make_chat, make_provider, store):
    chat = make_chat(make_provider([CreditExhausted()]))
    events, problem = collect(chat.ask("chat", "hi"))
    assert isinstance(problem, CreditExhausted)
    assert [(m.state, m.problem) for m in store.messages] == [
        (MessageState.UNSENT, "credit-exhausted")
    ]
    added = [e for e in events if isinstance(e, MessageAdded)][-1].message
    assert MessageRemoved(added.id) in events
    assert events[-1].message.state is MessageState.UNSENT


def test_an_answer_that_was_cut_keeps_its_text(make_chat, make_provider, store):
    _, problem = collect(make_chat(make_provider(["half ", ConnectionCut()])).ask("chat", "hi"))
    assert isinstance(problem, ConnectionCut)
    answer = store.messages[-1]
    assert (answer.text, answer.state, answer.problem) == (
        "half ",
        MessageState.INTERRUPTED,
        "connection-cut",
    )
    assert store.messages[0].state is MessageState.DONE


def stop_after(events, kind):
    """Take events until one of `kind`, then cancel the task as the Stop button does."""

    async def run():
        reached = asyncio.Event()

        async def consume():
            async for event in events:
                if isinstance(event, kind):
                    reached.set()

        task = asyncio.create_task(consume())
        await reached.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(run())


def test_stop_keeps_what_had_arrived(make_chat, make_provider, store):
    provider = make_provider(["a b ", "…"])
    stop_after(make_chat(provider).ask("chat", "hi"), TextDelta)
    answer = store.messages[-1]
    assert (answer.text, answer.state, answer.problem) == (
        "a b ",
        MessageState.INTERRUPTED,
        STOPPED,
    )
    assert provider.closed == 1


def test_stop_before_the_first_word_leaves_the_question_unsent(make_chat, make_provider, store):
    stop_after(make_chat(make_provider(["…"])).ask("chat", "hi"), TitleChanged)
    assert texts(store) == [(Role.USER, "hi", MessageState.UNSENT)]


def test_a_service_that_asks_to_wait_is_asked_again(make_chat, make_provider, store, sleeps):
    provider = make_provider([RateLimited(12.0)], [ServiceFailed(503)], ["done"])
    events, problem = collect(make_chat(provider).ask("chat", "hi"))
    assert problem is None
    assert sleeps.waits == [12.0, 2.0]
    assert RetryScheduled(12.0, 2, "rate-limited") in events
    assert store.messages[-1].text == "done"


def test_after_three_tries_the_user_decides(make_chat, make_provider, sleeps):
    provider = make_provider(*[[ServiceFailed(500)]] * 4)
    _, problem = collect(make_chat(provider).ask("chat", "hi"))
    assert isinstance(problem, ServiceFailed)
    assert len(provider.requests) == 3


@pytest.mark.parametrize("problem", [RateLimited(3600.0), CreditExhausted()])
def test_what_waiting_does_not_mend_is_not_tried_again(make_chat, make_provider, sleeps, problem):
    provider = make_provider([problem], ["never"])
    _, seen = collect(make_chat(provider).ask("chat", "hi"))
    assert seen is problem
    assert sleeps.waits == []


def test_a_failure_after_the_first_word_is_never_sent_again(make_chat, make_provider):
    provider = make_provider(["half", ServiceFailed(500)], ["again"])
    _, problem = collect(make_chat(provider).ask("chat", "hi"))
    assert isinstance(problem, ServiceFailed)
    assert len(provider.requests) == 1


def test_retry_answers_an_unsent_question_without_doubling_it(make_chat, make_provider, store):
    chat = make_chat(make_provider([CreditExhausted()], ["yes"]))
    collect(chat.ask("chat", "hi"))
    events, problem = collect(chat.retry("chat"))
    assert problem is None
    assert texts(store) == [
        (Role.USER, "hi", MessageState.DONE),
        (Role.ASSISTANT, "yes", MessageState.DONE),
    ]
    assert isinstance(events[0], MessageChanged)


def test_asking_again_keeps_the_older_answer_as_a_version(make_chat, make_provider, store):
    chat = make_chat(make_provider(["one"], ["two"]))
    collect(chat.ask("chat", "hi"))
    collect(chat.retry("chat"))
    versions = [(m.text, m.version) for m in store.messages if m.role is Role.ASSISTANT]
    assert versions == [("one", 1), ("two", 2)]


def test_asking_again_in_vain_brings_the_older_answer_back(make_chat, make_provider, store):
    chat = make_chat(make_provider(["one"], [CreditExhausted()]))
    collect(chat.ask("chat", "hi"))
    events, _ = collect(chat.retry("chat"))
    assert events[-1] == MessageAdded(store.messages[-1])
    assert store.messages[-1].text == "one"
    assert store.messages[0].state is MessageState.DONE


def test_an_interrupted_answer_goes_on_in_the_same_message(make_chat, make_provider, store):
    provider = make_provider(["half, ", ConnectionCut()], ["and the rest"])
    chat = make_chat(provider)
    collect(chat.ask("chat", "hi"))
    _, problem = collect(chat.go_on("chat", store.messages[-1].id))
    assert problem is None
    assert texts(store)[-1] == (Role.ASSISTANT, "half, and the rest", MessageState.DONE)
    assert provider.requests[-1][2][-1] == Message(Role.USER, CONTINUE)


def test_a_continuation_that_fails_keeps_the_first_half(make_chat, make_provider, store):
    chat = make_chat(make_provider(["half", ConnectionCut()], [CreditExhausted()]))
    collect(chat.ask("chat", "hi"))
    collect(chat.go_on("chat", store.messages[-1].id))
    answer = store.messages[-1]
    assert (answer.text, answer.state) == ("half", MessageState.INTERRUPTED)
    assert answer.problem == "credit-exhausted"


def test_reasoning_is_kept_apart_from_the_answer(make_chat, make_provider, store):
    collect(make_chat(make_provider([ReasoningDelta("hm"), "yes"])).ask("chat", "hi"))
    assert (store.messages[-1].reasoning, store.messages[-1].text) == ("hm", "yes")


def test_an_answer_without_a_word_is_stored_with_its_reason(make_chat, make_provider, store):
    collect(make_chat(make_provider([Finished("content_filter")])).ask("chat", "hi"))
    answer = store.messages[-1]
    assert (answer.role, answer.text, answer.state) == (Role.ASSISTANT, "", MessageState.DONE)


def test_a_growing_answer_reaches_the_disk_while_the_service_is_silent(
    make_chat, make_provider, store, monkeypatch
):
    monkeypatch.setitem(GrowingAnswer.__init__.__kwdefaults__, "interval", 0.0)
    chat = make_chat(make_provider(["some ", "words", "…"]))

    async def run():
        task = asyncio.create_task(_drain(chat.ask("chat", "hi")))
        await store.checkpointed.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def _drain(events):
        async for _ in events:
            pass

    asyncio.run(run())
    assert store.checkpoints[-1] in ("some ", "some words")


class TestOffline:
    @pytest.fixture(autouse=True)
    def offline(self, store, packs, conversation):
        packs.ready.add("small")
        store.rows["chat"] = replace(conversation, connection_id=OFFLINE_ID, model="small")

    def test_the_engine_is_started_and_that_is_said(self, make_chat, make_provider, engine):
        events, problem = collect(make_chat(make_provider(["hi"])).ask("chat", "q"))
        assert problem is None
        assert EngineStarting() in events
        assert engine.leases == 1

    def test_the_pack_brings_its_instructions(self, make_chat, make_provider):
        provider = make_provider(["hi"])
        collect(make_chat(provider).ask("chat", "q"))
        assert provider.requests[0][2][0] == Message(Role.SYSTEM, "Be brief.")

    def test_a_long_history_is_trimmed_and_that_is_said(self, make_chat, make_provider, store):
        store.messages = [
            ChatMessage(f"m{i}", "chat", i, (Role.USER, Role.ASSISTANT)[i % 2], "word " * 60)
            for i in range(6)
        ]
        provider = make_provider(["hi"])
        events, _ = collect(make_chat(provider).ask("chat", "newest"))
        (trimmed,) = [e for e in events if isinstance(e, HistoryTrimmed)]
        assert trimmed.left_out == 5
        assert provider.requests[0][2][-1] == Message(Role.USER, "newest")

    def test_an_engine_that_dies_before_a_word_is_started_again(
        self, make_chat, make_provider, engine
    ):
        provider = make_provider([ConnectionRefused()], ["fine"])
        events, problem = collect(make_chat(provider).ask("chat", "q"))
        assert problem is None
        assert RetryScheduled(0.0, 2, "engine-crashed") in events

    def test_an_engine_that_dies_twice_is_a_problem(self, make_chat, make_provider):
        provider = make_provider([ConnectionCut()], [ConnectionCut()])
        _, problem = collect(make_chat(provider).ask("chat", "q"))
        assert isinstance(problem, EngineCrashed)

    def test_a_continuation_needs_no_extra_word(self, make_chat, make_provider, store):
        provider = make_provider(["half", ConnectionCut()], [" more"])
        chat = make_chat(provider)
        collect(chat.ask("chat", "q"))
        collect(chat.go_on("chat", store.messages[-1].id))
        assert provider.requests[-1][2][-1] == Message(Role.ASSISTANT, "half")

    def test_a_removed_pack_is_named(self, make_chat, make_provider, packs):
        packs.ready.clear()
        _, problem = collect(make_chat(make_provider(["x"])).ask("chat", "q"))
        assert isinstance(problem, PackMissing)


def test_a_removed_connection_is_named_and_the_question_kept(
    make_chat, make_provider, store, connections_file
):
    connections_file.saved = []
    _, problem = collect(make_chat(make_provider(["x"])).ask("chat", "q"))
    assert isinstance(problem, ConnectionMissing)
    assert store.messages[0].problem == "connection-missing"


def test_without_a_chosen_model_the_first_of_the_service_answers(
    make_chat, make_provider, store, conversation
):
    store.rows["chat"] = replace(conversation, model="")
    provider = make_provider(["x"])
    collect(make_chat(provider).ask("chat", "q"))
    assert provider.requests[0][1] == "model-a"
    assert store.messages[-1].model == "model-a"
    assert store.rows["chat"].model == "model-a"
