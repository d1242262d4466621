"""A model that comes into memory when it is needed and leaves when nobody does."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Generic, TypeVar

from gptdesk.offline.sound.refusals import Refusal, unexpected

Model = TypeVar("Model")
Result = TypeVar("Result")


class Resident(Generic[Model]):
    """Owns a model and the one thread in which it works; jobs take turns."""

    def __init__(self, name: str, load: Callable[[], Model], idle_seconds: float) -> None:
        self._load = load
        self._idle_seconds = idle_seconds
        self._thread = ThreadPoolExecutor(1, f"gptdesk-{name}")
        self._model: Model | None = None
        self._jobs = 0
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_loaded(self) -> bool:
        return self._model is not None

    @property
    def jobs(self) -> int:
        """How many are working or waiting."""
        return self._jobs

    async def use(self, job: Callable[[Model], Result]) -> Result:
        """Run `job` with the model in its thread, loading it first if it is not there."""
        loop = asyncio.get_running_loop()
        self._stay()
        self._jobs += 1
        try:
            return await loop.run_in_executor(self._thread, lambda: job(self._loaded()))
        finally:
            self._jobs -= 1
            if not self._jobs and self._idle_seconds > 0:
                self._stay()
                self._timer = loop.call_later(self._idle_seconds, self._leave)

    def close(self) -> None:
        """Let go of the model and wait for the job in hand; nothing can be asked of it later."""
        self._stay()
        self._thread.shutdown()
        self._model = None

    def _loaded(self) -> Model:
        if self._model is None:
            try:
                self._model = self._load()
            except Exception as error:
                unexpected(error)
                message = "The model cannot be loaded. Its files may be damaged; check the pack."
                raise Refusal(503, message, code="model_not_loaded") from None
        return self._model

    def _stay(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _leave(self) -> None:
        self._timer = None
        self._thread.submit(self._forget)

    def _forget(self) -> None:
        if not self._jobs:
            self._model = None
            gc.collect()
            _give_memory_back()


def _give_memory_back() -> None:
    """The C library keeps what was freed for later; after a model that is a lot."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)
