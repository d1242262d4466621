"""How many tokens were used, in every form in which services say it."""

from __future__ import annotations

import pytest

from gptdesk.domain.events import UsageReported
from gptdesk.providers.answer import AnswerReader
from gptdesk.providers.usage import usage_of


def told(**fields: object) -> UsageReported:
    return usage_of({"prompt_tokens": 100, "completion_tokens": 40, **fields})


@pytest.mark.parametrize(
    "fields",
    [
        {"prompt_tokens_details": {"cached_tokens": 64}},
        {"prompt_cache_hit_tokens": 64, "prompt_cache_miss_tokens": 36},
        {"cached_tokens": 64},
        {"prompt_tokens_details": {"cached_tokens": 0}, "prompt_cache_hit_tokens": 64},
        {"prompt_tokens_details": None, "cached_tokens": 64.0},
    ],
)
def test_cached_tokens_are_found_where_each_service_puts_them(fields: dict[str, object]) -> None:
    assert told(**fields) == UsageReported(100, 40, cached_tokens=64)


@pytest.mark.parametrize(
    "fields",
    [
        {"prompt_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 80}},
        {"cache_creation_input_tokens": 80, "cache_read_input_tokens": 0},
    ],
)
def test_what_was_written_to_the_cache_is_told_apart(fields: dict[str, object]) -> None:
    assert told(**fields) == UsageReported(100, 40, written_tokens=80)


def test_thoughts_within_the_output_are_not_added_to_it() -> None:
    report = told(completion_tokens_details={"reasoning_tokens": 30}, total_tokens=140)
    assert report == UsageReported(100, 40, reasoning_tokens=30)


def test_thoughts_beside_the_output_are_added_to_it() -> None:
    report = told(completion_tokens_details={"reasoning_tokens": 30}, total_tokens=170)
    assert report == UsageReported(100, 70, reasoning_tokens=30)


def test_thoughts_that_only_the_total_knows_are_found() -> None:
    assert told(total_tokens=165) == UsageReported(100, 65, reasoning_tokens=25)


def test_pictures_and_sound_are_told_apart() -> None:
    report = told(
        prompt_tokens_details={"image_tokens": 20, "audio_tokens": 5},
        completion_tokens_details={"audio_tokens": 7},
    )
    assert (report.picture_tokens, report.audio_input, report.audio_output) == (20, 5, 7)


def test_the_names_of_the_newer_interface_are_understood() -> None:
    report = usage_of(
        {
            "input_tokens": 10,
            "output_tokens": 5,
            "input_tokens_details": {"cached_tokens": 4},
            "output_tokens_details": {"reasoning_tokens": 3},
        }
    )
    assert report == UsageReported(10, 5, 4, 3)


@pytest.mark.parametrize("wrong", ["7", True, -3, None, 1.5, [], {}])
def test_what_is_no_number_is_not_a_count(wrong: object) -> None:
    report = usage_of({"prompt_tokens": wrong, "completion_tokens": 2})
    assert report == UsageReported(None, 2)


def said(*chunks: dict[str, object]) -> list[UsageReported]:
    reader = AnswerReader()
    for chunk in chunks:
        reader.feed(chunk)
    return [event for event in reader.flush() if isinstance(event, UsageReported)]


def words(**more: object) -> dict[str, object]:
    return {"choices": [{"delta": {"content": "a"}, **more}]}


def test_of_a_count_in_every_piece_the_last_one_holds() -> None:
    growing = [
        {**words(), "usage": {"prompt_tokens": 9, "completion_tokens": n}} for n in (1, 2, 3)
    ]
    assert said(*growing) == [UsageReported(9, 3)]


def test_a_count_in_the_last_piece_without_choices_is_taken() -> None:
    last = {"choices": [], "usage": {"prompt_tokens": 9, "completion_tokens": 2}}
    assert said(words(), last) == [UsageReported(9, 2)]


def test_a_count_inside_the_choice_is_taken() -> None:
    assert said(words(usage={"prompt_tokens": 9, "completion_tokens": 2})) == [UsageReported(9, 2)]


def test_a_count_in_a_service_s_own_corner_is_taken() -> None:
    corner = {**words(), "x_groq": {"usage": {"prompt_tokens": 9, "completion_tokens": 2}}}
    assert said(corner) == [UsageReported(9, 2)]


def test_a_null_afterwards_takes_nothing_back() -> None:
    first = {**words(), "usage": {"prompt_tokens": 9, "completion_tokens": 2}}
    assert said(first, {**words(), "usage": None}) == [UsageReported(9, 2)]


def test_no_count_is_no_report() -> None:
    assert said(words(), {**words(), "usage": None}) == []
