"""The models of a connection, what the user knows better, and the services for a task."""

from __future__ import annotations

from datetime import date

import pytest

from gptdesk.domain.catalogue import Catalogue, Certainty, Price, Task
from gptdesk.domain.catalogue_choices import ends_soon, joined, services_for
from gptdesk.domain.catalogue_overrides import with_overrides

TODAY = date(2026, 11, 24)


def names(catalogue: Catalogue, listed: tuple[str, ...], service: str) -> list[str]:
    return [facts.name for facts in joined(catalogue, listed, {}, service, TODAY)]


def preset(catalogue: Catalogue, service_id: str) -> str:
    """The model that its preset recommends."""
    service = catalogue.service(service_id)
    assert service is not None
    return service.models[0]


def test_recommended_models_come_first_and_ended_ones_last(catalogue: Catalogue) -> None:
    best = preset(catalogue, "openai")
    listed = ("gpt-4", "gpt-4o", "gpt-5.5", best, "unheard-of", "gpt-5.5")
    assert names(catalogue, listed, "openai") == [
        best,
        "gpt-5.5",
        "unheard-of",
        "gpt-4o",
        "gpt-4",
    ]


def test_the_service_s_own_day_wins_and_where_it_gives_none_ours_stays(
    catalogue: Catalogue,
) -> None:
    days = {"gpt-4o": date(2027, 6, 1), "gpt-5.5": date(2026, 11, 1), "gpt-4": None}
    found = joined(catalogue, ("gpt-4o", "gpt-5.5", "gpt-4"), days, "openai", TODAY)
    by_name = {facts.name: facts for facts in found}
    assert by_name["gpt-4o"].shutdown == date(2027, 6, 1)
    assert by_name["gpt-5.5"].is_retired(TODAY)
    assert by_name["gpt-4"].shutdown == date(2026, 10, 23)


def test_what_openai_ended_is_not_ended_where_a_service_still_lists_it(
    catalogue: Catalogue,
) -> None:
    (facts,) = joined(catalogue, ("dall-e-3",), {}, "localai", TODAY)
    assert not facts.is_retired(TODAY) and facts.task is Task.IMAGES
    (facts,) = joined(catalogue, ("dall-e-3",), {}, "openai", TODAY)
    assert facts.is_retired(TODAY)


def test_where_a_service_lists_nothing_the_names_of_its_preset_are_offered(
    catalogue: Catalogue,
) -> None:
    found = names(catalogue, (), "qianfan")
    assert found[0] == preset(catalogue, "qianfan") and len(found) == len(set(found)) > 1
    assert names(catalogue, (), "unheard-of") == []


def test_a_model_ends_soon_in_the_months_before_its_last_day(catalogue: Catalogue) -> None:
    facts = catalogue.facts("gpt-4o", "openai")
    assert ends_soon(facts, TODAY)
    assert not ends_soon(facts, date(2026, 6, 1))
    assert not ends_soon(facts, date(2027, 1, 14))
    assert not ends_soon(catalogue.facts("gpt-6-luna", "openai"), TODAY)


def test_services_for_a_task_are_grouped_and_confirmed_ones_come_first(
    catalogue: Catalogue,
) -> None:
    groups = services_for(catalogue, Task.IMAGES)
    assert list(groups) == ["cloud", "local", "cluster"]
    sure = [one.tasks[Task.IMAGES] is Certainty.CONFIRMED for one in groups["cloud"]]
    assert sure == sorted(sure, reverse=True) and True in sure and False in sure
    assert [one.id for one in groups["local"]] == ["localai"]
    assert groups["cluster"] == ()


def test_what_the_user_says_of_a_model_wins(catalogue: Catalogue) -> None:
    facts = with_overrides(
        catalogue.facts("unheard-of", "ollama"),
        {"takes": ["text", "picture"], "context": 32768, "refuses": ["top_p"], "task": "chat"},
    )
    assert facts.sees_pictures and facts.context == 32768 and facts.refuses == {"top_p"}


def test_a_price_of_one_s_own_changes_only_the_figures_that_are_given(
    catalogue: Catalogue,
) -> None:
    facts = catalogue.facts("o1", "openai")
    own = with_overrides(facts, {"price": {"input": 3, "as_of": "2026-11-24", "source": "me"}})
    assert own.price == Price(3, 7.5, 60, as_of=date(2026, 11, 24), source="me")
    new = with_overrides(catalogue.facts("x"), {"price": {"minute": 0.01}})
    assert new.price == Price(minute=0.01)


def test_nothing_said_takes_a_fact_back_to_not_known(catalogue: Catalogue) -> None:
    facts = with_overrides(
        catalogue.facts("gpt-4", "openai"), {"shutdown": None, "price": None, "efforts": None}
    )
    assert facts.shutdown is None and facts.price is None and facts.efforts == ()
    price = with_overrides(catalogue.facts("o1", "openai"), {"price": {"cached": None}}).price
    assert price is not None and price.cached is None and price.input == 15


@pytest.mark.parametrize(
    "nonsense",
    [
        {"context": "long"},
        {"takes": ["smell"]},
        {"price": 5},
        {"price": {"input": "cheap"}},
        {"unheard": 1},
        {"line": {"en": "Mine.", "zh_CN": "我的。"}},
        {"task": []},
    ],
)
def test_an_override_that_cannot_be_read_changes_nothing(
    catalogue: Catalogue, nonsense: dict[str, object]
) -> None:
    facts = catalogue.facts("gpt-4o", "openai")
    assert with_overrides(facts, nonsense) == facts
