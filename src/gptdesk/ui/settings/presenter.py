"""Connects the page of Settings with what it changes; its only link to the rest of the app."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.problems import Problem
from gptdesk.domain.settings import Settings
from gptdesk.ui.settings.commands import commands
from gptdesk.ui.settings.page import SettingsPage
from gptdesk.ui.settings.plain_sections import PlainSections
from gptdesk.ui.settings.records_presenter import open_in_system
from gptdesk.ui.settings.section_presenters import SectionPresenters, SettingsServices
from gptdesk.ui.settings.values import Network, Places

if TYPE_CHECKING:
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.backups import BackupService
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.packs import PackService
    from gptdesk.ui.settings.connections_presenter import ConnectionsPresenter
    from gptdesk.ui.settings.costs_presenter import CostSources, CostsPresenter
    from gptdesk.ui.settings.costs_view import CostsView
    from gptdesk.ui.shell.command import Command
    from gptdesk.ui.sound.devices import Devices


class SettingsPresenter(QObject):
    """Fills each section when it is opened, and keeps what is changed there.

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
        devices: Devices | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._load = load
        self._save = save
        self._sections = SectionPresenters(
            page,
            core,
            SettingsServices(connections, packs, backups, network, costs, devices),
            load,
            self.change,
            places,
            open_place,
            self,
        )
        self._plain = PlainSections(page, load, self.change, self)
        self._plain.language_chosen.connect(self.language_chosen)
        self._sections.connections_changed.connect(self.connections_changed)
        self._sections.packs_changed.connect(self.packs_changed)
        self._sections.prices_changed.connect(self.prices_changed)
        self._sections.restored.connect(self.restored)
        self._sections.backed_up.connect(self.backed_up)
        self._sections.faq_requested.connect(self.faq_requested)
        self._sections.chat_requested.connect(self.chat_requested)
        self._reloads: dict[str, Callable[[], object]] = {
            "connections": lambda: self.connections.reload(),
            "proxy": lambda: self._sections.proxy.reload(),
            "costs": self._sections.reload_costs,
            "offline": self._sections.reload_packs,
            "appearance": lambda: self._plain.show("appearance"),
            "language": lambda: self._plain.show("language"),
            "chat": lambda: self._plain.show("chat"),
            "sound": self._sections.reload_sound,
            "backup": lambda: self._sections.backups.reload(),
            "storage": lambda: self._sections.storage.reload(),
            "diagnostics": lambda: self._sections.diagnostics.reload(),
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
        self._sections.packs.install(pack_id)

    def back_up(self) -> None:
        self._go("backup")
        self._sections.backups.create()

    def show_settings(self) -> None:
        """Something else changed them: show what holds now."""
        for section in self._listening & {"appearance", "language", "chat"}:
            self._reloads[section]()
        self._sections.show_settings()

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
        await self._sections.forget_removed_keys()

    def shutdown(self) -> None:
        self._sections.shutdown()

    @property
    def connections(self) -> ConnectionsPresenter:
        return self._sections.connections

    @property
    def costs(self) -> CostsPresenter | None:
        """None where nobody counts what is used."""
        return self._sections.costs

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
