"""Stand-ins for the ports, and the whole page of Settings on top of the real services."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from gptdesk.domain.catalogue import Catalogue, Certainty, Place, Service, Task
from gptdesk.domain.checkup import ListAnswer, Note, Step, StepState, StepTaken
from gptdesk.domain.connections import Connection, ConnectionKind, KeyPlace
from gptdesk.domain.events import TextDelta
from gptdesk.domain.packs import EngineState, InstallProgress, Pack, PackFile, PackState, PackStatus
from gptdesk.domain.ports import Backup
from gptdesk.domain.problems import BackupUnusable, ConnectionRefused, Problem, ProxyFailed
from gptdesk.domain.settings import Settings
from gptdesk.runtime.operation import Operation
from gptdesk.services.backups import BackupService
from gptdesk.services.checkup import CheckupService
from gptdesk.services.connections import ConnectionService
from gptdesk.services.local_servers import LocalServerService
from gptdesk.services.packs import PackService
from gptdesk.services.proxy import ProxyService, ProxyWay
from gptdesk.ui.settings.page import SettingsPage
from gptdesk.ui.settings.presenter import SettingsPresenter
from gptdesk.ui.settings.values import Network, Places

HOME = Connection(
    "home", "At home", ConnectionKind.CUSTOM, "http://127.0.0.1:9/v1", "model-a",
    key_hint="wxyz", key_place=KeyPlace.KEYRING,
)  # fmt: skip
WORK = Connection("work", "At work", ConnectionKind.CUSTOM, "https://api.example.com/v1")
ENVIRONMENT = Connection(
    "environment", "", ConnectionKind.ENVIRONMENT, "https://api.openai.com/v1",
    key_hint="abcd", key_place=KeyPlace.ENVIRONMENT,
)  # fmt: skip
NOW = 1_790_000_000.0


class Connections:
    """A ConnectionStore in memory."""

    def __init__(self, *connections):
        self.saved = list(connections)

    async def load(self):
        return tuple(self.saved)

    async def save(self, connections):
        self.saved = list(connections)


class KeyRing:
    """A KeyStore; `problem` is raised by every writing, `place_now` says where keys would go."""

    def __init__(self):
        self.keys = {"home": "stored-key-wxyz"}
        self.place_now = KeyPlace.KEYRING
        self.problem = None
        self.writes = []

    async def read(self, connection_id):
        return self.keys.get(connection_id)

    async def write(self, connection_id, key, *, session_only=False):
        self.writes.append((connection_id, session_only))
        if self.problem is not None and not session_only:
            raise self.problem
        self.keys[connection_id] = key
        return KeyPlace.SESSION if session_only else KeyPlace.KEYRING

    async def remove(self, connection_id):
        self.keys.pop(connection_id, None)

    async def place(self):
        return self.place_now

    async def backend_name(self):
        return "Test Keyring" if self.place_now is KeyPlace.KEYRING else ""


class Provider:
    """Answers with its models, raises its problem, or stays silent."""

    def __init__(self):
        self.names = ("model-a", "model-b")
        self.problem = None
        self.is_silent = False
        self.asked = []
        self.chatted = []
        self.chat_problem = None

    async def models(self, endpoint):
        self.asked.append(endpoint)
        if self.is_silent:
            await asyncio.Event().wait()
        if self.problem is not None:
            raise self.problem
        return self.names

    async def stream(self, endpoint, model, history, options):
        self.chatted.append((endpoint, model))
        if self.chat_problem is not None:
            raise self.chat_problem
        yield TextDelta("Hi")


class Probe:
    """Reaches whatever the Provider answers; a Problem of the way fails at its own step."""

    def __init__(self, provider):
        self.provider = provider

    async def reach(self, endpoint):
        yield StepTaken(Step.INTERNET, StepState.OK, Note.REACHABLE)
        try:
            names = await self.provider.models(endpoint)
        except ProxyFailed as problem:
            yield StepTaken(Step.PROXY, StepState.FAILED, problem=problem)
            return
        except ConnectionRefused as problem:
            yield StepTaken(Step.SERVICE, StepState.FAILED, problem=problem)
            return
        except Problem as problem:
            yield ListAnswer((), problem, 0.2)
            return
        yield ListAnswer(names, None, 0.2)


class Listener:
    """Local servers that are said to run."""

    def __init__(self):
        self.running = ()
        self.asked = []

    async def listening(self, base_urls):
        self.asked.append(tuple(base_urls))
        return tuple(self.running)


def service(service_id, address, kind="cloud", **options):
    title = {"en": options.pop("name", service_id.title()), "zh_CN": f"服务 {service_id}"}
    tasks = options.pop("tasks", {Task.CHAT: Certainty.CONFIRMED})
    addresses = [address] if isinstance(address, str) else address
    places = tuple(Place(str(n), {"en": f"Place {n}"}, a) for n, a in enumerate(addresses))
    note = {"en": f"About {service_id}."}
    return Service(service_id, kind, title, note, places, tasks, **options)


CATALOGUE = Catalogue(
    (
        service(
            "openai", "https://api.openai.com/v1", name="OpenAI", mainland="no",
            key_page="https://platform.openai.com/api-keys", as_of=date(2026, 11, 23),
            tasks={
                Task.CHAT: Certainty.CONFIRMED,
                Task.IMAGES: Certainty.CONFIRMED,
                Task.SPEECH: Certainty.UNCONFIRMED,
            },
        ),
        service(
            "twin", ["https://cn.example.com/v1", "https://intl.example.com/v1"], mainland="yes"
        ),
        service(
            "ollama", "http://localhost:11434/v1", "local", name="Ollama", needs_key=False,
            ports=(11434,),
        ),
        service("llamacpp", "http://localhost:8080/v1", "local", name="llama.cpp", ports=(8080,)),
        service("localai", "http://localhost:8080/v1", "local", name="LocalAI", ports=(8080,)),
    )
)  # fmt: skip


class Engine:
    def __init__(self):
        self.listeners = []
        self.idle_seconds = None
        self.stopped = 0

    def state(self):
        return EngineState.STOPPED

    def watch(self, listener):
        self.listeners.append(listener)

    def set_idle_seconds(self, seconds):
        self.idle_seconds = seconds

    async def stop(self):
        self.stopped += 1


def pack(pack_id, **options):
    title = {"en": f"Model {pack_id}", "zh_CN": f"模型 {pack_id}"}
    file = PackFile(f"{pack_id}.gguf", 491_000_000, "0" * 64, ())
    return Pack(
        pack_id, "chat", pack_id, title, {"en": "Small."}, "Apache-2.0",
        "https://example.org/licence", 1_000_000_000, 4096, (file,), **options,
    )  # fmt: skip


class Packs:
    """A PackInstaller that stands still half-way until `go` is set."""

    def __init__(self):
        self.states = {"small": PackState.ABSENT, "big": PackState.ABSENT}
        self.problem = None
        self.waits = False

    def packs(self):
        return (pack("small", is_starter=True), pack("big"))

    async def status(self, pack_id):
        found = next(p for p in self.packs() if p.id == pack_id)
        return PackStatus(found, self.states[pack_id], 123_000_000)

    async def install(self, pack_id):
        self.states[pack_id] = PackState.PARTIAL
        yield InstallProgress(pack_id, "download", 123_000_000, 491_000_000, 4_000_000.0)
        if self.waits:
            await asyncio.Event().wait()
        if self.problem is not None:
            raise self.problem
        self.states[pack_id] = PackState.READY

    async def verify(self, pack_id):
        yield InstallProgress(pack_id, "verify", 491_000_000, 491_000_000)
        if self.problem is not None:
            self.states[pack_id] = PackState.DAMAGED
            raise self.problem

    async def remove(self, pack_id):
        self.states[pack_id] = PackState.ABSENT


class Backups:
    def __init__(self):
        self.kept = [Backup("two", NOW, 2_400_000), Backup("one", NOW - 90_000, 1_200_000)]
        self.restored = []
        self.is_broken = False

    async def backups(self):
        return tuple(self.kept)

    async def create(self):
        self.kept.insert(0, Backup("three", NOW + 60, 2_500_000))
        return self.kept[0]

    async def restore(self, name):
        if self.is_broken:
            raise BackupUnusable("not a database")
        self.restored.append(name)


class Desk:
    """The page with everything behind it, and what a person does with it."""

    def __init__(self, qtbot, core, tmp_path):
        self.qtbot = qtbot
        self.core = core
        self.store = Connections(HOME, WORK)
        self.keys = KeyRing()
        self.provider = Provider()
        self.engine = Engine()
        self.listener = Listener()
        self.packs = Packs()
        self.backups = Backups()
        self.environment = None
        self.settings = Settings(last_conversation="c7")
        self.saved = []
        self.save_problem = None
        self.opened = []
        self.costs = None
        self.tmp_path = tmp_path
        self.page = SettingsPage()
        self.page.resize(1208, 760)
        qtbot.addWidget(self.page)

    def start(self):
        connections = ConnectionService(
            self.store, self.keys, self.provider, self.engine, self.packs, self.environment,
            CATALOGUE,
        )  # fmt: skip
        probe = Probe(self.provider)
        self.way = ProxyWay(self.keys)
        network = Network(
            CheckupService(connections, probe, self.provider, CATALOGUE),
            ProxyService(self.way, probe),
            LocalServerService(self.listener, CATALOGUE),
            CATALOGUE,
        )
        names = ("data", "config", "gptdesk.db", "backups", "packs", "logs")
        self.presenter = SettingsPresenter(
            self.page,
            self.core,
            connections,
            PackService(self.packs, self.engine),
            BackupService(self.backups, None),  # asked only for backups by itself
            lambda: self.settings,
            self._save,
            Places(*(str(self.tmp_path / name) for name in names)),
            network,
            open_place=self.opened.append,
            costs=self.costs,
        )
        self.page.show()
        self.presenter.start()
        self.settle()
        return self

    def _save(self, settings):
        self.settings = settings
        self.saved.append(settings)
        if self.save_problem is not None:
            raise self.save_problem

    def settle(self, *, but=0):
        """Until nothing is under way any more, except the engine's own stream and `but`."""
        streams = 1 if self.presenter._sections.is_made("packs") else 0
        self.qtbot.waitUntil(lambda: len(self._running()) <= streams + but)
        QCoreApplication.processEvents()  # what was put into a layout is shown by an event

    def _running(self):
        return [o for o in self.presenter.findChildren(Operation) if not o.is_over]

    def find(self, name, kind=QWidget):
        """The part with this name that is shown, or any of that name."""
        found = self.page.findChildren(kind, name)
        return next((w for w in found if w.isVisible()), found[0])

    def press(self, name, *, but=0):
        button = self.find(name, QPushButton)
        assert button.isEnabled() and not button.isHidden(), name
        button.click()
        self.settle(but=but)

    def type(self, name, text):
        """Replace the text as a person would, with its signals."""
        field = self.find(name, QLineEdit)
        field.selectAll()
        field.insert(text)
        field.textEdited.emit(field.text())

    def paste(self, text):
        self.find("settings.key", QLineEdit).entered.emit(text)

    def new(self, url="https://api.example.org/v1", key=""):
        self.presenter.add_connection()
        self.type("settings.url", url)
        if key:
            self.paste(key)

    def go(self, connection_id):
        self.presenter.open("connections", connection_id)
        self.settle()

    @property
    def view(self):
        return self.page.view("connections")

    @property
    def form(self):
        return self.view.form

    def row(self, connection_id):
        rows = self.view._list.rows()
        return next(row for row in rows if row.id == connection_id)

    def stored(self, connection_id):
        return next((c for c in self.store.saved if c.id == connection_id), None)

    def texts(self):
        """Everything that can be read or heard on the page, shown or not."""
        said = []
        for widget in self.page.findChildren(QWidget):
            said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            if isinstance(widget, QLabel | QPushButton | QLineEdit):
                said.append(widget.text())
            if isinstance(widget, QLineEdit):
                said.append(widget.placeholderText())
        return " | ".join(filter(None, said))

    def close(self):
        self.presenter.shutdown()
        self.qtbot.waitUntil(lambda: not self._running())
        self.presenter.deleteLater()


@pytest.fixture
def unstarted(qtbot, core, tmp_path):
    desk = Desk(qtbot, core, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def desk(unstarted):
    return unstarted.start()


@pytest.fixture
def environment():
    return ENVIRONMENT, "env-secret-key-abcd"


@pytest.fixture
def without_key():
    return replace(HOME, key_place=KeyPlace.SESSION)
