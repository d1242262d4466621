"""Every way in which a request can fail, met in the real app: a sentence, a step, nothing lost."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from gptdesk.providers.client import Clients, Patience
from gptdesk.services.chat import ChatService
from journey_data import KEY
from server import failures
from server.app import TestServer, dead_address
from server.behaviours import Behaviour, Cut, Raw, RefuseParameter, Reply
from server.tls import make_certificate

QUESTION = "What is a token?"
ANSWER = "A piece of a word."
HALF = "Half of it"
NAME = "service.gptdesk.invalid"
CHAT = "/v1/chat/completions"

TRY = "Try again"
CONTINUE = "Continue the answer"
CHECK_KEY = "Check the key"
OPEN = "Open the connection"
MODEL = "Choose another model"
EDIT = "Edit the message"
CREDIT = "Add credit"


# The person before the screen


def buttons(desk: Any) -> list[str]:
    """The buttons of what went wrong, the next step first."""
    found = desk.app.window.findChildren(QAbstractButton)
    named = [b for b in found if b.objectName().startswith("notice.action") and b.isVisible()]
    return [b.text() for b in sorted(named, key=lambda b: b.objectName() != "notice.action")]


def press(desk: Any, label: str) -> None:
    found = desk.app.window.findChildren(QAbstractButton)
    next(b for b in found if b.isVisible() and b.text() == label).click()


def said(desk: Any) -> str:
    """The whole text of the notice that is seen."""
    seen = [n for n in desk.app.window.findChildren(QWidget, "notice") if n.isVisible()]
    return seen[0].accessibleDescription() if seen else ""


def hint(desk: Any) -> str:
    line = desk.part("chat.hint")
    return line.accessibleName() if line.isVisible() else ""


def activity(desk: Any) -> str:
    line = desk.part("chat.activity")
    return line.accessibleName() if line.isVisible() else ""


def everything(desk: Any) -> str:
    """All that can be read, heard or unfolded anywhere in the app."""
    words = list(desk.texts())
    for widget in QApplication.allWidgets():
        words += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            words.append(widget.text())
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            words.append(widget.toPlainText())
    return "\n".join(words)


def wait_for_notice(desk: Any, title: str) -> None:
    desk.wait_for(lambda: desk.notice() != "")
    assert desk.notice() == title


def answered(desk: Any, *texts: str) -> None:
    """The conversation is these texts, nothing runs and nothing is wrong any more."""
    desk.wait_for(lambda: desk.texts() == list(texts) and not desk.is_answering)
    desk.wait_for(lambda: desk.notice() == "")


def can_go_on_writing(desk: Any) -> None:
    desk.type("And another one")
    assert desk.part("chat.send").isEnabled()
    assert desk.part("chat.editor").isEnabled()
    desk.type("")


# What each first step shows


def settings_show_the_connection(desk: Any, address: str) -> None:
    assert desk.app.window.current_tab == "settings"
    desk.wait_for(lambda: desk.part("settings.url", QLineEdit).text() == address)
    assert desk.part("settings.url").isVisible()
    desk.app.window.show_tab("chat")


def the_choice_of_models_opens(desk: Any, address: str) -> None:
    popup = desk.part("chat.models")
    assert popup.isVisible()
    popup.close()


def the_question_is_in_the_field(desk: Any, address: str = "") -> None:
    assert desk.part("chat.editor").toPlainText() == QUESTION


def it_is_said_where_credit_is_added(desk: Any, address: str) -> None:
    assert desk.app.window.current_tab == "faq"
    reader = desk.app.presenters.help.faq.reader
    desk.wait_for(lambda: reader.page is not None and reader.page.id == "credit-exhausted")
    desk.app.window.show_tab("chat")


STEPS: dict[str, Callable[[Any, str], None]] = {
    CHECK_KEY: settings_show_the_connection,
    OPEN: settings_show_the_connection,
    MODEL: the_choice_of_models_opens,
    EDIT: the_question_is_in_the_field,
    CREDIT: it_is_said_where_credit_is_added,
}


# The app with its patience, its waiting and its trust in the hands of the test


class Waits:
    """Stands in for sleeping before the next try: at once, or for ever while it is held."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.is_held = False

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        if self.is_held:
            await asyncio.Event().wait()


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch) -> Clients:
    made = Clients(tls=ssl.create_default_context())
    monkeypatch.setattr("gptdesk.app.backend.Clients", lambda proxy: made)
    return made


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> Waits:
    waits = Waits()
    monkeypatch.setattr("gptdesk.app.backend.ChatService", partial(ChatService, sleep=waits))
    return waits


