"""Stand-ins for the ports, and the whole Chat page on top of the real services."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Task
from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint, KeyPlace
from gptdesk.domain.conversations import Conversation, SearchHit
from gptdesk.domain.events import Finished, TextDelta
from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState, Role
from gptdesk.domain.offered import ListedModel
from gptdesk.domain.packs import EngineState, InstallProgress, Pack, PackFile, PackState, PackStatus
from gptdesk.domain.problems import AttachmentMissing
from gptdesk.domain.settings import Settings
from gptdesk.runtime.operation import Operation
from gptdesk.services.chat import ChatService
from gptdesk.services.connections import ConnectionService
from gptdesk.services.conversations import ConversationService
from gptdesk.services.models import ModelService
from gptdesk.services.packs import PackService
from gptdesk.services.pictures import PictureService

MINE = Connection("mine", "My server", ConnectionKind.CUSTOM, "http://127.0.0.1:9/v1", "model-a")
NOW = 1_790_000_000.0
TODAY = date.fromtimestamp(NOW)


class Store:
    """Conversations in memory; messages keep all their versions."""

    def __init__(self):
        self.rows = {}
        self.messages = []
        self.active = {}
        self.deleted = set()
        self.fails = None

    def put(self, conversation, *messages):
        self.rows[conversation.id] = conversation
        for message in messages:
            self._add(message)

    def _add(self, message):
        self.messages.append(message)
        self.active[message.conversation_id, message.position] = message.id

    def _of(self, conversation_id):
        chosen = {i for (c, _p), i in self.active.items() if c == conversation_id}
        return sorted((m for m in self.messages if m.id in chosen), key=lambda m: m.position)

    def _swap(self, message_id, **changes):
        self.messages = [replace(m, **changes) if m.id == message_id else m for m in self.messages]

    def message(self, message_id):
        return next(m for m in self.messages if m.id == message_id)

    def _shown(self, row):
        said = self._of(row.id)
        if not said:
            return row
        last = said[-1]
        shown = replace(row, preview=last.text, message_count=len(said), trouble=last.problem)
        return replace(shown, preview_pictures=len(last.attachments))

    async def conversations(self):
        rows = [self._shown(r) for r in self.rows.values() if r.id not in self.deleted]
        return tuple(sorted(rows, key=lambda r: (not r.is_pinned, -r.updated)))

    async def conversation(self, conversation_id):
        return self._shown(self.rows[conversation_id])

    async def create(self, conversation):
        if self.fails is not None:
            raise self.fails
        self.rows[conversation.id] = conversation

    def _change(self, conversation_id, **changes):
        self.rows[conversation_id] = replace(self.rows[conversation_id], **changes)

    async def rename(self, conversation_id, title, *, automatic):
        self._change(conversation_id, title=title, title_is_automatic=automatic)

    async def set_pinned(self, conversation_id, pinned):
        self._change(conversation_id, is_pinned=pinned)

    async def set_model(self, conversation_id, connection_id, model):
        self._change(conversation_id, connection_id=connection_id, model=model)

    async def set_options(self, conversation_id, options):
        self._change(conversation_id, options=options)

    async def save_draft(self, conversation_id, draft):
        self._change(conversation_id, draft=draft)

    async def save_draft_attachments(self, conversation_id, attached):
        if self.fails is not None:
            raise self.fails
        self._change(conversation_id, draft_attachments=tuple(attached))

    async def delete(self, conversation_id):
        self.deleted.add(conversation_id)

    async def restore(self, conversation_id):
        self.deleted.discard(conversation_id)

    async def headers(self, conversation_id):
        return tuple(
            MessageHeader(m.id, m.position, m.role, len(m.text), m.state, len(m.attachments))
            for m in self._of(conversation_id)
        )

    async def bodies(self, conversation_id, first, last):
        return tuple(m for m in self._of(conversation_id) if first <= m.position <= last)

    async def add(self, message):
        if self.fails is not None:
            raise self.fails
        self._add(message)

    async def checkpoint(self, message_id, text, reasoning):
        self._swap(message_id, text=text, reasoning=reasoning)

    async def finish(self, message):
        self.messages = [message if m.id == message.id else m for m in self.messages]

    async def set_state(self, message_id, state, problem):
        self._swap(message_id, state=state, problem=problem)

    async def versions(self, conversation_id, position):
        return tuple(
            m
            for m in self.messages
            if (m.conversation_id, m.position) == (conversation_id, position)
        )

    async def choose_version(self, message_id):
        chosen = self.message(message_id)
        self.active[chosen.conversation_id, chosen.position] = message_id
        return chosen

    async def search(self, query, limit=50):
        hits = []
        for message in self.messages:
            at = message.text.lower().find(query.lower())
            if at >= 0:
                row = self.rows[message.conversation_id]
                spans = ((at, at + len(query)),)
                hits.append(
                    SearchHit(row.id, row.title, message.id, message.position, message.text, spans,
                              row.updated)
                )  # fmt: skip
        return tuple(hits)


class Media:
    """Files in memory."""

    def __init__(self):
        self.kept = {}
        self.fails = None

    async def write(self, data, attachment):
        if self.fails is not None:
            raise self.fails
        self.kept[attachment.id] = data

    async def read(self, attachment):
        if attachment.id not in self.kept:
            raise AttachmentMissing
        return self.kept[attachment.id]

    async def save_copy(self, attachment, path):
        Path(path).write_bytes(await self.read(attachment))


class Provider:
    """Plays one script a request: texts arrive, problems are raised, "…" waits for `release`."""

    def __init__(self):
        self.scripts = []
        self.requests = []
        self.options = []
        self.pictures = []
        self.offered = ("model-a", "model-b")
        self._gates = []
        self._loop = None

    async def stream(self, endpoint, model, history, options):
        self.requests.append((endpoint.connection_id, model, tuple(m.text for m in history)))
        self.options.append(dict(options))
        self.pictures.append(tuple(p.name for m in history for p in m.pictures))
        script = self.scripts.pop(0) if self.scripts else ["Hello."]
        finish = "stop"
        for step in script:
            if isinstance(step, BaseException):
                raise step
            if step == "…":
                gate = asyncio.Event()
                self._loop = asyncio.get_running_loop()
                self._gates.append(gate)
                await gate.wait()
            elif isinstance(step, Finished):
                finish = step.reason
            else:
                yield TextDelta(step) if isinstance(step, str) else step
        yield Finished(finish)

    def release(self):
        """Let the oldest waiting answer go on."""
        self._loop.call_soon_threadsafe(self._gates.pop(0).set)

    async def models(self, endpoint):
        if isinstance(self.offered, Exception):
            raise self.offered
        return self.offered

    async def listed(self, endpoint):
        return tuple(ListedModel(name) for name in await self.models(endpoint))


class Keys:
    async def read(self, connection_id):
        return None

    async def place(self):
        return KeyPlace.KEYRING

    async def backend_name(self):
        return "Test Keyring"


class ConnectionFile:
    def __init__(self, *connections):
        self.saved = list(connections)

    async def load(self):
        return tuple(self.saved)

    async def save(self, connections):
        self.saved = list(connections)


class Engine:
    def __init__(self):
        self.now = EngineState.READY

    @asynccontextmanager
    async def lease(self, pack_id):
        self.now = EngineState.READY
        yield Endpoint("offline", "http://127.0.0.1:1/v1", "k", is_local=True)

    def state(self):
        return self.now

    def set_idle_seconds(self, seconds): ...

    async def stop(self): ...


STARTER = Pack(
    "small", "chat", "small", {"en": "Small model", "zh": "小模型"}, {}, "MIT", "", 0, 4000,
    (PackFile("model.gguf", 491_000_000, "", ()),), is_starter=True,
)  # fmt: skip


class Packs:
    """One pack; its installation plays a script of progress, problems and "…"."""

    def __init__(self):
        self.state = PackState.ABSENT
        self.present = 0
        self.script = []

    def packs(self):
        return (STARTER,)

    async def status(self, pack_id):
        return PackStatus(STARTER, self.state, self.present)

    async def install(self, pack_id):
        for step in self.script:
            if isinstance(step, BaseException):
                raise step
            if step == "…":
                await asyncio.Event().wait()
            self.present = step
            yield InstallProgress(pack_id, "download", step, STARTER.size, 1_000_000.0)
        self.state = PackState.READY

    async def verify(self, pack_id):
        yield

    async def remove(self, pack_id): ...


class Lists:
    """Remembered lists of models."""

    def __init__(self):
        self.kept = {}

    def load(self, connection_id):
        return self.kept.get(connection_id)

    def save(self, found):
        self.kept[found.connection_id] = found


class OverrideFile:
    def __init__(self):
        self.kept = {}

    def load(self):
        return dict(self.kept)

    def save(self, overrides):
        self.kept = dict(overrides)


class Known(Catalogue):
    """A catalogue that knows what a test tells it."""

    def __init__(self):
        super().__init__()
        object.__setattr__(self, "told", {})

    def facts(self, name, service_id=""):
        return self.told.get(name) or ModelFacts(name, service_id, Task.CHAT)


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


class Waits:
    """Stands in for asyncio.sleep between two tries."""

    def __init__(self):
        self.gate = None
        self.loop = None

    async def __call__(self, seconds):
        self.loop = asyncio.get_running_loop()
        self.gate = asyncio.Event()
        await self.gate.wait()

    def end(self):
        self.loop.call_soon_threadsafe(self.gate.set)


class Desk:
    """The page with everything behind it, and words for what a person does."""

    def __init__(self, qtbot, core):
        from gptdesk.ui.chat.page import ChatPage

        self.qtbot, self.core = qtbot, core
        self.store, self.provider, self.packs = Store(), Provider(), Packs()
        self.engine, self.file = Engine(), ConnectionFile(MINE)
        self.media, self.sees = Media(), {}
        self.clock, self.waits = Clock(), Waits()
        self.lists, self.overrides, self.catalogue = Lists(), OverrideFile(), Known()
        self.settings = Settings()
        self.money = self.accountant = None
        self.page = ChatPage()
        self.page.resize(1208, 760)
        qtbot.addWidget(self.page)
        self.presenter = None
        self.asked_for = []
        self._shown, self._troubles = [], []
        self._watch(self.page.view)

    def _watch(self, view):
        """Remember what the transcript was told, and tell it."""
        show_message, show_trouble, clear_trouble = (
            view.show_message,
            view.show_trouble,
            view.clear_trouble,
        )

        def note_message(message_id):
            self._shown.append(message_id)
            show_message(message_id)

        def note_trouble(trouble):
            self._troubles.append(trouble)
            show_trouble(trouble)

        def note_cleared():
            self._troubles.clear()
            clear_trouble()

        view.show_message = note_message
        view.show_trouble = note_trouble
        view.clear_trouble = note_cleared

    def start(self):
        from gptdesk.ui.chat.presenter import ChatPresenter

        connections = ConnectionService(self.file, Keys(), self.provider, self.engine, self.packs)
        self.presenter = ChatPresenter(
            self.page,
            self.core,
            ConversationService(self.store, lambda: NOW),
            ChatService(
                self.store, connections, self.provider, self.engine, accountant=self.accountant,
                now=lambda: NOW, sleep=self.waits,
            ),
            connections,
            ModelService(connections, self.provider, self.lists, self.overrides, self.catalogue),
            PackService(self.packs, self.engine),
            lambda: self.settings,
            money=self.money,
            pictures=PictureService(self.store, self.media),
            facts=self.facts,
            today=lambda: TODAY,
            clock=self.clock,
        )  # fmt: skip
        self.presenter.settings_requested.connect(lambda *words: self.asked_for.append(words))
        self.presenter.faq_requested.connect(lambda entry: self.asked_for.append((entry,)))
        with self.qtbot.waitSignal(self.presenter.connection_state_changed):
            self.presenter.start()
        return self

    def facts(self, connection, model):
        """Known is what stands in `sees`."""
        takes = {"text", "picture"} if self.sees.get(model) else {"text"}
        return ModelFacts(model, "", Task.CHAT, is_known=model in self.sees, takes=frozenset(takes))

    def until(self, check):
        self.qtbot.waitUntil(check, timeout=5000)

    def settled(self, count=1):
        """Wait for the end of that many answers."""
        return self.qtbot.waitSignals([self.presenter.settled] * count)

    def open(self, conversation_id):
        with self.qtbot.waitSignal(self.presenter.conversation_opened):
            self.presenter.open(conversation_id)

    def type(self, text):
        self.page.composer.editor.setPlainText(text)

    def send(self, text):
        self.type(text)
        self.page.composer.send.click()

    def ask(self, text, *script):
        """Send a question and wait until its answer is over."""
        if script:
            self.provider.scripts.append(list(script))
        with self.settled():
            self.send(text)

    def trouble(self):
        """What stands under a message; there is never more than one."""
        assert len(self._troubles) <= 1
        return self._troubles[0] if self._troubles else None

    def act(self, action):
        """Press that button of the notice under the last message."""
        assert action in [name for name, _ in self.trouble().actions]
        self.page.view.notice_action.emit(self.last_id(), action)

    def shown_message(self):
        """The message that the transcript was asked to show."""
        return self._shown[-1] if self._shown else ""

    def last_id(self):
        model = self.page.transcript
        return model.entry(model.rowCount() - 1).id

    def texts(self):
        model = self.page.transcript
        return [model.index(row).data() for row in range(model.rowCount())]

    def states(self):
        model = self.page.transcript
        return [model.entry(row).state for row in range(model.rowCount())]

    def rows(self):
        from gptdesk.ui.chat.list.model import ListRole

        model = self.page.side.model
        return [model.index(row).data(ListRole.ROW) for row in range(model.rowCount())]

    def titles(self):
        return [row.title for row in self.rows()]

    def only_conversation(self):
        (row,) = self.store.rows.values()
        return row

    def shutdown(self):
        if self.presenter is not None:
            self.presenter.shutdown()


@pytest.fixture
def desk(qtbot, core):
    made = Desk(qtbot, core)
    yield made
    made.shutdown()
    presenter = made.presenter
    core.stop()
    if presenter is not None:
        for operation in presenter.findChildren(Operation):
            operation.flush()


@pytest.fixture
def lunch():
    """A stored conversation with a question and an answer."""
    row = Conversation("lunch", "Lunch", created=NOW, updated=NOW, connection_id="mine",
                       model="model-a")  # fmt: skip
    question = ChatMessage("q1", "lunch", 0, Role.USER, "Split the lunch bill", created=NOW)
    answer = ChatMessage("a1", "lunch", 1, Role.ASSISTANT, "21 each", MessageState.DONE, NOW)
    return row, question, answer
