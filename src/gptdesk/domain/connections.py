"""Where requests go: connections, addresses and keys, and the rules for cleaning them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class ConnectionKind(StrEnum):
    """How a connection came to be; only CUSTOM can be edited."""

    OFFLINE = "offline"
    ENVIRONMENT = "environment"
    CUSTOM = "custom"


class KeyPlace(StrEnum):
    """Where a key is kept."""

    NONE = "none"
    KEYRING = "keyring"
    SESSION = "session"
    ENVIRONMENT = "environment"


OFFLINE_ID = "offline"
ENVIRONMENT_ID = "environment"


@dataclass(frozen=True, slots=True)
class Connection:
    """A service the user set up. The key is never part of it."""

    id: str
    name: str
    kind: ConnectionKind
    base_url: str
    model: str = ""
    key_hint: str = ""
    """The last four characters of the key, so that keys can be told apart."""
    key_place: KeyPlace = KeyPlace.NONE
    service: str = ""
    """The id of its preset in the catalogue, or empty for any other compatible service."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address with its key, for the moment of one request."""

    connection_id: str
    base_url: str
    key: str = field(repr=False)
    is_local: bool = False
    service: str = ""
    """The preset of its connection: providers look up there how the service differs."""
