"""What the user chose about the app itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gptdesk.domain.connections import KeyPlace
from gptdesk.domain.proxy import Proxy, ProxyKind, ProxyScheme
from gptdesk.domain.tasks import Task


class ThemeChoice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """Declared once here; every field has a default and survives unknown neighbours in the file.

    `language` is a code like `zh_CN`, or empty for the system's. `font_percent` scales all text.
    `geometry` is the window's place as base64. `engine_idle_minutes` is how long the offline
    engine stays in memory unused (0: always). `pack_model` is the id of the chosen chat model of
    the offline pack. `connection_id` is the connection that new chats use, with `model` where that
    was chosen by hand; `images_connection`, `speech_connection` and `transcription_connection` are
    the same for the other tabs, empty for the first that can do it. The fields of the proxy are
    its place; its password is where `proxy_password_place` says.
    `currency` is the code in which amounts are shown, `currency_rate` how much of it a US dollar
    is. `monthly_limit` is in US dollars; 0 is no limit. `microphone` and `speaker` are names of
    devices, or empty for the system's. `picture_notes` is whether saved pictures hold their prompt.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: str = ""
    font_percent: int = 100
    send_with_enter: bool = True
    geometry: str = ""
    last_tab: str = "chat"
    last_conversation: str = ""
    connection_id: str = ""
    model: str = ""
    engine_idle_minutes: int = 10
    pack_model: str = ""
    list_is_hidden: bool = False
    images_connection: str = ""
    speech_connection: str = ""
    transcription_connection: str = ""
    proxy_kind: ProxyKind = ProxyKind.SYSTEM
    proxy_scheme: ProxyScheme = ProxyScheme.HTTP
    proxy_host: str = ""
    proxy_port: int = 0
    proxy_user: str = ""
    proxy_password_place: KeyPlace = KeyPlace.NONE
    currency: str = "USD"
    currency_rate: float = 1.0
    monthly_limit: float = 0.0
    microphone: str = ""
    speaker: str = ""
    picture_notes: bool = True


DEFAULT_FIELDS = {
    Task.CHAT: "connection_id",
    Task.IMAGES: "images_connection",
    Task.SPEECH: "speech_connection",
    Task.TRANSCRIPTION: "transcription_connection",
}
"""For each tab that asks services the field that holds its connection."""


def default_connection(settings: Settings, task: Task) -> str:
    """The id of the connection that the user chose for a task, or empty."""
    return str(getattr(settings, DEFAULT_FIELDS[task])) if task in DEFAULT_FIELDS else ""


def proxy_of(settings: Settings, password: str = "") -> Proxy:
    return Proxy(
        settings.proxy_kind,
        settings.proxy_scheme,
        settings.proxy_host,
        settings.proxy_port,
        settings.proxy_user,
        password,
    )
