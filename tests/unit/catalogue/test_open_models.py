"""Open models and graphics cards: what the files say, what is refused, and what fits where."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gptdesk.domain.catalogue_fields import CatalogueBroken
from gptdesk.domain.graphics_cards import Card, CardKind, Cards, load_cards
from gptdesk.domain.open_models import (
    Bits,
    Commercial,
    Memory,
    OpenModel,
    OpenModels,
    Size,
    load_open_models,
)

TEXTS = {"en": "A sentence.", "zh_CN": "一句话。"}
MODEL: Mapping[str, Any] = {
    "id": "one",
    "name": "One",
    "maker": TEXTS,
    "line": TEXTS,
    "today": TEXTS,
}
RULE: Mapping[str, Any] = {
    "gigabytes": {"4": 0.5, "8": 1, "16": 2},
    "beside": 1,
    "as_of": "2026-11-01",
    "source": "a rule",
}
CARD: Mapping[str, Any] = {"id": "one", "name": "One", "kind": "home", "memory": 8}
STEP: Mapping[str, Any] = {"memory": 8, "billions": 7, "line": TEXTS}
ORIGINAL_ROWS = {
    *("llama-1", "alpaca", "vicuna", "koala", "llama-2", "bloom", "bloomz", "bloomchat"),
    *("stablelm", "dolly-2", "chatglm-6b", "chatglm2-6b", "glm-130b", "pangu-alpha", "moss"),
    *("mpt", "baichuan-7b", "baichuan-13b"),
}
"""The sixteen rows of the tutorial's old table; one of them mixed three models."""


def models_file(folder: Path, *models: Mapping[str, Any], **head: Any) -> Path:
    document = {"format": 1, "as_of": "2026-11-01", "source": "a page", "rule": RULE, **head}
    document["models"] = list(models) or [MODEL]
    (folder / "open-models.json").write_text(json.dumps(document), "utf-8")
    return folder


def cards_file(folder: Path, *cards: Mapping[str, Any], **head: Any) -> Path:
    document = {"format": 1, "shared_part": 0.5, "steps": [STEP], **head}
    document["cards"] = list(cards) or [CARD]
    (folder / "graphics-cards.json").write_text(json.dumps(document), "utf-8")
    return folder


def model(models: OpenModels, name: str) -> OpenModel:
    return next(one for one in models.models if one.id == name)


def card(cards: Cards, name: str) -> Card:
    return next(one for one in cards.cards if one.id == name)


def broken_models(folder: Path) -> str:
    with pytest.raises(CatalogueBroken) as caught:
        load_open_models(folder)
    return str(caught.value)


def broken_cards(folder: Path) -> str:
    with pytest.raises(CatalogueBroken) as caught:
        load_cards(folder)
    return str(caught.value)


def test_every_row_of_the_old_table_is_there_as_history() -> None:
    history = {one.id for one in load_open_models().models if one.is_history}
    assert history >= ORIGINAL_ROWS


def test_models_of_today_stand_before_those_of_history() -> None:
    history = [one.is_history for one in load_open_models().models]
    assert history == sorted(history) and not history[0] and history[-1]


@pytest.mark.parametrize(
    ("name", "commercial"),
    [
        ("llama-1", Commercial.NO),
        ("alpaca", Commercial.NO),
        ("glm-130b", Commercial.NO),
        ("baichuan-7b", Commercial.CONDITIONS),
        ("mpt", Commercial.CONDITIONS),
        ("vicuna", Commercial.CONDITIONS),
        ("pangu-alpha", Commercial.UNKNOWN),
        ("qwen3", Commercial.YES),
    ],
)
def test_what_the_old_table_had_wrong_of_licences_is_corrected(
    name: str, commercial: Commercial
) -> None:
    assert model(load_open_models(), name).commercial is commercial


@pytest.mark.parametrize("name", ["llama-1", "alpaca", "vicuna", "koala", "llama-2"])
def test_models_made_for_english_do_not_claim_chinese(name: str) -> None:
    assert model(load_open_models(), name).languages == ("en",)


