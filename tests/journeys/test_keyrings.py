"""Where keys are kept: in a real keyring, in a locked one, and where there is none at all."""

from __future__ import annotations

import gc
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keyring
import keyring.backends.fail
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from gptdesk.storage.paths import Paths
from journey_data import KEY
from server.app import TestServer

QUESTION = "Who are you?"
ANSWER = "A test service."
MESSY = f"  OPENAI_API_KEY = “{KEY}” \n"
SECRETS = "org.freedesktop.secrets"
REOPENED = "needs its key again"

real_keyring = pytest.mark.real_keyring
line_left_open = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture
def service() -> Iterator[TestServer]:
    """It takes this one key and no other."""
    with TestServer(key=KEY) as running:
        running.reply_with(ANSWER)
        yield running


# The person in Settings


def add_connection(desk: Any, address: str, pasted: str) -> None:
    """From the two doors of the first start to a form that could be saved."""
    desk.wait_for(lambda: desk.part("chat.door.key").isVisible())
    press(desk, "chat.door.key")
    assert desk.app.window.current_tab == "settings"
    field = desk.part("settings.url", QLineEdit)
    field.selectAll()
    field.insert(address)
    field.textEdited.emit(address)
    QGuiApplication.clipboard().setText(pasted)
    press(desk, "settings.paste")


def press(desk: Any, name: str) -> None:
    def ready() -> list[QAbstractButton]:
        found = desk.app.window.findChildren(QAbstractButton, name)
        return [button for button in found if button.isVisible() and button.isEnabled()]

    desk.wait_for(lambda: ready() != [])
    ready()[0].click()


def save(desk: Any) -> None:
    press(desk, "settings.save")
    desk.wait_for(lambda: "not checked yet" in notes(desk))


def notes(desk: Any) -> list[str]:
    """What the list says of each connection."""
    return [row.note for row in desk.part("settings.connections").rows()]


def words(desk: Any) -> str:
    seen = [label for label in desk.app.window.findChildren(QLabel) if label.isVisible()]
    return " ".join(label.text() for label in seen)


def ask(desk: Any, answer: str = ANSWER) -> None:
    desk.app.window.show_tab("chat")
    desk.ask(QUESTION)
    desk.wait_for(lambda: desk.texts()[-2:] == [QUESTION, answer])


def holding(folder: Path, key: str = KEY) -> list[Path]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 2, "there is a database, a log and a list of connections"
    return [file for file in files if key.encode() in file.read_bytes()]


def known(service: TestServer) -> dict[str, str]:
    """A connection as the app has written it earlier."""
    return {
        "id": "c1",
        "name": "Test service",
        "kind": "custom",
        "base_url": service.base_url,
        "model": "test-large",
        "key_hint": KEY[-4:],
        "key_place": "keyring",
    }


def stored_id(profile: Paths) -> str:
    return str(json.loads(profile.connections.read_text("utf-8"))["connections"][0]["id"])


# The keyring of the session


@pytest.fixture
def clean_keyring(profile: Paths) -> Iterator[None]:
    """What this test puts into the keyring of the session is taken out again."""
    yield
    if profile.connections.exists() and keyring.get_password("gptdesk", stored_id(profile)):
        keyring.delete_password("gptdesk", stored_id(profile))


@real_keyring
@pytest.mark.usefixtures("clean_keyring")
def test_a_messy_key_goes_clean_into_the_keyring_and_is_there_tomorrow(open_desk, service, profile):
    desk = open_desk()
    add_connection(desk, service.base_url, MESSY)
    home = "Kept in GNOME Keyring / Secret Service, never in a file."
    desk.wait_for(lambda: home in words(desk))
    save(desk)
    assert keyring.get_password("gptdesk", stored_id(profile)) == KEY
    desk.app.close()
    again = open_desk()
    ask(again)
    again.app.close()
    assert [(r.has_key, r.key_fits) for r in service.requests[-2:]] == [(True, True)] * 2
    assert holding(profile.data) == []


# A keyring that is locked


BUS = """
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""It starts no service by itself: a keyring that nobody logged in to is not there."""


