"""Ends Qt with the test run, while Python is still whole.

Left to the end of the interpreter, the QApplication is destroyed when modules are being emptied and
objects written in Python are half gone: once in many runs that ended in a segmentation fault, after
all tests had passed.
"""

from __future__ import annotations

import gc
import sys

import pytest


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QCoreApplication, QEvent

    app = QCoreApplication.instance()
    if app is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    app.shutdown()
