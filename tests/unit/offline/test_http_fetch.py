"""Getting an address: where the bytes begin, how it fails, and that no thread is left."""

from __future__ import annotations

import asyncio
import dataclasses
import socket
import threading
from contextlib import aclosing
from typing import Any
from urllib.parse import urlsplit

import pytest

from gptdesk.domain.proxy import Proxy, ProxyKind, ProxyScheme
from gptdesk.offline.http import CHUNK, HttpFetch, Limits
from gptdesk.offline.registry import proxy_environment
from gptdesk.offline.sources import SourceFailed
from server.proxy import TestProxy

DATA = bytes(range(256)) * 4096
NO_PROXY: dict[str, str] = {}


def fetched(
    address: str, start: int = 0, *, limits: Limits | None = None, proxies: Any = NO_PROXY
) -> tuple[int, int | None, bytes]:
    async def whole() -> tuple[int, int | None, bytes]:
        fetch = HttpFetch(limits, lambda: proxies)
        async with fetch(address, start) as body, aclosing(body.chunks) as chunks:
            return body.start, body.total, b"".join([chunk async for chunk in chunks])

    return asyncio.run(whole())


def test_a_file_arrives_whole(web: Any) -> None:
    assert fetched(web.serve("/f", DATA)) == (0, len(DATA), DATA)


def test_going_on_asks_for_the_rest_only(web: Any) -> None:
    assert fetched(web.serve("/f", DATA), 1000) == (1000, len(DATA), DATA[1000:])
    assert web.requests == [("/f", "bytes=1000-")]


def test_a_server_that_cannot_go_on_sends_all_of_it_and_we_know(web: Any) -> None:
    address = web.serve("/f", DATA, knows_ranges=False)
    assert fetched(address, 1000) == (0, len(DATA), DATA)


def test_another_part_than_asked_for_is_no_use(web: Any) -> None:
    with pytest.raises(SourceFailed, match="another part"):
        fetched(web.serve("/f", DATA, shift=1), 1000)


def test_a_redirect_keeps_the_range(web: Any) -> None:
    target = web.serve("/there", DATA)
    assert fetched(web.serve("/here", location=target), 10)[2] == DATA[10:]
    assert web.requests == [("/here", "bytes=10-"), ("/there", "bytes=10-")]


def test_redirects_in_a_circle_come_to_an_end(web: Any) -> None:
    with pytest.raises(SourceFailed, match="from address to address"):
        fetched(web.serve("/f", location="/f"))


@pytest.mark.parametrize("status", [401, 403, 404, 500, 503])
def test_a_refusal_is_named(status: int, web: Any) -> None:
    with pytest.raises(SourceFailed, match=str(status)):
        fetched(web.serve("/f", b"<html>", status=status))


def test_nobody_listening_is_a_failed_source() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(SourceFailed, match="refused"):
        fetched(f"http://127.0.0.1:{port}/f")


def test_a_name_nobody_knows_is_a_failed_source() -> None:
    with pytest.raises(SourceFailed, match="not known"):
        fetched("http://models.invalid/f")


def test_a_server_that_never_answers_is_given_up() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as mute,
        pytest.raises(SourceFailed, match=r"silent|no answer"),
    ):
        port = mute.getsockname()[1]
        fetched(f"http://127.0.0.1:{port}/f", limits=Limits(connect=0.05, silence=0.05))


def test_a_server_that_falls_silent_in_the_middle_is_given_up(web: Any) -> None:
    address = web.serve("/f", DATA, stalls_after=1000)
    with pytest.raises(SourceFailed, match="silent"):
        fetched(address, limits=Limits(silence=0.05))


def test_leaving_in_the_middle_ends_the_thread_though_the_server_is_silent(web: Any) -> None:
    address = web.serve("/f", DATA, stalls_after=1000)

    async def first_chunk() -> bytes:
        fetch = HttpFetch(proxies=lambda: NO_PROXY)
        async with fetch(address, 0) as body, aclosing(body.chunks) as chunks:
            return await anext(chunks)

    assert asyncio.run(first_chunk())
    left = [thread for thread in threading.enumerate() if thread.name == "gptdesk-fetch"]
    for thread in left:
        thread.join(2)  # it has said that it is over; Python still takes it off its list
    assert not any(thread.is_alive() for thread in left)


