"""Speakers: their minutes, their names, and two that are one."""

from __future__ import annotations

from gptdesk.domain.transcript_speakers import SpeakerShare, merged, renamed, shares
from gptdesk.domain.transcript_undoing import EditHistory
from transcript_examples import MEETING

NAMES = {"B": "", "A": "Anna"}


def test_the_time_of_each_is_added_up_and_the_order_is_the_known_one():
    found = shares(MEETING, NAMES)
    assert [(one.key, round(one.seconds, 3)) for one in found] == [("B", 3.8), ("A", 8.5)]
    assert shares(MEETING, {})[0].key == "A"
    assert shares((), NAMES) == ()


def test_a_new_name_keeps_the_place_and_so_the_colour():
    assert list(renamed(NAMES, "B", "  Ben  Ng ").items()) == [("B", "Ben Ng"), ("A", "Anna")]


def test_two_that_are_one_can_be_parted_again():
    result = merged(MEETING, "B", "A")
    assert [one.key for one in shares(result.segments, NAMES)] == ["A"]
    history = EditHistory()
    history.note(MEETING, result.segments)
    assert history.undo(result.segments).segments == MEETING
    assert shares(MEETING, NAMES)[0] == SpeakerShare("B", shares(MEETING, NAMES)[0].seconds)
