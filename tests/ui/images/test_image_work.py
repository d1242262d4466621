"""Orders for pictures, from the click to the gallery."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from dataclasses import replace
from datetime import date

import pytest

from gptdesk.domain.attachments import PreparedPicture
from gptdesk.domain.image_options import Fault, Note, OptionName, Why
from gptdesk.domain.images import (
    PRACTICE_ID,
    ImageOrder,
    JobQueued,
    JobSettled,
    JobStarted,
    JobState,
    Origin,
    PartialShown,
    PictureFinished,
    Way,
)
from gptdesk.domain.problems import (
    AnswerBroken,
    ConnectionMissing,
    ContentRefused,
    CreditExhausted,
    DiskFull,
    MaskUnusable,
    ModelNotFound,
    OrderUnfit,
    OrganizationUnverified,
    StorageReadOnly,
)
from server import failures
from server.behaviours import Raw, Silent
from server.forms import fields_of, files_of
from server.picturing import (
    EDITING,
    MAKING,
    VARYING,
    CutWhileForming,
    Drawn,
    Strict,
    against_safety,
    billing_limit,
    png,
)


def kinds(events):
    return [type(event) for event in events]


def test_a_picture_is_made_watched_kept_and_paid(server, at_work):
    async def work(studio):
        events, job = await studio.made(studio.order(partials=2))
        assert kinds(events) == [
            JobQueued, JobStarted, PartialShown, PartialShown, PictureFinished, JobSettled,
        ]  # fmt: skip
        assert [(e.partial.number, e.partial.of) for e in events[2:4]] == [(1, 2), (2, 2)]
        assert job.state is JobState.DONE and job.problem is None
        (record,) = await studio.wall()
        assert record == job.pictures[0]
        assert (record.prompt, record.settings.quality) == ("一只猫", "low")
        assert (record.origin, record.service, record.file.width) == (Origin.MODEL, "openai", 1024)
        # 10 tokens of text at 5, 40 of pictures at 8, 1056 of the result at 30 dollars a million
        assert record.cost == pytest.approx((10 * 5 + 40 * 8 + 1056 * 30) / 1e6)
        (paid,) = await studio.paid()
        assert (paid.task, paid.cost, paid.is_estimate) == ("images", record.cost, False)
        assert await studio.gallery.read(record.file) == png(1024, 1024)

    at_work(work)


def test_several_pictures_share_what_they_cost(server, at_work):
    async def work(studio):
        _, job = await studio.made(studio.order(count=3))
        assert len(job.pictures) == 3
        total = (await studio.paid())[0].cost
        assert [one.cost for one in job.pictures] == [pytest.approx(total / 3)] * 3

    at_work(work)


@pytest.mark.parametrize("tells_usage", [True, False])
def test_what_has_a_price_by_the_piece_is_paid_by_the_piece(server, at_work, tells_usage):
    async def work(studio):
        server.draws = Drawn(tells_usage=tells_usage)
        order = studio.order(model="dall-e-3", size="1792x1024", quality="hd", style="vivid")
        _, job = await studio.made(order)
        assert job.pictures[0].cost == pytest.approx(0.12)
        assert (await studio.paid())[0].usage.picture_kind == "1792x1024/hd"

    at_work(work)


def test_two_run_at_a_time_and_the_others_know_their_place(server, at_work):
    async def work(studio):
        server.draws = Silent()
        seen = [[] for _ in range(4)]

        async def run(number):
            async for event in studio.work.submit(studio.order(str(number))):
                seen[number].append(event)

        async with asyncio.timeout(20):
            tasks = [asyncio.create_task(run(number)) for number in range(4)]
            while not (len(server.requests) == 2 and len(seen[3]) == 2):
                await asyncio.sleep(0)
            assert [event.job.before for event in seen[3]] == [0, 2]
            first = seen[0][0].job
            await studio.work.stop(first.id)
            await tasks[0]
            assert seen[0][-1].job.state is JobState.STOPPED
            while not any(isinstance(event, JobStarted) for event in seen[2]):
                await asyncio.sleep(0)
            while seen[3][-1].job.before != 1:
                await asyncio.sleep(0)
            await studio.work.stop_all()
            await asyncio.gather(*tasks)
        assert [one[-1].job.state for one in seen] == [JobState.STOPPED] * 4
        assert await studio.wall() == ()
        assert len(await studio.work.open_jobs()) == 4

    at_work(work)


@pytest.mark.parametrize("is_told", [True, False])
def test_stopping_keeps_what_had_formed_and_closes_the_line(server, at_work, is_told):
    async def work(studio):
        server.draws = CutWhileForming(is_silent=True)
        last = None
        jobs = studio.work.submit(studio.order(partials=3))
        async for event in jobs:
            last = event
            if isinstance(event, PartialShown):
                if not is_told:  # as an Operation that is cancelled
                    break
                await studio.work.stop(event.job_id)
        await jobs.aclose()
        assert await asyncio.to_thread(server.requests[0].gone.wait, 5)
        (record,) = await studio.wall()
        assert record.is_unfinished and record.prompt == "一只猫"
        if is_told:
            assert isinstance(last, JobSettled) and last.job.state is JobState.STOPPED
            assert last.job.pictures == (record,)
        (open_job,) = await studio.work.open_jobs()
        assert open_job.state is JobState.STOPPED and open_job.pictures == (record,)
        assert (await studio.paid())[0].is_estimate

    at_work(work)


@pytest.mark.parametrize(
    ("behaviour", "kind"),
    [
        (against_safety(), ContentRefused),
        (failures.unverified(), OrganizationUnverified),
        (failures.no_model("gpt-image-2"), ModelNotFound),
        (billing_limit(), CreditExhausted),
        (Raw('{"data": [{"b64_json": "bm8gcGljdHVyZQ=="}]}'), AnswerBroken),
    ],
)
def test_a_refusal_ends_the_job_and_keeps_prompt_and_mask(server, at_work, behaviour, kind):
    async def work(studio):
        server.draws = behaviour
        mask = await studio.file(64, 64)
        order = replace(
            studio.order("换成星空", Way.EDIT, size=""),
            references=(await studio.upload(64, 64),),
            mask=mask,
        )
        _, job = await studio.made(order)
        assert job.state is JobState.FAILED and type(job.problem) is kind
        assert (job.order.prompt, job.order.mask) == ("换成星空", mask)
        (kept,) = await studio.work.open_jobs()
        assert kept.order == job.order and kept.problem_code == kind.code
        assert await studio.media.read(kept.order.mask) == png(64, 64, (0, 0, 0, 0))
        await studio.work.dismiss(kept.id)
        assert await studio.work.open_jobs() == ()

    at_work(work)


def test_what_passes_is_tried_again_after_a_wait_that_is_said(server, at_work):
    async def work(studio):
        server.script([failures.too_fast("3"), failures.broken_service(503)], MAKING)
        events, job = await studio.made(studio.order())
        assert [e.seconds for e in events if type(e).__name__ == "RetryScheduled"] == [3.0, 2.0]
        assert studio.waited == [3.0, 2.0] and job.state is JobState.DONE

    at_work(work)


def test_after_a_picture_on_the_way_nothing_is_asked_for_twice(server, at_work):
    async def work(studio):
        server.draws = CutWhileForming()
        _, job = await studio.made(studio.order(partials=2))
        assert len(server.requests) == 1 and job.problem_code == "connection-cut"
        assert [one.is_unfinished for one in await studio.wall()] == [True]

    at_work(work)


def test_a_full_disk_holds_the_pictures_until_there_is_room(server, at_work, monkeypatch):
    async def work(studio):
        real, is_full = studio.media.write, [True]

        async def write(data, attachment):
            if is_full[0]:
                raise DiskFull("no space")
            await real(data, attachment)

        monkeypatch.setattr(studio.media, "write", write)
        _, job = await studio.made(studio.order(count=2))
        assert job.state is JobState.FAILED and isinstance(job.problem, DiskFull)
        assert studio.work.unsaved(job.id) == 2 and await studio.wall() == ()
        with pytest.raises(DiskFull):
            await studio.work.save_unsaved(job.id)
        is_full[0] = False
        saved = await studio.work.save_unsaved(job.id)
        assert len(saved) == 2 and all(one.cost for one in saved)
        assert studio.work.unsaved(job.id) == 0 and len(await studio.wall()) == 2
        assert await studio.work.open_jobs() == () and len(server.requests) == 1

    at_work(work)


def test_an_edit_sends_the_picture_and_its_mask_as_they_are(server, at_work):
    async def work(studio):
        first, second = await studio.upload(48, 32), await studio.upload(16, 16)
        order = replace(
            studio.order("蓝色", Way.EDIT, size="", format="jpeg", compression=70),
            references=(first, second),
            mask=await studio.file(48, 32),
        )
        _, job = await studio.made(order)
        sent = server.requests[0]
        assert sent.path == EDITING
        assert [(p.field, p.name, p.media_type) for p in files_of(sent)] == [
            ("image[]", "image-1.png", "image/png"),
            ("image[]", "image-2.png", "image/png"),
            ("mask", "mask.png", "image/png"),
        ]
        assert files_of(sent)[2].data == png(48, 32, (0, 0, 0, 0))
        assert fields_of(sent)["output_format"] == "jpeg"
        record = (await studio.gallery.records([job.pictures[0].id]))[0]
        assert record.parents == (first.picture, second.picture) and record.mask == order.mask
        family = await studio.gallery.lineage(first.picture)
        assert (first.picture, record.id) in family.pairs

    at_work(work)


def test_a_mask_that_opens_nothing_is_a_problem_before_anything_is_sent(server, at_work):
    async def work(studio):
        order = replace(
            studio.order("x", Way.EDIT, size=""),
            references=(await studio.upload(16, 16),),
            mask=await studio.file(16, 16, (0, 0, 0, 255)),
        )
        _, job = await studio.made(order)
        assert isinstance(job.problem, MaskUnusable) and not server.requests

    at_work(work)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"prompt": "  "}, Fault.NO_PROMPT),
        ({"prompt": "x" * 32001}, Fault.PROMPT_TOO_LONG),
        ({"way": Way.EDIT}, Fault.NO_PICTURE),
    ],
)
def test_an_order_that_is_not_ready_never_goes_out(server, at_work, change, fault):
    async def work(studio):
        _, job = await studio.made(replace(studio.order(), **change))
        assert isinstance(job.problem, OrderUnfit) and job.problem.fault == fault
        assert not server.requests

    at_work(work)


def test_variations_are_made_by_an_edit_where_there_is_no_such_endpoint(server, at_work):
    async def work(studio):
        order = replace(
            studio.order("", Way.VARY, size=""), references=(await studio.upload(16, 16),)
        )
        assert studio.work.options(studio.mine, order).notes[Way.VARY] is Note.AS_EDIT
        _, job = await studio.made(order)
        assert server.requests[0].path == EDITING
        assert "variation" in fields_of(server.requests[0])["prompt"]
        assert job.pictures[0].way is Way.VARY and job.pictures[0].prompt == ""

    at_work(work)


def test_a_service_with_the_endpoint_makes_variations_itself(server, at_work):
    async def work(studio):
        order = replace(
            studio.order("", Way.VARY, model="dall-e-2", size="256x256", quality="", count=2),
            references=(await studio.upload(300, 300),),
        )
        _, job = await studio.made(order)
        assert server.requests[0].path == VARYING and len(job.pictures) == 2
        (file,) = files_of(server.requests[0])
        assert (file.field, file.name, file.media_type) == ("image", "image.png", "image/png")

    at_work(work)


def test_a_refused_option_is_greyed_the_next_time(server, at_work):
    async def work(studio):
        server.draws = Strict(frozenset({"size"}))
        order = studio.order(background="opaque")
        await studio.made(order)
        option = studio.work.options(studio.mine, order).option(OptionName.BACKGROUND)
        assert option.refused is not None and option.refused.why is Why.LEARNED

    at_work(work)


def test_a_connection_that_is_gone_is_said(server, at_work):
    async def work(studio):
        _, job = await studio.made(studio.order(connection_id="gone"))
        assert isinstance(job.problem, ConnectionMissing) and job.order.prompt == "一只猫"

    at_work(work)


def test_only_services_with_pictures_are_offered_and_practice_always(server, at_work):
    async def work(studio):
        assert [one.id for one in await studio.work.connections()] == ["mine", PRACTICE_ID]
        server.models = ["gpt-6-luna", "gpt-image-2", "gpt-image-2.6-flare", "my-diffusion"]
        assert await studio.work.models(studio.mine) == (
            "gpt-image-2.6-flare", "gpt-image-2", "my-diffusion",
        )  # fmt: skip

    at_work(work)

    async def without(studio):
        assert [one.id for one in await studio.work.connections()] == [PRACTICE_ID]

    at_work(without, service="deepseek")


def test_the_price_is_said_before_and_learned_from_what_was_paid(server, at_work):
    async def work(studio):
        order = studio.order(model="gpt-image-1.5", size="1024x1024", quality="low", count=2)
        before = await studio.work.estimate(studio.mine, order)
        assert before.low == pytest.approx(0.018, rel=0.01) and before.as_of is not None
        order = studio.order(model="gpt-image-2.6-flare")
        unsure = await studio.work.estimate(studio.mine, order)
        assert unsure.is_rough and unsure.low < unsure.high
        for _ in range(2):
            await studio.made(order)
        learned = await studio.work.estimate(studio.mine, order)
        paid = (await studio.paid())[0].cost
        assert learned.low == pytest.approx(paid, rel=0.05) == learned.high

    at_work(work)


def test_practice_pictures_need_no_service_and_cost_nothing(server, at_work):
    async def work(studio):
        order = studio.practice(count=1, partials=2, size="640x480", format="jpeg")
        practice = (await studio.work.connections())[-1]
        assert (await studio.work.estimate(practice, order)).is_free
        events, job = await studio.made(order)
        assert [type(e) for e in events].count(PartialShown) == 2
        (record,) = job.pictures
        assert (record.origin, record.is_free, record.cost) == (Origin.PRACTICE, True, 0.0)
        assert (record.file.media_type, record.file.width) == ("image/jpeg", 640)
        assert not server.requests and await studio.paid() == ()

    at_work(work)


def test_practice_changes_only_what_the_mask_opens(at_work):
    from PySide6.QtGui import QColor, QImage

    async def work(studio):
        reference = await studio.upload(64, 64, (255, 0, 255, 255))
        half = QImage(64, 64, QImage.Format.Format_ARGB32)
        half.fill(QColor(0, 0, 0, 255))
        for y in range(64):
            for x in range(32):
                half.setPixelColor(x, y, QColor(0, 0, 0, 0))
        data = (await studio.fitting.fitted_mask(_file(half), 64, 64, _rules())).data
        mask = await studio.work.keep(PreparedPicture(data, "image/png", 64, 64))
        order = replace(
            studio.practice("夜", Way.EDIT, size=""), references=(reference,), mask=mask
        )
        _, job = await studio.made(order)
        image = QImage.fromData(await studio.gallery.read(job.pictures[0].file))
        assert image.pixelColor(60, 5) == QColor(255, 0, 255)
        assert image.pixelColor(5, 5) != QColor(255, 0, 255)

    at_work(work)


def _file(image):
    from PySide6.QtCore import QBuffer, QIODevice

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _rules():
    from gptdesk.domain.image_options import FileRules

    return FileRules()


@pytest.mark.parametrize("way", [Way.EDIT, Way.VARY])
def test_practice_goes_every_way_without_a_mask_too(at_work, way):
    async def work(studio):
        reference = await studio.upload(80, 60, (200, 180, 160, 255))
        order = replace(studio.practice("夜晚", way, size="", count=2), references=(reference,))
        _, job = await studio.made(order)
        first, second = job.pictures
        assert (first.file.width, first.file.height) == (80, 60)
        assert first.parents == (reference.picture,) and first.file.id != reference.file.id
        family = await studio.gallery.lineage(reference.picture)
        assert set(family.pairs) == {(reference.picture, first.id), (reference.picture, second.id)}

    at_work(work)


def test_a_drawing_of_lines_is_kept_and_its_author_paid_as_well(server, at_work):
    async def work(studio):
        drawing = base64.b64encode(b'<svg width="40" height="20"></svg>').decode()
        tokens = {"input_tokens": 10, "output_tokens": 1000, "input_tokens_details": {}}
        author = {"input_tokens": 100, "output_tokens": 1000, "model": "gpt-6-luna"}
        body = {"data": [{"b64_json": drawing}], "usage": tokens, "svg_usage": author}
        server.draws = Raw(json.dumps(body))
        order = studio.order(model="gpt-image-2.6-sunburst", format="svg")
        _, job = await studio.made(order)
        assert server.requests[0].json["output_format"] == "svg"
        (record,) = job.pictures
        assert record.file.media_type == "image/svg+xml" and record.file.suffix == "svg"
        paid = await studio.paid()
        assert [one.model for one in paid] == ["gpt-image-2.6-sunburst", "gpt-6-luna"]
        assert record.cost == pytest.approx(sum(one.cost for one in paid))
        assert await studio.gallery.thumbnail(record.file, 16)

    at_work(work)


def test_models_are_known_before_the_service_is_asked(server, at_work):
    async def work(studio):
        known = studio.work.known_models(studio.mine, date(2026, 11, 24))
        assert known[:2] == ("gpt-image-2.6-sunburst", "gpt-image-2.6-flare")
        assert "gpt-image-1.5" in known and "dall-e-3" not in known and "gpt-image-1" not in known
        practice = (await studio.work.connections())[-1]
        assert studio.work.known_models(practice, date(2026, 11, 24)) == (PRACTICE_ID,)
        assert await studio.work.models(practice) == (PRACTICE_ID,)
        assert not server.requests

    at_work(work)


def test_what_is_not_foreseen_ends_the_job_too(server, at_work, monkeypatch):
    async def work(studio):
        async def broken(data):
            raise ZeroDivisionError("nobody thought of it")

        monkeypatch.setattr(studio.fitting, "looked_at", broken)
        seen = []
        with pytest.raises(ZeroDivisionError):
            async for event in studio.work.submit(studio.order()):
                seen.append(event)
        assert isinstance(seen[-1], JobSettled) and seen[-1].job.problem_code == "bug"
        assert len(await studio.work.open_jobs()) == 1

    at_work(work)


def test_a_draft_comes_back(at_work):
    async def work(studio):
        order = ImageOrder(Way.EDIT, "半句", studio.order().settings, mask=await studio.file(8, 8))
        await studio.work.save_draft(order)
        assert await studio.work.draft(Way.EDIT) == order
        assert await studio.work.draft(Way.MAKE) is None

    at_work(work)


def test_thumbnails_are_made_once(at_work, monkeypatch):
    async def work(studio):
        reference = await studio.upload(300, 100)
        small = await studio.gallery.thumbnail(reference.file, 60)

        async def never(data, side):
            raise AssertionError

        monkeypatch.setattr(studio.fitting, "shrunk", never)
        assert await studio.gallery.thumbnail(reference.file, 60) == small
        looked = await studio.fitting.looked_at(small)
        assert (looked.width, looked.height, looked.media_type) == (60, 20, "image/jpeg")

    at_work(work)


def test_small_pictures_go_with_what_was_purged(at_work):
    async def work(studio):
        kept, gone = await studio.upload(30, 10), await studio.upload(20, 10)
        for one in (kept, gone):
            await studio.gallery.thumbnail(one.file, 8)
        await studio.gallery.delete([gone.picture])
        studio.store._now = lambda: time.time() + 40 * 24 * 3600
        await studio.gallery.purge()
        (file,) = studio.paths.thumbnails.glob("??/*")
        assert file.name.startswith(kept.file.id)

    at_work(work)


def test_a_file_of_the_user_is_written_whole_or_left_alone(at_work, tmp_path):
    async def work(studio):
        target = tmp_path / "out.png"
        target.write_bytes(b"old")
        await studio.gallery.write_file(b"new", str(target))
        assert target.read_bytes() == b"new"
        with pytest.raises(StorageReadOnly):
            await studio.gallery.write_file(b"x", str(tmp_path / "nowhere" / "out.png"))

    at_work(work)


def test_revised_words_are_kept(server, at_work):
    async def work(studio):
        server.draws = Drawn(revised="A fluffy cat on a sill")
        await studio.made(studio.order())
        (found,) = await studio.wall(text="fluffy")
        assert found.revised_prompt == "A fluffy cat on a sill"

    at_work(work)
