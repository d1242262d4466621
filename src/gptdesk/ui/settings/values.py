"""What goes between the views of Settings and their presenters."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from gptdesk.domain.checkup import StepTaken
from gptdesk.domain.connections import Connection, ConnectionKind, KeyPlace
from gptdesk.domain.problems import Problem

OPENAI = "openai"
COMPATIBLE = "compatible"
PRESET_ADDRESSES = {OPENAI: "https://api.openai.com/v1", COMPATIBLE: ""}
"""The kinds of service that can be chosen, with the address each of them brings."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check-up found. `at` in seconds since the epoch; `problem` None means it worked."""

    at: float
    seconds: float
    models: tuple[str, ...] = ()
    problem: Problem | None = None
    steps: tuple[StepTaken, ...] = ()


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """A line in the list of connections."""

    connection: Connection
    check: CheckResult | None = None
    is_default: bool = False
    is_draft: bool = False
    is_missing: bool = False
    """The offline pack is not installed."""
    needs_key: bool = False
    """Its key was kept in memory only, and gptdesk was closed since."""


@dataclass(frozen=True, slots=True)
class ConnectionDraft:
    """What stands in the form. An empty `key` leaves the stored one as it is."""

    name: str = ""
    preset: str = OPENAI
    url: str = PRESET_ADDRESSES[OPENAI]
    model: str = ""
    key: str = field(default="", repr=False)
    removes_key: bool = False
    allows_plain: bool = False


@dataclass(frozen=True, slots=True)
class KeyHome:
    """Where a new key would be kept, and the keyring's own name."""

    place: KeyPlace = KeyPlace.KEYRING
    keyring: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files that the app writes, as text."""

    data: str
    config: str
    database: str
    backups: str
    packs: str
    logs: str


class FormState(StrEnum):
    """What the foot of the form says, and which button it offers."""

    CLEAN = "clean"
    SAVED = "saved"
    SAVING = "saving"
    UNUSABLE = "unusable"
    RENAMED = "renamed"
    UNCHECKED = "unchecked"
    FAILED = "failed"
    PASSED = "passed"


def preset_of(connection: Connection) -> str:
    is_openai = connection.base_url == PRESET_ADDRESSES[OPENAI]
    return OPENAI if is_openai else COMPATIBLE


def draft_of(connection: Connection) -> ConnectionDraft:
    """The form as it looks before anything is changed."""
    return ConnectionDraft(
        connection.name, preset_of(connection), connection.base_url, connection.model
    )


def new_connection(connection_id: str) -> Connection:
    address = PRESET_ADDRESSES[OPENAI]
    return Connection(connection_id, "", ConnectionKind.CUSTOM, address)
