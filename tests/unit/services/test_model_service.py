"""What is known of models: the list, the catalogue and the user, and who wins."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Place, Service, Task
from gptdesk.domain.connections import OFFLINE_ID, Connection, ConnectionKind
from gptdesk.domain.offered import ListedModel, ModelList, ModelOverride
from gptdesk.domain.problems import AddressNotFound, KeyRefused, RequestRefused
from gptdesk.services.models import ModelService

URL = "https://api.example.org/v1"
MINE = Connection("mine", "Mine", ConnectionKind.CUSTOM, URL)
GONE = date(2026, 10, 23)


@dataclass(frozen=True, slots=True)
class Known(Catalogue):
    """Knows gpt-old at the service "big" only."""

    def facts(self, name, service_id=""):
        found = ModelFacts(name, service_id, Task.CHAT)
        if name == "gpt-old" and service_id == "big":
            return replace(found, is_known=True, shutdown=GONE, successor="gpt-new", context=100)
        return found


CATALOGUE = Known(
    (Service("big", "cloud", {}, {}, (Place("", {}, URL),), {}, models=("gpt-new", "gpt-old")),)
)


class Connections:
    def __init__(self):
        self.offers = ()

    async def listed(self, connection, lister):
        if isinstance(self.offers, Exception):
            raise self.offers
        return self.offers


@dataclass
class Lists:
    kept: dict = field(default_factory=dict)

    def load(self, connection_id):
        return self.kept.get(connection_id)

    def save(self, found):
        self.kept[found.connection_id] = found


class OverrideFile:
    def __init__(self):
        self.kept = {}

    def load(self):
        return dict(self.kept)

    def save(self, overrides):
        self.kept = dict(overrides)


@pytest.fixture
def desk():
    class Desk:
        connections, lists, words = Connections(), Lists(), OverrideFile()
        forgotten: list = []

        def service(self):
            return ModelService(
                self.connections,
                None,
                self.lists,
                self.words,
                CATALOGUE,
                lambda *place: self.forgotten.append(place),
                now=lambda: 5.0,
            )

    return Desk()


def run(coroutine):
    return asyncio.run(coroutine)


def test_a_list_is_there_at_once_when_the_app_starts_again(desk):
    desk.connections.offers = (ListedModel("a"), ListedModel("b"))
    found = run(desk.service().refresh(MINE))

    assert run(desk.service().remembered("mine")) == found
    assert found == ModelList("mine", desk.connections.offers, 5.0)
    assert run(desk.service().remembered("other")) is None


@pytest.mark.parametrize("offers", [AddressNotFound(), RequestRefused(405), ()])
def test_that_a_service_has_no_list_is_remembered(desk, offers):
    desk.connections.offers = offers
    run(desk.service().refresh(MINE))

    remembered = run(desk.service().remembered("mine"))
    assert remembered.is_missing and remembered.models == ()


def test_where_there_is_no_list_the_names_of_the_catalogue_are_offered(desk):
    offered = run(desk.service().offered(MINE, ("my-model",)))

    assert [model.name for model in offered] == ["my-model", "gpt-new", "gpt-old"]


@pytest.mark.parametrize("problem", [KeyRefused(), RequestRefused(400)])
def test_another_failure_is_raised_and_the_old_list_stays(desk, problem):
    desk.connections.offers = (ListedModel("a"),)
    service = desk.service()
    run(service.refresh(MINE))
    desk.connections.offers = problem

    with pytest.raises(type(problem)):
        run(service.refresh(MINE))
    assert run(service.remembered("mine")).models == (ListedModel("a"),)


def test_the_preset_is_found_by_the_address_too(desk):
    assert desk.service().facts(MINE, "gpt-old").successor == "gpt-new"


def test_a_model_that_openai_retired_lives_on_at_another_service(desk):
    elsewhere = Connection("c", "C", ConnectionKind.CUSTOM, "https://other.example.org/v1")

    assert desk.service().facts(MINE, "gpt-old").is_retired(GONE)
    assert not desk.service().facts(elsewhere, "gpt-old").is_retired(GONE)


def test_what_lies_on_the_disk_is_never_retired(desk):
    offline = Connection(OFFLINE_ID, "", ConnectionKind.OFFLINE, URL)

    assert not desk.service().facts(offline, "gpt-old").is_retired(GONE)


def test_the_service_s_own_date_wins_over_the_catalogue(desk):
    later = date(2027, 5, 1)
    desk.connections.offers = (ListedModel("gpt-old", later, frozenset({"text", "picture"}), 200),)
    service = desk.service()
    run(service.refresh(MINE))

    facts = service.facts(MINE, "gpt-old")
    assert (facts.shutdown, facts.sees_pictures, facts.context) == (later, True, 100)


def test_the_user_wins_over_everything_and_can_take_it_back(desk):
    service = desk.service()
    word = ModelOverride(sees_pictures=True, context=9, limit_name="max_tokens", efforts=("low",))

    run(service.set_override("mine", "gpt-old", word))
    facts = desk.service().facts(MINE, "gpt-old")
    assert (facts.sees_pictures, facts.context, facts.limit_name) == (True, 9, "max_tokens")
    assert facts.efforts == ("low",)
    assert desk.service().is_overridden(MINE, "gpt-old")
    assert desk.service().facts(replace(MINE, id="other"), "gpt-old").context == 100

    run(service.set_override("mine", "gpt-old", ModelOverride()))
    assert desk.service().facts(MINE, "gpt-old").context == 100
    assert desk.words.kept == {}
    assert desk.forgotten == [("mine", "gpt-old")] * 2


def test_the_user_s_word_on_eyes_holds_also_where_nothing_else_is_known(desk):
    service = desk.service()
    assert service.sees_pictures(MINE, "unheard-of")
    run(service.set_override("mine", "unheard-of", ModelOverride(sees_pictures=False)))
    assert not service.sees_pictures(MINE, "unheard-of")


def test_a_long_list_lets_others_go_on_in_between(desk):
    async def together():
        service = desk.service()
        await service.refresh(MINE)
        rounds = 0
        task = asyncio.create_task(service.offered(MINE))
        while not task.done():
            rounds += 1
            await asyncio.sleep(0)
        return rounds, len(task.result())

    desk.connections.offers = tuple(ListedModel(f"m{n:04}") for n in range(5000))
    rounds, count = run(together())
    assert count == 5000
    assert rounds > 20
