"""The colours of resources/themes/tokens.json can be read by everyone."""

from __future__ import annotations

import json

import pytest

from guards.tracked import ROOT

SURFACES = ("surface", "surface-sunken", "rail", "window")
SELECTED = "accent-soft-strong"
CODE = ("code-keyword", "code-string", "code-number", "code-function", "code-comment")

# What is read, on what, and how much contrast it has at least: light and dark, high contrast.
PAIRS = [
    ("text", "surface", 13.0, 8.0),
    ("text", "surface-sunken", 12.0, 8.0),
    ("text", "fill", 11.0, 8.0),
    ("text", SELECTED, 8.0, 8.0),
    ("accent-text", "surface", 7.9, 8.0),
    ("text-quiet", SELECTED, 4.7, 8.0),
    *((("text-quiet", surface, 4.5, 8.0)) for surface in (*SURFACES, "fill", "surface-raised")),
    *((("on-accent", accent, 4.5, 8.0)) for accent in ("accent", "accent-hover", "accent-pressed")),
    *(((level, f"{level}-soft", 4.5, 8.0)) for level in ("ok", "warn", "error")),
    *(((level, "surface", 4.5, 8.0)) for level in ("ok", "warn", "error")),
    *(((code, "code-bg", 4.5, 8.0)) for code in CODE),
    ("field-border", "surface", 3.1, 8.0),
    ("focus-ring", "surface", 3.0, 8.0),
    ("focus-ring", "surface-sunken", 3.0, 8.0),
]


def luminance(colour: str) -> float:
    """As the Web Content Accessibility Guidelines define it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(scope="module")
def themes() -> dict[str, dict[str, str]]:
    path = ROOT / "resources" / "themes" / "tokens.json"
    return json.loads(path.read_text("utf-8"))["color"]


def test_contrast_is_reckoned_as_the_guidelines_say() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("ink", "paper", "least", "least_high"), PAIRS)
@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_what_is_read_stands_out(
    theme: str,
    ink: str,
    paper: str,
    least: float,
    least_high: float,
    themes: dict[str, dict[str, str]],
) -> None:
    needed = least_high if theme == "high-contrast" else least
    assert contrast(themes[theme][ink], themes[theme][paper]) >= needed


def test_every_theme_has_the_same_colours(themes: dict[str, dict[str, str]]) -> None:
    assert themes["dark"].keys() == themes["light"].keys() == themes["high-contrast"].keys()
