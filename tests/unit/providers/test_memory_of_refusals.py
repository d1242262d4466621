"""The whole behind the window, put together twice: what was learned once stays learned."""

from __future__ import annotations

import asyncio

import pytest

from gptdesk.app.backend import build
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.events import ParameterDropped, TextDelta
from gptdesk.domain.offered import ModelOverride
from gptdesk.domain.options import ChatOptions
from gptdesk.domain.settings import Settings
from gptdesk.storage.paths import Paths
from server.behaviours import RefuseParameter
from server.failures import only_by_responses


@pytest.fixture
def asked(server, tmp_path):
    """Builds everything, asks one question with a temperature, and takes it all down again."""
    paths = Paths.for_profile(tmp_path / "profile")
    paths.create()

    async def once(override=None):
        backend = await build(paths, tmp_path / "packs", Settings(engine_idle_minutes=10))
        try:
            mine = Connection("mine", "Mine", ConnectionKind.CUSTOM, server.base_url, "odd-model")
            await backend.connections.save(mine)
            if override is not None:
                await backend.models.set_override("mine", "odd-model", override)
            chat = await backend.conversations.new("mine")
            await backend.conversations.set_options(chat.id, ChatOptions(temperature=0.5))
            return [event async for event in backend.chat.ask(chat.id, "Hello")]
        finally:
            await backend.close()

    return lambda override=None: asyncio.run(once(override))


def text_of(events):
    return "".join(event.text for event in events if isinstance(event, TextDelta))


def test_a_refused_parameter_is_not_tried_again_after_a_restart(asked, server):
    server.script([RefuseParameter("temperature")] * 3)

    first, second = asked(), asked()

    assert [e for e in first if isinstance(e, ParameterDropped)] == [
        ParameterDropped("temperature")
    ]
    assert (text_of(first), text_of(second)) == ("Hello.", "Hello.")
    assert len(server.requests) == 3


def test_the_way_to_a_model_is_remembered_after_a_restart(asked, server):
    server.script([only_by_responses()])

    assert [text_of(asked()), text_of(asked())] == ["Hello.", "Hello."]
    paths = [request.path.removeprefix("/v1/") for request in server.requests]
    assert paths == ["chat/completions", "responses", "responses"]


def test_the_person_s_word_makes_it_be_tried_again(asked, server):
    server.script([RefuseParameter("temperature")] * 4)
    asked()

    asked(ModelOverride(context=9))

    assert "temperature" in server.requests[2].json
