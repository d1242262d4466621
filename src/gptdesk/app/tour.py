"""Every page as a picture, in both languages and both themes, with made-up conversations."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from gptdesk.app.application import Application
from gptdesk.app.screen import use_hidden_screen
from gptdesk.app.tour_images import (
    hang_pictures,
    show_canvas,
    show_comparison,
    show_picture,
)
from gptdesk.app.tour_transcript import write_down_meeting
from gptdesk.app.waiting import wait_until
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.domain.resources import resource_root
from gptdesk.domain.settings import Settings, ThemeChoice
from gptdesk.storage.connections import ConnectionsFile
from gptdesk.storage.conversations import Conversations
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.settings import SettingsFile
from gptdesk.ui.settings.page import SettingsPage
from gptdesk.ui.settings.sections import sections

SIZE = (1280, 800)
START_SECONDS = 60.0
CALM_SECONDS = 0.3
"""Long enough for lists to be read and lines to be laid out; nothing in the window moves then."""


@dataclass(frozen=True, slots=True)
class Look:
    """One language in one theme."""

    language: str
    theme: ThemeChoice

    @property
    def suffix(self) -> str:
        return f"{self.theme.value}-{self.language.split('_')[0]}"


LOOKS = tuple(
    Look(language, theme)
    for language in ("en", "zh_CN")
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK)
)


def run_tour(argv: Sequence[str], folder: Path) -> int:
    """Write the pictures to `folder` and name each; nothing of the user's own is shown."""
    use_hidden_screen()
    folder.mkdir(parents=True, exist_ok=True)
    for look in LOOKS:
        for picture in _first_start(look, folder):
            print(picture, flush=True)
        for picture in _in_use(look, folder):
            print(picture, flush=True)
    return 0


def _first_start(look: Look, folder: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="gptdesk-tour-") as profile:
        paths = Paths.for_profile(profile)
        paths.create()
        app = _opened(look, paths)
        yield _picture(app, "first-start", look, folder)
        app.close()


def _in_use(look: Look, folder: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="gptdesk-tour-") as profile:
        paths = Paths.for_profile(profile)
        paths.create()
        asyncio.run(_furnish(paths, look.language))
        app = _opened(look, paths)
        for tab in ("chat", "images", "speech", "transcription", "learn", "faq"):
            app.window.show_tab(tab)
            if tab in ("learn", "faq"):
                wait_until(lambda: app.presenters.help.is_read, START_SECONDS)
            if tab == "images":
                yield from _images(app, look, folder)
            else:
                yield _picture(app, tab, look, folder)
        app.window.show_tab("settings")
        page = app.window.page("settings")
        assert isinstance(page, SettingsPage)
        for section in sections():
            page.open(section.id)
            yield _picture(app, f"settings-{section.id}", look, folder)
        app.window.show_tab("chat")
        app.window.open_palette("se")
        yield _picture(app, "palette", look, folder)
        app.close()


def _images(app: Application, look: Look, folder: Path) -> Iterator[Path]:
    for name, show in (
        ("images", show_picture),
        ("images-compare", show_comparison),
        ("images-canvas", show_canvas),
    ):
        show(app)
        yield _picture(app, name, look, folder)


def _opened(look: Look, paths: Paths) -> Application:
    words = ["--lang", look.language, "--theme", look.theme.value]
    app = Application(words, paths=paths)
    app.window.resize(*SIZE)
    app.window.show_tab("chat")
    wait_until(lambda: app.is_started, START_SECONDS)
    return app


def _picture(app: Application, name: str, look: Look, folder: Path) -> Path:
    wait_until(partial(bool, 0), CALM_SECONDS)
    file = folder / f"{name}-{look.suffix}.png"
    app.window.grab().save(str(file))
    return file


async def _furnish(paths: Paths, language: str) -> None:
    """Store the made-up conversations as if somebody had talked."""
    story = json.loads((resource_root() / "tour" / f"{language}.json").read_text("utf-8"))
    connection = Connection(
        "tour", story["connection"], ConnectionKind.CUSTOM, story["address"], story["model"]
    )
    await ConnectionsFile(paths.connections, paths.damaged).save([connection])
    opened = await open_database(paths)
    store = Conversations(opened.database)
    for number, told in enumerate(story["conversations"]):
        await _tell(store, f"tour{number}", told, story["model"])
    await write_down_meeting(opened.database, language)
    await hang_pictures(paths, opened.database, language)
    opened.database.close()
    chosen = Settings(last_conversation=f"tour{story['open']}", connection_id="tour")
    SettingsFile(paths.settings, paths.damaged).save(chosen)


async def _tell(store: Conversations, name: str, told: dict[str, Any], model: str) -> None:
    when = time.time() - told["hours"] * 3600
    await store.create(
        Conversation(
            name, told["title"], created=when, updated=when, connection_id="tour", model=model
        )
    )
    for position, text in enumerate(told["messages"]):
        is_answer = position % 2 == 1
        await store.add(
            ChatMessage(
                f"{name}-{position}",
                name,
                position,
                Role.ASSISTANT if is_answer else Role.USER,
                text,
                MessageState.DONE,
                when,
                model=model if is_answer else "",
                connection_id="tour",
                finish="stop" if is_answer else "",
                seconds=3.1 if is_answer else None,
            )
        )
    if told.get("pinned"):
        await store.set_pinned(name, True)
    if draft := told.get("draft"):
        await store.save_draft(name, draft)
