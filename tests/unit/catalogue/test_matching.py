"""How a name finds what is known of a model, at its maker and elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gptdesk.domain.catalogue import Api, Catalogue, ModelFacts, Task
from gptdesk.domain.catalogue_reading import load_catalogue

Write = Callable[..., Path]
PRICE = {"input": 1, "output": 2, "as_of": "2026-11-01", "source": "acme.test"}


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("gpt-4o", "openai"),
        ("GPT-4o", "openai"),
        (" gpt-4o ", "openai"),
        ("openai/gpt-4o", "openrouter"),
        ("gpt-4o:extended", "openrouter"),
        ("models/gpt-4o", "gemini"),
        ("gpt-4o", "an unheard-of service"),
        ("gpt-4o", ""),
        ("ft:gpt-4o-2024-08-06:acme::xyz", "openai"),
        ("gpt-4o-2029-01-31", "openai"),
        ("gpt-4o-something-new", "openai"),
    ],
)
def test_a_model_is_found_however_a_service_writes_it(
    catalogue: Catalogue, name: str, service: str
) -> None:
    facts = catalogue.facts(name, service)
    assert (facts.name, facts.is_known) == (name, True)
    assert facts.sees_pictures and facts.task is Task.CHAT and facts.tokenizer == "o200k"


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("models/gemini-3.5-flash", "gemini"),
        ("gemini-3.5-flash", "gemini"),
        ("deepseek-v4-flash", "deepseek"),
        ("GLM-5.3", "glm"),
        ("minimax-m2.7", "minimax"),
    ],
)
def test_a_maker_s_own_spelling_keeps_the_price(
    catalogue: Catalogue, name: str, service: str
) -> None:
    assert catalogue.facts(name, service).price is not None


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        ("llama3.2:3b", False),
        ("llama3.2-vision:11b", True),
        ("llama4:scout", True),
        ("qwen3:8b", False),
        ("qwen3-vl:8b", True),
        ("qwen/qwen2.5-vl-7b", True),
        ("Qwen3-8B-Q4_K_M.gguf", False),
        ("llava:13b", True),
        ("gemma3:4b", True),
        ("gemma3:1b", False),
        ("gpt-oss:20b", False),
        ("ggml-org/gemma-3-4b-it-GGUF:Q4_K_M", True),
        ("some-new-vl-7b", True),
    ],
)
def test_open_models_are_known_by_their_family(catalogue: Catalogue, name: str, sees: bool) -> None:
    facts = catalogue.facts(name, "ollama")
    assert facts.is_known and facts.task is Task.CHAT
    assert facts.sees_pictures is sees


@pytest.mark.parametrize(
    ("name", "task"),
    [
        ("whisper-large-v3-turbo", Task.TRANSCRIPTION),
        ("Systran/faster-whisper-small", Task.TRANSCRIPTION),
        ("hexgrad/Kokoro-82M", Task.SPEECH),
        ("FunAudioLLM/CosyVoice2-0.5B", Task.SPEECH),
        ("FunAudioLLM/SenseVoiceSmall", Task.TRANSCRIPTION),
        ("nomic-embed-text:latest", Task.EMBEDDINGS),
        ("qwen3-embedding:0.6b", Task.EMBEDDINGS),
        ("BAAI/bge-m3", Task.EMBEDDINGS),
        ("BAAI/bge-reranker-v2-m3", Task.OTHER),
        ("black-forest-labs/FLUX.1-schnell", Task.IMAGES),
        ("Kwai-Kolors/Kolors", Task.IMAGES),
        ("stablediffusion", Task.IMAGES),
        ("gpt-realtime-9", Task.OTHER),
        ("step-1o-audio", Task.OTHER),
        ("step-tts-9", Task.SPEECH),
        ("gpt-9-audio-mini", Task.OTHER),
        ("gpt-image-9", Task.IMAGES),
        ("tts-9", Task.SPEECH),
        ("gpt-9-transcribe", Task.TRANSCRIPTION),
    ],
)
def test_a_family_tells_what_a_model_is_for(catalogue: Catalogue, name: str, task: Task) -> None:
    facts = catalogue.facts(name, "siliconflow")
    assert (facts.is_known, facts.task) == (True, task)


@given(
    name=st.text() | st.text(alphabet="gpt4o-:/@.ftvl*", max_size=30),
    service=st.sampled_from(["", "openai", "ollama", "openrouter", "unheard-of"]),
)
def test_no_name_is_too_strange(name: str, service: str) -> None:
    facts = load_catalogue().facts(name, service)
    assert (facts.name, facts.service) == (name, service)


@pytest.mark.parametrize(
    ("name", "task"),
    [
        ("acme-embed-2", Task.EMBEDDINGS),
        ("acme-transcriber", Task.TRANSCRIPTION),
        ("acme-tts", Task.SPEECH),
        ("acme-image-pro", Task.IMAGES),
        ("acme-realtime", Task.OTHER),
        ("acme-video-1", Task.OTHER),
        ("acme-guard", Task.OTHER),
        ("acme-large", Task.CHAT),
        ("", Task.CHAT),
        ("模型", Task.CHAT),
    ],
)
def test_of_an_unknown_name_a_word_tells_the_task_and_nothing_more(
    catalogue: Catalogue, name: str, task: Task
) -> None:
    facts = catalogue.facts(name)
    assert (facts.task, facts.is_known) == (task, False)
    assert facts.price is None and facts.context is None and not facts.refuses


def test_away_from_its_maker_a_model_keeps_abilities_but_neither_price_nor_end(
    catalogue: Catalogue,
) -> None:
    home = catalogue.facts("gpt-4-turbo", "openai")
    away = catalogue.facts("gpt-4-turbo", "siliconflow")
    assert home.price is not None and home.is_retired(date(2026, 11, 24))
    assert away.price is None and away.shutdown is None and away.successor == ""
    assert (away.takes, away.context, away.tokenizer) == (home.takes, 128000, "cl100k")
    assert away.service == "siliconflow" and not away.is_recommended


def test_away_from_openai_no_model_is_asked_through_the_responses_api(
    catalogue: Catalogue,
) -> None:
    assert catalogue.facts("gpt-5-pro", "openai").api is Api.RESPONSES
    assert catalogue.facts("openai/gpt-5-pro", "openrouter").api is Api.CHAT
    assert catalogue.facts("gpt-4o", "openai").limit_name == "max_completion_tokens"
    assert catalogue.facts("gpt-4o", "ollama").limit_name == ""


def test_a_tuned_model_or_another_release_has_no_price_of_its_base(catalogue: Catalogue) -> None:
    for name in ("ft:gpt-4o-2024-08-06:acme::xyz", "gpt-4o-2029-01-31"):
        facts = catalogue.facts(name, "openai")
        assert facts.price is None and facts.shutdown is None and facts.takes


def test_what_runs_here_is_free_but_not_what_only_passes_through(catalogue: Catalogue) -> None:
    free = catalogue.facts("gpt-oss:20b", "ollama").price
    assert free is not None and (free.input, free.output, free.minute) == (0, 0, 0)
    assert free.as_of is not None
    assert catalogue.facts("gpt-oss:120b-cloud", "ollama").price is None


def test_what_a_service_refuses_of_any_model_is_among_the_facts(catalogue: Catalogue) -> None:
    assert "presence_penalty" in catalogue.facts("glm-5.3", "glm").refuses
    assert {"temperature", "logprobs"} <= catalogue.facts("openai/o3", "groq").refuses


def test_the_first_model_of_a_preset_is_recommended_there(catalogue: Catalogue) -> None:
    for service in catalogue.services:
        for name in service.models[:1]:
            assert catalogue.facts(name, service.id).is_recommended


def test_the_service_s_own_word_on_a_model_comes_first(write: Write) -> None:
    folder = write({"name": "gpt-4o", "context": 7}, {"pattern": "whisper*", "context": 8})
    catalogue = load_catalogue(folder)
    assert catalogue.facts("gpt-4o", "acme").context == 7
    assert catalogue.facts("whisper-1", "acme").context == 8


def test_a_name_wins_over_patterns_and_the_longest_pattern_over_the_others(write: Write) -> None:
    folder = write(
        {"pattern": "*", "context": 9},
        {"pattern": "a-*", "context": 1},
        {"pattern": "a-*-b*d", "context": 2},
        {"name": "a-x-bcd", "context": 3},
    )
    catalogue = load_catalogue(folder)
    found = [catalogue.facts(name, "acme").context for name in ("a-x", "a-y-bcd", "a-x-bcd", "z")]
    assert found == [1, 2, 3, 9]


@pytest.mark.parametrize(
    ("pattern", "name", "fits"),
    [
        ("ab*", "ab", True),
        ("ab*ba", "aba", False),
        ("ab*ba", "abba", True),
        ("*b*b*", "abb", True),
        ("*b*b*", "ab", False),
        ("a*b*c", "a-c-b", False),
        ("plain", "plain", True),
        ("plain", "plainer", False),
    ],
)
def test_a_star_stands_for_anything_but_no_letter_counts_twice(
    write: Write, pattern: str, name: str, fits: bool
) -> None:
    catalogue = load_catalogue(write({"pattern": pattern, "context": 5}))
    assert (catalogue.facts(name, "acme").context == 5) is fits


def test_models_are_told_one_by_one_as_their_maker_offers_them(write: Write) -> None:
    folder = write({"name": "one", "also": ["two"], "price": PRICE}, {"pattern": "three*"})
    catalogue = load_catalogue(folder)
    assert [facts.name for facts in catalogue.models("acme")] == ["one", "two"]
    assert [facts.price is not None for facts in catalogue.models()] == [True, True]
    assert catalogue.models("other") == ()


def test_without_data_every_model_is_unknown_but_can_be_talked_with() -> None:
    empty = Catalogue()
    assert empty.facts("any", "x") == ModelFacts("any", "x", Task.CHAT)
    assert empty.models() == ()
    assert empty.service("x") is None


def test_names_beyond_number_do_not_fill_the_memory(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gptdesk.domain.catalogue_matching._MOST_KEPT", 3)
    catalogue = load_catalogue(write({"name": "one", "context": 4}))
    for number in range(10):
        assert catalogue.facts(f"name-{number}", "acme").name == f"name-{number}"
    assert catalogue.facts("one", "acme").context == 4
    assert len(catalogue.book._kept) <= 3  # type: ignore[union-attr]
