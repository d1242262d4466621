"""Putting the offline pack on this computer, checking it, and taking it away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace

from gptdesk.domain.packs import EngineState, InstallProgress, PackState, PackStatus
from gptdesk.domain.ports import Engine, PackInstaller


class PackService:
    """The offline pack as Settings and the first-start doors see it."""

    def __init__(self, installer: PackInstaller, engine: Engine) -> None:
        self._installer = installer
        self._engine = engine

    async def statuses(self, *, with_test_packs: bool = False) -> tuple[PackStatus, ...]:
        """Every pack a user may install, and test packs only where they are present."""
        found = [await self._installer.status(pack.id) for pack in self._installer.packs()]
        return tuple(
            s for s in found if with_test_packs or not s.pack.is_for_tests or s.bytes_present
        )

    async def status(self, pack_id: str) -> PackStatus:
        return await self._installer.status(pack_id)

    def starter(self) -> str:
        """The id of the pack that a beginner should install to chat."""
        return next(p.id for p in self._installer.packs() if p.is_starter and p.task == "chat")

    def starters(self) -> tuple[str, ...]:
        """The ids of the packs that make up the starter pack: chat, speech and transcription."""
        return tuple(pack.id for pack in self._installer.packs() if pack.is_starter)

    async def starter_statuses(self) -> tuple[PackStatus, ...]:
        """How far each part of the starter pack is."""
        return tuple([await self._installer.status(name) for name in self.starters()])

    async def install_starters(self) -> AsyncGenerator[InstallProgress, None]:
        """Fetch all parts one after the other; sizes and times are those of all together."""
        statuses = await self.starter_statuses()
        total = sum(status.pack.size for status in statuses)
        before = 0
        for status in statuses:
            if status.state is not PackState.READY:
                async with aclosing(self._installer.install(status.pack.id)) as steps:
                    async for step in steps:
                        yield replace(step, done=before + step.done, total=total)
            before += status.pack.size

    async def install(self, pack_id: str) -> AsyncGenerator[InstallProgress, None]:
        """Fetch what is missing; stopping keeps what arrived for the next time."""
        async with aclosing(self._installer.install(pack_id)) as steps:
            async for step in steps:
                yield step

    async def verify(self, pack_id: str) -> AsyncGenerator[InstallProgress, None]:
        """Read every file again and compare it with its checksum."""
        async with aclosing(self._installer.verify(pack_id)) as steps:
            async for step in steps:
                yield step

    async def remove(self, pack_id: str) -> None:
        """Free the disk space; the engine lets go of the file first."""
        await self._engine.stop()
        await self._installer.remove(pack_id)

    def set_idle_minutes(self, minutes: int) -> None:
        self._engine.set_idle_seconds(minutes * 60.0)

    async def engine_states(self) -> AsyncGenerator[EngineState, None]:
        """How the engine is now, and then each change."""
        changes: asyncio.Queue[EngineState] = asyncio.Queue()
        self._engine.watch(changes.put_nowait)
        yield self._engine.state()
        while True:
            yield await changes.get()
