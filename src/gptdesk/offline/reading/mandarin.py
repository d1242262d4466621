"""Chinese characters to the phonemes that Kokoro learnt for Mandarin."""

from __future__ import annotations

import re

from gptdesk.offline.reading.numerals import said
from gptdesk.offline.reading.runs import HAN

# The phonemes are those of pinyin-to-ipa (MIT), with tones as Kokoro writes them; 0 is their place.
_TONES = {"1": "→", "2": "↗", "3": "↓", "4": "↘"}
_INITIALS = {
    "": "", "b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ", "n": "n", "l": "l",
    "g": "k", "k": "kʰ", "h": "x", "j": "ʨ", "q": "ʨʰ", "x": "ɕ", "zh": "ꭧ", "ch": "ꭧʰ",
    "sh": "ʂ", "r": "ɻ", "z": "ʦ", "c": "ʦʰ", "s": "s",
}  # fmt: skip
_FINALS = {
    "a": "a0", "ai": "ai0", "an": "a0n", "ang": "a0ŋ", "ao": "au0", "e": "ɤ0", "ei": "ei0",
    "en": "ə0n", "eng": "ə0ŋ", "i": "i0", "ia": "ja0", "ian": "jɛ0n", "iang": "ja0ŋ",
    "iao": "jau0", "ie": "je0", "in": "i0n", "iou": "jou0", "ing": "i0ŋ", "iong": "jʊ0ŋ",
    "ong": "ʊ0ŋ", "ou": "ou0", "u": "u0", "uei": "wei0", "ua": "wa0", "uai": "wai0",
    "uan": "wa0n", "uen": "wə0n", "uang": "wa0ŋ", "ueng": "wə0ŋ", "uo": "wo0", "o": "wo0",
    "ü": "y0", "üe": "ɥe0", "üan": "ɥɛ0n", "ün": "y0n",
}  # fmt: skip
_WHOLE = {
    "o": "ɔ0", "io": "jɔ0", "ê": "ɛ0", "er": "ɚ0", "r": "ɚ0", "m": "m0", "n": "n0", "ng": "ŋ0",
    "hm": "hm0", "hng": "hŋ0",
}  # fmt: skip
_BUZZING = ("zh", "ch", "sh", "r", "z", "c", "s")
_MARKS = (
    ("、，", ", "), ("。．", ". "), ("！", "! "), ("？", "? "), ("：", ": "), ("；", "; "),
    ("《「『【«", " “"), ("》」』】»", "” "), ("（", " ("), ("）", ") "),
)  # fmt: skip
_SPOKEN_MARKS = str.maketrans({sign: mark for signs, mark in _MARKS for sign in signs})


def phonemes(text: str) -> str:
    """The phonemes of Chinese text, its digits included, a space between words."""
    text = said(text).translate(_SPOKEN_MARKS)
    return re.sub(rf"[{HAN}]+", lambda found: f" {_words(found.group())} ", text)


def _words(text: str) -> str:
    import rjieba
    from pypinyin import Style, lazy_pinyin

    return " ".join(
        "".join(
            syllable(pinyin)
            for pinyin in lazy_pinyin(word, style=Style.TONE3, neutral_tone_with_five=True)
        )
        for word in rjieba.cut(text)
    )


def syllable(pinyin: str) -> str:
    """`pinyin` with the tone as a digit, as in zhong1; empty for what is no syllable."""
    from pypinyin.contrib.tone_convert import to_finals, to_initials

    plain, tone = pinyin[:-1], _TONES.get(pinyin[-1:], "")
    if plain in _WHOLE:
        return _WHOLE[plain].replace("0", tone)
    initial = to_initials(plain, strict=True)
    final = to_finals(plain, strict=True, v_to_u=True)
    if initial in _BUZZING and final == "i":
        sound = "ɨ0"
    else:
        sound = _FINALS.get(final, "")
    return f"{_INITIALS.get(initial, '')}{sound.replace('0', tone)}" if sound else ""
