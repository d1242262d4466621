"""Leads a connection of the standard library through a SOCKS5 proxy."""

from __future__ import annotations

import http.client
import socket
from typing import Any
from urllib.parse import SplitResult, unquote

from gptdesk.offline.sources import SourceFailed

SOCKS5 = ("socks5", "socks5h", "socks")
_WRONG = "the proxy does not accept the user name or password"


def through_socks(
    connection: http.client.HTTPConnection, proxy: SplitResult
) -> http.client.HTTPConnection:
    """The same connection, whose line begins at the proxy; the proxy looks up the name."""
    place = (proxy.hostname or "", proxy.port or 1080)
    login = _login(proxy)

    def connect(target: tuple[str, int], timeout: Any, _source: object = None) -> socket.socket:
        line = socket.create_connection(place, timeout)
        try:
            _greet(line, login)
            _ask_for(line, target)
        except BaseException:
            line.close()
            raise
        return line

    connection._create_connection = connect  # type: ignore[attr-defined]  # its own seam for this
    return connection


def _login(proxy: SplitResult) -> tuple[bytes, bytes] | None:
    if not proxy.username:
        return None
    return unquote(proxy.username).encode(), unquote(proxy.password or "").encode()


def _greet(line: socket.socket, login: tuple[bytes, bytes] | None) -> None:
    """RFC 1928: agree on a way to say who asks; RFC 1929: say it."""
    method = 0 if login is None else 2
    line.sendall(bytes([5, 1, method]))
    if _exactly(line, 2) != bytes([5, method]):
        raise SourceFailed(_WRONG)
    if login is not None:
        user, password = login
        line.sendall(bytes([1, len(user)]) + user + bytes([len(password)]) + password)
        if _exactly(line, 2)[1] != 0:
            raise SourceFailed(_WRONG)


def _ask_for(line: socket.socket, target: tuple[str, int]) -> None:
    host = target[0].encode("idna")
    line.sendall(b"\x05\x01\x00\x03" + bytes([len(host)]) + host + target[1].to_bytes(2, "big"))
    _, code, _, kind = _exactly(line, 4)
    if code != 0:
        raise SourceFailed(f"the proxy could not reach {target[0]} (SOCKS code {code})")
    length = {1: 4, 4: 16}.get(kind) or _exactly(line, 1)[0]
    _exactly(line, length + 2)


def _exactly(line: socket.socket, count: int) -> bytes:
    found = b""
    while len(found) < count:
        more = line.recv(count - len(found))
        if not more:
            raise SourceFailed("the proxy hung up")
        found += more
    return found