class Desktop:
    """A bus with a keyring of its own; whoever logs in gives a password."""

    def __init__(self, folder: Path, address: str, wait: Callable[..., None]) -> None:
        self._wait = wait
        self._environment = os.environ | {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_DATA_HOME": str(folder),
        }

    @contextmanager
    def log_in(self, password: str) -> Iterator[None]:
        self._wait(lambda: not self._is_there(), timeout=20_000)
        command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        daemon = subprocess.Popen(
            command,
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with ended(daemon):
            assert daemon.stdin is not None
            daemon.stdin.write(password.encode())
            daemon.stdin.close()
            self._wait(self._is_there, timeout=20_000)
            yield

    def _is_there(self) -> bool:
        command = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus"]
        command += ["/", "org.freedesktop.DBus.GetNameOwner", f"string:{SECRETS}"]
        asked = subprocess.run(command, env=self._environment, capture_output=True, check=False)
        return asked.returncode == 0


@contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture
def desktop(tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desktop]:
    folder = tmp_path / "desktop"
    folder.mkdir(mode=0o700)
    settings = folder / "bus.conf"
    settings.write_text(BUS)
    command = ["dbus-daemon", f"--config-file={settings}", "--nofork", "--print-address"]
    bus = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    with ended(bus):
        assert bus.stdout is not None
        with bus.stdout:
            address = bus.stdout.readline().decode().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield Desktop(folder, address, qtbot.waitUntil)
    gc.collect()  # keyring leaves its line to a locked collection open


@pytest.fixture
def locked(desktop: Desktop) -> Iterator[None]:
    """The collection was made under one password, and someone logged in with another."""
    with desktop.log_in("the right one"):
        keyring.set_password("gptdesk", "c1", KEY)
    with desktop.log_in("a wrong one"):
        yield


@real_keyring
@line_left_open
@pytest.mark.usefixtures("locked")
def test_a_locked_keyring_offers_to_keep_the_key_for_this_session(open_desk, service, profile):
    desk = open_desk()
    add_connection(desk, service.base_url, KEY)
    press(desk, "settings.save")
    desk.wait_for(lambda: desk.notice() != "")
    assert desk.notice() == "The keyring is locked"
    assert desk.part("settings.key", QLineEdit).text() == KEY, "what was typed is kept"
    session = visible(desk, "Keep it for this session only")
    session.click()
    desk.wait_for(lambda: "not checked yet" in notes(desk))
    ask(desk)
    assert service.requests[-1].key_fits
    desk.app.close()
    assert holding(profile.data) == []
    again = open_desk()
    again.ask("And now?")
    again.wait_for(lambda: again.notice() == "This connection has no key yet")


@real_keyring
@line_left_open
def test_a_chat_whose_key_is_locked_away_says_so_and_goes_on_once_it_is_open(
    open_desk, desktop, service, profile
):
    """The person logs in again with the right password while the app stays open."""
    profile.connections.write_text(json.dumps({"connections": [known(service)]}), "utf-8")
    with desktop.log_in("the right one"):
        keyring.set_password("gptdesk", "c1", KEY)
    with desktop.log_in("a wrong one"):
        desk = open_desk()
        desk.ask(QUESTION)
        desk.wait_for(lambda: desk.notice() != "")
        assert desk.notice() == "The keyring is locked"
        assert desk.texts() == [QUESTION]
        assert service.requests == []
    with desktop.log_in("the right one"):
        visible(desk, "Try again").click()
        desk.wait_for(lambda: desk.texts() == [QUESTION, ANSWER])
    assert service.requests[-1].key_fits


# No keyring at all


@pytest.fixture
def without_keyring(memory_keyring: object, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = keyring.backends.fail.Keyring()
    monkeypatch.setattr("keyring.core._keyring_backend", nothing)


@pytest.mark.usefixtures("without_keyring")
def test_without_a_keyring_a_key_works_until_closing_and_is_asked_for_again(
    open_desk, service, profile
):
    desk = open_desk()
    add_connection(desk, service.base_url, MESSY)
    said = "This system has no keyring: the key stays in memory until you close gptdesk."
    desk.wait_for(lambda: said in words(desk))
    save(desk)
    ask(desk)
    assert service.requests[-1].key_fits
    desk.app.close()
    assert holding(profile.data) == []
    again = open_desk()
    before = len(service.requests)
    again.ask("And now?")
    again.wait_for(lambda: again.notice() == "This connection has no key yet")
    assert again.texts()[-1] == "And now?"
    assert len(service.requests) == before, "nothing is sent without the key"
    visible(again, "Check the key").click()
    again.wait_for(lambda: REOPENED in notes(again))
    QGuiApplication.clipboard().setText(KEY)
    press(again, "settings.paste")
    press(again, "settings.save")
    again.wait_for(lambda: REOPENED not in notes(again))
    again.app.window.show_tab("chat")
    visible(again, "Try again").click()
    again.wait_for(lambda: again.texts()[-2:] == ["And now?", ANSWER])
    assert again.notice() == ""


def visible(desk: Any, label: str) -> QWidget:
    found = desk.app.window.findChildren(QAbstractButton)
    return next(b for b in found if b.isVisible() and b.text() == label)
