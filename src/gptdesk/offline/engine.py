"""Runs a model of the offline pack in a child process, and only while somebody needs it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from gptdesk.domain.connections import OFFLINE_ID, Endpoint
from gptdesk.domain.packs import EngineState, Pack, PackState
from gptdesk.domain.ports import PackInstaller
from gptdesk.domain.problems import EngineCrashed, PackDamaged, PackMissing, Problem
from gptdesk.offline import child
from gptdesk.offline.jobs import ChatJob, Job
from gptdesk.offline.process import EngineProcess, ModelRefused, ProcessDied

IDLE_SECONDS = 600.0
START_SECONDS = 120.0
SERIES_SECONDS = 60.0
"""A death this soon after another one is the second of a series: no third start by itself."""


class OfflineEngine:
    """An `Engine` with at most one process, started on the first lease.

    When it dies it is started again once, by itself; what was being answered then is lost to the
    caller, who sees the connection break. After a second death in a row it waits for the next
    lease. All methods belong to the core thread.
    """

    def __init__(
        self,
        packs_dir: Path,
        installer: PackInstaller,
        *,
        job: Job | None = None,
        idle_seconds: float = IDLE_SECONDS,
        start_seconds: float = START_SECONDS,
        command: Callable[[], Sequence[str]] = child.command,
        environment: Callable[[], Mapping[str, str]] = child.environment,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._packs_dir = packs_dir
        self._installer = installer
        self._job = job or ChatJob()
        self._idle_seconds = idle_seconds
        self._start_seconds = start_seconds
        self._command = command
        self._environment = environment
        self._now = now
        self._state = EngineState.STOPPED
        self._listeners: list[Callable[[EngineState], None]] = []
        self._turn = asyncio.Lock()
        self._unused = asyncio.Event()
        self._unused.set()
        self._uses = 0
        self._child: EngineProcess | None = None
        self._pack: Pack | None = None
        self._starting: asyncio.Task[EngineProcess] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._last_death: float | None = None

    def state(self, task: str = "") -> EngineState:
        return self._state

    def watch(self, listener: Callable[[EngineState], None]) -> None:
        self._listeners.append(listener)

    def set_idle_seconds(self, seconds: float) -> None:
        self._idle_seconds = seconds
        if self._timer is not None:
            self._sleep_later()
        elif self._child is not None and not self._uses:
            self._sleep_later()

    @asynccontextmanager
    async def lease(self, pack_id: str) -> AsyncIterator[Endpoint]:
        """Start the engine if needed, wait until it answers, and keep it while in use.

        Another model waits until the answers of the present one are finished.
        """
        endpoint = await self._acquire(pack_id)
        try:
            yield endpoint
        finally:
            self._release()

    async def stop(self) -> None:
        """End the process, also one that is just starting or in use, and wait until it is gone."""
        self._stay_awake()
        tasks: list[asyncio.Task[Any]] = [*self._tasks]
        if self._starting is not None:
            tasks.append(self._starting)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._end()

    async def _acquire(self, pack_id: str) -> Endpoint:
        async with self._turn:
            pack = await self._installed(pack_id)
            if self._pack is not None and not self._job.serves_too(self._pack, pack):
                await self._unused.wait()
                await self._end()
            elif self._child is not None and not self._child.is_running:
                await self._end()
            self._stay_awake()
            running = self._child or await self._start(pack)
            self._uses += 1
            self._unused.clear()
            return Endpoint(OFFLINE_ID, f"{running.address}/v1", running.key, is_local=True)

    def _release(self) -> None:
        self._uses -= 1
        if not self._uses:
            self._unused.set()
            self._sleep_later()

    async def _installed(self, pack_id: str) -> Pack:
        status = await self._installer.status(pack_id)
        if status.state is PackState.DAMAGED:
            raise PackDamaged(pack_id)
        if status.state is not PackState.READY:
            raise PackMissing(pack_id)
        return status.pack

    # Starting

    async def _start(self, pack: Pack) -> EngineProcess:
        """Raises EngineCrashed, EngineUnsupported or PackDamaged; the second try is silent."""
        self._pack = pack
        tries = 1 if self._died_lately() else 2
        for attempt in range(1, tries + 1):
            self._set(EngineState.STARTING)
            try:
                return await self._start_once(pack)
            except ProcessDied as death:
                self._last_death = self._now()
                self._set(EngineState.CRASHED)
                if attempt == tries:
                    raise EngineCrashed(str(death)) from death
            except ModelRefused as refusal:
                self._set(EngineState.STOPPED)
                await self._blame_files(pack)
                raise EngineCrashed(str(refusal)) from refusal
            except BaseException:
                self._set(EngineState.STOPPED)
                raise
        raise AssertionError("unreachable")

    async def _start_once(self, pack: Pack) -> EngineProcess:
        wishes = self._job.wishes(self._packs_dir, pack)
        beginning = EngineProcess.start(
            self._command(), self._environment(), wishes, self._start_seconds
        )
        self._starting = asyncio.create_task(beginning)
        try:
            started = await self._starting
        except asyncio.CancelledError:
            this = asyncio.current_task()
            if this is not None and this.cancelling():
                raise
            raise EngineCrashed("the engine was stopped while it was starting") from None
        finally:
            self._starting = None
        self._child = started
        self._spawn(self._watch_over(started))
        self._set(EngineState.READY)
        return started

    async def _blame_files(self, pack: Pack) -> None:
        """Raise PackDamaged if the files are not what they should be; they are then set aside."""
        async with aclosing(self._installer.verify(pack.id)) as steps:
            async for _ in steps:
                pass

    # Dying

    async def _watch_over(self, running: EngineProcess) -> None:
        """Notice that the process ended, and start it again if that did not just happen before."""
        await running.wait()
        if self._child is not running or running.was_told:
            return
        self._child = None
        self._stay_awake()
        is_series = self._died_lately()
        self._last_death = self._now()
        self._set(EngineState.CRASHED)
        if is_series or running.is_unsupported():
            return
        async with self._turn:
            if self._child is None and self._pack is not None:
                with suppress(Problem):  # who needs the engine next will meet it again
                    await self._start(self._pack)
                if not self._uses:
                    self._sleep_later()

    def _died_lately(self) -> bool:
        return self._last_death is not None and self._now() - self._last_death < SERIES_SECONDS

    async def _end(self) -> None:
        if self._child is not None:
            await self._child.end()
        self._child = self._pack = None
        self._set(EngineState.STOPPED)

    # Sleeping

    def _sleep_later(self) -> None:
        self._stay_awake()
        if self._child is not None and self._idle_seconds > 0:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(self._idle_seconds, self._on_idle)

    def _stay_awake(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _on_idle(self) -> None:
        self._timer = None
        self._spawn(self._end_unused())

    async def _end_unused(self) -> None:
        async with self._turn:
            if not self._uses and self._timer is None:
                await self._end()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _set(self, state: EngineState) -> None:
        if state is not self._state:
            self._state = state
            for listener in self._listeners:
                listener(state)
