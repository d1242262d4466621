"""The catalogue against what the installed openai package knows of models and their ends.

Its source is read, not imported. When an update of the package brings a new name or another day,
these tests fail and print what has to be written into resources/catalogue/models/openai-*.json.
"""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path

from gptdesk.domain.catalogue import Catalogue, Task

NAME = re.compile(
    r"(?:gpt|chatgpt|o\d|codex|tts|whisper|dall-e|sora|omni-moderation|text-moderation"
    r"|text-embedding|computer-use-preview|davinci|babbage)[a-z0-9.-]*"
)
NOTE = re.compile(r'- ((?:"[^"]+",? ?)+): (.*?)(?= - "|$)')
DAY = re.compile(r"\d{4}-\d\d-\d\d|[A-Z][a-z]+ \d{1,2}, \d{4}")


def test_every_model_that_the_package_names_stands_in_the_catalogue(catalogue: Catalogue) -> None:
    unknown = [name for name in names() if not catalogue.facts(name, "openai").is_known]
    ours = {facts.name for facts in catalogue.models("openai")}
    missing = [name for name in names() if name not in ours and name not in unknown]
    print(f"{len(names())} names in the package, {len(ours)} models of OpenAI in the catalogue")
    assert not unknown, f"nothing but a word in the name is known of: {', '.join(unknown)}"
    assert not missing, f"add these, only a pattern covers them: {', '.join(missing)}"


def test_every_shutdown_note_of_the_package_agrees_with_the_catalogue(
    catalogue: Catalogue,
) -> None:
    wrong = [
        f"{name}: the package says {day}, the catalogue {ours or 'nothing'}"
        for name, day in sorted(shutdowns().items())
        if (ours := catalogue.facts(name, "openai").shutdown) != day
    ]
    assert not wrong, "\n".join(wrong)


def test_what_the_package_calls_no_model_is_not_offered(catalogue: Catalogue) -> None:
    for name in notes():
        if "Not a supported model ID" in notes()[name]:
            assert catalogue.facts(name, "openai").task is Task.OTHER


def test_the_package_has_told_us_something() -> None:
    """Its files may move: then the tests above would pass without looking at anything."""
    assert {"gpt-4o", "gpt-image-2", "tts-1", "whisper-1", "text-embedding-3-small"} <= names()
    assert shutdowns()["gpt-4o"] == date(2027, 1, 14)
    assert shutdowns()["dall-e-3"] == date(2026, 5, 12)
    assert len(names()) > 100 and len(shutdowns()) > 70


@cache
def names() -> frozenset[str]:
    """Every string in the types that looks like the name of a model."""
    return frozenset(
        node.value
        for tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and NAME.fullmatch(node.value)
    )


@cache
def shutdowns() -> Mapping[str, date]:
    return {name: day for name, note in notes().items() if (day := day_in(note)) is not None}


@cache
def notes() -> Mapping[str, str]:
    """What the docstrings say of deprecated models."""
    found: dict[str, str] = {}
    for tree in trees():
        for text in docstrings(tree):
            _, _, listed = " ".join(text.split()).partition("Deprecated values:")
            for quoted, note in NOTE.findall(listed):
                for name in re.findall(r'"([^"]+)"', quoted):
                    if NAME.fullmatch(name):
                        found[name] = note
    return found


def docstrings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            if isinstance(node.value.value, str):
                yield node.value.value


def day_in(note: str) -> date | None:
    found = DAY.search(note)
    if found is None:
        return None
    style = "%Y-%m-%d" if found[0][0].isdigit() else "%B %d, %Y"
    return datetime.strptime(found[0], style).date()


@cache
def trees() -> tuple[ast.Module, ...]:
    spec = importlib.util.find_spec("openai")
    assert spec is not None and spec.origin is not None
    files = sorted((Path(spec.origin).parent / "types").rglob("*model*.py"))
    files += sorted((Path(spec.origin).parent / "types").rglob("*params*.py"))
    return tuple(ast.parse(file.read_text("utf-8")) for file in files)
