"""Subtitles keep their limits, and lose no word."""

from __future__ import annotations

import html
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gptdesk.domain.subtitle_rules import (
    CHINESE,
    LAG,
    LATIN,
    LONGEST,
    SHORTEST,
    lines_of,
    rules_for,
)
from gptdesk.domain.subtitles import Caption, captions, srt, vtt
from gptdesk.domain.transcription import Segment, Word
from transcript_examples import MEETING, NAMES

ENGLISH = "We have to talk about the parking places, and then we will vote on it. Nobody objects. "
MANDARIN = "双层的话老人不方便抬车，我倾向于往东扩，先把报价要过来再表决。物业那边给了两个方案。"
TIME = re.compile(r"(\d{2,}):([0-5]\d):([0-5]\d)([,.])(\d{3})")


def seconds(text: str, mark: str) -> float:
    match = TIME.fullmatch(text)
    assert match is not None and match[4] == mark
    return int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3]) + int(match[5]) / 1000


def read_srt(text: str) -> list[Caption]:
    """As strict as players are: a number, a time, one or two lines, an empty line."""
    found = []
    for number, block in enumerate(text.strip("\n").split("\n\n") if text else [], start=1):
        first, times, *lines = block.split("\n")
        assert first == str(number)
        start, end = times.split(" --> ")
        found.append(Caption(seconds(start, ","), seconds(end, ","), tuple(lines)))
    return found


def read_vtt(text: str) -> list[Caption]:
    """By the grammar of W3C: the signature, blocks, voices, and no bare < or &."""
    head, *blocks = text.strip("\n").split("\n\n")
    assert head == "WEBVTT"
    found = []
    for block in blocks:
        times, *lines = block.split("\n")
        start, end = times.split(" --> ")
        payload = "\n".join(lines)
        voice = re.match(r"<v ([^>&\n]+|[^>\n]*&(?:amp|lt|gt);[^>\n]*)>", payload)
        name = voice[1] if voice else ""
        payload = payload[voice.end() :] if voice else payload
        assert "<" not in payload and "-->" not in payload
        assert not re.search(r"&(?!amp;|lt;|gt;)", payload)
        lines = html.unescape(payload).split("\n")
        found.append(Caption(seconds(start, "."), seconds(end, "."), tuple(lines), name))
    return found


@st.composite
def spoken(draw: st.DrawFn) -> tuple[Segment, ...]:
    """Sentences of any length, said at any speed, also at the same time."""
    found, now = [], 0.0
    for number in range(draw(st.integers(0, 8))):
        text = draw(st.sampled_from([ENGLISH, MANDARIN, "Yes.", "好。", "x" * 100, "字" * 50]))
        text = (text * 3)[: draw(st.integers(1, 250))]
        length = draw(st.floats(0.0, 30.0))
        now += draw(st.sampled_from([0.0, 0.0, 0.3, 5.0]))
        found.append(Segment(number, now, now + length, text, draw(st.sampled_from("ab"))))
        now += length * draw(st.sampled_from([1.0, 1.0, 0.7]))
    return tuple(found)


def signs(text: str) -> str:
    return "".join(text.split())


@given(spoken(), st.booleans())
def test_no_caption_breaks_a_limit_and_no_word_is_lost(segments, named):
    found = captions(segments, NAMES if named else None)

    assert signs("".join("".join(one.lines) for one in found)) == signs(
        "".join(segment.text for segment in segments)
    )
    for one in found:
        assert 1 <= len(one.lines) <= 2
        for line in one.lines:
            rules = rules_for(" ".join(one.lines))
            assert rules.length(line) <= rules.line
            assert line == line.strip() != ""
        assert SHORTEST - 0.001 <= one.end - one.start <= LONGEST + 0.001
    for one, following in pairwise(found):
        assert one.end < following.start


@pytest.mark.parametrize(("text", "rate"), [(ENGLISH, 15.5), (MANDARIN, 8.0)])
def test_at_the_speed_of_usual_speech_every_caption_can_be_read(text, rate):
    rules = rules_for(text)
    segments, now = [], 0.0
    for number in range(40):
        said = (text * 4)[: 20 + 37 * number % 200]
        length = rules.length(said) / rate
        segments.append(Segment(number, now, now + length, said))
        now += length
    for one in captions(segments):
        assert rules.length("".join(one.lines)) / (one.end - one.start) <= rules.speed + 0.05


def test_fast_speech_delays_captions_only_so_far():
    segments = [Segment(n, n * 2.0, n * 2.0 + 2.0, (ENGLISH * 2)[:80].strip()) for n in range(100)]
    found = captions(segments)
    assert found[-1].start <= segments[-1].start + LAG + 0.2


def test_a_long_sentence_is_cut_after_a_clause_at_the_time_of_its_word():
    text = "We have to talk about the parking places, and then all of us will vote on it tonight."
    said = text.split()
    times = [n * 0.3 if n < 8 else 4.0 + n * 0.3 for n in range(len(said))]
    words = tuple(
        Word(time, time + 0.3, f" {word}") for time, word in zip(times, said, strict=True)
    )
    first, second = captions([Segment(1, 0.0, words[-1].end, text, words=words)])
    assert " ".join(first.lines).endswith("places,")
    assert second.start == words[8].start
    assert first.end == pytest.approx(words[7].end, abs=0.5)


def test_chinese_lines_hold_sixteen_characters_and_begin_with_no_comma():
    lines = lines_of("往东扩三米会占到花坛，花坛是去年大家一起种的。", CHINESE)
    assert lines == ("往东扩三米会占到花坛，", "花坛是去年大家一起种的。")
    assert lines_of("字" * 16, CHINESE) == ("字" * 16,)
    assert lines_of("字" * 33, CHINESE) == ()
    assert lines_of("x" * 43, LATIN) == ()


def test_a_caption_goes_when_the_next_one_comes_and_never_stays_over_seven_seconds():
    first, second = captions([Segment(1, 0, 60, "Hm."), Segment(2, 60, 61, "Yes, of course.")])
    assert first.end == 7.0
    assert second.start == 60


def test_srt_is_what_players_read():
    found = read_srt(srt(MEETING, NAMES))
    assert found[0] == Caption(
        0.5, pytest.approx(3.917, abs=0.001), ("张老师：先说第一件事，", "楼下的充电棚。")
    )
    assert "Ben: Let me add one thing." in [" ".join(one.lines) for one in found]
    assert srt((Segment(1, 0, 1, "a --> b"), Segment(2, 1, 2, "  \n "))) == (
        "1\n00:00:00,000 --> 00:00:01,000\na → b\n"
    )
    assert srt(()) == ""


def test_vtt_is_what_web_pages_read():
    found = read_vtt(vtt(MEETING, {**NAMES, "B": "Ben <3> & co"}))
    assert found[0].speaker == "张老师"
    assert found[-2].speaker == "Ben &lt;3&gt; &amp; co"
    assert found[-1].lines == ("- <b>不</b> & *so*",)
    assert read_vtt(vtt((Segment(1, 359_999, 360_000, "a --> b"),)))[0].start == 359_999


@given(spoken())
def test_both_kinds_can_be_read_whatever_is_said(segments):
    assert [one.lines for one in read_srt(srt(segments))] == [
        one.lines for one in read_vtt(vtt(segments))
    ]
