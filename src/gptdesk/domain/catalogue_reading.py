"""Reads the catalogue from its data files (docs/catalogue.md tells editors how they are made)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Service, Task
from gptdesk.domain.catalogue_fields import (
    FACTS,
    KINDS,
    SERVICE,
    CatalogueBroken,
    read_fields,
    words,
)
from gptdesk.domain.catalogue_matching import Entry, Models
from gptdesk.domain.resources import resource_root

FORMAT = 1
_NAMES = ("name", "also", "pattern", "family")


@cache
def load_catalogue(folder: Path | None = None) -> Catalogue:
    """The catalogue that comes with the app, read once; or that of another folder."""
    folder = folder or resource_root() / "catalogue"
    found = [one for path in _files(folder / "services") for one in _services(path)]
    services = {one.id: one for one in sorted(found, key=lambda one: KINDS.index(one.kind))}
    entries = [entry for path in _files(folder / "models") for entry in _entries(path, services)]
    return Catalogue(
        tuple(services.values()), _newest(services, entries), Models(entries, services)
    )


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise CatalogueBroken(f"{path.name}: {error}") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise CatalogueBroken(f'{path.name}: it has to begin with "format": {FORMAT}')
    return document


def _services(path: Path) -> Iterator[Service]:
    document = _document(path)
    common = {name: document[name] for name in ("kind", "as_of", "source") if name in document}
    for number, item in enumerate(document["services"], start=1):
        where = f"{path.name}: {item.get('id') or f'service {number}'}"
        fields = read_fields({**common, **item}, SERVICE, where)
        try:
            yield Service(**fields)
        except TypeError as error:  # a field without a default is missing
            raise CatalogueBroken(f"{where}: {str(error).partition('() ')[2]}") from error


def _entries(path: Path, services: Mapping[str, Service]) -> Iterator[Entry]:
    document = _document(path)
    maker = document.get("service", "")
    if maker and maker not in services:
        raise CatalogueBroken(f"{path.name}: there is no service {maker!r}")
    common: dict[str, Any] = {
        name: document[name] for name in ("as_of", "source") if name in document
    }
    families = document.get("families", {})
    for number, item in enumerate(document["models"], start=1):
        where = f"{path.name}: {item.get('name') or item.get('pattern') or f'model {number}'}"
        yield _entry(item, where, maker, {**common, **_family(item, families, where)})


def _family(item: Mapping[str, Any], families: Mapping[str, Any], where: str) -> dict[str, Any]:
    """What all models of a family share; it may build on another family itself."""
    name = item.get("family", "")
    if not name:
        return {}
    if name not in families:
        raise CatalogueBroken(f"{where}: there is no family {name!r}")
    family = dict(families[name])
    return {**_family(family, families, where), **family}


def _entry(item: Mapping[str, Any], where: str, maker: str, shared: Mapping[str, Any]) -> Entry:
    merged = {**shared, **item}
    is_known = not merged.pop("is_by_a_word", False)
    own = {name: merged.pop(name) for name in _NAMES if name in merged}
    patterns = own.get("pattern", [])
    names = words([own["name"]] if "name" in own else []) + words(own.get("also", []))
    if not names and not patterns:
        raise CatalogueBroken(f"{where}: a model needs a name or a pattern")
    fields = read_fields(merged, FACTS, where)
    task = fields.pop("task", Task.CHAT)
    title = names[0] if names else ""
    facts = ModelFacts(title, maker, task, is_known=is_known, **fields)
    return Entry(facts, names, words([patterns] if isinstance(patterns, str) else patterns))


def _newest(services: Mapping[str, Service], entries: list[Entry]) -> date | None:
    days = [one.as_of for one in services.values()] + [entry.facts.as_of for entry in entries]
    return max((one for one in days if one), default=None)
