"""The openai package's clients, one for each address and key, over shared connections."""

from __future__ import annotations

import ssl
import urllib.request
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import httpx2
from openai import AsyncOpenAI

from gptdesk import __version__
from gptdesk.domain.addresses import host_of, is_loopback
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.keys import bad_character
from gptdesk.domain.problems import KeyUnusable, Problem, ProxyFailed
from gptdesk.domain.proxy import Proxy, ProxyKind
from gptdesk.providers.errors import translate
from gptdesk.providers.redaction import without_secrets
from gptdesk.providers.socks import watch_socks

MOST_CLIENTS = 8
"""An offline engine that was restarted has a new port and key: old clients must not pile up."""

NO_KEY = "-"
_SENT = frozenset(
    {
        "accept",
        "accept-encoding",
        "authorization",
        "connection",
        "content-length",
        "content-type",
        "host",
        "idempotency-key",
        "sec-websocket-key",
        "sec-websocket-version",
        "transfer-encoding",
        "upgrade",
        "user-agent",
        "x-stainless-raw-response",  # the package reads it back to know what to return
    }
)


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds of silence are too many.

    `first` is until the first word, `between` after it; `local_first` is for servers on this
    computer, which load gigabytes before they answer. `tail` is how long the usage report may come
    after the last word. `listing` is for the list of models.
    """

    connect: float = 10.0
    first: float = 120.0
    between: float = 60.0
    local_first: float = 600.0
    tail: float = 2.0
    listing: float = 30.0


class Clients:
    """Gives the client for an endpoint. Lives in the core thread and belongs to its loop.

    Nothing is taken from OPENAI_* in the environment. `proxy` tells the way out as the user chose
    it; it may change at any time, and what is under way then stays on the old one. No proxy is
    ever used for this computer. `tls` replaces the system's trusted certificates.
    """

    def __init__(
        self,
        patience: Patience | None = None,
        tls: ssl.SSLContext | None = None,
        proxy: Callable[[], Proxy] = Proxy,
    ) -> None:
        self.patience = patience or Patience()
        self._tls = tls
        self._proxy = proxy
        self._http: dict[Proxy, httpx2.AsyncClient] = {}
        self._clients: OrderedDict[tuple[str, str, Proxy], AsyncOpenAI] = OrderedDict()

    def client(self, endpoint: Endpoint) -> AsyncOpenAI:
        """Raises KeyUnusable or ProxyFailed, before anything is sent."""
        if bad := bad_character(endpoint.key):
            raise KeyUnusable(bad)
        name = (endpoint.base_url, endpoint.key, self._way(endpoint))
        if name not in self._clients:
            self._clients[name] = self._new_client(endpoint)
            if len(self._clients) > MOST_CLIENTS:
                self._clients.popitem(last=False)
        self._clients.move_to_end(name)
        return self._clients[name]

    def translate(self, error: BaseException, endpoint: Endpoint, model: str = "") -> Problem:
        return translate(error, endpoint, model, via_proxy=self.uses_proxy(endpoint))

    def uses_proxy(self, endpoint: Endpoint) -> bool:
        """Whether requests to this endpoint go through a proxy."""
        return bool(self.proxy_place(endpoint))

    def proxy_place(self, endpoint: Endpoint) -> str:
        """Host and port of the proxy on the way to this endpoint, without its password."""
        way = self._way(endpoint)
        if way.kind is not ProxyKind.SYSTEM:
            return way.place if way.is_given else ""
        proxies = urllib.request.getproxies()
        found = proxies.get(endpoint.base_url.partition(":")[0]) or proxies.get("all") or ""
        if not found or urllib.request.proxy_bypass(host_of(endpoint.base_url)):
            return ""
        return found.rpartition("@")[2].rpartition("//")[2].strip("/")

    def fresh(self, endpoint: Endpoint, timeout: httpx2.Timeout) -> httpx2.AsyncClient:
        """A client with no open line, to be closed by whoever asks for it."""
        if bad := bad_character(endpoint.key):
            raise KeyUnusable(bad)
        return self._new_http_client(self._way(endpoint), timeout)

    def line(self, endpoint: Endpoint) -> httpx2.AsyncClient:
        """The client below the package's own, for what becomes a WebSocket. It stays ours."""
        if bad := bad_character(endpoint.key):
            raise KeyUnusable(bad)
        return self._http_client(self._way(endpoint))

    def _way(self, endpoint: Endpoint) -> Proxy:
        return Proxy(ProxyKind.NONE) if _is_here(endpoint) else self._proxy()

    async def aclose(self) -> None:
        """Close every connection; a later request opens new ones."""
        self._clients.clear()
        clients, self._http = list(self._http.values()), {}
        for client in clients:
            await client.aclose()

    def _new_client(self, endpoint: Endpoint) -> AsyncOpenAI:
        key = endpoint.key or NO_KEY
        return AsyncOpenAI(
            api_key=key,
            base_url=endpoint.base_url,
            # Explicit, also where empty: None would be filled from the environment. That the
            # header is given keeps OPENAI_CUSTOM_HEADERS from replacing it.
            admin_api_key="",
            organization="",
            project="",
            webhook_secret="",
            default_headers={"Authorization": f"Bearer {key}"},
            max_retries=0,
            http_client=self._http_client(self._way(endpoint)),
        )

    def _http_client(self, way: Proxy) -> httpx2.AsyncClient:
        if way not in self._http:
            # Silence is timed in chat.py, which knows whether a word has come already
            connect = self.patience.connect
            silence = httpx2.Timeout(None, connect=connect, pool=connect)
            self._http[way] = self._new_http_client(way, silence)
        return self._http[way]

    def _new_http_client(self, way: Proxy, timeout: httpx2.Timeout) -> httpx2.AsyncClient:
        if self._tls is None:
            self._tls = httpx2.create_ssl_context()
        problem: ProxyFailed
        try:
            return httpx2.AsyncClient(
                verify=self._tls,
                proxy=way.address or None,
                trust_env=way.kind is ProxyKind.SYSTEM,
                timeout=timeout,
                follow_redirects=False,
                event_hooks={"request": [_keep_what_is_needed, watch_socks]},
            )
        except (ImportError, ValueError) as error:  # a kind of proxy that cannot be used
            problem = ProxyFailed(without_secrets(str(error), way.password))
        raise problem


def _is_here(endpoint: Endpoint) -> bool:
    return endpoint.is_local or is_loopback(endpoint.base_url)


async def _keep_what_is_needed(request: httpx2.Request) -> None:
    """Drop what the package tells about this computer, and headers from the environment."""
    headers = request.headers
    for name in set(headers) - _SENT:
        del headers[name]
    headers["User-Agent"] = f"gptdesk/{__version__}"
    if headers.get("Authorization") == f"Bearer {NO_KEY}":
        del headers["Authorization"]
