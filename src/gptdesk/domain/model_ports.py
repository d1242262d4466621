"""What the services need from the outside world to know which models there are."""

from __future__ import annotations

from typing import Protocol

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.offered import ListedModel, ModelList, ModelOverride, Overrides


class ModelLister(Protocol):
    """Knows what a service says of its own models."""

    async def listed(self, endpoint: Endpoint) -> tuple[ListedModel, ...]:
        """The models that this key may use, sorted by name."""
        ...


class ModelListStore(Protocol):
    """Keeps what connections offered, so that it is there at once and without the network."""

    def load(self, connection_id: str) -> ModelList | None: ...

    def save(self, found: ModelList) -> None:
        """A disk that refuses is passed over: the list comes again."""
        ...


class OverrideStore(Protocol):
    """Keeps what the user says of models."""

    def load(self) -> dict[tuple[str, str], ModelOverride]: ...

    def save(self, overrides: Overrides) -> None:
        """Raises DiskFull or StorageReadOnly."""
        ...
