"""Asks a service to write down a sound file."""

from __future__ import annotations

import asyncio
import io
import json
import warnings
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import AsyncExitStack, aclosing, closing
from typing import Any

import httpx2
import openai

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.problems import Problem, TimedOut
from gptdesk.domain.transcription import Heard, TextArrived, TranscriptionOrder, Way
from gptdesk.providers.client import Clients
from gptdesk.providers.errors import FORESEEN
from gptdesk.providers.failure import Failure, Refusal, failure_of_text
from gptdesk.providers.parameters import RefusedParameters, lost_option, refused_parameter
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.transcript_answer import TranscriptAnswer
from gptdesk.providers.transcription_chat import heard_in_chat
from gptdesk.providers.transcription_request import as_json, media_type, parameters
from gptdesk.providers.verdict import problem_of

UNSEEN = frozenset({"stream", "chunking_strategy", "response_format"})
"""What the person did not choose: that it is left out is not told."""

HEARING = 2.0
"""How many times its own length a sound may take to be heard, on top of the usual patience."""


class OpenAITranscription:
    """A TranscriptionProvider over `/audio/transcriptions`, `/audio/translations`, or the chat.

    It never tries again by itself.
    """

    def __init__(self, clients: Clients, refused: RefusedParameters | None = None) -> None:
        self._clients = clients
        self._refused = refused or RefusedParameters()

    async def listen(
        self, endpoint: Endpoint, order: TranscriptionOrder
    ) -> AsyncGenerator[TextArrived | Heard | ParameterDropped, None]:
        """What is heard; asked for again without each parameter that is refused by name."""
        place = (endpoint.connection_id, order.model)
        wanted = parameters(order)
        while True:
            sent = _coherent(self._refused.acceptable(*place, wanted))
            refusal: Refusal | None = None
            try:
                async with aclosing(self._attempt(endpoint, order, sent)) as arriving:
                    async for data in arriving:
                        yield data
            except Refusal as refused:
                refusal = refused
            if refusal is None:
                return
            name = refused_parameter(refusal.failure, sent) or _refused_stream(refusal, sent)
            if not name or not refusal.can_resend:
                raise problem_of(refusal.failure, endpoint, order.model)
            self._refused.add(*place, name)
            lost = lost_option(name, wanted, self._refused.of(*place))
            if lost and lost not in UNSEEN:
                yield ParameterDropped(lost)

    async def _attempt(
        self, endpoint: Endpoint, order: TranscriptionOrder, sent: Mapping[str, object]
    ) -> AsyncGenerator[TextArrived | Heard, None]:
        """One request. Whatever ends the iteration closes its connection."""
        failure: Problem | Refusal
        try:
            async with aclosing(self._asked(endpoint, order, sent)) as arriving:
                async for data in arriving:
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

    async def _asked(
        self, endpoint: Endpoint, order: TranscriptionOrder, sent: Mapping[str, object]
    ) -> AsyncGenerator[TextArrived | Heard, None]:
        client, patience = self._clients.client(endpoint), self._clients.patience
        first = self._first_silence(endpoint, order)
        if order.way is Way.CHAT:
            async with aclosing(heard_in_chat(client, order, patience, first)) as arriving:
                async for data in arriving:
                    yield data
            return
        async with AsyncExitStack() as stack:
            if order.way is Way.JSON:
                response = await _sent_as_json(client, order, sent, first)
            else:
                response = await _sent_as_form(stack, client, order, sent, first)
            answer = TranscriptAnswer(response, patience.between)
            async with aclosing(answer.events()) as events:
                async for event in events:
                    yield event

    def _first_silence(self, endpoint: Endpoint, order: TranscriptionOrder) -> float:
        """From the last byte sent to the first of the answer. Most hear all of it first."""
        patience = self._clients.patience
        is_here = endpoint.is_local or is_loopback(endpoint.base_url)
        first = max(patience.first, patience.local_first) if is_here else patience.first
        return first + order.seconds * HEARING


async def _sent_as_form(
    stack: AsyncExitStack,
    client: openai.AsyncOpenAI,
    order: TranscriptionOrder,
    sent: Mapping[str, object],
    first: float,
) -> httpx2.Response:
    """The clock of the silence starts anew with every piece of the file that leaves."""
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(first) as clock:
            file = stack.enter_context(
                closing(_Upload(order.sound, lambda: clock.reschedule(loop.time() + first)))
            )
            named = (order.sound.name, file, media_type(order.sound))
            audio = client.audio
            desk: Any = audio.translations if order.to_english else audio.transcriptions
            with warnings.catch_warnings():
                # Translations end in 2027 at OpenAI; other services go on
                warnings.simplefilter("ignore", DeprecationWarning)
                request = desk.with_streaming_response.create(
                    file=named,
                    model=order.model,
                    # As arguments, values the package does not know would fail
                    extra_body=dict(sent),
                )
            response: httpx2.Response = (await stack.enter_async_context(request)).http_response
            return response
    except TimeoutError:
        pass
    raise TimedOut("first")


async def _sent_as_json(
    client: openai.AsyncOpenAI,
    order: TranscriptionOrder,
    sent: Mapping[str, object],
    first: float,
) -> httpx2.Response:
    body = await asyncio.to_thread(as_json, order, sent)
    try:
        async with asyncio.timeout(first + len(str(body["input_audio"])) / 16_000):
            response: httpx2.Response = await client.post(
                "/audio/transcriptions", cast_to=httpx2.Response, body=body
            )
            return response
    except TimeoutError:
        pass
    raise TimedOut("first")


class _Upload(io.FileIO):
    """A file that tells whenever a part of it is taken."""

    def __init__(self, path: Any, taken: Callable[[], None]) -> None:
        super().__init__(path)
        self._taken = taken

    def read(self, size: int | None = -1, /) -> bytes:
        self._taken()
        return super().read(-1 if size is None else size) or b""


def _coherent(sent: dict[str, object]) -> dict[str, object]:
    """Times of words come with one form only: where that was refused, they are not asked for."""
    if sent.get("response_format") != "verbose_json":
        sent.pop("timestamp_granularities", None)
    return sent


def _refused_stream(refusal: Refusal, sent: Mapping[str, object]) -> str:
    failure: Failure = refusal.failure
    is_about = failure.param == "stream" or "stream" in json.dumps(failure.message).lower()
    return "stream" if failure.status in (400, 422) and "stream" in sent and is_about else ""
