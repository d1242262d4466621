from __future__ import annotations

import asyncio
import sys
import threading

import pytest

from gptdesk.domain.problems import Bug, KeyRefused
from gptdesk.runtime.operation import Operation


async def count(to):
    for number in range(to):
        yield number


async def never():
    await asyncio.Event().wait()


def collected(operation):
    seen = []
    operation.events.connect(seen.append)
    return seen


def test_events_arrive_in_order_and_in_batches(core, qtbot):
    operation = core.stream(count(1000))
    batches = collected(operation)
    with qtbot.waitSignal(operation.finished):
        pass
    assert [n for batch in batches for n in batch] == list(range(1000))
    assert len(batches) < 100


def test_a_batch_wakes_the_window_once(core, qtbot):
    woken = []
    operation = core.stream(count(500))
    operation._woken.connect(lambda: woken.append(1))
    with qtbot.waitSignal(operation.finished):
        pass
    batches = len(woken)
    assert batches < 50


def test_a_call_has_its_result_as_the_one_event(core, qtbot):
    async def answer():
        return 42

    operation = core.call(answer())
    batches = collected(operation)
    with qtbot.waitSignal(operation.finished):
        pass
    assert batches == [[42]]


def test_a_problem_is_reported_before_the_end(core, qtbot):
    async def fail():
        raise KeyRefused

    order = []
    operation = core.call(fail())
    operation.failed.connect(lambda problem: order.append(type(problem)))
    operation.finished.connect(lambda: order.append("finished"))
    with qtbot.waitSignal(operation.finished):
        pass
    assert order == [KeyRefused, "finished"]


@pytest.mark.expects_log
def test_what_nobody_foresaw_becomes_a_bug_and_is_logged(core, qtbot, caplog):
    async def fail():
        raise ZeroDivisionError("by zero")

    operation = core.call(fail())
    problems = []
    operation.failed.connect(problems.append)
    with qtbot.waitSignal(operation.finished):
        pass
    assert isinstance(problems[0], Bug)
    assert problems[0].detail == "ZeroDivisionError: by zero"
    assert "Unforeseen failure" in caplog.text


def test_cancel_closes_the_work_before_it_is_finished(core, qtbot):
    closed = []

    async def stream():
        try:
            yield 1
            await never()
        finally:
            await asyncio.sleep(0)
            closed.append(True)

    operation = core.stream(stream())
    with qtbot.waitSignal(operation.events):
        pass
    with qtbot.waitSignal(operation.finished):
        operation.cancel()
    assert closed == [True]
    assert operation.was_cancelled


def test_cancelling_before_the_first_step_still_ends(core, qtbot):
    operation = core.call(never())
    with qtbot.waitSignal(operation.finished):
        operation.cancel()


def test_events_before_a_failure_are_not_lost(core, qtbot):
    async def stream():
        yield 1
        yield 2
        raise KeyRefused

    operation = core.stream(stream())
    batches = collected(operation)
    with qtbot.waitSignal(operation.finished):
        pass
    assert [n for batch in batches for n in batch] == [1, 2]


def test_stopping_the_core_settles_what_runs_and_then_the_last_work(qtbot):
    from gptdesk.runtime.core import CoreThread

    order = []

    async def work():
        try:
            await never()
        finally:
            order.append("settled")

    async def last():
        order.append("last")

    thread = CoreThread()
    thread.start()
    operation = thread.call(work())
    started = thread.call(asyncio.sleep(0))
    with qtbot.waitSignal(started.finished):
        pass
    with qtbot.waitSignal(operation.finished):
        thread.stop(last())
    assert order == ["settled", "last"]
    assert not thread.is_running
    operation.cancel()


def test_flush_hands_over_what_waits(core, qtbot):
    produced = threading.Event()

    async def stream():
        yield 1
        yield 2
        produced.set()
        await never()

    operation = core.stream(stream())
    batches = collected(operation)
    assert produced.wait(5)
    assert batches == []
    operation.flush()
    assert batches == [[1, 2]]
    with qtbot.waitSignal(operation.finished):
        operation.cancel()


def test_an_operation_knows_its_parent(core, qtbot):
    from PySide6.QtCore import QObject

    parent = QObject()
    operation = core.stream(count(1), parent=parent)
    assert isinstance(operation, Operation)
    assert operation.parent() is parent
    with qtbot.waitSignal(operation.finished):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="needs the program cat")
@pytest.mark.parametrize("steps", range(1, 6))
def test_the_core_stops_also_in_the_moment_a_process_is_being_started(qapp, steps):
    """asyncio connects the pipes in a task of its own, without which it waits for ever."""
    from gptdesk.runtime.core import CoreThread

    arrived, goes_on = threading.Event(), threading.Event()

    async def start():
        pipe = asyncio.subprocess.PIPE
        starting = asyncio.create_task(
            asyncio.create_subprocess_exec("cat", stdin=pipe, stdout=pipe, stderr=pipe)
        )
        for _ in range(steps):
            await asyncio.sleep(0)
        arrived.set()
        goes_on.wait()  # the loop stands still until it is told to stop
        process = await starting
        try:
            await process.wait()
        finally:
            process.kill()
            await process.wait()

    thread = CoreThread()
    thread.start()
    thread.call(start())
    loop = thread._loop
    post = loop.call_soon_threadsafe

    def posted(*arguments):
        post(*arguments)
        goes_on.set()

    assert arrived.wait(20)
    loop.call_soon_threadsafe = posted
    stopping = threading.Thread(target=thread.stop, daemon=True)
    stopping.start()
    stopping.join(20)
    assert not stopping.is_alive()
    thread.abandon()
