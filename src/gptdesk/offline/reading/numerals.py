"""Writes the digits of a Chinese sentence as they are said."""

from __future__ import annotations

import re
from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_MONEY = {"$": "美元", "€": "欧元", "£": "英镑", "¥": "元", "￥": "元"}
_UNITS = {
    "km": "公里",
    "kg": "公斤",
    "cm": "厘米",
    "mm": "毫米",
    "ml": "毫升",
    "g": "克",
    "m": "米",
}
_COUNTED = "个|位|只|条|张|本|次|天|周|年(?!代)|种|件|块|台|部|杯|瓶|岁|倍|小时|分钟|点"
_WIDE = str.maketrans("０１２３４５６７８９：％－", "0123456789:%-")
_NUMBER = r"\d+(?:\.\d+)?"


def said(text: str) -> str:
    """`text` without digits: dates, times, money, ranges, telephone numbers and amounts."""
    text = text.translate(_WIDE)
    if not re.search(r"\d", text):
        return text
    for pattern, say in _RULES:
        text = pattern.sub(say, text)
    from cn2an import transform

    text = transform(text, "an2cn")
    return re.sub(r"\d", lambda digit: _DIGITS[int(digit.group())], text)


def _one_by_one(digits: str, one: str = "一") -> str:
    return "".join(_DIGITS[int(d)] if d != "1" else one for d in digits if d.isdigit())


def _telephone(match: re.Match[str]) -> str:
    return _one_by_one(match.group(), one="幺")


def _date(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return f"{_one_by_one(year)}年{int(month)}月{int(day)}日"


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match.group(1)), int(match.group(2))
    hours = "两" if hour == 2 else str(hour)
    if not minute:
        return f"{hours}点整"
    return f"{hours}点{'零' if minute < 10 else ''}{minute}分"


def _minus(match: re.Match[str]) -> str:
    return f"负{match.group(1)}"


_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d),(?=\d{3}(?!\d))"), ""),
    (re.compile(r"(?<![\d.])1[3-9]\d{9}(?!\d)|(?<![\d.])0\d{2,3}-?\d{7,8}(?!\d)"), _telephone),
    (re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"), _date),
    (re.compile(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])"), _time),
    (re.compile(r"(?<=\d):(?=\d)"), "比"),
    (
        re.compile(rf"([$€£¥￥])\s?({_NUMBER})(万|亿)?"),
        lambda m: f"{m.group(2)}{m.group(3) or ''}{_MONEY[m.group(1)]}",
    ),
    (re.compile(r"(?<=[\d%℃])\s*[-~～–—]\s*(?=\d)"), "到"),
    (re.compile(r"(?<![\dA-Za-z])[-−](\d)"), _minus),
    (re.compile(r"(?<=\d)\s?(km|kg|cm|mm|ml|g|m)(?![A-Za-z])"), lambda m: _UNITS[m.group(1)]),
    (re.compile(rf"(?<![\d.年])2(?={_COUNTED})(?!点\d)"), "两"),
    (re.compile(r"(?<![\d.])(?:0\d+|\d{9,})(?![\d.])"), lambda m: _one_by_one(m.group())),
)
"""In this order: each may rely on what those before it have taken away."""
