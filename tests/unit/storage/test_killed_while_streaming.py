"""A program that is killed while answers grow loses one checkpoint at most, and breaks nothing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from gptdesk.domain.messages import MessageState
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths

KILLS = 30
CHECKPOINTS = 12
"""How many checkpoints a program says it has made before it is killed in the next one."""

STREAMING = """
import asyncio, os, sys
from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths

async def stream(name):
    store = Conversations((await open_database(Paths.for_profile(sys.argv[1]))).database)
    await store.create(Conversation(name))
    answer = ChatMessage(name, name, 0, Role.ASSISTANT, "", MessageState.STREAMING)
    await store.add(answer)
    text = ""
    for number in range(1_000_000):
        text += f"{number} 个字。"
        await store.checkpoint(name, text, "")
        os.write(1, f"{number}\\n".encode())

asyncio.run(stream(sys.argv[2]))
"""


def killed_in_mid_stream(profile: Path, name: str) -> int:
    """Run until it said that enough checkpoints are safe; the last number it said."""
    child = subprocess.Popen(
        [sys.executable, "-c", STREAMING, str(profile), name],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    with child.stdout:
        for _ in range(CHECKPOINTS):
            assert child.stdout.readline()
        child.kill()
        said = child.stdout.read().split()
    child.wait()
    return int(said[-1]) if said else CHECKPOINTS - 1


def numbers(text: str) -> list[int]:
    return [int(piece.split(" ")[0]) for piece in text.split("。")[:-1]]


def test_thirty_kills_lose_no_checkpoint_that_was_safe(tmp_path: Path, run) -> None:
    profile = tmp_path / "profile"
    said = {f"kill {n}": killed_in_mid_stream(profile, f"kill {n}") for n in range(KILLS)}
    opened = run(open_database(Paths.for_profile(profile)))
    try:
        assert opened.notices == ()
        store = Conversations(opened.database)
        for name, last in said.items():
            (answer,) = run(store.bodies(name, 0, 0))
            assert answer.state is MessageState.INTERRUPTED
            found = numbers(answer.text)
            assert all(after == before + 1 for before, after in pairwise([-1, *found]))
            assert last <= found[-1] <= last + 1
    finally:
        opened.database.close()
    with closing(sqlite3.connect(Paths.for_profile(profile).database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
