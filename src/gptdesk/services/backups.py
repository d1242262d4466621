"""Dated copies of the conversations, made without being asked."""

from __future__ import annotations

import time
from collections.abc import Callable

from gptdesk.domain.ports import Backup, BackupStore, ConversationStore

DUE_AFTER = 6 * 3600.0
"""Seconds after which a backup is old enough for a new one."""


class BackupService:
    """Makes a backup when one is due, and brings one back."""

    def __init__(
        self,
        store: BackupStore,
        conversations: ConversationStore,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._now = now

    async def all(self) -> tuple[Backup, ...]:
        return await self._store.backups()

    async def latest(self) -> Backup | None:
        backups = await self._store.backups()
        return backups[0] if backups else None

    async def create(self) -> Backup:
        return await self._store.create()

    async def create_if_due(self) -> Backup | None:
        """A new backup if the newest is old; the newest one in any case.

        None while there is nothing to lose yet.
        """
        latest = await self.latest()
        if latest is None and not await self._conversations.conversations():
            return None
        if latest is None or self._now() - latest.created >= DUE_AFTER:
            return await self._store.create()
        return latest

    async def restore(self, name: str) -> None:
        """What is there now is backed up first, so this can be undone the same way."""
        await self._store.restore(name)
