"""The Images page with everything behind it, against the test service."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gptdesk.domain.connections import Connection
from gptdesk.domain.costs import Estimate
from gptdesk.domain.settings import Settings
from picture_studio import MODEL, PictureStudio


class FakeAdviser:
    estimate = Estimate(0.0001, 0.0004)


class FakePromptHelp:
    """Says what the test wants."""

    def __init__(self, answer="", problem=None) -> None:
        self.answer, self.problem = answer, problem
        self.asked: list[str] = []

    async def adviser(self, settings, prompt):
        return FakeAdviser()

    async def improved(self, adviser, prompt):
        self.asked.append(prompt)
        if self.problem is not None:
            raise self.problem
        return self.answer


class ImagesDesk:
    """The page and what a person does with it."""

    def __init__(self, qtbot, core, server, folder) -> None:
        self.qtbot, self.core, self.server = qtbot, core, server
        self.studio = PictureStudio(server, folder)
        self.page = None
        self.presenters = []
        self.settings = Settings()
        self.prompts = None
        self.usage = None
        self.presenter = None
        self.asked_for: list[tuple] = []
        self.chosen: list[Settings] = []
        self.sent: list[object] = []
        server.models = ["gpt-large", MODEL, "gpt-image-1.5"]

    def start(self, *, connections: list[Connection] | None = None):
        from gptdesk.ui.images.page import ImagesPage
        from gptdesk.ui.images.presenter import ImageServices, ImagesPresenter

        self.page = ImagesPage()
        self.page.resize(1208, 792)
        self.qtbot.addWidget(self.page)
        self.studio.paths.create()
        if self.studio_is_closed:
            self.run(self.studio.open())
        if connections is not None:
            self.run(self.studio.connections._store.save(connections))
        services = ImageServices(self.studio.work, self.studio.gallery, self.usage, self.prompts)
        self.presenter = ImagesPresenter(
            self.page, self.core, services, settings=lambda: self.settings
        )
        self.presenters.append(self.presenter)
        self.presenter.settings_requested.connect(lambda *words: self.asked_for.append(words))
        self.presenter.connection_wanted.connect(lambda: self.asked_for.append(("key",)))
        self.presenter.settings_chosen.connect(self.chosen.append)
        self.presenter.chat_requested.connect(self.sent.append)
        self.page.show()
        self.presenter.start()
        self.until(lambda: self.models.is_loaded and self.models.current[1])
        self.until(lambda: self.presenter._keeper._is_restored)
        return self

    @property
    def studio_is_closed(self) -> bool:
        return not hasattr(self.studio, "work")

    # Parts

    @property
    def models(self):
        return self.presenter._models

    @property
    def order(self):
        return self.presenter._desk.order

    @property
    def record(self):
        return self.presenter._shower.record

    def part(self, name, kind=QWidget):
        (found,) = self.page.findChildren(kind, name)
        return found

    def is_seen(self, name) -> bool:
        return self.part(name).isVisibleTo(self.page)

    # What a person does

    def choose(self, model, connection="mine"):
        self.page.panel.model.picked.emit(connection, model)

    def write(self, text):
        self.page.panel.asking.editor.set_text(text)

    def press(self, name):
        self.part(name).click()

    def generate(self, text="A red cabin"):
        """Write it, press Generate, and wait until it is over and shown."""
        self.write(text)
        self.press("images.generate")
        self.until(lambda: not self.presenter._maker.running)
        return self

    def generated(self, text="A red cabin"):
        before = self.record
        self.generate(text)
        self.until(lambda: self.record is not before and self.presenter._shower.data)
        return self.record

    # Waiting

    def until(self, check):
        self.qtbot.waitUntil(lambda: bool(check()), timeout=15_000)

    def run(self, coroutine):
        got = []
        operation = self.core.call(coroutine)
        operation.events.connect(got.extend)
        with self.qtbot.waitSignal(operation.finished, timeout=15_000):
            pass
        return got[0] if got else None

    def leave(self):
        """As the app does at its end; the studio stays open for another start."""
        if self.presenter is not None:
            self.presenter.shutdown()
            self.run(self.presenter.save_rest())
            self.presenter = None