def use_address(profile: Any, base_url: str) -> None:
    known = json.loads(profile.connections.read_text("utf-8"))
    known["connections"][0]["base_url"] = base_url
    profile.connections.write_text(json.dumps(known), "utf-8")


# Nothing arrived: the message stays unsent, and goes out later


@dataclass(frozen=True)
class Refusal:
    answer: Behaviour
    title: str
    step: str
    requests: int = 1


REFUSALS = {
    "401": Refusal(failures.unauthorized(KEY), "The service does not know this key", CHECK_KEY),
    "403 for the region": Refusal(
        failures.wrong_region(), "The service does not answer requests from this region", OPEN
    ),
    "403 for the key": Refusal(failures.forbidden(), "This key may not do that", MODEL),
    "404 for the model": Refusal(
        failures.no_model("model-a"), "The service does not offer this model", MODEL
    ),
    "404 for the path": Refusal(
        failures.no_path(), "The address of the connection leads nowhere", OPEN
    ),
    "413": Refusal(failures.too_large(), "The message is too large for the service", EDIT),
    "429 without credit": Refusal(
        failures.no_credit(), "This account has no credit left", CREDIT, requests=1
    ),
    "429 for too long": Refusal(failures.too_fast("3600"), "The service asks for a pause", TRY),
    "429 again and again": Refusal(
        failures.too_fast("7"), "The service asks for a pause", TRY, requests=3
    ),
    "500 again and again": Refusal(
        failures.broken_service(), "The service has trouble of its own", TRY, requests=3
    ),
    "a web page": Refusal(
        failures.web_page(), "This address gives a web page instead of answers", OPEN
    ),
    "broken JSON": Refusal(failures.broken_json(), "The answer could not be read", TRY),
    "an empty answer": Refusal(failures.empty(), "The answer came back empty", TRY),
    "an empty stream": Refusal(failures.nothing(), "The answer came back empty", TRY),
    "a line cut at once": Refusal(Cut(), "The line broke before an answer came", TRY),
    "a stream cut at once": Refusal(
        failures.error_event("", {"message": "Overloaded", "type": "server_error"}),
        "The service has trouble of its own",
        TRY,
        requests=3,
    ),
}


@pytest.mark.parametrize("case", REFUSALS.values(), ids=REFUSALS.keys())
def test_a_refusal_says_why_keeps_the_message_and_offers_the_next_step(open_desk, connected, case):
    connected.always(case.answer)
    desk = open_desk()
    desk.ask(QUESTION)
    wait_for_notice(desk, case.title)
    assert desk.texts() == [QUESTION]
    assert "Your message is safe" in said(desk)
    assert buttons(desk)[0] == case.step
    assert len(connected.requests) == case.requests
    can_go_on_writing(desk)
    if case.step in STEPS:
        press(desk, case.step)
        STEPS[case.step](desk, connected.base_url)
    assert KEY not in everything(desk)
    connected.reply_with(ANSWER)
    press(desk, TRY)
    answered(desk, QUESTION, ANSWER)
    assert KEY not in everything(desk)


def test_a_message_that_was_refused_still_waits_after_a_restart(open_desk, connected):
    connected.always(failures.no_credit())
    desk = open_desk()
    desk.ask(QUESTION)
    desk.app.close()
    again = open_desk()
    wait_for_notice(again, "This account has no credit left")
    assert again.texts() == [QUESTION]
    connected.reply_with(ANSWER)
    press(again, TRY)
    answered(again, QUESTION, ANSWER)


# The way to the service is closed: once it is open, the message goes out


