"""Gets an address with the standard library, in a thread that ends as soon as nobody waits."""

from __future__ import annotations

import asyncio
import http.client
import re
import socket
import ssl
import threading
import urllib.request
from base64 import b64encode
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from gptdesk import __version__
from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.proxy import Proxy, ProxyKind
from gptdesk.offline.socks import SOCKS5, through_socks
from gptdesk.offline.sources import Body, SourceFailed

CHUNK = 256 * 1024
AHEAD = 8
"""How many chunks the thread may be ahead of the reader, so that memory stays small."""
HOPS = 5
GIVEN = "given"
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait, in seconds. `connect` counts from the name look-up on."""

    connect: float = 5.0
    silence: float = 30.0


class HttpFetch:
    """A `Fetch` that follows redirects, the chosen proxy and the system's certificates.

    `way_out` gives what the user chose; `proxies` are those of the system.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        proxies: Callable[[], Mapping[str, str]] = urllib.request.getproxies,
        way_out: Callable[[], Awaitable[Proxy]] | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._proxies = proxies
        self._way_out = way_out

    @asynccontextmanager
    async def __call__(self, address: str, start: int) -> AsyncIterator[Body]:
        way = Proxy() if self._way_out is None else await self._way_out()
        proxies = self._proxies() if way.kind is ProxyKind.SYSTEM else _given(way)
        transfer = _Transfer(address, start, self._limits, proxies)
        try:
            yield await transfer.body()
        finally:
            await transfer.close()


def _given(way: Proxy) -> Mapping[str, str]:
    """As the system would say it; `GIVEN` tells that the system's exceptions do not count."""
    return {"all": way.address, GIVEN: "yes"} if way.is_given else {}


class _Connected:
    """The thread has a line to some server; from now on only silence is limited."""


_Item: TypeAlias = _Connected | Body | bytes | SourceFailed | None


class _Transfer:
    """One download: the thread that reads, and the queue over which it hands out chunks."""

    def __init__(
        self, address: str, start: int, limits: Limits, proxies: Mapping[str, str]
    ) -> None:
        self._address = address
        self._start = start
        self._limits = limits
        self._proxies = proxies
        self._loop = asyncio.get_running_loop()
        self._items: asyncio.Queue[_Item] = asyncio.Queue()
        self._ended = asyncio.Event()
        self._room = threading.Semaphore(AHEAD)
        self._is_closed = False
        self._socket: socket.socket | None = None
        # A daemon, for a name look-up cannot be broken off and must not hold up the end of the app
        threading.Thread(target=self._run, name="gptdesk-fetch", daemon=True).start()

    async def body(self) -> Body:
        wait = self._limits.connect
        while True:
            try:
                item = await asyncio.wait_for(self._items.get(), wait)
            except TimeoutError:
                raise SourceFailed(f"no answer within {wait:g} seconds") from None
            if isinstance(item, SourceFailed):
                raise item
            if isinstance(item, Body):
                return item
            wait = self._limits.silence + self._limits.connect

    async def close(self) -> None:
        """End the thread, which is at once unless it still looks for the server."""
        self._is_closed = True
        self._room.release()
        if self._socket is not None:
            with suppress(OSError):
                # The method of the class below, for the one of a TLS socket is not safe here
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), 1)

    async def _chunks(self) -> AsyncGenerator[bytes, None]:
        while True:
            item = await self._items.get()
            if isinstance(item, SourceFailed):
                raise item
            if not isinstance(item, bytes):
                return
            self._room.release()
            yield item

    # What follows runs in the thread

    def _run(self) -> None:
        try:
            connection, response = self._open()
            with closing(connection), closing(response):
                self._put(self._checked(response))
                while not self._is_closed and (chunk := response.read1(CHUNK)):
                    self._room.acquire()
                    self._put(chunk)
            self._put(None)
        except SourceFailed as failure:
            self._put(failure)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._put(SourceFailed(_plain(error)))
        finally:
            self._call(self._ended.set)

    def _put(self, item: _Item) -> None:
        self._call(self._items.put_nowait, item)

    def _call(self, *call: object) -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            self._loop.call_soon_threadsafe(*call)  # type: ignore[arg-type]

    def _open(self) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        address = self._address
        for _ in range(HOPS):
            url = urlsplit(address)
            connection, target, headers = _line(url, self._proxies, self._limits.connect)
            try:
                response = self._ask(connection, target, headers)
            except BaseException:
                connection.close()
                raise
            if response.status not in _REDIRECTS:
                return connection, response
            response.close()
            connection.close()
            address = urljoin(address, response.headers.get("Location", ""))
            if url.scheme == "https" and urlsplit(address).scheme != "https":
                raise SourceFailed("sent on to an address without TLS")
        raise SourceFailed("sent from address to address")

    def _ask(
        self, connection: http.client.HTTPConnection, target: str, headers: dict[str, str]
    ) -> http.client.HTTPResponse:
        connection.connect()
        self._socket = connection.sock
        connection.sock.settimeout(self._limits.silence)
        self._put(_Connected())
        headers |= {"User-Agent": f"gptdesk/{__version__}", "Accept-Encoding": "identity"}
        headers["Connection"] = "close"
        if self._start:
            headers["Range"] = f"bytes={self._start}-"
        connection.request("GET", target, headers=headers)
        return connection.getresponse()

    def _checked(self, response: http.client.HTTPResponse) -> Body:
        if response.status == 200:
            return Body(0, response.length, self._chunks())
        if response.status != 206:
            raise SourceFailed(f"{response.status} {response.reason}")
        found = re.fullmatch(
            r"bytes (\d+)-\d+/(\d+|\*)", response.headers.get("Content-Range", "").strip()
        )
        if found is None or int(found[1]) != self._start:
            raise SourceFailed("answered with another part of the file than was asked for")
        return Body(self._start, None if found[2] == "*" else int(found[2]), self._chunks())


