"""Goes the way to a service as any request does, and tells of each step how it went."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx2

from gptdesk.domain.addresses import host_of, is_loopback, is_private
from gptdesk.domain.checkup import ListAnswer, Note, Step, StepState, StepTaken
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.problems import (
    HostNotFound,
    NetworkDown,
    Problem,
    ProxyFailed,
    TimedOut,
    TlsFailed,
)
from gptdesk.providers.client import NO_KEY, Clients
from gptdesk.providers.errors import FORESEEN
from gptdesk.providers.failure import failure_of_text
from gptdesk.providers.listing import model_names
from gptdesk.providers.network import routable
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.socks import SocksLines
from gptdesk.providers.verdict import problem_of

LookUp = Callable[[str, int], Awaitable[object]]

STEP_OF: tuple[tuple[type[Problem], Step], ...] = (
    (NetworkDown, Step.INTERNET),
    (HostNotFound, Step.NAME),
    (ProxyFailed, Step.PROXY),
    (TlsFailed, Step.TLS),
)


@dataclass(frozen=True, slots=True)
class CheckPatience:
    """How many seconds each step may take."""

    name: float = 10.0
    connect: float = 10.0
    answer: float = 20.0


@dataclass(slots=True)
class _Course:
    """Where the one request is just now: at the proxy, in the handshake, or at the service."""

    endpoint: Endpoint
    proxy: str
    began: float
    stage: Step
    is_secured: bool = False
    marks: asyncio.Queue[str | None] = field(default_factory=asyncio.Queue)

    @property
    def is_tls(self) -> bool:
        return self.endpoint.base_url.startswith("https:")


class NetworkProbe:
    """A `Probe` over the clients that chats use. Asks nobody but the proxy and the service."""

    def __init__(
        self,
        clients: Clients,
        patience: CheckPatience | None = None,
        route_exists: Callable[[], bool] = routable,
        look_up: LookUp | None = None,
    ) -> None:
        self._clients = clients
        self._patience = patience or CheckPatience()
        self._route_exists = route_exists
        self._look_up = look_up or _look_up

    async def reach(self, endpoint: Endpoint) -> AsyncGenerator[StepTaken | ListAnswer, None]:
        proxy = self._clients.proxy_place(endpoint)
        for step in (self._internet(endpoint, proxy), await self._name(endpoint, proxy)):
            yield step
            if step.state is StepState.FAILED:
                return
        course = _Course(endpoint, proxy, _now(), Step.PROXY if proxy else Step.SERVICE)
        for step in _begun(course):
            yield step
        async with aclosing(self._request(course)) as events:
            async for event in events:
                yield event

    # Before the request

    def _internet(self, endpoint: Endpoint, proxy: str) -> StepTaken:
        if endpoint.is_local or is_loopback(endpoint.base_url):
            return StepTaken(Step.INTERNET, StepState.SKIPPED, Note.THIS_COMPUTER)
        if is_private(endpoint.base_url):
            return StepTaken(Step.INTERNET, StepState.SKIPPED, Note.OWN_NETWORK)
        if proxy:
            return StepTaken(Step.INTERNET, StepState.SKIPPED, Note.BY_PROXY)
        if self._route_exists():
            return StepTaken(Step.INTERNET, StepState.OK, Note.REACHABLE)
        return _failed(Step.INTERNET, NetworkDown("no route leads out of this computer"))

    async def _name(self, endpoint: Endpoint, proxy: str) -> StepTaken:
        host = host_of(endpoint.base_url)
        if _is_number(host):
            return StepTaken(Step.NAME, StepState.SKIPPED, Note.IS_NUMBER)
        if proxy:
            return StepTaken(Step.NAME, StepState.SKIPPED, Note.PROXY_LOOKS_UP)
        began = _now()
        detail = f"no answer within {self._patience.name:g} seconds"
        try:
            async with asyncio.timeout(self._patience.name):
                await self._look_up(host, urlsplit(endpoint.base_url).port or 443)
            return StepTaken(Step.NAME, StepState.OK, Note.FOUND, host, _now() - began)
        except TimeoutError:
            pass
        except OSError as error:
            detail = str(error)
        return _failed(Step.NAME, HostNotFound(host, detail))

    # The request

    async def _request(self, course: _Course) -> AsyncGenerator[StepTaken | ListAnswer, None]:
        asking = asyncio.ensure_future(self._ask(course))
        asking.add_done_callback(lambda _: course.marks.put_nowait(None))
        try:
            while (mark := await course.marks.get()) is not None:
                for step in _passed(course, mark):
                    yield step
            for event in _ended(course, asking.result()):
                yield event
        finally:
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)

    async def _ask(self, course: _Course) -> ListAnswer | Problem:
        """One GET /models on a line of its own; what goes wrong before an answer is a Problem."""
        wait, endpoint = self._patience, course.endpoint
        timeout = httpx2.Timeout(wait.answer, connect=wait.connect)

        lines = SocksLines()

        async def note(name: str, info: dict[str, Any]) -> None:
            course.marks.put_nowait(name)
            await lines(name, info)

        try:
            async with (
                asyncio.timeout(3 * wait.connect + 2 * wait.answer),
                self._clients.fresh(endpoint, timeout) as http,
            ):
                response = await http.get(
                    f"{endpoint.base_url.rstrip('/')}/models",
                    headers={"Authorization": f"Bearer {endpoint.key or NO_KEY}"},
                    extensions={"trace": note},
                )
                seconds = _now() - course.began
            return _judged(response, endpoint, seconds)
        except Problem as known:
            return known
        except FORESEEN as error:
            problem = self._clients.translate(error, endpoint)
        return _shown(problem, endpoint)


# What the request tells on its way


def _begun(course: _Course) -> list[StepTaken]:
    if course.proxy:
        return [StepTaken(Step.PROXY, StepState.BUSY, value=course.proxy)]
    is_here = is_loopback(course.endpoint.base_url)
    note = Note.NEVER_PROXY if is_here else Note.NO_PROXY
    return [StepTaken(Step.PROXY, StepState.SKIPPED, note), _next(course)]


def _next(course: _Course) -> StepTaken:
    """The step after the proxy."""
    return StepTaken(Step.TLS if course.is_tls else Step.SERVICE, StepState.BUSY)


def _passed(course: _Course, mark: str) -> list[StepTaken]:
    """The steps that are done when the client reports this mark."""
    if course.stage is Step.PROXY and _is_through_proxy(course, mark):
        course.stage = Step.TLS if course.is_tls else Step.SERVICE
        seconds = _now() - course.began
        passes = StepTaken(Step.PROXY, StepState.OK, Note.PASSES, course.proxy, seconds)
        return [passes, _next(course)]
    if not course.proxy and mark == "connection.connect_tcp.complete" and course.is_tls:
        course.stage = Step.TLS
    if course.stage is Step.TLS and mark.endswith(".start_tls.complete"):
        course.stage, course.is_secured = Step.SERVICE, True
        valid = StepTaken(Step.TLS, StepState.OK, Note.VALID, seconds=_now() - course.began)
        return [valid, StepTaken(Step.SERVICE, StepState.BUSY)]
    return []


def _is_through_proxy(course: _Course, mark: str) -> bool:
    if mark in ("socks.setup_socks5_connection.complete", "proxy.start_tls.started"):
        return True
    # A request without TLS is handed to an HTTP proxy as it is: being connected is all there is
    return not course.is_tls and mark == "connection.connect_tcp.complete"


def _ended(course: _Course, answer: ListAnswer | Problem) -> list[StepTaken | ListAnswer]:
    plain = [] if course.is_tls else [StepTaken(Step.TLS, StepState.SKIPPED, Note.PLAIN)]
    if isinstance(answer, ListAnswer):
        if isinstance(answer.problem, ProxyFailed):
            return [_failed(Step.PROXY, answer.problem)]
        return [*plain, answer]
    step, problem = _placed(course, answer)
    if step is Step.SERVICE and course.is_tls and not course.is_secured:
        plain = [StepTaken(Step.TLS, StepState.SKIPPED, Note.NOT_REACHED)]
    return [*plain, _failed(step, problem)]


def _placed(course: _Course, problem: Problem) -> tuple[Step, Problem]:
    """The step that a failure belongs to, and the failure as it is there."""
    if course.stage is Step.PROXY and not isinstance(problem, ProxyFailed):
        return Step.PROXY, ProxyFailed(problem.detail)
    if course.stage is Step.TLS:
        # In the handshake the proxy has done its part already
        is_late = isinstance(problem, TimedOut | TlsFailed)
        return Step.TLS, problem if is_late else TlsFailed(problem.detail)
    return next(
        (step for kind, step in STEP_OF if isinstance(problem, kind)), course.stage
    ), problem


def _judged(response: httpx2.Response, endpoint: Endpoint, seconds: float) -> ListAnswer:
    try:
        if response.status_code != 200:
            failure = failure_of_text(response.status_code, response.text, response.headers)
            return ListAnswer((), problem_of(failure, endpoint, ""), seconds)
        return ListAnswer(model_names(response), None, seconds)
    except Problem as problem:
        return ListAnswer((), _shown(problem, endpoint), seconds)


def _shown(problem: Problem, endpoint: Endpoint) -> Problem:
    problem.detail = without_secrets(problem.detail, endpoint.key)
    problem.args = (problem.detail,)
    return problem


def _failed(step: Step, problem: Problem) -> StepTaken:
    return StepTaken(step, StepState.FAILED, problem=problem)


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


async def _look_up(host: str, port: int) -> object:
    loop = asyncio.get_running_loop()
    return await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)


def _now() -> float:
    return asyncio.get_running_loop().time()
