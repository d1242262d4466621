"""Rules of the house that ruff cannot see."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from guards.tracked import ROOT, tracked_files

LONGEST_MODULE = 300
LONGER_FOR_A_REASON = {
    "domain/problems.py": "one small class for each failure; they are read as a list",
    "ui/widgets/sentences.py": "one sentence for each failure, in the order of problems.py",
}
PYTHON = [path for path in tracked_files() if path.suffix == ".py"]
OURS = [path for path in PYTHON if path.parts[0] == "src"]
WITH_TEXTS = [path for path in OURS if path.parts[2] in ("ui", "app")]
TESTS = [path for path in PYTHON if path.parts[0] == "tests"]


def calls(path: Path) -> Iterator[ast.Call]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def is_call_of(call: ast.Call, owner: str, name: str) -> bool:
    function = call.func
    return (
        isinstance(function, ast.Attribute)
        and function.attr == name
        and isinstance(function.value, ast.Name)
        and function.value.id == owner
    )


def test_no_test_waits_for_a_time() -> None:
    """`qtbot.wait(ms)` is slow on a fast machine and too short on a slow one."""
    assert [
        f"{path}:{call.lineno}"
        for path in TESTS
        for call in calls(path)
        if is_call_of(call, "qtbot", "wait")
    ] == []


def test_only_the_program_s_entrance_and_the_core_run_a_loop() -> None:
    may = {"core.py"}
    assert [
        f"{path}:{call.lineno}"
        for path in OURS
        for call in calls(path)
        if is_call_of(call, "asyncio", "run")
        and path.name not in may
        and not {"app", "offline"} & set(path.parts)
    ] == []


def test_texts_of_the_interface_can_be_found_by_lupdate() -> None:
    """Context and text must be literals; the name must be `translate`; no f-string."""
    wrong = []
    for path in WITH_TEXTS:
        for call in calls(path):
            if isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
                wrong.append(f"{path}:{call.lineno}: use translate, not tr")
            elif isinstance(call.func, ast.Name) and call.func.id == "translate":
                literal = [isinstance(part, ast.Constant) for part in call.args[:2]]
                if literal != [True, True]:
                    wrong.append(f"{path}:{call.lineno}: context and text must be literals")
    assert wrong == []


def test_nobody_asks_for_the_next_in_the_focus_chain() -> None:
    """PySide makes the answer a child of the asked: when that goes, the other seems gone too."""
    forbidden = {"nextInFocusChain", "previousInFocusChain"}
    assert [
        f"{path}:{call.lineno}"
        for path in OURS
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr in forbidden
    ] == []


def test_no_exception_is_swallowed_whole() -> None:
    """`except Exception` is for edges that log or translate it; a bare `pass` does neither."""
    wrong = []
    for path in OURS:
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
            if isinstance(node, ast.ExceptHandler) and _is_broad(node.type):
                if all(isinstance(line, ast.Pass | ast.Continue) for line in node.body):
                    wrong.append(f"{path}:{node.lineno}")
    assert wrong == []


def _is_broad(caught: ast.expr | None) -> bool:
    return caught is None or ast.unparse(caught) in ("Exception", "BaseException")


@pytest.mark.parametrize("path", OURS, ids=str)
def test_a_module_says_in_one_sentence_what_it_does(path: Path) -> None:
    said = ast.get_docstring(ast.parse((ROOT / path).read_text("utf-8")))
    assert said, "a docstring is missing"
    assert said.splitlines()[0].endswith((".", "?"))


@pytest.mark.parametrize("path", OURS, ids=str)
def test_a_module_is_short_enough_to_read_in_one_go(path: Path) -> None:
    lines = (ROOT / path).read_text("utf-8").splitlines()
    name = path.relative_to("src/gptdesk").as_posix()
    assert len(lines) <= LONGEST_MODULE or name in LONGER_FOR_A_REASON


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in TESTS if path.name.startswith("test_")]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []
