"""Small stand-ins for the ports, shared by the tests of the services."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint, KeyPlace
from gptdesk.domain.conversations import Conversation
from gptdesk.domain.events import Finished, TextDelta
from gptdesk.domain.messages import MessageHeader
from gptdesk.domain.packs import EngineState, Pack, PackState, PackStatus


class MemoryStore:
    """A ConversationStore in memory that also counts checkpoints."""

    def __init__(self):
        self.rows = {}
        self.messages = []
        self.checkpoints = []
        self.checkpointed = asyncio.Event()

    async def create(self, conversation):
        self.rows[conversation.id] = conversation

    async def conversation(self, conversation_id):
        return self.rows[conversation_id]

    async def conversations(self):
        return tuple(self.rows.values())

    async def rename(self, conversation_id, title, *, automatic):
        row = self.rows[conversation_id]
        self.rows[conversation_id] = replace(row, title=title, title_is_automatic=automatic)

    async def set_model(self, conversation_id, connection_id, model):
        row = self.rows[conversation_id]
        self.rows[conversation_id] = replace(row, connection_id=connection_id, model=model)

    async def save_draft_attachments(self, conversation_id, attached):
        row = self.rows[conversation_id]
        self.rows[conversation_id] = replace(row, draft_attachments=tuple(attached))

    def _active(self):
        by_position = {m.position: m for m in self.messages}
        return [by_position[p] for p in sorted(by_position)]

    async def headers(self, conversation_id):
        return tuple(
            MessageHeader(m.id, m.position, m.role, len(m.text), m.state, len(m.attachments))
            for m in self._active()
        )

    async def bodies(self, conversation_id, first, last):
        return tuple(m for m in self._active() if first <= m.position <= last)

    async def add(self, message):
        self.messages.append(message)

    async def checkpoint(self, message_id, text, reasoning):
        self.checkpoints.append(text)
        self.checkpointed.set()

    async def finish(self, message):
        self.messages = [message if m.id == message.id else m for m in self.messages]

    async def set_state(self, message_id, state, problem):
        self.messages = [
            replace(m, state=state, problem=problem) if m.id == message_id else m
            for m in self.messages
        ]

    async def versions(self, conversation_id, position):
        return tuple(m for m in self.messages if m.position == position)

    async def choose_version(self, message_id):
        chosen = next(m for m in self.messages if m.id == message_id)
        self.messages.remove(chosen)
        self.messages.append(chosen)
        return chosen


class ScriptedProvider:
    """Plays one script a request: strings are text, problems are raised, "…" never ends."""

    def __init__(self, *scripts):
        self.scripts = list(scripts)
        self.requests = []
        self.closed = 0

    async def stream(self, endpoint, model, history, options):
        self.requests.append((endpoint, model, tuple(history)))
        script = self.scripts.pop(0) if self.scripts else ["echo"]
        try:
            for step in script:
                if isinstance(step, BaseException):
                    raise step
                if step == "…":
                    await asyncio.Event().wait()
                yield TextDelta(step) if isinstance(step, str) else step
            yield Finished("stop")
        finally:
            self.closed += 1

    async def models(self, endpoint):
        return ("model-a", "model-b")


class MemoryKeys:
    def __init__(self):
        self.keys = {}

    async def read(self, connection_id):
        return self.keys.get(connection_id)

    async def write(self, connection_id, key, *, session_only=False):
        self.keys[connection_id] = key
        return KeyPlace.SESSION if session_only else KeyPlace.KEYRING

    async def remove(self, connection_id):
        self.keys.pop(connection_id, None)

    async def place(self):
        return KeyPlace.KEYRING

    async def backend_name(self):
        return "Test Keyring"


class MemoryConnections:
    def __init__(self, *connections):
        self.saved = list(connections)

    async def load(self):
        return tuple(self.saved)

    async def save(self, connections):
        self.saved = list(connections)


class FakeEngine:
    def __init__(self):
        self.leases = 0
        self.now = EngineState.STOPPED
        self.idle_seconds = None
        self.stopped = 0

    @asynccontextmanager
    async def lease(self, pack_id) -> AsyncIterator[Endpoint]:
        self.leases += 1
        self.now = EngineState.READY
        yield Endpoint("offline", "http://127.0.0.1:1/v1", "k", is_local=True)

    def state(self):
        return self.now

    def set_idle_seconds(self, seconds):
        self.idle_seconds = seconds

    async def stop(self):
        self.stopped += 1


class FakePacks:
    def __init__(self, *ready):
        self.ready = set(ready)
        self.removed = []

    def packs(self):
        return tuple(
            Pack(
                name, "chat", name, {}, {}, "MIT", "", 0, 200, (),
                system_prompt="Be brief.", is_starter=name == "small",
                is_for_tests=name == "tiny",
            )
            for name in ("big", "small", "tiny")
        )  # fmt: skip

    async def status(self, pack_id):
        pack = next(p for p in self.packs() if p.id == pack_id)
        state = PackState.READY if pack_id in self.ready else PackState.ABSENT
        return PackStatus(pack, state, 1 if pack_id in self.ready else 0)

    async def install(self, pack_id):
        yield "half"
        self.ready.add(pack_id)
        yield "whole"

    async def verify(self, pack_id):
        yield "read"

    async def remove(self, pack_id):
        self.removed.append(pack_id)


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def keys():
    return MemoryKeys()


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def packs():
    return FakePacks()


@pytest.fixture
def connection():
    return Connection(
        "c1", "Mine", ConnectionKind.CUSTOM, "http://127.0.0.1:9/v1", key_place=KeyPlace.KEYRING
    )


@pytest.fixture
def connections_file(connection):
    return MemoryConnections(connection)


@pytest.fixture
def make_provider():
    return ScriptedProvider


@pytest.fixture
def conversation(store, connection):
    row = Conversation("chat", connection_id=connection.id, model="model-a")
    store.rows["chat"] = row
    return row
