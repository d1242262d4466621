"""On a computer without sound everything opens at once, says so, and files still work."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gptdesk.ui.sound import devices as devices_module
from gptdesk.ui.sound.devices import Device, Devices, Listing, chosen

SILENT = """
import asyncio, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.sound.player import Player
from gptdesk.ui.sound.recorder import Recorder
from gptdesk.ui.sound.writer import QtSoundWriter
app = QApplication([])
folder = Path(sys.argv[1])
devices = Devices()
recorder, player = Recorder(devices), Player(devices)
said = []
def tell(problem):
    said.append(problem.code)
    if len(said) == 2:
        app.quit()
recorder.failed.connect(tell)
player.failed.connect(tell)
recorder.start(folder / "note.wav")
player.open(folder / "a.wav", 3)
player.play()
print("open", devices.is_known)
app.exec()
async def chunks():
    yield bytes(32_000)
seconds = asyncio.run(QtSoundWriter().write(folder / "b.flac", chunks(), 16_000))
print(*sorted(said), seconds, recorder.is_recording, player.is_playing)
for each in (recorder, player, devices):
    each.close()
"""

LOADED = """
import pkgutil, sys, importlib
import gptdesk.ui.sound as sound
for module in pkgutil.iter_modules(sound.__path__, "gptdesk.ui.sound."):
    importlib.import_module(module.name)
print([name for name in ("PySide6.QtMultimedia", "asyncio") if name in sys.modules])
"""


def test_both_sides_say_so_and_a_file_is_still_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/nobody")
    ended = subprocess.run(
        [sys.executable, "-c", SILENT, str(tmp_path)], check=True, capture_output=True, text=True
    )
    assert ended.stdout.splitlines() == [
        "open False",
        "microphone-missing speaker-missing 1.0 False False",
    ]
    assert not (tmp_path / "note.wav").exists()


def test_importing_it_loads_nothing_slow() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOADED], check=True, capture_output=True, text=True
    )
    assert ended.stdout.strip() == "[]"


def test_the_window_does_not_wait_for_the_list(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a server Qt blocks for seconds: another thread does that, and one at a time."""
    asked: list[threading.Thread] = []
    answer = threading.Event()

    def slow() -> Listing:
        asked.append(threading.current_thread())
        answer.wait()
        return Listing((Device("m", "Microphone"),), ())

    monkeypatch.setattr(devices_module, "load", lambda: None)
    monkeypatch.setattr(devices_module, "listing", slow)
    devices = Devices()
    told: list[str] = []
    devices.when_known(lambda: told.append("known"))
    devices.look()
    assert not devices.is_known
    assert told == []
    with qtbot.waitSignal(devices.changed):
        answer.set()
    qtbot.waitUntil(lambda: told == ["known"])
    assert len(asked) == 1
    assert asked[0] is not threading.main_thread()
    devices.when_known(lambda: told.append("at once"))
    assert told == ["known", "at once"]
    devices.close()


def test_a_remembered_device_is_found_by_name_else_the_system_s_own() -> None:
    devices = (Device("1", "Desk"), Device("2", "Headset", is_default=True), Device("3", "Lamp"))
    assert chosen(devices, "Lamp") == devices[2]
    assert chosen(devices, "sold") == devices[1]
    assert chosen(devices[:1], "sold") == devices[0]
    assert chosen((), "Lamp") is None
