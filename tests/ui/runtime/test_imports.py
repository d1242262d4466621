"""Imports without PySide's look at every module."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import linecache
import PySide6.QtCore
from gptdesk.runtime.imports import import_plainly
import_plainly()
import gptdesk.domain.keys
assert not any(name.endswith("keys.py") for name in linecache.cache), "its source was read"
from PySide6.QtWidgets import *
from PySide6.QtGui import QColor
print(QLabel.__name__, QColor("red").name())
"""


def test_a_module_is_imported_without_reading_its_source_and_qt_is_still_complete() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "QLabel #ff0000\n", done.stderr
