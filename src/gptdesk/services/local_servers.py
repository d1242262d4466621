"""Finds the local servers that are running, so that nobody has to know their port."""

from __future__ import annotations

from gptdesk.domain.catalogue import Catalogue
from gptdesk.domain.local_servers import LocalServer, recognised, usual_addresses
from gptdesk.domain.ports import Listener


class LocalServerService:
    """Only ever asks this computer, and only when it is told to look."""

    def __init__(self, listener: Listener, catalogue: Catalogue) -> None:
        self._listener = listener
        self._catalogue = catalogue

    async def find(self) -> tuple[LocalServer, ...]:
        found = await self._listener.listening(usual_addresses(self._catalogue))
        return tuple(recognised(one, self._catalogue) for one in found)
