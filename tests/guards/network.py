"""Lets a test reach this computer and nothing beyond it."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

NEVER_EXISTS = (".invalid", ".invalid.")
"""Names that no resolver may know: looked up here, at once and always in vain."""


class BeyondLoopback(OSError):
    """A test tried to leave this computer."""


def is_loopback(host: str) -> bool:
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def only_loopback(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Refuses the attempt, and fails the test even where its code swallowed the refusal."""
    attempts: list[str] = []

    def refuse(what: str) -> BeyondLoopback:
        attempts.append(what)
        return BeyondLoopback(f"tests reach only 127.0.0.1, not {what}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name), refuse))
    monkeypatch.setattr(socket, "getaddrinfo", _guarded_lookup(socket.getaddrinfo, refuse))
    yield
    if attempts:
        pytest.fail(f"reached beyond this computer: {', '.join(attempts)}", pytrace=False)


def _guarded(
    original: Callable[..., Any], refuse: Callable[[str], BeyondLoopback]
) -> Callable[..., Any]:
    def guarded(self: socket.socket, *arguments: Any) -> Any:
        address = arguments[-1]
        if self.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple):
            if not is_loopback(str(address[0])):
                raise refuse(f"{address[0]}:{address[1]}")
        return original(self, *arguments)

    return guarded


def _guarded_lookup(
    original: Callable[..., Any], refuse: Callable[[str], BeyondLoopback]
) -> Callable[..., Any]:
    def guarded(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host or ""
        if name.endswith(NEVER_EXISTS):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if not is_loopback(name):
            raise refuse(name)
        return original(host, *arguments, **options)

    return guarded
