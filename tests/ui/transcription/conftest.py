"""The Transcription page with a service that hears what a test tells it."""

from __future__ import annotations

import wave

import pytest
from PySide6.QtWidgets import QWidget

from gptdesk.runtime.operation import Operation
from transcription_fakes import FakeConnections, FakeDevices, FakePacks, FakeService, settings


class Desk:
    """The page and what a person does with it."""

    def __init__(self, qtbot, core, tmp_path) -> None:
        from gptdesk.ui.transcription.page import TranscriptionPage

        self.qtbot, self.core, self.folder = qtbot, core, tmp_path
        self.page = TranscriptionPage()
        self.page.resize(1208, 760)
        qtbot.addWidget(self.page)
        self.service = FakeService()
        self.connections = FakeConnections()
        self.devices = FakeDevices()
        self.settings = settings()
        self.presenter = None
        self.is_shut = False
        self.asked_for: list[tuple] = []

    def start(self):
        from gptdesk.ui.transcription.presenter import TranscriptionPresenter
        from gptdesk.ui.transcription.presenting.outside import Outside

        outside = Outside(
            self.connections, FakePacks(), self.devices, self.folder / "outlines",
            lambda: self.settings,
        )  # fmt: skip
        self.presenter = TranscriptionPresenter(self.page, self.core, self.service, outside)
        self.presenter.settings_requested.connect(lambda *words: self.asked_for.append(words))
        self.presenter.connection_wanted.connect(lambda: self.asked_for.append(("key",)))
        self.presenter.start()
        self.until(lambda: self.presenter.ears.is_loaded and not self.presenter.ears.is_searching)
        return self

    def run_alone(self, coroutine):
        """For what a service did before the page was there."""
        operation = self.core.call(coroutine)
        with self.qtbot.waitSignal(operation.finished):
            pass

    def recording(self, name="meeting.wav"):
        """A file that can be opened; the fake service says how long it is."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(path), "wb") as file:
            file.setparams((1, 2, 8000, 0, "NONE", ""))
            file.writeframes(bytes(16_000))
        return path

    def add(self, *names):
        """Drop recordings and wait until they are in the queue."""
        wanted = len(self.queue.jobs) + len(names or ("meeting.wav",))
        self.page.dropped.emit([self.recording(name) for name in names or ("meeting.wav",)])
        self.until(lambda: len(self.queue.jobs) == wanted)
        return self.queue.jobs[-1]

    def write_down(self, *script):
        """Press the big button and wait until all of the script was taken."""
        self.service.script = list(script)
        seen = len(self.service.took)
        self.part("transcription.start").click()
        self.until(lambda: len(self.service.took) > seen and not self.service.script)

    def part(self, name, kind=QWidget):
        found = self.page.findChild(kind, name)
        assert found is not None, f"{name} is missing"
        return found

    def until(self, check):
        self.qtbot.waitUntil(lambda: bool(check()), timeout=10_000)

    @property
    def queue(self):
        return self.presenter.queue

    @property
    def job(self):
        return self.presenter.job

    @property
    def texts(self):
        model = self.page.segments.model()
        return [model.index(row).data() for row in range(model.rowCount())]

    @property
    def notice(self):
        return self.page.notice

    def stop(self):
        """End what runs and wait for it."""
        self.queue.stop()
        self.until(lambda: not self.queue.running)

    def shutdown(self):
        if self.presenter is not None and not self.is_shut:
            self.is_shut = True
            self.presenter.shutdown()
            operation = self.core.call(self.presenter.save_rest())
            with self.qtbot.waitSignal(operation.finished):
                pass


@pytest.fixture
def desk(qtbot, core, tmp_path):
    made = Desk(qtbot, core, tmp_path)
    yield made
    made.shutdown()
    core.stop()
    if made.presenter is not None:
        for operation in made.presenter.findChildren(Operation):
            operation.flush()
