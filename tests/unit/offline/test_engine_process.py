from __future__ import annotations

import asyncio
import os
import sys

import pytest

from gptdesk.domain.problems import EngineUnsupported
from gptdesk.offline.process import EngineProcess, uninterrupted

DEAF = (sys.executable, "-c", "import sys; sys.stdin.buffer.read()")


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("steps", range(10))
def test_it_can_be_given_up_at_every_moment_of_its_start(steps: int, times: int) -> None:
    """A process that nobody waits for would be found by the guard for children."""

    async def scene() -> None:
        starting = asyncio.create_task(EngineProcess.start(DEAF, os.environ, {}, 60))
        for _ in range(steps):
            await asyncio.sleep(0)
        for _ in range(times):
            starting.cancel()
            await asyncio.sleep(0)
        async with asyncio.timeout(30):
            with pytest.raises(asyncio.CancelledError):
                await starting

    asyncio.run(scene())


def test_a_program_that_is_not_there_is_a_problem_at_once() -> None:
    async def scene() -> None:
        with pytest.raises(EngineUnsupported):
            await EngineProcess.start(("/nowhere/at-all",), os.environ, {}, 60)

    asyncio.run(scene())


def test_work_that_must_not_stop_halfway_is_done_before_a_cancellation_counts() -> None:
    async def scene() -> None:
        goes_on = asyncio.Event()
        work = asyncio.create_task(goes_on.wait())
        waiting = asyncio.create_task(uninterrupted(work))
        for _ in range(2):
            await asyncio.sleep(0)
            waiting.cancel()
        await asyncio.sleep(0)
        assert not waiting.done()
        goes_on.set()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert work.result() is True

    asyncio.run(scene())
