"""What the choice of models shows, as values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelGroup:
    """A connection and the models it is known to offer, as (id, label).

    `note` stands where the models will be while they are loaded, or when that failed.
    """

    connection_id: str
    name: str
    models: tuple[tuple[str, str], ...]
    note: str = ""