def test_the_thread_does_not_run_far_ahead_of_a_slow_reader(web: Any) -> None:
    address = web.serve("/f", bytes(CHUNK * 40))

    async def how_many_wait() -> tuple[int, int]:
        transfer: Any = None
        async with HttpFetch(proxies=lambda: NO_PROXY)(address, 0) as body:
            transfer = body.chunks.ag_frame.f_locals["self"]
            most = 0
            async for _ in body.chunks:
                most = max(most, transfer._items.qsize())
            return most, transfer._items.qsize()

    most, left = asyncio.run(how_many_wait())
    assert most <= 9
    assert left == 0


def test_a_proxy_is_asked_for_the_whole_address_with_its_password(web: Any) -> None:
    web.serve("http://models.invalid/f?x=1", DATA)
    proxy = web.serve("", b"").replace("http://", "http://me:p%40ss@")
    assert fetched("http://models.invalid/f?x=1", proxies={"http": proxy})[2] == DATA
    assert web.headers[0]["Proxy-Authorization"] == "Basic bWU6cEBzcw=="


def test_a_proxy_of_a_kind_we_cannot_use_is_not_gone_around(web: Any) -> None:
    with pytest.raises(SourceFailed, match="socks4"):
        fetched(web.serve("/f", DATA), proxies={"all": "socks4://127.0.0.1:1080"})
    assert web.requests == []


# A proxy that the user gave


def way(proxy: Any, **how: Any) -> Any:
    async def ready() -> Proxy:
        return Proxy(ProxyKind.GIVEN, host="127.0.0.1", port=proxy.port, **how)

    return ready


def fetched_by(address: str, way_out: Any, proxies: Any = NO_PROXY) -> bytes:
    async def whole() -> bytes:
        fetch = HttpFetch(None, lambda: proxies, way_out)
        async with fetch(address, 0) as body, aclosing(body.chunks) as chunks:
            return b"".join([chunk async for chunk in chunks])

    return asyncio.run(whole())


@pytest.mark.parametrize("scheme", [ProxyScheme.HTTP, ProxyScheme.SOCKS5])
def test_a_download_goes_through_the_given_proxy_with_its_password(web: Any, scheme: Any) -> None:
    port = urlsplit(web.serve("/f", DATA)).port
    with TestProxy(port, login="me:wörd", socks=scheme is ProxyScheme.SOCKS5) as proxy:
        way_out = way(proxy, scheme=scheme, user="me", password="wörd")
        assert fetched_by("http://files.invalid/f", way_out) == DATA
    assert [one.partition(":")[0] for one in proxy.asked] == ["files.invalid"]


@pytest.mark.parametrize("scheme", [ProxyScheme.HTTP, ProxyScheme.SOCKS5])
@pytest.mark.parametrize("address", ["http://files.invalid/f", "https://files.invalid/f"])
def test_a_download_says_that_the_proxy_wants_another_password(
    web: Any, scheme: Any, address: str
) -> None:
    port = urlsplit(web.serve("/f", DATA)).port
    with TestProxy(port, login="me:word", socks=scheme is ProxyScheme.SOCKS5) as proxy:
        with pytest.raises(SourceFailed, match=r"user name or password|407") as caught:
            fetched_by(address, way(proxy, scheme=scheme, user="me", password="hidden-word"))
    assert "hidden-word" not in str(caught.value)
    assert web.requests == []


def test_a_download_with_no_proxy_chosen_ignores_that_of_the_system(web: Any) -> None:
    async def none() -> Proxy:
        return Proxy(ProxyKind.NONE)

    system = {"http": "http://127.0.0.1:9"}
    assert fetched_by(web.serve("/f", DATA), none, system) == DATA


def test_a_download_from_this_computer_uses_no_given_proxy(web: Any) -> None:
    address = web.serve("/f", DATA)
    with TestProxy(urlsplit(address).port) as proxy:
        assert fetched_by(address, way(proxy)) == DATA
    assert proxy.asked == []


def test_the_package_client_gets_a_proxy_but_no_password() -> None:
    before = {"PATH": "/bin", "https_proxy": "http://old:1", "NO_PROXY": "x"}
    assert proxy_environment(before, Proxy()) == before
    assert proxy_environment(before, Proxy(ProxyKind.NONE)) == {"PATH": "/bin", "NO_PROXY": "*"}
    given = Proxy(ProxyKind.GIVEN, host="p", port=8)
    found = proxy_environment(before, given)
    assert found["HTTPS_PROXY"] == found["https_proxy"] == "http://p:8"
    with pytest.raises(SourceFailed, match="password"):
        proxy_environment(before, dataclasses.replace(given, user="me", password="w d"))
    with pytest.raises(SourceFailed, match="SOCKS"):
        proxy_environment(before, dataclasses.replace(given, scheme=ProxyScheme.SOCKS5))
