from __future__ import annotations

import asyncio

import pytest

from gptdesk.domain.messages import ChatMessage, MessageState, Role
from gptdesk.domain.packs import InstallProgress, Pack, PackFile, PackState, PackStatus
from gptdesk.domain.ports import Backup
from gptdesk.services.backups import DUE_AFTER, BackupService
from gptdesk.services.conversations import ConversationService
from gptdesk.services.packs import PackService


def run(coroutine):
    return asyncio.run(coroutine)


async def listed(events):
    return [event async for event in events]


class Shelf:
    def __init__(self, *backups):
        self.backups_ = list(backups)
        self.restored = []

    async def backups(self):
        return tuple(self.backups_)

    async def create(self):
        backup = Backup("new", 1000.0, 1)
        self.backups_.insert(0, backup)
        return backup

    async def restore(self, name):
        self.restored.append(name)


@pytest.mark.parametrize(("age", "name"), [(DUE_AFTER - 1, "old"), (DUE_AFTER, "new")])
def test_a_backup_is_made_only_when_the_newest_is_old(age, name, store):
    service = BackupService(Shelf(Backup("old", 0.0, 1)), store, now=lambda: age)
    assert run(service.create_if_due()).name == name


def test_the_first_backup_is_made_as_soon_as_there_is_something_to_lose(store, conversation):
    service = BackupService(Shelf(), store, now=lambda: 0.0)
    assert run(service.latest()) is None
    assert run(service.create_if_due()).name == "new"
    assert [b.name for b in run(service.all())] == ["new"]


def test_nothing_is_backed_up_while_there_is_nothing(store):
    shelf = Shelf()
    assert run(BackupService(shelf, store).create_if_due()) is None
    assert shelf.backups_ == []


def test_a_backup_is_made_and_restored_on_request(store):
    shelf = Shelf()
    run(BackupService(shelf, store).create())
    run(BackupService(shelf, store).restore("new"))
    assert shelf.restored == ["new"]


def test_test_packs_are_hidden_until_they_are_there(packs, engine):
    service = PackService(packs, engine)
    assert [s.pack.id for s in run(service.statuses())] == ["big", "small"]
    packs.ready.add("tiny")
    assert [s.pack.id for s in run(service.statuses())] == ["big", "small", "tiny"]


def test_a_pack_is_installed_checked_and_removed(packs, engine):
    service = PackService(packs, engine)
    assert service.starters() == ("small",)
    assert run(listed(service.install(service.starter()))) == ["half", "whole"]
    assert run(service.status("small")).state is PackState.READY
    assert run(listed(service.verify("small"))) == ["read"]
    run(service.remove("small"))
    assert (engine.stopped, packs.removed) == (1, ["small"])


class Parts:
    """A starter pack of three parts, of which one is here."""

    def __init__(self):
        self.asked = []

    def packs(self):
        return tuple(
            Pack(task, task, task, {}, {}, "MIT", "", 0, 0, (PackFile("f", size, "", ()),),
                 is_starter=True)
            for task, size in (("chat", 500), ("speech", 100), ("transcription", 150))
        )  # fmt: skip

    async def status(self, pack_id):
        pack = next(p for p in self.packs() if p.id == pack_id)
        is_here = pack_id == "speech"
        return PackStatus(pack, PackState.READY if is_here else PackState.ABSENT, is_here * 100)

    async def install(self, pack_id):
        self.asked.append(pack_id)
        yield InstallProgress(pack_id, "download", 50, 150)


def test_all_missing_parts_of_the_starter_pack_are_fetched_as_one_download(engine):
    parts = Parts()
    steps = run(listed(PackService(parts, engine).install_starters()))
    assert parts.asked == ["chat", "transcription"]
    assert [(step.done, step.total) for step in steps] == [(50, 750), (650, 750)]


def test_idle_time_reaches_the_engine_in_seconds(packs, engine):
    PackService(packs, engine).set_idle_minutes(5)
    assert engine.idle_seconds == 300.0


def test_a_title_by_hand_is_one_line_and_an_empty_one_is_automatic(store, conversation):
    service = ConversationService(store)
    renamed = run(service.rename("chat", "  My \n trip  "))
    assert (renamed.title, renamed.title_is_automatic) == ("My trip", False)
    assert run(service.rename("chat", " ")).title_is_automatic


def test_a_new_conversation_has_its_own_id(store):
    service = ConversationService(store, now=lambda: 3.0)
    first, second = run(service.new("c1", "m")), run(service.new())
    assert first.id != second.id
    assert (first.connection_id, first.model, first.created) == ("c1", "m", 3.0)


def test_a_conversation_is_copied_as_markdown(store, conversation):
    store.messages = [
        ChatMessage("1", "chat", 0, Role.USER, "Why?"),
        ChatMessage("2", "chat", 1, Role.ASSISTANT, "**Because.**", model="m"),
    ]
    service = ConversationService(store)
    run(service.rename("chat", "A question"))
    text = run(service.as_markdown("chat", ("You", "Answer")))
    assert text == "# A question\n\n**You**\n\nWhy?\n\n**m**\n\n**Because.**\n"


@pytest.mark.parametrize(("step", "seen"), [(1, "two"), (-1, "one"), (9, "two"), (0, "one")])
def test_versions_are_walked_to_the_ends_and_no_further(store, conversation, step, seen):
    store.messages = [
        ChatMessage("1", "chat", 1, Role.ASSISTANT, "one"),
        ChatMessage("2", "chat", 1, Role.ASSISTANT, "two"),
    ]
    assert run(ConversationService(store).step_version("chat", 1, "1", step)).text == seen


def test_trouble_can_be_set_aside(store, conversation):
    store.messages = [
        ChatMessage("1", "chat", 0, Role.USER, "hi", MessageState.UNSENT, problem="key-refused")
    ]
    run(ConversationService(store).set_aside("1"))
    assert store.messages[0].state is MessageState.DONE
    assert store.messages[0].problem == ""
