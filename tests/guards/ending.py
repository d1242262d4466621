"""Ends the test process when the last word is said, without the interpreter's own end.

A run of thousands of tests leaves thousands of dead wrappers of Qt's objects; Python takes them
down in no order of ours, and twice a run in which every test had passed ended in a segmentation
fault (docs/decisions/0023). How the program itself ends is tested by starting it, in the journeys.
"""

from __future__ import annotations

import os
import sys

import pytest

_STATUS: list[int] = []


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(exitstatus: int) -> None:
    _STATUS.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    if "PySide6.QtWidgets" not in sys.modules or not _STATUS:
        return
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(_STATUS[-1])
