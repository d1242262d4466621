"""The Speech page with everything behind it, a service that speaks, and a player without sound."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gptdesk.domain.connections import Connection
from gptdesk.domain.settings import Settings
from gptdesk.runtime.operation import Operation
from gptdesk.services.packs import PackService
from gptdesk.services.reading import ReadingService
from gptdesk.storage.documents import plain_text
from gptdesk.ui.speech.player.playing import Ears, Player
from speech_studio import NoEngine, NoPacks, Studio


class TapePlayer(Player):
    """Notes what it is told; the test says how far it is."""

    def __init__(self, parent) -> None:
        super().__init__(parent)
        self.told: list[tuple] = []

    def play(self, path, at, seconds):
        self.told.append(("play", path.name, round(at, 2)))

    def pause(self):
        self.told.append(("pause",))

    def resume(self):
        self.told.append(("resume",))

    def stop(self):
        self.told.append(("stop",))

    @property
    def played(self):
        return [words[1:] for words in self.told if words[0] == "play"]


class TapeEars(Ears):
    """Knows at once, and gives players of tape."""

    def __init__(self, desk) -> None:
        QObject.__init__(self)
        self._desk = desk

    @property
    def has_speaker(self):
        return self._desk.is_audible

    def when_known(self, then):
        then()

    def player(self, parent):
        self._desk.players.append(TapePlayer(parent))
        return self._desk.players[-1]


class Desk:
    """The page and what a person does with it."""

    def __init__(self, qtbot, core, server, paths) -> None:
        from gptdesk.ui.speech.page import SpeechPage

        self.qtbot, self.core, self.server = qtbot, core, server
        self.studio = Studio(server, paths)
        self.page = SpeechPage()
        self.page.resize(1208, 760)
        qtbot.addWidget(self.page)
        self.players: list[TapePlayer] = []
        self.is_audible = True
        self.ears = TapeEars(self)
        self.settings = Settings()
        self.usage = None
        self.connections: list[Connection] | None = None
        self.presenter = None
        self.asked_for: list[tuple] = []
        server.models = ["gpt-large", "test-tts"]

    def start(self, *, connected=True):
        from gptdesk.ui.speech.presenter import SpeechPresenter

        self.run(self.studio.open())
        connections = self.studio.connections
        if not connected:
            self.run(connections._store.save([]))
        if self.connections is not None:
            self.run(connections._store.save(self.connections))
        self.presenter = SpeechPresenter(
            self.page,
            self.core,
            self.studio.service,
            ReadingService(plain_text, {}),
            connections,
            PackService(NoPacks(), NoEngine()),
            self.ears,
            settings=lambda: self.settings,
            usage=self.usage,
        )
        self.presenter.settings_requested.connect(lambda *words: self.asked_for.append(words))
        self.presenter.connection_wanted.connect(lambda: self.asked_for.append(("key",)))
        self.presenter.start()
        self.until(lambda: not self.presenter._voices.is_searching)
        return self

    def run(self, coroutine):
        operation = self.core.call(coroutine)
        with self.qtbot.waitSignal(operation.finished):
            pass

    def part(self, name, kind=QWidget):
        found = self.page.findChild(kind, name)
        assert found is not None, f"{name} is missing"
        return found

    def until(self, check):
        self.qtbot.waitUntil(lambda: bool(check()), timeout=10_000)

    def write(self, text, form="wav"):
        self.page.editor.set_text(text)
        self.part("speech.format").choose(form)
        self.page.panel.side.changed.emit()

    def speak(self, text, form="wav"):
        """Write it, press Speak, and wait until it is over."""
        self.write(text, form)
        self.part("speech.speak").click()
        self.until(lambda: self.job is not None and not self.maker.is_running)
        return self.job

    @property
    def maker(self):
        return self.presenter._maker

    @property
    def job(self):
        return self.maker.job

    @property
    def player(self):
        return self.players[-1]

    def shutdown(self):
        if self.presenter is not None:
            self.presenter.shutdown()
            self.run(self.presenter.save_rest())


@pytest.fixture
def desk(qtbot, core, server, paths):
    made = Desk(qtbot, core, server, paths)
    yield made
    made.shutdown()
    if made.presenter is not None:
        made.run(made.studio.close())
    core.stop()
    if made.presenter is not None:
        for operation in made.presenter.findChildren(Operation):
            operation.flush()
