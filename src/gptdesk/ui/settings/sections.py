"""The sections of Settings: what they are called, what they hold, and who draws them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Section:
    """`terms` are the names of the settings inside, which the search finds."""

    id: str
    icon: str
    title: Callable[[], str]
    terms: Callable[[], tuple[str, ...]]
    build: Callable[[], QWidget]


def sections() -> tuple[Section, ...]:
    """Those that do something now, in their order."""
    return (
        Section("connections", "plug", _connections, _connections_terms, _build_connections),
        Section("costs", "wallet", _costs, _costs_terms, _build_costs),
        Section("offline", "package", _offline, _offline_terms, _build_offline),
        Section("appearance", "palette", _appearance, _appearance_terms, _build_appearance),
        Section("language", "languages", _language, _language_terms, _build_language),
        Section("chat", "message-circle", _chat, _chat_terms, _build_chat),
        Section("sound", "volume-2", _sound, _sound_terms, _build_sound),
        Section("proxy", "globe", _proxy, _proxy_terms, _build_proxy),
        Section("backup", "history", _backup, _backup_terms, _build_backup),
        Section("storage", "folder", _storage, _storage_terms, _build_storage),
        Section("diagnostics", "activity", _diagnostics, _diagnostics_terms, _build_diagnostics),
    )


def matching_term(section: Section, query: str) -> str | None:
    """The name of the setting that the query finds, "" for the section itself, None for none."""
    wanted = query.strip().casefold()
    if not wanted or wanted in section.title().casefold():
        return ""
    return next((term for term in section.terms() if wanted in term.casefold()), None)


def _connections() -> str:
    return translate("Settings", "Connections")


def _connections_terms() -> tuple[str, ...]:
    return (
        translate("Settings", "API key"),
        translate("Settings", "Address"),
        translate("Settings", "Model"),
        translate("Settings", "Check-up"),
        translate("Settings", "Service"),
        translate("Settings", "Keyring"),
    )


def _build_connections() -> QWidget:
    from gptdesk.ui.settings.connections_view import ConnectionsView

    return ConnectionsView()


def _costs() -> str:
    return translate("Settings", "Costs")


def _costs_terms() -> tuple[str, ...]:
    return (
        translate("Settings", "Monthly limit"),
        translate("Settings", "Currency"),
        translate("Settings", "Prices"),
        translate("Settings", "Usage by day"),
        translate("Settings", "Export as CSV"),
    )


def _build_costs() -> QWidget:
    from gptdesk.ui.settings.costs_view import CostsView

    return CostsView()


def _offline() -> str:
    return translate("Settings", "Offline pack")


def _offline_terms() -> tuple[str, ...]:
    return (
        translate("Settings", "Install"),
        translate("Settings", "Check the files"),
        translate("Settings", "Free disk space"),
        translate("Settings", "Model of new chats"),
        translate("Settings", "Keep the engine in memory"),
    )


def _build_offline() -> QWidget:
    from gptdesk.ui.settings.offline_view import OfflineView

    return OfflineView()


def _appearance() -> str:
    return translate("Settings", "Appearance")


def _appearance_terms() -> tuple[str, ...]:
    return (
        translate("Settings", "Theme"),
        translate("Settings", "Font size"),
        translate("Settings", "High contrast"),
        translate("Settings", "Dark"),
    )


def _build_appearance() -> QWidget:
    from gptdesk.ui.settings.appearance_view import AppearanceView

    return AppearanceView()


def _language() -> str:
    return translate("Settings", "Language")


def _language_terms() -> tuple[str, ...]:
    return ("中文", "English")


def _build_language() -> QWidget:
    from gptdesk.ui.settings.language_view import LanguageView

    return LanguageView()


def _chat() -> str:
    return translate("Settings", "Chat")


def _chat_terms() -> tuple[str, ...]:
    return (translate("Settings", "Send with Enter"),)


def _build_chat() -> QWidget:
    from gptdesk.ui.settings.chat_view import ChatView

    return ChatView()


def _sound() -> str:
    return translate("Settings", "Sound")


def _sound_terms() -> tuple[str, ...]:
    return (
        translate("Settings", "Microphone"),
        translate("Settings", "Speaker"),
        translate("Settings", "Headphones"),
        translate("Settings", "Play a test tone"),
    )


def _build_sound() -> QWidget:
    from gptdesk.ui.settings.sound_view import SoundView

    return SoundView()


def _proxy() -> str:
    return translate("Settings", "Proxy")


def _proxy_terms() -> tuple[str, ...]:
    return (
        "SOCKS5",
        "HTTP",
        translate("Settings", "User name"),
        translate("Settings", "Password"),
        translate("Settings", "Network"),
    )


def _build_proxy() -> QWidget:
    from gptdesk.ui.settings.proxy_view import ProxyView

    return ProxyView()


def _backup() -> str:
    return translate("Settings", "Backup and restore")


def _backup_terms() -> tuple[str, ...]:
    return (translate("Settings", "Back up now"), translate("Settings", "Restore"))


def _build_backup() -> QWidget:
    from gptdesk.ui.settings.backup_view import BackupView

    return BackupView()


def _storage() -> str:
    return translate("Settings", "Storage")


def _storage_terms() -> tuple[str, ...]:
    return (
        translate("Settings", "Folder"),
        translate("Settings", "Database"),
        translate("Settings", "Free disk space"),
    )


def _build_storage() -> QWidget:
    from gptdesk.ui.settings.storage_view import StorageView

    return StorageView()


def _diagnostics() -> str:
    return translate("Settings", "Diagnostics")


def _diagnostics_terms() -> tuple[str, ...]:
    return (
        translate("Settings", "Version"),
        translate("Settings", "Log"),
        translate("Settings", "Copy for a report"),
    )


def _build_diagnostics() -> QWidget:
    from gptdesk.ui.settings.diagnostics_view import DiagnosticsView

    return DiagnosticsView()
