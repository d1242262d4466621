"""The check-up against services that fail in every way: the right step fails, in time."""

from __future__ import annotations

import asyncio
import dataclasses
import socket
import threading

import pytest

from gptdesk.domain import problems
from gptdesk.domain.catalogue import Catalogue, Certainty, Place, Service, Task
from gptdesk.domain.checkup import ModelsFound, Note, Step, StepState, StepTaken, arranged
from gptdesk.domain.connections import Connection, ConnectionKind, KeyPlace
from gptdesk.domain.proxy import Proxy, ProxyKind, ProxyScheme
from gptdesk.providers.chat import OpenAIChat
from gptdesk.providers.checkup import CheckPatience, NetworkProbe
from gptdesk.providers.client import Clients
from gptdesk.services.checkup import ChatPatience, CheckupService
from gptdesk.services.connections import ConnectionService
from server import failures
from server.app import CHAT, MODELS, TestServer, dead_address
from server.asking import CALM, KEY
from server.behaviours import Cut, Fail, Raw, RefuseParameter, Reply, Silent
from server.fixture import server as server
from server.proxy import TestProxy
from server.tls import make_certificate

SHORT = 0.3
"""For those that wait in vain; the others get so much that a busy machine fails none."""
ENOUGH = 20.0
OUTSIDE = "http://service.invalid/v1"
"""A name that only the proxy of the tests knows: for the app it is not this computer."""


@pytest.fixture
def check(connections_file, keys, engine, packs):
    """Runs a check-up to its end; gives each step as it stands then."""

    def run(base_url, *, key=KEY, model="", proxy=None, tls=None, stored=None, catalogue=None,
            wait=ENOUGH, **probing):  # fmt: skip
        async def whole():
            clients = Clients(CALM, tls, lambda: proxy or Proxy(ProxyKind.NONE))
            provider = OpenAIChat(clients)
            service = ConnectionService(connections_file, keys, provider, engine, packs)
            patience = CheckPatience(wait, wait, wait)
            probe = NetworkProbe(clients, patience, **probing)
            chat = ChatPatience(wait, wait)
            checkup = CheckupService(service, probe, provider, catalogue, chat)
            connection = stored or Connection("c", "C", ConnectionKind.CUSTOM, base_url, model)
            try:
                return [event async for event in checkup.run(connection, key)]
            finally:
                await clients.aclose()

        return Report(asyncio.run(whole()))

    return run


class Report:
    def __init__(self, events):
        taken = [event for event in events if isinstance(event, StepTaken)]
        self.events = events
        self.names = [event.names for event in events if isinstance(event, ModelsFound)]
        self.steps = {one.step: one for one in arranged(taken)}
        failed = [one for one in self.steps.values() if one.state is StepState.FAILED]
        self.failed = failed[0].step if failed else None
        self.problem = failed[0].problem if failed else None

    def states(self):
        return {step.value: one.state.value for step, one in self.steps.items()}


def given(proxy, **how):
    values = {"scheme": ProxyScheme.HTTP, "host": "127.0.0.1", "port": proxy.port, **how}
    return Proxy(ProxyKind.GIVEN, **values)


def test_a_local_server_that_works_ticks_all_that_it_needs(check, server):
    report = check(server.base_url, key="")
    assert report.states() == {
        "internet": "skipped", "name": "skipped", "proxy": "skipped", "tls": "skipped",
        "service": "ok", "region": "skipped", "key": "skipped", "credit": "skipped",
        "models": "ok", "chat": "ok",
    }  # fmt: skip
    assert report.names == [("test-large", "test-small")]
    assert report.steps[Step.CHAT].value == "test-large"
    assert report.steps[Step.SERVICE].seconds > 0


def test_a_service_outside_ticks_region_key_and_credit_too(check, server):
    with TestProxy(server.port) as proxy:
        report = check(OUTSIDE, proxy=given(proxy))
    assert report.states() == {
        "internet": "skipped", "name": "skipped", "proxy": "ok", "tls": "skipped",
        "service": "ok", "region": "ok", "key": "ok", "credit": "ok", "models": "ok", "chat": "ok",
    }  # fmt: skip
    assert proxy.asked == ["service.invalid"] * 2


