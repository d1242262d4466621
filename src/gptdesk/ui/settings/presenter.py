"""Connects the page of Settings with what it changes; its only link to the rest of the app."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.problems import Problem
from gptdesk.domain.settings import (
    DEFAULT_FIELDS,
    Settings,
    default_connection,
)
from gptdesk.ui.settings.commands import commands
from gptdesk.ui.settings.connections_presenter import ConnectionsPresenter
from gptdesk.ui.settings.costs_presenter import CostSources, CostsPresenter
from gptdesk.ui.settings.packs_presenter import PacksPresenter
from gptdesk.ui.settings.page import SettingsPage
from gptdesk.ui.settings.plain_sections import PlainSections
from gptdesk.ui.settings.proxy_presenter import ProxyPresenter
from gptdesk.ui.settings.records_presenter import (
    BackupPresenter,
    DiagnosticsPresenter,
    StoragePresenter,
    open_in_system,
)
from gptdesk.ui.settings.values import Network, Places

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.backups import BackupService
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.packs import PackService
    from gptdesk.ui.settings.backup_view import BackupView
    from gptdesk.ui.settings.connections_view import ConnectionsView
    from gptdesk.ui.settings.costs_view import CostsView
    from gptdesk.ui.settings.diagnostics_view import DiagnosticsView
    from gptdesk.ui.settings.offline_view import OfflineView
    from gptdesk.ui.settings.proxy_view import ProxyView
    from gptdesk.ui.settings.storage_view import StorageView
    from gptdesk.ui.shell.command import Command


class SettingsPresenter(QObject):
    """Keeps one presenter for each section that was opened.

    `load` gives the settings that hold now, `save` takes them over and keeps them; it may raise
    a Problem after it took them over.

    Signals:
        connections_changed: connections or their keys are different.
        packs_changed: a model of the offline pack came or went.
        prices_changed: a price of one's own came or went.
        settings_changed: the Settings that hold now.
        language_chosen: a code, or empty for the system's language.
        restored: a backup was put back; all conversations are other ones.
        backed_up: there is a new backup.
        faq_requested: an FAQ entry.
        chat_requested: a connection is ready to be used.
        page_wanted: someone was sent here: the tab is to be shown.
    """

    connections_changed = Signal()
    packs_changed = Signal()
    prices_changed = Signal()
    settings_changed = Signal(object)
    language_chosen = Signal(str)
    restored = Signal()
    backed_up = Signal()
    faq_requested = Signal(str)
    chat_requested = Signal()
    page_wanted = Signal()

    def __init__(
        self,
        page: SettingsPage,
        core: CoreThread,
        connections: ConnectionService,
        packs: PackService,
        backups: BackupService,
        load: Callable[[], Settings],
        save: Callable[[Settings], None],
        places: Places,
        network: Network,
        parent: QObject | None = None,
        open_place: Callable[[str], None] = open_in_system,
        *,
        costs: CostSources | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._core = core
        self._connection_service = connections
        self._pack_service = packs
        self._backup_service = backups
        self._load = load
        self._save = save
        self._places = places
        self._network = network
        self._open_place = open_place
        self._cost_sources = costs
        self._costs: CostsPresenter | None = None
        self._connections: ConnectionsPresenter | None = None
        self._packs: PacksPresenter | None = None
        self._proxy: ProxyPresenter | None = None
        self._backups: BackupPresenter | None = None
        self._storage: StoragePresenter | None = None
        self._diagnostics: DiagnosticsPresenter | None = None
        self._plain = PlainSections(page, load, self.change, self)
        self._plain.language_chosen.connect(self.language_chosen)
        self._reloads: dict[str, Callable[[], object]] = {
            "connections": lambda: self.connections.reload(),
            "proxy": lambda: self.proxy.reload(),
            "costs": self._reload_costs,
            "offline": lambda: self._reload_packs(),
            "appearance": lambda: self._plain.show("appearance"),
            "language": lambda: self._plain.show("language"),
            "chat": lambda: self._plain.show("chat"),
            "backup": lambda: self.backups.reload(),
            "storage": lambda: self.storage.reload(),
            "diagnostics": lambda: self.diagnostics.reload(),
        }
        self._listening: set[str] = set()

    # What the app asks for

    def start(self) -> None:
        """Fill the section that stands on the page, and each one that is opened later."""
        self._page.opened.connect(self._on_opened)
        self._page.faq_requested.connect(self.faq_requested)
        self._page.open(self._page.current)

    def open(self, section: str, connection_id: str = "") -> None:
        """Go to a section; in Connections also to one of them, in Costs to the limit."""
        self._go(section)
        if section == "connections" and connection_id:
            self.connections.show(connection_id)
        elif section == "costs" and connection_id:
            cast("CostsView", self._page.view(section)).show_limit()

    def add_connection(self) -> None:
        self._go("connections")
        self.connections.add()

    def install_pack(self, pack_id: str = "") -> None:
        """Begin to install a pack, or the one for beginners, where it can be watched."""
        self._go("offline")
        self.packs.install(pack_id)

    def back_up(self) -> None:
        self._go("backup")
        self.backups.create()

    def show_settings(self) -> None:
        """Something else changed them: show what holds now."""
        for section in self._listening & {"appearance", "language", "chat"}:
            self._reloads[section]()
        if self._costs is not None:
            self._costs.show()
        if self._packs is not None:
            self._show_pack_settings()
        if self._connections is not None:
            self._connections.refresh()

    def reload(self) -> None:
        """Connections or packs were changed elsewhere."""
        for section in self._listening & {"connections", "offline"}:
            self._reloads[section]()

    def change(self, **fields: object) -> None:
        """Take over some settings; the others stay as they are."""
        old = self._load()
        new = replace(old, **fields)  # type: ignore[arg-type]
        if new == old:
            return
        self._page.dismiss_problem()
        try:
            self._save(new)
        except Problem as problem:
            self._page.show_problem(problem)
        self.settings_changed.emit(new)
        self.show_settings()

    def commands(self, query: str) -> Sequence[Command]:
        """For the command palette."""
        return commands(self)

    async def forget_removed_keys(self) -> None:
        """To be awaited at the very end: keys of connections whose removal was not undone."""
        if self._connections is not None:
            await self._connections.forget_removed_keys()

    def shutdown(self) -> None:
        if self._connections is not None:
            self._connections.shutdown()
        if self._packs is not None:
            self._packs.shutdown()

    # The presenters of the sections, made when they are needed

    @property
    def connections(self) -> ConnectionsPresenter:
        if self._connections is None:
            view = cast("ConnectionsView", self._page.view("connections"))
            made = ConnectionsPresenter(
                view,
                self._core,
                self._connection_service,
                self._network,
                lambda task: default_connection(self._load(), task),
                self,
            )
            made.changed.connect(self.connections_changed)
            made.default_chosen.connect(
                lambda task, chosen: self.change(**{DEFAULT_FIELDS[task]: chosen})
            )
            made.proxy_requested.connect(lambda: self._page.open("proxy"))
            made.link_opened.connect(self._open_place)
            made.pack_requested.connect(lambda: self._page.open("offline"))
            made.faq_requested.connect(self.faq_requested)
            made.chat_requested.connect(self.chat_requested)
            self._connections = made
        return self._connections

    @property
    def costs(self) -> CostsPresenter | None:
        """None where nobody counts what is used."""
        if self._costs is None and self._cost_sources is not None:
            view = cast("CostsView", self._page.view("costs"))
            made = CostsPresenter(
                view, self._core, self._cost_sources, self._load, self.change, self
            )
            made.prices_changed.connect(self.prices_changed)
            self._costs = made
        return self._costs

    @property
    def packs(self) -> PacksPresenter:
        if self._packs is None:
            view = cast("OfflineView", self._page.view("offline"))
            made = PacksPresenter(view, self._core, self._pack_service, self._places.packs, self)
            made.changed.connect(self._on_packs_changed)
            made.model_chosen.connect(lambda chosen: self.change(pack_model=chosen))
            made.idle_chosen.connect(lambda minutes: self.change(engine_idle_minutes=minutes))
            made.link_opened.connect(self._open_place)
            self._packs = made
        return self._packs

    @property
    def proxy(self) -> ProxyPresenter:
        if self._proxy is None:
            self._proxy = ProxyPresenter(
                cast("ProxyView", self._page.view("proxy")),
                self._core,
                self._network.proxy,
                self._connection_service,
                self._load,
                lambda fields: self.change(**fields),
                self,
            )
        return self._proxy

    @property
    def backups(self) -> BackupPresenter:
        if self._backups is None:
            view = cast("BackupView", self._page.view("backup"))
            made = BackupPresenter(view, self._core, self._backup_service, self)
            made.restored.connect(self.restored)
            made.created.connect(self.backed_up)
            self._backups = made
        return self._backups

    @property
    def storage(self) -> StoragePresenter:
        if self._storage is None:
            view = cast("StorageView", self._page.view("storage"))
            self._storage = StoragePresenter(view, self._core, self._places, self._open_place, self)
        return self._storage

    @property
    def diagnostics(self) -> DiagnosticsPresenter:
        if self._diagnostics is None:
            view = cast("DiagnosticsView", self._page.view("diagnostics"))
            self._diagnostics = DiagnosticsPresenter(
                view, self._places, self.connections.key_home, self._open_place, self
            )
        return self._diagnostics

    # How a section is filled

    def _go(self, section: str) -> None:
        self._page.open(section)
        self.page_wanted.emit()

    def _on_opened(self, section: str) -> None:
        if section not in self._listening:
            self._listening.add(section)
            self._plain.listen(section)
        self._reloads[section]()
        if section == "connections":
            self.connections.look_for_servers()

    def _show_pack_settings(self) -> None:
        view = cast("OfflineView", self._page.view("offline"))
        view.show_model(self._load().pack_model)
        view.show_idle(self._load().engine_idle_minutes)

    def _reload_packs(self) -> None:
        self.packs.reload()
        self._show_pack_settings()

    def _reload_costs(self) -> None:
        if (costs := self.costs) is not None:
            costs.reload()

    def _on_packs_changed(self) -> None:
        if self._connections is not None:
            self._connections.reload()
        self.packs_changed.emit()
