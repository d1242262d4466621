"""Times of a model become exact, and sentences get their own."""

from __future__ import annotations

import pytest

from gptdesk.domain.segment_times import parted, snapped
from gptdesk.domain.sentence_times import timed
from gptdesk.domain.transcription import Segment, Word

QUIET, LOUD = 20, 150


def loudness(*stretches: tuple[float, float], seconds: float) -> bytes:
    """Loud in these stretches of seconds, quiet elsewhere."""
    found = bytearray([QUIET] * round(seconds * 50))
    for start, end in stretches:
        for at in range(round(start * 50), round(end * 50)):
            found[at] = LOUD
    return bytes(found)


def words(*told: tuple[str, float, float]) -> tuple[Word, ...]:
    return tuple(Word(start, end, text) for text, start, end in told)


SOUND = loudness((0.5, 1.5), (2.5, 4.0), seconds=5)


def test_beginnings_and_ends_move_to_the_sound():
    (segment,) = snapped([Segment(0, 0.1, 4.4, "x")], SOUND)
    assert (segment.start, segment.end) == (0.5, 4.0)


def test_what_is_far_from_any_sound_stays():
    (segment,) = snapped([Segment(0, 1.6, 1.7, "x")], SOUND)
    assert (segment.start, segment.end) == (1.6, 1.7)


def test_words_do_not_reach_beyond_their_segment():
    (segment,) = snapped([Segment(0, 0.1, 2.0, "x", words=words(("x", 0.1, 2.0)))], SOUND)
    assert (segment.words[0].start, segment.words[0].end) == (0.5, 1.5)


@pytest.mark.parametrize(
    ("text", "told", "parts"),
    [
        ("One two. Three four.",
         [("One", 0.5, 0.8), ("two.", 0.9, 1.4), ("Three", 2.5, 3), ("four.", 3.2, 4)],
         ["One two.", "Three four."]),
        ("One two. Three four.",
         [("one", 0.5, 0.8), ("two", 0.9, 1.4), ("three", 2.5, 3), ("four", 3.2, 4)],
         ["One two.", "Three four."]),
        ("今天很好，明天见。",
         [("今天", 0.5, 0.8), ("很好，", 0.9, 1.4), ("明天", 2.5, 3), ("见。", 3.2, 4)],
         ["今天很好，", "明天见。"]),
        ("It is 3.5 km. He said “yes.” Then left.",
         [("It", 0.5, 0.6), ("is", 0.6, 0.7), ("3.5", 0.8, 1.0), ("km.", 1.1, 1.4),
          ("He", 2.5, 2.7), ("said", 2.7, 2.9), ("yes", 3, 3.2), ("Then", 3.3, 3.6),
          ("left.", 3.6, 4)],
         ["It is 3.5 km.", "He said “yes.”", "Then left."]),
        ("One two three", [("other", 0.5, 4.0)], ["One two three"]),
        ("One. Two.", [], ["One. Two."]),
    ],
)  # fmt: skip
def test_segments_are_parted_at_sentences_and_long_pauses(text, told, parts):
    found = parted([Segment(0, 0.5, 4.0, text, words=words(*told))], SOUND)
    assert [segment.text for segment in found] == parts
    assert sum(len(segment.words) for segment in found) == len(told)
    assert (found[0].start, found[-1].end) == (0.5, 4.0)
    if len(parts) > 1:
        assert found[1].start == 2.5


def test_text_without_times_gets_those_of_its_pauses():
    sound = loudness((0.5, 2.0), (2.8, 4.0), (4.7, 8.0), seconds=9)
    found = timed("One river was wide. Two boats came. And all of them went up to the town.", sound)
    assert [(it.start, it.end) for it in found] == [(0.5, 2.0), (2.8, 4.0), (4.7, 8.0)]
    assert not any(segment.has_own_times for segment in found)


def test_more_sentences_than_pauses_share_what_there_is():
    found = timed("一。二二二二。三三三三三。四。", loudness((1, 5), seconds=6))
    assert [segment.text for segment in found] == ["一。", "二二二二。", "三三三三三。", "四。"]
    ends = [segment.end for segment in found]
    assert ends == sorted(ends)
    assert (found[0].start, found[-1].end) == (1.0, 5.0)


@pytest.mark.parametrize("sound", [b"", bytes(100), loudness((0, 1), seconds=1)])
@pytest.mark.parametrize("text", ["", "One.", "a. b. c. d.", "x" * 2000, "。" * 50])
def test_any_text_and_any_sound_go_together(text, sound):
    found = timed(text, sound)
    assert "".join(segment.text for segment in found).replace(" ", "") == text.replace(" ", "")
    assert all(0 <= it.start <= it.end for it in found)
