"""A chat model works with a transcript, as a person sees it."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QObject

from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import Estimate
from gptdesk.domain.events import TextDelta
from gptdesk.domain.problems import RateLimited
from gptdesk.domain.settings import Settings
from gptdesk.domain.transcript_asking import Wish
from gptdesk.runtime.calls import Calls
from gptdesk.services.transcript_chat import Spent, Translated
from gptdesk.ui.transcription.results.work_panel import WorkPanel
from gptdesk.ui.transcription.results.working import TextWork
from transcript_examples import meeting

CLOUD = Connection("c", "Cloud", ConnectionKind.CUSTOM, "https://x.invalid/v1")


class Chat:
    """Plays a script; "…" never ends."""

    def __init__(self) -> None:
        self.script, self.handed, self.closed = [], (), False

    def estimate(self, connection, model, segments, wish):
        return Estimate(0.01, 0.02)

    async def translate(self, connection, model, segments, language):
        try:
            for step in self.script:
                if isinstance(step, Exception):
                    raise step
                if step == "…":
                    await asyncio.Event().wait()
                yield step
        finally:
            self.closed = True

    def sum_up(self, connection, model, segments, names, wish, language):
        return self.translate(connection, model, segments, language)

    async def open_in_chat(self, *words):
        self.handed = words
        return "new"


class Desk:
    def __init__(self, qtbot, core) -> None:
        self.chat, self.owner, self.job, self.way = Chat(), QObject(), meeting(), (CLOUD, "m")
        self.panel = WorkPanel()
        qtbot.addWidget(self.panel)
        self.calls = Calls(core, self.owner)
        self.work = TextWork(
            self.panel, self.calls, self.chat, lambda: self.job, lambda: self.way, self.owner,
            settings=Settings,
        )  # fmt: skip
        self.translated = []
        self.work.translated.connect(self.translated.append)


@pytest.fixture
def desk(qtbot, core):
    desk = Desk(qtbot, core)
    yield desk
    desk.calls.shutdown()


def test_the_price_stands_on_the_button(desk):
    name = desk.panel.go.accessibleName()
    assert name.startswith("Translate ")
    assert "0.01" in name
    assert "0.02" in name
    desk.way = None
    desk.work.show_offer()
    assert not desk.panel.go.isEnabled()


def test_translated_segments_are_handed_over_as_they_come(desk, qtbot):
    part = desk.job.segments[:2]
    desk.chat.script = [Translated(part, 2, 5), Spent(0.01)]
    with qtbot.waitSignal(desk.work.ended):
        desk.panel.go.click()
    assert desk.translated == [part]
    assert not desk.panel.go.is_stop


def test_a_summary_is_shown_without_marks(desk, qtbot):
    desk.chat.script = [TextDelta("# About\n\n- snow"), TextDelta(" and ice")]
    desk.panel.choose(Wish.SUMMARY, "en")
    with qtbot.waitSignal(desk.work.ended):
        desk.panel.go.click()
    assert "#" not in desk.panel.result.shown
    assert "snow and ice" in desk.panel.result.shown


def test_the_same_button_stops(desk, qtbot):
    desk.chat.script = [Translated(desk.job.segments[:1], 1, 5), "…"]
    with qtbot.waitSignal(desk.work.translated):
        desk.panel.go.click()
    assert desk.panel.go.is_stop
    with qtbot.waitSignal(desk.work.ended):
        desk.panel.go.click()
    assert desk.chat.closed
    assert not desk.work.is_running


def test_a_failure_is_a_sentence_and_can_be_tried_again(desk, qtbot):
    desk.chat.script = [RateLimited(20)]
    with qtbot.waitSignal(desk.work.ended):
        desk.panel.go.click()
    assert desk.panel.notice.title == "The service asks for a pause"
    desk.chat.script = [Translated(desk.job.segments[:1], 1, 1)]
    with qtbot.waitSignal(desk.work.ended):
        desk.panel.notice.action.emit("retry")
    assert desk.panel.notice.isHidden()


def test_chat_gets_a_conversation_with_the_transcript(desk, qtbot):
    with qtbot.waitSignal(desk.work.chat_requested) as asked:
        desk.panel.chat.click()
    assert asked.args == ["new"]
    title, text, introduction, *way = desk.chat.handed
    assert (title, way) == ("About 社区议事会 #11", ["c", "m"])
    assert "张老师：先说第一件事" in text
    assert introduction == "This is the transcript of “社区议事会 #11”:"
