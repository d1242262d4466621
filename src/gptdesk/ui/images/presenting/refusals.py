"""Which words a safety filter may have stumbled over, said without blame."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+")
"""Two capital words in the midst of a sentence are mostly the name of a person or a work."""
HARSH = (
    "blood", "bloody", "gore", "kill", "killed", "dead", "corpse", "wound", "weapon", "gun",
    "rifle", "knife", "bomb", "shoot", "naked", "nude", "sexy", "lingerie", "drug", "suicide",
    "war", "torture", "nazi", "terrorist", "child", "kid", "teen",
    "血", "血腥", "尸体", "杀", "死", "武器", "枪", "刀", "炸弹", "裸", "性感", "毒品", "自杀",
    "战争", "儿童", "小孩", "少女",
)  # fmt: skip
"""Harmless in most sentences; filters look at them all the same."""
STYLE_OF = re.compile(r"\bin the style of ([\w .'-]{3,40})|([\u4e00-\u9fff]{2,6})的?风格")
MOST = 4


def words_to_rethink(prompt: str) -> tuple[str, ...]:
    """Those of the prompt that filters most often look at, in its order."""
    found: list[tuple[int, str]] = []
    for match in (*NAMES.finditer(prompt), *STYLE_OF.finditer(prompt)):
        found.append((match.start(), match.group().strip()))
    lower = prompt.casefold()
    for word in HARSH:
        pattern = rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word)
        if (hit := re.search(pattern, lower)) is not None:
            found.append((hit.start(), prompt[hit.start() : hit.end()]))
    kept: list[str] = []
    for _place, words in sorted(found):
        if not any(words in other for other in kept):
            kept.append(words)
    return tuple(kept[:MOST])


def rethinking_text(prompt: str, kept: str) -> str:
    """What the person may try, naming the words."""
    words = words_to_rethink(prompt)
    if not words:
        text = translate(
            "Images",
            "Such rules look at words and pictures, and sometimes stop what was meant well. "
            "Describing the scene differently often helps. **{kept}**",
        )
        return text.format(kept=kept)
    quote = translate("Images", "“{word}”")
    joined = translate("Images", ", ", "between words of a list").join(
        quote.format(word=word) for word in words
    )
    text = translate(
        "Images",
        "Such rules look at words, and sometimes stop what was meant well. These may be worth "
        "saying differently: {words}. **{kept}**",
    )
    return text.format(words=joined, kept=kept)
