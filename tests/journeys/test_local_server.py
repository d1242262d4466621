"""A server of one's own, set up by its preset, address and key as any user would do it."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.packs import PackState
from gptdesk.offline.engine import OfflineEngine
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.manifest import load_packs
from journeys.conftest import Desk

ROOT = Path(__file__).resolve().parents[2]
PACKS = Path(os.environ.get("GPTDESK_TEST_PACKS", ROOT / ".cache" / "test-profile" / "packs"))
SMALL = "smollm2-135m-instruct"
PRESET = "llamacpp"


@pytest.fixture
def llama_server() -> Iterator[Endpoint]:
    """The engine with the small model, in a loop of its own, at a port and with a key."""
    installer = DiskPackInstaller(PACKS, load_packs())
    if asyncio.run(installer.status(SMALL)).state is not PackState.READY:
        pytest.fail(f"The test pack is not in {PACKS}: see test_offline_engine.py", pytrace=False)
    ready, found = threading.Event(), list[Endpoint]()
    loop, done = asyncio.new_event_loop(), asyncio.Event()

    async def serve() -> None:
        engine = OfflineEngine(PACKS, installer)
        try:
            async with engine.lease(SMALL) as endpoint:
                found.append(endpoint)
                ready.set()
                await done.wait()
        finally:
            ready.set()
            await engine.stop()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    try:
        assert ready.wait(120) and found, "the engine did not start"
        yield found[0]
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join()
        loop.close()


def typed(desk: Desk, name: str, text: str) -> None:
    field = desk.part(name, QLineEdit)
    field.selectAll()
    field.insert(text)
    field.textEdited.emit(field.text())


def pressed(desk: Desk, name: str) -> None:
    button = desk.part(name, QAbstractButton)
    desk.wait_for(button.isEnabled)
    button.click()


def test_a_llama_server_is_set_up_checked_saved_and_asked(
    open_desk: Callable[..., Desk], llama_server: Any
) -> None:
    desk = open_desk()
    desk.app.window.show_tab("settings")
    settings = desk.app.presenters.settings
    assert settings is not None
    settings.add_connection()
    preset = desk.part("settings.preset", QComboBox)
    preset.setCurrentIndex(preset.findData(PRESET))
    preset.activated.emit(preset.currentIndex())
    typed(desk, "settings.url", llama_server.base_url)
    typed(desk, "settings.key", llama_server.key)
    form = settings.connections._view.form
    assert form.draft().preset == PRESET

    pressed(desk, "settings.check")
    desk.wait_for(lambda: form.checkup._result is not None, 60_000)
    assert form.checkup._result.problem is None, form.checkup._result.problem
    assert [one.state.value for one in form.checkup._result.steps[-2:]] == ["ok", "ok"]

    pressed(desk, "settings.save")
    desk.wait_for(lambda: desk.part("settings.chat").isVisible())
    pressed(desk, "settings.chat")
    desk.type("Say hello.")
    desk.send()
    desk.wait_for(lambda: len(desk.texts()) == 2 and bool(desk.texts()[1].strip()), 60_000)
    desk.part("chat.stop", QAbstractButton).click()  # a model this small never comes to an end
    desk.wait_for(lambda: not desk.is_answering)
