"""Closes what httpcore2 leaves open when a SOCKS proxy refuses or stays silent."""

from __future__ import annotations

from typing import Any

import httpx2


class SocksLines:
    """A trace of one request; may hand the marks on to another one.

    WORKAROUND(httpcore2 2.x): its SOCKS connection forgets the stream if the greeting fails. It
    can go when `test_a_wrong_password_of_the_proxy_is_said_to_be_that` passes without it.
    """

    def __init__(self) -> None:
        self._stream: Any = None

    async def __call__(self, name: str, info: dict[str, Any]) -> None:
        if name == "socks.connect_tcp.complete":
            self._stream = info.get("return_value")
        elif name in ("socks.setup_socks5_connection.failed", "socks.start_tls.failed"):
            stream, self._stream = self._stream, None
            if stream is not None:
                await stream.aclose()


async def watch_socks(request: httpx2.Request) -> None:
    """An event hook: every request watches its own line."""
    request.extensions.setdefault("trace", SocksLines())
