"""Asks the test service for pictures as the core thread would, and keeps what came of it."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, field

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.image_ports import ImageRequest, ImagesPaid, PartialArrived, PictureArrived
from gptdesk.domain.images import Way
from gptdesk.domain.problems import Problem
from gptdesk.providers.client import Clients, Patience
from gptdesk.providers.images import OpenAIImages
from gptdesk.providers.request import Dialect

KEY = "sk-Secret0123456789abcdefghijKLMN"
CALM = Patience(tail=0.05)
QUICK = Patience(connect=2.0, first=0.05, between=0.05, local_first=0.05, picture=0.05)


@dataclass
class Seen:
    """What came of one request, and the Problem that ended it."""

    arrivals: list = field(default_factory=list)
    problem: Problem | None = None

    def of(self, kind):
        return [one for one in self.arrivals if isinstance(one, kind)]

    @property
    def pictures(self):
        return self.of(PictureArrived)

    @property
    def partials(self):
        return self.of(PartialArrived)

    @property
    def paid(self):
        return self.of(ImagesPaid)


class PictureAsker:
    """Makes one request at a time; every call has clients of its own."""

    def __init__(self, server):
        self._server = server

    def endpoint(self, base_url="", service=""):
        return Endpoint("c", base_url or self._server.base_url, KEY, service=service)

    def __call__(
        self,
        request=None,
        *,
        dialect=None,
        refused=None,
        patience=CALM,
        endpoint=None,
        stop_after=None,
        **parameters,
    ):
        asked = request or ImageRequest(Way.MAKE, "gpt-image-test", "一只猫", parameters)
        endpoint = endpoint or self.endpoint()
        return asyncio.run(self._ask(asked, dialect, refused, patience, endpoint, stop_after))

    async def _ask(self, asked, dialect, refused, patience, endpoint, stop_after):
        clients, seen = Clients(patience), Seen()
        try:
            provider = OpenAIImages(clients, refused, lambda _e, _m: dialect or Dialect())
            async with aclosing(provider.pictures(endpoint, asked)) as arriving:
                async for arrival in arriving:
                    seen.arrivals.append(arrival)
                    if stop_after is not None and len(seen.arrivals) >= stop_after:
                        break
        except Problem as problem:
            seen.problem = problem
        finally:
            await clients.aclose()
        return seen
