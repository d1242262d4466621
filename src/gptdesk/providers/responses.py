"""The Responses API: what is asked in its words, and its typed events as ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeGuard

from gptdesk.domain.events import (
    Finished,
    ProviderEvent,
    ReasoningDelta,
    TextDelta,
    UsageReported,
)
from gptdesk.domain.problems import AnswerEmpty, AnswerIncomplete
from gptdesk.providers.failure import Failure, Refusal, failure_of_body
from gptdesk.providers.usage import usage_of

SUMMARY = "reasoning_summary"
"""Our name for the wish to hear what the model thinks; a key may not be allowed to."""
_OUR_NAMES = {
    "reasoning.summary": SUMMARY,
    "reasoning.effort": "reasoning_effort",
    "reasoning": "reasoning_effort",
    "text.verbosity": "verbosity",
    "max_output_tokens": "max_completion_tokens",
}
_CUT = {"max_output_tokens": "length", "content_filter": "content_filter"}
_TEXTS = frozenset({"response.output_text.delta", "response.refusal.delta"})
_THOUGHTS = frozenset({"response.reasoning_summary_text.delta", "response.reasoning_text.delta"})
_ENDS = frozenset({"response.completed", "response.incomplete"})
_ONLY_HERE = re.compile(
    r"only (?:be )?(?:supported|available|served|accessible|used) (?:in|by|via|through|with|on) "
    r".{0,20}responses|use (?:the )?(?:/?v1/|/)?responses|not a chat model.{0,120}responses"
    r"|not supported (?:in|with|by) the (?:/?v1/)?chat/completions",
    re.IGNORECASE | re.DOTALL,
)


def points_here(failure: Failure) -> bool:
    """Whether a refusal says that this model answers through the Responses API only."""
    if failure.status not in (None, 400, 404, 405):
        return False
    return _ONLY_HERE.search(failure.message) is not None


def body_of(
    turns: Sequence[Mapping[str, Any]], parameters: Mapping[str, object]
) -> dict[str, object]:
    """The body beside model and stream; turns and parameters are those of a chat request."""
    rest = dict(parameters)
    reasoning = _without_none(
        effort=rest.pop("reasoning_effort", None), summary=rest.pop(SUMMARY, None)
    )
    text = _without_none(verbosity=rest.pop("verbosity", None))
    limit = rest.pop("max_completion_tokens", None) or rest.pop("max_tokens", None)
    rest.pop("max_tokens", None)
    rest.pop("stream_options", None)
    named = _without_none(
        reasoning=reasoning or None, text=text or None, max_output_tokens=limit, store=False
    )
    return {"input": [_item(turn) for turn in turns], **rest, **named}


def in_our_names(failure: Failure) -> Failure:
    """The refusal as if it spoke of the parameters of a chat request."""
    message, raw = failure.message, failure.raw
    for theirs, ours in _OUR_NAMES.items():
        word = rf"(?<![\w.-]){re.escape(theirs)}(?![\w.-])"
        message, raw = re.sub(word, ours, message), re.sub(word, ours, raw)
    param = _OUR_NAMES.get(failure.param, failure.param)
    return replace(failure, message=message, raw=raw, param=param)


class ResponseReader:
    """Takes decoded events of `responses` one after the other, as AnswerReader does for chat."""

    def __init__(self) -> None:
        self._usage: UsageReported | None = None
        self._reason = ""
        self._has_begun = False
        self._has_text = False

    @property
    def has_begun(self) -> bool:
        return self._has_begun

    @property
    def is_finished(self) -> bool:
        return bool(self._reason)

    def is_whole(self, body: dict[str, Any]) -> bool:
        """Whether this is an answer in one piece."""
        return isinstance(body.get("output"), list)

    def feed(self, chunk: object) -> list[ProviderEvent]:
        """Raises a Refusal where the service says that it failed."""
        if not _is_mapping(chunk):
            return []
        kind = chunk.get("type")
        if kind in _TEXTS:
            return self._said(TextDelta, chunk.get("delta"))
        if kind in _THOUGHTS:
            return self._said(ReasoningDelta, chunk.get("delta"))
        if kind == "response.reasoning_summary_part.added" and chunk.get("summary_index"):
            return self._said(ReasoningDelta, "\n\n")
        response = chunk.get("response")
        if kind == "response.failed" and _is_mapping(response):
            failure = failure_of_body(None, {"error": response.get("error") or {"code": kind}})
            raise Refusal(failure, can_resend=not self._has_begun)
        if kind in _ENDS and _is_mapping(response):
            self._end(response)
        elif self.is_whole(chunk):
            return self._whole(chunk)
        return []

    def flush(self) -> list[ProviderEvent]:
        return [] if self._usage is None else [self._usage]

    def conclude(self) -> Finished:
        if not self._reason:
            raise AnswerIncomplete("no response.completed")
        if self._reason == "stop" and not self._has_text:
            raise AnswerEmpty("response.completed")
        return Finished(self._reason)

    def _said(
        self, kind: type[TextDelta] | type[ReasoningDelta], text: object
    ) -> list[ProviderEvent]:
        if not isinstance(text, str) or not text:
            return []
        self._has_begun = True
        self._has_text = self._has_text or (kind is TextDelta and bool(text.strip()))
        return [kind(text)]

    def _end(self, response: dict[str, Any]) -> None:
        usage = response.get("usage")
        if _is_mapping(usage):
            self._usage = usage_of(usage)
        cut = response.get("incomplete_details")
        if response.get("status") == "incomplete" or _is_mapping(cut):
            reason = cut.get("reason") if _is_mapping(cut) else ""
            self._reason = _CUT.get(str(reason), "length")
        else:
            self._reason = "stop"

    def _whole(self, response: dict[str, Any]) -> list[ProviderEvent]:
        """A service that does not stream sends it all at once."""
        self._end(response)
        events: list[ProviderEvent] = []
        for item in filter(_is_mapping, response["output"]):
            kind = ReasoningDelta if item.get("type") == "reasoning" else TextDelta
            for part in item.get("content") or item.get("summary") or []:
                if _is_mapping(part):
                    events += self._said(kind, part.get("text") or part.get("refusal"))
        return events


def _item(turn: Mapping[str, Any]) -> dict[str, object]:
    """A turn of a chat request in the words of this interface."""
    content = turn["content"]
    if not isinstance(content, str):
        content = [_part(part) for part in content]
    return {"role": turn["role"], "content": content}


def _part(part: Mapping[str, Any]) -> Mapping[str, Any]:
    match part:
        case {"type": "text", "text": text}:
            return {"type": "input_text", "text": text}
        case {"type": "image_url", "image_url": {"url": address}}:
            return {"type": "input_image", "image_url": address}
    return part


def _without_none(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)