def _line(
    url: SplitResult, proxies: Mapping[str, str], timeout: float
) -> tuple[http.client.HTTPConnection, str, dict[str, str]]:
    """A connection (not yet made), what to ask for on it, and the headers the way needs."""
    if url.scheme not in ("http", "https") or not url.hostname:
        raise SourceFailed("no web address")
    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    proxy_address = proxies.get(url.scheme) or proxies.get("all") or ""
    if not proxy_address or _goes_directly(url, proxies):
        return _connection(url.scheme, url.hostname, url.port, timeout), path, {}
    proxy = urlsplit(proxy_address if "//" in proxy_address else f"http://{proxy_address}")
    if proxy.scheme in SOCKS5:
        connection = _connection(url.scheme, url.hostname, url.port, timeout)
        return through_socks(connection, proxy), path, {}
    if proxy.scheme not in ("http", "https") or not proxy.hostname:
        raise SourceFailed(f"a proxy of the kind {proxy.scheme!r} cannot be used for downloads")
    pass_on = _proxy_authorization(proxy)
    if url.scheme == "http":
        connection = _connection(proxy.scheme, proxy.hostname, proxy.port, timeout)
        return connection, url._replace(fragment="").geturl(), pass_on
    # The tunnel is asked for in the clear; an https:// proxy would need TLS within TLS
    connection = _connection("https", proxy.hostname, proxy.port or 80, timeout)
    connection.set_tunnel(url.hostname, url.port or 443, pass_on)
    return connection, path, {}


def _goes_directly(url: SplitResult, proxies: Mapping[str, str]) -> bool:
    if GIVEN in proxies:
        return is_loopback(url.geturl())
    return bool(urllib.request.proxy_bypass(url.hostname or ""))


def _connection(
    scheme: str, host: str, port: int | None, timeout: float
) -> http.client.HTTPConnection:
    if scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=timeout)
    return http.client.HTTPSConnection(host, port, timeout=timeout, context=_system_tls())


def _system_tls() -> ssl.SSLContext:
    """Certificates as the system trusts them; Python alone does not know them on every system."""
    try:
        from truststore import SSLContext
    except ImportError:
        return ssl.create_default_context()
    return SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _proxy_authorization(proxy: SplitResult) -> dict[str, str]:
    if proxy.username is None:
        return {}
    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def _plain(error: Exception) -> str:
    if isinstance(error, OSError) and "407" in str(error):
        return "the proxy does not accept the user name or password (407)"
    if isinstance(error, TimeoutError):
        return "silent for too long"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
