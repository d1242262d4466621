"""From text to phonemes: what a number, a foreign word or a long sentence becomes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gptdesk.offline.reading import english, mandarin
from gptdesk.offline.reading.numerals import said
from gptdesk.offline.reading.reader import LONGEST, Reader
from gptdesk.offline.reading.runs import Run, runs
from gptdesk.offline.reading.sentences import cut, sentences
from gptdesk.offline.sound.signs import SIGNS


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("2026年11月24日", "二零二六年十一月二十四日"),
        ("2024-03-03", "二零二四年三月三日"),
        ("气温-5℃到12℃", "气温负五摄氏度到十二摄氏度"),
        ("49.99元，涨了20%", "四十九点九九元，涨了百分之二十"),
        ("下午3:45开会", "下午三点四十五分开会"),
        ("2:05", "两点零五分"),
        ("9:00", "九点整"),
        ("电话13800138000", "电话幺三八零零幺三八零零零"),
        ("010-12345678", "零幺零幺二三四五六七八"),
        ("比分3:2", "比分三比二"),
        ("有1,234,567个", "有一百二十三万四千五百六十七个"),
        ("1/2的人", "二分之一的人"),
        ("10-20人", "十到二十人"),
        ("3.5%～5%", "百分之三点五到百分之五"),
        ("¥20和$30万", "二十元和三十万美元"),
        ("密码000123", "密码零零零一二三"),
        ("2个人", "两个人"),
        ("2月2日", "二月二日"),
        ("5kg", "五公斤"),
        ("２０２６年", "二零二六年"),
    ],
)
def test_digits_in_chinese_become_numerals(written: str, spoken: str) -> None:
    assert said(written) == spoken


@given(st.text("0123456789.,:/-~%$¥年月日元个 ", max_size=24))
def test_whatever_the_digits_are_none_is_left(text: str) -> None:
    assert not any(sign in "0123456789" for sign in said(text))


def test_chinese_and_latin_are_told_apart_and_nothing_is_lost() -> None:
    sentence = "我用 iPhone 15 和 GPT-4o，很好。"
    found = runs(sentence)
    assert "".join(run.text for run in found) == sentence
    assert found == (
        Run("我用 ", True),
        Run("iPhone ", False),
        Run("15 和 ", True),
        Run("GPT-4o，", False),
        Run("很好。", True),
    )


@pytest.mark.parametrize(("prefers_chinese", "sound"), [(True, "ʂɨ↗"), (False, "tˈɛn")])
def test_a_number_alone_is_read_in_the_language_of_the_voice(
    prefers_chinese: bool, sound: str
) -> None:
    assert Reader(SIGNS).phonemes("10", prefers_chinese=prefers_chinese) == sound


def test_an_english_sentence_may_hold_chinese_words() -> None:
    read = Reader(SIGNS).phonemes("The word 你好 means hello in 3 ways.")
    assert "ni↓xau↓" in read
    assert read.startswith("ðə wˈɜɹd")
    assert "θɹˈi" in read


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("$49.99", "fˈɔɹTi nˈIn dˈɑləɹz"),
        ("at 3:45", "θɹˈi fˈɔɹTi fˈIv"),
        ("Qwen2.5", "tˈu pYnt fˈIv"),
        ("20%", "pəɹsˈɛnt"),
    ],
)
def test_english_numbers_are_read(written: str, heard: str) -> None:
    assert heard in english.phonemes(written)


@pytest.mark.parametrize(
    ("pinyin", "sound"),
    [
        ("zhong1", "ꭧʊ→ŋ"),
        ("shi2", "ʂɨ↗"),
        ("lü3", "ly↓"),
        ("xue2", "ɕɥe↗"),
        ("er4", "ɚ↘"),
        ("de5", "tɤ"),
        ("you3", "jou↓"),
        ("兙5", ""),
    ],
)
def test_a_syllable_sounds_as_the_model_learnt_it(pinyin: str, sound: str) -> None:
    assert mandarin.syllable(pinyin) == sound


def test_a_word_with_two_readings_is_read_in_its_word() -> None:
    assert mandarin.phonemes("银行").split()[-1].endswith("xa↗ŋ")
    assert mandarin.phonemes("行走").split()[0].startswith("ɕi↗ŋ")


def test_chinese_marks_are_pauses_that_the_model_knows() -> None:
    read = Reader(SIGNS).phonemes("你好，世界！“真的”吗？")
    assert read.count(",") == read.count("!") == read.count("?") == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Dr. Smith paid $3.50 to J. K. Rowling. “Was it really so?” she asked him.",
            ["Dr. Smith paid $3.50 to J. K. Rowling.", "“Was it really so?”", "she asked him."],
        ),
        (
            "今天天气很好，我们去公园。“你真的要去公园吗？”她又问了我一次。",
            ["今天天气很好，我们去公园。", "“你真的要去公园吗？”", "她又问了我一次。"],
        ),
        ("A heading\nThe text below it", ["A heading", "The text below it"]),
        ("Version 3.14 is here, e.g. for you.", ["Version 3.14 is here, e.g. for you."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_would_stop(text: str, found: list[str]) -> None:
    assert list(sentences(text)) == found


def test_a_short_sentence_is_spoken_with_the_next_but_the_first_begins_at_once() -> None:
    text = "Hello. Yes. No. This is a longer sentence."
    assert list(sentences(text)) == ["Hello.", "Yes. No. This is a longer sentence."]


@given(st.text(st.sampled_from("abc好，。.,!? 1\n”"), max_size=200))
def test_no_sign_of_a_text_is_lost_between_sentences(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(st.text(st.sampled_from("ab ,.;!"), max_size=400), st.integers(5, 60))
def test_pieces_are_never_too_long_and_lose_nothing(text: str, limit: int) -> None:
    pieces = list(cut(text, limit))
    assert all(0 < len(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_long_sentence_is_cut_where_a_voice_would_breathe() -> None:
    clause = "we walked along the river until the evening came"
    pieces = list(Reader(SIGNS).pieces(", ".join([clause] * 40) + "."))
    assert len(pieces) > 3
    assert all(len(piece.phonemes) <= LONGEST for piece in pieces)
    assert all(piece.phonemes[-1] in ",." for piece in pieces)


def test_what_has_no_sound_makes_no_piece() -> None:
    assert list(Reader(SIGNS).pieces("… — !!\n😀")) == []


def test_only_signs_that_the_model_knows_come_out() -> None:
    text = "Naïve café — 你好 😀 №5 ½ Ωmega ß [x] {y} 한국어 лес"
    read = Reader(SIGNS).phonemes(text)
    assert read
    assert set(read) <= set(SIGNS)
