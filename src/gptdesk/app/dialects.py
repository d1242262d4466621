"""Tells providers what the services know of a model; the two do not import each other."""

from __future__ import annotations

from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint
from gptdesk.providers.request import Dialect
from gptdesk.services.models import ModelService


class KnownModels:
    """The provider is needed to build the service of models, so it is handed in afterwards."""

    def __init__(self) -> None:
        self._models: ModelService | None = None

    def use(self, models: ModelService) -> None:
        self._models = models

    def dialect(self, endpoint: Endpoint, model: str) -> Dialect:
        if self._models is None:
            return Dialect()
        kind = ConnectionKind.OFFLINE if endpoint.is_local else ConnectionKind.CUSTOM
        connection = Connection(
            endpoint.connection_id, "", kind, endpoint.base_url, service=endpoint.service
        )
        service = self._models.service(connection)
        quirks = service.quirks if service is not None else {}
        return Dialect(self._models.facts(connection, model), quirks)
