"""Pictures in the request: exactly what was stored, and plain text where there are none."""

from __future__ import annotations

import asyncio
import base64

from gptdesk.domain.attachments import Attachment, content_id
from gptdesk.domain.messages import Message, Role
from gptdesk.domain.problems import AttachmentMissing
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients
from gptdesk.providers.contents import MISSING, turns
from server.asking import CALM, MODEL, Heard

DATA = bytes(range(256)) * 300


class Shelf:
    """A MediaStore that counts what is read."""

    def __init__(self, *kept: bytes) -> None:
        self.kept = {content_id(data): data for data in kept}
        self.read_ids = []

    async def read(self, attachment):
        self.read_ids.append(attachment.id)
        if attachment.id not in self.kept:
            raise AttachmentMissing
        return self.kept[attachment.id]


def picture(data: bytes = DATA, media_type: str = "image/png") -> Attachment:
    return Attachment(content_id(data), media_type, 4, 3, len(data), "a.png")


def shape(*history: Message, shelf: Shelf | None = None):
    return asyncio.run(turns(history, shelf or Shelf(DATA)))


def test_a_message_without_pictures_stays_plain_text():
    assert shape(Message(Role.USER, "你好\ud83d")) == [{"role": "user", "content": "你好?"}]


def test_pictures_come_before_the_text_in_their_order():
    shelf = Shelf(DATA, b"jpeg")
    (turn,) = shape(
        Message(Role.USER, "Which?", (picture(), picture(b"jpeg", "image/jpeg"))), shelf=shelf
    )
    first, second, text = turn["content"]
    head, body = first["image_url"]["url"].split(",")
    assert (first["type"], head) == ("image_url", "data:image/png;base64")
    assert base64.b64decode(body, validate=True) == DATA
    assert second["image_url"]["url"] == "data:image/jpeg;base64,anBlZw=="
    assert text == {"type": "text", "text": "Which?"}


def test_a_picture_alone_has_no_empty_text_beside_it():
    (turn,) = shape(Message(Role.USER, " ", (picture(),)))
    assert [part["type"] for part in turn["content"]] == ["image_url"]


def test_a_picture_that_is_gone_is_named_and_the_chat_goes_on():
    (turn,) = shape(Message(Role.USER, "Which?", (picture(b"gone"),)))
    assert turn["content"] == [
        {"type": "text", "text": MISSING},
        {"type": "text", "text": "Which?"},
    ]


def test_the_service_gets_the_bytes_and_they_are_read_only_for_the_request(server, ask):
    shelf = Shelf(DATA)
    history = [Message(Role.USER, "Look", (picture(),))]
    assert shelf.read_ids == []

    async def send() -> Heard:
        clients = Clients(CALM)
        heard = Heard()
        try:
            chat = OpenAIChat(clients, media=shelf)
            async for event in chat.stream(ask.endpoint(), MODEL, history, {}):
                heard.events.append(event)
        finally:
            await clients.aclose()
        return heard

    assert asyncio.run(send()).text == "Hello."
    (request,) = server.requests
    url = request.json["messages"][0]["content"][0]["image_url"]["url"]
    assert base64.b64decode(url.partition(",")[2]) == DATA
    assert shelf.read_ids == [picture().id]
