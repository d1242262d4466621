"""Any order of gestures leaves the database as a simple model in memory says."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths

WORDS = ("apple", "applesauce", "pineapple", "人工智能", "智能", "工人", "café")
texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
states = st.sampled_from([MessageState.DONE, MessageState.UNSENT, MessageState.INTERRUPTED])


@dataclass
class Chat:
    """What the model knows of a conversation: at each position its versions and the active one."""

    title: str
    is_deleted: bool = False
    versions: list[list[ChatMessage]] = field(default_factory=list)
    active: list[int] = field(default_factory=list)

    def shown(self) -> list[ChatMessage]:
        pairs = zip(self.versions, self.active, strict=True)
        return [numbered(versions, index) for versions, index in pairs]


def numbered(versions: list[ChatMessage], index: int) -> ChatMessage:
    return replace(versions[index], version=index + 1, versions=len(versions))


class StoreMachine(RuleBasedStateMachine):
    chats = Bundle("chats")
    growing = Bundle("growing")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.paths = Paths.for_profile(Path(self.folder.name))
        self.runner = asyncio.Runner()
        self.model: dict[str, Chat] = {}
        self.grown: dict[str, str] = {}
        self.count = 0
        self.open()

    def open(self) -> None:
        opened = self.runner.run(open_database(self.paths))
        assert opened.notices == ()
        self.database = opened.database
        self.store = Conversations(self.database, lambda: 0.0)

    def do(self, coroutine):
        return self.runner.run(coroutine)

    def name(self) -> str:
        self.count += 1
        return f"id{self.count}"

    def add(self, chat: str, position: int, text: str, state: MessageState) -> ChatMessage:
        role = Role.ASSISTANT if position % 2 else Role.USER
        message = ChatMessage(self.name(), chat, position, role, text, state)
        self.do(self.store.add(message))
        known = self.model[chat]
        if position == len(known.versions):
            known.versions.append([])
            known.active.append(0)
        known.versions[position].append(message)
        known.active[position] = len(known.versions[position]) - 1
        return message

    def change(self, message: ChatMessage) -> None:
        versions = self.model[message.conversation_id].versions[message.position]
        index = next(i for i, version in enumerate(versions) if version.id == message.id)
        versions[index] = message

    @rule(target=chats, title=texts)
    def create(self, title: str) -> str:
        name = self.name()
        self.do(self.store.create(Conversation(name, title)))
        self.model[name] = Chat(title)
        return name

    @rule(chat=chats, title=texts)
    def rename(self, chat: str, title: str) -> None:
        self.do(self.store.rename(chat, title, automatic=False))
        self.model[chat].title = title

    @rule(chat=chats)
    def delete(self, chat: str) -> None:
        self.do(self.store.delete(chat))
        self.model[chat].is_deleted = True

    @rule(chat=chats)
    def restore(self, chat: str) -> None:
        self.do(self.store.restore(chat))
        self.model[chat].is_deleted = False

    @rule(chat=chats, text=texts, state=states)
    def append(self, chat: str, text: str, state: MessageState) -> None:
        self.add(chat, len(self.model[chat].versions), text, state)

    @rule(chat=chats, text=texts, place=st.randoms(use_true_random=False))
    def add_version(self, chat: str, text: str, place) -> None:
        if self.model[chat].versions:
            position = place.randrange(len(self.model[chat].versions))
            self.add(chat, position, text, MessageState.DONE)

    @rule(chat=chats, place=st.randoms(use_true_random=False))
    def choose_version(self, chat: str, place) -> None:
        known = self.model[chat]
        if not known.versions:
            return
        position = place.randrange(len(known.versions))
        index = place.randrange(len(known.versions[position]))
        chosen = self.do(self.store.choose_version(known.versions[position][index].id))
        known.active[position] = index
        assert chosen.id == known.versions[position][index].id

    @rule(target=growing, chat=chats, text=texts)
    def begin_answer(self, chat: str, text: str) -> str:
        position = len(self.model[chat].versions)
        message = self.add(chat, position, text, MessageState.STREAMING)
        self.grown[message.id] = text
        return message.id

    def growing_message(self, name: str) -> ChatMessage | None:
        every = (m for c in self.model.values() for v in c.versions for m in v)
        found = next((m for m in every if m.id == name), None)
        return found if found and found.state is MessageState.STREAMING else None

    @rule(name=growing, text=texts)
    def checkpoint(self, name: str, text: str) -> None:
        if message := self.growing_message(name):
            self.do(self.store.checkpoint(name, text, ""))
            self.change(replace(message, text=text))

    @rule(name=consumes(growing), text=texts)
    def finish(self, name: str, text: str) -> None:
        if message := self.growing_message(name):
            final = replace(message, text=text, state=MessageState.DONE, finish="stop")
            self.do(self.store.finish(final))
            self.change(final)

    @rule(name=consumes(growing))
    def take_back(self, name: str) -> None:
        message = self.growing_message(name)
        if message is None:
            return
        self.do(self.store.remove_message(name))
        known = self.model[message.conversation_id]
        versions = known.versions[message.position]
        index = next(i for i, version in enumerate(versions) if version.id == name)
        if len(versions) == 1:
            if message.position != len(known.versions) - 1:
                # Nobody takes back an answer from the middle: the model has no gaps
                self.do(self.store.add(message))
                return
            known.versions.pop()
            known.active.pop()
            return
        was_active = known.active[message.position] == index
        versions.pop(index)
        if was_active:
            known.active[message.position] = len(versions) - 1
        elif known.active[message.position] > index:
            known.active[message.position] -= 1

    @rule()
    def crash_and_start_again(self) -> None:
        self.database.close()
        for chat in self.model.values():
            for versions in chat.versions:
                versions[:] = [
                    replace(m, state=MessageState.INTERRUPTED)
                    if m.state is MessageState.STREAMING
                    else m
                    for m in versions
                ]
        self.open()

    @rule(word=st.sampled_from([*WORDS, "appl", "智", "能", "cafe", "sauce", "没有"]))
    def search(self, word: str) -> None:
        listed = {name: chat for name, chat in self.model.items() if not chat.is_deleted}
        hits = self.do(self.store.search(word, 1000))
        titles = {hit.conversation_id for hit in hits if not hit.message_id}
        assert titles == {name for name, chat in listed.items() if plain(word) in plain(chat.title)}
        settled = [
            m
            for chat in listed.values()
            for m in chat.shown()
            if m.state is not MessageState.STREAMING
        ]
        begins = {m.id for m in settled if any_begins(word, m.text)}
        anywhere = {m.id for m in settled if plain(word) in plain(m.text)}
        growing = {m.id for c in listed.values() for m in c.shown()} - {m.id for m in settled}
        found = {hit.message_id for hit in hits if hit.message_id}
        if not found & growing:
            assert found == (begins or anywhere)

    @invariant()
    def the_list_is_that_of_the_model(self) -> None:
        found = {c.id: (c.title, c.message_count) for c in self.do(self.store.conversations())}
        listed = {name: chat for name, chat in self.model.items() if not chat.is_deleted}
        assert found == {n: (chat.title, len(chat.versions)) for n, chat in listed.items()}

    @invariant()
    def the_messages_are_those_of_the_model(self) -> None:
        for name, chat in self.model.items():
            assert list(self.do(self.store.bodies(name, 0, 1000))) == chat.shown()
            headers = self.do(self.store.headers(name))
            assert [h.id for h in headers] == [m.id for m in chat.shown()]

    @invariant()
    def the_list_shows_the_last_message(self) -> None:
        for name, chat in self.model.items():
            shown = [m for m in chat.shown() if m.state is not MessageState.STREAMING]
            if shown == chat.shown():
                last = next((m.text for m in reversed(shown) if m.text), "")
                assert self.do(self.store.conversation(name)).preview == last

    def teardown(self) -> None:
        self.database.close()
        self.runner.close()
        self.folder.cleanup()


def plain(text: str) -> str:
    return text.replace("é", "e")


def any_begins(word: str, text: str) -> bool:
    """As the index sees it: a word begins like this, or Chinese stands anywhere."""
    if ord(word[0]) > 0x3000:
        return word in text
    return any(plain(one).startswith(plain(word)) for one in text.split())


TestConversationStore = StoreMachine.TestCase
TestConversationStore.settings = settings(
    max_examples=25,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
