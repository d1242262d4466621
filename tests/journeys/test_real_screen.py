"""A person at a real screen: a window, a keyboard, a question and an answer."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30_000
"""Milliseconds; a busy machine may need seconds to start a program."""

pytestmark = pytest.mark.real_screen


def xdotool(*words: str) -> str:
    run = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
    return run.stdout.strip()


def stored(database: Path, role: str) -> list[str]:
    """What was said by `role`, as another program finds it in the file."""
    if not database.exists():
        return []
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        try:
            rows = connection.execute("SELECT text FROM messages WHERE role = ?", (role,))
            return [text for (text,) in rows]
        except sqlite3.OperationalError:  # the table is being made
            return []


@pytest.fixture
def program(server: Any, own_folders: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = os.environ | {
        "PYTHONPATH": str(ROOT / "src"),
        "QT_QPA_PLATFORM": "xcb",
        "OPENAI_API_KEY": "sk-of-the-test",
        "OPENAI_BASE_URL": server.base_url,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "gptdesk", "--lang", "en", "--theme", "light"], env=environment
    )
    yield process
    process.terminate()
    process.wait(20)


def test_a_person_asks_with_the_keyboard_and_reads_the_answer(
    program: subprocess.Popen[bytes], server: Any, own_folders: Path, qtbot: QtBot
) -> None:
    server.reply_with("Blue, on a clear day.")
    database = own_folders / "profile" / "gptdesk.db"

    def windows() -> list[str]:
        words = ("--onlyvisible", "--pid", str(program.pid), "--name", "gptdesk")
        return xdotool("search", *words).splitlines()

    def ask(question: str) -> bool:
        """False if nothing was sent: who types while the program starts does it again."""
        xdotool("windowfocus", "--sync", windows()[0])
        xdotool("mousemove", "--window", windows()[0], "640", "680", "click", "1")
        xdotool("key", "ctrl+a")
        xdotool("type", "--delay", "20", question)
        xdotool("key", "Return")
        with suppress(TimeoutError):
            qtbot.waitUntil(lambda: stored(database, "user") != [], timeout=PATIENCE // 10)
            return True
        return False

    qtbot.waitUntil(lambda: windows() != [], timeout=PATIENCE)
    qtbot.waitUntil(database.exists, timeout=PATIENCE)
    assert any(ask("What colour is the sky?") for _ in range(10))
    answer = ["Blue, on a clear day."]
    qtbot.waitUntil(lambda: stored(database, "assistant") == answer, timeout=PATIENCE)
    assert stored(database, "user") == ["What colour is the sky?"]
