"""Whether there is a network at all, found out without sending anything to anyone."""

from __future__ import annotations

import socket
import sys

_NOWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses reserved for documentation. Choosing a route to them sends no packet."""


def has_route() -> bool:
    """Whether this computer knows a way out.

    On Linux the name look-up itself tells "no network" from "no such name"; elsewhere both look
    alike, so the routing table is asked.
    """
    return sys.platform == "linux" or routable()


def routable() -> bool:
    """Whether the routing table knows a way to any foreign address."""
    return any(_routable(*target) for target in _NOWHERE)


def _routable(family: socket.AddressFamily, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
    except OSError:
        return False
    return True
