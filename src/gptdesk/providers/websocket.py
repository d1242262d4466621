"""One WebSocket over a client of ours: the same proxy, certificates and headers as requests."""

from __future__ import annotations

import base64
import json
import secrets
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import httpcore2
import httpx2
from wsproto.connection import Connection, ConnectionState, ConnectionType
from wsproto.events import BytesMessage, CloseConnection, Event, Ping, TextMessage

from gptdesk.domain.problems import (
    AnswerBroken,
    AnswerIncomplete,
    ConnectionCut,
    NotAnApi,
    Problem,
)
from gptdesk.providers.failure import Refusal, failure_of_text

READ = 1 << 16
LONGEST_MESSAGE = 1 << 24
_ENDS: dict[int, type[Problem]] = {
    1000: AnswerIncomplete,
    1001: AnswerIncomplete,
    1002: AnswerBroken,  # also what our side says of bytes that are no frame
    1003: AnswerBroken,
    1007: AnswerBroken,
}


@asynccontextmanager
async def websocket(
    client: httpx2.AsyncClient, url: str, headers: Mapping[str, str]
) -> AsyncIterator[WebSocket]:
    """An open line; raises a Refusal with what the service answered instead. Leaving closes it."""
    async with client.stream("GET", url, headers={**headers, **_upgrade()}) as response:
        if response.status_code != 101:
            raise await _refusal(response)
        line = WebSocket(response.extensions["network_stream"])
        try:
            yield line
        finally:
            await line.aclose()


class WebSocket:
    """Sends and receives JSON. Nothing runs beside it: whoever waits is cancelled at once."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._protocol = Connection(ConnectionType.CLIENT)
        self._events: deque[Event] = deque()
        self._begun: list[bytes] = []
        self._length = 0

    async def send(self, message: Mapping[str, object]) -> None:
        await self._write(TextMessage(json.dumps(message, ensure_ascii=False)))

    async def receive(self) -> Any:
        """The next message, decoded; raises a Problem where the line ends."""
        while True:
            while self._events:
                if (whole := await self._take(self._events.popleft())) is not None:
                    return json.loads(whole)
            await self._read()

    async def aclose(self) -> None:
        with suppress(httpcore2.NetworkError, OSError):
            if self._protocol.state is ConnectionState.OPEN:
                await self._stream.write(self._protocol.send(CloseConnection(1000)))
        await self._stream.aclose()

    async def _take(self, event: Event) -> bytes | None:
        match event:
            case Ping():
                await self._write(event.response())
            case TextMessage() | BytesMessage():
                return self._joined(event)
            case CloseConnection(code=code, reason=reason):
                told = f"WebSocket {code} {reason or ''}".strip()
                raise _ENDS.get(code, ConnectionCut)(told)
        return None

    def _joined(self, event: TextMessage | BytesMessage) -> bytes | None:
        """A message may come in parts."""
        data = event.data.encode() if isinstance(event.data, str) else bytes(event.data)
        self._begun.append(data)
        self._length += len(data)
        if self._length > LONGEST_MESSAGE:
            raise AnswerBroken(f"a message of more than {LONGEST_MESSAGE} bytes")
        if not event.message_finished:
            return None
        parts, self._begun, self._length = self._begun, [], 0
        return b"".join(parts)

    async def _read(self) -> None:
        try:
            data = await self._stream.read(READ)
        except httpcore2.NetworkError as error:  # so far below the client nobody translates it
            raise httpx2.ReadError(str(error)) from error
        if not data:
            raise ConnectionCut("the WebSocket ended without a word")
        self._protocol.receive_data(data)
        self._events.extend(self._protocol.events())

    async def _write(self, event: Event) -> None:
        try:
            await self._stream.write(self._protocol.send(event))
        except httpcore2.NetworkError as error:
            raise httpx2.WriteError(str(error)) from error


async def _refusal(response: httpx2.Response) -> Refusal | NotAnApi:
    """What the service answered instead of opening the line."""
    text = (await response.aread()).decode("utf-8", "replace")
    failure = failure_of_text(response.status_code, text, response.headers)
    return NotAnApi(failure.detail("")) if response.status_code < 400 else Refusal(failure)


def _upgrade() -> dict[str, str]:
    return {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Key": base64.b64encode(secrets.token_bytes(16)).decode("ascii"),
        "Sec-WebSocket-Version": "13",
    }