@dataclass
class Place:
    """What a closed way needs; `heal` opens it."""

    monkeypatch: pytest.MonkeyPatch
    profile: Any
    server: TestServer
    clients: Clients
    folder: Path
    stack: ExitStack

    def names(self, number: int, server: TestServer) -> Callable[[], None]:
        """The address is a name whose look-up fails with this number until it is healed."""
        resolver = SimpleNamespace(number=number)
        original = socket.getaddrinfo

        def look_up(host: Any, *arguments: Any, **options: Any) -> Any:
            name = host.decode() if isinstance(host, bytes) else host
            if name != NAME:
                return original(host, *arguments, **options)
            if resolver.number:
                raise socket.gaierror(resolver.number, "the look-up failed")
            return original("127.0.0.1", *arguments, **options)

        self.monkeypatch.setattr(socket, "getaddrinfo", look_up)
        use_address(self.profile, f"http://{NAME}:{server.port}/v1")
        return lambda: setattr(resolver, "number", 0)

    def patience(self, **seconds: float) -> Callable[[], None]:
        self.clients.patience = replace(Patience(), **seconds)
        return lambda: setattr(self.clients, "patience", Patience())


@pytest.fixture
def place(
    monkeypatch: pytest.MonkeyPatch,
    profile: Any,
    connected: TestServer,
    clients: Clients,
    tmp_path: Path,
) -> Iterator[Place]:
    with ExitStack() as stack:
        yield Place(monkeypatch, profile, connected, clients, tmp_path, stack)


def no_network(place: Place) -> Callable[[], None]:
    return place.names(socket.EAI_AGAIN, place.server)


def unknown_name(place: Place) -> Callable[[], None]:
    return place.names(socket.EAI_NONAME, place.server)


def nobody_listens(place: Place) -> Callable[[], None]:
    address = dead_address()
    use_address(place.profile, address)

    def listen() -> None:
        server = TestServer(port=port_of(address))
        server.reply_with(ANSWER)
        place.stack.enter_context(server)

    return listen


def untrusted_certificate(place: Place) -> Callable[[], None]:
    certificate = make_certificate(place.folder)
    server = place.stack.enter_context(TestServer(tls=certificate.for_server()))
    server.reply_with(ANSWER)
    use_address(place.profile, server.base_url)
    trusted = place.clients._tls
    assert trusted is not None
    return lambda: trusted.load_verify_locations(certificate.path)


def dead_proxy(place: Place) -> Callable[[], None]:
    proxy = dead_address()
    place.monkeypatch.setenv("HTTP_PROXY", proxy.removesuffix("/v1"))
    use_address(place.profile, f"http://{NAME}/v1")

    def listen() -> None:
        server = TestServer(port=port_of(proxy))
        server.script([Reply(ANSWER)], path=f"http://{NAME}{CHAT}")
        place.stack.enter_context(server)

    return listen


def refusing_proxy(place: Place) -> Callable[[], None]:
    """It wants a password of its own (407)."""
    proxy = place.server.base_url.removesuffix("/v1")
    place.monkeypatch.setenv("HTTP_PROXY", proxy)
    use_address(place.profile, f"http://{NAME}/v1")
    refusal = Raw("", 407, headers={"proxy-authenticate": "Basic"})
    place.server.script([refusal, Reply(ANSWER)], path=f"http://{NAME}{CHAT}")
    return lambda: None


def dead_proxy_for_https(place: Place) -> None:
    place.monkeypatch.setenv("HTTPS_PROXY", dead_address().removesuffix("/v1"))
    use_address(place.profile, f"https://{NAME}/v1")


def silence_before_a_word(place: Place) -> Callable[[], None]:
    place.server.always(failures.silent())
    return place.patience(first=0.05, local_first=0.05)


def port_of(base_url: str) -> int:
    return int(base_url.removesuffix("/v1").rpartition(":")[2])


WAYS: dict[str, tuple[Callable[[Place], Callable[[], None] | None], str, str]] = {
    "no network": (no_network, "There is no internet connection", "reaches no address at all"),
    "unknown name": (unknown_name, "The name of the service was not found", NAME),
    "refused": (nobody_listens, "Nothing answers at this address", "127.0.0.1"),
    "TLS": (untrusted_certificate, "No secure connection could be made", "certificate"),
    "proxy not there": (dead_proxy, "The proxy did not let the request through", "proxy"),
    "proxy refuses": (
        refusing_proxy,
        "The proxy does not accept the user name or password",
        "proxy",
    ),
    "proxy not there for https": (
        dead_proxy_for_https,
        "The proxy did not let the request through",
        "proxy",
    ),
    "time-out before a word": (
        silence_before_a_word,
        "The service did not answer in time",
        "no word came back",
    ),
}


