"""The check-up of a connection: step by step to the service, and one word from a model."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass

from gptdesk.domain.addresses import is_private
from gptdesk.domain.catalogue import Catalogue, Task
from gptdesk.domain.checkup import (
    CheckEvent,
    ListAnswer,
    ModelsFound,
    Note,
    Step,
    StepState,
    StepTaken,
)
from gptdesk.domain.connections import Connection, Endpoint
from gptdesk.domain.events import ReasoningDelta, TextDelta
from gptdesk.domain.messages import Message, Role
from gptdesk.domain.models import likely_for_chat
from gptdesk.domain.ports import ChatProvider, Probe
from gptdesk.domain.problems import (
    AccessRefused,
    AddressNotFound,
    AnswerBroken,
    AnswerEmpty,
    AnswerIncomplete,
    CreditExhausted,
    HostNotFound,
    KeyMissing,
    KeyRefused,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyUnusable,
    NetworkDown,
    NotAnApi,
    ParameterRefused,
    Problem,
    ProxyFailed,
    RegionRefused,
    RequestRefused,
    TimedOut,
    TlsFailed,
)
from gptdesk.services.connections import ConnectionService

STEP_OF: tuple[tuple[tuple[type[Problem], ...], Step], ...] = (
    ((NetworkDown,), Step.INTERNET),
    ((HostNotFound,), Step.NAME),
    ((ProxyFailed,), Step.PROXY),
    ((TlsFailed,), Step.TLS),
    ((RegionRefused,), Step.REGION),
    ((KeyMissing, KeyRefused, KeyUnusable), Step.KEY),
    ((KeyringLocked, KeyringFailed, KeyringMissing), Step.KEY),
    ((CreditExhausted,), Step.CREDIT),
)
NO_LIST = (AddressNotFound, NotAnApi, AccessRefused)
"""Refusals that some services give who have no list of models, and answer chats all the same."""

_TOO_FEW = re.compile(r"max_(?:\w+_)?tokens|output limit|output tokens", re.IGNORECASE)
"""How a thinking model says that one token was not enough; it has answered then."""


@dataclass(frozen=True, slots=True)
class ChatPatience:
    """Seconds for the one word; a server in the own network may have to load its model first."""

    outside: float = 60.0
    own: float = 300.0


class CheckupService:
    """Finds the first step that fails on the way to a connection."""

    def __init__(
        self,
        connections: ConnectionService,
        probe: Probe,
        provider: ChatProvider,
        catalogue: Catalogue | None = None,
        patience: ChatPatience | None = None,
    ) -> None:
        self._connections = connections
        self._probe = probe
        self._provider = provider
        self._catalogue = catalogue or Catalogue()
        self._patience = patience or ChatPatience()

    async def run(
        self, connection: Connection, key: str | None = None
    ) -> AsyncGenerator[CheckEvent, None]:
        """Yield each step as it goes; `key` is one that is not stored yet.

        A step that FAILED is the last word. Never raises what a service or a network does wrong.
        """
        async with AsyncExitStack() as stack:
            no_key: Problem | None = None
            try:
                asking = self._connections.asking(connection, key)
                endpoint = await stack.enter_async_context(asking)
            except (KeyMissing, KeyringLocked, KeyringFailed, KeyringMissing) as problem:
                no_key, endpoint = problem, Endpoint(connection.id, connection.base_url, "")
            answer: ListAnswer | None = None
            async with aclosing(self._probe.reach(endpoint)) as steps:
                async for step in steps:
                    if isinstance(step, ListAnswer):
                        answer = step
                    else:
                        yield step
            if answer is None:
                return
            async with aclosing(self._judged(connection, endpoint, answer, no_key)) as events:
                async for event in events:
                    yield event

    async def _judged(
        self,
        connection: Connection,
        endpoint: Endpoint,
        answer: ListAnswer,
        no_key: Problem | None,
    ) -> AsyncGenerator[CheckEvent, None]:
        """What the answer to the first request means, and then the chat."""
        model = self._model(connection, answer.names)
        problem = answer.problem
        if problem is not None and isinstance(problem, NO_LIST) and model:
            problem = None  # the chat will tell whether it only has no list
        if no_key is not None and (problem is None or _step_of(problem, Step.KEY) is Step.KEY):
            problem = no_key
        failing = _list_step(problem) if problem is not None else None
        for step in self._first_steps(connection, endpoint, answer):
            if step.step is failing:
                break
            yield step
        if failing is not None:
            yield StepTaken(failing, StepState.FAILED, problem=problem)
            return
        if answer.names:
            yield ModelsFound(answer.names)
        async with aclosing(self._chat(connection, endpoint, answer, model)) as events:
            async for event in events:
                yield event

    def _first_steps(
        self, connection: Connection, endpoint: Endpoint, answer: ListAnswer
    ) -> list[StepTaken]:
        key = Note.ACCEPTED if endpoint.key else Note.NO_KEY_NEEDED
        is_own = is_private(endpoint.base_url)
        region = Note.OWN_NETWORK if is_own else Note.SERVED
        skipped_or_ok = StepState.SKIPPED if is_own else StepState.OK
        return [
            StepTaken(Step.SERVICE, StepState.OK, Note.ANSWERS, seconds=answer.seconds),
            StepTaken(Step.REGION, skipped_or_ok, region),
            StepTaken(Step.KEY, StepState.OK if endpoint.key else StepState.SKIPPED, key),
        ]

    # The one word

    async def _chat(
        self, connection: Connection, endpoint: Endpoint, answer: ListAnswer, model: str
    ) -> AsyncGenerator[CheckEvent, None]:
        free = StepTaken(Step.CREDIT, StepState.SKIPPED, Note.FREE)
        is_free = is_private(endpoint.base_url)
        listed = _listed(connection, answer)
        if not model or not self._has_chat(connection):
            note = Note.NO_MODEL if self._has_chat(connection) else Note.NO_CHAT
            yield free if is_free else StepTaken(Step.CREDIT, StepState.SKIPPED, note)
            yield listed
            yield StepTaken(Step.CHAT, StepState.SKIPPED, note)
            return
        yield free if is_free else StepTaken(Step.CREDIT, StepState.BUSY)
        if is_free:
            yield listed
            yield StepTaken(Step.CHAT, StepState.BUSY, value=model)
        began = _now()
        problem = await self._one_word(endpoint, model)
        failing = None if problem is None else _step_of(problem, Step.CHAT)
        if isinstance(problem, NO_LIST) and type(problem) is type(answer.problem):
            failing = Step.SERVICE  # the address leads nowhere, not only to no list
        paid = free if is_free else StepTaken(Step.CREDIT, StepState.OK, Note.NO_COMPLAINT)
        done = StepTaken(Step.CHAT, StepState.OK, Note.ANSWERED, model, _now() - began)
        for step in (paid, listed, done):
            if failing in (step.step, Step.SERVICE) or _is_before(failing, step.step):
                break
            yield step
        if failing is not None:
            yield StepTaken(failing, StepState.FAILED, value=model, problem=problem)

    async def _one_word(self, endpoint: Endpoint, model: str) -> Problem | None:
        """None as soon as anything of an answer comes; then the line is closed."""
        limit = self._catalogue.facts(model, endpoint.service).limit_name or "max_tokens"
        question = [Message(Role.USER, "Hi")]
        is_own = is_private(endpoint.base_url)
        wait = self._patience.own if is_own else self._patience.outside
        stream = self._provider.stream(endpoint, model, question, {limit: 1})
        try:
            async with asyncio.timeout(wait), aclosing(stream) as events:
                async for event in events:
                    if isinstance(event, TextDelta | ReasoningDelta):
                        break
        except TimeoutError:
            return TimedOut("first", f"no word within {wait:g} seconds")
        except (AnswerEmpty, AnswerIncomplete):
            return None  # one token may be a thought that is not shown
        except (RequestRefused, ParameterRefused) as refused:
            return None if _TOO_FEW.search(refused.detail) else refused
        except Problem as problem:
            return problem
        return None

    def _model(self, connection: Connection, names: tuple[str, ...]) -> str:
        """The chosen one, the recommended one, or the first that looks like a chat model."""
        if connection.model:
            return connection.model
        service = self._catalogue.service_of(connection)
        recommended = service.models if service is not None else ()
        served = [name for name in recommended if not names or name in names]
        return served[0] if served else likely_for_chat(names)

    def _has_chat(self, connection: Connection) -> bool:
        service = self._catalogue.service_of(connection)
        return service is None or Task.CHAT in service.tasks


def _listed(connection: Connection, answer: ListAnswer) -> StepTaken:
    if answer.problem is not None:
        return StepTaken(Step.MODELS, StepState.SKIPPED, Note.NO_LIST)
    if connection.model and connection.model not in answer.names:
        return StepTaken(Step.MODELS, StepState.OK, Note.NOT_LISTED, connection.model)
    return StepTaken(Step.MODELS, StepState.OK, Note.COUNTED, str(len(answer.names)))


def _list_step(problem: Problem) -> Step:
    if isinstance(problem, AnswerBroken):
        return Step.MODELS
    usual = Step.KEY if isinstance(problem, AccessRefused) else Step.SERVICE
    return _step_of(problem, usual)


def _step_of(problem: Problem, usual: Step) -> Step:
    return next((step for kinds, step in STEP_OF if isinstance(problem, kinds)), usual)


def _is_before(step: Step | None, other: Step) -> bool:
    order = list(Step)
    return step is not None and order.index(step) < order.index(other)


def _now() -> float:
    return asyncio.get_running_loop().time()
