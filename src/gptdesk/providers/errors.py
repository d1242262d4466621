"""Translates whatever goes wrong on the way to a service into a Problem; nobody else does."""

from __future__ import annotations

import errno
import json
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeGuard, TypeVar
from urllib.parse import urlsplit

import httpx2
import openai

from gptdesk.domain.addresses import host_of, is_private
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.problems import (
    AnswerBroken,
    ConnectionCut,
    ConnectionRefused,
    HostNotFound,
    KeyUnusable,
    NetworkDown,
    NotAnApi,
    Problem,
    ProxyFailed,
    ProxyLogin,
    TimedOut,
    TlsFailed,
)
from gptdesk.providers.failure import failure_of_text
from gptdesk.providers.network import has_route
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.verdict import problem_of

FORESEEN = (
    openai.OpenAIError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    httpx2.StreamError,
    json.JSONDecodeError,
    UnicodeError,
    OSError,
)
"""What the package and what is below it raise when the world, not the program, is at fault."""

_E = TypeVar("_E", bound=BaseException)
_NO_ADDRESS = (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.LocalProtocolError)
_BROKEN = (
    json.JSONDecodeError,
    UnicodeError,
    httpx2.DecodingError,
    openai.APIResponseValidationError,
)
_NO_NETWORK = frozenset(
    {errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL, errno.EACCES, errno.EPERM}
)
_NO_WAY_TO_HOST = frozenset({errno.EHOSTUNREACH, errno.EHOSTDOWN})
_LOGIN = ("407", "username/password", "no authentication required from proxy server")
"""How a proxy says that it wants to know who asks, by HTTP and by SOCKS."""
_TOO_LATE = (httpx2.TimeoutException, openai.APITimeoutError, TimeoutError)


def translate(
    error: BaseException,
    endpoint: Endpoint,
    model: str = "",
    *,
    via_proxy: bool = False,
    route_exists: Callable[[], bool] = has_route,
) -> Problem:
    """The Problem that `error` is for the user. Raise it outside of the `except` block.

    Inside of it Python would tie the original to it, whose request holds the key.
    """
    if isinstance(error, Problem):
        return error
    if isinstance(error, openai.APIStatusError):
        response = error.response
        return problem_of(
            failure_of_text(error.status_code, response.text, response.headers), endpoint, model
        )
    causes = list(_causes(error))
    detail = without_secrets(_described(causes), endpoint.key)
    way = _Way(causes, endpoint.base_url, detail, via_proxy, route_exists)
    for judge in _JUDGES:
        if (problem := judge(way)) is not None:
            return problem
    return ConnectionCut(detail)


@dataclass(frozen=True, slots=True)
class _Way:
    """What is known of a failure that no service explained."""

    causes: list[BaseException]
    base_url: str
    detail: str
    via_proxy: bool
    route_exists: Callable[[], bool]


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all that led to it, also side by side in groups.

    Contexts count even where they are suppressed: httpcore2 raises "from None" above the very
    error that tells a refused line from an unknown name.
    """
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        current = waiting.pop(0)
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        waiting.append(current.__cause__ or current.__context__)
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)


def _described(causes: list[BaseException]) -> str:
    """The texts of the causes, each once."""
    texts = dict.fromkeys(str(cause).strip() for cause in causes)
    texts.pop("", None)
    return "\n".join([type(causes[0]).__name__, *list(texts)[:4]])


def _first(causes: list[BaseException], kind: type[_E] | tuple[type[_E], ...]) -> _E | None:
    return next((cause for cause in causes if isinstance(cause, kind)), None)


def _spoilt(way: _Way) -> Problem | None:
    """Not the network is at fault, but what was sent or what came back."""
    for cause in way.causes:
        if isinstance(cause, UnicodeEncodeError):
            return KeyUnusable(cause.object[cause.start : cause.end][:1], "")
        if isinstance(cause, _NO_ADDRESS):
            return NotAnApi(way.detail)
        if isinstance(cause, _BROKEN):
            return AnswerBroken(way.detail)
    return None


def _proxy(way: _Way) -> Problem | None:
    if refused := _first(way.causes, httpx2.ProxyError):
        wants_login = any(word in str(refused).lower() for word in _LOGIN)
        return ProxyLogin(way.detail) if wants_login else ProxyFailed(way.detail)
    never_there = _first(way.causes, (httpx2.ConnectError, httpx2.ConnectTimeout))
    if way.via_proxy and never_there and not _first(way.causes, ssl.SSLError):
        return ProxyFailed(way.detail)  # through a proxy, only the proxy itself is connected to
    return None


def _lookup(way: _Way) -> Problem | None:
    failed = _first(way.causes, socket.gaierror)
    if failed is None:
        return None
    if failed.errno == socket.EAI_AGAIN or not way.route_exists():
        return NetworkDown(way.detail)
    return HostNotFound(host_of(way.base_url), way.detail)


def _socket(way: _Way) -> Problem | None:
    if _first(way.causes, ConnectionRefusedError):
        return ConnectionRefused(_host_and_port(way.base_url), way.detail)
    codes = {cause.errno for cause in way.causes if _has_system_code(cause)}
    if codes & _NO_WAY_TO_HOST and is_private(way.base_url):
        return ConnectionRefused(_host_and_port(way.base_url), way.detail)
    if codes & (_NO_NETWORK | _NO_WAY_TO_HOST):
        return NetworkDown(way.detail)
    return None


def _late(way: _Way) -> Problem | None:
    if not _first(way.causes, _TOO_LATE):
        return None
    connecting = (httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.ConnectError)
    return TimedOut("connect" if _first(way.causes, connecting) else "first", way.detail)


def _tls(way: _Way) -> Problem | None:
    """Judged last of what happens while connecting: a line that breaks in the middle of the
    handshake is mostly cut by a filter in between."""
    if _first(way.causes, (httpx2.ReadError, httpx2.WriteError, httpx2.RemoteProtocolError)):
        return None
    in_handshake = way.base_url.startswith("https:") and _first(way.causes, httpx2.ConnectError)
    if in_handshake or _first(way.causes, ssl.SSLError):
        return TlsFailed(way.detail)
    return None


_JUDGES = (_spoilt, _proxy, _lookup, _socket, _late, _tls)


def _has_system_code(cause: BaseException) -> TypeGuard[OSError]:
    """The numbers of an SSLError are OpenSSL's own: its 1 is not EPERM."""
    return isinstance(cause, OSError) and not isinstance(cause, ssl.SSLError)


def _host_and_port(base_url: str) -> str:
    return urlsplit(base_url).netloc.rpartition("@")[2]
