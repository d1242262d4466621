"""Lets in only who knows the key, and no more bytes than a request may have."""

from __future__ import annotations

import hmac
from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gptdesk.offline.sound.refusals import Refusal

OPEN = ("/health",)
MEGABYTE = 1_000_000
SMALL = 1 * MEGABYTE


class Guard:
    """ASGI middleware. `limits` gives the paths that take more than a small body, in bytes."""

    def __init__(self, app: ASGIApp, key: str, limits: Mapping[str, int]) -> None:
        self._app = app
        self._expected = f"Bearer {key}".encode()
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        limit = self._limits.get(scope["path"], SMALL)
        refusal = self._refusal(scope["path"], headers, limit)
        if refusal is not None:
            await refusal.response()(scope, receive, send)
            return
        await self._app(scope, _Counted(receive, limit), send)

    def _refusal(self, path: str, headers: Headers, limit: int) -> Refusal | None:
        given = headers.get("authorization", "").encode("utf-8", "replace")
        if path not in OPEN and not hmac.compare_digest(given, self._expected):
            return Refusal(401, "The key is missing or wrong.", code="invalid_api_key")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > limit:
            return too_large(limit)
        return None


class _Counted:
    """Reads a body that may not say how long it is."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._limit = limit
        self._left = limit

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise too_large(self._limit)
        return message


def too_large(limit: int) -> Refusal:
    size = limit // MEGABYTE
    return Refusal(413, f"The request is larger than {size} MB.", code="request_too_large")
