"""What the choice of models shows, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from gptdesk.domain.offered import OfferedModel


@dataclass(frozen=True, slots=True)
class ModelGroup:
    """A connection and the models that it is known to offer.

    `note` is said of the connection while its list is fetched, or when that failed. `labels` are
    other names for people; `is_local` answers on this computer, `is_free` costs nothing for sure.
    """

    connection_id: str
    name: str
    models: tuple[OfferedModel, ...] = ()
    note: str = ""
    is_local: bool = False
    is_free: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, model: str) -> str:
        return self.labels.get(model, model)


class Kind(Enum):
    """What stands in a row of the list."""

    HEADING = auto()
    MODEL = auto()
    TYPED = auto()
    NOTE = auto()


class Standing(Enum):
    """How long a model will still be there."""

    LASTING = auto()
    ENDING = auto()
    GONE = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list. Rows of kind MODEL hold `offer`; TYPED ones the name in `text`."""

    kind: Kind
    text: str
    connection_id: str = ""
    connection: str = ""
    offer: OfferedModel | None = None
    standing: Standing = Standing.LASTING
    is_local: bool = False
    is_free: bool = False
    names_connection: bool = True
    """False under a heading that names it already."""

    @property
    def choice(self) -> tuple[str, str] | None:
        """Connection and model, if choosing this row means anything."""
        if self.kind is Kind.MODEL and self.offer is not None:
            return (self.connection_id, self.offer.name)
        return (self.connection_id, self.text) if self.kind is Kind.TYPED else None