@pytest.mark.parametrize(("close", "title", "words"), WAYS.values(), ids=WAYS.keys())
def test_when_the_way_is_open_again_the_message_goes_out(open_desk, place, close, title, words):
    heal = close(place)
    desk = open_desk()
    desk.ask(QUESTION)
    wait_for_notice(desk, title)
    assert desk.texts() == [QUESTION]
    assert words in said(desk)
    assert "Your message is safe" in said(desk)
    # Trying again helps only when the login is mended
    assert buttons(desk)[0] == ("Open the proxy settings" if close is refusing_proxy else TRY)
    assert KEY not in everything(desk)
    can_go_on_writing(desk)
    if heal is None:
        return
    heal()
    place.server.reply_with(ANSWER)
    press(desk, TRY)
    answered(desk, QUESTION, ANSWER)


# Something arrived: it is kept, and the answer goes on from there


HALVES: dict[str, tuple[Behaviour, str]] = {
    "cut in mid-answer": (Cut(HALF), "The line broke in the middle of the answer"),
    "time-out between words": (failures.silent_after(HALF), "The answer stopped coming"),
    "no finish reason": (failures.no_finish(HALF), "The answer ended without its end"),
    "a broken event": (failures.broken_event(HALF), "The answer could not be read"),
    "an error in the stream": (failures.error_event(HALF), "The service has trouble of its own"),
    "finish: length": (
        failures.too_short(HALF),
        "The answer reached the length the model may write at once",
    ),
}


@pytest.mark.parametrize(("behaviour", "title"), HALVES.values(), ids=HALVES.keys())
def test_half_an_answer_is_kept_and_goes_on(
    open_desk, connected, clients, profile, behaviour, title
):
    connected.script([behaviour])
    clients.patience = replace(Patience(), between=0.05)
    desk = open_desk()
    desk.ask(QUESTION)
    wait_for_notice(desk, title)
    assert desk.texts() == [QUESTION, HALF]
    assert "kept" in said(desk) or "can go on" in said(desk)
    assert buttons(desk)[0] == CONTINUE
    assert len(connected.requests) == 1
    assert KEY not in everything(desk)
    can_go_on_writing(desk)
    desk.app.close()
    desk = open_desk()
    wait_for_notice(desk, title)
    clients.patience = Patience()
    connected.reply_with(" and the rest.")
    press(desk, CONTINUE)
    answered(desk, QUESTION, f"{HALF} and the rest.")
    turns = [turn["content"] for turn in connected.requests[1].json["messages"]]
    assert turns[:2] == [QUESTION, HALF]


@pytest.mark.parametrize("text", [HALF, ""], ids=["after some words", "before a word"])
def test_a_finish_by_the_content_filter_is_named_and_can_be_asked_differently(
    open_desk, connected, text
):
    connected.script([failures.filtered(text)])
    desk = open_desk()
    desk.ask(QUESTION)
    wait_for_notice(desk, "The service's safety rules ended this answer")
    assert desk.texts() == [QUESTION, text]
    assert buttons(desk)[:2] == [EDIT, TRY]
    press(desk, EDIT)
    the_question_is_in_the_field(desk)
    connected.reply_with(ANSWER)
    press(desk, TRY)
    answered(desk, QUESTION, ANSWER)


def test_an_answer_asked_for_again_in_vain_is_still_there(open_desk, connected):
    connected.reply_with(ANSWER)
    desk = open_desk()
    desk.ask(QUESTION)
    answered(desk, QUESTION, ANSWER)
    connected.always(Cut())
    desk.part("transcript.regenerate", QAbstractButton).click()
    wait_for_notice(desk, "The line broke before an answer came")
    assert desk.texts() == [QUESTION, ANSWER]
    assert "The answer from before is still here" in said(desk)
    assert buttons(desk)[0] == TRY
    assert CONTINUE not in buttons(desk)
    connected.reply_with("Another one.")
    press(desk, TRY)
    answered(desk, QUESTION, "Another one.")


