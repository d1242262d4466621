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
TODAY = date(2026, 11, 24)
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


def test_voices_efforts_sizes_and_qualities_are_those_of_the_package(catalogue: Catalogue) -> None:
    """A value that only one side knows is refused by the service, or never offered."""
    ours = [facts for facts in catalogue.models("openai") if not facts.is_retired(TODAY)]
    speech = literals("audio/speech_create_params.py")
    voices = {voice for facts in ours for voice in facts.voices}
    assert voices == literals("audio/speech_create_params.py", "Voice") - {"VoiceID"}
    assert {one for facts in ours if facts.voices for one in facts.formats} <= speech
    efforts = literals("shared/reasoning_effort.py", "ReasoningEffort")
    assert {effort for facts in ours for effort in facts.efforts} == efforts
    pictures = literals("image_generate_params.py")
    images = [facts for facts in ours if facts.task is Task.IMAGES]
    for facts in images:
        assert {*facts.sizes, *facts.qualities, *facts.formats} <= pictures
    replies = literals("audio_response_format.py", "AudioResponseFormat")
    sound = [facts for facts in ours if facts.task is Task.TRANSCRIPTION]
    assert {one for facts in sound for one in facts.formats} == replies


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


def literals(file: str, name: str = "") -> set[str]:
    """The strings in a file of the types, or in what it assigns to a name."""
    tree = ast.parse((types() / file).read_text("utf-8"))
    parts: list[ast.stmt] = tree.body
    if name:
        parts = [
            part
            for part in parts
            if isinstance(part, ast.AnnAssign)
            and isinstance(part.target, ast.Name)
            and part.target.id == name
        ]
    return {
        node.value
        for part in parts
        for node in ast.walk(part)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def types() -> Path:
    spec = importlib.util.find_spec("openai")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "types"


@cache
def trees() -> tuple[ast.Module, ...]:
    files = sorted({*types().rglob("*model*.py"), *types().rglob("*params*.py")})
    return tuple(ast.parse(file.read_text("utf-8")) for file in files)
