"""Better words for a description, from the connection that chats use."""

from __future__ import annotations

import asyncio

import pytest

from gptdesk.domain.events import Finished, TextDelta, UsageReported
from gptdesk.domain.problems import AnswerEmpty, KeyRefused
from gptdesk.domain.settings import Settings
from gptdesk.services.connections import ConnectionService
from gptdesk.services.prompting import PromptHelp


class Books:
    def __init__(self):
        self.notes = []

    async def note(self, task, connection, model, usage, **how):
        self.notes.append((task.value, model, usage.input_tokens, usage.output_tokens, how))


@pytest.fixture
def help_with(keys, engine, packs, connections_file, make_provider):
    """Run a question against a provider that says these things."""

    keys.keys["c1"] = "sk-test"

    def make(*script, settings=None):
        provider = make_provider(script)
        connections = ConnectionService(connections_file, keys, provider, engine, packs)
        books = Books()
        helper = PromptHelp(connections, provider, None, books)

        async def ask():
            adviser = await helper.adviser(settings or Settings(), "a cat")
            return await helper.improved(adviser, "a cat")

        return provider, books, ask

    return make


def test_the_description_comes_back_alone(help_with):
    said = (TextDelta("“A grey cat "), TextDelta("on a roof”\n"), Finished("stop"))
    _provider, _books, ask = help_with(*said)
    assert asyncio.run(ask()) == "A grey cat on a roof"


def test_what_the_service_counted_is_written_down_as_a_chat(help_with):
    said = (TextDelta("A grey cat"), UsageReported(120, 9), Finished("stop"))
    _provider, books, ask = help_with(*said)
    asyncio.run(ask())
    ((task, _model, sent, written, how),) = books.notes
    assert (task, sent, written) == ("chat", 120, 9)
    assert how == {"is_estimate": False}


def test_what_was_not_counted_is_counted_here(help_with):
    _provider, books, ask = help_with(TextDelta("A grey cat"), Finished("stop"))
    asyncio.run(ask())
    assert books.notes[0][2] > 0
    assert books.notes[0][4] == {"is_estimate": True}


def test_nothing_said_is_a_problem_and_no_description(help_with):
    _provider, _books, ask = help_with(TextDelta(" \n"), Finished("stop"))
    with pytest.raises(AnswerEmpty):
        asyncio.run(ask())


def test_a_failure_comes_through_as_it_is(help_with):
    _provider, _books, ask = help_with(KeyRefused())
    with pytest.raises(KeyRefused):
        asyncio.run(ask())


def test_the_model_that_new_chats_use_is_asked(help_with, connection):
    settings = Settings(connection_id=connection.id, model="chosen-by-hand")
    _provider, books, ask = help_with(TextDelta("A cat"), Finished("stop"), settings=settings)
    asyncio.run(ask())
    assert books.notes[0][1] == "chosen-by-hand"


def test_without_a_connection_nobody_can_be_asked(keys, engine, packs, make_provider):
    class Nobody:
        async def load(self):
            return ()

    connections = ConnectionService(Nobody(), keys, make_provider(()), engine, packs)
    helper = PromptHelp(connections, make_provider(()))
    assert asyncio.run(helper.adviser(Settings(), "a cat")) is None
