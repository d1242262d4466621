"""Calling the keyring package: in a thread that may hang, and with failures in our words."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Protocol, TypeVar

from gptdesk.domain.problems import KeyringFailed, KeyringLocked, KeyringMissing, Problem

T = TypeVar("T")

NAMES = {
    "keyring.backends.SecretService": "GNOME Keyring / Secret Service",
    "keyring.backends.libsecret": "GNOME Keyring / Secret Service",
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.macOS": "macOS Keychain",
    "keyring.backends.Windows": "Windows Credential Manager",
}
# They keep nothing, or keep it readable in a file
UNFIT = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")

MISSING = frozenset({"NoKeyringError", "InitError"})
LOCKED = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})


class Backend(Protocol):
    """What we use of `keyring.backend.KeyringBackend`."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


async def call(work: Callable[[], T], longest_wait: float) -> T:
    """Do `work` in a thread of its own, which is left alone if it takes too long.

    It is a daemon: a keyring that never answers must not keep the app from ending.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, problem: Problem | None) -> None:
        if answer.done():
            return
        if problem is not None:
            answer.set_exception(problem)
        else:
            answer.set_result(result)  # type: ignore[arg-type]  # T may itself be Optional

    def run() -> None:
        result, problem = None, None
        try:
            result = work()
        except Exception as error:
            # Without the cause: the texts and frames of a keyring may hold the key
            problem = problem_of(error)
        with suppress(RuntimeError):  # the loop was closed meanwhile: nobody waits
            loop.call_soon_threadsafe(settle, result, problem)

    threading.Thread(target=run, name="gptdesk-keyring", daemon=True).start()
    try:
        async with asyncio.timeout(longest_wait):
            return await answer
    except TimeoutError:
        raise KeyringFailed("the keyring did not answer in time") from None


def problem_of(error: Exception) -> Problem:
    """The kind of a keyring's failure; its text is left out, for it may quote the key."""
    if isinstance(error, Problem):
        return error
    names = [kind.__name__ for kind in type(error).__mro__]
    if MISSING.intersection(names):
        return KeyringMissing(names[0])
    if LOCKED.intersection(names):
        return KeyringLocked(names[0])
    return KeyringFailed(names[0])


def system_backend() -> Backend:
    """The keyring of this system. Raises KeyringMissing if none is fit to hold a key."""
    import keyring

    return fit_backend(keyring.get_keyring())


def fit_backend(backend: object) -> Backend:
    """The first fit one of a chain of keyrings, or the only one."""
    chain: Iterable[Backend] = getattr(backend, "backends", None) or (backend,)  # type: ignore[assignment]
    for one in chain:
        if not type(one).__module__.startswith(UNFIT):
            return one
    raise KeyringMissing(type(backend).__module__)


def display_name(backend: Backend) -> str:
    """The name under which the user knows it."""
    return NAMES.get(type(backend).__module__) or str(getattr(backend, "name", ""))
