"""The address of a service: repaired when it is pasted, and judged by where it leads."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from gptdesk.domain.pasted import (
    to_ascii_width,
    to_plain_dashes,
    without_assignment,
    without_quotes,
    without_spaces,
)

_ENDPOINTS = re.compile(
    r"/(?:chat/completions|completions|chat|models(?:/.*)?|responses|embeddings|moderations"
    r"|images/(?:generations|edits|variations)"
    r"|audio/(?:speech|transcriptions|translations)"
    r"|api/(?:chat|generate|tags|show))$",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):/+", re.IGNORECASE)
_WEB_WITHOUT_SLASHES = re.compile(r"^(https?):(?!\d+(?:/|$))/*", re.IGNORECASE)
_SECOND = re.compile(r"(?<=[^/=?&#:@%])(?=https?://)", re.IGNORECASE)
"""Where another address begins that was pasted behind the one that stood there."""
_LABEL = re.compile(r"^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$", re.IGNORECASE)
_NAMES = r"base[_-]?url|api[_-]?base|api[_-]?url|url|endpoint"
_PRIVATE_ENDINGS = (".local", ".lan", ".home", ".internal", ".localdomain", ".home.arpa")
_PRIVATE_NETWORKS = tuple(
    map(
        ipaddress.ip_network,
        (
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "100.64.0.0/10",  # carriers and home VPNs such as Tailscale
            "fc00::/7",
            "fe80::/10",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Address:
    """A base URL without a slash at its end, or a problem.

    `problem` is empty, or one of: empty, scheme, host, port; then `base_url` is empty.
    `notes` tells what was changed: cleaned, scheme, password, query, endpoint, v1, this-computer.
    """

    base_url: str
    problem: str = ""
    notes: tuple[str, ...] = ()


class _Unusable(Exception):
    """Why no address could be made; the argument is the `problem`."""


def normalise(address: str) -> Address:
    """Make a base URL of what people paste; doing it twice changes nothing more."""
    notes: list[str] = []
    text = _cleaned(address)
    if text != address:
        notes.append("cleaned")
    try:
        base_url = _rebuilt(text, notes)
    except _Unusable as reason:
        return Address("", str(reason))
    return Address(base_url, notes=tuple(notes))


def comparable(base_url: str) -> str:
    """An address in one spelling, however this computer is called in it."""
    plain = base_url.strip().lower().rstrip("/")
    for name in ("//127.0.0.1", "//[::1]"):
        plain = plain.replace(name, "//localhost", 1)
    return plain


def is_loopback(base_url: str) -> bool:
    """Whether it leads to this computer."""
    return _is_loopback_host(host_of(base_url))


def is_private(base_url: str) -> bool:
    """Whether it leads to this computer or its own network: such servers rarely have TLS."""
    return _is_private_host(host_of(base_url))


def is_plain_http_outside(base_url: str) -> bool:
    """Whether the key would travel readable through a network that is not the user's own."""
    return base_url.lower().startswith("http:") and not is_private(base_url)


def host_of(base_url: str) -> str:
    """The host name, without port and brackets; empty if there is none."""
    try:
        return urlsplit(base_url).hostname or ""
    except ValueError:
        return ""


def _cleaned(address: str) -> str:
    text = to_plain_dashes(to_ascii_width(address)).replace("。", ".").strip()
    before = None
    while text != before:
        before = text
        text = without_quotes(without_spaces(without_assignment(text, _NAMES)))
        text = text.rstrip(";,").replace("\\", "/")
    return _SECOND.split(text)[-1]


def _rebuilt(text: str, notes: list[str]) -> str:
    if not text:
        raise _Unusable("empty")
    scheme, rest = _split_scheme(text)
    authority, _, tail = rest.partition("/") if "/" in rest else (rest, "", "")
    authority, path = _without_tail(authority, tail, notes)
    if "@" in authority:
        authority = authority.rpartition("@")[2]
        notes.append("password")
    host, port = _host_and_port(authority, notes)
    if not scheme:
        scheme = "http" if _is_private_host(host.strip("[]")) else "https"
        notes.append("scheme")
    return f"{scheme}://{host}{port}{_path(path, notes)}"


def _split_scheme(text: str) -> tuple[str, str]:
    text = _WEB_WITHOUT_SLASHES.sub(r"\1://", text)
    match = _SCHEME.match(text)
    if match is None:
        return "", text.lstrip("/")
    scheme = match[1].lower()
    if scheme not in ("http", "https"):
        raise _Unusable("scheme")
    rest = text[match.end() :].lstrip("/")
    if _WEB_WITHOUT_SLASHES.match(rest):  # pasted behind a scheme that was already there
        return _split_scheme(rest)
    return scheme, rest


def _without_tail(authority: str, tail: str, notes: list[str]) -> tuple[str, str]:
    whole = re.split(r"[?#]", f"{authority}/{tail}", maxsplit=1)
    if len(whole) > 1:
        notes.append("query")
    authority, _, path = whole[0].partition("/")
    return authority, path


def _host_and_port(authority: str, notes: list[str]) -> tuple[str, str]:
    match = re.fullmatch(r"(\[[^\]]*\]|[^:\[\]]*)(?::(.*))?", authority)
    if match is None:
        raise _Unusable("host")
    port = match[2] or ""
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise _Unusable("port")
    host = _checked_host(match[1].lower())
    if host in ("0.0.0.0", "[::]"):  # noqa: S104 - what servers print when they listen everywhere
        host = "127.0.0.1" if host[0] == "0" else "[::1]"
        notes.append("this-computer")
    return host, f":{int(port)}" if port else ""


def _checked_host(host: str) -> str:
    if host.startswith("["):
        try:
            return f"[{ipaddress.IPv6Address(host[1:-1])}]"
        except ValueError:
            raise _Unusable("host") from None
    try:
        host = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _Unusable("host") from None
    labels = host.split(".")
    if not all(map(_LABEL.match, labels)) or (labels[-1].isdigit() and not _is_ipv4(host)):
        raise _Unusable("host")
    return host


def _is_ipv4(host: str) -> bool:
    try:
        ipaddress.IPv4Address(host)
    except ValueError:
        return False
    return True


def _path(path: str, notes: list[str]) -> str:
    path = re.sub(r"/+", "/", f"/{path}").rstrip("/")
    shorter = path
    while (cut := _ENDPOINTS.sub("", shorter).rstrip("/")) != shorter:
        shorter = cut
    if shorter != path:
        notes.append("endpoint")
    if not shorter:
        notes.append("v1")
        return "/v1"
    return quote(shorter, safe="/%:@!$&'()*+,;=~")


def _is_loopback_host(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_private_host(host: str) -> bool:
    if not host:
        return False
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        name = host.lower()
        return "." not in name or name.endswith(_PRIVATE_ENDINGS) or _is_loopback_host(name)
    return number.is_loopback or any(number in network for network in _PRIVATE_NETWORKS)
