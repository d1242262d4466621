"""What the data files say: complete, dated, in both languages, and as the sources have it."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from datetime import date
from types import ModuleType

import pytest

from gptdesk.domain import catalogue as values
from gptdesk.domain import catalogue_fields as readers
from gptdesk.domain.addresses import is_loopback, normalise
from gptdesk.domain.catalogue import Api, Catalogue, Certainty, Task

NAMED_BY_THE_ISSUE = {
    "cloud": {
        *("openai", "gemini", "anthropic", "deepseek", "qwen", "glm", "kimi", "qianfan"),
        *("siliconflow", "ark", "hunyuan", "minimax", "stepfun", "openrouter", "xai"),
        *("mistral", "groq"),
    },
    "local": {"ollama", "lmstudio", "llamacpp", "vllm", "localai", "jan"},
    "cluster": {"vllm-cluster", "sglang", "ray-serve"},
}
PLACES = {
    "qwen": {"cn", "intl", "us"},
    "glm": {"cn", "intl"},
    "kimi": {"cn", "intl"},
    "siliconflow": {"cn", "intl"},
    "minimax": {"cn", "intl"},
}
PORTS = {"ollama": 11434, "lmstudio": 1234, "llamacpp": 8080, "vllm": 8000, "localai": 8080}
ENDED = {
    "gpt-4o": date(2027, 1, 14),
    "gpt-4o-mini": date(2027, 1, 14),
    "gpt-4-turbo": date(2026, 10, 23),
    "gpt-4": date(2026, 10, 23),
    "gpt-3.5-turbo": date(2026, 10, 23),
    "dall-e-3": date(2026, 5, 12),
    "dall-e-2": date(2026, 5, 12),
    "tts-1": date(2027, 1, 6),
    "whisper-1": date(2027, 2, 26),
}
"""The models of the original tutorial, with the day from which OpenAI does not serve them."""


def test_nothing_is_wrong_with_the_files(checker: ModuleType) -> None:
    assert checker.faults() == []


def test_every_service_of_the_issue_is_there(catalogue: Catalogue) -> None:
    for kind, wanted in NAMED_BY_THE_ISSUE.items():
        assert {one.id for one in catalogue.services if one.kind == kind} == wanted


@pytest.mark.parametrize("service_id", PLACES)
def test_regions_are_places_of_one_service(catalogue: Catalogue, service_id: str) -> None:
    service = catalogue.service(service_id)
    assert service is not None
    assert {place.id for place in service.places} == PLACES[service_id]


def test_every_address_is_its_own_normal_form_and_leads_back(catalogue: Catalogue) -> None:
    for service in catalogue.services:
        for place in service.places:
            assert normalise(place.base_url).base_url == place.base_url
            found = catalogue.service_for(place.base_url + "/")
            assert found is not None and place.base_url in {one.base_url for one in found.places}


def test_addresses_that_do_not_end_in_v1_are_kept(catalogue: Catalogue) -> None:
    ends = {"gemini": "/v1beta/openai", "glm": "/api/paas/v4", "ark": "/api/v3", "qianfan": "/v2"}
    for service_id, end in ends.items():
        service = catalogue.service(service_id)
        assert service is not None and service.places[0].base_url.endswith(end)


def test_local_programs_need_no_key_cost_nothing_and_listen_here(catalogue: Catalogue) -> None:
    local = [one for one in catalogue.services if one.kind == "local"]
    for service in local:
        assert not service.needs_key and service.quirks["is_free"]
        assert is_loopback(service.places[0].base_url)
        assert f":{service.ports[0]}/" in service.places[0].base_url
    assert PORTS.items() <= {one.id: one.ports[0] for one in local}.items()


def test_a_local_program_is_found_however_this_computer_is_called(catalogue: Catalogue) -> None:
    for host in ("localhost", "127.0.0.1", "[::1]"):
        found = catalogue.service_for(f"http://{host}:11434/v1")
        assert found is not None and found.id == "ollama"
    assert catalogue.service_for("https://unheard.test/v1") is None


def test_what_the_sources_doubt_is_marked_as_unconfirmed(catalogue: Catalogue) -> None:
    doubted = {
        ("gemini", Task.IMAGES),
        ("glm", Task.IMAGES),
        ("ark", Task.IMAGES),
        ("qianfan", Task.EMBEDDINGS),
        ("mistral", Task.TRANSCRIPTION),
        ("ollama", Task.SPEECH),
        ("jan", Task.CHAT),
    }
    for service_id, task in doubted:
        service = catalogue.service(service_id)
        assert service is not None and service.tasks[task] is Certainty.UNCONFIRMED


def test_what_a_service_lacks_is_not_offered(catalogue: Catalogue) -> None:
    lacking = {"anthropic": Task.IMAGES, "deepseek": Task.SPEECH, "lmstudio": Task.TRANSCRIPTION}
    for service_id, task in lacking.items():
        service = catalogue.service(service_id)
        assert service is not None and task not in service.tasks


def test_people_in_mainland_china_see_what_they_can_reach(catalogue: Catalogue) -> None:
    by_answer: dict[str, set[str]] = {"yes": set(), "no": set(), "unknown": set()}
    for service in catalogue.services:
        by_answer[service.mainland].add(service.id)
    assert "openai" in by_answer["no"]
    assert {"deepseek", "qwen", "glm", "kimi", "qianfan", "siliconflow"} <= by_answer["yes"]
    assert "mistral" in by_answer["unknown"]


@pytest.mark.parametrize("name", ENDED)
def test_models_of_the_tutorial_have_their_end_and_are_still_known(
    catalogue: Catalogue, name: str
) -> None:
    facts = catalogue.facts(name, "openai")
    assert facts.is_known and facts.line
    assert facts.shutdown == ENDED[name]
    assert facts.price is not None


@pytest.mark.parametrize(
    ("name", "service", "day"),
    [
        ("gpt-image-1.5", "openai", date(2026, 12, 1)),
        ("gpt-image-1-mini", "openai", date(2026, 12, 1)),
        ("chatgpt-image-latest", "openai", date(2026, 12, 1)),
        ("gpt-audio", "openai", date(2027, 1, 20)),
        ("gpt-5.3-codex", "openai", date(2027, 4, 1)),
        ("sora-2", "openai", date(2026, 9, 24)),
        ("text-davinci-003", "openai", date(2024, 1, 4)),
        ("deepseek-chat", "deepseek", date(2026, 7, 24)),
    ],
)
def test_ends_that_the_openai_package_does_not_tell_are_known(
    catalogue: Catalogue, name: str, service: str, day: date
) -> None:
    assert catalogue.facts(name, service).shutdown == day


def test_pictures_are_asked_for_as_each_generation_of_models_wants(catalogue: Catalogue) -> None:
    dalle = catalogue.facts("dall-e-3", "localai")
    assert dalle.sizes == ("1024x1024", "1792x1024", "1024x1792")
    assert (dalle.longest_input, dalle.details["count_max"]) == (4000, 1)
    assert "response_format" not in dalle.refuses and "url" in dalle.details["answers"]  # type: ignore[operator]
    older = catalogue.facts("gpt-image-1.5", "openai")
    assert "1536x1024" in older.sizes and "any_size" not in older.details
    newer = catalogue.facts("gpt-image-2.6-flare", "openai")
    assert "response_format" in newer.refuses and newer.longest_input == 32000
    assert newer.details["any_size"]["pixels_max"] == 8294400  # type: ignore[index]
    assert {"xhigh", "max"} <= set(newer.qualities)
    assert catalogue.facts("dall-e-2", "openai").details["has_variations"]


def test_speech_of_other_makers_has_its_own_voices_and_limits(catalogue: Catalogue) -> None:
    wanted = (
        ("glm-tts", "glm", 1024, "tongtong"),
        ("step-tts-mini", "stepfun", 1000, "cixingnansheng"),
    )
    for name, service, longest, voice in wanted:
        facts = catalogue.facts(name, service)
        assert facts.longest_input == longest and voice in facts.voices and "wav" in facts.formats
    assert "alex" in catalogue.facts("FunAudioLLM/CosyVoice2-0.5B", "siliconflow").voices


def test_sound_has_the_limits_of_its_model(catalogue: Catalogue) -> None:
    tts = catalogue.facts("tts-1", "openai")
    assert tts.longest_input == 4096 and "instructions" in tts.refuses
    assert "instructions_max" in catalogue.facts("gpt-4o-mini-tts", "openai").details
    whisper = catalogue.facts("whisper-1", "openai")
    assert {"srt", "vtt", "verbose_json"} <= set(whisper.formats)
    assert whisper.details["bytes_max"] == 25_000_000 and whisper.details["can_translate"]
    assert catalogue.facts("gpt-transcribe", "openai").formats == ("json",)


def test_figures_are_those_of_the_sources(catalogue: Catalogue) -> None:
    """Of models that have ended: nobody will have to change these here when a price changes."""
    four = catalogue.facts("gpt-4", "openai")
    assert four.price is not None and (four.price.input, four.price.output) == (30, 60)
    assert (four.context, four.tokenizer) == (8192, "cl100k")
    assert catalogue.facts("gpt-3.5-turbo", "openai").context == 16385
    o1 = catalogue.facts("o1", "openai").price
    assert o1 is not None and (o1.input, o1.cached, o1.output) == (15, 7.5, 60)
    image = catalogue.facts("gpt-image-1", "openai").price
    assert image is not None and (image.picture_input, image.picture_output) == (10, 40)
    assert image.pictures["1024x1024/high"] == 0.166
    dalle = catalogue.facts("dall-e-3", "openai").price
    assert dalle is not None and dalle.pictures["1792x1024/hd"] == 0.12


def test_long_input_and_writing_to_the_cache_cost_more_where_the_maker_says_so(
    catalogue: Catalogue,
) -> None:
    price = catalogue.facts("gpt-6-luna", "openai").price
    assert price is not None and price.long_from == 272000
    assert (price.long_input, price.long_output, price.cache_write) == (2, 1.5, 1.25)


def test_models_that_think_refuse_a_temperature_and_know_their_efforts(
    catalogue: Catalogue,
) -> None:
    for name in ("gpt-5", "gpt-5.6-terra", "gpt-6-luna", "o3"):
        facts = catalogue.facts(name, "openai")
        assert {"temperature", "top_p"} <= facts.refuses and facts.efforts
    assert "none" not in catalogue.facts("gpt-6.2-sol", "openai").efforts
    assert "none" in catalogue.facts("gpt-6-luna", "openai").efforts
    assert catalogue.facts("gpt-5-pro", "openai").efforts == ("high",)
    assert catalogue.facts("gpt-4o", "openai").refuses == frozenset()


def test_models_of_the_responses_api_say_so(catalogue: Catalogue) -> None:
    for name in ("gpt-5.5-pro", "gpt-5.3-codex", "o3-pro"):
        assert catalogue.facts(name, "openai").api is Api.RESPONSES
    assert catalogue.facts("gpt-5.5", "openai").api is Api.CHAT


def test_no_price_is_made_up(catalogue: Catalogue) -> None:
    for name in ("gpt-6.2-sol", "gpt-image-2.5-flare", "gpt-realtime-2.1-mini", "ernie-5.1"):
        service = "qianfan" if name.startswith("ernie") else "openai"
        facts = catalogue.facts(name, service)
        assert facts.price is None or facts.price.cached is None


def test_every_figure_that_is_known_has_its_day(catalogue: Catalogue) -> None:
    assert catalogue.as_of is not None
    for facts in catalogue.models():
        assert facts.as_of is not None and facts.as_of <= catalogue.as_of
        if facts.price is not None:
            assert facts.price.as_of is not None and facts.price.source


def test_one_model_is_recommended_for_each_thing_that_openai_does(catalogue: Catalogue) -> None:
    best = {facts.task for facts in catalogue.models("openai") if facts.is_recommended}
    assert best == {task for task in Task if task is not Task.OTHER}


def test_the_checker_tells_an_editor_that_all_is_well(checker: ModuleType) -> None:
    run = subprocess.run(
        [sys.executable, checker.__file__], capture_output=True, text=True, check=True
    )
    assert run.stdout == "The catalogue is in order.\n"


def test_every_field_is_explained_to_editors(checker: ModuleType) -> None:
    guide = checker.GUIDE.read_text("utf-8")
    tables = (readers.SERVICE, readers.PLACE, readers.FACTS, readers.PRICE, readers.PICTURES)
    assert [name for table in tables for name in table if f"`{name}`" not in guide] == []


def test_every_field_of_the_values_can_be_written_in_the_files() -> None:
    pairs = (
        (values.Service, readers.SERVICE, set()),
        (values.Place, readers.PLACE, set()),
        (values.Price, readers.PRICE, set()),
        (values.PictureLimits, readers.PICTURES, set()),
        (values.ModelFacts, readers.FACTS, {"name", "service", "is_known"}),
    )
    for value, table, found_otherwise in pairs:
        fields = {one.name for one in dataclasses.fields(value)}
        assert fields - found_otherwise == set(table)
