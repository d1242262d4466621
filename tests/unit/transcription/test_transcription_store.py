"""What was written down is kept, found again, corrected and at last forgotten."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from gptdesk.domain.transcription import (
    JobState,
    Piece,
    PieceState,
    Recording,
    Segment,
    TranscriptionJob,
    TranscriptionSettings,
    Word,
)
from gptdesk.storage.opening import open_database
from gptdesk.storage.piece_files import PieceFiles
from gptdesk.storage.transcription import KEPT_AFTER_DELETING, Transcriptions

SETTINGS = TranscriptionSettings("mine", "whisper-1", "zh", "Namen", ("苹果", "pear"), True, True)
SEGMENT = Segment(0, 0.5, 2.0, "今天天气很好。", "", 0.9, (Word(0.5, 1.0, "今天", 0.8),))


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def in_store(paths, clock):
    """Run a coroutine function with an open store."""

    def run(work):
        async def whole():
            database = (await open_database(paths)).database
            try:
                return await work(Transcriptions(database, clock))
            finally:
                database.close()

        return asyncio.run(whole())

    return run


def job(name="a", title="Talk", **how):
    recording = Recording(Path("/music/talk.m4a"), 90.0, 12345)
    return TranscriptionJob(name, title, recording, SETTINGS, 5.0, **how)


async def filled(store, name="a", *texts, title="Talk"):
    await store.create(job(name, title))
    pieces = [Piece(n, n * 10.0, n * 10.0 + 10) for n in range(len(texts))]
    await store.set_pieces(name, pieces, len(texts) * 10.0)
    for piece, text in zip(pieces, texts, strict=True):
        ready = replace(piece, state=PieceState.READY)
        segment = Segment(0, piece.start, piece.end, text)
        await store.keep_heard(name, ready, [segment], "en", 0.5)


def test_a_job_comes_back_as_it_was(in_store):
    whole = job(
        pieces=(Piece(0, 0.0, 40.0), Piece(1, 40.0, 90.0, 3.0, PieceState.FAILED, "timed-out")),
        segments=(SEGMENT, Segment(1, 3.0, 4.0, "b", "speaker_1", None, (), False, True)),
        speakers={"speaker_1": "小王"},
    )

    async def work(store):
        await store.create(whole)
        assert await store.job("a") == whole

    in_store(work)


def test_pieces_that_are_heard_are_kept_with_their_text(in_store):
    async def work(store):
        await store.create(job())
        await store.set_pieces("a", [Piece(0, 0, 10), Piece(1, 10, 20)], 20.0)
        second = Piece(1, 10.0, 20.0, state=PieceState.READY)
        kept = await store.keep_heard("a", second, [Segment(0, 11, 12, "two")], "zh", 0.25)
        assert [segment.id for segment in kept] == [100_000]
        assert (await store.job("a")).cost == 0.25
        first = Piece(0, 0.0, 10.0, state=PieceState.READY)
        await store.keep_heard("a", first, [Segment(0, 1, 2, "one")], "en", None)
        found = await store.job("a")
        assert [segment.text for segment in found.segments] == ["one", "two"]
        assert found.language == "zh"
        assert found.cost is None, "one of its parts is not known"
        assert found.recording.seconds == 20.0
        assert found.is_complete

    in_store(work)


def test_cutting_further_leaves_what_is_ready_alone(in_store):
    async def work(store):
        await store.create(job())
        await store.set_pieces("a", [Piece(0, 0, 10)], 10.0)
        ready = Piece(0, 0.0, 10.0, state=PieceState.READY)
        await store.keep_heard("a", ready, [Segment(0, 1, 2, "one")], "", 0.0)
        await store.set_pieces(
            "a", [Piece(0, 0, 10, state=PieceState.SENDING), Piece(1, 10, 20)], 20
        )
        assert [p.state for p in (await store.job("a")).pieces] == [
            PieceState.READY, PieceState.WAITING,
        ]  # fmt: skip

    in_store(work)


def test_what_was_at_work_when_the_app_ended_waits_to_go_on(in_store):
    async def work(store):
        await store.create(job(pieces=(Piece(0, 0, 10, state=PieceState.SENDING),)))
        await store.set_state("a", JobState.WORKING)
        found = await store.job("a")
        assert (found.state, found.pieces[0].state) == (JobState.STOPPED, PieceState.WAITING)
        (header,) = await store.headers()
        assert header.state is JobState.STOPPED

    in_store(work)


def test_edits_change_only_what_was_edited(in_store):
    async def work(store):
        await filled(store, "a", "one river", "two apples", "three lemons")
        one, two, three = (await store.job("a")).segments
        both = replace(one, end=two.end, text="one river two pears", is_edited=True)
        added = Segment(200_050, 22.0, 25.0, "a new one")
        await store.save_segments("a", [both, three, added])
        assert (await store.job("a")).segments == (both, three, added)
        assert [h.id for h in await store.headers("pears")] == ["a"]
        assert await store.headers("apples") == ()
        (header,) = await store.headers()
        assert header.beginning.startswith("one river two pears three")

    in_store(work)


def test_an_amended_seam_leaves_what_a_person_wrote(in_store):
    async def work(store):
        await filled(store, "a", "one", "two", "three")
        one, two, three = (await store.job("a")).segments
        edited = replace(one, text="ONE", is_edited=True)
        await store.save_segments("a", [edited, two, three])
        await store.amend("a", [replace(one, text="o"), replace(two, text=""),
                                replace(three, text="3")])  # fmt: skip
        assert [s.text for s in (await store.job("a")).segments] == ["ONE", "3"]
        assert await store.headers("two") == ()

    in_store(work)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("river", ["a"]),
        ("RIV", ["a"]),
        ("公园", ["b"]),
        ("园", ["b"]),
        ("散步 天气", ["b"]),
        ("iver", ["a"]),
        ("budget", ["c"]),
        ("budget river", []),
        ("walnut river", ["a"]),
        ("nothing", []),
        ("   ", ["c", "b", "a"]),
        ('"', []),
    ],
)
def test_the_history_is_searched_by_words_of_text_and_title(in_store, typed, found):
    async def work(store):
        await filled(store, "a", "The river is wide.", "Walnut trees.")
        await filled(store, "b", "今天天气很好。", "我们去公园散步。", title="星期天")
        await filled(store, "c", "Nothing of note", title="Budget 2027")
        await filled(store, "d", "river park")
        await store.delete("d")
        names = [header.id for header in await store.headers(typed)]
        assert names == (found if typed != "nothing" else ["c"])

    in_store(work)


def test_deleted_ones_can_be_restored_until_they_are_forgotten(in_store, clock):
    async def work(store):
        await filled(store, "a", "one")
        ours = job("b")
        await store.create(replace(ours, recording=Recording(Path("/x/r.wav"), is_ours=True)))
        await filled(store, "c", "three")
        for name in ("a", "b"):
            await store.delete(name)
        assert [header.id for header in await store.headers()] == ["c"]
        await store.restore("a")
        assert await store.purge() == ()
        clock.now += KEPT_AFTER_DELETING + 1
        assert await store.purge() == (Path("/x/r.wav"),)
        with pytest.raises(KeyError):
            await store.job("b")
        assert [header.id for header in await store.headers()] == ["c", "a"]

    in_store(work)


def test_the_draft_and_names_are_kept(in_store):
    async def work(store):
        assert await store.draft() is None
        await store.save_draft(SETTINGS)
        await store.save_draft(SETTINGS)
        assert await store.draft() == SETTINGS
        await store.create(job())
        await store.rename("a", "新名字")
        await store.save_speakers("a", {"speaker_1": "王"})
        await store.set_settings("a", replace(SETTINGS, model="other"))
        found = await store.job("a")
        assert (found.title, found.speakers) == ("新名字", {"speaker_1": "王"})
        assert found.settings.model == "other"

    in_store(work)


def test_half_a_sign_can_be_stored(in_store):
    async def work(store):
        await filled(store, "a", "broken \ud83d sign", title="\udc00")
        assert (await store.job("a")).segments[0].text == "broken ? sign"

    in_store(work)


def test_other_rules_of_searching_make_the_index_anew(in_store, paths):
    async def fill(store):
        await filled(store, "a", "The river is wide.")

    in_store(fill)
    with sqlite3.connect(paths.database) as connection:
        connection.execute(
            "INSERT INTO transcription_words (transcription_words) VALUES ('delete-all')"
        )
        connection.execute("UPDATE facts SET value = 'old' WHERE name = 'transcription index'")
    connection.close()

    async def look(store):
        assert [header.id for header in await store.headers("wide")] == ["a"]

    in_store(look)


def test_a_job_that_nobody_knows_is_our_own_mistake(in_store):
    async def work(store):
        with pytest.raises(KeyError):
            await store.job("x")
        with pytest.raises(KeyError):
            await store.set_state("x", JobState.DONE)

    in_store(work)


def test_pieces_of_finished_jobs_are_tidied_away(in_studio, server):
    async def work(studio):
        for name, state in (("a", JobState.DONE), ("b", JobState.STOPPED)):
            await studio.store.create(job(name))
            await studio.store.set_state(name, state)
            await studio.shelf.keep(name, "00000", b"12")
        await studio.shelf.keep("unknown", "00000", b"12")
        mine = studio.service.new_recording()
        mine.write_bytes(b"x")
        other = studio.record(b"1234")
        await studio.service.purge()
        assert studio.files == ["b/00000.wav"]
        await studio.shelf.remove([mine, other])
        assert (mine.exists(), other.exists()) == (False, True)

    in_studio(work)


def test_an_encoder_that_gives_up_leaves_the_plain_file(paths):
    from gptdesk.domain.problems import SoundNotWritten

    class Broken:
        async def write(self, path, chunks, rate):
            raise SoundNotWritten("no encoder")

    async def work():
        files = PieceFiles(paths.data, Broken())
        plain = await files.keep("a", "00000", b"1234")
        assert await files.encoded("a", "00000", "flac") == plain
        assert await files.samples("a", "00000") == b"1234"
        assert await files.samples("a", "00001") == b""

    asyncio.run(work())
