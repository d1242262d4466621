"""The gallery on the disk: found quickly, never half there, and undone as long as it can be."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gptdesk.domain.attachments import Attachment, content_id
from gptdesk.domain.gallery import Collection, PictureQuery
from gptdesk.domain.images import Origin, PictureRecord, PictureSettings, Way
from gptdesk.domain.problems import AttachmentMissing, DiskFull
from gptdesk.storage.image_jobs import ImageJobs
from gptdesk.storage.media import Media
from gptdesk.storage.picture_rows import add
from gptdesk.storage.pictures import KEPT_AFTER_DELETING, Pictures
from server.picturing import png

ALL = PictureQuery()


def file_of(data: bytes, name: str = "") -> Attachment:
    return Attachment(content_id(data), "image/png", 8, 8, len(data), name)


def picture(number: int, **more) -> PictureRecord:
    data = str(number).encode()
    usual = {"prompt": f"Picture {number}", "created": 1000.0 + number}
    return PictureRecord(id=f"p{number}", file=file_of(data), **{**usual, **more})


@pytest.fixture
def media(database, paths, clock) -> Media:
    return Media(paths.media, database, clock)


@pytest.fixture
def gallery(database, media, clock) -> Pictures:
    return Pictures(database, media, clock)


@pytest.fixture
def keep(gallery, run):
    def put(number: int, **more) -> PictureRecord:
        record = picture(number, **more)
        run(gallery.add(record, str(number).encode()))
        return record

    return put


def ids(run, gallery, **query):
    return [one.id for one in run(gallery.headers(PictureQuery(**query)))]


def test_a_picture_comes_back_as_it_was_kept(gallery, run, keep):
    keep(1)
    settings = PictureSettings("c", "m", "64x64", "low", compression=40, count=2, frames=3)
    record = keep(
        2, origin=Origin.PRACTICE, way=Way.EDIT, settings=settings, revised_prompt="Better",
        service="openai", cost=0.04, seconds=3.5, is_favourite=True, is_unfinished=True,
        parents=("p1",), job_id="j", mask=file_of(b"mask", "面具"),
    )  # fmt: skip
    assert run(gallery.records(["p2"])) == (record,)
    assert run(gallery.records(["p1"]))[0].children == 1


def test_the_newest_stand_first_and_pages_follow_each_other(gallery, run, keep):
    for number in range(7):
        keep(number, created=1000.0 + number // 2)
    walked, after = [], ""
    while True:
        page = run(gallery.page(ALL, after, 3))
        walked += [one.id for one in page.pictures]
        after = page.next
        if not after:
            break
    assert walked == ids(run, gallery) == [f"p{number}" for number in range(6, -1, -1)]
    assert run(gallery.count(ALL)) == 7


def test_pictures_are_found_by_words_in_both_languages(gallery, run, keep):
    keep(1, prompt="一只在月光下奔跑的红狐狸")
    keep(2, prompt="A red FOX at night", revised_prompt="Straße bei Nacht")
    assert ids(run, gallery, text="狐狸") == ["p1"]
    assert ids(run, gallery, text="fox NIGHT") == ["p2"]
    assert ids(run, gallery, text="strasse") == ["p2"]
    assert ids(run, gallery, text="fox day") == []
    assert ids(run, gallery, text="100%_") == []


def test_filters_narrow_what_is_seen(gallery, run, keep):
    keep(1, origin=Origin.UPLOAD)
    keep(2, settings=PictureSettings(model="a"), is_favourite=True)
    keep(3, settings=PictureSettings(model="b"))
    assert ids(run, gallery, origins=frozenset({Origin.UPLOAD})) == ["p1"]
    assert ids(run, gallery, models=frozenset({"a", "b"})) == ["p3", "p2"]
    assert ids(run, gallery, is_favourite=True) == ["p2"]
    assert ids(run, gallery, since=1002.0, until=1003.0) == ["p2"]
    assert run(gallery.models()) == ("a", "b")


def test_deleting_can_be_undone_until_the_month_is_over(gallery, run, keep, clock):
    for number in (1, 2):
        keep(number)
    run(gallery.delete(["p1", "p2"]))
    assert ids(run, gallery) == [] and len(ids(run, gallery, is_deleted=True)) == 2
    run(gallery.restore(["p1"]))
    clock.now += KEPT_AFTER_DELETING + 1
    run(gallery.purge())
    assert ids(run, gallery) == ["p1"] and ids(run, gallery, is_deleted=True) == []
    assert run(gallery.records(["p2"])) == ()


def test_a_family_is_told_from_every_member(gallery, run, keep):
    keep(1)
    keep(2, parents=("p1",))
    keep(3, parents=("p2", "p1"))
    keep(4)
    family = run(gallery.lineage("p2"))
    assert [one.id for one in family.pictures] == ["p1", "p2", "p3"]
    assert set(family.pairs) == {("p1", "p2"), ("p2", "p3"), ("p1", "p3")}


def test_grandchildren_know_where_they_come_from_when_a_parent_is_purged(gallery, run, keep, clock):
    keep(1)
    keep(2, parents=("p1",))
    keep(3, parents=("p2",))
    run(gallery.delete(["p2"]))
    clock.now += KEPT_AFTER_DELETING + 1
    run(gallery.purge())
    assert run(gallery.lineage("p3")).pairs == (("p1", "p3"),)


def test_collections_hold_pictures_and_come_back_with_them(gallery, run, keep):
    for number in (1, 2):
        keep(number)
    run(gallery.add_collection(Collection("c", "海报", 1.0)))
    run(gallery.collect(["p1", "p2", "p1"], "c"))
    run(gallery.uncollect(["p2"], "c"))
    assert ids(run, gallery, collection="c") == ["p1"]
    run(gallery.rename_collection("c", "Posters"))
    assert run(gallery.collections()) == (Collection("c", "Posters", 1.0, 1),)
    run(gallery.remove_collection("c"))
    assert run(gallery.collections()) == () and run(gallery.records(["p1"]))[0].collections == ()
    run(gallery.restore_collection("c"))
    assert run(gallery.records(["p1"]))[0].collections == ("c",)


def test_a_full_disk_leaves_no_record_and_no_file(gallery, media, run, paths, monkeypatch):
    async def full(data, attachment):
        raise DiskFull("no space")

    monkeypatch.setattr(media, "write", full)
    with pytest.raises(DiskFull):
        run(gallery.add(picture(1), b"1"))
    assert ids(run, gallery) == [] and not list(paths.media.glob("??/*"))


def test_what_was_half_kept_is_mended(gallery, media, database, run, keep):
    whole, half = picture(1), picture(2)
    run(database.run(lambda c: add(c, whole, is_whole=False)))
    run(database.run(lambda c: add(c, half, is_whole=False)))
    run(media.write(b"1", whole.file))
    keep(3)
    assert ids(run, gallery) == ["p3"]
    run(gallery.mend())
    assert ids(run, gallery) == ["p3", "p1"]


KILLED = """
import asyncio, sys
from pathlib import Path
from gptdesk.domain.attachments import Attachment, content_id
from gptdesk.domain.images import PictureRecord
from gptdesk.storage.media import Media
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.pictures import Pictures

