"""What is refused in the data files, and in which words an editor hears of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gptdesk.domain.catalogue_fields import CatalogueBroken
from gptdesk.domain.catalogue_reading import load_catalogue

Write = Callable[..., Path]
PRICE = {"input": 1, "output": 2, "as_of": "2026-11-01", "source": "acme.test"}


def broken(folder: Path) -> str:
    with pytest.raises(CatalogueBroken) as caught:
        load_catalogue(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ({"contxt": 5}, "acme.json: one: there is no field 'contxt'. Known are: api, as_of"),
        ({"context": "5"}, "context: a whole number from 1 on is wanted, not '5'"),
        ({"context": True}, "context: a whole number from 1 on is wanted, not True"),
        ({"task": "chatting"}, "task: 'chatting' is not a valid Task"),
        ({"takes": ["picture", "smell"]}, "takes: ['smell'] is none of"),
        ({"takes": "picture"}, "takes: a list of texts is wanted, not 'picture'"),
        ({"sizes": [5]}, "sizes: a text is wanted, not 5"),
        ({"line": {"en": "Only one."}}, "line: a text for each of ('en', 'zh_CN') is wanted"),
        ({"line": {"en": "One.", "zh_CN": " "}}, "line: a text is empty"),
        ({"shutdown": "23.11.2026"}, "shutdown: a day like 2026-11-23 is wanted"),
        ({"tokenizer": "p50k"}, "tokenizer: 'p50k' is none of ('o200k', 'cl100k')"),
        ({"is_recommended": "yes"}, "is_recommended: true or false is wanted, not 'yes'"),
        ({"details": []}, "details: an object in braces is wanted, not []"),
        ({"price": 5}, "price: price: an object in braces is wanted, not 5"),
        ({"price": {"input": -1}}, "price: price: input: a number from 0 on is wanted, not -1"),
        ({"price": {"inputs": 1}}, "price: price: there is no field 'inputs'"),
        ({"pictures": {"count": 0}}, "pictures: pictures: count: a whole number"),
        ({"family": "none"}, "one: there is no family 'none'"),
    ],
)
def test_a_wrong_field_is_named_with_its_file_and_model(
    write: Write, field: Mapping[str, Any], said: str
) -> None:
    assert said in broken(write({"name": "one", **field}))


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ({"kind": "cloudy"}, "kind: 'cloudy' is none of"),
        ({"places": []}, "places: at least one place is wanted"),
        ({"tasks": {"other": "confirmed"}}, "tasks: other is nothing"),
        ({"tasks": {"chat": "perhaps"}}, "tasks: 'perhaps' is not a valid Certainty"),
        ({"ports": 80}, "ports: a list of ports is wanted"),
        ({"mainland": "maybe"}, "mainland: 'maybe' is none of"),
    ],
)
def test_a_wrong_field_of_a_service_is_named_too(
    write: Write, field: Mapping[str, Any], said: str
) -> None:
    service = {**service_of(write), **field}
    assert f"cloud.json: acme: {said}" in broken(write(services=[service]))


def test_a_service_that_lacks_a_field_says_which(write: Write) -> None:
    service = dict(service_of(write))
    del service["tasks"], service["id"]
    said = broken(write(services=[service]))
    assert said.startswith("cloud.json: service 1: missing 2 required")
    assert "'id' and 'tasks'" in said


def service_of(write: Write) -> dict[str, Any]:
    folder = write()
    read: dict[str, Any] = json.loads((folder / "services" / "cloud.json").read_text("utf-8"))
    return dict(read["services"][0])


def test_two_services_of_one_id_are_refused(write: Write) -> None:
    service = service_of(write)
    assert "there are two services 'acme'" in broken(write(services=[service, service]))


def test_a_file_for_a_service_that_is_not_there_is_refused(write: Write) -> None:
    assert "other.json: there is no service 'other'" in broken(write(service="other"))


def test_a_model_without_name_and_pattern_is_refused(write: Write) -> None:
    assert "acme.json: model 1: a model needs a name or a pattern" in broken(write({}))


def test_a_family_that_builds_on_itself_is_refused(write: Write) -> None:
    families = {"a": {"family": "b"}, "b": {"family": "a"}}
    assert "builds on itself" in broken(write({"name": "one", "family": "a"}, families=families))


def test_a_file_that_is_no_json_or_of_another_format_is_refused(write: Write) -> None:
    folder = write()
    file = folder / "models" / "acme.json"
    file.write_text("{", "utf-8")
    assert "acme.json: Expecting property name" in broken(folder)
    for text in ('{"format": 2}', "[]"):
        file.write_text(text, "utf-8")
        assert 'acme.json: it has to begin with "format": 1' in broken(folder)
    for text in ('{"format": 1}', '{"format": 1, "models": ["one"]}'):
        file.write_text(text, "utf-8")
        assert 'acme.json: a list of objects "models" is wanted' in broken(folder)


def test_a_family_is_shared_and_a_model_says_what_differs(write: Write) -> None:
    families = {
        "wide": {"context": 10, "takes": ["text", "picture"]},
        "wider": {"family": "wide", "context": 20},
    }
    folder = write(
        {"name": "one", "family": "wider"},
        {"name": "two", "family": "wider", "takes": ["text"], "as_of": "2026-11-02"},
        families=families,
    )
    catalogue = load_catalogue(folder)
    one, two = catalogue.models("acme")
    assert (one.context, one.sees_pictures, one.as_of) == (20, True, date(2026, 11, 1))
    assert (two.context, two.sees_pictures, two.as_of) == (20, False, date(2026, 11, 2))
    assert catalogue.as_of == date(2026, 11, 2)


def test_the_files_are_read_once(write: Write) -> None:
    folder = write()
    assert load_catalogue(folder) is load_catalogue(folder)
    assert load_catalogue() is load_catalogue()


def test_nothing_is_read_before_somebody_asks() -> None:
    """The window must not wait for it: importing the modules reads no file."""
    code = (
        "import gptdesk.domain.models, gptdesk.domain.offered\n"
        "from gptdesk.domain.catalogue_reading import load_catalogue\n"
        "print(load_catalogue.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "0\n"


@pytest.mark.parametrize(
    ("model", "fault"),
    [
        ({"line": {"en": "<b>New</b>.", "zh_CN": "新。"}}, "there is markup in '<b>New</b>.'"),
        ({"line": {"en": "New", "zh_CN": "新。"}}, "'New' is no whole sentence"),
        ({"line": {"en": "New.", "zh_CN": "新."}}, "'新.' is no whole sentence"),
        ({"line": {"en": "New.", "zh_CN": "新的 AI。"}}, "a space between Chinese and Latin"),
        ({"line": {}}, None),
        ({"price": {"input": 1}}, "its price needs as_of and source"),
        ({"price": {**PRICE, "long_from": 5}}, "long_from goes with long_input"),
        ({"price": {**PRICE, "pictures": {"large": 1}}}, "'large' is not size/quality"),
        ({"source": ""}, "as_of or source is missing"),
        ({"successor": "nobody"}, "nothing is known of its successor nobody"),
        ({"context": 5, "longest_answer": 6}, "the longest answer is longer than the context"),
        ({"takes": []}, "it takes nothing"),
        ({"task": "speech"}, "a model for speech gives no sound"),
        ({"task": "transcription"}, "a model for transcription takes no sound"),
        ({"task": "images"}, "a model for images gives no picture"),
        ({"pattern": "on?"}, "'on?' is no pattern"),
        ({"pattern": "**"}, "'**' is no pattern"),
        ({"details": {"unheard": 1}}, "the detail unheard is not explained in catalogue.md"),
        ({"also": ["ONE"]}, "model ONE: it stands twice under acme"),
    ],
)
def test_the_checker_tells_editors_what_readers_would_miss(
    write: Write, checker: ModuleType, model: Mapping[str, Any], fault: str | None
) -> None:
    found = checker.faults(write({"name": "one", **model}))
    if fault is None:
        assert "a text for each of" in found[0]
    else:
        assert len(found) == 1 and fault in found[0]


def test_a_price_without_a_maker_is_a_fault(write: Write, checker: ModuleType) -> None:
    found = checker.faults(write({"name": "one", "price": PRICE}, service=""))
    assert found == ["model one: a price or an end belongs to the file of its maker"]


@pytest.mark.parametrize(
    ("field", "fault"),
    [
        ({"source": ""}, "as_of or source is missing"),
        ({"tasks": {"speech": "confirmed"}}, "it has no chat"),
        ({"key_page": ""}, "key_page is missing"),
        ({"key_page": "http://acme.test"}, "the key page http://acme.test is not https"),
        ({"kind": "local"}, "ports are missing"),
        ({"models": ["stranger"]}, "nothing is known of its model stranger"),
        ({"quirks": {"unheard": 1}}, "the quirk unheard is not explained in catalogue.md"),
        ({"base_url": "https://acme.test/v1/"}, "write the address as https://acme.test/v1"),
        ({"base_url": "http://acme.test/v1"}, "the address is not https"),
        ({"twice": True}, "two places have the same id"),
    ],
)
def test_the_checker_looks_at_services_too(
    write: Write, checker: ModuleType, field: Mapping[str, Any], fault: str
) -> None:
    service = service_of(write)
    place = service["places"][0]
    if "base_url" in field:
        service["places"] = [{**place, **field}]
    elif "twice" in field:
        service["places"] = [place, place]
    else:
        service.update(field)
    found = checker.faults(write(services=[service]))
    assert len(found) == 1 and found[0].startswith("service acme") and fault in found[0]