def test_sizes_that_never_came_out_are_not_listed() -> None:
    models = load_open_models()
    assert [one.name for one in model(models, "stablelm").sizes] == ["3B", "7B"]
    assert [one.name for one in model(models, "pangu-alpha").sizes] == ["2.6B", "13B"]


def test_what_its_makers_measured_wins_over_the_rule() -> None:
    models = load_open_models()
    (size,) = model(models, "baichuan-13b").sizes
    assert models.memory(size, Bits.FOUR) == Memory(9.7, is_measured=True)


def test_the_rule_comes_near_to_what_was_measured() -> None:
    models = load_open_models()
    for name in ("baichuan-13b", "chatglm-6b"):
        for size in model(models, name).sizes:
            assert size.billions is not None
            for bits, measured in size.memory.items():
                reckoned = models.rule.memory(size.billions, bits).gigabytes
                assert abs(reckoned - measured) <= 2.5


def test_memory_is_reckoned_with_room_for_the_conversation(tmp_path: Path) -> None:
    models = load_open_models(models_file(tmp_path))
    assert models.memory(Size("7B", 7), Bits.FOUR) == Memory(4.5, is_measured=False)
    assert models.memory(Size("E2B"), Bits.FOUR) is None


def test_the_finest_form_that_fits_is_named(tmp_path: Path) -> None:
    models = load_open_models(models_file(tmp_path))
    size = Size("7B", 7)
    assert models.finest(size, 24) is Bits.SIXTEEN
    assert models.finest(size, 8) is Bits.EIGHT
    assert models.finest(size, 6) is Bits.FOUR
    assert models.finest(size, 4) is None
    assert models.finest(Size("E2B"), 96) is None


def test_a_model_has_the_date_of_its_file_unless_it_says_its_own(tmp_path: Path) -> None:
    younger = {**MODEL, "id": "two", "as_of": "2026-11-20", "source": "another page"}
    one, two = load_open_models(models_file(tmp_path, MODEL, younger)).models
    assert (one.as_of, one.source) == (date(2026, 11, 1), "a page")
    assert (two.as_of, two.source) == (date(2026, 11, 20), "another page")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ({"sise": 5}, "open-models.json: one: there is no field 'sise'"),
        ({"commercial": "perhaps"}, "commercial: 'perhaps' is not a valid Commercial"),
        ({"programs": ["word"]}, "programs: ['word'] is none of"),
        ({"sizes": []}, "sizes: at least one size is wanted"),
        ({"sizes": [{"billions": 7}]}, "sizes: size: missing 1 required"),
        ({"sizes": [{"name": "7B", "billions": 0}]}, "billions: a number above 0 is wanted"),
        ({"sizes": [{"name": "7B", "memory": {"5": 4}}]}, "memory: 5 is not a valid Bits"),
        ({"today": {"en": "Only one."}}, "today: a text for each of"),
        ({"is_history": "yes"}, "is_history: true or false is wanted"),
    ],
)
def test_a_wrong_field_of_a_model_is_named(
    tmp_path: Path, field: Mapping[str, Any], said: str
) -> None:
    assert said in broken_models(models_file(tmp_path, {**MODEL, **field}))


def test_a_model_that_lacks_a_field_says_which(tmp_path: Path) -> None:
    said = broken_models(models_file(tmp_path, {"id": "one", "name": "One"}))
    assert said.startswith("open-models.json: one: missing 3 required")


def test_two_models_of_one_id_are_refused(tmp_path: Path) -> None:
    assert "'one' stands there twice" in broken_models(models_file(tmp_path, MODEL, MODEL))


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ({"format": 2}, 'it has to begin with "format": 1'),
        ({"modles": []}, "there is no field 'modles' at its head"),
        ({"rule": None}, "open-models.json: rule: an object in braces is wanted"),
        ({"rule": {**RULE, "gigabytes": {"4": 1}}}, "gigabytes: a figure for each of [4, 8, 16]"),
    ],
)
def test_a_wrong_head_of_the_models_is_named(
    tmp_path: Path, head: Mapping[str, Any], said: str
) -> None:
    assert said in broken_models(models_file(tmp_path, **head))


