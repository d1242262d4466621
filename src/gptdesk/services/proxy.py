"""The proxy that the user chose: its password, and whether it lets requests through."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace

from gptdesk.domain.addresses import is_private
from gptdesk.domain.checkup import ListAnswer, StepState
from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint, KeyPlace
from gptdesk.domain.ports import KeyStore, Probe
from gptdesk.domain.proxy import PROXY_KEY_ID, Proxy


class ProxyWay:
    """The way out as it is chosen now; every request of the app asks it.

    The password is read from the keyring when it is needed first, so that a locked keyring asks
    for nothing at the start. `keeps_password` says whether there is one to be read.
    """

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys
        self._chosen = Proxy()
        self._keeps_password = False
        self._password: str | None = None

    def choose(self, proxy: Proxy, *, keeps_password: bool) -> None:
        """Take over what the settings say; a password that was read stays for the same place."""
        if (proxy.place, proxy.user) != (self._chosen.place, self._chosen.user):
            self._password = None
        self._chosen, self._keeps_password = proxy, keeps_password

    def current(self) -> Proxy:
        """With its password as far as it was read."""
        return replace(self._chosen, password=self._password or "")

    async def ready(self) -> Proxy:
        """The same with its password. Raises the problems of a keyring."""
        proxy = self._chosen
        if proxy.is_given and proxy.user and self._keeps_password and self._password is None:
            self._password = await self._keys.read(PROXY_KEY_ID) or ""
        return self.current()

    async def keep_password(self, password: str, *, session_only: bool = False) -> KeyPlace:
        """Store another one, or remove it if it is empty."""
        if password:
            place = await self._keys.write(PROXY_KEY_ID, password, session_only=session_only)
        else:
            await self._keys.remove(PROXY_KEY_ID)
            place = KeyPlace.NONE
        self._password = password
        self._keeps_password = bool(password)
        return place


class ProxyService:
    """Tries the proxy with a connection that the user set up, and with nobody else."""

    def __init__(self, way: ProxyWay, probe: Probe) -> None:
        self.way = way
        self._probe = probe

    async def save(
        self, proxy: Proxy, password: str | None, place: KeyPlace, *, session_only: bool = False
    ) -> KeyPlace:
        """Take it over; `password` None leaves the stored one at its `place`, "" removes it."""
        self.way.choose(proxy, keeps_password=place is KeyPlace.KEYRING)
        if password is not None:
            place = await self.way.keep_password(password, session_only=session_only)
        return place

    async def test(self, connections: tuple[Connection, ...]) -> str:
        """The host that answered through it; empty if there is none to try it with.

        Raises the Problem of the step that failed.
        """
        outside = [c for c in connections if c.kind is not ConnectionKind.OFFLINE]
        outside = [c for c in outside if not is_private(c.base_url)]
        if not outside:
            return ""
        await self.way.ready()
        # Without a key: that the service answers at all is what is asked
        endpoint = Endpoint(outside[0].id, outside[0].base_url, "")
        async with aclosing(self._probe.reach(endpoint)) as steps:
            async for step in steps:
                if isinstance(step, ListAnswer):
                    break
                if step.state is StepState.FAILED and step.problem is not None:
                    raise step.problem
        return outside[0].base_url
