"""Attachments in the database and their bytes on the disk."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from gptdesk.domain.attachments import Attachment, content_id
from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.domain.problems import AttachmentMissing, DiskFull
from gptdesk.storage.conversations import KEPT_AFTER_DELETING, Conversations
from gptdesk.storage.media import KEPT_AS_ORPHAN, Media


def picture(data: bytes = b"pixels", name: str = "a.png", width: int = 4) -> Attachment:
    return Attachment(content_id(data), "image/png", width, 3, len(data), name)


@pytest.fixture
def media(paths, database, clock) -> Media:
    return Media(paths.media, database, clock)


@pytest.fixture
def chat(store: Conversations, run) -> Conversations:
    run(store.create(Conversation("c", created=1.0, updated=1.0)))
    return store


def question(*attachments: Attachment, name: str = "q", text: str = "What is it?") -> ChatMessage:
    return ChatMessage(name, "c", 0, Role.USER, text, attachments=attachments)


# Bytes


def test_what_was_written_is_read_again_byte_for_byte(media, run, paths):
    one = picture()
    run(media.write(b"pixels", one))
    assert run(media.read(one)) == b"pixels"
    (file,) = paths.media.rglob("*.png")
    assert file.relative_to(paths.media).as_posix() == f"{one.id[:2]}/{one.id}.png"


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_the_file_is_for_its_owner_alone(media, run):
    one = picture()
    run(media.write(b"pixels", one))
    path = media.path(one)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_same_picture_is_never_written_twice(media, run):
    one = picture()
    run(media.write(b"pixels", one))
    before = media.path(one).stat().st_ino
    run(media.write(b"pixels", replace(one, name="another name.png")))
    assert media.path(one).stat().st_ino == before


def test_a_full_disk_is_said_and_leaves_no_part_behind(media, run, paths, monkeypatch):
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        run(media.write(b"pixels", picture()))
    assert [path for path in paths.media.rglob("*") if path.is_file()] == []


def test_a_picture_whose_file_is_gone_or_changed_is_missing(media, run):
    one = picture()
    with pytest.raises(AttachmentMissing):
        run(media.read(one))
    run(media.write(b"pixels", one))
    media.path(one).write_bytes(b"other!")
    with pytest.raises(AttachmentMissing):
        run(media.read(one))


def test_a_copy_is_exactly_what_was_sent(media, run, tmp_path: Path):
    one = picture()
    run(media.write(b"pixels", one))
    run(media.save_copy(one, str(tmp_path / "copy.png")))
    assert (tmp_path / "copy.png").read_bytes() == b"pixels"


# Which picture belongs where


def test_a_message_comes_back_with_its_pictures_in_their_order(chat, run):
    sent = question(picture(b"2", "two.png"), picture(b"1", "一.png"), picture(b"2", "again.png"))
    run(chat.add(sent))
    run(chat.add(ChatMessage("a", "c", 1, Role.ASSISTANT, "A cat.")))
    assert run(chat.bodies("c", 0, 1))[0] == sent
    assert run(chat.bodies("c", 0, 1))[1].attachments == ()
    assert [header.attachments for header in run(chat.headers("c"))] == [3, 0]


def test_pictures_stay_with_their_message_whatever_becomes_of_it(chat, run):
    run(chat.add(question(picture())))
    run(chat.set_state("q", MessageState.UNSENT, "network-down"))
    run(chat.finish(question(picture())))
    assert run(chat.bodies("c", 0, 0))[0].attachments == (picture(),)
    assert run(chat.versions("c", 0))[0].attachments == (picture(),)
    assert run(chat.choose_version("q")).attachments == (picture(),)


def test_a_draft_keeps_its_pictures_apart_from_those_of_messages(chat, run):
    run(chat.add(question(picture(b"sent"))))
    run(chat.save_draft_attachments("c", [picture(b"b"), picture(b"a")]))
    found = run(chat.conversation("c"))
    assert found.draft_attachments == (picture(b"b"), picture(b"a"))
    assert found.has_draft
    assert run(chat.conversations())[0].draft_attachments == found.draft_attachments
    run(chat.save_draft_attachments("c", [picture(b"a")]))
    assert run(chat.conversation("c")).draft_attachments == (picture(b"a"),)
    run(chat.save_draft_attachments("c", []))
    assert not run(chat.conversation("c")).has_draft
    assert run(chat.bodies("c", 0, 0))[0].attachments == (picture(b"sent"),)


def test_the_list_counts_the_pictures_of_what_was_said_last(chat, run):
    run(chat.add(question(picture(), text="")))
    row = run(chat.conversation("c"))
    assert (row.preview, row.preview_pictures) == ("", 1)
    run(chat.add(ChatMessage("a", "c", 1, Role.ASSISTANT, "A cat.")))
    row = run(chat.conversation("c"))
    assert (row.preview, row.preview_pictures) == ("A cat.", 0)


# What nothing needs any more


def files(paths) -> list[str]:
    return sorted(path.stem for path in paths.media.rglob("*.png"))


def test_a_file_goes_only_months_after_nothing_needed_it_any_more(media, chat, run, paths, clock):
    for data in (b"sent", b"draft", b"orphan"):
        run(media.write(data, picture(data)))
    run(chat.add(question(picture(b"sent"))))
    run(chat.save_draft_attachments("c", [picture(b"draft")]))
    run(media.purge())
    clock.now += KEPT_AS_ORPHAN - 1
    run(media.purge())
    assert len(files(paths)) == 3
    clock.now += 2
    run(media.purge())
    assert files(paths) == sorted([content_id(b"sent"), content_id(b"draft")])


def test_a_file_that_is_needed_again_begins_anew(media, chat, run, paths, clock):
    run(media.write(b"p", picture(b"p")))
    run(media.purge())
    run(chat.save_draft_attachments("c", [picture(b"p")]))
    run(media.purge())
    run(chat.save_draft_attachments("c", []))
    clock.now += KEPT_AS_ORPHAN + 1
    run(media.purge())
    assert files(paths) == [content_id(b"p")]


def test_pictures_of_a_deleted_conversation_outlive_it_for_a_while(
    media, chat, run, paths, clock, database
):
    run(media.write(b"p", picture(b"p")))
    run(chat.add(question(picture(b"p"))))
    run(chat.delete("c"))
    clock.now += KEPT_AFTER_DELETING + 1
    run(chat.purge())
    run(media.purge())
    assert run(
        database.run(lambda c: c.execute("SELECT count(*) FROM attachments").fetchone())
    ) == (0,)
    assert files(paths) == [content_id(b"p")]
    clock.now += KEPT_AS_ORPHAN + 1
    run(media.purge())
    assert files(paths) == []
