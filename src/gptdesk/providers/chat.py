"""Asks a service for the next turn of a conversation and streams what it says."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, aclosing

import httpx2
import openai

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.catalogue import Api
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ParameterDropped, ProviderEvent
from gptdesk.domain.messages import Message
from gptdesk.domain.offered import ListedModel
from gptdesk.domain.problems import AddressNotFound, NotAnApi, OtherApiNeeded, Problem, TimedOut
from gptdesk.providers.answer import AnswerReader
from gptdesk.providers.asking import Question, for_api, opened, turns_of
from gptdesk.providers.client import Clients
from gptdesk.providers.errors import FORESEEN
from gptdesk.providers.failure import Refusal, failure_of_text, request_id_of
from gptdesk.providers.listing import listed_models
from gptdesk.providers.parameters import RefusedParameters, lost_option, refused_parameter
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.reply import ReplyReader
from gptdesk.providers.request import (
    CHAT_ENDPOINT,
    Dialect,
    api_of,
    left_out,
    parameters_for,
)
from gptdesk.providers.responses import ResponseReader, in_our_names, points_here
from gptdesk.providers.verdict import problem_of


class OpenAIChat:
    """A ChatProvider over `POST /chat/completions`, `POST /responses` and `GET /models`.

    `refused` remembers what services refuse, `dialect` tells what is known of a model beforehand.

    It never tries again by itself after a failure: waiting is for the services, where the user
    sees it and can stop it.
    """

    def __init__(
        self,
        clients: Clients,
        refused: RefusedParameters | None = None,
        dialect: Callable[[Endpoint, str], Dialect] = lambda _endpoint, _model: Dialect(),
    ) -> None:
        self._clients = clients
        self._refused = refused or RefusedParameters()
        self._dialect = dialect

    async def stream(
        self,
        endpoint: Endpoint,
        model: str,
        history: Sequence[Message],
        options: Mapping[str, object],
    ) -> AsyncGenerator[ProviderEvent, None]:
        """The answer; asked for again without each parameter that the service refuses by name."""
        place = (endpoint.connection_id, model)
        dialect = self._dialect(endpoint, model)
        wanted = parameters_for(options, dialect, endpoint)
        for name in left_out(options, wanted, dialect):
            yield ParameterDropped(name)
        while True:
            api = api_of(dialect, endpoint, self._refused.of(*place))
            sent = self._refused.acceptable(*place, for_api(api, wanted, dialect))
            question = Question(endpoint, model, history, sent, api)
            refusal: Refusal | None = None
            try:
                async with aclosing(self._attempt(question)) as events:
                    async for event in events:
                        yield event
            except Refusal as refused:
                refusal = refused
            if refusal is None:
                return
            name = self._learned(question, refusal)
            if lost := lost_option(name, options, self._refused.of(*place)):
                yield ParameterDropped(lost)

    async def listed(self, endpoint: Endpoint) -> tuple[ListedModel, ...]:
        problem: Problem
        try:
            client = self._clients.client(endpoint)
            async with asyncio.timeout(self._clients.patience.listing):
                raw = await client.models.with_raw_response.list()
            return listed_models(raw.http_response)
        except Problem as known:
            problem = known
        except FORESEEN as error:
            problem = self._clients.translate(error, endpoint)
        raise _shown(problem, endpoint)

    async def models(self, endpoint: Endpoint) -> tuple[str, ...]:
        return tuple(model.name for model in await self.listed(endpoint))

    def _learned(self, question: Question, refusal: Refusal) -> str:
        """What to do without the next time; raises the Problem if nothing would help."""
        place = (question.endpoint.connection_id, question.model)
        failure = refusal.failure
        if not refusal.can_resend:
            raise problem_of(failure, question.endpoint, question.model)
        if question.api is Api.RESPONSES:
            failure = in_our_names(failure)
            name = refused_parameter(failure, question.parameters)
        elif points_here(failure):
            name = CHAT_ENDPOINT
        else:
            name = refused_parameter(failure, question.parameters)
        if name:
            self._refused.add(*place, name)
            return name
        problem = problem_of(failure, question.endpoint, question.model)
        was_sent_here = CHAT_ENDPOINT in self._refused.of(*place)
        if was_sent_here and isinstance(problem, AddressNotFound | NotAnApi):
            self._refused.take_back(*place, CHAT_ENDPOINT)
            raise OtherApiNeeded(question.model, problem.detail)
        raise problem

    async def _attempt(self, question: Question) -> AsyncGenerator[ProviderEvent, None]:
        """One request. Whatever ends the iteration closes its connection."""
        failure: Problem | Refusal
        endpoint = question.endpoint
        first = self._first_silence(endpoint)
        request_id = ""
        try:
            async with AsyncExitStack() as stack:
                response = await self._open(stack, question, first)
                request_id = request_id_of(response.headers)
                answer = ResponseReader() if question.api is Api.RESPONSES else AnswerReader()
                reply = ReplyReader(response, self._clients.patience, first, answer)
                events = await stack.enter_async_context(aclosing(reply.events()))
                async for event in events:
                    yield event
            return
        except openai.APIStatusError as error:
            response = error.response
            failure = Refusal(failure_of_text(error.status_code, response.text, response.headers))
        except Problem as problem:
            failure = _shown(problem, endpoint, request_id)
        except FORESEEN as error:
            failure = self._clients.translate(error, endpoint, question.model)
            failure = _shown(failure, endpoint, request_id)
        raise failure

    async def _open(
        self, stack: AsyncExitStack, question: Question, first: float
    ) -> httpx2.Response:
        turns = turns_of(question.history)
        request = opened(self._clients.client(question.endpoint), question, turns)
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


def _shown(problem: Problem, endpoint: Endpoint, request_id: str = "") -> Problem:
    """Its details without secrets, and with what to quote to the service's support."""
    said = without_secrets(problem.detail, endpoint.key)
    if request_id and request_id not in said:
        said = f"{said}\nrequest id: {request_id}".strip()
    problem.detail = said
    problem.args = (said,)
    return problem
