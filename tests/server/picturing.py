"""How the test service makes pictures: plain ones of the right size, in every shape of answer."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import struct
import zlib
from dataclasses import dataclass, field

from server.behaviours import Fail, event
from server.forms import fields_of, files_of
from server.wire import Exchange, Received

MAKING = "/v1/images/generations"
EDITING = "/v1/images/edits"
VARYING = "/v1/images/variations"
STORED = "/pictures/"
LEGACY = ("dall-e",)
"""Models that give addresses unless they are asked for the pictures."""
TOKENS = 1056


def png(width: int = 64, height: int = 64, colour: tuple[int, ...] = (120, 160, 200, 255)) -> bytes:
    """A PNG of one colour, with alpha if the colour has four parts."""
    row = b"\0" + bytes(colour) * width
    kind = 6 if len(colour) == 4 else 2
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(row * height, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def asked_size(request: Received, usual: tuple[int, int] = (64, 64)) -> tuple[int, int]:
    told = str(fields_of(request).get("size") or fields_of(request).get("image_size") or "")
    found = re.fullmatch(r"(\d+)x(\d+)", told)
    return (int(found[1]), int(found[2])) if found else usual


def used() -> dict[str, object]:
    return {
        "total_tokens": 50 + TOKENS,
        "input_tokens": 50,
        "output_tokens": TOKENS,
        "input_tokens_details": {"text_tokens": 10, "image_tokens": 40},
    }


@dataclass(frozen=True)
class Drawn:
    """Pictures as they were asked for.

    `shape` is "b64_json", "url", "images" or "" for what the model is known for. `delay` seconds
    before each event of a stream. `ignores_stream` answers a stream at once.
    """

    shape: str = ""
    delay: float = 0.0
    ignores_stream: bool = False
    tells_usage: bool = True
    revised: str = ""
    partials: int | None = None
    address: str = ""

    async def play(self, exchange: Exchange) -> None:
        asked = fields_of(exchange.request)
        if asked.get("stream") in (True, "true") and not self.ignores_stream:
            await self._stream(exchange, asked)
            return
        count = int(str(asked.get("n") or asked.get("batch_size") or 1))
        items = [self._item(exchange.request, asked, number) for number in range(count)]
        place = "images" if self._shape(asked) == "images" else "data"
        body: dict[str, object] = {"created": 0, place: items}
        if self.tells_usage and self._shape(asked) == "b64_json":
            body |= {"usage": {**used(), "output_tokens": TOKENS * count}, "quality": "medium"}
        await exchange.answer(200, json.dumps(body).encode())

    def _shape(self, asked: dict[str, object]) -> str:
        if self.shape:
            return self.shape
        is_legacy = str(asked.get("model", "")).startswith(LEGACY)
        return "url" if is_legacy and asked.get("response_format") != "b64_json" else "b64_json"

    def _item(self, request: Received, asked: dict[str, object], number: int) -> dict[str, str]:
        said = {"revised_prompt": self.revised} if self.revised else {}
        if self._shape(asked) == "b64_json":
            data = png(*asked_size(request), (number * 40 % 256, 160, 200, 255))
            return {**said, "b64_json": base64.b64encode(data).decode()}
        wide, high = asked_size(request)
        host = self.address or f"http://{request.headers['host']}"
        return {**said, "url": f"{host}{STORED}{wide}x{high}-{number}.png"}

    async def _stream(self, exchange: Exchange, asked: dict[str, object]) -> None:
        kind = "image_edit" if files_of(exchange.request) else "image_generation"
        many = int(str(asked["partial_images"])) if self.partials is None else self.partials
        size = asked_size(exchange.request)
        told = {"size": "x".join(map(str, size)), "quality": "medium", "output_format": "png"}
        await exchange.begin()
        for number in range(many):
            await self._wait()
            data = base64.b64encode(png(*size, (number * 60, 90, 90, 255))).decode()
            said = {"type": f"{kind}.partial_image", "partial_image_index": number}
            await exchange.piece(event({**told, **said, "b64_json": data}))
        await self._wait()
        whole = base64.b64encode(png(*size)).decode()
        await exchange.piece(
            event({**told, "type": f"{kind}.completed", "b64_json": whole, "usage": used()})
        )
        await exchange.end()

    async def _wait(self) -> None:
        if self.delay:
            await asyncio.sleep(self.delay)


@dataclass(frozen=True)
class StoredPicture:
    """The file at an address that was given before."""

    status: int = 200
    location: str = ""

    async def play(self, exchange: Exchange) -> None:
        if self.location:
            await exchange.answer(302, b"", headers={"location": self.location})
            return
        found = re.search(r"(\d+)x(\d+)", exchange.request.path)
        size = (int(found[1]), int(found[2])) if found else (64, 64)
        body = png(*size) if self.status == 200 else b"gone"
        await exchange.answer(self.status, body, "image/png")


@dataclass(frozen=True)
class CutWhileForming:
    """One unfinished picture, then the line breaks or is silent."""

    is_silent: bool = False
    size: tuple[int, int] = (64, 64)
    kind: str = "image_generation"

    async def play(self, exchange: Exchange) -> None:
        await exchange.begin()
        data = base64.b64encode(png(*self.size)).decode()
        said = {"type": f"{self.kind}.partial_image", "partial_image_index": 0}
        await exchange.piece(event({**said, "b64_json": data}))
        if self.is_silent:
            await exchange.silence()
            await exchange.end()
        else:
            exchange.cut()


@dataclass(frozen=True)
class Strict:
    """Refuses what is not among `known`, by name as OpenAI does; draws otherwise."""

    known: frozenset[str]
    then: Drawn = field(default_factory=Drawn)

    async def play(self, exchange: Exchange) -> None:
        asked = {name.removesuffix("[]") for name in fields_of(exchange.request)}
        strange = sorted(asked - self.known - {"model", "prompt"})
        if not strange:
            await self.then.play(exchange)
            return
        await unknown_parameter(strange[0]).play(exchange)


def unknown_parameter(name: str) -> Fail:
    kind = "invalid_request_error"
    return Fail(400, f"Unknown parameter: '{name}'.", "unknown_parameter", kind, name)


def against_safety() -> Fail:
    message = "Your request was rejected by the safety system."
    return Fail(400, message, "moderation_blocked", "image_generation_user_error")


def billing_limit() -> Fail:
    message = "Billing hard limit has been reached."
    return Fail(400, message, "billing_hard_limit_reached", "invalid_request_error")
