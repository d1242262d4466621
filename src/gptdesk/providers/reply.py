"""Reads the reply to a chat request: an event stream, or whatever a service sends instead."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from typing import Any, Protocol

import httpx2

from gptdesk.domain.events import Finished, ProviderEvent
from gptdesk.domain.problems import AnswerBroken, AnswerEmpty, NotAnApi, TimedOut
from gptdesk.providers.answer import AnswerReader
from gptdesk.providers.client import Patience
from gptdesk.providers.failure import (
    Failure,
    Refusal,
    failure_of_body,
    is_html,
    plain_text,
    request_id_of,
)
from gptdesk.providers.sse import EventReader, ServerEvent

DONE = "[DONE]"
MOST_KEPT = 4_000_000
"""Bytes kept of a reply that is no event stream: a whole answer in one piece fits in."""


class Reader(Protocol):
    """Turns decoded events of one API into ours."""

    @property
    def has_begun(self) -> bool: ...

    @property
    def is_finished(self) -> bool: ...

    def is_whole(self, body: dict[str, Any]) -> bool: ...

    def feed(self, chunk: object) -> list[ProviderEvent]: ...

    def flush(self) -> list[ProviderEvent]: ...

    def conclude(self) -> Finished: ...


class ReplyReader:
    """One reply. `first` is how long it may be silent before the first word.

    `answer` understands the events; chat's own reader does where none is given.
    """

    def __init__(
        self,
        response: httpx2.Response,
        patience: Patience,
        first: float,
        answer: Reader | None = None,
    ) -> None:
        self._response = response
        self._patience = patience
        self._first = first
        self._answer = answer or AnswerReader()
        self._events = EventReader()
        self._kept = bytearray()
        self._is_stream = False
        self._is_done = False

    async def events(self) -> AsyncGenerator[ProviderEvent, None]:
        """The answer as it comes; raises a Problem or a Refusal, or what httpx2 raises."""
        if self._content_type() == "text/html":
            raise NotAnApi(plain_text(await self._page()))
        async with aclosing(self._pieces()) as pieces:
            async for piece in pieces:
                for event in self._read(self._events.feed, piece):
                    yield event
        for event in self._rest():
            yield event
        for event in self._answer.flush():
            yield event
        yield self._answer.conclude()

    def _content_type(self) -> str:
        named = self._response.headers.get("content-type", "")
        return named.partition(";")[0].strip().lower()

    async def _page(self) -> str:
        async with asyncio.timeout(self._patience.listing):
            await self._response.aread()
        return self._response.text

    async def _pieces(self) -> AsyncGenerator[bytes, None]:
        """The bytes; any of them, also a mere comment, shows that the service is alive."""
        async with aclosing(_closable(self._response.aiter_bytes())) as pieces:
            while True:
                try:
                    async with asyncio.timeout(self._limit()):
                        piece = await anext(pieces, None)
                except (TimeoutError, httpx2.HTTPError) as error:
                    if self._answer.is_finished:
                        return  # nothing of the answer is missing
                    if isinstance(error, TimeoutError):
                        break
                    raise
                if piece is None:
                    return
                yield piece
        raise TimedOut("between" if self._answer.has_begun else "first")

    def _limit(self) -> float:
        if self._is_done or self._answer.is_finished:
            return self._patience.tail
        return self._patience.between if self._answer.has_begun else self._first

    def _read(
        self, feed: Callable[[bytes], list[ServerEvent]], piece: bytes
    ) -> list[ProviderEvent]:
        if not self._is_stream and len(self._kept) < MOST_KEPT:
            self._kept += piece
        found: list[ProviderEvent] = []
        for event in feed(piece):
            self._is_stream = True
            if event.data.startswith(DONE):
                self._is_done = True
            elif not self._is_done:
                found += self._understood(event)
        return found

    def _understood(self, event: ServerEvent) -> list[ProviderEvent]:
        try:
            chunk = json.loads(event.data)
        except ValueError:
            broken = event.data[:200]
        else:
            if event.name == "error" or _is_error(chunk):
                can_resend = not self._answer.has_begun
                raise Refusal(self._failure(chunk), can_resend=can_resend)
            return self._answer.feed(chunk)
        raise AnswerBroken(broken)

    def _rest(self) -> list[ProviderEvent]:
        """An event without its last blank line, or a reply that was no event stream at all."""
        if not self._is_stream:
            return self._judged()
        try:
            return self._read(lambda _: self._events.end(), b"")
        except AnswerBroken:
            return []  # cut in the middle of an event: the missing finish_reason tells it

    def _judged(self) -> list[ProviderEvent]:
        text = self._kept.decode("utf-8", "replace").strip()
        lines = [line for line in text.splitlines() if line and not line.startswith(":")]
        if not lines:
            raise AnswerEmpty(f"no data, content type {self._content_type() or None}")
        if lines[-1].startswith("data:"):
            return self._read(lambda _: self._events.end(), b"")
        body = decoded_body(text, self._content_type())
        if _is_error(body) or not (isinstance(body, dict) and self._answer.is_whole(body)):
            raise Refusal(self._failure(body))
        return self._answer.feed(body)

    def _failure(self, body: Any) -> Failure:
        return failure_of_body(None, body, request_id=request_id_of(self._response.headers))


def decoded_body(text: str, content_type: str) -> Any:
    """The JSON of a reply; raises NotAnApi for a page and AnswerBroken for damaged JSON."""
    if is_html(text):
        raise NotAnApi(plain_text(text))
    try:
        return json.loads(text)
    except ValueError:
        pass
    if "json" in content_type or "event-stream" in content_type or text.startswith(("{", "[")):
        raise AnswerBroken(text[:200])
    raise NotAnApi(text[:200])


def _is_error(chunk: Any) -> bool:
    if not isinstance(chunk, dict):
        return False
    status = chunk.get("base_resp") or {}
    return bool(
        chunk.get("error")
        or chunk.get("object") == "error"
        or chunk.get("type") == "error"
        or (isinstance(status, dict) and status.get("status_code"))
    )


async def _closable(pieces: AsyncIterator[bytes]) -> AsyncGenerator[bytes, None]:
    """httpx2 declares an iterator where it gives a generator."""
    async for piece in pieces:
        yield piece
