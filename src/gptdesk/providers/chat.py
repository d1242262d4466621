"""Asks a service for the next turn of a conversation and streams what it says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AsyncExitStack, aclosing
from typing import TYPE_CHECKING, Any, cast

import httpx2
import openai

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped, ProviderEvent
from gptdesk.domain.messages import Message
from gptdesk.domain.ports import MediaStore
from gptdesk.domain.problems import AnswerBroken, Problem, TimedOut
from gptdesk.providers.client import Clients
from gptdesk.providers.contents import turns
from gptdesk.providers.errors import FORESEEN
from gptdesk.providers.failure import Refusal, failure_of_body, failure_of_text
from gptdesk.providers.parameters import RefusedParameters, lost_option, refused_parameter
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.reply import ReplyReader, decoded_body
from gptdesk.providers.verdict import problem_of

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletionMessageParam

_WITH_USAGE: Mapping[str, object] = {"stream_options": {"include_usage": True}}


class OpenAIChat:
    """A ChatProvider over `POST /chat/completions` and `GET /models`.

    It never tries again by itself after a failure: waiting is for the services, where the user
    sees it and can stop it.
    """

    def __init__(
        self,
        clients: Clients,
        refused: RefusedParameters | None = None,
        media: MediaStore | None = None,
    ) -> None:
        self._clients = clients
        self._refused = refused or RefusedParameters()
        self._media = media

    async def stream(
        self,
        endpoint: Endpoint,
        model: str,
        history: Sequence[Message],
        options: Mapping[str, object],
    ) -> AsyncGenerator[ProviderEvent, None]:
        """The answer; asked for again without each parameter that the service refuses by name."""
        place = (endpoint.connection_id, model)
        while True:
            sent = self._refused.acceptable(*place, {**_WITH_USAGE, **options})
            refusal: Refusal | None = None
            try:
                async with aclosing(self._attempt(endpoint, model, history, sent)) as events:
                    async for event in events:
                        yield event
            except Refusal as refused:
                refusal = refused
            if refusal is None:
                return
            name = refused_parameter(refusal.failure, sent) if refusal.can_resend else ""
            if not name:
                raise problem_of(refusal.failure, endpoint, model)
            self._refused.add(*place, name)
            if lost := lost_option(name, options, self._refused.of(*place)):
                yield ParameterDropped(lost)

    async def models(self, endpoint: Endpoint) -> tuple[str, ...]:
        problem: Problem
        try:
            client = self._clients.client(endpoint)
            async with asyncio.timeout(self._clients.patience.listing):
                raw = await client.models.with_raw_response.list()
            return model_names(raw.http_response)
        except Problem as known:
            problem = known
        except FORESEEN as error:
            problem = self._clients.translate(error, endpoint)
        raise _shown(problem, endpoint)

    async def _attempt(
        self,
        endpoint: Endpoint,
        model: str,
        history: Sequence[Message],
        parameters: Mapping[str, object],
    ) -> AsyncGenerator[ProviderEvent, None]:
        """One request. Whatever ends the iteration closes its connection."""
        failure: Problem | Refusal
        first = self._first_silence(endpoint)
        try:
            async with AsyncExitStack() as stack:
                response = await self._open(stack, endpoint, model, history, parameters, first)
                reply = ReplyReader(response, self._clients.patience, first)
                events = await stack.enter_async_context(aclosing(reply.events()))
                async for event in events:
                    yield event
            return
        except openai.APIStatusError as error:
            response = error.response
            failure = Refusal(failure_of_text(error.status_code, response.text, response.headers))
        except Problem as problem:
            failure = _shown(problem, endpoint)
        except FORESEEN as error:
            failure = self._clients.translate(error, endpoint, model)
        raise failure

    async def _open(
        self,
        stack: AsyncExitStack,
        endpoint: Endpoint,
        model: str,
        history: Sequence[Message],
        parameters: Mapping[str, object],
        first: float,
    ) -> httpx2.Response:
        client = self._clients.client(endpoint)
        messages = await turns(history, self._media)
        request = client.chat.completions.with_streaming_response.create(
            model=model,
            messages=cast("list[ChatCompletionMessageParam]", messages),
            stream=True,
            extra_body=dict(parameters),  # as arguments, names the package does not know would fail
        )
        try:
            async with asyncio.timeout(first):
                return (await stack.enter_async_context(request)).http_response
        except TimeoutError:
            pass
        raise TimedOut("first")

    def _first_silence(self, endpoint: Endpoint) -> float:
        patience = self._clients.patience
        is_here = endpoint.is_local or is_loopback(endpoint.base_url)
        return max(patience.first, patience.local_first) if is_here else patience.first


def model_names(response: httpx2.Response) -> tuple[str, ...]:
    """The sorted names in a list of models, in any shape that services give it."""
    content_type = response.headers.get("content-type", "").lower()
    body = decoded_body(response.text, content_type)
    entries: Any = body
    if isinstance(body, dict):
        entries = next((body[name] for name in ("data", "models") if name in body), None)
    if not isinstance(entries, list):
        raise AnswerBroken(failure_of_body(response.status_code, body).detail(""))
    named = (e if isinstance(e, str) else _name(e) for e in entries)
    return tuple(sorted({name for name in named if name}))


def _name(entry: object) -> str:
    if not isinstance(entry, dict):
        return ""
    return next((str(entry[key]) for key in ("id", "name", "model") if entry.get(key)), "")


def _shown(problem: Problem, endpoint: Endpoint) -> Problem:
    problem.detail = without_secrets(problem.detail, endpoint.key)
    problem.args = (problem.detail,)
    return problem
