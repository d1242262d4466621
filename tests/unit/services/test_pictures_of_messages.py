"""Pictures on their way through the services: stored with the question, sent again, never lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from gptdesk.domain.attachments import Attachment, PreparedPicture, content_id
from gptdesk.domain.events import MessageAdded, PicturesLeftOut, TitleChanged
from gptdesk.domain.history import fitting, joined, message_tokens, without_pictures
from gptdesk.domain.messages import ChatMessage, Message, MessageState, Role
from gptdesk.domain.problems import DiskFull, NetworkDown
from gptdesk.services.chat import ChatService
from gptdesk.services.connections import ConnectionService
from gptdesk.services.conversations import ConversationService
from gptdesk.services.pictures import PictureService


def picture(name: str = "cat.jpg") -> Attachment:
    return Attachment(content_id(name.encode()), "image/jpeg", 1024, 768, 210_000, name)


@pytest.fixture
def ask(store, connections_file, keys, engine, packs, make_provider, conversation):
    """Ask one question and give the events, the provider and the Problem there was."""
    provider = make_provider()
    keys.keys["c1"] = "k"
    connections = ConnectionService(connections_file, keys, provider, engine, packs)

    def asked(text, *pictures, script=("echo",), sees=lambda connection, model: True):
        provider.scripts.append(list(script))
        chat = ChatService(store, connections, provider, engine, sees=sees, now=lambda: 1.0)
        events = []

        async def run():
            async for event in chat.ask("chat", text, pictures, "Picture"):
                events.append(event)

        try:
            asyncio.run(run())
        except NetworkDown:
            events.append("failed")
        return events

    asked.provider = provider
    return asked


def history_of(ask, number=-1):
    return ask.provider.requests[number][2]


def test_a_question_is_stored_and_sent_with_its_pictures(ask, store):
    events = ask("What is it?", picture())
    added = next(e.message for e in events if isinstance(e, MessageAdded))
    assert added.attachments == store.messages[0].attachments == (picture(),)
    assert history_of(ask) == (Message(Role.USER, "What is it?", (picture(),)),)


def test_later_questions_send_the_pictures_again(ask):
    ask("What is it?", picture())
    ask("Really?")
    assert history_of(ask)[0].pictures == (picture(),)
    assert history_of(ask)[-1].pictures == ()


def test_a_question_of_pictures_alone_is_asked_and_names_the_conversation(ask):
    events = ask("", picture())
    assert [e.title for e in events if isinstance(e, TitleChanged)] == ["Picture"]
    assert history_of(ask) == (Message(Role.USER, "", (picture(),)),)


def test_a_text_beside_pictures_names_the_conversation(ask):
    events = ask("Which cat is this", picture())
    assert [e.title for e in events if isinstance(e, TitleChanged)] == ["Which cat is this"]


def test_a_question_that_failed_keeps_its_pictures(ask, store):
    events = ask("What is it?", picture(), script=[NetworkDown()])
    assert events[-1] == "failed"
    assert store.messages[0].state is MessageState.UNSENT
    assert store.messages[0].attachments == (picture(),)


def test_a_model_that_cannot_see_gets_words_instead_and_that_is_told(ask):
    events = ask("What is it?", picture(), sees=lambda connection, model: model != "model-a")
    assert [e.count for e in events if isinstance(e, PicturesLeftOut)] == [1]
    (turn,) = history_of(ask)
    assert turn.pictures == ()
    assert "cat.jpg" in turn.text and turn.text.endswith("What is it?")


def test_the_offline_pack_forgets_no_turn_for_the_sake_of_pictures_it_cannot_see(
    ask, store, packs, conversation
):
    packs.ready.add("small")
    store.rows["chat"] = replace(conversation, connection_id="offline", model="small")
    large = Attachment("x", "image/jpeg", 8192, 8192, 9, "large.jpg")
    ask("What is it?", *[large] * 3)
    ask("Really?")
    assert any("large.jpg" in turn.text for turn in history_of(ask))


# History


def test_turns_in_a_row_keep_all_their_pictures_in_order():
    first = Message(Role.USER, "", (picture("a"),))
    second = Message(Role.USER, "Both?", (picture("b"),))
    assert joined([first, second]) == (Message(Role.USER, "Both?", (picture("a"), picture("b"))),)
    assert joined([Message(Role.USER, " ")]) == ()


def test_pictures_count_in_what_fits():
    seen = Message(Role.USER, "Look", (picture(),))
    assert message_tokens(seen) > message_tokens(Message(Role.USER, "Look")) + 500
    last = Message(Role.USER, "And now?")
    assert fitting([seen, last], 100) == ((last,), 1)
    assert fitting([seen, last], 5000) == ((seen, last), 0)


def test_without_pictures_nothing_changes_for_those_that_have_none():
    plain = (Message(Role.USER, "Hello"),)
    assert without_pictures(plain) == (plain, 0)


# Keeping


class Media:
    def __init__(self, fails=None):
        self.kept, self.fails = {}, fails

    async def write(self, data, attachment):
        if self.fails:
            raise self.fails
        self.kept[attachment.id] = data

    async def read(self, attachment):
        return self.kept[attachment.id]


def test_a_prepared_picture_is_stored_under_its_contents(store):
    media = Media()
    service = PictureService(store, media)
    prepared = PreparedPicture(b"pixels", "image/png", 4, 3, "a.png")
    kept = asyncio.run(service.keep(prepared))
    assert kept == Attachment(content_id(b"pixels"), "image/png", 4, 3, 6, "a.png")
    assert asyncio.run(service.read(kept)) == b"pixels"


def test_a_full_disk_is_said(store):
    service = PictureService(store, Media(DiskFull()))
    with pytest.raises(DiskFull):
        asyncio.run(service.keep(PreparedPicture(b"p", "image/png", 1, 1)))


def test_a_copied_conversation_mentions_its_pictures(store, conversation):
    store.messages = [
        ChatMessage("q", "chat", 0, Role.USER, "Which?", attachments=(picture(),)),
        ChatMessage("a", "chat", 1, Role.ASSISTANT, "A cat."),
        ChatMessage("p", "chat", 2, Role.USER, "", attachments=(picture("dog.jpg"),)),
    ]
    names = ("You", "Answer", "Picture: {name} ({size})")
    text = asyncio.run(ConversationService(store).as_markdown("chat", names))
    assert "**You**\n\n*Picture: cat.jpg (1024 × 768)*\n\nWhich?" in text
    assert text.endswith("**You**\n\n*Picture: dog.jpg (1024 × 768)*\n")
