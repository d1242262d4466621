"""One life of the engine process, from its first line to its last."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar
from urllib.parse import urlsplit

from gptdesk.domain.problems import EngineUnsupported

T = TypeVar("T")

KEPT_BYTES = 8192
"""How much of what the process wrote to its error output is kept for "Details"."""
HEALTH_SECONDS = 10.0
NO_CONSOLE = 0x08000000 if sys.platform == "win32" else 0
_ILLEGAL_INSTRUCTION = (-getattr(signal, "SIGILL", 4), 0xC000001D, 0xC000001D - (1 << 32))


def kill(process: asyncio.subprocess.Process) -> None:
    """End a process at once, also one that may just have ended.

    WORKAROUND(python 3.11): `Process.kill` first asks whether the process has ended, and thereby
    takes its status away from asyncio, which then reports 255 and warns. It can go with the first
    Python whose asyncio sends the signal itself.
    """
    if sys.platform == "win32":
        with suppress(ProcessLookupError):
            process.kill()
    elif process.returncode is None:
        with suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL)


async def uninterrupted(work: asyncio.Task[T]) -> T:
    """Wait for work that must not stop halfway; a cancellation is heeded when it is done.

    An answer is cancelled by its person and once more by the closing app: the second time would
    leave a process behind that nobody waits for.
    """
    put_off: asyncio.CancelledError | None = None
    while not work.done():
        try:
            await asyncio.wait({work})
        except asyncio.CancelledError as cancelled:
            put_off = cancelled
    if put_off is not None:
        raise put_off
    return work.result()


class ProcessDied(Exception):
    """The process ended without having been told to. Its text is for "Details"."""


class ModelRefused(Exception):
    """The process lives but could not load the model."""


class EngineProcess:
    """A child that serves one model. Its key is known to it and to us, and written nowhere.

    `was_told` says that its end is our doing.
    """

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.key = secrets.token_urlsafe(32)
        self.address = ""
        self.was_told = False
        self._process = process
        self._errors = bytearray()
        self._reading = asyncio.create_task(self._read_errors())

    @classmethod
    async def start(
        cls,
        command: Sequence[str],
        environment: Mapping[str, str],
        wishes: Mapping[str, Any],
        seconds: float,
    ) -> EngineProcess:
        """Wait until it answers. Raises ProcessDied, ModelRefused or EngineUnsupported.

        Cancelling ends the process, and so does every failure.
        """
        creating = asyncio.create_task(cls._create(command, environment))
        try:
            child = await uninterrupted(creating)
        except asyncio.CancelledError:
            if not creating.cancelled() and creating.exception() is None:
                await creating.result().end()
            raise
        try:
            async with asyncio.timeout(seconds):
                await child._introduce(wishes)
        except TimeoutError:
            await child.end()
            raise ProcessDied(f"not ready within {seconds:g} seconds") from None
        except BaseException:
            await child.end()
            raise
        return child

    @classmethod
    async def _create(cls, command: Sequence[str], environment: Mapping[str, str]) -> EngineProcess:
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=dict(environment),
                creationflags=NO_CONSOLE,
            )
        except OSError as error:
            raise EngineUnsupported(str(error)) from error
        return cls(process)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_running(self) -> bool:
        return not self.was_told and self._process.returncode is None

    async def wait(self) -> None:
        """Wait until it is gone and everything it said has been read."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        await self._process.wait()
        await asyncio.wait({self._reading})
        await self._process.stdout.read()
        self._process.stdin.close()
        with suppress(OSError):
            await self._process.stdin.wait_closed()

    async def end(self) -> None:
        """Kill it, for it has nothing to save, and wait until it is gone."""
        self.was_told = True
        kill(self._process)
        await uninterrupted(asyncio.create_task(self.wait()))

    def last_words(self) -> str:
        """How it ended, and the end of what it wrote to its error output."""
        words = self._errors.decode("utf-8", "replace").strip()
        return f"ended with status {self._process.returncode}\n{words}".strip()

    def is_unsupported(self) -> bool:
        """Whether it died of an instruction that this processor does not know."""
        return self._process.returncode in _ILLEGAL_INSTRUCTION

    async def _introduce(self, wishes: Mapping[str, Any]) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        line = json.dumps({**wishes, "key": self.key}) + "\n"
        with suppress(BrokenPipeError, ConnectionResetError):
            self._process.stdin.write(line.encode())
            await self._process.stdin.drain()
        await self._understand(await self._process.stdout.readline())
        if not await self._is_healthy():
            raise ProcessDied("it does not answer at its address")

    async def _understand(self, line: bytes) -> None:
        try:
            answer = json.loads(line)
        except ValueError:
            await self.end()
            if self.is_unsupported():
                raise EngineUnsupported(self.last_words()) from None
            raise ProcessDied(self.last_words()) from None
        match answer:
            case {"address": str(address)}:
                self.address = address
            case {"error": "unsupported", "detail": detail}:
                raise EngineUnsupported(str(detail))
            case _:
                raise ModelRefused(str(answer.get("detail", "")))

    async def _is_healthy(self) -> bool:
        """Ask for the list of models, with the key, as any client would."""
        url = urlsplit(self.address)
        request = (
            f"GET /v1/models HTTP/1.1\r\nHost: {url.netloc}\r\n"
            f"Authorization: Bearer {self.key}\r\nConnection: close\r\n\r\n"
        )
        try:
            async with asyncio.timeout(HEALTH_SECONDS):
                reader, writer = await asyncio.open_connection(url.hostname, url.port)
                try:
                    writer.write(request.encode())
                    status = await reader.readline()
                finally:
                    writer.close()
                    with suppress(OSError):
                        await writer.wait_closed()
        except OSError:  # TimeoutError is one of them
            return False
        return b" 200 " in status

    async def _read_errors(self) -> None:
        assert self._process.stderr is not None
        while chunk := await self._process.stderr.read(4096):
            self._errors += chunk
            del self._errors[:-KEPT_BYTES]
