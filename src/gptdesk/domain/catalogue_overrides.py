"""What the user knows better: facts of a model that stand above those of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gptdesk.domain.catalogue import ModelFacts, Price
from gptdesk.domain.catalogue_fields import FACTS, PRICE, Reader

_FIXED = frozenset({"line", "successor", "as_of", "source"})
"""What only the data files say."""


def with_overrides(facts: ModelFacts, overrides: Mapping[str, object]) -> ModelFacts:
    """The facts with every override that can be read, written as in the data files.

    A price is changed figure by figure. `None` takes a fact back to "not known". What cannot be
    read is left out: an override comes from a file that people may edit, and must not stop them.
    """
    wanted = {name: value for name, value in overrides.items() if name not in _FIXED}
    changed = _readable(wanted, FACTS, ModelFacts("", "", facts.task))
    figures = overrides.get("price")
    if isinstance(figures, Mapping):
        known = _readable(figures, PRICE, Price())
        changed["price"] = replace(facts.price or Price(), **known)  # type: ignore[arg-type]
    return replace(facts, **changed)  # type: ignore[arg-type]


def _readable(
    wanted: Mapping[str, object], readers: Mapping[str, Reader], unknown: ModelFacts | Price
) -> dict[str, object]:
    read: dict[str, object] = {}
    for name, value in wanted.items():
        if name not in readers:
            continue
        try:
            read[name] = getattr(unknown, name) if value is None else readers[name](value)
        except (TypeError, ValueError):
            continue
    return read
