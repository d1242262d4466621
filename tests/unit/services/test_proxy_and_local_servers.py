"""The proxy's password, and the servers that run on this computer."""

from __future__ import annotations

import asyncio
import json

import pytest

from gptdesk.domain.catalogue import Catalogue, Certainty, Place, Service, Task
from gptdesk.domain.problems import KeyringLocked
from gptdesk.domain.proxy import PROXY_KEY_ID, Proxy, ProxyKind
from gptdesk.domain.settings import Settings, default_connection, proxy_of
from gptdesk.providers.local import LocalFinder
from gptdesk.services.local_servers import LocalServerService
from gptdesk.services.proxy import ProxyWay
from server import failures
from server.app import MODELS, TestServer, dead_address
from server.behaviours import Raw, Silent

GIVEN = Proxy(ProxyKind.GIVEN, host="p.invalid", port=8080, user="me")


def run(coroutine):
    return asyncio.run(coroutine)


def test_the_password_is_read_when_it_is_needed_first_and_then_kept(keys):
    way = ProxyWay(keys)
    keys.keys[PROXY_KEY_ID] = "word"
    way.choose(GIVEN, keeps_password=True)
    assert way.current().password == ""
    assert run(way.ready()).password == "word"
    del keys.keys[PROXY_KEY_ID]
    assert way.current().address == "http://me:word@p.invalid:8080"


def test_a_locked_keyring_stops_the_request_and_not_the_start(keys, monkeypatch):
    async def locked(connection_id):
        raise KeyringLocked

    monkeypatch.setattr(keys, "read", locked)
    way = ProxyWay(keys)
    way.choose(GIVEN, keeps_password=True)
    with pytest.raises(KeyringLocked):
        run(way.ready())


def test_the_password_of_one_proxy_is_never_given_to_another(keys):
    way = ProxyWay(keys)
    way.choose(GIVEN, keeps_password=False)
    run(way.keep_password("word"))
    way.choose(
        Proxy(ProxyKind.GIVEN, host="other.invalid", port=1, user="me"), keeps_password=False
    )
    assert way.current().password == ""


def test_the_password_is_in_no_text_of_the_proxy():
    settings = Settings(proxy_kind=ProxyKind.GIVEN, proxy_host="p", proxy_port=1, proxy_user="me")
    assert "geheim" not in repr(proxy_of(settings, "geheim"))


def test_each_tab_has_a_connection_of_its_own():
    settings = Settings(connection_id="a", images_connection="b", speech_connection="c")
    chosen = [default_connection(settings, task) for task in Task]
    assert chosen[:4] == ["a", "b", "c", ""]


# Local servers


def local(service_id, url):
    port = int(url.rpartition(":")[2].partition("/")[0])
    place = Place("", {"en": ""}, f"http://localhost:{port}/v1")
    tasks = {Task.CHAT: Certainty.CONFIRMED}
    return Service(service_id, "local", {"en": service_id}, {}, (place,), tasks, ports=(port,))


def find(*services, finder=None):
    service = LocalServerService(finder or LocalFinder(1.0, 1.0), Catalogue(services))
    return run(service.find())


def test_a_server_at_its_usual_port_is_found_with_its_models():
    with TestServer() as server:
        found = find(local("ollama", server.base_url), local("gone", dead_address()))
    assert [(one.services[0].id, one.models) for one in found] == [
        ("ollama", ("test-large", "test-small"))
    ]
    assert [request.has_key for request in server.requests] == [False]


def test_a_server_that_wants_a_key_is_found_too():
    with TestServer(key="k") as server:
        (found,) = find(local("vllm", server.base_url))
    assert found.needs_key


def test_something_else_at_the_port_is_no_server():
    with TestServer() as server:
        for answer in (failures.web_page(), failures.no_path(), Raw("[", 200)):
            server.script([answer], MODELS)
            assert find(local("vllm", server.base_url)) == ()


def test_a_silent_port_is_given_up(server_silent_seconds=0.1):
    with TestServer() as server:
        server.script([Silent()], MODELS)
        finder = LocalFinder(1.0, server_silent_seconds)
        assert find(local("vllm", server.base_url), finder=finder) == ()


def test_the_owner_of_the_models_tells_who_it_is():
    with TestServer() as server:
        entries = [{"id": "m", "owned_by": "llamacpp"}]
        server.script([Raw(json.dumps({"data": entries}))], MODELS)
        both = local("localai", server.base_url), local("llamacpp", server.base_url)
        (found,) = find(*both)
    assert [service.id for service in found.services] == ["llamacpp"]


def test_only_this_computer_is_ever_asked():
    assert run(LocalFinder().listening(["http://192.0.2.1:11434/v1"])) == ()
