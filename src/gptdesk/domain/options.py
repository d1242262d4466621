"""What a person may set for the answers of a conversation; set nothing, and nothing is sent."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

HOTTEST = 2.0
LIMIT = "max_completion_tokens"
"""The API's name for the longest answer; services that know another one are seen to later."""


@dataclass(frozen=True, slots=True)
class ChatOptions:
    """None and "" mean: the model decides. `longest_answer` counts tokens."""

    temperature: float | None = None
    top_p: float | None = None
    longest_answer: int | None = None
    effort: str = ""
    verbosity: str = ""

    @property
    def is_default(self) -> bool:
        return self == ChatOptions()

    def as_parameters(self) -> dict[str, object]:
        """Those that are set, in the names of the API."""
        named: dict[str, object] = {
            "temperature": self.temperature,
            "top_p": self.top_p,
            LIMIT: self.longest_answer,
            "reasoning_effort": self.effort or None,
            "verbosity": self.verbosity or None,
        }
        return {name: value for name, value in named.items() if value is not None}


def options_text(options: ChatOptions) -> str:
    """What is kept on the disk: only what is set, so that most conversations keep nothing."""
    values = {name: value for name, value in asdict(options).items() if value not in (None, "")}
    return json.dumps(values) if values else ""


def options_of(text: str) -> ChatOptions:
    """What was kept; values that no longer fit are as if they had never been set."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return ChatOptions()
    if not isinstance(found, dict):
        return ChatOptions()
    known = {field.name for field in fields(ChatOptions)}
    kept = {name: value for name, value in found.items() if name in known and _fits(name, value)}
    return ChatOptions(**kept)


def _fits(name: str, value: object) -> bool:
    if name in ("effort", "verbosity"):
        return isinstance(value, str)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if name == "longest_answer":
        return isinstance(value, int) and value > 0
    return 0.0 <= value <= (HOTTEST if name == "temperature" else 1.0)
