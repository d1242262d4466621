"""Turns the pieces of a chat answer, as services really send them, into events."""

from __future__ import annotations

from typing import Any, TypeGuard

from gptdesk.domain.events import (
    Finished,
    ProviderEvent,
    ReasoningDelta,
    TextDelta,
    UsageReported,
)
from gptdesk.domain.problems import AnswerEmpty, AnswerIncomplete
from gptdesk.providers.thoughts import ThoughtSplitter
from gptdesk.providers.usage import usage_in, usage_of

_FINISHES = {
    "length": "length",
    "max_tokens": "length",
    "max_output_tokens": "length",
    "model_length": "length",
    "content_filter": "content_filter",
    "safety": "content_filter",
    "sensitive": "content_filter",
    "prohibited_content": "content_filter",
    "recitation": "content_filter",
    "refusal": "content_filter",
}
_FAILED = frozenset(
    {"error", "abort", "cancelled", "network_error", "insufficient_system_resource"}
)


class AnswerReader:
    """Takes decoded chunks of `chat.completions` one after the other.

    Everything in a chunk may be missing, null or of another shape than agreed.
    """

    def __init__(self) -> None:
        self._thoughts = ThoughtSplitter()
        self._usage: UsageReported | None = None
        self._finish = ""
        self._has_begun = False
        self._has_text = False

    @property
    def has_begun(self) -> bool:
        return self._has_begun

    @property
    def is_finished(self) -> bool:
        """Whether the service said why the answer is over; a usage report may still come."""
        return bool(self._finish)

    def is_whole(self, body: dict[str, Any]) -> bool:
        """Whether this is an answer in one piece."""
        return bool(body.get("choices"))

    def feed(self, chunk: object) -> list[ProviderEvent]:
        if not _is_mapping(chunk):
            return []
        self._note_usage(usage_in(chunk))
        choices = chunk.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        if not _is_mapping(choice):
            return []
        delta = choice.get("delta") or choice.get("message") or {"content": choice.get("text")}
        events = self._note_words(delta) if _is_mapping(delta) else []
        if reason := choice.get("finish_reason"):
            self._finish = str(reason)
        return events

    def flush(self) -> list[ProviderEvent]:
        """What was held back, now that nothing more will come."""
        events = self._noted(list(self._thoughts.end()))
        return events if self._usage is None else [*events, self._usage]

    def conclude(self) -> Finished:
        """Why the answer is over; raises AnswerIncomplete or AnswerEmpty."""
        reason = self._finish.lower()
        if not reason or reason in _FAILED:
            raise AnswerIncomplete(f"finish_reason: {self._finish or None}")
        if not self._has_text and reason not in _FINISHES:
            raise AnswerEmpty(f"finish_reason: {self._finish}")
        return Finished(_FINISHES.get(reason, "stop"))

    def _note_words(self, delta: dict[str, Any]) -> list[ProviderEvent]:
        events: list[ProviderEvent] = []
        thought = delta.get("reasoning_content") or delta.get("reasoning")
        if isinstance(thought, str) and thought:
            events.append(ReasoningDelta(thought))
        for part in _parts(delta.get("content") or delta.get("refusal")):
            events += [part] if isinstance(part, ReasoningDelta) else self._thoughts.feed(part)
        return self._noted(events)

    def _noted(self, events: list[ProviderEvent]) -> list[ProviderEvent]:
        self._has_begun = self._has_begun or bool(events)
        self._has_text = self._has_text or any(
            isinstance(event, TextDelta) and event.text.strip() for event in events
        )
        return events

    def _note_usage(self, usage: object) -> None:
        if _is_mapping(usage):
            self._usage = usage_of(usage)


def _parts(content: object) -> list[str | ReasoningDelta]:
    """Content is a text, or a list of parts of which some are thoughts."""
    if isinstance(content, str):
        return [content]
    parts: list[str | ReasoningDelta] = []
    for part in content if isinstance(content, list) else []:
        if _is_mapping(part):
            is_thought = part.get("type") in ("thinking", "reasoning")
            text = _text(part.get("text") or part.get("thinking") or part.get("reasoning"))
            if text:
                parts.append(ReasoningDelta(text) if is_thought else text)
    return parts


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    items = value if isinstance(value, list) else []
    return "".join(_text(item.get("text")) for item in items if _is_mapping(item))


def _is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)
