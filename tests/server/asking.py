"""Asks the test service as the core thread would, and keeps what came of it."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, field

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.events import ReasoningDelta, TextDelta
from gptdesk.domain.messages import Message, Role
from gptdesk.domain.problems import Problem
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.client import Clients, Patience
from gptdesk.providers.request import Dialect
from server.app import CHAT

KEY = "sk-Secret0123456789abcdefghijKLMN"
MODEL = "gpt-gone"
QUICK = Patience(connect=2.0, first=0.05, between=0.05, local_first=0.05, tail=0.05, listing=0.05)
CALM = Patience(tail=0.05)


@dataclass
class Heard:
    """The events of one answer, and the Problem that ended it."""

    events: list = field(default_factory=list)
    problem: Problem | None = None

    @property
    def text(self):
        return "".join(event.text for event in self.events if isinstance(event, TextDelta))

    @property
    def thought(self):
        return "".join(event.text for event in self.events if isinstance(event, ReasoningDelta))

    def of(self, kind):
        return [event for event in self.events if isinstance(event, kind)]


class Asker:
    """Asks one question at a time; every call has clients of its own."""

    def __init__(self, server):
        self._server = server

    def endpoint(self, base_url="", key=KEY):
        return Endpoint("c", base_url or self._server.base_url, key)

    def __call__(
        self,
        *behaviours,
        endpoint=None,
        patience=CALM,
        refused=None,
        dialect=None,
        path=CHAT,
        **options,
    ):
        self._server.script(behaviours, path)
        return asyncio.run(
            self.ask(endpoint or self.endpoint(), patience, refused, options, dialect)
        )

    async def ask(self, endpoint, patience, refused, options, dialect=None):
        clients = Clients(patience)
        heard = Heard()
        try:
            chat = OpenAIChat(clients, refused, lambda _endpoint, _model: dialect or Dialect())
            await self.listen(chat, endpoint, heard, options)
        finally:
            await clients.aclose()
        return heard

    async def listen(self, chat, endpoint, heard, options):
        history = [Message(Role.SYSTEM, "Be brief."), Message(Role.USER, "你好")]
        try:
            async with aclosing(chat.stream(endpoint, MODEL, history, options)) as events:
                async for event in events:
                    heard.events.append(event)
        except Problem as problem:
            heard.problem = problem
