from __future__ import annotations

import pytest

from gptdesk.domain.models import likely_for_chat


@pytest.mark.parametrize(
    ("models", "chosen"),
    [
        (("babbage-002", "dall-e-3", "gpt-6-luna"), "gpt-6-luna"),
        (("text-embedding-3-small", "tts-1"), "text-embedding-3-small"),
        (("Whisper-large", "qwen3"), "qwen3"),
        ((), ""),
    ],
)
def test_a_model_that_talks_is_preferred_where_nobody_has_chosen(models, chosen):
    assert likely_for_chat(models) == chosen