def test_the_chat_asks_for_one_token_only(check, server):
    check(server.base_url)
    asked = server.requests[-1].json
    assert (asked["max_tokens"], len(asked["messages"])) == (1, 1)


def test_a_limit_that_the_model_does_not_know_is_left_out(check, server):
    server.always(RefuseParameter("max_tokens"))
    assert check(server.base_url).steps[Step.CHAT].state is StepState.OK


def test_one_token_that_is_no_word_is_an_answer_all_the_same(check, server):
    server.always(Reply("", finish="length"))
    assert check(server.base_url).failed is None
    server.always(Fail(400, "Could not finish the message because max_tokens was reached."))
    assert check(server.base_url).failed is None


@pytest.mark.parametrize(
    ("answer", "step", "problem"),
    [
        (failures.unauthorized(), Step.KEY, problems.KeyRefused),
        (failures.wrong_region(), Step.REGION, problems.RegionRefused),
        (failures.forbidden(), Step.KEY, problems.AccessRefused),
        (failures.no_credit(), Step.CREDIT, problems.CreditExhausted),
        (failures.web_page(), Step.SERVICE, problems.NotAnApi),
        (failures.no_path(), Step.SERVICE, problems.AddressNotFound),
        (failures.broken_service(503), Step.SERVICE, problems.ServiceFailed),
        (failures.broken_json(), Step.MODELS, problems.AnswerBroken),
        (Cut(), Step.SERVICE, problems.ConnectionCut),
        (Silent(), Step.SERVICE, problems.TimedOut),
    ],
)
def test_what_the_list_of_models_is_refused_with_belongs_to_one_step(
    check, server, answer, step, problem
):
    server.script([answer], MODELS)
    report = check(server.base_url, wait=SHORT if isinstance(answer, Silent) else ENOUGH)
    assert (report.failed, type(report.problem)) == (step, problem)
    later = list(Step)[list(Step).index(step) + 1 :]
    assert all(report.steps[one].state is StepState.WAITING for one in later)
    assert all(request.path == MODELS for request in server.requests)


@pytest.mark.parametrize(
    ("answer", "step", "problem"),
    [
        (failures.unauthorized(), Step.KEY, problems.KeyRefused),
        (failures.wrong_region(), Step.REGION, problems.RegionRefused),
        (failures.no_credit(), Step.CREDIT, problems.CreditExhausted),
        (Fail(402, "Insufficient credits"), Step.CREDIT, problems.CreditExhausted),
        (failures.no_model("test-large"), Step.CHAT, problems.ModelNotFound),
        (failures.too_fast(), Step.CHAT, problems.RateLimited),
        (failures.unverified(), Step.CHAT, problems.OrganizationUnverified),
        (Cut(), Step.CHAT, problems.ConnectionCut),
        (Silent(), Step.CHAT, problems.TimedOut),
    ],
)
def test_what_only_the_chat_brings_to_light_corrects_the_step_it_belongs_to(
    check, server, answer, step, problem
):
    server.always(answer)
    with TestProxy(server.port) as proxy:
        wait = SHORT if isinstance(answer, Silent) else ENOUGH
        report = check(OUTSIDE, proxy=given(proxy), wait=wait)
    assert (report.failed, type(report.problem)) == (step, problem)


def test_a_service_without_a_list_works_with_a_model_that_is_named(check, server):
    for answer in (failures.no_path(), failures.web_page(404), failures.forbidden()):
        server.script([answer], MODELS)
        report = check(server.base_url, model="m-1")
        assert report.failed is None
        assert report.steps[Step.MODELS].note is Note.NO_LIST


def test_an_address_that_leads_nowhere_is_no_service_without_a_list(check, server):
    server.script([failures.no_path()], MODELS)
    server.script([failures.no_path()], CHAT)
    report = check(server.base_url, model="m-1")
    assert (report.failed, type(report.problem)) == (Step.SERVICE, problems.AddressNotFound)


