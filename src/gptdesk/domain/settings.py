"""What the user chose about the app itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    was chosen by hand. `currency` is the code in which amounts are shown, `currency_rate` how much
    of it a US dollar is. `monthly_limit` is in US dollars; 0 is no limit.
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
    currency: str = "USD"
    currency_rate: float = 1.0
    monthly_limit: float = 0.0
