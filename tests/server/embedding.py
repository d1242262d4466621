"""Turns texts into vectors: texts that share letters lie near each other."""

from __future__ import annotations

import base64
import json
import struct
from dataclasses import dataclass

from server.wire import Exchange

EMBEDDINGS = "/v1/embeddings"
SIZE = 24


def vector(text: str) -> list[float]:
    """How often each letter occurs, in a few bins."""
    bins = [0.0] * SIZE
    for letter in text.lower():
        bins[ord(letter) % SIZE] += 1.0
    return bins


@dataclass(frozen=True)
class Embeds:
    """A good answer; `is_backwards` lists the last text first, as the API allows."""

    counts: bool = True
    is_backwards: bool = False
    as_base64: bool = False
    missing: int = 0

    async def play(self, exchange: Exchange) -> None:
        asked = exchange.request.json
        texts = asked["input"] if isinstance(asked["input"], list) else [asked["input"]]
        entries = [
            {"object": "embedding", "index": number, "embedding": self._given(vector(text))}
            for number, text in enumerate(texts)
        ]
        entries = entries[: len(entries) - self.missing]
        answer = {"object": "list", "model": asked["model"], "data": entries}
        if self.is_backwards:
            answer["data"] = entries[::-1]
        if self.counts:
            tokens = sum(len(text) for text in texts)
            answer["usage"] = {"prompt_tokens": tokens, "total_tokens": tokens}
        await exchange.answer(200, json.dumps(answer).encode())

    def _given(self, numbers: list[float]) -> list[float] | str:
        if not self.as_base64:
            return numbers
        return base64.b64encode(struct.pack(f"<{len(numbers)}f", *numbers)).decode()
