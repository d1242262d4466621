"""No request hits a limit: every model of the catalogue writes down a long recording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gptdesk.domain.catalogue import Task
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.ears import BYTES_MAX, ears_of
from gptdesk.domain.sound import SPEECH_RATE
from gptdesk.domain.transcription import JobState, Way
from server.hearing import Hears
from transcription_studio import SETTINGS, talk, words_of

CATALOGUE = load_catalogue()
HEARING = [facts for facts in CATALOGUE.models() if facts.task is Task.TRANSCRIPTION]
PLACES = [
    (service.id, model)
    for service, model in [
        *((CATALOGUE.service(facts.service), facts.name) for facts in HEARING),
        (CATALOGUE.service("groq"), "whisper-large-v3"),
        (CATALOGUE.service("openrouter"), "openai/whisper-1"),
        (CATALOGUE.service("siliconflow"), "FunAudioLLM/SenseVoiceSmall"),
        (CATALOGUE.service("mistral"), "voxtral-mini-latest"),
        (CATALOGUE.service("vllm"), "openai/whisper-large-v3"),
        (CATALOGUE.service("localai"), "whisper-1"),
        (CATALOGUE.service("openai"), "gpt-9-transcribe"),
    ]
    if service is not None
]
MINUTES = 9
"""Above every length that suits a model in one piece."""


@pytest.fixture(scope="module")
def recording():
    return talk(MINUTES * 60)


def test_the_walk_meets_every_model_of_openai():
    names = {facts.name for facts in HEARING}
    assert {"whisper-1", "gpt-transcribe", "gpt-4o-transcribe-diarize", "glm-asr-2512"} <= names
    assert len(PLACES) >= len(HEARING) + 5


@pytest.mark.parametrize(("service", "model"), PLACES)
def test_a_long_recording_meets_no_limit(in_studio, server, recording, service, model):
    server.hears = hears = Hears()
    samples, words = recording

    async def work(studio):
        settings = replace(
            SETTINGS, model=model, language="en", prompt="Fruit", keywords=("river", "apple")
        )
        _, job = await studio.write_down(samples, settings)
        assert job.state is JobState.DONE
        assert words_of(job) == words
        ears = studio.service.ears(studio.connection, model)
        assert max(hears.seconds) <= ears.longest
        assert sum(hears.seconds) == pytest.approx(job.pieces[-1].end, abs=0.1)
        return len(job.pieces)

    pieces = in_studio(work, service_id=service)
    assert pieces > 1
    assert len(server.requests) == pieces, "a request was refused and sent again"


@pytest.mark.parametrize(("service", "model"), PLACES)
def test_even_uncompressed_a_piece_is_below_the_limit_of_bytes(service, model):
    found = CATALOGUE.service(service)
    ears = ears_of(CATALOGUE.facts(model, service), found.quirks)
    size = ears.longest * SPEECH_RATE * 2 + 44
    assert size * (4 / 3 if ears.way is not Way.FORM else 1) < BYTES_MAX


def test_a_model_with_a_small_limit_of_bytes_gets_small_pieces():
    facts = replace(CATALOGUE.facts("whisper-1", "openai"), details={"bytes_max": 1_000_000})
    assert ears_of(facts).longest * SPEECH_RATE * 2 < 1_000_000


def test_what_a_service_does_not_take_is_not_asked_for():
    groq = CATALOGUE.service("groq")
    assert ears_of(CATALOGUE.facts("whisper-large-v3", "groq"), groq.quirks).form == "verbose_json"
    quirks = {"transcription_formats": ["json", "text"], "transcription_files": ["wav", "mp3"]}
    ears = ears_of(CATALOGUE.facts("whisper-1", "openai"), quirks)
    assert (ears.form, ears.file, ears.has_words) == ("json", "wav", False)


def test_flac_goes_where_it_is_known_to_be_taken():
    assert ears_of(CATALOGUE.facts("gpt-transcribe", "openai")).file == "flac"
    assert ears_of(CATALOGUE.facts("glm-asr-2512", "glm")).file == "wav"
    assert ears_of(CATALOGUE.facts("never-heard-of", "")).file == "wav"


def test_the_offline_engine_hears_one_piece_after_the_other_with_words():
    ears = ears_of(CATALOGUE.facts("whisper-base", ""), is_offline=True)
    assert (ears.side_by_side, ears.form, ears.has_words) == (1, "verbose_json", True)
    assert (ears.file, ears.can_translate) == ("wav", True)
    assert 60 <= ears.longest <= 180
