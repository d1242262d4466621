"""What goes between the views of Settings and their presenters."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from gptdesk.domain.catalogue import Catalogue, Service, Task
from gptdesk.domain.checkup import StepTaken
from gptdesk.domain.connections import Connection, ConnectionKind, KeyPlace
from gptdesk.domain.problems import Problem
from gptdesk.ui.settings.presets import COMPATIBLE

if TYPE_CHECKING:
    from gptdesk.services.checkup import CheckupService
    from gptdesk.services.local_servers import LocalServerService
    from gptdesk.services.proxy import ProxyService


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
    used_for: tuple[Task, ...] = ()
    """The tabs that use it unless they are told otherwise."""
    is_draft: bool = False
    is_missing: bool = False
    """The offline pack is not installed."""
    needs_key: bool = False
    """Its key was kept in memory only, and gptdesk was closed since."""


@dataclass(frozen=True, slots=True)
class ConnectionDraft:
    """What stands in the form. An empty `key` leaves the stored one as it is."""

    name: str = ""
    preset: str = COMPATIBLE
    url: str = ""
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
class Network:
    """The services behind Connections and Proxy, and what is known of the world outside."""

    checkup: CheckupService
    proxy: ProxyService
    local_servers: LocalServerService
    catalogue: Catalogue


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


def draft_of(connection: Connection) -> ConnectionDraft:
    """The form as it looks before anything is changed."""
    preset = connection.service or COMPATIBLE
    return ConnectionDraft(connection.name, preset, connection.base_url, connection.model)


def new_connection(connection_id: str, service: Service | None) -> Connection:
    """Not stored yet; it begins with a service of the catalogue if there is one."""
    address = service.places[0].base_url if service is not None else ""
    preset = service.id if service is not None else ""
    return Connection(connection_id, "", ConnectionKind.CUSTOM, address, service=preset)


def duplicate_of(connection: Connection, connection_id: str, name: str) -> Connection:
    """Everything but the key, which belongs to the one that it was given for."""
    return replace(connection, id=connection_id, name=name, key_hint="", key_place=KeyPlace.NONE)
