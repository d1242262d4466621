"""HTTP/1.1 as far as a test service needs it: requests in, whole or chunked answers out."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass
class Received:
    """A request as it came. The key itself is not kept: only whether it was the right one.

    `said` is what came over a WebSocket, decoded. `gone` is set when the client closed the
    connection before the answer was over, `answered` when the service was done with it, either way.
    """

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    has_key: bool = False
    key_fits: bool = True
    said: list[Any] = field(default_factory=list)
    gone: threading.Event = field(default_factory=threading.Event, repr=False)
    answered: threading.Event = field(default_factory=threading.Event, repr=False)

    @property
    def json(self) -> Any:
        return json.loads(self.body) if self.body else None


class Exchange:
    """One request with the line on which it is answered."""

    def __init__(
        self, request: Received, writer: asyncio.StreamWriter, released: asyncio.Event
    ) -> None:
        self.request = request
        self.keeps_alive = True
        self._writer = writer
        self._released = released

    async def silence(self) -> None:
        """Say nothing until the test releases us or the client has gone."""
        await self._released.wait()

    async def answer(
        self,
        status: int,
        body: bytes,
        content_type: str = "application/json",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """A whole answer at once."""
        length = {"content-length": str(len(body)), "content-type": content_type}
        await self._send(_head(status, {**length, **(headers or {})}) + body)

    async def begin(
        self, content_type: str = "text/event-stream", headers: Mapping[str, str] | None = None
    ) -> None:
        """The head of an answer that comes in pieces."""
        chunked = {"content-type": content_type, "transfer-encoding": "chunked"}
        await self._send(_head(200, {**chunked, **(headers or {})}))

    async def piece(self, data: bytes) -> None:
        await self._send(b"%x\r\n%b\r\n" % (len(data), data))

    async def end(self) -> None:
        await self._send(b"0\r\n\r\n")

    async def switch(self, headers: Mapping[str, str]) -> None:
        """From now on the line is a WebSocket."""
        self.keeps_alive = False
        await self._send(_head(101, {"upgrade": "websocket", "connection": "Upgrade", **headers}))

    async def raw(self, data: bytes) -> None:
        await self._send(data)

    def cut(self) -> None:
        """Break the line without a word."""
        self.keeps_alive = False
        self._writer.transport.abort()

    async def _send(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()


async def read_request(reader: asyncio.StreamReader, begun: bytes, key: str) -> Received | None:
    """The next request on a line that may carry several; None when the client hung up."""
    try:
        head = begun + await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {}
    for line in filter(None, lines):
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    body = await _body(reader, headers)
    given = headers.get("authorization", "")
    if given:
        headers["authorization"] = "[hidden]"
    fits = not key or given == f"Bearer {key}"
    return Received(method, path, headers, body, has_key=bool(given), key_fits=fits)


async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    body = b""
    while size := int(await reader.readline(), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return body


async def hung_up(reader: asyncio.StreamReader) -> bytes:
    """Wait for the client: b"" when it closed the line, or the first byte of its next request."""
    with suppress(ConnectionError):
        return await reader.read(1)
    return b""


def _head(status: int, headers: Mapping[str, str]) -> bytes:
    reason = HTTPStatus(status).phrase if status in set(HTTPStatus) else "Unknown"
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{n}: {v}" for n, v in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")
