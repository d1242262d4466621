"""Request parameters that a service refuses: found in its words, left out, remembered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from gptdesk.providers.failure import Failure

_SUBSTITUTES = {"max_completion_tokens": "max_tokens", "max_tokens": "max_completion_tokens"}
"""Two names of one limit; services know the one or the other."""

_NEVER_DROPPED = frozenset({"model", "messages", "stream"})
_REFUSING = re.compile(
    r"(?i)unsupported|not supported|n't support|not support|unknown|unrecogni[sz]ed|unexpected"
    r"|not permitted|not allowed|invalid|deprecated|forbidden|extra (?:inputs|fields)|additional"
    r"|only (?:the )?default|only \S+ is allowed|cannot be used|must be|should be|不支持|未知|无效"
)
_LONG_ENOUGH = 8
"""Shorter names ("n", "user", "stop") are also plain words: they count only if marked as names."""

Refusals = Mapping[tuple[str, str], Iterable[str]]


class RefusedParameters:
    """Which parameters each model of each connection does not take.

    `known` is what was saved before, `save` is called with everything after each discovery, in the
    core thread. Keys are (connection_id, model).
    """

    def __init__(
        self,
        known: Refusals | None = None,
        save: Callable[[dict[tuple[str, str], tuple[str, ...]]], None] | None = None,
    ) -> None:
        self._refused = {place: set(names) for place, names in (known or {}).items()}
        self._save = save

    def of(self, connection_id: str, model: str) -> frozenset[str]:
        return frozenset(self._refused.get((connection_id, model), ()))

    def add(self, connection_id: str, model: str, name: str) -> None:
        self._refused.setdefault((connection_id, model), set()).add(name)
        if self._save is not None:
            self._save(self._all())

    def _all(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {place: tuple(sorted(names)) for place, names in self._refused.items()}

    def take_back(self, connection_id: str, model: str, name: str) -> None:
        """It was learned in vain: what was to take its place is not there either."""
        self._refused.get((connection_id, model), set()).discard(name)
        if self._save is not None:
            self._save(self._all())

    def forget(self, connection_id: str, model: str) -> None:
        """Try everything again: the service may have learned, or the user knows better."""
        if self._refused.pop((connection_id, model), None) and self._save is not None:
            self._save(self._all())

    def acceptable(
        self, connection_id: str, model: str, parameters: Mapping[str, object]
    ) -> dict[str, object]:
        """The parameters without the refused ones; a limit goes by its other name if it has one."""
        refused = self.of(connection_id, model)
        accepted = {name: value for name, value in parameters.items() if name not in refused}
        for name in parameters.keys() & refused:
            other = _SUBSTITUTES.get(name)
            if other is not None and other not in refused:
                accepted.setdefault(other, parameters[name])
        return accepted


def lost_option(name: str, options: Mapping[str, object], refused: frozenset[str]) -> str:
    """Which option of the user no longer has any effect now that `name` is refused, or empty."""
    other = _SUBSTITUTES.get(name, name)
    asked = name if name in options else other
    is_sent_otherwise = other != name and other not in refused
    return asked if asked in options and not is_sent_otherwise else ""


def refused_parameter(
    failure: Failure, sent: Iterable[str], never: frozenset[str] = _NEVER_DROPPED
) -> str:
    """The name of a sent parameter that this refusal is about, or empty."""
    if failure.status not in (None, 400, 422):
        return ""
    names = [name for name in sent if name not in never]
    named = re.split(r"[.\[]", failure.param, maxsplit=1)[0]
    if named in names:
        return named
    if not _REFUSING.search(f"{failure.message} {failure.raw} {failure.code}"):
        return ""
    text = f"{failure.message}\n{failure.raw}"
    found = {name: match.start() for name in names if (match := _mention(name, text))}
    return min(found, key=lambda name: found[name], default="")


def _mention(name: str, text: str) -> re.Match[str] | None:
    word = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    if len(name) < _LONG_ENOUGH:
        marked = rf"[\"'`“]{word}[\"'`”]"
        called = rf"(?:parameter|argument|field|property|name|key|supplied)s?:? ?{word}"
        word = rf"{marked}|{called}"
    return re.search(word, text, re.IGNORECASE)
