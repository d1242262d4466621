"""Two processes behind one port: chat and sound do not wait for each other."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gptdesk.domain.packs import EngineState, Pack, PackState, PackStatus
from gptdesk.domain.problems import PackMissing
from gptdesk.offline.engines import Engines

FAKE = Path(__file__).with_name("fake_engine.py")
STOPPED, STARTING, READY = EngineState.STOPPED, EngineState.STARTING, EngineState.READY


class Installed:
    """Every pack is there, but for those in `missing`."""

    def __init__(self, packs: tuple[Pack, ...]) -> None:
        self._packs = packs
        self.missing: set[str] = set()

    def packs(self) -> tuple[Pack, ...]:
        return self._packs

    async def status(self, pack_id: str) -> PackStatus:
        pack = next(p for p in self._packs if p.id == pack_id)
        return PackStatus(pack, PackState.ABSENT if pack_id in self.missing else PackState.READY)


class Bench:
    def __init__(self, folder: Path, packs: tuple[Pack, ...]) -> None:
        self.folder = folder
        self.installed: Any = Installed(packs)
        self.engines = Engines(
            folder,
            self.installed,
            idle_seconds=0,
            command=lambda: [sys.executable, "-I", "-S", str(FAKE), "serves", str(folder)],
            environment=lambda: {"PATH": os.environ["PATH"]},
        )

    @property
    def lives(self) -> list[dict[str, Any]]:
        lines = (self.folder / "lives").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]


@pytest.fixture
def play(make: Any, tmp_path: Path) -> Callable[..., None]:
    def pack(pack_id: str, task: str) -> Pack:
        it: Pack = make.pack(make.file(b"x"), pack_id=pack_id)
        return replace(it, task=task, is_starter=True)

    packs = (pack("talk", "chat"), pack("voice", "speech"), pack("ear", "transcription"))

    def run(scene: Callable[[Bench], Awaitable[None]]) -> None:
        async def whole() -> None:
            bench = Bench(tmp_path, packs)
            try:
                await scene(bench)
            finally:
                await bench.engines.stop()

        asyncio.run(whole())

    return run


def test_an_answer_and_its_sound_are_made_by_two_processes(play: Any) -> None:
    async def scene(bench: Bench) -> None:
        async with bench.engines.lease("talk") as chat, bench.engines.lease("voice") as sound:
            assert chat.base_url != sound.base_url
            assert chat.key != sound.key
        assert [life["job"] for life in bench.lives] == ["chat", "sound"]

    play(scene)


def test_speech_and_transcription_share_one_process_that_knows_both(play: Any) -> None:
    async def scene(bench: Bench) -> None:
        async with bench.engines.lease("voice") as one, bench.engines.lease("ear") as two:
            assert one.base_url == two.base_url
        (life,) = bench.lives
        assert (life["speech"], life["transcription"], life["first"]) == ("voice", "ear", "voice")
        assert life["packs"] == str(bench.folder)

    play(scene)


def test_a_pack_that_is_not_there_starts_nothing(play: Any) -> None:
    async def scene(bench: Bench) -> None:
        bench.installed.missing.add("ear")
        with pytest.raises(PackMissing):
            async with bench.engines.lease("ear"):
                pass
        assert not (bench.folder / "lives").exists()

    play(scene)


def test_each_task_has_its_own_state_and_a_watcher_hears_of_both(play: Any) -> None:
    async def scene(bench: Bench) -> None:
        heard: list[EngineState] = []
        bench.engines.watch(heard.append)
        async with bench.engines.lease("voice"):
            assert bench.engines.state() is bench.engines.state("chat") is STOPPED
            assert bench.engines.state("speech") is bench.engines.state("transcription") is READY
            async with bench.engines.lease("talk"):
                assert bench.engines.state() is READY
        await bench.engines.stop()
        assert heard == [STARTING, READY, STARTING, READY, READY, STOPPED]

    play(scene)


def test_stopping_ends_both(play: Any) -> None:
    async def scene(bench: Bench) -> None:
        async with bench.engines.lease("voice"), bench.engines.lease("talk"):
            pass
        await bench.engines.stop()
        assert bench.engines.state("chat") is bench.engines.state("speech") is STOPPED
        for life in bench.lives:
            with pytest.raises(ProcessLookupError):
                os.kill(life["pid"], 0)

    play(scene)
