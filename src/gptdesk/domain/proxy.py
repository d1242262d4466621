"""Which way requests leave this computer: as the system says, directly, or by a given proxy."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import quote

PROXY_KEY_ID = "proxy"
"""Under this name the keyring holds the password of the proxy."""


class ProxyKind(StrEnum):
    SYSTEM = "system"
    NONE = "none"
    GIVEN = "given"


class ProxyScheme(StrEnum):
    HTTP = "http"
    HTTPS = "https"
    SOCKS5 = "socks5"


@dataclass(frozen=True, slots=True)
class Proxy:
    """What the user chose. The password is in memory only and in no text of this value."""

    kind: ProxyKind = ProxyKind.SYSTEM
    scheme: ProxyScheme = ProxyScheme.HTTP
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def is_given(self) -> bool:
        return self.kind is ProxyKind.GIVEN and bool(self.host) and self.port > 0

    @property
    def address(self) -> str:
        """With user and password, as clients take it; empty where none is given."""
        if not self.is_given:
            return ""
        login = f"{quote(self.user, safe='')}:{quote(self.password, safe='')}@" if self.user else ""
        return f"{self.scheme}://{login}{self.place}"

    @property
    def place(self) -> str:
        """Host and port, as they may be shown."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class ProxyAddress:
    """The parts of what people paste as a proxy, or `problem`: host or port."""

    scheme: ProxyScheme | None = None
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)
    problem: str = ""


def proxy_parts(pasted: str) -> ProxyAddress:
    """Takes "127.0.0.1:7890", "http://user:word@proxy.example:8080" and what lies between."""
    from urllib.parse import unquote, urlsplit

    text = pasted.strip().rstrip("/")
    scheme, found, rest = text.rpartition("://")
    kind = {"http": ProxyScheme.HTTP, "https": ProxyScheme.HTTPS}.get(scheme.lower())
    if kind is None and scheme.lower().startswith("socks5"):
        kind = ProxyScheme.SOCKS5
    try:
        parts = urlsplit(f"//{rest}")
        host, port = parts.hostname or "", parts.port or 0
    except ValueError:
        return ProxyAddress(kind, problem="port")
    if not host or any(c.isspace() for c in host) or (found and kind is None):
        return ProxyAddress(kind, problem="host")
    return ProxyAddress(
        kind, host, port, unquote(parts.username or ""), unquote(parts.password or "")
    )
