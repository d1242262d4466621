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
    services = read_services(folder)
    entries = read_entries(folder, services)
    return Catalogue(
        tuple(services.values()), _newest(services, entries), Models(entries, services)
    )


def read_services(folder: Path) -> dict[str, Service]:
    """Every service by its id: those of the net first, then local programs, then clusters."""
    found: dict[str, Service] = {}
    for path in _files(folder / "services"):
        for service in _services(path):
            if service.id in found:
                raise CatalogueBroken(f"{path.name}: there are two services {service.id!r}")
            found[service.id] = service
    return dict(sorted(found.items(), key=lambda pair: KINDS.index(pair[1].kind)))


def read_entries(folder: Path, services: Mapping[str, Service]) -> list[Entry]:
    """What the files say of models, in their order."""
    return [entry for path in _files(folder / "models") for entry in _entries(path, services)]


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


def _items(document: Mapping[str, Any], name: str, where: str) -> list[dict[str, Any]]:
    """The objects of a list, as they stand in the file."""
    items = document.get(name)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise CatalogueBroken(f'{where}: a list of objects "{name}" is wanted')
    return items


def _shared(document: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """What stands once at the head of a file for all in it."""
    return {name: document[name] for name in names if name in document}


def _services(path: Path) -> Iterator[Service]:
    document = _document(path)
    common = _shared(document, "kind", "as_of", "source")
    for number, item in enumerate(_items(document, "services", path.name), start=1):
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
    common = _shared(document, "as_of", "source")
    families = document.get("families", {})
    for number, item in enumerate(_items(document, "models", path.name), start=1):
        where = f"{path.name}: {item.get('name') or item.get('pattern') or f'model {number}'}"
        yield _entry(item, where, maker, {**common, **_family(item, families, where)})


def _family(item: Mapping[str, Any], families: Mapping[str, Any], where: str) -> dict[str, Any]:
    """What all models of a family share; it may build on another family itself."""
    name = item.get("family", "")
    if not name:
        return {}
    if name not in families:
        raise CatalogueBroken(f"{where}: there is no family {name!r}, or it builds on itself")
    family = families[name]
    others = {other: one for other, one in families.items() if other != name}
    return {**_family(family, others, where), **family}


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
