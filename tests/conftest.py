"""What every test has: the guards of tests/guards, and the core thread for those that ask."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from gptdesk.runtime.core import CoreThread

pytest_plugins = [
    "guards.isolation",
    "guards.network",
    "guards.logs",
    "guards.leaks",
    "guards.ending",
]


@pytest.fixture
def core(qapp: QCoreApplication) -> Iterator[CoreThread]:
    """A running core thread; it is stopped at the end, but operations must end before."""
    from gptdesk.runtime.core import CoreThread

    thread = CoreThread()
    thread.start()
    yield thread
    thread.stop()


@pytest.fixture(autouse=True)
def same_look() -> Iterator[None]:
    """One QApplication serves all tests: each finds its theme as a first start would."""
    yield
    if "gptdesk.ui.theme.theme" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    from gptdesk.domain.settings import ThemeChoice
    from gptdesk.ui.theme.theme import Theme

    app = QApplication.instance()
    if isinstance(app, QApplication) and app.findChild(Theme) is not None:
        Theme.current().apply(choice=ThemeChoice.LIGHT, percent=100, language="en")
