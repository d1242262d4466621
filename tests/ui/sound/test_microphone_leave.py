"""Before anything is recorded the system may ask the person, or say no."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gptdesk.domain.problems import MicrophoneDenied, MicrophoneMissing, Problem
from gptdesk.ui.sound.devices import Device
from gptdesk.ui.sound.recorder import Recorder

Status = Qt.PermissionStatus


class Known:
    """Devices that were looked up already."""

    def __init__(self, *microphones: Device) -> None:
        self.microphones = microphones

    def when_known(self, then: Callable[[], None]) -> None:
        then()


class System:
    """Stands in for the application: it answers as macOS does."""

    def __init__(self, at_first: Status, asked: Status) -> None:
        self._at_first, self._asked = at_first, asked
        self.questions = 0

    def instance(self) -> System:
        return self

    def checkPermission(self, permission: object) -> Status:
        return self._at_first

    def requestPermission(
        self, permission: object, context: object, then: Callable[[Any], None]
    ) -> None:
        self.questions += 1
        then(self)

    def status(self) -> Status:
        return self._asked


@pytest.mark.parametrize(
    ("at_first", "asked", "questions"),
    [(Status.Denied, Status.Denied, 0), (Status.Undetermined, Status.Denied, 1)],
)
def test_a_no_of_the_system_is_said_and_nothing_is_written(
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at_first: Status,
    asked: Status,
    questions: int,
) -> None:
    system = System(at_first, asked)
    monkeypatch.setattr("gptdesk.ui.sound.recorder.QCoreApplication", system)
    recorder = Recorder(Known(Device("1", "Desk")))  # type: ignore[arg-type]
    said: list[Problem] = []
    recorder.failed.connect(said.append)
    recorder.start(tmp_path / "note.wav")
    assert [type(problem) for problem in said] == [MicrophoneDenied]
    assert system.questions == questions
    assert not recorder.is_recording
    assert not (tmp_path / "note.wav").exists()


def test_after_a_yes_a_missing_microphone_is_still_missing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = System(Status.Undetermined, Status.Granted)
    monkeypatch.setattr("gptdesk.ui.sound.recorder.QCoreApplication", system)
    recorder = Recorder(Known())  # type: ignore[arg-type]
    said: list[Problem] = []
    recorder.failed.connect(said.append)
    recorder.start(tmp_path / "note.wav")
    assert [type(problem) for problem in said] == [MicrophoneMissing]
    assert not recorder.is_recording
