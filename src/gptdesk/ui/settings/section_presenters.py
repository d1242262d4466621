"""The presenters of the sections of Settings, each made when somebody first needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.settings import DEFAULT_FIELDS, Settings, default_connection
from gptdesk.ui.settings.connections_presenter import ConnectionsPresenter
from gptdesk.ui.settings.costs_presenter import CostSources, CostsPresenter
from gptdesk.ui.settings.packs_presenter import PacksPresenter
from gptdesk.ui.settings.page import SettingsPage
from gptdesk.ui.settings.proxy_presenter import ProxyPresenter
from gptdesk.ui.settings.records_presenter import (
    BackupPresenter,
    DiagnosticsPresenter,
    StoragePresenter,
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
    from gptdesk.ui.settings.sound_presenter import SoundPresenter
    from gptdesk.ui.settings.sound_view import SoundView
    from gptdesk.ui.settings.storage_view import StorageView
    from gptdesk.ui.sound.devices import Devices


@dataclass(frozen=True, slots=True)
class SettingsServices:
    """What the sections change. Without `costs` nobody counts what is used.

    Without `devices` nothing is known of microphones and speakers.
    """

    connections: ConnectionService
    packs: PackService
    backups: BackupService
    network: Network
    costs: CostSources | None = None
    devices: Devices | None = None


class SectionPresenters(QObject):
    """`load` gives the Settings that hold now, `change` takes fields of them by name.

    Signals:
        connections_changed: connections or their keys are different.
        packs_changed: a model of the offline pack came or went.
        prices_changed: a price of one's own came or went.
        restored: a backup was put back.
        backed_up: there is a new backup.
        faq_requested: an FAQ entry.
        chat_requested: a connection is ready to be used.
    """

    connections_changed = Signal()
    packs_changed = Signal()
    prices_changed = Signal()
    restored = Signal()
    backed_up = Signal()
    faq_requested = Signal(str)
    chat_requested = Signal()

    def __init__(
        self,
        page: SettingsPage,
        core: CoreThread,
        services: SettingsServices,
        load: Callable[[], Settings],
        change: Callable[..., None],
        places: Places,
        open_place: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._core = core
        self._services = services
        self._load = load
        self._change = change
        self._places = places
        self._open_place = open_place

    def is_made(self, section: str) -> bool:
        return section in self.__dict__

    def show_settings(self) -> None:
        """Those that are there show what holds now."""
        if self.is_made("costs") and self.costs is not None:
            self.costs.show()
        if self.is_made("packs"):
            self._show_pack_settings()
        if self.is_made("connections"):
            self.connections.refresh()
        if self.is_made("sound") and self.sound is not None:
            self.sound.show()

    def reload_packs(self) -> None:
        self.packs.reload()
        self._show_pack_settings()

    def reload_sound(self) -> None:
        if self.sound is not None:
            self.sound.reload()

    def reload_costs(self) -> None:
        if self.costs is not None:
            self.costs.reload()

    async def forget_removed_keys(self) -> None:
        if self.is_made("connections"):
            await self.connections.forget_removed_keys()

    def shutdown(self) -> None:
        if self.is_made("connections"):
            self.connections.shutdown()
        if self.is_made("packs"):
            self.packs.shutdown()
        if self.is_made("sound") and self.sound is not None:
            self.sound.shutdown()

    @cached_property
    def connections(self) -> ConnectionsPresenter:
        made = ConnectionsPresenter(
            cast("ConnectionsView", self._page.view("connections")),
            self._core,
            self._services.connections,
            self._services.network,
            lambda task: default_connection(self._load(), task),
            self,
        )
        made.changed.connect(self.connections_changed)
        made.default_chosen.connect(
            lambda task, chosen: self._change(**{DEFAULT_FIELDS[task]: chosen})
        )
        made.proxy_requested.connect(lambda: self._page.open("proxy"))
        made.link_opened.connect(self._open_place)
        made.pack_requested.connect(lambda: self._page.open("offline"))
        made.faq_requested.connect(self.faq_requested)
        made.chat_requested.connect(self.chat_requested)
        return made

    @cached_property
    def costs(self) -> CostsPresenter | None:
        """None where nobody counts what is used."""
        if self._services.costs is None:
            return None
        view = cast("CostsView", self._page.view("costs"))
        made = CostsPresenter(
            view, self._core, self._services.costs, self._load, self._change, self
        )
        made.prices_changed.connect(self.prices_changed)
        return made

    @cached_property
    def sound(self) -> SoundPresenter | None:
        """None where nothing is known of microphones and speakers."""
        if self._services.devices is None:
            return None
        from gptdesk.ui.settings.sound_presenter import SoundPresenter

        return SoundPresenter(
            cast("SoundView", self._page.view("sound")),
            self._services.devices,
            self._load,
            self._change,
            Path(self._places.data),
            self,
        )

    @cached_property
    def packs(self) -> PacksPresenter:
        view = cast("OfflineView", self._page.view("offline"))
        made = PacksPresenter(view, self._core, self._services.packs, self._places.packs, self)
        made.changed.connect(self._on_packs_changed)
        made.model_chosen.connect(lambda chosen: self._change(pack_model=chosen))
        made.idle_chosen.connect(lambda minutes: self._change(engine_idle_minutes=minutes))
        made.link_opened.connect(self._open_place)
        return made

    @cached_property
    def proxy(self) -> ProxyPresenter:
        return ProxyPresenter(
            cast("ProxyView", self._page.view("proxy")),
            self._core,
            self._services.network.proxy,
            self._services.connections,
            self._load,
            lambda fields: self._change(**fields),
            self,
        )

    @cached_property
    def backups(self) -> BackupPresenter:
        view = cast("BackupView", self._page.view("backup"))
        made = BackupPresenter(view, self._core, self._services.backups, self)
        made.restored.connect(self.restored)
        made.created.connect(self.backed_up)
        return made

    @cached_property
    def storage(self) -> StoragePresenter:
        view = cast("StorageView", self._page.view("storage"))
        return StoragePresenter(view, self._core, self._places, self._open_place, self)

    @cached_property
    def diagnostics(self) -> DiagnosticsPresenter:
        view = cast("DiagnosticsView", self._page.view("diagnostics"))
        return DiagnosticsPresenter(
            view, self._places, self.connections.key_home, self._open_place, self
        )

    def _show_pack_settings(self) -> None:
        view = cast("OfflineView", self._page.view("offline"))
        view.show_model(self._load().pack_model)
        view.show_idle(self._load().engine_idle_minutes)

    def _on_packs_changed(self) -> None:
        if self.is_made("connections"):
            self.connections.reload()
        self.packs_changed.emit()
