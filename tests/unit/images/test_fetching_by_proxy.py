"""A picture is fetched on the way that the request went."""

from __future__ import annotations

import asyncio
import json

import pytest

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.image_ports import ImageRequest, PictureArrived
from gptdesk.domain.images import Way
from gptdesk.domain.problems import PictureNotFetched
from gptdesk.domain.proxy import Proxy, ProxyKind
from gptdesk.providers.client import Clients
from gptdesk.providers.images import OpenAIImages
from picture_asker import KEY
from server.app import TestServer
from server.behaviours import Raw
from server.picturing import png
from server.proxy import TestProxy
from server.tls import make_certificate

SERVICE, PICTURES = "https://service.invalid/v1", "pictures.invalid"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    names = f"DNS:service.invalid,DNS:{PICTURES}"
    return make_certificate(tmp_path_factory.mktemp("tls"), names)


async def asked(proxy, certificate):
    way = Proxy(ProxyKind.GIVEN, host="127.0.0.1", port=proxy.port)
    clients = Clients(tls=certificate.for_client(), proxy=lambda: way)
    try:
        arriving = OpenAIImages(clients).pictures(
            Endpoint("c", SERVICE, KEY), ImageRequest(Way.MAKE, "m", "x", {})
        )
        return [one async for one in arriving]
    finally:
        await clients.aclose()


@pytest.mark.parametrize("scheme", ["https", "http"])
def test_through_the_same_proxy_with_tls_and_without_the_key(certificate, scheme):
    address = f"{scheme}://{PICTURES}/pictures/24x12-0.png?Signature=secret"
    with TestServer(tls=certificate.for_server()) as server, TestProxy(server.port) as proxy:
        server.draws = Raw(json.dumps({"data": [{"url": address}]}))
        (picture,) = asyncio.run(asked(proxy, certificate))
        assert isinstance(picture, PictureArrived) and picture.data == png(24, 12)
        assert proxy.asked == ["service.invalid:443", f"{PICTURES}:443"]
        assert [request.has_key for request in server.requests] == [True, False]


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/x.png", "https://192.168.1.1/x", "http://router/", "http://[::1]/"],
)
def test_a_service_outside_cannot_point_into_the_home(certificate, address):
    with TestServer(tls=certificate.for_server()) as server, TestProxy(server.port) as proxy:
        server.draws = Raw(json.dumps({"data": [{"url": address}]}))
        with pytest.raises(PictureNotFetched):
            asyncio.run(asked(proxy, certificate))
        assert proxy.asked == ["service.invalid:443"]