def test_a_model_that_is_not_on_the_list_is_said_and_tried(check, server):
    report = check(server.base_url, model="mine")
    assert report.steps[Step.MODELS].note is Note.NOT_LISTED
    assert server.requests[-1].json["model"] == "mine"


def test_a_service_that_has_no_chat_is_not_asked_for_one(check, server):
    tasks = {Task.SPEECH: Certainty.CONFIRMED}
    place = Place("", {"en": ""}, server.base_url)
    voice = Service("voice", "cloud", {"en": "Voice"}, {}, (place,), tasks)
    stored = Connection("c", "C", ConnectionKind.CUSTOM, server.base_url, service="voice")
    report = check("", stored=stored, key="", catalogue=Catalogue((voice,)))
    assert report.steps[Step.CHAT].note is Note.NO_CHAT
    assert [request.path for request in server.requests] == [MODELS]


def test_the_recommended_model_is_asked(check, server):
    tasks = {Task.CHAT: Certainty.CONFIRMED}
    place = Place("", {"en": ""}, server.base_url)
    one = Service("one", "cloud", {"en": "One"}, {}, (place,), tasks, models=("x", "test-small"))
    stored = Connection("c", "C", ConnectionKind.CUSTOM, server.base_url, service="one")
    check("", stored=stored, key="", catalogue=Catalogue((one,)))
    assert server.requests[-1].json["model"] == "test-small"


# The way there


def test_without_a_network_the_first_step_fails(check):
    report = check(OUTSIDE, route_exists=lambda: False)
    assert (report.failed, type(report.problem)) == (Step.INTERNET, problems.NetworkDown)


def test_a_name_that_nobody_knows_fails_at_the_look_up(check):
    report = check(OUTSIDE, route_exists=lambda: True)
    assert (report.failed, type(report.problem)) == (Step.NAME, problems.HostNotFound)
    assert report.steps[Step.INTERNET].state is StepState.OK


def test_a_name_look_up_that_never_answers_ends_in_time(check):
    async def silent(host, port):
        await asyncio.Event().wait()

    report = check(OUTSIDE, route_exists=lambda: True, look_up=silent, wait=SHORT)
    assert (report.failed, type(report.problem)) == (Step.NAME, problems.HostNotFound)


def test_a_port_where_nobody_listens_is_the_service(check):
    report = check(dead_address())
    assert (report.failed, type(report.problem)) == (Step.SERVICE, problems.ConnectionRefused)


def test_an_untrusted_certificate_fails_at_tls(check, tmp_path):
    with TestServer(tls=make_certificate(tmp_path).for_server()) as server:
        report = check(server.base_url)
    assert (report.failed, type(report.problem)) == (Step.TLS, problems.TlsFailed)


def test_a_trusted_certificate_passes_with_its_time(check, tmp_path):
    certificate = make_certificate(tmp_path)
    with TestServer(tls=certificate.for_server()) as server:
        report = check(server.base_url, tls=certificate.for_client())
    assert report.failed is None
    assert report.steps[Step.TLS].seconds > 0


def test_a_handshake_that_is_never_answered_ends_in_time_at_tls(check):
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        report = check(f"https://127.0.0.1:{deaf.getsockname()[1]}/v1", wait=SHORT)
    assert (report.failed, type(report.problem)) == (Step.TLS, problems.TimedOut)


def test_a_line_that_is_cut_in_the_handshake_fails_at_tls(check):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def cut():
            line, _ = server.accept()
            line.recv(1)
            line.close()

        thread = threading.Thread(target=cut)
        thread.start()
        report = check(f"https://127.0.0.1:{server.getsockname()[1]}/v1")
        thread.join()
    assert (report.failed, type(report.problem)) == (Step.TLS, problems.TlsFailed)


def test_a_network_that_goes_down_between_the_steps_fails_the_later_one(check, server):
    server.script([Raw('{"data": [{"id": "m"}]}')], MODELS)
    server.always(Cut())
    report = check(server.base_url)
    assert (report.failed, type(report.problem)) == (Step.CHAT, problems.ConnectionCut)
    assert report.steps[Step.SERVICE].state is StepState.OK


# The proxy


