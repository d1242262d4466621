"""Lists of models, the user's word and what was refused: kept, and harmless where broken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.offered import ListedModel, ModelList, ModelOverride
from gptdesk.domain.options import ChatOptions, options_of
from gptdesk.domain.problems import StorageReadOnly
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.model_lists import ModelListFiles
from gptdesk.storage.model_notes import OverridesFile, RefusedFile

LIST = ModelList(
    "../a/连接",
    (
        ListedModel("gpt-a", date(2026, 10, 23), frozenset({"text", "picture"}), 4096, "x", 5.0),
        ListedModel("模型/b"),
    ),
    1_790_000_000.0,
)


def test_a_list_is_kept_with_its_date_for_each_connection(tmp_path: Path) -> None:
    files = ModelListFiles(tmp_path / "models")
    missing = ModelList("b", (), 5.0, is_missing=True)
    files.save(LIST)
    files.save(missing)

    assert (files.load(LIST.connection_id), files.load("b")) == (LIST, missing)
    assert files.load("c") is None
    assert len(list((tmp_path / "models").iterdir())) == 2


@pytest.mark.parametrize("text", ["", "{", "[]", '{"connection": "b"}', '{"models": [5]}'])
def test_a_broken_list_is_as_if_there_were_none(tmp_path: Path, text: str) -> None:
    files = ModelListFiles(tmp_path / "models")
    files.save(ModelList("b"))
    next((tmp_path / "models").iterdir()).write_text(text, "utf-8")

    assert files.load("b") is None


def test_odd_entries_of_a_list_are_passed_over(tmp_path: Path) -> None:
    files = ModelListFiles(tmp_path / "models")
    files.save(ModelList("b"))
    odd = '[5, {}, {"name": "x", "shutdown": "soon", "takes": 5, "context": "many"}]'
    text = f'{{"connection": "b", "models": {odd}}}'
    next((tmp_path / "models").iterdir()).write_text(text, "utf-8")

    assert files.load("b") == ModelList("b", (ListedModel("x"),))


def test_a_list_that_cannot_be_kept_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    ModelListFiles(tmp_path / "file").save(LIST)


def test_what_the_user_says_is_kept_for_each_model(tmp_path: Path) -> None:
    file = OverridesFile(tmp_path / "o.json")
    said = {
        ("c", "m"): ModelOverride(sees_pictures=False, context=9, efforts=()),
        ("d", "m"): ModelOverride(limit_name="", longest_answer=5),
    }
    file.save(said)

    assert OverridesFile(tmp_path / "o.json").load() == said


def test_what_the_user_says_is_not_lost_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")

    with pytest.raises(StorageReadOnly):
        OverridesFile(tmp_path / "file" / "o.json").save({})


def test_refused_parameters_outlive_the_app(tmp_path: Path) -> None:
    file = RefusedFile(tmp_path / "r.json")
    file.save({("c", "m"): ("store", "temperature"), ("c", "n"): ("chat/completions",)})

    assert RefusedFile(tmp_path / "r.json").load() == {
        ("c", "m"): ("store", "temperature"),
        ("c", "n"): ("chat/completions",),
    }


@pytest.mark.parametrize("text", ["", "[]", '{"c": 5}', '{"c": {"m": 5}}', '{"c": {"m": []}}'])
def test_broken_notes_are_as_if_there_were_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "n.json"
    path.write_text(text, "utf-8")

    assert RefusedFile(path).load() == {}
    assert OverridesFile(path).load() == {}


def test_a_conversation_keeps_its_options(store: Conversations, run) -> None:
    options = ChatOptions(0.0, 0.5, 900, "high", "low")
    run(store.create(Conversation("a", options=options)))
    run(store.create(Conversation("b")))
    run(store.set_options("b", ChatOptions(temperature=1.5)))

    assert run(store.conversation("a")).options == options
    assert run(store.conversation("b")).options == ChatOptions(temperature=1.5)
    run(store.set_options("b", ChatOptions()))
    assert run(store.conversation("b")).options.is_default


@pytest.mark.parametrize(
    "text",
    ["{", "[]", '{"temperature": "hot"}', '{"temperature": 9}', '{"longest_answer": -1}',
     '{"longest_answer": 1.5}', '{"effort": 5}', '{"top_p": true}', '{"new": 1}'],
)  # fmt: skip
def test_options_that_no_longer_fit_were_never_set(text: str) -> None:
    assert options_of(text) == ChatOptions()
