"""How long a start takes against an empty window, and in how much memory.

It reports and never judges: machines differ, limits do not. Each run is a process of its own,
timed from outside: from its birth to the line that it prints after its first paint. The two
kinds take turns, so that a busy moment of the machine meets both.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

PAIRS = 7
TIME_LIMIT, MEMORY_LIMIT = 1.5, 1.6
SECONDS = 60
HEAVY = (
    "openai",
    "httpx2",
    "pydantic",
    "keyring",
    "pygments",
    "asyncio",
    "tiktoken",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
)

TELL = f"""
import sys

def tell():
    kilobytes = 0
    if sys.platform == "linux":
        with open("/proc/self/status") as status:
            kilobytes = next(line for line in status if line.startswith("VmRSS")).split()[1]
    heavy = [name for name in {HEAVY!r} if name in sys.modules]
    print("painted", kilobytes, *heavy, flush=True)
"""
"""Said one turn after the paint event: then the whole window has been painted."""

EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    is_painted = False
    def paintEvent(self, event):
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self.told)
    def told(self):
        tell()
        QApplication.exit()

app = QApplication(["empty"])
window = Window()
window.show()
app.exec()
"""

APP = """
from gptdesk.app.application import Application
from PySide6.QtCore import QCoreApplication

def filled(tab):
    app.window.repaint()
    print("filled", flush=True)
    QCoreApplication.exit()

app = Application(sys.argv[1:])
app.window.painted.disconnect()
app.window.painted.connect(tell)
app.window.tab_shown.connect(filled)
app.exec()
"""
"""The first picture has a sketch of the page; it is filled in the next turn."""


@dataclass(frozen=True, slots=True)
class Start:
    """What one process told; `filled` is when the page was there, where there is one."""

    seconds: float
    filled: float
    kilobytes: int
    heavy: tuple[str, ...]


def start(program: str, environ: Mapping[str, str], *arguments: str) -> Start:
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", TELL + program, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environ,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    seconds = time.perf_counter() - begun
    process.stdout.readline()
    filled = time.perf_counter() - begun
    process.communicate(timeout=SECONDS)
    word, kilobytes, *heavy = line.split()
    assert word == "painted"
    return Start(seconds, filled, int(kilobytes), tuple(heavy))


@pytest.mark.parametrize("platform", ["xcb", "offscreen"])
def test_first_paint_beside_an_empty_window(platform: str, tmp_path: Path) -> None:
    if platform == "xcb" and not os.environ.get("DISPLAY"):
        pytest.skip("there is no X server")
    environ = surroundings(platform, tmp_path)
    profile = ("--profile", str(tmp_path / "profile"))
    empty, app = [], []
    for _ in range(1 + PAIRS):
        empty.append(start(EMPTY, environ))
        app.append(start(APP, environ, *profile))
    print(f"\n{platform}, median of {PAIRS} pairs")
    report(empty[1:], app[1:])  # the first ones wrote the byte code


def report(empty: list[Start], app: list[Start]) -> None:
    heavy = sorted({name for run in app for name in run.heavy})
    pairs = list(zip(empty, app, strict=True))
    time_ratios = [desk.seconds / plain.seconds for plain, desk in pairs]
    print(f"  empty window   {as_ms(empty):5.0f} ms  {as_mb(empty):4.0f} MB")
    print(f"  gptdesk        {as_ms(app):5.0f} ms  {as_mb(app):4.0f} MB")
    print(f"  its page filled after {median(run.filled for run in app) * 1000:.0f} ms")
    spread = f"{min(time_ratios):.2f} to {max(time_ratios):.2f}"
    print(f"  time   {median(time_ratios):.2f} times, limit {TIME_LIMIT} ({spread})")
    if as_mb(empty):
        print(f"  memory {as_mb(app) / as_mb(empty):.2f} times, limit {MEMORY_LIMIT}")
    print(f"  heavy modules before the paint: {', '.join(heavy) or 'none'}, limit none")


def as_ms(runs: list[Start]) -> float:
    return median(run.seconds for run in runs) * 1000


def as_mb(runs: list[Start]) -> float:
    return median(run.kilobytes for run in runs) / 1024


def surroundings(platform: str, folder: Path) -> dict[str, str]:
    """With byte code kept, as it is for everyone who starts the app a second time."""
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": platform,
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
        "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
    }
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ
