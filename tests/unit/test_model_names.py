from __future__ import annotations

from datetime import date

import pytest

from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.models import likely_for_chat, looks_like_chat

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("models", "chosen"),
    [
        (("babbage-002", "dall-e-3", "gpt-6-luna"), "gpt-6-luna"),
        (("text-embedding-3-small", "tts-1"), "text-embedding-3-small"),
        (("Whisper-large", "qwen3"), "qwen3"),
        (("nomic-embed-text", "unheard-of", "qwen3"), "unheard-of"),
        ((), ""),
    ],
)
def test_a_model_that_talks_is_preferred_where_nobody_has_chosen(models, chosen):
    assert likely_for_chat(models) == chosen


@pytest.mark.parametrize("service_id", ["openai", "deepseek"])
def test_the_preset_s_first_model_is_preferred_wherever_it_stands_in_the_list(service_id):
    service = load_catalogue().service(service_id)
    best, *others = service.models
    assert likely_for_chat((*others, "gpt-5.5", best), service_id, TODAY) == best


@pytest.mark.parametrize(
    ("models", "service_id", "chosen"),
    [
        (("gpt-4", "gpt-5.5-pro", "gpt-5.5"), "openai", "gpt-5.5"),
        (("gpt-4", "gpt-5.5-pro"), "openai", "gpt-5.5-pro"),
        (("tts-1", "gpt-4"), "openai", "gpt-4"),
        (("gpt-4o", "gpt-5.5"), "openai", "gpt-5.5"),
        (("gpt-4", "gpt-5.5"), "siliconflow", "gpt-4"),
    ],
)
def test_what_ends_or_has_ended_at_its_service_comes_last(models, service_id, chosen):
    assert likely_for_chat(models, service_id, TODAY) == chosen


def test_a_name_tells_whether_one_can_talk_with_it():
    assert looks_like_chat("some-large-model")
    assert not looks_like_chat("some-embedding-model")
