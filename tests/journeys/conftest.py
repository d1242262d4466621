"""The real app in this process, used by the names of its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from gptdesk.app.application import Application
from gptdesk.storage.paths import Paths
from journey_data import KEY
from server.fixture import server  # noqa: F401 - a fixture


class Desk:
    """One running gptdesk and the hands of the person before it."""

    def __init__(self, app: Application, qtbot: Any) -> None:
        self.app = app
        self._qtbot = qtbot

    def part(self, name: str, kind: type[Any] = QWidget) -> Any:
        found = self.app.window.findChild(kind, name)
        assert found is not None, f"{name} is missing"
        return found

    def wait_for(self, condition: Callable[[], bool], timeout: int = 20_000) -> None:
        self._qtbot.waitUntil(condition, timeout=timeout)

    @property
    def transcript(self) -> QAbstractItemModel:
        return self.part("chat.transcript").model()

    def texts(self) -> list[str]:
        model = self.transcript
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def type(self, text: str) -> None:
        self.part("chat.editor", QPlainTextEdit).setPlainText(text)

    def send(self) -> None:
        button = self.part("chat.send", QAbstractButton)
        self.wait_for(button.isEnabled)
        button.click()

    def ask(self, text: str) -> None:
        """Type, send, and wait until it is settled, for better or worse."""
        before = self.transcript.rowCount()
        self.type(text)
        self.send()
        self.wait_for(lambda: self.transcript.rowCount() > before)
        self.wait_for(lambda: not self.is_answering)

    @property
    def is_answering(self) -> bool:
        return bool(self.part("chat.stop").isVisible())

    def notice(self) -> str:
        """The title of the first notice that is seen."""
        seen = [n for n in self.app.window.findChildren(QWidget, "notice") if n.isVisible()]
        return seen[0].accessibleName() if seen else ""


@pytest.fixture
def profile(own_folders: Path) -> Paths:
    paths = Paths.for_profile(own_folders / "profile")
    paths.create()
    return paths


@pytest.fixture
def open_desk(qtbot: Any, profile: Paths) -> Iterator[Callable[..., Desk]]:
    """Start the app on the test's profile; whatever is still open at the end is closed."""
    opened: list[Application] = []

    def start(*argv: str, **places: Any) -> Desk:
        app = Application(["--lang", "en", "--theme", "light", *argv], **places)
        opened.append(app)
        desk = Desk(app, qtbot)
        desk.wait_for(lambda: app.is_started)
        app.window.show_tab("chat")
        return desk

    yield start
    for app in opened:
        app.close()


@pytest.fixture
def connected(profile: Paths, server: Any) -> Any:  # noqa: F811
    """The profile knows one service: the test server, with a key in the keyring."""
    import json

    import keyring

    keyring.set_password("gptdesk", "c1", KEY)
    profile.connections.write_text(
        json.dumps(
            {
                "connections": [
                    {
                        "id": "c1",
                        "name": "Test service",
                        "kind": "custom",
                        "base_url": server.base_url,
                        "model": "model-a",
                        "key_hint": KEY[-4:],
                        "key_place": "keyring",
                    }
                ]
            }
        ),
        "utf-8",
    )
    return server
