"""Reads a file of the catalogue that is one list of things, strictly, and says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from gptdesk.domain.catalogue_fields import CatalogueBroken, Reader, figure, read_fields
from gptdesk.domain.resources import resource_root

FORMAT = 1
Made = TypeVar("Made")


def read_document(folder: Path | None, name: str, more: set[str]) -> dict[str, Any]:
    """A file of the catalogue, whose head may hold these fields beside as_of and source."""
    path = (folder or resource_root() / "catalogue") / name
    try:
        document = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise CatalogueBroken(f"{name}: {error}") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise CatalogueBroken(f'{name}: it has to begin with "format": {FORMAT}')
    if strange := sorted(set(document) - more - {"format", "as_of", "source"}):
        raise CatalogueBroken(f"{name}: there is no field {strange[0]!r} at its head")
    return document


def merged(document: Mapping[str, Any], name: str, where: str) -> list[dict[str, Any]]:
    """The objects of a list, each with what its family and the head of the file say."""
    items = document.get(name)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise CatalogueBroken(f'{where}: a list of objects "{name}" is wanted')
    common = {one: document[one] for one in ("as_of", "source") if one in document}
    families = document.get("families", {})
    return [{**common, **_family(item, families, where), **_own(item)} for item in items]


def _family(item: Mapping[str, Any], families: Mapping[str, Any], where: str) -> dict[str, Any]:
    name = item.get("family")
    if name is None:
        return {}
    if name not in families:
        raise CatalogueBroken(f"{named(where, item)}: there is no family {name!r}")
    return dict(families[name])


def _own(item: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != "family"}


def named(where: str, item: Mapping[str, Any]) -> str:
    return f"{where}: {item.get('id') or 'without id'}"


def refuse_doubles(where: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise CatalogueBroken(f"{where}: {one!r} stands there twice")
        seen.add(one)


def made(kind: type[Made], item: object, readers: Mapping[str, Reader], where: str) -> Made:
    """One value of its fields; a field that is wanted and missing is named."""
    fields = read_fields(item, readers, where)
    try:
        return kind(**fields)
    except TypeError as error:
        raise CatalogueBroken(f"{where}: {str(error).partition('() ')[2]}") from error


def amount(value: object) -> float:
    """An amount that cannot be nothing."""
    found = figure(value)
    if not found:
        raise ValueError("a number above 0 is wanted")
    return found
