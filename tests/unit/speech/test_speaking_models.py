"""What the catalogue says of models that speak, and of those that follow them."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Task
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import FREE
from gptdesk.domain.speech import SpeechSettings
from gptdesk.domain.voices import speaks_live, speeds
from gptdesk.services.speech_models import SpeakingModels
from speech_studio import FakeCatalogue

MAKER = Connection("o", "O", ConnectionKind.CUSTOM, "https://api.openai.com/v1", service="openai")
OFFLINE = Connection("offline", "", ConnectionKind.OFFLINE, "")
TODAY = date(2026, 11, 24)


class Listed:
    """Connections whose service names these models."""

    def __init__(self, *names: str) -> None:
        self.names = names

    async def models(self, connection, task):
        return self.names


@pytest.fixture
def models():
    return SpeakingModels(Listed(), load_catalogue(), encodes=("wav", "flac", "m4a"))


def ending(models: SpeakingModels) -> ModelFacts:
    """The recommended model of the maker, which ends."""
    return models.facts(MAKER, models.known(MAKER, TODAY)[0])


def test_the_maker_s_model_has_a_successor_that_reads_live(models):
    ends = ending(models)
    assert ends.shutdown is not None and not ends.is_retired(TODAY)
    assert models.successor(MAKER, ends.name, TODAY) == ends.name
    after = ends.shutdown + timedelta(days=1)
    follower = models.facts(MAKER, models.successor(MAKER, ends.name, after))
    assert follower.name == ends.successor and follower.task is Task.SPEECH
    assert speaks_live(follower) and not speaks_live(ends)
    assert models.formats(follower) == ("wav", "flac", "m4a")
    assert speeds(follower) == (0.25, 1.5)
    assert follower.longest_input and set(follower.voices) & set(ends.voices)
    assert models.known(MAKER, after) == (follower.name,)


def test_a_voice_and_a_format_stay_where_the_successor_has_them(models):
    ends = ending(models)
    assert ends.shutdown is not None
    follower = models.facts(MAKER, ends.successor)
    kept = SpeechSettings("o", ends.name, follower.voices[1], format="flac")
    now = models.current(MAKER, kept, ends.shutdown)
    assert (now.voice, now.format) == (follower.voices[1], "flac")
    lost = SpeechSettings("o", ends.name, "nobody", format="mp3")
    now = models.current(MAKER, lost, ends.shutdown)
    assert (now.voice, now.format) == (follower.voices[0], "wav")
    assert models.current(MAKER, lost, TODAY) == lost


def test_elsewhere_the_same_name_does_not_end(models):
    away = Connection("x", "X", ConnectionKind.CUSTOM, "https://speech.example.org/v1")
    name = ending(models).name
    assert models.successor(away, name, date(2099, 1, 1)) == name
    assert models.known(away, TODAY) == ()
    assert models.can_speak(away)


def test_who_does_not_speak_is_nobody_s_successor():
    def facts(_connection, name):
        task = Task.CHAT if name == "talker" else Task.SPEECH
        after = {"one": "two", "two": "one", "three": "talker"}.get(name, "")
        return ModelFacts(name, "", task, shutdown=date(2020, 1, 1), successor=after)

    models = SpeakingModels(Listed(), Catalogue(), facts=facts)
    assert models.successor(MAKER, "three", TODAY) == "three"
    assert models.successor(MAKER, "one", TODAY) in ("one", "two")  # a circle comes to an end


async def listed(models: SpeakingModels):
    return await models.listed(MAKER)


def test_a_list_is_searched_for_what_speaks():
    models = SpeakingModels(Listed("gpt-large", "some-tts", "test-tts"), FakeCatalogue())
    assert asyncio.run(listed(models)) == ("test-tts", "some-tts")


def test_what_runs_here_costs_nothing_and_an_unknown_price_is_not_made_up(models):
    assert models.estimate(OFFLINE, "kokoro", "x" * 9) == FREE
    follower = ending(models).successor
    assert not models.estimate(MAKER, follower, "x" * 9).is_known
    assert models.estimate(MAKER, "tts-1", "x" * 1_000_000).low == pytest.approx(15.0)
