"""Reads the answer to a request for pictures: all at once or as a stream, whatever its shape."""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeAlias

import httpx2

from gptdesk.domain.costs import Usage
from gptdesk.domain.image_ports import ImagesPaid, PartialArrived, PictureArrived
from gptdesk.domain.problems import (
    AnswerBroken,
    AnswerEmpty,
    AnswerIncomplete,
    ContentRefused,
    NotAnApi,
    RequestTooLarge,
    TimedOut,
)
from gptdesk.providers.failure import Refusal, failure_of_body, failure_of_text, is_html
from gptdesk.providers.sse import EventReader, ServerEvent

MOST_BYTES = 512 << 20
PLACES = ("data", "images")
"""Where services put the pictures."""
DONE = "[DONE]"


@dataclass(frozen=True, slots=True)
class AddressArrived:
    """A picture that lies somewhere and is to be fetched."""

    url: str
    revised_prompt: str = ""


Told: TypeAlias = PartialArrived | PictureArrived | AddressArrived | ImagesPaid


class ImageReply:
    """One answer. `silence` is how long it may say nothing, `place` where the pictures stand."""

    def __init__(self, response: httpx2.Response, silence: float, place: object = None) -> None:
        self._response = response
        self._silence = silence
        self._places = (place, *PLACES) if isinstance(place, str) else PLACES

    async def told(self) -> AsyncGenerator[Told, None]:
        """What it holds; raises a Problem or a Refusal if that is no picture."""
        kind = self._response.headers.get("content-type", "").lower()
        parts = self._streamed() if "event-stream" in kind else self._whole()
        async with aclosing(parts):
            async for part in parts:
                yield part

    async def _whole(self) -> AsyncGenerator[Told, None]:
        pieces, length = [], 0
        async for piece in self._pieces():
            length += len(piece)
            pieces.append(piece)
            if length > MOST_BYTES:
                raise AnswerBroken(f"more than {MOST_BYTES} bytes")
        body = await asyncio.to_thread(self._decoded, b"".join(pieces))
        told = await asyncio.to_thread(self._parts, body)
        for part in told:
            yield part

    def _decoded(self, data: bytes) -> Any:
        if is_html(data[:512].decode("utf-8", "replace")):
            raise NotAnApi(self._failure(data).detail(""))
        try:
            return json.loads(data)
        except ValueError:
            pass
        if not data.strip():
            raise AnswerEmpty("HTTP 200, 0 bytes")
        raise AnswerBroken(self._failure(data[:4096]).detail(""))

    def _failure(self, data: bytes) -> Any:
        text = data[: 1 << 16].decode("utf-8", "replace")
        return failure_of_text(self._response.status_code, text, self._response.headers)

    def _parts(self, body: Any) -> list[Told]:
        """The pictures of a whole answer, then what they cost."""
        items = _items(body, self._places)
        if items is None:
            failure = failure_of_body(None, body, self._response.headers)
            if isinstance(body, dict) and (failure.code or body.get("error")):
                raise Refusal(failure)
            raise AnswerBroken(failure.detail(""))
        told = [part for item in items if (part := _picture(item)) is not None]
        if not told:
            raise _nothing(body)
        paid = _paid(body)
        return [*told, *([paid] if paid is not None else [])]

    async def _streamed(self) -> AsyncGenerator[Told, None]:
        has_picture = False
        async for event in self._events():
            if event.data.strip() == DONE:
                break
            for part in await asyncio.to_thread(_streamed_parts, event, not has_picture):
                has_picture = has_picture or isinstance(part, PictureArrived | AddressArrived)
                yield part
        if not has_picture:
            raise AnswerIncomplete("the stream ended without a picture")

    async def _events(self) -> AsyncIterator[ServerEvent]:
        """Whole events. A picture is one line of megabytes: its pieces are joined only once."""
        reader, waiting, length = EventReader(), [], 0
        async for piece in self._pieces():
            waiting.append(piece)
            length += len(piece)
            if length > MOST_BYTES:
                raise RequestTooLarge(f"more than {MOST_BYTES} bytes")
            if b"\n" in piece:
                for event in reader.feed(b"".join(waiting)):
                    yield event
                waiting.clear()
        for event in (*reader.feed(b"".join(waiting)), *reader.end()):
            yield event

    async def _pieces(self) -> AsyncIterator[bytes]:
        chunks = self._response.aiter_bytes()
        while True:
            try:
                async with asyncio.timeout(self._silence):
                    piece = await anext(chunks, None)
            except TimeoutError:
                break
            if piece is None:
                return
            yield piece
        raise TimedOut("between")


