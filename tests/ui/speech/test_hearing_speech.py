"""With a real sound server: pieces are heard one after the other, from where one wants."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.speech.player.playing import Ears
from server.speaking import wav

pytestmark = pytest.mark.real_sound


@pytest.fixture
def ears(qapp: object) -> Iterator[Ears]:
    devices = Devices()
    yield Ears(devices)
    devices.close()


def test_pieces_are_played_and_end(ears: Ears, qtbot: QtBot, tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"{number}.wav").write_bytes(wav(0.6))
    player = ears.player(ears)
    times: list[float] = []
    player.moved.connect(times.append)
    with qtbot.waitSignal(player.ended, timeout=15_000):
        player.play(tmp_path / "1.wav", 0.0, 0.6)
    assert ears.has_speaker
    assert times == sorted(times)
    assert max(times) > 0.3
    times.clear()
    with qtbot.waitSignal(player.ended, timeout=15_000):
        player.play(tmp_path / "2.wav", 0.4, 0.6)
    assert min(times) >= 0.35
    player.stop()
