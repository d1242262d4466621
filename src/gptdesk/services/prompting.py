"""A chat model words a description of a picture more clearly; nothing of it becomes a chat."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass

from gptdesk.domain.catalogue import Task
from gptdesk.domain.connections import OFFLINE_ID, Connection
from gptdesk.domain.costs import Estimate, Usage
from gptdesk.domain.events import TextDelta, UsageReported
from gptdesk.domain.messages import Message, Role
from gptdesk.domain.models import likely_for_chat
from gptdesk.domain.ports import ChatProvider
from gptdesk.domain.problems import AnswerEmpty, ModelNotFound
from gptdesk.domain.settings import Settings
from gptdesk.domain.tokens import rough_count
from gptdesk.services.billing import Accountant
from gptdesk.services.connections import ConnectionService
from gptdesk.services.estimating import Draft, EstimateService

TASK = (
    "You improve descriptions for an image model. Rewrite the description between the lines so "
    "that it says clearly what is seen, where it stands, the light, the mood and the manner of "
    "drawing. Keep its language, its meaning, every name and every quoted word. At most 90 words. "
    "Answer with the new description alone, without quotation marks and without any comment."
)
FRAME = "---\n{prompt}\n---"
LONGEST = 4000
"""Characters; an answer beyond that is no description."""


@dataclass(frozen=True, slots=True)
class Adviser:
    """Who words it: a connection and its model, and what that will cost."""

    connection: Connection
    model: str
    estimate: Estimate


class PromptHelp:
    """Asks the connection that chats use."""

    def __init__(
        self,
        connections: ConnectionService,
        provider: ChatProvider,
        estimates: EstimateService | None = None,
        accountant: Accountant | None = None,
    ) -> None:
        self._connections = connections
        self._provider = provider
        self._estimates = estimates
        self._accountant = accountant

    async def adviser(self, settings: Settings, prompt: str) -> Adviser | None:
        """The connection that new chats use, else the first one; None if there is none."""
        connections = await self._connections.all()
        if not connections:
            return None
        wanted = settings.connection_id
        connection = next((c for c in connections if c.id == wanted), connections[0])
        model = _chosen(settings, connection)
        estimate = Estimate()
        if self._estimates is not None and model:
            text = f"{TASK}\n{FRAME.format(prompt=prompt)}"
            estimate = await self._estimates.chat(Draft(connection, model, text))
        return Adviser(connection, model, estimate)

    async def improved(self, adviser: Adviser, prompt: str) -> str:
        """The description in better words; raises the Problem there was, or AnswerEmpty."""
        connection = adviser.connection
        model = adviser.model or await self._model(connection)
        history = (
            Message(Role.SYSTEM, TASK),
            Message(Role.USER, FRAME.format(prompt=prompt)),
        )
        said: list[str] = []
        reported: UsageReported | None = None
        async with (
            self._connections.endpoint(connection, model) as endpoint,
            aclosing(self._provider.stream(endpoint, model, history, {})) as events,
        ):
            async for event in events:
                if isinstance(event, TextDelta):
                    said.append(event.text)
                elif isinstance(event, UsageReported):
                    reported = event
        text = _cleaned("".join(said))
        await self._note(connection, model, history, text, reported)
        if not text or len(text) > LONGEST:
            raise AnswerEmpty
        return text

    async def _model(self, connection: Connection) -> str:
        listed = await self._connections.models(connection)
        model = likely_for_chat(listed, connection.service)
        if not model:
            raise ModelNotFound
        return model

    async def _note(
        self,
        connection: Connection,
        model: str,
        history: tuple[Message, ...],
        text: str,
        reported: UsageReported | None,
    ) -> None:
        if self._accountant is None:
            return
        if reported is not None:
            usage = Usage(
                reported.input_tokens,
                reported.output_tokens,
                reported.cached_tokens or 0,
                reported.reasoning_tokens or 0,
            )
        else:
            sent = sum(rough_count(turn.text).high for turn in history)
            usage = Usage(sent, rough_count(text).high)
        await self._accountant.note(
            Task.CHAT, connection, model, usage, is_estimate=reported is None
        )


def _chosen(settings: Settings, connection: Connection) -> str:
    if connection.id == OFFLINE_ID:
        return settings.pack_model or connection.model
    if connection.id == settings.connection_id and settings.model:
        return settings.model
    return connection.model


def _cleaned(text: str) -> str:
    """Without the lines and quotation marks that models put around all the same."""
    text = text.strip().strip("-").strip()
    for first, last in (('"', '"'), ("“", "”"), ("「", "」")):
        if text.startswith(first) and text.endswith(last) and text.count(first) <= 2:
            text = text[1:-1].strip()
    return text
