"""Reads the header and the recipes of a page, strictly, and says what is wrong with them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from gptdesk.domain.help_pages import Header, Kind, Question, Recipe, RecipeValue

TABS: Mapping[str, Mapping[str, type]] = {
    "chat": {"prompt": str, "instructions": str, "needs": list, "attach": list},
    "images": {
        "prompt": str,
        "size": str,
        "quality": str,
        "count": int,
        "background": str,
        "attach": list,
        "needs": list,
    },
    "speech": {"text": str, "voice": str, "instructions": str, "speed": float},
    "transcription": {"file": str, "language": str, "prompt": str},
    "tokenizer": {"texts": list},
    "embeddings": {"texts": list},
    "models": {"view": str, "search": str},
    "settings": {"page": str, "preset": str},
}
"""What a recipe can fill, tab by tab."""
NEEDED = {
    "chat": ("prompt",),
    "images": ("prompt",),
    "speech": ("text",),
    "transcription": ("file",),
    "tokenizer": ("texts",),
    "embeddings": ("texts",),
    "models": ("view",),
    "settings": ("page",),
}
_COMMON = {"id", "section", "order", "title", "as_of", "sources", "related", "words"}
_OWN = {
    Kind.LESSON: {"goal", "minutes", "original"},
    Kind.FAQ: {"short", "problems", "services", "raw"},
    Kind.TERM: {"short", "also"},
}
_WANTED = {
    Kind.LESSON: {"id", "section", "order", "title", "as_of", "goal", "minutes", "sources"},
    Kind.FAQ: {"id", "section", "order", "title", "as_of", "short", "sources"},
    Kind.TERM: {"id", "section", "order", "title", "as_of", "short"},
}


class HelpBroken(ValueError):
    """A page is not written as docs/writing-lessons.md says: a mistake of an editor."""


def read_header(text: str, kind: Kind, where: str) -> Header:
    """The lines between the two `+++` of a page."""
    values = _toml(text, where)
    known = _COMMON | _OWN[kind]
    for name in values:
        if name not in known:
            raise HelpBroken(f"{where}: there is no field {name!r}. Known: {sorted(known)}")
    for name in sorted(_WANTED[kind] - set(values)):
        raise HelpBroken(f"{where}: the field {name!r} is missing")
    read = {name: _value(name, value, where) for name, value in values.items()}
    return Header(kind=kind, **read)


def read_recipe(text: str, where: str) -> Recipe:
    """A block ```try: `id`, `tab`, `title`, `note`, and the fields of that tab."""
    values = _toml(text, where)
    own = {name: _text(values, name, where) for name in ("id", "tab", "title", "note")}
    if own["tab"] not in TABS:
        raise HelpBroken(f"{where}: there is no tab {own['tab']!r}. Known: {sorted(TABS)}")
    allowed = TABS[own["tab"]]
    fields: dict[str, RecipeValue] = {}
    for name, value in values.items():
        if name in own:
            continue
        if name not in allowed:
            raise HelpBroken(f"{where}: {own['tab']} has no field {name!r}: {sorted(allowed)}")
        fields[name] = _recipe_value(value, allowed[name], f"{where}: {name}")
    for name in NEEDED[own["tab"]]:
        if name not in fields:
            raise HelpBroken(f"{where}: {own['tab']} needs the field {name!r}")
    return Recipe(own["id"], own["tab"], own["title"], own["note"], fields)


def read_question(text: str, where: str) -> Question:
    """A block ```quiz: `question`, `answers`, `right` counted from 1, and `why`."""
    values = _toml(text, where)
    answers, right = values.get("answers"), values.get("right")
    if not isinstance(answers, list) or not 2 <= len(answers) <= 4:
        raise HelpBroken(f"{where}: two to four answers are wanted")
    if not isinstance(right, int) or not 1 <= right <= len(answers):
        raise HelpBroken(f"{where}: `right` is the number of an answer, from 1")
    question, why = _text(values, "question", where), _text(values, "why", where)
    return Question(question, tuple(map(str, answers)), right - 1, why)


def read_toml(text: str, where: str) -> dict[str, Any]:
    return _toml(text, where)


def _toml(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise HelpBroken(f"{where}: {error}") from error


def _text(values: Mapping[str, Any], name: str, where: str) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not value.strip():
        raise HelpBroken(f"{where}: the text {name!r} is missing")
    return value.strip()


def _value(name: str, value: object, where: str) -> Any:
    kinds: Mapping[str, tuple[type, Callable[[Any], Any]]] = {
        "order": (int, int),
        "minutes": (int, int),
        "as_of": (date, lambda day: day),
    }
    if name in kinds:
        wanted, make = kinds[name]
    elif name in ("id", "section", "title", "goal", "short"):
        wanted, make = str, str.strip
    else:
        wanted, make = list, lambda items: tuple(map(str, items))
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise HelpBroken(f"{where}: {name} is to be a {wanted.__name__}, not {value!r}")
    return make(value)


def _recipe_value(value: object, wanted: type, where: str) -> RecipeValue:
    if wanted is list and isinstance(value, list):
        return tuple(map(str, value))
    if wanted is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if wanted in (str, int) and isinstance(value, wanted) and not isinstance(value, bool):
        return value.strip() if isinstance(value, str) else int(str(value))
    raise HelpBroken(f"{where} is to be a {wanted.__name__}, not {value!r}")
