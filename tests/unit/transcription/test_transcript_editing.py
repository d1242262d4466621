"""Correcting a transcript: nothing said and no time is lost, and all can be taken back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gptdesk.domain.transcript_editing import (
    Edited,
    Segments,
    arrived,
    change_text,
    delete,
    merge,
    set_speaker,
    split,
)
from gptdesk.domain.transcript_finding import (
    Hit,
    Wanted,
    find,
    next_hit,
    replace_all,
    replace_hit,
)
from gptdesk.domain.transcript_undoing import EditHistory
from gptdesk.domain.transcript_words import word_places
from gptdesk.domain.transcription import Segment, Word

TEXTS = st.text("ab 你好，.A1\u0301-", max_size=12)


@st.composite
def transcripts(draw: st.DrawFn, first_id: int = 1) -> Segments:
    """Segments in order; some have words, and pauses stand between some of them."""
    found: list[Segment] = []
    now = 0.0
    for number in range(draw(st.integers(0, 6))):
        start = now + draw(st.sampled_from([0.0, 0.0, 0.5]))
        texts = draw(st.lists(TEXTS.filter(str.strip), max_size=4))
        text = draw(st.sampled_from(["", " "])).join(texts)
        step = 0.4
        words = tuple(
            Word(start + step * n, start + step * (n + 1), word) for n, word in enumerate(texts)
        )
        now = start + step * max(1, len(texts))
        speaker = draw(st.sampled_from(["", "a", "b"]))
        has_words = draw(st.booleans())
        found.append(
            Segment(
                first_id + number, start, now, text, speaker,
                confidence=draw(st.sampled_from([None, 0.5, 1.0])),
                words=words if has_words else (),
            )
        )  # fmt: skip
    return tuple(found)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, int, int, str]:
    kinds = st.sampled_from(["text", "split", "merge", "delete", "speaker", "replace"])
    return draw(kinds), draw(st.integers(0, 9)), draw(st.integers(0, 20)), draw(TEXTS)


def changed(segments: Segments, change: tuple[str, int, int, str]) -> Edited:
    kind, number, caret, text = change
    if not segments:
        return Edited(segments)
    place = number % len(segments)
    ids = {segment.id for segment in segments[place : place + 2]}
    match kind:
        case "text":
            return change_text(segments, segments[place].id, text)
        case "split":
            return split(segments, segments[place].id, caret)
        case "merge":
            return merge(segments, ids)
        case "delete":
            return delete(segments, ids)
        case "speaker":
            return set_speaker(segments, ids, text)
        case _:
            return replace_all(segments, Wanted("a"), text)[0]


def signs(segments: Segments) -> str:
    return "".join("".join(segment.text.split()) for segment in segments)


def is_in_order(segments: Segments) -> bool:
    starts = [segment.start for segment in segments]
    return starts == sorted(starts) and all(one.start <= one.end for one in segments)


@given(transcripts(), st.integers(0, 5), st.integers(-1, 30))
def test_splitting_keeps_every_sign_and_the_time_from_beginning_to_end(segments, place, caret):
    if not segments:
        return
    whole = segments[place % len(segments)]

    result = split(segments, whole.id, max(0, caret))

    assert signs(result.segments) == signs(segments)
    assert is_in_order(result.segments)
    assert len({segment.id for segment in result.segments}) == len(result.segments)
    if result.segments != segments:
        at = segments.index(whole)
        first, second = result.segments[at : at + 2]
        assert (first.id, first.start, second.end) == (whole.id, whole.start, whole.end)
        assert first.end <= second.start
        assert result.selected == (second.id,)


@given(transcripts(), st.integers(0, 5), st.integers(2, 4))
def test_merging_keeps_every_sign_and_the_time_from_beginning_to_end(segments, place, count):
    ids = {segment.id for segment in segments[place : place + count]}

    result = merge(segments, ids)

    assert signs(result.segments) == signs(segments)
    assert is_in_order(result.segments)
    if len(ids) > 1:
        parts = segments[place : place + count]
        merged = result.segments[place]
        assert merged.id == parts[0].id
        assert (merged.start, merged.end) == (parts[0].start, max(one.end for one in parts))


@given(transcripts(), st.lists(changes(), max_size=8))
def test_no_change_brings_times_or_ids_into_disorder(segments, many):
    for change in many:
        segments = changed(segments, change).segments
        assert is_in_order(segments)
        assert len({segment.id for segment in segments}) == len(segments)
        for segment in segments:
            words = [word for _, _, word in word_places(segment)]
            assert [word.start for word in words] == sorted(word.start for word in words)


@given(transcripts(), st.lists(changes(), max_size=8))
def test_all_changes_can_be_taken_back_and_made_again(segments, many):
    history, states = EditHistory(), [segments]
    for change in many:
        after = changed(states[-1], change).segments
        if history.note(states[-1], after):
            states.append(after)
        else:
            assert after == states[-1]
    now = states[-1]
    for earlier in reversed(states[:-1]):
        now = history.undo(now).segments
        assert now == earlier
    assert not history.can_undo
    for later in states[1:]:
        now = history.redo(now).segments
        assert now == later
    assert not history.can_redo


@given(
    transcripts(),
    transcripts(first_id=100),
    st.lists(changes(), min_size=1, max_size=5),
    st.integers(0, 5),
)
def test_what_arrives_between_changes_stays_when_they_are_taken_back(segments, more, many, when):
    """Pieces are heard side by side; the person corrects meanwhile."""
    more = tuple(replace(one, start=one.start + 0.2, end=one.end + 0.2) for one in more)
    history, now = EditHistory(), segments
    for number, change in enumerate(many):
        if number == when:
            now = arrived(now, more)
        here = tuple(one for one in now if one.id < 100)
        edited = changed(here, change).segments
        after = arrived(edited, tuple(one for one in now if one.id >= 100))
        history.note(now, after)
        now = after
    now = arrived(now, more)
    while history.can_undo:
        now = history.undo(now).segments
        assert is_in_order(now)
    assert sorted(now, key=lambda one: one.id) == [*segments, *more]
    assert [one for one in now if one.id < 100] == list(segments)


def test_arriving_again_changes_nothing():
    segments = (Segment(1, 0, 1, "corrected", is_edited=True),)
    assert arrived(segments, (Segment(1, 0, 1, "heard"),)) == segments


def test_a_history_forgets_its_oldest_steps_when_it_is_full():
    history, now = EditHistory(most=2_000), (Segment(1, 0, 1, ""),)
    for length in range(200):
        after = change_text(now, 1, "x" * (length + 1)).segments
        history.note(now, after)
        now = after
    assert history.size <= 2_000
    steps = 0
    while history.can_undo:
        now = history.undo(now).segments
        steps += 1
    assert 1 < steps < 10
    assert now[0].text == "x" * (200 - steps)


def test_a_new_change_ends_what_could_be_made_again():
    history, first = EditHistory(), (Segment(1, 0, 1, "one"),)
    second = change_text(first, 1, "two").segments
    history.note(first, second)
    history.undo(second)
    history.note(first, change_text(first, 1, "three").segments)
    assert history.can_undo
    assert not history.can_redo
    history.clear()
    assert history.undo(first) == history.redo(first) == Edited(first)


def test_a_cut_takes_the_time_of_the_words_around_it():
    words = (Word(1.0, 1.4, " Good"), Word(1.6, 2.0, " morning"), Word(3.0, 3.5, " all"))
    segment = Segment(7, 1.0, 3.6, "Good morning all", words=words)
    first, second = split((segment,), 7, 13).segments
    assert (first.text, first.end) == ("Good morning", 2.0)
    assert (second.text, second.start, second.id) == ("all", 3.0, -1)
    assert [word.text for word in second.words] == [" all"]


def test_a_cut_within_a_word_takes_a_share_of_its_time():
    segment = Segment(1, 0.0, 2.0, "早上好", words=(Word(0.0, 1.5, "早上好"),))
    first, second = split((segment,), 1, 2).segments
    assert (first.end, second.start) == (1.0, 1.0)
    assert [word.text for word in (*first.words, *second.words)] == ["早上", "好"]


def test_without_words_a_cut_goes_by_the_letters_and_chinese_counts_three():
    segment = Segment(1, 10.0, 16.0, "abc你")
    first, second = split((segment,), 1, 3).segments
    assert first.end == second.start == 13.0


def test_a_cut_at_the_edge_changes_nothing():
    segments = (Segment(1, 0, 1, " word "),)
    for caret in (0, 1, 5, 6, 99):
        assert split(segments, 1, caret).segments is segments
    assert split(segments, 9, 3).segments is segments


def test_merged_texts_get_a_space_only_where_the_writing_has_them():
    def merged(first: str, second: str) -> str:
        return merge((Segment(1, 0, 1, first), Segment(2, 1, 2, second)), {1, 2}).segments[0].text

    assert merged("Hello.", "World") == "Hello. World"
    assert merged("你好，", "世界") == "你好，世界"
    assert merged("用", "API") == "用API"
    assert merged("안녕", "하세요") == "안녕 하세요"
    assert merged("a ", "b") == "a b"


def test_after_deleting_the_next_one_is_selected_and_at_the_end_the_one_before():
    segments = tuple(Segment(n, n, n + 1, str(n)) for n in (1, 2, 3))
    assert delete(segments, {2}).selected == (3,)
    assert delete(segments, {3}).selected == (2,)
    assert delete(segments, {1, 2, 3}) == Edited((), ())
    assert delete(segments, {9}).segments is segments


def test_a_corrected_word_takes_the_time_of_the_wrong_one():
    words = (Word(0, 1, "Good"), Word(1, 2, " moaning"), Word(2, 3, " all"))
    (segment,) = change_text((Segment(1, 0, 3, "Good moaning all", words=words),), 1,
                             "Good morning all").segments  # fmt: skip
    assert [(word.start, word.end, word.text.strip()) for word in segment.words] == [
        (0, 1, "Good"), (1, 2, "morning"), (2, 3, "all"),
    ]  # fmt: skip
    assert segment.is_edited


def test_speakers_are_set_only_where_they_differ():
    segments = (Segment(1, 0, 1, "a", "x"), Segment(2, 1, 2, "b"))
    result = set_speaker(segments, {1, 2}, "x")
    assert [segment.is_edited for segment in result.segments] == [False, True]
    assert set_speaker(segments, {1}, "x").segments is segments


CHINESE = (
    Segment(1, 0, 1, "我们用API做测试，Api很好。"),
    Segment(2, 1, 2, "Capital, api_key and API."),
)


def test_words_are_found_with_and_without_case():
    assert [(hit.segment, hit.start) for hit in find(CHINESE, Wanted("api"))] == [
        (1, 3), (1, 10), (2, 1), (2, 9), (2, 21),
    ]  # fmt: skip
    assert [hit.start for hit in find(CHINESE, Wanted("API", case=True))] == [3, 21]


def test_whole_words_count_chinese_signs_as_neighbours_of_no_word():
    found = find(CHINESE, Wanted("api", whole_words=True))
    assert [(hit.segment, hit.start) for hit in found] == [(1, 3), (1, 10), (2, 21)]
    assert find(CHINESE, Wanted("测试", whole_words=True)) == (Hit(1, 7, 9),)
    assert find(CHINESE, Wanted("")) == ()


def test_replacing_takes_the_words_as_they_are_typed():
    result, count = replace_all(CHINESE, Wanted("API"), r"\1 $0")
    assert count == 5
    assert result.segments[0].text == r"我们用\1 $0做测试，\1 $0很好。"
    assert result.selected == (1, 2)
    assert replace_all(CHINESE, Wanted("none"), "x")[0].segments is CHINESE


def test_one_place_is_replaced_and_the_caret_stands_behind_it():
    hit = find(CHINESE, Wanted("Api", case=True))[0]
    result = replace_hit(CHINESE, hit, Wanted("Api", case=True), "接口")
    assert result.segments[0].text == "我们用API做测试，接口很好。"
    assert (result.selected, result.caret) == ((1,), 12)
    again = replace_hit(result.segments, hit, Wanted("Api", case=True), "接口")
    assert again.segments is result.segments


def test_the_next_place_is_looked_for_round_and_round():
    hits = find(CHINESE, Wanted("api"))
    assert next_hit(hits, CHINESE, 1, 4) == 1
    assert next_hit(hits, CHINESE, 2, 30) == 0
    assert next_hit((), CHINESE, 1, 0) == -1
