"""A chat model translates and sums up transcripts: times stay, nothing is asked twice."""

from __future__ import annotations

import asyncio
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace

import pytest

from gptdesk.domain.catalogue import Catalogue, Price
from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint
from gptdesk.domain.costs import FREE
from gptdesk.domain.events import EngineStarting, Finished, TextDelta, UsageReported
from gptdesk.domain.packs import EngineState
from gptdesk.domain.problems import AnswerEmpty, AnswerIncomplete, ConnectionCut, EngineCrashed
from gptdesk.domain.transcript_asking import Wish, batches, translated_lines
from gptdesk.domain.transcription import Segment
from gptdesk.services.prices import PriceBook
from gptdesk.services.transcript_chat import PartRead, Spent, TranscriptChat, Translated
from transcript_examples import MEETING, NAMES

CLOUD = Connection("c", "Cloud", ConnectionKind.CUSTOM, "https://x.invalid/v1")
HERE = Connection("offline", "", ConnectionKind.OFFLINE, "")
THREE = tuple(Segment(n, n, n + 1, f"Satz {n}.") for n in (1, 2, 3))


class Model:
    """Answers with one script a request; "…" never ends."""

    def __init__(self, *scripts) -> None:
        self.scripts, self.asked, self.closed = list(scripts), [], 0

    async def stream(self, endpoint, model, history, options):
        self.asked.append([message.text for message in history])
        try:
            for step in self.scripts.pop(0):
                if isinstance(step, BaseException):
                    raise step
                if step == "…":
                    await asyncio.Event().wait()
                yield TextDelta(step) if isinstance(step, str) else step
            yield Finished("stop")
        finally:
            self.closed += 1


class Ways:
    @asynccontextmanager
    async def endpoint(self, connection, model, task="chat"):
        yield Endpoint(connection.id, connection.base_url, "k")


class Sleeping:
    def state(self, task="chat"):
        return EngineState.STOPPED


class Books:
    """Every request costs a cent."""

    def __init__(self) -> None:
        self.notes = []

    async def note(self, task, connection, model, usage, *, is_estimate=False):
        self.notes.append((usage.input_tokens, is_estimate))
        return 0.01


class Conversations:
    def __init__(self) -> None:
        self.kept = {}

    async def new(self, connection_id="", model=""):
        return type("Conversation", (), {"id": "new"})

    async def rename(self, conversation_id, title):
        self.kept["title"] = title

    async def save_draft(self, conversation_id, draft):
        self.kept[conversation_id] = draft


class Desk:
    def __init__(self, *scripts) -> None:
        self.model, self.books, self.conversations = Model(*scripts), Books(), Conversations()
        self.prices = PriceBook(Catalogue(), None)
        self.chat = TranscriptChat(
            Ways(), self.model, Sleeping(), self.prices, self.conversations, self.books
        )
        self.seen = []

    def take(self, events):
        async def whole():
            async with aclosing(events):
                async for event in events:
                    self.seen.append(event)

        asyncio.run(whole())
        return self.seen

    def translate(self, segments, connection=CLOUD):
        self.take(self.chat.translate(connection, "m", segments, "English"))
        return [
            one for event in self.seen if isinstance(event, Translated) for one in event.segments
        ]

    def sum_up(self, segments, wish=Wish.SUMMARY, connection=CLOUD):
        self.take(self.chat.sum_up(connection, "m", segments, NAMES, wish, "English"))
        return "".join(event.text for event in self.seen if isinstance(event, TextDelta))


def test_every_segment_is_translated_and_keeps_its_time_id_and_speaker():
    desk = Desk(["[1] First.\n[2] Sec", "ond.\n[3] Third."])
    assert desk.translate(THREE) == [
        replace(one, text=text, is_edited=True)
        for one, text in zip(THREE, ("First.", "Second.", "Third."), strict=True)
    ]
    assert desk.model.asked[0][1] == "[1] Satz 1.\n[2] Satz 2.\n[3] Satz 3."
    assert "English" in desk.model.asked[0][0]


def test_lines_that_an_answer_leaves_out_are_asked_for_once_more_alone():
    desk = Desk(["Here you are:\n[1] First.\n[7] Invented.\n[3] Third."], ["Second."])
    assert sorted(one.text for one in desk.translate(THREE)) == ["First.", "Second.", "Third."]
    assert [asked[1].count("\n") for asked in desk.model.asked] == [2, 0]
    assert [event.done for event in desk.seen if isinstance(event, Translated)] == [2, 3]