@pytest.mark.parametrize("scheme", [ProxyScheme.HTTP, ProxyScheme.SOCKS5])
@pytest.mark.parametrize("secured", [False, True])
def test_everything_goes_through_the_proxy_with_its_password(check, tmp_path, scheme, secured):
    certificate = make_certificate(tmp_path, "DNS:service.invalid")
    tls = certificate.for_server() if secured else None
    address = OUTSIDE.replace("http:", "https:") if secured else OUTSIDE
    with (
        TestServer(tls=tls) as server,
        TestProxy(server.port, login="me:wörd@", socks=scheme is ProxyScheme.SOCKS5) as proxy,
    ):
        way = given(proxy, scheme=scheme, user="me", password="wörd@")
        report = check(address, proxy=way, tls=certificate.for_client())
    assert report.failed is None, report.problem
    assert report.steps[Step.PROXY].note is Note.PASSES
    assert report.steps[Step.TLS].state is (StepState.OK if secured else StepState.SKIPPED)
    assert proxy.asked and proxy.refused == 0


@pytest.mark.parametrize("scheme", [ProxyScheme.HTTP, ProxyScheme.SOCKS5])
@pytest.mark.parametrize("address", [OUTSIDE, OUTSIDE.replace("http:", "https:")])
@pytest.mark.parametrize("login", [{}, {"user": "me", "password": "wrong-word"}])
def test_a_wrong_password_of_the_proxy_is_said_to_be_that(check, server, scheme, address, login):
    with TestProxy(server.port, login="me:word", socks=scheme is ProxyScheme.SOCKS5) as proxy:
        report = check(address, proxy=given(proxy, scheme=scheme, **login))
    assert (report.failed, type(report.problem)) == (Step.PROXY, problems.ProxyLogin)
    assert "wrong-word" not in report.problem.detail
    assert server.requests == []


def test_a_proxy_that_is_not_there_fails_as_the_proxy(check):
    port = int(dead_address().rpartition(":")[2].partition("/")[0])
    for address in (OUTSIDE, OUTSIDE.replace("http:", "https:")):
        proxy = Proxy(ProxyKind.GIVEN, ProxyScheme.HTTP, "127.0.0.1", port)
        report = check(address, proxy=proxy)
        assert (report.failed, type(report.problem)) == (Step.PROXY, problems.ProxyFailed)


def test_a_silent_proxy_ends_in_time_as_the_proxy(check):
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        for scheme in (ProxyScheme.HTTP, ProxyScheme.SOCKS5):
            proxy = Proxy(ProxyKind.GIVEN, scheme, "127.0.0.1", port)
            report = check(OUTSIDE.replace("http:", "https:"), proxy=proxy, wait=SHORT)
            assert (report.failed, type(report.problem)) == (Step.PROXY, problems.ProxyFailed)


def test_this_computer_is_never_asked_through_a_proxy(check, server):
    with TestProxy(server.port) as proxy:
        report = check(server.base_url, proxy=given(proxy))
    assert report.failed is None and proxy.asked == []
    assert report.steps[Step.PROXY].note is Note.NEVER_PROXY


# The key


def test_a_locked_keyring_fails_at_the_key_after_the_way_was_tried(
    check, server, keys, monkeypatch
):
    async def locked(connection_id):
        raise problems.KeyringLocked

    monkeypatch.setattr(keys, "read", locked)
    stored = Connection("c", "C", ConnectionKind.CUSTOM, server.base_url,
                        key_place=KeyPlace.KEYRING)  # fmt: skip
    report = check("", stored=stored, key=None)
    assert (report.failed, type(report.problem)) == (Step.KEY, problems.KeyringLocked)
    assert report.steps[Step.SERVICE].state is StepState.OK
    assert all(not request.has_key for request in server.requests)


def test_the_key_is_in_no_event(check, server):
    for answer in (failures.unauthorized(KEY), Raw(f"<html>{KEY}", 500), Raw(f"{KEY}")):
        server.script([answer], MODELS)
        report = check(server.base_url)
        said = [dataclasses.asdict(event) for event in report.events]
        assert KEY not in repr(said) + report.problem.detail
