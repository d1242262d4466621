"""The names of Kokoro's voices and what can be told from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_LANGUAGES = {
    "a": "en-US", "b": "en-GB", "e": "es", "f": "fr", "h": "hi", "i": "it", "j": "ja",
    "p": "pt-BR", "z": "zh",
}  # fmt: skip
_ORDER = "abzefhijp"


def installed(folder: Path) -> tuple[str, ...]:
    """The voices in the pack's folder, in the order of the alphabet."""
    return tuple(sorted(path.stem for path in (folder / "voices").glob("*.bin")))


def find(name: str, voices: Sequence[str]) -> str | None:
    """The voice of this name; `heart` is `af_heart`, English before all others."""
    if name in voices:
        return name
    found = [voice for voice in voices if voice.partition("_")[2] == name.lower()]
    return min(found, key=lambda voice: _ORDER.find(voice[:1]), default=None)


def is_chinese(voice: str) -> bool:
    return voice.startswith("z")


def described(voice: str) -> dict[str, str]:
    """What a list of voices shows: the language that the voice learnt to speak with."""
    kind, _, name = voice.partition("_")
    return {
        "id": voice,
        "name": name.replace("_", " ").title(),
        "language": _LANGUAGES.get(kind[:1], ""),
        "gender": {"f": "female", "m": "male"}.get(kind[1:2], ""),
    }
