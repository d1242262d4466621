"""Fetches a picture from the address that a service gave, and from nowhere it must not lead.

An answer is not to be trusted: it may neither make the app look into the user's own network nor
see the key. So no key goes along, redirects are judged like addresses, and the size is limited.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from urllib.parse import urljoin

import httpx2

from gptdesk.domain.addresses import host_of, is_loopback, is_private
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.problems import PictureNotFetched, Problem, TimedOut
from gptdesk.providers.client import Clients
from gptdesk.providers.errors import FORESEEN

MOST_BYTES = 100 << 20
TRIES, REDIRECTS = 3, 3


class PictureFetch:
    """Goes the same way out as the request did."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients

    async def fetch(self, endpoint: Endpoint, url: str) -> bytes:
        """The bytes; raises PictureNotFetched. What passes is tried again: asking anew would
        cost another picture."""
        detail = ""
        for _ in range(TRIES):
            try:
                return await self._once(endpoint, url)
            except _Never as refusal:
                detail = str(refusal)
                break
            except Problem as problem:
                detail = problem.detail
            except FORESEEN as error:
                place = replace(endpoint, base_url=url, key="")
                detail = self._clients.translate(error, place).detail
        raise PictureNotFetched(host_of(url), url, detail)

    async def _once(self, endpoint: Endpoint, url: str) -> bytes:
        patience = self._clients.patience
        timeout = httpx2.Timeout(patience.between, connect=patience.connect)
        place = url
        if not is_private(endpoint.base_url) and not is_private(url):
            place = _secured(url)
        async with self._clients.fresh(replace(endpoint, key=""), timeout) as client:
            for _ in range(REDIRECTS + 1):
                _check(endpoint, place)
                async with client.stream("GET", place) as response:
                    if response.is_redirect:
                        place = urljoin(place, response.headers.get("location", ""))
                        continue
                    return await self._body(response, patience.picture)
        raise _Never("too many redirects")

    async def _body(self, response: httpx2.Response, seconds: float) -> bytes:
        if response.status_code != 200:
            kind = _Never if 400 <= response.status_code < 500 else Problem
            raise kind(f"HTTP {response.status_code}")
        pieces, length = [], 0
        try:
            async with asyncio.timeout(seconds):
                async for piece in response.aiter_bytes():
                    length += len(piece)
                    if length > MOST_BYTES:
                        raise _Never(f"more than {MOST_BYTES} bytes")
                    pieces.append(piece)
        except TimeoutError:
            raise TimedOut("between", "the picture came too slowly") from None
        if not length:
            raise Problem("0 bytes")
        return b"".join(pieces)


def _secured(url: str) -> str:
    """Some services write addresses without TLS to places that have it."""
    scheme, rest = url[:5].lower(), url[5:]
    return f"https:{rest}" if scheme == "http:" else url


class _Never(Exception):
    """Trying again would not help."""


def _check(endpoint: Endpoint, url: str) -> None:
    """A service outside may name any place outside; one of the user's own only itself."""
    scheme, host = url.partition(":")[0].lower(), host_of(url)
    if scheme not in ("http", "https") or not host:
        raise _Never(f"no web address: {url[:40]}")
    if is_private(endpoint.base_url):
        is_same = host == host_of(endpoint.base_url)
        both_here = is_loopback(url) and is_loopback(endpoint.base_url)
        if is_same or both_here or (scheme == "https" and not is_private(url)):
            return
    elif scheme == "https" and not is_private(url):
        return
    raise _Never(f"an address that is not asked: {scheme}://{host}")
