"""Reads how many tokens a request used, in every form in which services report it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gptdesk.domain.events import UsageReported

CACHED = ("prompt_cache_hit_tokens", "cached_tokens", "cache_read_input_tokens")
"""Names at the top of a report, where OpenAI has `prompt_tokens_details.cached_tokens`."""
WRITTEN = "cache_creation_input_tokens"
"""The same for `prompt_tokens_details.cache_write_tokens`."""


def usage_in(chunk: Mapping[str, Any]) -> object:
    """The report that a piece of an answer carries: beside its choices, inside one, or hidden."""
    if chunk.get("usage"):
        return chunk["usage"]
    choices = chunk.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    if isinstance(choice, dict) and choice.get("usage"):
        return choice["usage"]
    hidden = chunk.get("x_groq")
    return hidden.get("usage") if isinstance(hidden, dict) else None


def usage_of(report: Mapping[str, Any]) -> UsageReported:
    """Thoughts count as output also where the service lists them apart from it."""
    given = _details(report, "prompt_tokens_details", "input_tokens_details")
    made = _details(report, "completion_tokens_details", "output_tokens_details")
    input_tokens = _first(report, "prompt_tokens", "input_tokens")
    output_tokens = _first(report, "completion_tokens", "output_tokens")
    reasoning = _first(made, "reasoning_tokens") or _first(report, "reasoning_tokens") or 0
    apart = _apart(report, input_tokens, output_tokens)
    if output_tokens is not None:
        output_tokens += apart
    return UsageReported(
        input_tokens,
        output_tokens,
        cached_tokens=_first(given, "cached_tokens") or _first(report, *CACHED) or 0,
        reasoning_tokens=max(reasoning, apart),
        picture_tokens=_first(given, "image_tokens") or 0,
        audio_input=_first(given, "audio_tokens") or 0,
        audio_output=_first(made, "audio_tokens") or 0,
        written_tokens=_first(given, "cache_write_tokens") or _first(report, WRITTEN) or 0,
    )


def _apart(report: Mapping[str, Any], given: int | None, made: int | None) -> int:
    """What the total has more than its parts: thoughts that are paid for but not listed."""
    total = count(report.get("total_tokens"))
    if total is None or given is None or made is None:
        return 0
    return max(0, total - given - made)


def _details(report: Mapping[str, Any], *names: str) -> Mapping[str, Any]:
    return next((report[name] for name in names if isinstance(report.get(name), dict)), {})


def _first(report: Mapping[str, Any], *names: str) -> int | None:
    """The first of these counts that is there and more than nothing, or else 0 or None."""
    counts = [found for name in names if (found := count(report.get(name))) is not None]
    return next((found for found in counts if found), counts[0] if counts else None)


def count(value: object) -> int | None:
    """A number of tokens; whole floats are taken, anything else is not one."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and value >= 0 else None
