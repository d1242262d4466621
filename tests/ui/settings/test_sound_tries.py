"""With a real sound server: the bar moves when somebody speaks, and the tone is played out."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gptdesk.domain.settings import Settings
from gptdesk.domain.soundfiles import wav_header
from gptdesk.ui.settings.sound_presenter import SoundPresenter
from gptdesk.ui.settings.sound_view import SoundView
from gptdesk.ui.sound.devices import Devices
from server.speaking import RATE, tone

pytestmark = pytest.mark.real_sound


@pytest.fixture
def section(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[SoundView, Devices]]:
    devices, view = Devices(), SoundView()
    qtbot.addWidget(view)
    presenter = SoundPresenter(view, devices, Settings, lambda **_: None, tmp_path)
    presenter.reload()
    qtbot.waitUntil(lambda: devices.is_known, timeout=15_000)
    yield view, devices
    presenter.shutdown()
    devices.close()


def test_the_microphone_is_heard_and_nothing_is_kept(
    section: tuple[SoundView, Devices], qtbot: QtBot, tmp_path: Path
) -> None:
    view, devices = section
    names = [view.microphone.itemText(row) for row in range(view.microphone.count())]
    assert names[1:] == [microphone.name for microphone in devices.microphones]
    spoken = tone(20.0)
    sound = tmp_path / "spoken.wav"
    sound.write_bytes(wav_header(len(spoken), rate=RATE) + spoken)
    with subprocess.Popen(["paplay", "--device=microphone_feed", str(sound)]) as speaking:
        view.try_microphone.click()
        qtbot.waitUntil(lambda: view.meter.level > 0.2, timeout=15_000)
        view.try_microphone.click()
        qtbot.waitUntil(lambda: view.meter.isHidden(), timeout=15_000)
        speaking.terminate()
    assert [file.name for file in tmp_path.glob("*.wav")] == ["spoken.wav"]


def test_the_tone_sounds_to_its_end(section: tuple[SoundView, Devices], qtbot: QtBot) -> None:
    view, _ = section
    name = view.try_speaker.accessibleName()
    view.try_speaker.click()
    qtbot.waitUntil(lambda: view.try_speaker.accessibleName() != name, timeout=15_000)
    qtbot.waitUntil(lambda: view.try_speaker.accessibleName() == name, timeout=15_000)
    assert view.speaker_notice.isHidden()
