"""How far somebody is, and that it survives a restart."""

from __future__ import annotations

import json

from gptdesk.domain.help_progress import Bookmark, Progress, as_values, progress_of
from gptdesk.storage.learning import LearningFile


def test_a_lesson_is_new_then_begun_then_read():
    progress = Progress()
    assert progress.state("costs") == "new"
    progress = progress.opened("costs")
    assert (progress.state("costs"), progress.last) == ("half", "costs")
    assert progress.finished("costs").state("costs") == "read"


def test_opening_a_lesson_again_keeps_where_one_was():
    progress = Progress().opened("costs").at("costs", Bookmark(3, 0.5)).opened("costs")
    assert progress.places["costs"] == Bookmark(3, 0.5)


def test_what_is_kept_comes_back(tmp_path):
    file = LearningFile(tmp_path / "learning.json")
    progress = Progress().opened("costs").at("costs", Bookmark(3, 0.5)).finished("tokens")
    file.save(progress)
    assert file.load() == progress


def test_a_broken_file_is_as_if_there_were_none(tmp_path):
    path = tmp_path / "learning.json"
    assert LearningFile(path).load() == Progress()
    path.write_text("{", "utf-8")
    assert LearningFile(path).load() == Progress()


def test_values_that_do_not_fit_are_left_out():
    values = {"read": ["a", 3], "places": {"b": [2, 7], "c": "x"}, "last": None}
    found = progress_of(values)
    assert found == Progress(frozenset({"a"}), {"b": Bookmark(2, 1.0)}, "")
    assert progress_of({"read": 1, "places": 2}) == Progress()
    assert json.loads(json.dumps(as_values(found)))["places"] == {"b": [2, 1.0]}
