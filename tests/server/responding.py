"""How OpenAI answers through the Responses API."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from server.behaviours import event, pieces
from server.wire import Exchange


def typed(kind: str, **fields: Any) -> dict[str, Any]:
    """One event of a streamed response."""
    return {"type": kind, "sequence_number": 0, **fields}


@dataclass(frozen=True)
class Respond:
    """A good answer, streamed if that was asked for.

    `cut` ends it as incomplete for that reason, `failure` as failed with that error; `thought`
    comes first as a summary; `ends` False leaves the stream without its last event.
    """

    text: str = "Hello."
    size: int = 4
    delay: float = 0.0
    thought: str = ""
    cut: str = ""
    failure: Mapping[str, Any] | None = None
    ends: bool = True

    async def play(self, exchange: Exchange) -> None:
        if not (exchange.request.json or {}).get("stream"):
            await exchange.answer(200, json.dumps(self._whole()).encode())
            return
        await exchange.begin()
        await exchange.piece(event(typed("response.created", response={"error": None})))
        for part in pieces(self.thought, self.size):
            await exchange.piece(event(typed("response.reasoning_summary_text.delta", delta=part)))
        for part in pieces(self.text, self.size):
            if self.delay:
                await asyncio.sleep(self.delay)
            await exchange.piece(event(typed("response.output_text.delta", delta=part)))
        await exchange.piece(event(typed("response.output_text.done", text=self.text)))
        if self.ends:
            await exchange.piece(event(self._last()))
        await exchange.end()

    def _last(self) -> dict[str, Any]:
        if self.failure is not None:
            failed = {"status": "failed", "error": dict(self.failure)}
            return typed("response.failed", response=failed)
        kind = "response.incomplete" if self.cut else "response.completed"
        return typed(kind, response=self._whole())

    def _whole(self) -> dict[str, Any]:
        parts = [{"type": "output_text", "text": self.text}]
        return {
            "object": "response",
            "status": "incomplete" if self.cut else "completed",
            "error": None,
            "incomplete_details": {"reason": self.cut} if self.cut else None,
            "output": [{"type": "message", "role": "assistant", "content": parts}],
            "usage": {"input_tokens": 11, "output_tokens": 5, "total_tokens": 16},
        }
