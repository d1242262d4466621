"""The binding to Qt keeps its books: calling into it must not cost references to None.

PySide6 6.12.0 loses one with each void call on Python 3.10 and 3.11, until the interpreter aborts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 10_000
SLACK = 200
"""What the interpreter itself may take and give back meanwhile."""


class Speaker(QObject):
    said = Signal(int)

    @Slot(int)
    def hear(self, number: int) -> None:
        """Returns None to Qt, the other way round."""


def setter() -> tuple[QObject, Callable[[], object]]:
    thing = QObject()
    return thing, lambda: thing.setObjectName("name")


def signal() -> tuple[QObject, Callable[[], object]]:
    speaker = Speaker()
    speaker.said.connect(speaker.hear)
    return speaker, lambda: speaker.said.emit(1)


def blocked() -> tuple[QObject, Callable[[], object]]:
    thing = QObject()
    return thing, lambda: thing.blockSignals(False)


@pytest.mark.parametrize("made", [setter, signal, blocked])
def test_ten_thousand_void_calls_keep_none_alive(
    made: Callable[[], tuple[QObject, Callable[[], object]]],
) -> None:
    owner, call = made()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    assert abs(sys.getrefcount(None) - before) < SLACK
    assert owner is not None


def test_ten_thousand_void_calls_on_a_widget_keep_none_alive(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        widget.setToolTip("a" if number % 2 else "b")
        widget.update()
    assert abs(sys.getrefcount(None) - before) < SLACK
