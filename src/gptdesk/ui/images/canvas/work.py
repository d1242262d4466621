"""Where the canvas lets heavy work be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from gptdesk.domain.problems import Problem
from gptdesk.runtime.calls import Calls

T = TypeVar("T")


class Work(Protocol):
    """Does a job in another thread; exactly one of the two is told of it in this one."""

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None],
    ) -> None: ...


class CoreWork:
    """Lets the core thread's helpers do it."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self._calls.run(_in_thread(job), done, failed)


async def _in_thread(job: Callable[[], T]) -> T:
    import asyncio

    return await asyncio.to_thread(job)
