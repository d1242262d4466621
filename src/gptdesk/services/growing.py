"""An answer while it grows, kept on disk every second."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from types import TracebackType

from gptdesk.domain.messages import ChatMessage
from gptdesk.domain.ports import ConversationStore

CHECKPOINT_SECONDS = 1.0


class GrowingAnswer:
    """Collects what arrives; is stored with its first words, and again at each checkpoint.

    As an async context it ends its own task; what became of the answer is decided by the caller.
    """

    def __init__(
        self,
        store: ConversationStore,
        message: ChatMessage,
        *,
        is_stored: bool = False,
        interval: float = CHECKPOINT_SECONDS,
    ) -> None:
        self._store = store
        self._message = message
        self._text = [message.text]
        self._reasoning = [message.reasoning]
        self._is_stored = is_stored
        self._is_dirty = False
        self._interval = interval
        self._task: asyncio.Task[None] | None = None

    @property
    def message(self) -> ChatMessage:
        """What there is of it now."""
        return replace(self._message, text="".join(self._text), reasoning="".join(self._reasoning))

    @property
    def is_stored(self) -> bool:
        return self._is_stored

    def set_model(self, model: str) -> None:
        """Which model writes it, known when the request goes out."""
        self._message = replace(self._message, model=model)

    async def add_text(self, text: str) -> None:
        self._text.append(text)
        await self._grown()

    async def add_reasoning(self, text: str) -> None:
        self._reasoning.append(text)
        await self._grown()

    async def __aenter__(self) -> GrowingAnswer:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _grown(self) -> None:
        self._is_dirty = True
        if not self._is_stored:
            self._is_stored = True
            await self._store.add(self.message)
        if self._task is None:
            self._task = asyncio.create_task(self._checkpoints())

    async def _checkpoints(self) -> None:
        while True:
            await asyncio.sleep(self._interval)
            if self._is_dirty:
                self._is_dirty = False
                message = self.message
                await self._store.checkpoint(message.id, message.text, message.reasoning)
