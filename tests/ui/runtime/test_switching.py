"""How long the window's thread waits for the interpreter while the core thread is there."""

from __future__ import annotations

import sys

import pytest

from gptdesk.runtime.core import CoreThread


def test_the_window_waits_little_for_the_interpreter_while_the_core_runs() -> None:
    usual = sys.getswitchinterval()
    core = CoreThread()
    core.start()
    try:
        assert sys.getswitchinterval() < usual / 5
    finally:
        core.stop()
    assert sys.getswitchinterval() == pytest.approx(usual)