def test_each_cause_has_a_title_of_its_own():
    causes = {
        "429": REFUSALS["429 again and again"].title,
        "5xx": REFUSALS["500 again and again"].title,
        "broken": REFUSALS["broken JSON"].title,
        "proxy": WAYS["proxy not there"][1],
        "empty": REFUSALS["an empty answer"].title,
        "filter": "The service's safety rules ended this answer",
    }
    shared = set(causes.values())
    own = [*(c.title for c in REFUSALS.values()), *(way[1] for way in WAYS.values())]
    own += [title for _, title in HALVES.values()]
    others = [title for title in own if title not in shared]
    assert len(others) == len(set(others))
    assert len(shared) == len(causes)


# Tried again by itself


def test_a_short_trouble_of_the_service_passes_unnoticed(open_desk, connected, waits):
    connected.script([failures.broken_service(500), failures.broken_service(503), Reply(ANSWER)])
    desk = open_desk()
    desk.ask(QUESTION)
    answered(desk, QUESTION, ANSWER)
    assert waits.seconds == [1.0, 2.0]
    assert len(connected.requests) == 3


def test_the_service_is_given_the_pause_it_asks_for(open_desk, connected, waits):
    connected.script([failures.too_fast("7"), Reply(ANSWER)])
    desk = open_desk()
    desk.ask(QUESTION)
    answered(desk, QUESTION, ANSWER)
    assert waits.seconds == [7.0]


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (failures.too_fast("7"), "The service asks to wait"),
        (failures.broken_service(503, **{"retry-after": "9"}), "The service has trouble"),
    ],
    ids=["429", "503"],
)
def test_the_wait_counts_down_and_can_be_cancelled(open_desk, connected, waits, behaviour, words):
    waits.is_held = True
    connected.always(behaviour)
    desk = open_desk()
    desk.type(QUESTION)
    desk.send()
    desk.wait_for(lambda: words in activity(desk))
    first = seconds_in(activity(desk))
    assert first > 1
    desk.wait_for(lambda: 0 < seconds_in(activity(desk)) < first)
    desk.part("chat.stop", QAbstractButton).click()
    desk.wait_for(lambda: not desk.is_answering)
    desk.wait_for(lambda: desk.texts() == [QUESTION] and buttons(desk) == [TRY, EDIT])
    assert activity(desk) == ""
    assert len(connected.requests) == 1
    can_go_on_writing(desk)
    connected.reply_with(ANSWER)
    press(desk, TRY)
    answered(desk, QUESTION, ANSWER)


def seconds_in(text: str) -> int:
    return int("".join(re.findall(r"\d+", text)) or 0)


# A parameter is refused by its name


def test_a_refused_parameter_is_left_out_and_nobody_is_disturbed(open_desk, connected):
    connected.always(RefuseParameter("stream_options", Reply(ANSWER)))
    desk = open_desk()
    desk.ask(QUESTION)
    answered(desk, QUESTION, ANSWER)
    assert ["stream_options" in r.json for r in connected.requests] == [True, False]
    desk.ask("And now?")
    assert ["stream_options" in r.json for r in connected.requests] == [True, False, False]
    assert hint(desk) == ""


def test_of_a_refused_setting_a_quiet_line_tells(open_desk, connected):
    connected.always(RefuseParameter("temperature", Reply(ANSWER)))
    desk = open_desk()
    desk.part("chat.options").click()
    desk.part("chat.options.temperature.control").setValue(2)
    desk.part("chat.options.panel").hide()
    desk.ask(QUESTION)
    answered(desk, QUESTION, ANSWER)
    assert ["temperature" in r.json for r in connected.requests] == [True, False]
    assert hint(desk) == "This model does not take “temperature”; it was left out."


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("stream", "The service does not accept one of the settings", "“stream”"),
        ("messages", "The service did not accept the request", "400"),
    ],
)
def test_a_parameter_that_cannot_be_left_out_is_a_refusal(open_desk, connected, name, title, words):
    connected.always(RefuseParameter(name))
    desk = open_desk()
    desk.ask(QUESTION)
    wait_for_notice(desk, title)
    assert words in said(desk)
    assert "Your message is safe" in said(desk)
    assert len(connected.requests) == 1
    assert desk.texts() == [QUESTION]
