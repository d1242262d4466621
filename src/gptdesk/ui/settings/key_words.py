"""What is said about a key: how it was repaired, what is wrong with it, and where it is kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.connections import Connection, KeyPlace
from gptdesk.domain.keys import CleanedKey
from gptdesk.domain.pasted import is_space
from gptdesk.ui.settings.sentence_row import in_a_row
from gptdesk.ui.settings.values import KeyHome

translate = QCoreApplication.translate


def repairs_text(pasted: str, cleaned: CleanedKey) -> str:
    """Each kind of repair as a sentence of its own."""
    sentences = {
        "width": translate("Settings", "Full-width characters were changed to ordinary ones."),
        "dash": translate("Settings", "Long dashes were changed to ordinary ones."),
        "name": translate("Settings", "The name in front of the key was removed."),
        "bearer": translate("Settings", "The word “Bearer” in front of the key was removed."),
        "quotes": translate("Settings", "Quotation marks were removed."),
        "space": translate(
            "Settings", "%n space(s) were removed on pasting.", None, _spaces(pasted)
        ),
    }
    return in_a_row(text for kind, text in sentences.items() if kind in cleaned.removed)


def bad_text(cleaned: CleanedKey) -> str:
    """Which character no service will take."""
    return translate(
        "Settings",
        "A key cannot hold the character “{character}” ({name}). Copy the key again where you"
        " got it.",
    ).format(character=cleaned.bad, name=cleaned.bad_name)


def home_text(home: KeyHome) -> str:
    """Where a new key would be kept."""
    if home.place is not KeyPlace.KEYRING:
        return translate(
            "Settings",
            "This system has no keyring: the key stays in memory until you close gptdesk.",
        )
    return kept_in_keyring(home.keyring)


def kept_text(connection: Connection, home: KeyHome) -> str:
    """Where the key of this connection is kept now."""
    if connection.key_place is KeyPlace.KEYRING:
        return kept_in_keyring(home.keyring)
    if connection.key_place is KeyPlace.SESSION:
        return translate(
            "Settings",
            "This key stays in memory until you close gptdesk. It is written nowhere.",
        )
    return ""


def kept_in_keyring(keyring: str) -> str:
    if not keyring:
        return translate("Settings", "Kept in the keyring of your system, never in a file.")
    return translate("Settings", "Kept in {keyring}, never in a file.").format(keyring=keyring)


def masked(hint: str) -> str:
    """A stored key as it may be shown."""
    return f"•••• {hint}" if hint else "••••"


def _spaces(text: str) -> int:
    return sum(1 for character in text if is_space(character) or character == "\u3000")