def test_a_line_that_never_comes_is_said_and_the_others_are_kept():
    desk = Desk(["[1] First.\n[2] Second."], [" "])
    with pytest.raises(AnswerIncomplete):
        desk.translate(THREE)
    assert [event.done for event in desk.seen if isinstance(event, Translated)] == [2]


def test_empty_segments_are_not_sent():
    desk = Desk(["[1] First."])
    desk.translate((Segment(1, 0, 1, " "), THREE[0]))
    assert desk.model.asked[0][1] == "[1] Satz 1."
    assert Desk().translate(()) == []


def test_an_answer_is_read_by_its_numbers():
    assert translated_lines("[2] b\ngoes on\n\n[1] a\n[1x] z", 2) == {0: "a [1x] z", 1: "b goes on"}
    assert translated_lines("[0] no\n[-1] no\n[99999999999] no", 2) == {}
    assert translated_lines("without any number", 1) == {0: "without any number"}


def test_long_transcripts_go_in_several_requests():
    many = tuple(Segment(n, n, n + 1, "字" * 100) for n in range(100))
    groups = list(batches(many, 3000))
    assert [one for group in groups for one in group] == list(many)
    assert max(len(group) for group in groups) == 10
    short = tuple(Segment(n, n, n + 1, "a") for n in range(100))
    assert [len(group) for group in batches(short, 3000)] == [40, 40, 20]


def test_what_was_used_is_written_down_also_when_it_is_stopped():
    async def stop():
        events = desk.chat.translate(CLOUD, "m", THREE, "English")
        task = asyncio.ensure_future(anext(events))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await events.aclose()

    desk = Desk(["[1] Fir", "…"])
    asyncio.run(stop())
    assert desk.model.closed == 1
    assert [is_estimate for _, is_estimate in desk.books.notes] == [True]


def test_the_costs_of_all_requests_are_added_up():
    desk = Desk(["[1] a\n[3] c", UsageReported(50, 5)], ["b"])
    desk.translate(THREE)
    assert [event.cost for event in desk.seen if isinstance(event, Spent)] == [0.01, 0.02]
    assert desk.books.notes[0] == (50, False)


def test_a_summary_arrives_as_it_is_written_and_names_the_speakers():
    desk = Desk(["# Sum", "mary"])
    assert desk.sum_up(MEETING) == "# Summary"
    assert "张老师：先说第一件事" in desk.model.asked[0][1]


def test_a_long_transcript_is_read_in_parts_first():
    many = tuple(
        Segment(n, n, n + 1, "This is a sentence of some length. " * 20) for n in range(100)
    )
    desk = Desk(*([f"notes {n}"] for n in range(9)))
    said = desk.sum_up(many, Wish.ACTIONS)
    parts = [event for event in desk.seen if isinstance(event, PartRead)]
    assert parts[-1].done == parts[-1].total == len(desk.model.asked) - 1 > 1
    assert said == f"notes {len(parts)}"
    assert desk.model.asked[-1][1].startswith("notes 0\n\nnotes 1")
    read = "".join(asked[1] for asked in desk.model.asked[:-1])
    assert read.count("sentence") == 2000


def test_an_empty_summary_is_a_failure():
    with pytest.raises(AnswerEmpty):
        Desk([" "]).sum_up(THREE)


def test_the_engine_on_this_computer_says_that_it_starts_and_that_it_crashed():
    desk = Desk(["[1] First.", ConnectionCut()])
    with pytest.raises(EngineCrashed):
        desk.translate(THREE, HERE)
    assert isinstance(desk.seen[0], EngineStarting)


def test_the_price_is_said_before():
    desk = Desk()
    assert desk.chat.estimate(HERE, "m", THREE, Wish.SUMMARY) == FREE
    assert not desk.chat.estimate(CLOUD, "m", THREE, Wish.SUMMARY).is_known
    desk.prices._own[(desk.prices.service_of(CLOUD), "m")] = Price(input=1.0, output=2.0)
    few = desk.chat.estimate(CLOUD, "m", THREE, Wish.TRANSLATION)
    many = desk.chat.estimate(CLOUD, "m", THREE * 200, Wish.TRANSLATION)
    assert 0 < few.low < few.high < many.high
    assert few.is_rough


def test_a_transcript_is_handed_to_chat_as_the_draft_of_a_new_conversation():
    desk = Desk()
    place = asyncio.run(desk.chat.open_in_chat("Meeting", "words\n", "This was said:"))
    assert desk.conversations.kept == {"title": "Meeting", place: "This was said:\n\nwords\n\n"}
