"""Choosing a microphone and a speaker, and trying them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from gptdesk.domain.settings import Settings
from gptdesk.ui.settings.sound_presenter import SoundPresenter
from gptdesk.ui.settings.sound_view import SoundView
from gptdesk.ui.sound.devices import Device
from gptdesk.ui.sound.recording import Heard

DESK = Device("1", "Desk microphone", is_default=True)
HEADSET = Device("2", "Headset")
BOXES = Device("3", "Boxes", is_default=True)


class FakeDevices(QObject):
    """What is connected, as the test says."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_known = False
        self.microphones: tuple[Device, ...] = ()
        self.speakers: tuple[Device, ...] = ()
        self.looks = 0

    def look(self) -> None:
        self.looks += 1

    def when_known(self, then) -> None:
        if self.is_known:
            then()

    def plug(self, microphones=(), speakers=()) -> None:
        self.is_known = True
        self.microphones, self.speakers = tuple(microphones), tuple(speakers)
        self.changed.emit()


class Room:
    def __init__(self, qtbot, folder: Path) -> None:
        self.settings = Settings()
        self.changes: list[dict] = []
        self.devices = FakeDevices()
        self.view = SoundView()
        qtbot.addWidget(self.view)
        self.presenter = SoundPresenter(
            self.view, self.devices, lambda: self.settings, self.change, folder
        )
        self.presenter.reload()

    def change(self, **fields) -> None:
        self.changes.append(fields)

    def names(self, choice) -> list[str]:
        return [choice.itemText(row) for row in range(choice.count())]


@pytest.fixture
def room(qtbot, tmp_path):
    made = Room(qtbot, tmp_path)
    yield made
    made.presenter.shutdown()


def test_opening_the_section_looks_for_devices_and_says_so(room):
    assert room.devices.looks == 1
    assert room.view.microphone_notice.isHidden() and room.view.speaker_notice.isHidden()
    assert room.view._microphone_words() == "Looking for devices…"


def test_what_is_connected_can_be_chosen_and_the_systems_own_is_named(room):
    room.devices.plug([DESK, HEADSET], [BOXES])
    assert room.names(room.view.microphone) == [
        "As the system chooses (Desk microphone)", "Desk microphone", "Headset",
    ]  # fmt: skip
    room.view.microphone.setCurrentIndex(2)
    room.view.microphone.activated.emit(2)
    room.view.speaker.activated.emit(0)
    assert room.changes == [{"microphone": "Headset"}, {"speaker": ""}]


def test_a_chosen_device_that_is_unplugged_stays_chosen_and_is_named_so(room):
    room.settings = Settings(microphone="Headset")
    room.devices.plug([DESK], [BOXES])
    assert room.view.microphone.currentText() == "Headset (not connected)"
    room.devices.plug([DESK, HEADSET], [BOXES])
    assert room.view.microphone.currentText() == "Headset"


def test_without_any_device_it_says_what_to_do_and_offers_no_try(room):
    room.devices.plug()
    assert not room.view.microphone_notice.isHidden()
    assert not room.view.speaker_notice.isHidden()
    assert not room.view.try_microphone.isEnabled() and not room.view.try_speaker.isEnabled()
    room.devices.plug([DESK], [BOXES])
    assert room.view.microphone_notice.isHidden()
    assert room.view.try_microphone.isEnabled()


def test_trying_the_microphone_moves_the_bar_and_keeps_nothing(room, tmp_path):
    room.devices.plug([DESK], [BOXES])
    recorder = room.presenter._recorder
    begun = []
    recorder.start = lambda path, **how: begun.append((path, how))
    room.settings = Settings(microphone="Headset")
    room.view.try_microphone.click()
    ((path, how),) = begun
    assert how["microphone"] == "Headset"
    path.write_bytes(b"sound")
    recorder.heard.emit(Heard(0.6, 0.1))
    assert room.view.meter.level == 0.6
    recorder.finished.emit(path, 1.0)
    assert not path.exists() and path.parent == tmp_path


def test_the_tone_goes_to_the_chosen_speaker(room):
    room.settings = Settings(speaker="Boxes")
    played = []
    player = room.presenter._player
    player.play = lambda: played.append(player._speaker)
    room.devices.plug([DESK], [BOXES])
    room.view.try_speaker.click()
    assert played == ["Boxes"]
    assert room.presenter._tone.stat().st_size > 20_000
    room.presenter.shutdown()
    assert not room.presenter._tone.exists()
