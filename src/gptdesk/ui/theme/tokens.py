"""The numbers and colours of the design, read from one file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

Rgba = tuple[str, float]


class TextStyle(NamedTuple):
    """One step of the type scale, in pixels at 100 %."""

    size: float
    line: int
    line_zh: int
    weight: int


class Tokens(NamedTuple):
    """`colors` maps a theme's name to its colours, each (hex, opacity)."""

    colors: dict[str, dict[str, Rgba]]
    styles: dict[str, TextStyle]
    radius: dict[str, int]


EXTRA_STYLES = {
    "strong": TextStyle(14, 20, 20, 600),
    "row-title": TextStyle(14, 20, 20, 500),
    "section": TextStyle(12.5, 18, 18, 600),
    "chip": TextStyle(12.5, 18, 18, 500),
    "key": TextStyle(11, 14, 14, 600),
    "small-link": TextStyle(12, 16, 16, 500),
    "door-title-plain": TextStyle(16, 24, 24, 400),
}
"""What the pictures show and the scale does not name."""


def load_tokens(folder: Path) -> Tokens:
    """Read them from the folder of resources; a millisecond is not worth a cache on disk."""
    path = folder / "themes" / "tokens.json"
    raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return Tokens(
        colors={theme: _colors(values) for theme, values in raw["color"].items()},
        styles=_styles(raw["type"]) | EXTRA_STYLES,
        radius=dict(raw["radius"]),
    )


def _colors(values: dict[str, Any]) -> dict[str, Rgba]:
    return {
        name: (value, 1.0) if isinstance(value, str) else (value["rgb"], value["alpha"])
        for name, value in values.items()
    }


def _styles(values: dict[str, Any]) -> dict[str, TextStyle]:
    return {name: _style(value) for name, value in values.items() if "px" in value}


def _style(value: dict[str, Any]) -> TextStyle:
    line = value["line"]
    return TextStyle(value["px"], line, value.get("line-zh", line), value["weight"])
