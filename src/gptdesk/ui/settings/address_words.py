"""What is said about an address: what will be called, and what was repaired."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.addresses import Address
from gptdesk.ui.settings.sentence_row import in_a_row

translate = QCoreApplication.translate


def call_text(address: Address) -> str:
    """The address that a chat will use, in full."""
    return translate("Settings", "Will call {address}").format(
        address=address.base_url + "/chat/completions"
    )


def notes_text(address: Address) -> str:
    """What was changed to get there, each change as a sentence of its own."""
    sentences = {
        "cleaned": translate("Settings", "Stray characters were removed."),
        "scheme": translate("Settings", "The beginning “http” was added."),
        "password": translate("Settings", "The user name in it was left out."),
        "query": translate("Settings", "What followed “?” or “#” was left out."),
        "endpoint": translate("Settings", "The end that gptdesk adds itself was left out."),
        "v1": translate("Settings", "“/v1” was added."),
        "this-computer": translate("Settings", "It stands for this computer."),
    }
    return in_a_row(text for kind, text in sentences.items() if kind in address.notes)


def problem_text(address: Address) -> str:
    """Why nothing can be called."""
    sentences = {
        "empty": translate("Settings", "Paste the address of the service here."),
        "scheme": translate("Settings", "An address begins with https:// or http://."),
        "host": translate(
            "Settings", "This is not the name of a computer. It looks like api.example.com."
        ),
        "port": translate("Settings", "The number after the colon must be between 1 and 65535."),
    }
    return sentences.get(address.problem, "")
