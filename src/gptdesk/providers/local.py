"""Looks for servers on this computer: a short knock, then the list of models."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import httpx2

from gptdesk.domain.addresses import is_loopback
from gptdesk.domain.local_servers import Listening
from gptdesk.domain.problems import Problem
from gptdesk.providers.listing import model_names

KNOCK_SECONDS = 0.5
ANSWER_SECONDS = 2.0


class LocalFinder:
    """Asks addresses of this computer only, never through a proxy and without any key."""

    def __init__(self, knock: float = KNOCK_SECONDS, answer: float = ANSWER_SECONDS) -> None:
        self._knock = knock
        self._answer = answer

    async def listening(self, base_urls: Sequence[str]) -> tuple[Listening, ...]:
        """Those at which an API answers, in the given order."""
        here = [url for url in base_urls if is_loopback(url)]
        found = await asyncio.gather(*map(self._one, here))
        return tuple(one for one in found if one is not None)

    async def _one(self, base_url: str) -> Listening | None:
        url = httpx2.URL(base_url)
        try:
            async with asyncio.timeout(self._knock):
                _, writer = await asyncio.open_connection("127.0.0.1", url.port or 80)
            writer.close()
            return await self._asked(base_url, url)
        except (OSError, TimeoutError, httpx2.HTTPError, Problem):
            return None

    async def _asked(self, base_url: str, url: httpx2.URL) -> Listening | None:
        address = str(url.copy_with(host="127.0.0.1")).rstrip("/") + "/models"
        async with (
            asyncio.timeout(self._answer),
            httpx2.AsyncClient(trust_env=False, verify=False) as http,
        ):
            response = await http.get(address)
        if response.status_code == 401:
            return Listening(base_url, needs_key=True)
        if response.status_code != 200:
            return None
        names = model_names(response)
        return Listening(base_url, names, _owners(response))


def _owners(response: httpx2.Response) -> frozenset[str]:
    """Who the entries belong to: many programs put their own name there."""
    entries = response.json()
    entries = entries.get("data") if isinstance(entries, dict) else entries
    if not isinstance(entries, list):
        return frozenset()
    named = (str(one.get("owned_by", "")) for one in entries if isinstance(one, dict))
    return frozenset(name.lower() for name in named if name)
