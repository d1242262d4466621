"""The life of the engine's process: started when needed, ended when not, and never left behind."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from gptdesk.domain.packs import (
    EngineState,
    InstallProgress,
    Pack,
    PackState,
    PackStatus,
)
from gptdesk.domain.problems import (
    EngineCrashed,
    EngineUnsupported,
    PackDamaged,
    PackMissing,
)
from gptdesk.offline.engine import OfflineEngine

FAKE = Path(__file__).with_name("fake_engine.py")
STOPPED, STARTING = EngineState.STOPPED, EngineState.STARTING
READY, CRASHED = EngineState.READY, EngineState.CRASHED


class Installed:
    """A `PackInstaller` that says what the test wants to hear."""

    def __init__(self, *packs: Pack) -> None:
        self._packs = packs
        self.state = PackState.READY
        self.is_bad = False

    def packs(self) -> tuple[Pack, ...]:
        return self._packs

    async def status(self, pack_id: str) -> PackStatus:
        return PackStatus(next(p for p in self._packs if p.id == pack_id), self.state)

    async def verify(self, pack_id: str) -> AsyncGenerator[InstallProgress, None]:
        yield InstallProgress(pack_id, "verify", 1, 1)
        if self.is_bad:
            raise PackDamaged(pack_id)

    def install(self, pack_id: str) -> AsyncGenerator[InstallProgress, None]:
        raise NotImplementedError

    async def remove(self, pack_id: str) -> None:
        raise NotImplementedError


class Bench:
    """An engine with the stand-in for its program, and everything there is to see of it."""

    def __init__(self, mode: str, folder: Path, packs: tuple[Pack, ...], **options: Any) -> None:
        self.mode = mode
        self.folder = folder
        self.time = 1000.0
        self.installed = Installed(*packs)
        options.setdefault("idle_seconds", 0)
        self.engine = OfflineEngine(
            folder,
            self.installed,
            command=lambda: [sys.executable, "-I", "-S", str(FAKE), self.mode, str(folder)],
            environment=lambda: {"PATH": os.environ["PATH"]},
            now=lambda: self.time,
            **options,
        )
        self.states: list[EngineState] = []
        self._changed = asyncio.Event()
        self.engine.watch(self._on_state)

    def _on_state(self, state: EngineState) -> None:
        self.states.append(state)
        self._changed.set()

    async def until(self, *states: EngineState) -> None:
        """Wait until exactly these states have been passed through."""
        async with asyncio.timeout(20):
            while self.states != list(states):
                self._changed.clear()
                await self._changed.wait()

    def lives(self) -> list[dict[str, Any]]:
        path = self.folder / "lives"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    def is_gone(self, life: int = -1) -> bool:
        try:
            os.kill(self.lives()[life]["pid"], 0)
        except ProcessLookupError:
            return True
        return False


Play = Callable[[Bench], Awaitable[None]]


@pytest.fixture
def played(tmp_path: Path, make: Any) -> Callable[..., Bench]:
    """Runs a scene with an engine, stops the engine, and gives back the bench."""
    packs = tuple(
        make.pack(make.file(b"x", path=f"{name}.gguf"), pack_id=name) for name in ("one", "two")
    )

    def play(mode: str, scene: Play, **options: Any) -> Bench:
        async def whole() -> Bench:
            bench = Bench(mode, tmp_path, packs, **options)
            try:
                await scene(bench)
            finally:
                await bench.engine.stop()
            return bench

        return asyncio.run(whole())

    return play


async def take(bench: Bench, pack_id: str = "one") -> None:
    async with bench.engine.lease(pack_id):
        pass


def test_the_first_lease_starts_it_and_stop_ends_it(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        assert bench.engine.state() is STOPPED
        async with bench.engine.lease("one") as endpoint:
            assert bench.engine.state() is READY
            assert endpoint.base_url.startswith("http://127.0.0.1:")
            assert endpoint.base_url.endswith("/v1")
            assert endpoint.is_local

    bench = played("good", scene)
    assert bench.states == [STARTING, READY, STOPPED]
    assert bench.is_gone()


def test_it_is_told_what_to_serve_and_nothing_shows_the_key(played: Any, tmp_path: Path) -> None:
    async def scene(bench: Bench) -> None:
        async with bench.engine.lease("one") as endpoint:
            keys.append(endpoint.key)

    keys: list[str] = []
    life = played("good", scene).lives()[0]
    assert (life["job"], life["model"], life["context"]) == ("chat", "one", 256)
    assert life["path"] == str(tmp_path / "one" / "one.gguf")
    assert life["key"] == keys[0]
    assert len(keys[0]) > 40
    assert keys[0] not in json.dumps([life["argv"], life["env"]])


def test_every_life_has_another_key(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        await take(bench)
        await bench.engine.stop()
        await take(bench)

    first, second = played("good", scene).lives()
    assert first["key"] != second["key"]


def test_callers_at_the_same_time_share_one_start(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        await asyncio.gather(*(take(bench) for _ in range(5)))

    bench = played("good", scene)
    assert len(bench.lives()) == 1


def test_a_caller_that_gives_up_while_it_starts_leaves_nothing(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        caller = asyncio.create_task(take(bench))
        await bench.until(STARTING)
        caller.cancel()
        with pytest.raises(asyncio.CancelledError):
            await caller
        assert bench.engine.state() is STOPPED

    assert played("hangs", scene).states == [STARTING, STOPPED]


def test_stopping_while_it_starts_tells_the_caller(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        caller = asyncio.create_task(take(bench))
        await bench.until(STARTING)
        await bench.engine.stop()
        with pytest.raises(EngineCrashed, match="stopped while it was starting"):
            await caller

    assert played("hangs", scene).states == [STARTING, STOPPED]


def test_one_that_never_answers_is_given_up(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(EngineCrashed, match=r"not ready within 0\.05 seconds"):
            await take(bench)

    bench = played("hangs", scene, start_seconds=0.05)
    assert bench.states == [STARTING, CRASHED, STARTING, CRASHED, STOPPED]


def test_one_that_does_not_answer_at_its_address_is_not_ready(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(EngineCrashed, match="does not answer"):
            await take(bench)

    bench = played("unhealthy", scene)
    assert bench.is_gone(0)
    assert bench.is_gone(1)


def test_another_pack_waits_for_the_answers_of_the_first(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        async with bench.engine.lease("one"):
            other = asyncio.create_task(take(bench, "two"))
            for _ in range(50):  # turns of the loop, more than it needs to come to its wait
                await asyncio.sleep(0)
            assert bench.states == [STARTING, READY]
        await other

    bench = played("good", scene)
    assert [life["model"] for life in bench.lives()] == ["one", "two"]
    assert bench.states == [STARTING, READY, STOPPED, STARTING, READY, STOPPED]
    assert bench.is_gone(0)


def test_unused_it_is_stopped_after_the_idle_time(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        await take(bench)
        await bench.until(STARTING, READY, STOPPED)
        assert bench.is_gone()

    played("good", scene, idle_seconds=0.01)


def test_in_use_it_is_never_stopped_for_idleness(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        loop = asyncio.get_running_loop()
        async with bench.engine.lease("one"):
            await take(bench)
            bench.engine.set_idle_seconds(0.01)
            later = asyncio.Event()
            loop.call_later(0.05, later.set)
            await later.wait()
            assert bench.engine.state() is READY
        await bench.until(STARTING, READY, STOPPED)

    played("good", scene, idle_seconds=0.01)


def test_a_new_idle_time_counts_at_once(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        await take(bench)
        bench.engine.set_idle_seconds(0.01)
        await bench.until(STARTING, READY, STOPPED)

    played("good", scene, idle_seconds=1000)


def test_an_idle_time_of_nought_keeps_it(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        await take(bench)
        assert bench.engine._timer is None
        assert bench.engine.state() is READY

    played("good", scene, idle_seconds=0)


def test_when_it_dies_it_is_started_again_by_itself(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        async with bench.engine.lease("one") as first:
            os.kill(bench.lives()[0]["pid"], signal.SIGKILL)
            await bench.until(STARTING, READY, CRASHED, STARTING, READY)
            async with bench.engine.lease("one") as second:
                assert second.key != first.key
        assert len(bench.lives()) == 2

    played("good", scene)


def test_a_second_death_soon_after_waits_for_the_next_caller(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        await take(bench)
        for life in range(2):
            os.kill(bench.lives()[life]["pid"], signal.SIGKILL)
            twice = (STARTING, READY, CRASHED) * (life + 1)
            await bench.until(*twice, *((STARTING, READY) if life == 0 else ()))
            bench.time += 10
        assert len(bench.lives()) == 2
        await take(bench)
        assert bench.engine.state() is READY

    assert len(played("good", scene).lives()) == 3


def test_a_death_long_after_the_first_one_is_a_first_one_again(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        await take(bench)
        for life in range(2):
            os.kill(bench.lives()[life]["pid"], signal.SIGKILL)
            await bench.until(*(STARTING, READY, CRASHED) * (life + 1), STARTING, READY)
            bench.time += 3600

    assert len(played("good", scene).lives()) == 3


def test_a_death_while_it_starts_is_tried_once_more_unseen(played: Any) -> None:
    bench = played("dies-once", take)
    assert bench.states == [STARTING, CRASHED, STARTING, READY, STOPPED]


def test_two_deaths_while_it_starts_are_a_problem_with_its_last_words(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(EngineCrashed) as caught:
            await take(bench)
        assert "status 7" in caught.value.detail
        assert "a word about what went wrong" in caught.value.detail
        bench.mode = "good"
        await take(bench)

    bench = played("dies", scene)
    assert len(bench.lives()) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="there the status is tested by its number")
def test_an_old_processor_is_named_and_not_tried_again(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(EngineUnsupported):
            await take(bench)

    bench = played("old-processor", scene)
    assert len(bench.lives()) == 1
    assert bench.states == [STARTING, STOPPED]


def test_a_missing_runtime_is_named_with_its_reason(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(EngineUnsupported, match="it said why"):
            await take(bench)

    assert len(played("unsupported", scene).lives()) == 1


def test_a_program_that_is_not_there_is_unsupported(played: Any, tmp_path: Path) -> None:
    async def scene(bench: Bench) -> None:
        bench.engine._command = lambda: [str(tmp_path / "no-such-program")]
        with pytest.raises(EngineUnsupported):
            await take(bench)

    assert played("good", scene).states == [STARTING, STOPPED]


def test_a_refused_model_is_damaged_if_its_file_is_wrong(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        bench.installed.is_bad = True
        with pytest.raises(PackDamaged):
            await take(bench)

    assert len(played("model", scene).lives()) == 1


def test_a_refused_model_with_the_right_file_is_a_crash_with_the_reason(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        with pytest.raises(EngineCrashed, match="it said why"):
            await take(bench)

    played("model", scene)


@pytest.mark.parametrize(
    ("state", "problem"),
    [
        (PackState.ABSENT, PackMissing),
        (PackState.PARTIAL, PackMissing),
        (PackState.DAMAGED, PackDamaged),
    ],
)
def test_nothing_is_started_for_a_pack_that_is_not_ready(
    state: PackState, problem: type[Exception], played: Any
) -> None:
    async def scene(bench: Bench) -> None:
        bench.installed.state = state
        with pytest.raises(problem):
            await take(bench)

    assert played("good", scene).states == []


def test_after_every_task_was_cancelled_stop_still_ends_the_process(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        await take(bench)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await bench.engine.stop()
        assert bench.is_gone()

    played("good", scene)


def test_stopping_twice_or_before_the_start_is_nothing(played: Any) -> None:
    async def scene(bench: Bench) -> None:
        await bench.engine.stop()
        await bench.engine.stop()

    assert played("good", scene).states == []
