"""The engine as the app sees it: a process for chat and one for sound, each on its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.packs import EngineState
from gptdesk.domain.ports import PackInstaller
from gptdesk.offline.engine import OfflineEngine
from gptdesk.offline.jobs import SOUND_TASKS, ChatJob, SoundJob

_LOUDEST = (EngineState.CRASHED, EngineState.STARTING, EngineState.READY, EngineState.STOPPED)


class Engines:
    """An `Engine` whose processes do not wait for each other: an answer can be read aloud.

    All methods belong to the core thread.
    """

    def __init__(self, packs_dir: Path, installer: PackInstaller, **options: Any) -> None:
        packs = installer.packs()
        self._chat = OfflineEngine(packs_dir, installer, job=ChatJob(), **options)
        self._sound = OfflineEngine(packs_dir, installer, job=SoundJob(packs), **options)
        self._with_sound = {pack.id for pack in packs if pack.task in SOUND_TASKS}

    def lease(self, pack_id: str) -> AbstractAsyncContextManager[Endpoint]:
        engine = self._sound if pack_id in self._with_sound else self._chat
        return engine.lease(pack_id)

    def state(self, task: str = "chat") -> EngineState:
        """How the engine for this task is."""
        return (self._sound if task in SOUND_TASKS else self._chat).state()

    def watch(self, listener: Callable[[EngineState], None]) -> None:
        """Call `listener` with what is most worth knowing of both, whenever one changes."""

        def on_change(_state: EngineState) -> None:
            states = (self._chat.state(), self._sound.state())
            listener(next(state for state in _LOUDEST if state in states))

        self._chat.watch(on_change)
        self._sound.watch(on_change)

    def set_idle_seconds(self, seconds: float) -> None:
        self._chat.set_idle_seconds(seconds)
        self._sound.set_idle_seconds(seconds)

    async def stop(self) -> None:
        await asyncio.gather(self._chat.stop(), self._sound.stop())
