"""Three hours go through in bounded memory; killed in the middle, nothing is sent twice."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gptdesk.domain.transcription import JobState, PieceState
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.transcription import Transcriptions
from server import tones
from server.fixture import server as server
from server.hearing import Hears
from transcription_studio import words_of

TESTS = Path(__file__).resolve().parents[1]
PROGRAM = TESTS / "transcribing_program.py"
HOURS = 3
MEGABYTES = 400


def write_recording(path: Path, seconds: float) -> list[str]:
    """Sentences with pauses; a third of the pauses is too short to cut in."""
    chance, words, length = random.Random(7), [], 0
    with path.open("wb") as file:
        file.write(tones.wav(b""))
        while length < seconds * 32_000:
            sentence = chance.choices(tones.WORDS, k=chance.randint(4, 12))
            words += sentence
            samples = tones.spoken(sentence, chance.choice((0.1, 0.6, 1.1)))
            length += len(samples)
            file.write(samples)
    return words


def program(tmp_path: Path, server, longest: str = "") -> subprocess.Popen[str]:
    source = Path(__file__).resolve().parents[2] / "src"
    return subprocess.Popen(
        [sys.executable, PROGRAM, tmp_path / "profile", server.base_url, tmp_path / "talk.wav",
         longest],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{source}{os.pathsep}{TESTS}"},
    )  # fmt: skip


def stored(tmp_path: Path):
    async def read():
        database = (await open_database(Paths.for_profile(tmp_path / "profile"))).database
        try:
            store = Transcriptions(database)
            return await store.job((await store.headers())[0].id)
        finally:
            database.close()

    return asyncio.run(read())


@pytest.mark.skipif(sys.platform == "win32", reason="there is no signal 9")
def test_three_hours_killed_in_the_middle_go_on_without_a_piece_sent_twice(tmp_path, server):
    words = write_recording(tmp_path / "talk.wav", HOURS * 3600)
    server.hears = hears = Hears()

    with program(tmp_path, server) as first:
        for line in first.stdout:
            if line.startswith("ready") and len(hears.seconds) >= 8:
                first.send_signal(signal.SIGKILL)
                break
    interrupted = stored(tmp_path)
    ready = [p.position for p in interrupted.pieces if p.state is PieceState.READY]
    assert ready
    assert interrupted.state is JobState.STOPPED
    assert len(ready) < len(interrupted.pieces) or interrupted.pieces[-1].end < HOURS * 3600
    in_flight = len(server.requests) - len(ready)
    server.requests.clear()

    with program(tmp_path, server) as second:
        lines = [line.split() for line in second.stdout]
    job = stored(tmp_path)
    assert job.state is JobState.DONE
    again = [int(line[1]) for line in lines if line[0] == "ready"]
    assert sorted(again + ready) == list(range(len(job.pieces)))
    assert len(server.requests) == len(again), "a finished piece was sent again"
    assert in_flight <= 3
    assert words_of(job) == words
    assert all(piece.overlap == 0 for piece in job.pieces)
    (memory,) = [int(line[1]) for line in lines if line[0] == "memory"]
    assert memory < MEGABYTES
    assert not list((tmp_path / "profile" / "transcription").iterdir())
