"""What goes into a request beside the conversation: what was asked for, as the service takes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gptdesk.domain.addresses import host_of
from gptdesk.domain.catalogue import Api, ModelFacts, Task
from gptdesk.domain.connections import Endpoint

LIMITS = ("max_completion_tokens", "max_tokens")
OPENAI_HOST = "api.openai.com"
OPENAI = "openai"
"""The preset of OpenAI in the catalogue."""
CHAT_ENDPOINT = "chat/completions"
"""Stands among the refused parameters of a model that only the Responses API serves."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a model at a service wants to be asked: facts of the model, quirks of the service."""

    facts: ModelFacts = field(default_factory=lambda: ModelFacts("", "", Task.CHAT))
    quirks: Mapping[str, object] = field(default_factory=dict)

    @property
    def refuses(self) -> frozenset[str]:
        """Parameters that the model refuses, or the service for all of its models."""
        everywhere = self.quirks.get("refuses")
        named = everywhere if isinstance(everywhere, list | tuple) else ()
        return self.facts.refuses | {name for name in named if isinstance(name, str)}


def parameters_for(
    options: Mapping[str, object], dialect: Dialect, endpoint: Endpoint
) -> dict[str, object]:
    """The parameters of a chat request, none of which the model is known to refuse."""
    sent: dict[str, object] = {}
    if dialect.quirks.get("stream_options") is not False:
        sent["stream_options"] = {"include_usage": True}
    if is_openai_itself(endpoint):
        sent["store"] = False  # kept by the service for a month otherwise
    for name, value in options.items():
        if _is_taken(name, value, dialect.facts):
            sent[_name(name, dialect)] = _within(name, value, dialect.quirks)
    refused = dialect.refuses
    return {name: value for name, value in sent.items() if name not in refused}


def left_out(
    options: Mapping[str, object], sent: Iterable[str], dialect: Dialect
) -> tuple[str, ...]:
    """Which options of the user are not among what is sent."""
    there = set(sent)
    return tuple(name for name in options if not {name, _name(name, dialect)} & there)


def is_openai_itself(endpoint: Endpoint) -> bool:
    """By the host, not by the preset: a gateway in front of it is another service."""
    host = host_of(endpoint.base_url)
    return host == OPENAI_HOST or host.endswith(f".{OPENAI_HOST}")


def api_of(dialect: Dialect, endpoint: Endpoint, refused: frozenset[str]) -> Api:
    """The Responses API only where it is known to be, or where a refusal sent us there."""
    if CHAT_ENDPOINT in refused:
        return Api.RESPONSES
    is_openai = endpoint.service == OPENAI or is_openai_itself(endpoint)
    is_there = is_openai or dialect.quirks.get("responses") is True
    return dialect.facts.api if is_there else Api.CHAT


def _is_taken(name: str, value: object, facts: ModelFacts) -> bool:
    """Effort and verbosity have values of their own for each model: only known ones are sent."""
    known = {"reasoning_effort": facts.efforts, "verbosity": facts.verbosities}
    return name not in known or value in known[name]


def _name(name: str, dialect: Dialect) -> str:
    if name not in LIMITS:
        return name
    quirk = dialect.quirks.get("limit_name")
    wanted = dialect.facts.limit_name or (quirk if isinstance(quirk, str) else "")
    return wanted or name


def _within(name: str, value: object, quirks: Mapping[str, object]) -> object:
    hottest = quirks.get("temperature_max")
    if name == "temperature" and isinstance(hottest, int | float):
        assert isinstance(value, int | float)
        return min(value, hottest)
    return value
