"""Asks a service to speak a piece of text and passes its sound on as it arrives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import AsyncExitStack, aclosing
from typing import Any, cast

import httpx2
import openai

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.problems import AnswerBroken, AnswerEmpty, NotAnApi, Problem, TimedOut
from gptdesk.domain.speech import SpeechOrder
from gptdesk.providers.client import Clients
from gptdesk.providers.errors import FORESEEN
from gptdesk.providers.failure import Refusal, failure_of_text, is_html
from gptdesk.providers.parameters import RefusedParameters, lost_option, refused_parameter
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.verdict import problem_of

LONGEST_EXCUSE = 1 << 16
_TEXT = ("json", "html", "xml", "text/plain")


class OpenAISpeech:
    """A SpeechProvider over `POST /audio/speech`. It never tries again by itself."""

    def __init__(self, clients: Clients, refused: RefusedParameters | None = None) -> None:
        self._clients = clients
        self._refused = refused or RefusedParameters()

    async def speak(
        self, endpoint: Endpoint, order: SpeechOrder
    ) -> AsyncGenerator[bytes | ParameterDropped, None]:
        """The sound; asked for again without each parameter that the service refuses by name."""
        place = (endpoint.connection_id, order.model)
        wanted = parameters(order)
        while True:
            sent = self._refused.acceptable(*place, wanted)
            refusal: Refusal | None = None
            try:
                async with aclosing(self._attempt(endpoint, order, sent)) as arriving:
                    async for data in arriving:
                        yield data
            except Refusal as refused:
                refusal = refused
            if refusal is None:
                return
            name = refused_parameter(refusal.failure, sent)
            if not name:
                raise problem_of(refusal.failure, endpoint, order.model)
            self._refused.add(*place, name)
            if lost := lost_option(name, wanted, self._refused.of(*place)):
                yield ParameterDropped(lost)

    async def _attempt(
        self, endpoint: Endpoint, order: SpeechOrder, sent: Mapping[str, object]
    ) -> AsyncGenerator[bytes, None]:
        """One request. Whatever ends the iteration closes its connection."""
        failure: Problem | Refusal
        try:
            async with AsyncExitStack() as stack:
                response = await self._open(stack, endpoint, order, sent)
                reader = _Reader(response, self._clients.patience.between)
                async with aclosing(reader.sound()) as sound:
                    async for data in sound:
                        yield data
            return
        except openai.APIStatusError as error:
            answer = error.response
            failure = Refusal(failure_of_text(error.status_code, answer.text, answer.headers))
        except Problem as problem:
            problem.detail = without_secrets(problem.detail, endpoint.key)
            problem.args = (problem.detail,)
            failure = problem
        except FORESEEN as error:
            failure = self._clients.translate(error, endpoint, order.model)
        raise failure

    async def _open(
        self,
        stack: AsyncExitStack,
        endpoint: Endpoint,
        order: SpeechOrder,
        sent: Mapping[str, object],
    ) -> httpx2.Response:
        client = self._clients.client(endpoint)
        request = client.audio.speech.with_streaming_response.create(
            model=order.model,
            voice=cast(Any, order.voice),
            input=_sendable(order.text),
            extra_body=dict(sent),  # as arguments, values the package does not know would fail
        )
        try:
            async with asyncio.timeout(self._first_silence(endpoint)):
                return (await stack.enter_async_context(request)).http_response
        except TimeoutError:
            pass
        raise TimedOut("first")

    def _first_silence(self, endpoint: Endpoint) -> float:
        patience = self._clients.patience
        is_here = endpoint.is_local or is_loopback(endpoint.base_url)
        return max(patience.first, patience.local_first) if is_here else patience.first


def parameters(order: SpeechOrder) -> dict[str, object]:
    """What is sent beside model, voice and text; what is as usual is left out."""
    sent: dict[str, object] = {"response_format": order.format}
    if order.instructions.strip():
        sent["instructions"] = _sendable(order.instructions.strip())
    if order.speed != 1.0:
        sent["speed"] = order.speed
    return sent


class _Reader:
    """Reads one answer and makes sure that it is sound."""

    def __init__(self, response: httpx2.Response, patience: float) -> None:
        self._response = response
        self._patience = patience

    async def sound(self) -> AsyncGenerator[bytes, None]:
        is_first = True
        async with aclosing(self._arriving()) as arriving:
            async for data in arriving:
                if is_first and self._is_text(data):
                    raise await self._excuse(data, arriving)
                is_first = False
                yield data
        if is_first:
            raise AnswerEmpty("HTTP 200, 0 bytes")

    async def _arriving(self) -> AsyncGenerator[bytes, None]:
        chunks = self._response.aiter_bytes()
        while True:
            try:
                async with asyncio.timeout(self._patience):
                    data = await anext(chunks, None)
            except TimeoutError:
                break
            if data is None:
                return
            if data:
                yield data
        raise TimedOut("between")

    def _is_text(self, head: bytes) -> bool:
        """Some services say what went wrong with the status of success."""
        told = self._response.headers.get("content-type", "").lower()
        start = head[:64].lstrip()
        return any(name in told for name in _TEXT) or start[:1] in (b"{", b"[", b"<")

    async def _excuse(self, head: bytes, rest: AsyncIterator[bytes]) -> Problem | Refusal:
        body = head
        async for data in rest:
            body += data
            if len(body) > LONGEST_EXCUSE:
                break
        text = body[:LONGEST_EXCUSE].decode("utf-8", "replace")
        failure = failure_of_text(self._response.status_code, text, self._response.headers)
        if is_html(text):
            return NotAnApi(failure.detail(""))
        return AnswerBroken(failure.detail(""))


def _sendable(text: str) -> str:
    """Half of a surrogate pair, as some input methods leave it, cannot be sent at all."""
    return text.encode("utf-8", "replace").decode("utf-8")
