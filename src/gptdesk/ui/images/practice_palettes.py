"""The colours of practice pictures: hours of the day, and what a prompt asks for by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Palette:
    """Of a scene. `far` and `near` are the ends of what lies one behind the other."""

    sky_high: str
    sky_low: str
    light: str
    far: str
    near: str
    water: str
    accent: str
    paper: str
    has_stars: bool = False


MORNING = Palette(
    "#8fc4d6", "#f4e6cf", "#fff3d0", "#a9c3c9", "#3f7058", "#9ac8d2", "#b5533c", "#efe2cb"
)
NOON = Palette(
    "#5aa7d8", "#d8eef4", "#fffbe6", "#8fb6c9", "#4d8b4f", "#5fb0cf", "#d9513f", "#f4ead6"
)
DUSK = Palette(
    "#3a2f63", "#e58a68", "#ffd9a0", "#7a5d8f", "#2a2347", "#c9777c", "#e9a15b", "#5a3d55"
)
NIGHT = Palette(
    "#12163a", "#3d4a80", "#f3f0da", "#3d4775", "#131a33", "#29386b", "#f0c869", "#262b4f", True
)
WINTER = Palette(
    "#9db4cf", "#eef3f8", "#ffffff", "#c3d1e0", "#7f97b0", "#b7cfe2", "#a8404a", "#e3e9f0"
)
AUTUMN = Palette(
    "#a9bfc4", "#f6dfb4", "#fff0c2", "#c79a6b", "#8d4a2c", "#a7b9a8", "#d8792f", "#efd9b3"
)
HOURS = (MORNING, NOON, DUSK, NIGHT, WINTER, AUTUMN)

_WORDS: tuple[tuple[Palette, tuple[str, ...]], ...] = (
    (NIGHT, ("night", "moon", "star", "dark", "夜", "月", "星")),
    (
        DUSK,
        ("dusk", "sunset", "evening", "sunrise", "dawn", "黄昏", "日落", "傍晚", "夕阳", "晚霞"),
    ),
    (WINTER, ("snow", "winter", "ice", "frost", "雪", "冬", "冰")),
    (AUTUMN, ("autumn", "fall ", "harvest", "秋", "枫", "丰收")),
    (MORNING, ("morning", "mist", "fog", "calm", "清晨", "早晨", "雾", "宁静")),
    (NOON, ("noon", "summer", "sunny", "bright", "夏", "正午", "晴", "明亮")),
)
_ACCENTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("#c8383c", ("red", "红")),
    ("#e0862f", ("orange", "橙")),
    ("#e6bc3a", ("yellow", "gold", "黄色", "金")),
    ("#4a9a58", ("green", "绿")),
    ("#3b76c4", ("blue", "蓝")),
    ("#8a55b0", ("purple", "violet", "紫")),
    ("#d9709b", ("pink", "粉")),
)


def palette_for(prompt: str, luck: Random, colour: QColor | None = None) -> Palette:
    """What the words ask for; else by chance. A colour gives its tone to the whole."""
    text = prompt.casefold()
    named = [palette for palette, words in _WORDS if _any(words, text)]
    chosen = luck.choice(HOURS)
    palette = named[0] if named else chosen
    for accent, words in _ACCENTS:
        if _any(words, text):
            palette = replace(palette, accent=accent)
            break
    return palette if colour is None else _toned(palette, colour)


def mixed(one: str, other: str, share: float) -> QColor:
    """Between two colours: 0 is the first, 1 the second."""
    a, b = QColor(one), QColor(other)
    return QColor(
        round(a.red() + (b.red() - a.red()) * share),
        round(a.green() + (b.green() - a.green()) * share),
        round(a.blue() + (b.blue() - a.blue()) * share),
    )


def _toned(palette: Palette, colour: QColor) -> Palette:
    name = colour.name()
    return replace(
        palette,
        sky_high=mixed(palette.sky_high, name, 0.6).name(),
        sky_low=mixed(palette.sky_low, name, 0.35).name(),
        far=mixed(palette.far, name, 0.5).name(),
        near=mixed(palette.near, name, 0.3).name(),
    )


def _any(words: Iterable[str], text: str) -> bool:
    return any(word in text for word in words)