def _streamed_parts(event: ServerEvent, can_resend: bool) -> list[Told]:
    """One event of a stream; what is of no concern to pictures gives nothing."""
    try:
        told = json.loads(event.data)
    except ValueError:
        raise AnswerBroken(event.data[:200]) from None
    if not isinstance(told, dict):
        raise AnswerBroken(event.data[:200])
    kind = str(told.get("type") or event.name)
    if told.get("error") or kind == "error":
        raise Refusal(failure_of_body(None, told), can_resend=can_resend)
    if kind.endswith(".partial_image"):
        return [PartialArrived(int(told.get("partial_image_index") or 0), _bytes(told))]
    if not kind.endswith(".completed"):
        return []
    picture, paid = _picture(told), _paid(told)
    if picture is None:
        raise _nothing(told)
    return [picture, *([paid] if paid is not None else [])]


def _items(body: Any, places: tuple[str, ...]) -> list[Any] | None:
    if not isinstance(body, dict):
        return None
    for place in places:
        if isinstance(found := body.get(place), list):
            return found
    return None


def _picture(item: Any) -> PictureArrived | AddressArrived | None:
    if isinstance(item, str):
        item = {"url": item}
    if not isinstance(item, dict):
        return None
    revised = item.get("revised_prompt")
    words = revised if isinstance(revised, str) else ""
    if isinstance(item.get("b64_json"), str) and item["b64_json"]:
        return PictureArrived(_bytes(item), words)
    url = item.get("url")
    if not isinstance(url, str) or not url.strip():
        return None
    if url[:5].lower() == "data:":
        return PictureArrived(_bytes({"b64_json": url}), words)
    return AddressArrived(url.strip(), words)


def _bytes(item: Mapping[str, Any]) -> bytes:
    told = item.get("b64_json")
    text = told if isinstance(told, str) else ""
    if text[:5].lower() == "data:":
        text = text.partition(",")[2]
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        raise AnswerBroken("the picture is no valid base64") from None


def _nothing(body: Any) -> AnswerEmpty | ContentRefused:
    """No picture at all: some services leave it out silently when their rules forbid it."""
    failure = failure_of_body(200, {k: v for k, v in body.items() if k != "usage"})
    filtered = ("content_filter", "moderation", "safety", "nsfw", "敏感", "违规")
    if any(word in failure.raw for word in filtered):
        return ContentRefused(failure.detail(""))
    return AnswerEmpty("HTTP 200, no picture")


def _paid(body: Mapping[str, Any]) -> ImagesPaid | None:
    told = body.get("usage")
    if not isinstance(told, dict) or not _count(told, "output_tokens"):
        return None
    came_in, went_out = told.get("input_tokens_details"), told.get("output_tokens_details")
    output = _count(told, "output_tokens")
    pictures = _count(went_out, "image_tokens") if isinstance(went_out, dict) else output
    usage = Usage(
        _count(told, "input_tokens"),
        output,
        _count(came_in, "cached_tokens"),
        picture_input=_count(came_in, "image_tokens"),
        picture_output=pictures,
    )
    quality, size = body.get("quality"), body.get("size")
    return ImagesPaid(usage, _word(quality), _word(size), _beside(body.get("svg_usage")))


def _beside(told: object) -> tuple[tuple[str, Usage], ...]:
    """A drawing of lines is written by a second model, which is paid for as well."""
    if not isinstance(told, dict) or not isinstance(told.get("model"), str):
        return ()
    counts = (_count(told, "input_tokens"), _count(told, "output_tokens"))
    return ((told["model"], Usage(*counts, reasoning_tokens=_count(told, "reasoning_tokens"))),)


def _count(told: object, name: str) -> int:
    value = told.get(name) if isinstance(told, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""