async def work():
    paths = Paths.for_profile(sys.argv[1])
    opened = await open_database(paths)
    gallery = Pictures(opened.database, Media(paths.media, opened.database))
    for number in range(10_000):
        data = f"{number}-".encode() * 200_000
        file = Attachment(content_id(data), "image/png", 8, 8, len(data))
        await gallery.add(PictureRecord(f"p{number}", file, float(number)), data)
        print(number, flush=True)

asyncio.run(work())
"""


@pytest.mark.parametrize("seed", range(3))
def test_killed_while_saving_nothing_is_half_there(opened, paths, run, clock, seed):
    command = [sys.executable, "-c", KILLED, str(paths.data)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(random.Random(seed).randint(2, 6))]
    os.kill(child.pid, signal.SIGKILL)
    child.stdout.read()
    child.stdout.close()
    child.wait()
    database = opened().database
    media = Media(paths.media, database, clock)
    gallery = Pictures(database, media, clock)
    run(gallery.mend())
    found = run(gallery.records(ids(run, gallery)))
    assert {one.id for one in found} >= {f"p{line.strip()}" for line in told}
    for record in found:
        assert len(run(media.read(record.file))) == record.file.bytes


def test_files_stay_as_long_as_a_picture_an_order_or_a_draft_needs_them(
    gallery, media, database, run, keep, clock
):
    from gptdesk.domain.images import ImageJob, ImageOrder, Reference

    needed = [b"reference", b"mask of job", b"draft"]
    for data in (*needed, b"nobody", b"mask of picture"):
        run(media.write(data, file_of(data)))
    keep(1, mask=file_of(b"mask of picture"))
    jobs = ImageJobs(database)
    reference = Reference(file_of(needed[0]), "p1")
    order = ImageOrder(Way.EDIT, "x", references=(reference,), mask=file_of(needed[1]), id="j")
    run(jobs.create(ImageJob(order, 1.0)))
    run(jobs.save_draft(ImageOrder(Way.VARY, references=(Reference(file_of(needed[2])),))))
    for _ in range(2):
        run(media.purge())
        clock.now += 200 * 24 * 3600
    for data in (*needed, b"1", b"mask of picture"):
        assert run(media.read(file_of(data))) == data
    with pytest.raises(AttachmentMissing):
        run(media.read(file_of(b"nobody")))


def test_ten_thousand_pictures_are_listed_with_a_walk_over_the_index_alone(database, run, gallery):
    from gptdesk.storage.picture_rows import HEADER, NEWEST_FIRST, condition

    where, values = condition(ALL)
    plan = run(
        database.run(
            lambda c: c.execute(
                f"EXPLAIN QUERY PLAN {HEADER} WHERE {where} {NEWEST_FIRST}", values
            ).fetchall()
        )
    )
    assert [row[3] for row in plan] == [
        "SEARCH pictures USING COVERING INDEX pictures_wall (deleted=?)"
    ]


def test_the_media_folder_holds_the_bytes_under_their_hash(gallery, run, paths):
    data = png(8, 8)
    record = PictureRecord("p", file_of(data), 1.0)
    run(gallery.add(record, data))
    (file,) = list(Path(paths.media).glob("??/*"))
    assert file.name == f"{content_id(data)}.png" and file.read_bytes() == data


def test_pictures_are_found_by_how_they_were_made(gallery, run, keep):
    keep(1)
    keep(2, way=Way.EDIT)
    keep(3, way=Way.VARY)
    assert ids(run, gallery, ways=frozenset({Way.EDIT, Way.VARY})) == ["p3", "p2"]


def test_the_same_picture_may_come_several_times_at_once(media, run):
    data = b"the same" * 100_000

    async def together() -> None:
        await asyncio.gather(*(media.write(data, file_of(data)) for _ in range(12)))

    for _ in range(10):
        run(together())
        assert run(media.read(file_of(data))) == data
        media.path(file_of(data)).unlink()
