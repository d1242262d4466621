"""What every test has: the guards of tests/guards, and the core thread for those that ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from gptdesk.runtime.core import CoreThread

pytest_plugins = ["guards.isolation", "guards.network", "guards.logs", "guards.leaks"]


@pytest.fixture
def core(qapp: QCoreApplication) -> Iterator[CoreThread]:
    """A running core thread; it is stopped at the end, but operations must end before."""
    from gptdesk.runtime.core import CoreThread

    thread = CoreThread()
    thread.start()
    yield thread
    thread.stop()
