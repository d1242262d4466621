"""Reads the list of packs that comes with the app, and refuses one that contradicts itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from gptdesk.domain.packs import Pack, PackFile, PackSource
from gptdesk.domain.resources import resource_root

FORMAT = 1
LANGUAGES = ("zh_CN", "en")
TASKS = ("chat", "speech", "transcription")
REGISTRIES = ("pypi", "npm")


class ManifestBroken(ValueError):
    """The list of packs cannot be used: a mistake of ours, found by a test."""


def load_packs(path: Path | None = None) -> tuple[Pack, ...]:
    """Every pack, in the order in which a user should see them."""
    path = path or resource_root() / "catalogue" / "offline-pack.json"
    document = json.loads(path.read_text("utf-8"))
    try:
        _demand(document["format"] == FORMAT, f"format {document['format']!r} is unknown")
        packs = tuple(_pack(item) for item in document["packs"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ManifestBroken(f"{path.name}: {error!r}") from error
    ids = [pack.id for pack in packs]
    _demand(len(set(ids)) == len(ids), "two packs have the same id")
    for task in TASKS:
        starters = [p.id for p in packs if p.is_starter and p.task == task]
        is_needed = task == "chat" and any(p.task == task for p in packs)
        _demand(
            is_needed <= len(starters) <= 1,
            f"{len(starters)} packs are the starter for {task}, not one",
        )
    return packs


def _pack(item: Mapping[str, Any]) -> Pack:
    pack = Pack(
        id=item["id"],
        task=item["task"],
        model=item["model"],
        title=dict(item["title"]),
        note=dict(item["note"]),
        licence=item["licence"],
        homepage=item["homepage"],
        memory=int(item["memory"]),
        context=int(item["context"]),
        files=tuple(_file(file) for file in item["files"]),
        system_prompt=item.get("system_prompt", ""),
        is_starter=bool(item.get("is_starter", False)),
        is_for_tests=bool(item.get("is_for_tests", False)),
    )
    _demand(bool(re.fullmatch(r"[a-z0-9][a-z0-9.-]*", pack.id)), f"{pack.id!r} is no id")
    _demand(pack.task in TASKS, f"{pack.id}: task {pack.task!r} is unknown")
    _demand(bool(pack.files), f"{pack.id} has no files")
    for language in LANGUAGES:
        _demand(bool(pack.title.get(language)), f"{pack.id} has no title in {language}")
        _demand(bool(pack.note.get(language)), f"{pack.id} has no note in {language}")
    return pack


def _file(item: Mapping[str, Any]) -> PackFile:
    file = PackFile(
        path=item["path"],
        size=int(item["size"]),
        sha256=item["sha256"],
        sources=tuple(tuple(_part(part) for part in source) for source in item["sources"]),
    )
    path = PurePosixPath(file.path)
    is_inside = not path.is_absolute() and ".." not in path.parts and "\\" not in file.path
    _demand(bool(path.name) and is_inside, f"{file.path!r} is no path inside a pack")
    _demand(bool(re.fullmatch(r"[0-9a-f]{64}", file.sha256)), f"{file.path}: no SHA-256")
    _demand(file.size > 0 and bool(file.sources), f"{file.path} has no size or no source")
    for source in file.sources:
        _check_source(file, source)
    return file


def _check_source(file: PackFile, source: tuple[PackSource, ...]) -> None:
    if len(source) == 1 and source[0].kind == "url":
        _demand(source[0].name.startswith("https://"), f"{file.path}: an address without TLS")
        return
    _demand(bool(source), f"{file.path} has an empty source")
    for part in source:
        _demand(part.kind in REGISTRIES, f"{file.path}: source kind {part.kind!r} is unknown")
        _demand(bool(part.version and part.member), f"{part.name} names no version or member")
    total = sum(part.size for part in source)
    _demand(total == file.size, f"{file.path}: the parts have {total} bytes, not {file.size}")


def _part(item: Mapping[str, Any]) -> PackSource:
    return PackSource(
        kind=item["kind"],
        name=item["name"],
        version=item.get("version", ""),
        member=item.get("member", ""),
        size=int(item.get("size", 0)),
    )


def _demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ManifestBroken(otherwise)
