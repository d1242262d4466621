"""Keys in the keyring of the system, or only in memory where the user says so."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from gptdesk.domain.connections import KeyPlace
from gptdesk.domain.problems import KeyringFailed, KeyringMissing, KeyUnusable
from gptdesk.storage.keyring_calls import Backend, call, display_name, system_backend

SERVICE = "gptdesk"
LONGEST_WAIT = 60.0
"""Long enough to type the password of a locked keyring, which the system may ask for."""

T = TypeVar("T")


class Keys:
    """Implements KeyStore. A key is in no exception, no log and no file of ours."""

    def __init__(
        self,
        find_backend: Callable[[], Backend] = system_backend,
        longest_wait: float = LONGEST_WAIT,
    ) -> None:
        self._find_backend = find_backend
        self._longest_wait = longest_wait
        self._session: dict[str, str] = {}
        self._turn = asyncio.Lock()

    def __repr__(self) -> str:
        return "Keys()"

    async def read(self, connection_id: str) -> str | None:
        if connection_id in self._session:
            return self._session[connection_id]
        return await self._call(lambda backend: backend.get_password(SERVICE, connection_id))

    async def write(self, connection_id: str, key: str, *, session_only: bool = False) -> KeyPlace:
        """Raises KeyUnusable for a key of no or several lines, and the problems of a keyring."""
        key = _one_line(key)
        if session_only:
            self._session[connection_id] = key
            return KeyPlace.SESSION
        if not await self._call(lambda backend: _stored(backend, connection_id, key)):
            raise KeyringFailed("the keyring did not give back what was stored")
        self._session.pop(connection_id, None)
        return KeyPlace.KEYRING

    async def remove(self, connection_id: str) -> None:
        """Forget it everywhere. Where there is no keyring, it holds no key either."""
        self._session.pop(connection_id, None)
        with suppress(KeyringMissing):
            await self._call(lambda backend: _deleted(backend, connection_id))

    async def place(self) -> KeyPlace:
        try:
            await self._call(lambda backend: None)
        except KeyringMissing:
            return KeyPlace.SESSION
        return KeyPlace.KEYRING

    async def backend_name(self) -> str:
        try:
            return await self._call(display_name)
        except KeyringMissing:
            return ""

    async def _call(self, work: Callable[[Backend], T]) -> T:
        # One at a time: two of them would make the system ask for its password twice
        async with self._turn:
            return await call(lambda: work(self._find_backend()), self._longest_wait)


def _one_line(key: str) -> str:
    key = key.strip()
    if not key:
        raise KeyUnusable(detail="the key is empty")
    if not key.isprintable():
        raise KeyUnusable(detail="the key has more than one line")
    return key


def _stored(backend: Backend, name: str, key: str) -> bool:
    """Write and read back. What was there is put back if the keyring does not keep the new one."""
    old = backend.get_password(SERVICE, name)  # fails while the keyring cannot be read
    backend.set_password(SERVICE, name, key)
    kept = backend.get_password(SERVICE, name)
    if kept is not None and hmac.compare_digest(kept.encode(), key.encode()):
        return True
    if old is not None:
        backend.set_password(SERVICE, name, old)
    return False


def _deleted(backend: Backend, name: str) -> None:
    if backend.get_password(SERVICE, name) is not None:
        backend.delete_password(SERVICE, name)
