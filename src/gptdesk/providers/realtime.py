"""Lets a realtime model read a text aloud and passes its samples on as a WAV file."""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack, aclosing, suppress
from typing import Any
from urllib.parse import quote

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.problems import AnswerBroken, AnswerEmpty, NotReadOut, Problem, TimedOut
from gptdesk.domain.sentences import pieces
from gptdesk.domain.soundfiles import wav_header
from gptdesk.domain.speech import SpeechOrder
from gptdesk.providers.client import Clients
from gptdesk.providers.errors import FORESEEN
from gptdesk.providers.failure import Refusal
from gptdesk.providers.reading_aloud import Heard, session_update, to_be_read
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.verdict import problem_of
from gptdesk.providers.websocket import WebSocket, websocket

RATE = 24_000
NOT_YET_KNOWN = 0xFFFFFFFF - 36
"""The length in the header, until whoever writes the file puts in the right one."""


class RealtimeSpeech:
    """A SpeechProvider over the Realtime API. It never tries again by itself.

    Every piece is a conversation of its own, in which nothing is said but the text. What the model
    says is compared with it: an answer instead of a reading is a Problem.
    """

    def __init__(self, clients: Clients) -> None:
        self._clients = clients

    async def speak(
        self, endpoint: Endpoint, order: SpeechOrder
    ) -> AsyncGenerator[bytes | ParameterDropped, None]:
        """Whatever ends the iteration closes the socket."""
        failure: Problem
        try:
            async with aclosing(self._spoken(endpoint, order)) as arriving:
                async for data in arriving:
                    yield data
            return
        except Refusal as refusal:
            failure = problem_of(refusal.failure, endpoint, order.model)
        except Problem as problem:
            problem.detail = without_secrets(problem.detail, endpoint.key)
            problem.args = (problem.detail,)
            failure = problem
        except FORESEEN as error:
            failure = self._clients.translate(error, endpoint, order.model)
        raise failure

    async def _spoken(self, endpoint: Endpoint, order: SpeechOrder) -> AsyncGenerator[bytes, None]:
        async with AsyncExitStack() as stack:
            line = await self._open(stack, endpoint, order.model)
            await line.send(session_update(order, RATE))
            is_first = True
            for part in _parts(order):
                async with aclosing(self._read(line, part)) as samples:
                    async for data in samples:
                        if is_first:
                            yield wav_header(NOT_YET_KNOWN, rate=RATE)
                            is_first = False
                        yield data

    async def _open(self, stack: AsyncExitStack, endpoint: Endpoint, model: str) -> WebSocket:
        address = f"{endpoint.base_url.rstrip('/')}/realtime?model={quote(model, safe='')}"
        key = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
        opening = websocket(self._clients.line(endpoint), address, key)
        try:
            async with asyncio.timeout(self._clients.patience.first):
                return await stack.enter_async_context(opening)
        except TimeoutError:
            pass
        raise TimedOut("first")

    async def _read(self, line: WebSocket, text: str) -> AsyncGenerator[bytes, None]:
        """The samples of one part of the text."""
        await line.send(to_be_read(text))
        heard = Heard(text)
        while not heard.is_over:
            event = await self._next(line, is_first=not heard.has_sound)
            if samples := heard.take(event):
                yield _decoded(samples)
        if not heard.has_sound:
            raise AnswerEmpty("no sound before the end of the response")
        if not heard.is_verbatim:
            raise NotReadOut(f"It said: {heard.said[:400]}")

    async def _next(self, line: WebSocket, *, is_first: bool) -> dict[str, Any]:
        patience = self._clients.patience
        try:
            async with asyncio.timeout(patience.first if is_first else patience.between):
                event = await line.receive()
        except TimeoutError:
            event = None
        if event is None:
            raise TimedOut("first" if is_first else "between")
        if not isinstance(event, dict):
            raise AnswerBroken("a message that is no object")
        return event


def _parts(order: SpeechOrder) -> Iterator[str]:
    """A piece that was cut for another model may be longer than this one reads at once."""
    if not order.longest or len(order.text) <= order.longest:
        yield order.text
        return
    for start, end in pieces(order.text, order.longest, first=order.longest):
        yield order.text[start:end].strip()


def _decoded(samples: str) -> bytes:
    with suppress(binascii.Error):
        return base64.b64decode(samples, validate=True)
    raise AnswerBroken("samples that are not base64")
