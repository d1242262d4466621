"""The openai package's clients, one for each address and key, over shared connections."""

from __future__ import annotations

import ssl
import urllib.request
from collections import OrderedDict
from dataclasses import dataclass

import httpx2
from openai import AsyncOpenAI

from gptdesk import __version__
from gptdesk.domain.addresses import host_of, is_loopback
from gptdesk.domain.connections import Endpoint
from gptdesk.domain.keys import bad_character
from gptdesk.domain.problems import KeyUnusable, Problem, ProxyFailed
from gptdesk.providers.errors import translate
from gptdesk.providers.redaction import without_secrets

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
        "transfer-encoding",
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

    Nothing is taken from OPENAI_* in the environment. Proxies of the system are used for the
    outside and never for this computer. `tls` replaces the system's trusted certificates.
    """

    def __init__(self, patience: Patience | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.patience = patience or Patience()
        self._tls = tls
        self._http: dict[bool, httpx2.AsyncClient] = {}
        self._clients: OrderedDict[tuple[str, str], AsyncOpenAI] = OrderedDict()

    def client(self, endpoint: Endpoint) -> AsyncOpenAI:
        """Raises KeyUnusable or ProxyFailed, before anything is sent."""
        if bad := bad_character(endpoint.key):
            raise KeyUnusable(bad)
        name = (endpoint.base_url, endpoint.key)
        if name not in self._clients:
            self._clients[name] = self._new_client(endpoint)
            if len(self._clients) > MOST_CLIENTS:
                self._clients.popitem(last=False)
        self._clients.move_to_end(name)
        return self._clients[name]

    def translate(self, error: BaseException, endpoint: Endpoint, model: str = "") -> Problem:
        return translate(error, endpoint, model, via_proxy=self.uses_proxy(endpoint))

    def uses_proxy(self, endpoint: Endpoint) -> bool:
        """Whether requests to this endpoint go through a proxy of the system."""
        if _is_here(endpoint):
            return False
        proxies = urllib.request.getproxies()
        scheme = endpoint.base_url.partition(":")[0]
        host = host_of(endpoint.base_url)
        return bool(proxies.get(scheme) or proxies.get("all")) and not (
            urllib.request.proxy_bypass(host)
        )

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
            http_client=self._http_client(is_here=_is_here(endpoint)),
        )

    def _http_client(self, *, is_here: bool) -> httpx2.AsyncClient:
        if is_here not in self._http:
            self._http[is_here] = self._new_http_client(is_here)
        return self._http[is_here]

    def _new_http_client(self, is_here: bool) -> httpx2.AsyncClient:
        if self._tls is None:
            self._tls = httpx2.create_ssl_context()
        # Silence is timed in chat.py, which knows whether a word has come already
        silence = httpx2.Timeout(None, connect=self.patience.connect, pool=self.patience.connect)
        problem: ProxyFailed
        try:
            return httpx2.AsyncClient(
                verify=self._tls,
                trust_env=not is_here,
                timeout=silence,
                follow_redirects=False,
                event_hooks={"request": [_keep_what_is_needed]},
            )
        except (ImportError, ValueError) as error:  # a kind of proxy that cannot be used
            problem = ProxyFailed(without_secrets(str(error)))
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
