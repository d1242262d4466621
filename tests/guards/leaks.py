"""Fails a test that leaves anything running or open, and names where it was begun."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import traceback
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
GRACE = 2.0
"""Seconds in which a thread or child that was told to end may do so."""


class Births:
    """Remembers, weakly, what a class of things began during the test and at which line."""

    def __init__(self) -> None:
        self._born: list[tuple[weakref.ref[Any], str]] = []

    def watch(self, monkeypatch: pytest.MonkeyPatch, owner: type, method: str) -> None:
        original = getattr(owner, method)

        def watched(thing: Any, *arguments: Any, **options: Any) -> Any:
            result = original(thing, *arguments, **options)
            self._born.append((weakref.ref(thing), place()))
            return result

        monkeypatch.setattr(owner, method, watched)

    def alive(self, still: Callable[[Any], bool]) -> Iterator[tuple[Any, str]]:
        seen: set[int] = set()
        for reference, where in self._born:
            thing = reference()
            if thing is not None and id(thing) not in seen and still(thing):
                seen.add(id(thing))
                yield thing, where


def place() -> str:
    """The line of ours that is being run, innermost first, up to the test itself."""
    ours = []
    for frame in reversed(traceback.extract_stack()[:-2]):
        path = Path(frame.filename)
        if path.is_relative_to(ROOT / "src") or path.name.startswith("test_"):
            ours.append(f"{_short(path)}:{frame.lineno} in {frame.name}")
    return ", called from ".join(ours[:4]) or "an unknown place"


def _short(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name


def fail_for(leaks: list[str]) -> None:
    if leaks:
        pytest.fail("left behind:\n  " + "\n  ".join(leaks), pytrace=False)


@pytest.fixture(autouse=True)
def no_thread_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = set(threading.enumerate())
    births = Births()
    births.watch(monkeypatch, threading.Thread, "start")
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(0 if thread is threading.current_thread() else GRACE)
    left = births.alive(lambda thread: thread.is_alive() and thread not in before)
    fail_for([f"thread {thread.name!r}, started at {where}" for thread, where in left])


@pytest.fixture(autouse=True)
def no_child_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    births = Births()
    births.watch(monkeypatch, subprocess.Popen, "__init__")
    yield
    left = list(births.alive(lambda child: child.returncode is None and child.poll() is None))
    leaks = [f"child process {child.args!r}, started at {where}" for child, where in left]
    for child, _ in left:
        child.kill()
        child.wait(GRACE)
    if "multiprocessing" in sys.modules:
        import multiprocessing

        for process in multiprocessing.active_children():
            leaks.append(f"child process {process.name!r} of multiprocessing")
            process.kill()
            process.join(GRACE)
    fail_for(leaks)


@pytest.fixture(autouse=True)
def no_file_left_open(tmp_path: Path) -> Iterator[None]:
    """Databases, logs and downloads of the test are closed (Linux only: it lists open files)."""
    yield
    fail_for([f"open file {name}" for name in _open_below(tmp_path)])
    temporary = tmp_path / "temporary"
    if temporary.is_dir():
        left = [path for path in temporary.iterdir() if path.name.startswith("gptdesk")]
        fail_for([f"temporary file {path.name}" for path in left])


def _open_below(folder: Path) -> list[str]:
    table = Path("/proc/self/fd")
    if not table.is_dir():
        return []
    found = set()
    for entry in table.iterdir():
        try:
            target = os.readlink(entry)
        except OSError:
            continue  # closed meanwhile: the listing itself is one of them
        if target.startswith(f"{folder}{os.sep}"):
            found.add(target.removeprefix(f"{folder}{os.sep}"))
    return sorted(found)


@pytest.fixture(autouse=True)
def no_qt_work_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No timer ticks, no thread of Qt runs and no operation is under way.

    A test without Qt does not load it for this.
    """
    if "PySide6.QtCore" not in sys.modules:
        yield
        return
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import isValid

    from gptdesk.runtime.operation import Operation

    timers, threads, operations = Births(), Births(), Births()
    shots = SingleShots(QTimer.singleShot)
    monkeypatch.setattr(QTimer, "singleShot", shots)
    timers.watch(monkeypatch, QTimer, "start")
    threads.watch(monkeypatch, QThread, "start")
    operations.watch(monkeypatch, Operation, "__init__")
    yield
    _let_qt_delete()
    leaks = [
        *_named("operation", operations.alive(lambda it: isValid(it) and not it.is_over)),
        *_named("timer", timers.alive(lambda it: isValid(it) and it.isActive())),
        *(f"single shot, begun at {where}" for where in shots.waiting()),
        *_named("Qt thread", threads.alive(lambda it: isValid(it) and it.isRunning())),
    ]
    for timer, _ in timers.alive(lambda it: isValid(it) and it.isActive()):
        timer.stop()
    fail_for(leaks)


class SingleShots:
    """Stands in for `QTimer.singleShot` and knows which shots have not been fired yet."""

    def __init__(self, original: Callable[..., None]) -> None:
        self._original = original
        self._waiting: dict[object, tuple[Any, str]] = {}

    def __call__(self, milliseconds: int, *arguments: Any) -> None:
        *before, slot = arguments
        context = getattr(slot, "__self__", None) if len(before) < 1 else before[-1]
        key = object()

        def fire() -> None:
            self._waiting.pop(key, None)
            slot()

        self._waiting[key] = (context, place())
        if not before and _is_qobject(context):
            before = [context]  # as Qt does with a method: it dies with its object
        self._original(milliseconds, *before, fire)

    def waiting(self) -> list[str]:
        from shiboken6 import isValid

        return [
            where
            for context, where in self._waiting.values()
            if not _is_qobject(context) or isValid(context)
        ]


def _is_qobject(thing: object) -> bool:
    from PySide6.QtCore import QObject

    return isinstance(thing, QObject)


def _named(kind: str, left: Iterator[tuple[Any, str]]) -> list[str]:
    return [f"{kind} {thing.objectName()!r}, begun at {where}" for thing, where in left]


def _let_qt_delete() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is None:
        return
    for _ in range(2):  # what is deleted may leave further things to delete
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(0)
