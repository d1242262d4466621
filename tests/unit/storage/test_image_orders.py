"""Orders for pictures on the disk: what was typed and painted is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.images import (
    ImageJob,
    ImageOrder,
    JobState,
    PictureRecord,
    PictureSettings,
    Reference,
    Way,
)
from gptdesk.storage.image_jobs import ImageJobs
from gptdesk.storage.picture_rows import add

FILE = Attachment("a" * 64, "image/png", 8, 8, 100, "猫.png")
ORDER = ImageOrder(
    Way.EDIT,
    "把天空换成星空",
    PictureSettings("c", "m", "1536x1024", "high", "opaque", "jpeg", 80, 3, partials=2),
    (Reference(FILE, "p1"), Reference(FILE)),
    mask=FILE,
    id="j",
)


@pytest.fixture
def jobs(database):
    return ImageJobs(database)


def test_a_draft_for_each_way_comes_back_whole(jobs, run):
    assert run(jobs.draft(Way.EDIT)) is None
    run(jobs.save_draft(ORDER))
    run(jobs.save_draft(ImageOrder(prompt="half of a pair: \ud83d")))
    assert run(jobs.draft(Way.EDIT)) == ORDER
    assert run(jobs.draft(Way.MAKE)).prompt.startswith("half of a pair")


def test_jobs_that_did_not_end_well_wait_until_they_are_dismissed(jobs, run):
    for name, state in (("a", JobState.FAILED), ("b", JobState.DONE), ("c", JobState.RUNNING)):
        run(jobs.create(ImageJob(ImageOrder(prompt=name, id=name), 1.0)))
        run(jobs.set_state(name, state, "disk-full" if state is JobState.FAILED else ""))
    found = run(jobs.open_jobs())
    assert [(one.id, one.state, one.problem_code) for one in found] == [
        ("c", JobState.STOPPED, ""),
        ("a", JobState.FAILED, "disk-full"),
    ]
    run(jobs.dismiss("a"))
    assert [one.id for one in run(jobs.open_jobs())] == ["c"]


def test_orders_go_when_nothing_of_them_is_left(database, run, clock):
    jobs = ImageJobs(database, clock)
    for name in ("done", "open", "kept"):
        order = replace(ORDER, id=name)
        run(jobs.create(ImageJob(order, clock.now)))
        run(jobs.set_state(name, JobState.FAILED if name == "open" else JobState.DONE))
    record = PictureRecord("p", FILE, clock.now, job_id="kept")
    run(database.run(lambda c: add(c, record, is_whole=True)))
    clock.now += 31 * 24 * 3600
    run(jobs.purge())
    owners = run(database.run(lambda c: c.execute("SELECT owner FROM image_files").fetchall()))
    assert {owner for (owner,) in owners} == {"job open", "job kept"}
    assert [one.id for one in run(jobs.open_jobs())] == ["open"]


def test_an_order_of_a_newer_version_is_passed_over(jobs, run, database):
    run(database.run(lambda c: c.execute("INSERT INTO image_drafts VALUES ('make', '{\"a\": 1}')")))
    run(
        database.run(
            lambda c: c.execute(
                "INSERT INTO image_jobs (id, created, state, problem, ordered)"
                " VALUES ('x', 1, 'failed', '', 'no json')"
            )
        )
    )
    assert run(jobs.draft(Way.MAKE)) is None and run(jobs.open_jobs()) == ()
