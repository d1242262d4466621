"""Connects the pages with the services, and the pages with each other through the shell."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from gptdesk.app.backup_line import BackupLine
from gptdesk.app.fillers import help_tabs
from gptdesk.app.living_tabs import living_tabs
from gptdesk.app.month import MonthLine
from gptdesk.app.notices import show_on_window
from gptdesk.app.places import places
from gptdesk.domain.connections import OFFLINE_ID
from gptdesk.domain.problems import Problem
from gptdesk.domain.settings import Settings, ThemeChoice
from gptdesk.runtime.core import CoreThread
from gptdesk.storage.paths import Paths
from gptdesk.ui.chat.page import ChatPage
from gptdesk.ui.chat.presenter import ChatPresenter
from gptdesk.ui.chat.presenting.localdoor import LocalDoorPresenter
from gptdesk.ui.chat.presenting.pricing import ChatMoney
from gptdesk.ui.settings.costs_presenter import CostSources
from gptdesk.ui.settings.page import SettingsPage
from gptdesk.ui.settings.presenter import SettingsPresenter
from gptdesk.ui.settings.values import Network
from gptdesk.ui.sound.devices import Devices
from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from gptdesk.app.application import Application
    from gptdesk.app.backend import Backend

CALM_MS = 1500


class Presenters(QObject):
    """Owns one presenter for each living tab; made when the services are there."""

    def __init__(self, app: Application, core: CoreThread, backend: Backend, paths: Paths) -> None:
        super().__init__(app)
        self._app = app
        self._core = core
        self._backend = backend
        self._paths = paths
        self._window = app.window
        self.chat = ChatPresenter(
            cast(ChatPage, self._window.page("chat")),
            core,
            backend.conversations,
            backend.chat,
            backend.connections,
            backend.models,
            backend.packs,
            lambda: app.settings,
            self,
            money=ChatMoney(backend.estimates, backend.usage),
            pictures=backend.pictures,
            facts=backend.models.facts,
        )
        self._month = MonthLine(self._window, lambda: app.settings, self)
        self._backups = BackupLine(self._window, core, backend.backups, self)
        self.settings: SettingsPresenter | None = None
        self._devices = Devices(self)  # one for all tabs; asks nothing until a tab wants to know
        self.help = help_tabs(self, self._window, core, backend, lambda: app.settings)
        self.tabs = living_tabs(
            app, core, backend, self.chat, self._devices, paths, self._save, self.help.wirings, self
        )
        self._local = LocalDoorPresenter(
            cast(ChatPage, self._window.page("chat")).doors, core, backend.local_servers, self
        )
        # The palette offers what Settings can do, so its page must be there before it is visited
        self._calm_timer = QTimer(self)
        self._calm_timer.setSingleShot(True)
        self._calm_timer.setInterval(CALM_MS)
        self._calm_timer.timeout.connect(partial(self._window.page, "settings"))
        self._calm_timer.timeout.connect(self._clear_away)
        self._connect()

    def start(self) -> None:
        for problem in self._app.notices:
            self.show_problem(problem)
        for tab in ("settings", *self.tabs.names):
            if tab in self._window.built_pages():
                self._on_page_built(tab, self._window.page(tab))
        self.chat.start()
        if self._window.current_tab == "chat":
            cast(ChatPage, self._window.page("chat")).focus_editor()
        self._backups.start()
        self._calm_timer.start()

    def shutdown(self) -> None:
        self._backups.shutdown()
        self._calm_timer.stop()
        self.chat.shutdown()
        self.tabs.shutdown()
        self.help.shutdown()
        self._local.shutdown()
        if self.settings is not None:
            self.settings.shutdown()
        self._devices.close()

    async def save_rest(self) -> None:
        """Runs last in the core thread: what was typed, and keys whose removal stood."""
        if kept_in := await self.chat.save_rest():
            self._app.remember(last_conversation=kept_in)
        await self.tabs.save_rest()
        if self.settings is not None:
            await self.settings.forget_removed_keys()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.chat.language_changed()
            self.tabs.language_changed()
            self._backups.show()
            self._month.show()
        return super().eventFilter(watched, event)

    # Wiring

    def _connect(self) -> None:
        window, chat = self._window, self.chat
        window.installEventFilter(self)
        window.page_built.connect(self._on_page_built)
        window.faq_requested.connect(self.help.open_faq)
        window.connection_pressed.connect(partial(self._open_settings, "connections", ""))
        window.cost_pressed.connect(partial(self._open_settings, "costs", ""))
        window.restore_pressed.connect(partial(self._open_settings, "backup", ""))
        window.theme_chosen.connect(self._choose_theme)
        window.percent_chosen.connect(self._choose_percent)
        window.language_chosen.connect(self._choose_language)
        window.notice_action.connect(self._on_notice_action)
        window.add_commands(chat.commands)
        chat.settings_requested.connect(self._open_settings)
        chat.connection_wanted.connect(self._add_connection)
        chat.faq_requested.connect(self.help.open_faq)
        chat.connection_state_changed.connect(window.set_connection)
        chat.conversation_opened.connect(self._remember_conversation)
        chat.model_chosen.connect(self._remember_model)
        chat.connections_altered.connect(self._reload_settings)
        chat.connections_altered.connect(self.tabs.connections_changed)
        self._local.wanted.connect(partial(self._open_settings, "connections", ""))
        self.help.pack_wanted.connect(partial(self._open_settings, "offline", ""))
        self._connect_tabs()
        chat.settled.connect(self._backups.check)
        chat.money.month_changed.connect(self._month.take)
        page = cast(ChatPage, window.page("chat"))
        page.language_chosen.connect(self._choose_language)
        page.theme_requested.connect(self._turn_theme)

    def _connect_tabs(self) -> None:
        tabs = self.tabs
        tabs.settings_requested.connect(self._open_settings)
        tabs.connection_wanted.connect(self._add_connection)
        tabs.faq_requested.connect(self.help.open_faq)
        tabs.chat_requested.connect(self.open_chat)
        tabs.page_wanted.connect(self._window.show_tab)
        tabs.settled.connect(self._backups.check)
        tabs.settled.connect(self.chat.money.load)
        self._window.add_commands(tabs.commands)

    def _on_page_built(self, tab: str, page: QWidget) -> None:
        self.tabs.build(tab, page)
        if tab != "settings" or self.settings is not None:
            return
        self.settings = SettingsPresenter(
            cast(SettingsPage, page),
            self._core,
            self._backend.connections,
            self._backend.packs,
            self._backend.backups,
            lambda: self._app.settings,
            self._app.save_settings,
            places(self._paths),
            Network(
                self._backend.checkup,
                self._backend.proxy,
                self._backend.local_servers,
                self._backend.catalogue,
            ),
            self,
            costs=CostSources(self._backend.usage, self._backend.prices),
            devices=self._devices,
        )
        self.settings.prices_changed.connect(self.chat.money.prices_changed)
        self.settings.prices_changed.connect(self.tabs.settings_changed)
        self.settings.settings_changed.connect(self._on_settings_changed)
        self.settings.backed_up.connect(self._backups.check)
        self.settings.faq_requested.connect(self.help.open_faq)
        self.settings.chat_requested.connect(self._go_to_chat)
        self.settings.page_wanted.connect(partial(self._window.show_tab, "settings"))
        self._window.add_commands(self.settings.commands)
        for signal in (self.settings.connections_changed, self.settings.packs_changed):
            signal.connect(self.chat.connections_changed)
            signal.connect(self.tabs.connections_changed)
        self.settings.restored.connect(self._on_restored)
        self.settings.start()

    # From page to page

    def _open_settings(self, section: str, connection_id: str) -> None:
        self._window.show_tab("settings")
        if self.settings is not None:
            self.settings.open(section, connection_id)

    def _add_connection(self) -> None:
        self._window.show_tab("settings")
        if self.settings is not None:
            self.settings.add_connection()

    def _reload_settings(self) -> None:
        if self.settings is not None:
            self.settings.reload()

    def _go_to_chat(self) -> None:
        self._window.show_tab("chat")
        cast(ChatPage, self._window.page("chat")).focus_editor()

    def open_chat(self, conversation_id: str) -> None:
        """What a tab hands over to Chat: a conversation that it made, with a draft in it."""
        self.chat.open(conversation_id)
        self._go_to_chat()

    def _on_restored(self) -> None:
        self.chat.reload()
        self.tabs.connections_changed()
        self._backups.check()

    def _on_notice_action(self, notice: str, action: str) -> None:
        if action == "backup.restore":
            self._open_settings("backup", "")
        elif action == "folder.open":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.data)))
        else:
            self._window.dismiss_notice(notice)

    # What the user chose

    def _save(self, settings: Settings) -> None:
        """Keep it; the app works with it also if the disk refuses, and says so."""
        try:
            self._app.save_settings(settings)
        except Problem as problem:
            self.show_problem(problem)
        self._on_settings_changed(settings)
        if self.settings is not None:
            self.settings.show_settings()

    def _on_settings_changed(self, settings: Settings) -> None:
        self._backend.packs.set_idle_minutes(settings.engine_idle_minutes)
        self.chat.settings_changed()
        self.tabs.settings_changed()

    def _choose_theme(self, choice: str) -> None:
        self._save(replace(self._app.settings, theme=ThemeChoice(choice)))

    def _choose_percent(self, percent: int) -> None:
        self._save(replace(self._app.settings, font_percent=percent))

    def _choose_language(self, code: str) -> None:
        self._save(replace(self._app.settings, language=code))

    def _turn_theme(self) -> None:
        is_dark = Theme.current().is_dark
        self._choose_theme(ThemeChoice.LIGHT if is_dark else ThemeChoice.DARK)

    def _remember_conversation(self, conversation_id: str) -> None:
        self._app.remember(last_conversation=conversation_id)

    def _remember_model(self, connection_id: str, model: str) -> None:
        kept = {"pack_model": model} if connection_id == OFFLINE_ID else {"model": model}
        self._app.remember(connection_id=connection_id, **kept)

    def _clear_away(self) -> None:
        """What was deleted long ago goes for good; where that fails, the next start tries again."""
        for purge in self._backend.purges():
            self._core.call(purge(), parent=self)

    # Trouble that concerns the whole app

    def show_problem(self, problem: Problem) -> None:
        show_on_window(self._window, problem)
