"""How the test service speaks through the Realtime API: a real WebSocket on the same port."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from wsproto.connection import Connection, ConnectionType
from wsproto.events import CloseConnection, Ping, TextMessage

from server.speaking import SECONDS_A_LETTER, tone
from server.wire import Exchange

LIVE = "/v1/realtime"
_MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Socket:
    """The service's end of a WebSocket."""

    def __init__(
        self, exchange: Exchange, reader: asyncio.StreamReader, *, split: bool = False
    ) -> None:
        self._split = split
        self._exchange = exchange
        self._reader = reader
        self._protocol = Connection(ConnectionType.SERVER)

    async def accept(self) -> None:
        key = self._exchange.request.headers["sec-websocket-key"]
        mixed = hashlib.sha1((key + _MAGIC).encode(), usedforsecurity=False).digest()
        answer = base64.b64encode(mixed).decode()
        await self._exchange.switch({"sec-websocket-accept": answer})

    async def say(self, kind: str, **fields: Any) -> None:
        message = json.dumps({"type": kind, "event_id": "event_test", **fields})
        if self._split:
            middle = len(message) // 2
            begun = TextMessage(message[:middle], message_finished=False)
            await self._exchange.raw(self._protocol.send(begun))
            message = message[middle:]
        await self._exchange.raw(self._protocol.send(TextMessage(message)))

    async def ping(self) -> None:
        await self._exchange.raw(self._protocol.send(Ping(b"still there")))

    async def close(self, code: int, reason: str = "") -> None:
        await self._exchange.raw(self._protocol.send(CloseConnection(code, reason)))

    async def messages(self) -> AsyncIterator[dict[str, Any]]:
        """What the client says, until it has gone."""
        while data := await self._reader.read(1 << 16):
            self._protocol.receive_data(data)
            for event in self._protocol.events():
                if isinstance(event, TextMessage):
                    yield json.loads(event.data)
                if isinstance(event, CloseConnection):
                    return


@dataclass(frozen=True)
class Live:
    """Reads every text aloud. `says` makes something else of it; `delay` seconds before a delta.

    `error` refuses the request for a response, `failure` ends it as failed, `cut` as incomplete
    for that reason; `silent` begins and says nothing more until released; `closes` ends the line
    with that code in the middle of the sound; `breaks` without a word. `split` sends messages in
    two frames each; `noise` sends these bytes instead of the first frame.
    """

    says: Callable[[str], str] = str
    delay: float = 0.0
    error: Mapping[str, Any] | None = None
    failure: Mapping[str, Any] | None = None
    cut: str = ""
    silent: bool = False
    closes: int = 0
    breaks: bool = False
    split: bool = False
    noise: bytes = b""
    raw: str = ""

    async def play(self, exchange: Exchange) -> None:
        await exchange.answer(426, b'{"error": {"message": "a WebSocket is needed"}}')

    async def converse(self, exchange: Exchange, reader: asyncio.StreamReader) -> None:
        socket = Socket(exchange, reader, split=self.split)
        await socket.accept()
        if self.noise:
            await exchange.raw(self.noise)
        await socket.say("session.created", session={"type": "realtime"})
        await socket.ping()
        talking: asyncio.Task[None] | None = None
        try:
            async for message in socket.messages():
                exchange.request.said.append(message)
                if message["type"] == "session.update":
                    await socket.say("session.updated", session=message["session"])
                if message["type"] == "response.create":
                    talking = asyncio.ensure_future(self._respond(socket, exchange, message))
        finally:
            if talking is not None and not talking.done():
                exchange.request.gone.set()
                talking.cancel()
                await asyncio.gather(talking, return_exceptions=True)

    async def _respond(self, socket: Socket, exchange: Exchange, message: Any) -> None:
        if self.error is not None:
            await socket.say("error", error=dict(self.error))
            return
        text = message["response"]["input"][0]["content"][0]["text"]
        await socket.say("response.created", response={"status": "in_progress"})
        samples = tone(max(0.1, len(text) * SECONDS_A_LETTER))
        for number, start in enumerate(range(0, len(samples), 9600)):
            if self.delay:
                await asyncio.sleep(self.delay)
            delta = self.raw or base64.b64encode(samples[start : start + 9600]).decode()
            await socket.say("response.output_audio.delta", delta=delta)
            if number == 1 and await self._breaks_off(socket, exchange):
                return
        said = self.says(text)
        await socket.say("response.output_audio_transcript.done", transcript=said)
        await socket.say("response.done", response=self._end())

    async def _breaks_off(self, socket: Socket, exchange: Exchange) -> bool:
        if self.silent:
            await exchange.silence()
        if self.closes:
            await socket.close(self.closes, "going away")
        if self.breaks:
            exchange.cut()
        return bool(self.closes or self.breaks)

    def _end(self) -> dict[str, Any]:
        if self.failure is not None:
            details = {"type": "failed", "error": dict(self.failure)}
            return {"status": "failed", "status_details": details}
        if self.cut:
            details = {"type": "incomplete", "reason": self.cut}
            return {"status": "incomplete", "status_details": details}
        usage = {"total_tokens": 60, "input_tokens": 20, "output_tokens": 40}
        return {"status": "completed", "status_details": None, "usage": usage}
