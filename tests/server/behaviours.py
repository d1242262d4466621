"""How a service can answer: well, slowly, wrongly, or not at all."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from server.wire import Exchange


class Behaviour(Protocol):
    """Answers one request."""

    async def play(self, exchange: Exchange) -> None: ...


def event(payload: Any) -> bytes:
    """One server-sent event."""
    return f"data: {json.dumps(payload, ensure_ascii=False)}\n\n".encode()


def chunk(delta: Mapping[str, Any] | None, finish: str | None = None) -> dict[str, Any]:
    """A piece of a streamed chat answer."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {
        "id": "chatcmpl-test",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "test",
        "choices": [choice],
    }


def usage(output: int) -> dict[str, Any]:
    counts = {"prompt_tokens": 7, "completion_tokens": output, "total_tokens": 7 + output}
    return {**chunk({}), "choices": [], "usage": counts}


def pieces(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]


@dataclass(frozen=True)
class Reply:
    """A good answer, streamed if that was asked for.

    `delay` seconds before each piece; `thought` comes first in the field `thought_field`;
    `finish` None leaves the stream without a reason; `tells_usage` False ignores the wish for it.
    """

    text: str = "Hello."
    size: int = 4
    delay: float = 0.0
    thought: str = ""
    thought_field: str = "reasoning_content"
    finish: str | None = "stop"
    tells_usage: bool = True
    says_done: bool = True

    async def play(self, exchange: Exchange) -> None:
        asked = exchange.request.json or {}
        if not asked.get("stream"):
            await exchange.answer(200, json.dumps(self._whole()).encode())
            return
        await exchange.begin()
        await exchange.piece(event(chunk({"role": "assistant", "content": ""})))
        for part in pieces(self.thought, self.size):
            await self._say(exchange, {self.thought_field: part})
        for part in pieces(self.text, self.size):
            await self._say(exchange, {"content": part})
        if self.finish is not None:
            await exchange.piece(event(chunk({}, self.finish)))
        if self.tells_usage and (asked.get("stream_options") or {}).get("include_usage"):
            await exchange.piece(event(usage(len(pieces(self.text, self.size)))))
        if self.says_done:
            await exchange.piece(b"data: [DONE]\n\n")
        await exchange.end()

    async def _say(self, exchange: Exchange, delta: Mapping[str, str]) -> None:
        if self.delay:
            await asyncio.sleep(self.delay)
        await exchange.piece(event(chunk(delta)))

    def _whole(self) -> dict[str, Any]:
        message = {"role": "assistant", "content": self.text}
        choice = {"index": 0, "message": message, "finish_reason": self.finish}
        return {"id": "chatcmpl-test", "object": "chat.completion", "choices": [choice]}


@dataclass(frozen=True)
class Flood:
    """`tokens` tokens, at `rate` a second if given, as evenly as the clock allows."""

    tokens: int
    rate: float | None = None
    token: str = "word "

    async def play(self, exchange: Exchange) -> None:
        await exchange.begin()
        said = event(chunk({"content": self.token}))
        clock = asyncio.get_running_loop().time
        begin = clock()
        for number in range(self.tokens):
            if self.rate and (ahead := begin + number / self.rate - clock()) > 0:
                await asyncio.sleep(ahead)
            await exchange.piece(said)
        await exchange.piece(event(chunk({}, "stop")) + b"data: [DONE]\n\n")
        await exchange.end()


@dataclass(frozen=True)
class Silent:
    """Takes the request and says nothing; with `text`, says that first.

    `comments` keep the line alive `comments` times before the silence.
    """

    text: str = ""
    comments: int = 0
    finish: str | None = None

    async def play(self, exchange: Exchange) -> None:
        if self.text or self.comments:
            await exchange.begin()
        for _ in range(self.comments):
            await exchange.piece(b": still thinking\n\n")
        if self.text:
            await exchange.piece(event(chunk({"content": self.text}, self.finish)))
        await exchange.silence()
        if self.text or self.comments:
            await exchange.end()
        else:
            await exchange.answer(503, b"{}")


@dataclass(frozen=True)
class Cut:
    """Breaks the line after `text`, or at once; `half` of an event may be on the way."""

    text: str = ""
    half: bytes = b""
    finish: str | None = None

    async def play(self, exchange: Exchange) -> None:
        if self.text:
            await exchange.begin()
            await exchange.piece(event(chunk({"content": self.text}, self.finish)) + self.half)
        exchange.cut()


@dataclass(frozen=True)
class Events:
    """Exactly these payloads as events; bytes are sent as they are."""

    payloads: Sequence[Any]
    content_type: str = "text/event-stream"

    async def play(self, exchange: Exchange) -> None:
        await exchange.begin(self.content_type)
        for payload in self.payloads:
            await exchange.piece(payload if isinstance(payload, bytes) else event(payload))
        await exchange.end()


@dataclass(frozen=True)
class Raw:
    """Exactly this body."""

    body: str | bytes
    status: int = 200
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)

    async def play(self, exchange: Exchange) -> None:
        body = self.body.encode() if isinstance(self.body, str) else self.body
        await exchange.answer(self.status, body, self.content_type, self.headers)


@dataclass(frozen=True)
class Fail:
    """An error in the API's own form."""

    status: int
    message: str = "No."
    code: str | None = None
    type: str | None = None
    param: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def error(self) -> dict[str, Any]:
        named = {"message": self.message, "type": self.type, "code": self.code}
        return {"error": {**named, "param": self.param}}

    async def play(self, exchange: Exchange) -> None:
        headers = {"x-request-id": "req_test", **self.headers}
        body = json.dumps(self.error, ensure_ascii=False).encode()
        await exchange.answer(self.status, body, headers=headers)


@dataclass(frozen=True)
class RefuseParameter:
    """400 as long as the request holds the parameter, then a good answer.

    `body` may hold an error in another vendor's words; `{name}` in it is replaced.
    """

    name: str
    then: Behaviour = field(default_factory=Reply)
    body: str = ""
    status: int = 400

    async def play(self, exchange: Exchange) -> None:
        if self.name not in (exchange.request.json or {}):
            await self.then.play(exchange)
        elif self.body:
            await Raw(self.body.replace("{name}", self.name), self.status).play(exchange)
        else:
            message = f"Unsupported parameter: '{self.name}' is not supported with this model."
            kind = "invalid_request_error"
            await Fail(self.status, message, "unsupported_parameter", kind, self.name).play(
                exchange
            )
