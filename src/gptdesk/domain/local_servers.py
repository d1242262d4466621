"""Servers that were found on this computer."""

from __future__ import annotations

from dataclasses import dataclass

from gptdesk.domain.catalogue import Catalogue, Service


@dataclass(frozen=True, slots=True)
class Listening:
    """An API that answers at an address of this computer. `owners` stand in its list of models."""

    base_url: str
    models: tuple[str, ...] = ()
    owners: frozenset[str] = frozenset()
    needs_key: bool = False


@dataclass(frozen=True, slots=True)
class LocalServer:
    """What answers, and which program it is; several where they share a port and do not say."""

    base_url: str
    services: tuple[Service, ...]
    models: tuple[str, ...] = ()
    needs_key: bool = False


def usual_addresses(catalogue: Catalogue) -> tuple[str, ...]:
    """Where local programs usually listen, each address once."""
    found: dict[str, None] = {}
    for service in catalogue.services:
        if service.kind == "local":
            for address in _addresses(service):
                found[address] = None
    return tuple(found)


def recognised(listening: Listening, catalogue: Catalogue) -> LocalServer:
    """Tell the programs apart that share a port, by the name they give their models."""
    local = [one for one in catalogue.services if one.kind == "local"]
    fitting = [one for one in local if listening.base_url in _addresses(one)]
    named = [one for one in fitting if any(_plain(one.id) in _plain(o) for o in listening.owners)]
    services = tuple((named or fitting)[:3])
    return LocalServer(
        listening.base_url, services, listening.models, needs_key=listening.needs_key
    )


def _addresses(service: Service) -> tuple[str, ...]:
    path = service.places[0].base_url.partition("//")[2].partition("/")[2].rstrip("/")
    return tuple(f"http://localhost:{port}/{path}" for port in service.ports)


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
