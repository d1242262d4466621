"""Fonts of the type scale: the system's own, with a fallback that knows Chinese."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from gptdesk.ui.theme.tokens import TextStyle

CHINESE = {
    "win32": ["Microsoft YaHei UI", "Microsoft YaHei"],
    "darwin": ["PingFang SC"],
}
CHINESE_ELSEWHERE = ["Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"]
CHINESE_MONO = {"win32": ["Microsoft YaHei UI"], "darwin": ["PingFang SC"]}
CHINESE_MONO_ELSEWHERE = ["Noto Sans Mono CJK SC", "Noto Sans CJK SC"]
GENERIC = {"", "Sans Serif", "Sans", "sans-serif"}


def ui_families() -> list[str]:
    """The system's font first; where the system has no opinion, Inter if it is installed."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if family in GENERIC and QFontInfo(QFont("Inter")).family() == "Inter":
        family = "Inter"
    return [family, *CHINESE.get(sys.platform, CHINESE_ELSEWHERE)]


def mono_families() -> list[str]:
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    return [family, *CHINESE_MONO.get(sys.platform, CHINESE_MONO_ELSEWHERE)]


def build_font(families: list[str], style: TextStyle, percent: int, *, is_chinese: bool) -> QFont:
    """A font of one style. Half pixels need point sizes: Qt takes pixels only whole."""
    font = QFont(families)
    font.setPointSizeF(style.size * percent / 100 * 72 / _dpi())
    font.setWeight(_weight(style.weight, is_chinese=is_chinese))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def tabular(font: QFont) -> QFont:
    """The same font with figures of equal width, for columns, times and prices."""
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    return copy


def _dpi() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen is not None else 96.0


def _weight(weight: int, *, is_chinese: bool) -> QFont.Weight:
    """Between two steps of ordinary fonts the heavier one reads better at these sizes.

    Chinese fonts have 400 and 700 only.
    """
    if is_chinese:
        return QFont.Weight.Bold if weight >= 550 else QFont.Weight.Normal
    if weight >= 550:
        return QFont.Weight.DemiBold
    return QFont.Weight.Medium if weight >= 500 else QFont.Weight.Normal
