"""What models cost: the user's own prices first, then those of the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from gptdesk.domain.catalogue import Catalogue, ModelFacts, Price, Task, Texts, passes_through
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.money_ports import PriceKey, PriceStore

LOCAL = "local"
FREE_PRICE = Price(input=0.0, cached=0.0, output=0.0)


@dataclass(frozen=True, slots=True)
class ListedPrice:
    """A model's price as it stands in a list; `is_own` if the user set it."""

    service: str
    model: str
    price: Price | None
    is_own: bool = False
    task: Task = Task.CHAT


class PriceBook:
    """Knows every price. The user's own are read once, with `load`."""

    def __init__(
        self,
        catalogue: Catalogue,
        store: PriceStore,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._catalogue = catalogue
        self._store = store
        self._today = today
        self._own: dict[PriceKey, Price] = {}

    async def load(self) -> None:
        self._own = dict(await self._store.load())

    def service_of(self, connection: Connection) -> str:
        """The preset of a connection, also if it was made before there were presets."""
        found = self._catalogue.service_of(connection)
        return found.id if found is not None else connection.service

    def is_free(self, connection: Connection, model: str) -> bool:
        """Whether nobody is paid: the offline pack, and what runs on one's own computer."""
        if connection.kind is ConnectionKind.OFFLINE:
            return True
        service = self._catalogue.service_of(connection)
        return service is not None and service.kind == LOCAL and not passes_through(model)

    def facts(self, model: str, service: str) -> ModelFacts:
        return self._catalogue.facts(model, service)

    def price(self, model: str, service: str) -> Price | None:
        """None where nobody knows it."""
        own = self._own.get((service, model))
        return own if own is not None else self.facts(model, service).price

    def price_at(self, connection: Connection, model: str) -> Price | None:
        if self.is_free(connection, model):
            return FREE_PRICE
        return self.price(model, self.service_of(connection))

    def listed(self, used: tuple[PriceKey, ...] = ()) -> tuple[ListedPrice, ...]:
        """Models that were used, then those with a price of one's own, then all others."""
        known = [(m.service, m.name) for m in self._catalogue.models()]
        keys = dict.fromkeys([*used, *self._own, *known])
        return tuple(self._listed(key) for key in keys if key[1])

    async def set_own(self, service: str, model: str, price: Price | None) -> None:
        """Keep a price of one's own, dated today; None goes back to the catalogue's."""
        changed = dict(self._own)
        changed.pop((service, model), None)
        if price is not None:
            changed[service, model] = replace(price, as_of=self._today(), source="")
        await self._store.save(changed)
        self._own = changed

    def _listed(self, key: PriceKey) -> ListedPrice:
        service, model = key
        task = self.facts(model, service).task
        return ListedPrice(service, model, self.price(model, service), key in self._own, task)

    def service_title(self, service: str) -> Texts:
        """What people call a service, by language; empty for one that nobody knows."""
        found = self._catalogue.service(service)
        return found.title if found is not None else {}
