"""The offline pack through the window: asked, killed, taken away, and closed while it loads."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from gptdesk.storage.paths import Paths

SMALL = "smollm2-135m-instruct"
LONG = "Count from one to five hundred in words, one number on each line."
STOPPED = "The model on this computer stopped"
LOADING = 120_000
TRIES = 5

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="finds processes through /proc")


@pytest.fixture
def packs(profile: Paths, fetched_packs: Path) -> Path:
    """Folders of the test's own, so that what it removes are only links."""
    for pack in fetched_packs.iterdir():
        own = profile.packs / pack.name
        own.mkdir(parents=True)
        for file in pack.iterdir():
            (own / file.name).symlink_to(file)
    return profile.packs


def engines() -> list[int]:
    """The children of this process that are engines."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # a thread may end while we look
            found += (task / "children").read_text().split()
    return [int(child) for child in found if b"gptdesk" in command_line(child)]


def command_line(process: str) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes()
    return b""


def press(desk: Any, label: str) -> None:
    found = desk.app.window.findChildren(QAbstractButton)
    next(b for b in found if b.isVisible() and b.text() == label).click()


def stop(desk: Any) -> None:
    """A small model may talk on for long."""
    if desk.is_answering:
        desk.part("chat.stop", QAbstractButton).click()
    desk.wait_for(lambda: not desk.is_answering)


@pytest.fixture
def killed(open_desk: Callable[..., Any], packs: Path) -> Callable[[], tuple[Any, int]]:
    """A desk whose engine was killed in the middle of an answer, and that engine's number.

    A small model may end its answer before the signal comes, more so on a busy machine; then a new
    chat begins with the same question.
    """

    def begin() -> tuple[Any, int]:
        desk = open_desk()
        for _ in range(TRIES):
            desk.type(LONG)
            desk.send()
            desk.wait_for(lambda: len(desk.texts()) == 2 and desk.texts()[1] != "", timeout=LOADING)
            (engine,) = engines()
            os.kill(engine, signal.SIGKILL)
            desk.wait_for(lambda: not desk.is_answering)
            desk.wait_for(lambda gone=engine: gone not in engines())
            if desk.notice() == STOPPED:
                return desk, engine
            desk.part("chat.new", QAbstractButton).click()
            desk.wait_for(lambda: desk.texts() == [])
        pytest.fail("the model ended each of its answers before it was killed")

    return begin


def test_the_real_model_answers_through_the_window_and_is_there_tomorrow(open_desk, packs):
    desk = open_desk()
    desk.type("What is the capital of France? Answer in one short sentence.")
    desk.send()
    desk.wait_for(lambda: len(desk.texts()) == 2, timeout=LOADING)
    desk.wait_for(lambda: not desk.is_answering or len(desk.texts()[1]) > 80, timeout=LOADING)
    stop(desk)
    answer = desk.texts()[1]
    assert any(letter.isalpha() for letter in answer)
    assert desk.notice() == ""
    assert len(engines()) == 1
    desk.app.close()
    assert engines() == []
    again = open_desk()
    again.wait_for(lambda: len(again.texts()) == 2 and again.texts()[1] != "")
    assert again.texts()[1] == answer


def test_an_engine_killed_in_mid_answer_costs_no_word_and_the_answer_goes_on(killed):
    desk, engine = killed()
    half = desk.texts()[1]
    assert half != ""
    press(desk, "Continue the answer")
    desk.wait_for(lambda: len(desk.texts()[1]) > len(half), timeout=LOADING)
    assert desk.texts()[1].startswith(half)
    assert engines() != [engine]
    stop(desk)
    assert desk.texts()[1].startswith(half)


def test_after_a_killed_engine_the_question_can_be_asked_again(killed):
    desk, _engine = killed()
    press(desk, "Try again")
    desk.wait_for(lambda: desk.is_answering)
    desk.wait_for(lambda: len(desk.texts()) == 2 and desk.texts()[1] != "", timeout=LOADING)
    assert desk.notice() == ""
    stop(desk)


def test_a_pack_that_is_gone_is_named_with_the_way_to_install_it(open_desk, packs):
    desk = open_desk()
    desk.type("Hello")
    desk.send()
    desk.wait_for(lambda: len(desk.texts()) == 2 and desk.texts()[1] != "", timeout=LOADING)
    stop(desk)
    for file in (packs / SMALL).iterdir():
        file.unlink()
    desk.ask("Are you still there?")
    desk.wait_for(lambda: desk.notice() == "The offline pack is not installed")
    assert desk.texts()[-1] == "Are you still there?"
    press(desk, "Install the offline pack")
    assert desk.app.window.current_tab == "settings"
    assert desk.part("page.settings").current == "offline"


def test_closing_while_the_engine_loads_leaves_no_process(open_desk, packs):
    desk = open_desk()
    desk.type("Hello")
    desk.send()
    desk.wait_for(lambda: engines() != [], timeout=LOADING)
    (engine,) = engines()
    os.kill(engine, signal.SIGSTOP)  # it will not be ready before we close
    desk.app.close()
    assert engines() == []
    assert not Path(f"/proc/{engine}").exists()
    again = open_desk()
    again.wait_for(lambda: again.texts() == ["Hello"])
    press(again, "Try again")
    again.wait_for(lambda: len(again.texts()) == 2 and again.texts()[1] != "", timeout=LOADING)
    stop(again)