def test_a_file_that_is_no_json_or_holds_no_list_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "open-models.json"
    file.write_text("{", "utf-8")
    assert "open-models.json: Expecting property name" in broken_models(tmp_path)
    file.write_text('{"format": 1}', "utf-8")
    assert 'a list of objects "models" is wanted' in broken_models(tmp_path)


def test_cards_are_as_the_facts_have_them() -> None:
    cards = load_cards()
    assert card(cards, "rtx-5090").memory == 32
    assert card(cards, "rtx-3060-12").speed == 42
    assert card(cards, "rtx-4090").generation == "Ada"
    assert card(cards, "titan-rtx").year == 2018
    assert all(one.bandwidth is None for one in cards.cards)
    assert {one.kind for one in cards.cards} == set(CardKind)


def test_of_shared_memory_only_a_part_can_be_used() -> None:
    cards = load_cards()
    assert cards.usable(card(cards, "rtx-5080")) == 16
    assert cards.usable(card(cards, "apple-32")) == 22.4


@pytest.mark.parametrize(
    ("gigabytes", "billions"), [(4, 4), (8, 8), (12, 14), (16, 20), (24, 32), (48, 70), (96, 120)]
)
def test_a_step_tells_what_is_comfortable(gigabytes: float, billions: float) -> None:
    step = load_cards().step(gigabytes)
    assert step is not None and step.billions == billions


def test_too_little_memory_reaches_no_step() -> None:
    assert load_cards().step(2) is None


def test_each_step_agrees_with_the_rule_for_memory() -> None:
    rule = load_open_models().rule
    for step in load_cards().steps:
        needed = rule.memory(step.billions, Bits.FOUR).gigabytes
        assert needed <= step.memory + 1 or step.memory < 8


def test_a_family_is_shared_and_a_card_says_what_differs(tmp_path: Path) -> None:
    families = {"new": {"generation": "New", "kind": "work"}}
    cards = load_cards(cards_file(tmp_path, {**CARD, "family": "new"}, families=families))
    assert (cards.cards[0].generation, cards.cards[0].kind) == ("New", CardKind.HOME)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ({"kind": "toy"}, "graphics-cards.json: one: kind: 'toy' is not a valid CardKind"),
        ({"memory": 0}, "memory: a number above 0 is wanted"),
        ({"maker": "Nobody"}, "maker: 'Nobody' is none of"),
        ({"family": "none"}, "graphics-cards.json: one: there is no family 'none'"),
    ],
)
def test_a_wrong_field_of_a_card_is_named(
    tmp_path: Path, field: Mapping[str, Any], said: str
) -> None:
    assert said in broken_cards(cards_file(tmp_path, {**CARD, **field}))


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ({"shared_part": 2}, "shared_part: a part of the whole is wanted, not 2"),
        ({"shared_part": None}, "shared_part: a number from 0 on is wanted"),
        ({"steps": [STEP, STEP]}, "each step wants more memory than the one before"),
        ({"steps": [{"memory": 8}]}, "step: missing 2 required"),
    ],
)
def test_a_wrong_head_of_the_cards_is_named(
    tmp_path: Path, head: Mapping[str, Any], said: str
) -> None:
    assert said in broken_cards(cards_file(tmp_path, **head))


def test_two_cards_of_one_id_are_refused(tmp_path: Path) -> None:
    assert "'one' stands there twice" in broken_cards(cards_file(tmp_path, CARD, CARD))


def test_the_checker_looks_at_them_too(tmp_path: Path, checker: ModuleType) -> None:
    for name in ("services", "models"):
        (tmp_path / name).mkdir()
    bad = {**MODEL, "commercial": "yes", "programs": ["ollama"], "line": {**TEXTS, "en": "Half"}}
    models_file(tmp_path, bad)
    cards_file(tmp_path)
    assert checker.faults(tmp_path) == [
        "open model one: 'Half' is no whole sentence",
        "open model one: commercial and terms go together",
        "open model one: its name in Ollama is missing",
        "card one: as_of or source is missing",
    ]
