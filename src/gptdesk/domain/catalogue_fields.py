"""Reads the fields of the catalogue's files, one kind of value each, and says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from gptdesk.domain.catalogue import Api, Certainty, PictureLimits, Place, Price, Task, Texts

LANGUAGES = ("en", "zh_CN")
KINDS = ("cloud", "local", "cluster")
ABILITIES = frozenset({"text", "picture", "sound", "file", "video"})
TOKENIZERS = ("o200k", "cl100k")
LIMIT_NAMES = ("max_completion_tokens", "max_tokens")

Reader = Callable[[Any], Any]


class CatalogueBroken(ValueError):
    """The data files contradict themselves or what they may hold: a mistake of an editor."""


def read_fields(item: object, readers: Mapping[str, Reader], where: str) -> dict[str, Any]:
    """Each field of a JSON object as the value it stands for; unknown ones are refused."""
    if not isinstance(item, dict):
        raise CatalogueBroken(f"{where}: an object in braces is wanted, not {item!r}")
    read = {}
    for name, value in item.items():
        if name not in readers:
            known = ", ".join(sorted(readers))
            raise CatalogueBroken(f"{where}: there is no field {name!r}. Known are: {known}")
        try:
            read[name] = readers[name](value)
        except (TypeError, ValueError) as error:
            raise CatalogueBroken(f"{where}: {name}: {error}") from error
    return read


def text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text is wanted, not {value!r}")
    return value


def flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"true or false is wanted, not {value!r}")
    return value


def figure(value: object) -> float:
    """A price or a factor; it cannot be negative."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e12:
        raise ValueError(f"a number from 0 on is wanted, not {value!r}")
    return float(value)


def count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"a whole number from 1 on is wanted, not {value!r}")
    return value


def day(value: object) -> date:
    try:
        return date.fromisoformat(text(value))
    except ValueError:
        raise ValueError(f"a day like 2026-11-23 is wanted, not {value!r}") from None


def words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(f"a list of texts is wanted, not {value!r}")
    return tuple(map(text, value))


def word_set(value: object) -> frozenset[str]:
    return frozenset(words(value))


def abilities(value: object) -> frozenset[str]:
    found = word_set(value)
    if strange := found - ABILITIES:
        raise ValueError(f"{sorted(strange)} is none of {sorted(ABILITIES)}")
    return found


def texts(value: object) -> Texts:
    """A text in every language of the app."""
    if not isinstance(value, dict) or set(value) != set(LANGUAGES):
        raise ValueError(f"a text for each of {LANGUAGES} is wanted, not {value!r}")
    if not all(isinstance(one, str) and one.strip() for one in value.values()):
        raise ValueError(f"a text is empty in {value!r}")
    return dict(value)


def mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError(f"an object in braces is wanted, not {value!r}")
    return dict(value)


def one_of(*allowed: str) -> Reader:
    def reader(value: object) -> str:
        if value not in allowed:
            raise ValueError(f"{value!r} is none of {allowed}")
        return text(value)

    return reader


def prices_of_pictures(value: object) -> Mapping[str, float]:
    return {key: figure(price) for key, price in mapping(value).items()}


def price(value: object) -> Price:
    return Price(**read_fields(value, PRICE, "price"))


def picture_limits(value: object) -> PictureLimits:
    return PictureLimits(**read_fields(value, PICTURES, "pictures"))


def places(value: object) -> tuple[Place, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("at least one place is wanted")
    return tuple(Place(**read_fields(item, PLACE, "place")) for item in value)


def tasks(value: object) -> Mapping[Task, Certainty]:
    found = {Task(task): Certainty(text(sure)) for task, sure in mapping(value).items()}
    if Task.OTHER in found:
        raise ValueError("other is nothing that a service can be asked for")
    return found


def ports(value: object) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise TypeError(f"a list of ports is wanted, not {value!r}")
    return tuple(map(count, value))


PRICE: Mapping[str, Reader] = {
    "input": figure,
    "cached": figure,
    "output": figure,
    "picture_input": figure,
    "picture_output": figure,
    "audio_input": figure,
    "audio_output": figure,
    "characters": figure,
    "minute": figure,
    "pictures": prices_of_pictures,
    "long_from": count,
    "long_input": figure,
    "long_output": figure,
    "cache_write": figure,
    "as_of": day,
    "source": text,
}
PICTURES: Mapping[str, Reader] = {
    "formats": words,
    "count": count,
    "longest_edge": count,
    "bytes": count,
}
MAINLAND = one_of("yes", "no", "unknown")
PLACE: Mapping[str, Reader] = {
    "id": text,
    "title": texts,
    "base_url": text,
    "key_page": text,
    "mainland": MAINLAND,
}
SERVICE: Mapping[str, Reader] = {
    "id": text,
    "kind": one_of(*KINDS),
    "title": texts,
    "note": texts,
    "places": places,
    "tasks": tasks,
    "key_page": text,
    "needs_key": flag,
    "key_example": text,
    "mainland": MAINLAND,
    "ports": ports,
    "quirks": mapping,
    "models": words,
    "as_of": day,
    "source": text,
}
FACTS: Mapping[str, Reader] = {
    "task": Task,
    "line": texts,
    "takes": abilities,
    "gives": abilities,
    "api": Api,
    "context": count,
    "longest_answer": count,
    "tokenizer": one_of(*TOKENIZERS),
    "refuses": word_set,
    "efforts": words,
    "verbosities": words,
    "limit_name": one_of(*LIMIT_NAMES),
    "pictures": picture_limits,
    "sizes": words,
    "qualities": words,
    "voices": words,
    "formats": words,
    "longest_input": count,
    "price": price,
    "shutdown": day,
    "successor": text,
    "is_recommended": flag,
    "details": mapping,
    "as_of": day,
    "source": text,
}
