"""No dead end: each failure of a picture says why, what is kept, and the next step."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from gptdesk.domain.problems import PictureBroken
from gptdesk.ui.images.presenting.refusals import words_to_rethink
from server.behaviours import Fail
from server.picturing import EDITING, MAKING


def failed(desk, failure, text="A knight with a sword by Anna Example"):
    desk.server.script([failure] * 6, MAKING)
    desk.write(text)
    desk.press("images.generate")
    notice = desk.page.notice
    desk.until(lambda: not desk.presenter._maker.running and notice.isVisibleTo(desk.page))
    desk.server.script([], MAKING)
    return notice


def first(desk):
    return desk.part("notice.action", QAbstractButton)


def test_a_safety_refusal_names_words_to_rethink_and_blames_nobody(desk):
    desk.start()
    refused = Fail(400, "Your request was rejected", "moderation_blocked")
    notice = failed(desk, refused, "a dead knight, in the style of Anna Example")
    assert "safety rules" in notice.title
    assert "“dead”" in notice.text
    assert "Anna Example" in notice.text
    assert "Your description is kept." in notice.text
    assert first(desk).text() == "Change the words"
    desk.write("")
    first(desk).click()
    assert desk.page.panel.asking.editor.content == "a dead knight, in the style of Anna Example"
    assert desk.page.panel.asking.editor.textCursor().hasSelection()


def test_a_retired_model_offers_its_successor_in_one_click(desk):
    desk.start()
    desk.choose("gpt-image-1.5")
    desk.page.panel.choices.quality.choose("high")
    gone = Fail(404, "The model does not exist", "model_not_found")
    failed(desk, gone, "A cabin")
    successor = desk.studio.work.facts(desk.studio.mine, "gpt-image-1.5").successor
    assert successor in first(desk).text()
    first(desk).click()
    desk.until(lambda: desk.record is not None)
    assert desk.server.requests[-1].json["model"] == successor
    assert desk.server.requests[-1].json["quality"] == "high"
    assert desk.record.prompt == "A cabin"


def test_an_organization_that_is_not_verified_is_told_what_to_do(desk):
    desk.start()
    message = "Your organization must be verified to use the model `gpt-image-2`."
    notice = failed(desk, Fail(403, message, "invalid_request_error"))
    assert "verified" in notice.title
    assert "kept" in notice.text
    assert first(desk).text() == "Choose another model"
    first(desk).click()
    assert desk.page.panel.model.popup.isVisible()
    desk.page.panel.model.popup.hide()


def test_an_account_without_credit_leads_to_the_connection(desk):
    desk.start()
    notice = failed(desk, Fail(429, "You exceeded your quota", "insufficient_quota"))
    assert "kept" in notice.text
    first(desk).click()
    assert desk.asked_for[-1][0] == "connections"


def test_try_again_makes_the_same_picture(desk):
    desk.start()
    notice = failed(desk, Fail(400, "odd", "something_odd"), "A cabin")
    desk.write("")
    retry = next(
        button
        for button in notice.findChildren(QAbstractButton)
        if button.text() == "Try again" and not button.isHidden()
    )
    retry.click()
    desk.until(lambda: desk.record is not None)
    assert desk.record.prompt == "A cabin"
    desk.until(lambda: not desk.presenter._maker.jobs)
    assert notice.isHidden()


def test_a_failed_edit_keeps_picture_and_mask(desk):
    desk.start()
    desk.choose("gpt-image-2")
    record = desk.generated("A sofa")
    mask = desk.run(desk.studio.file(record.file.width, record.file.height))
    desk.presenter._referrer.start_with(record, desk.order.way.EDIT)
    desk.presenter._desk.set_painted(mask, None)
    desk.server.script([Fail(500, "down")] * 9, EDITING)
    desk.write("an orange cushion")
    desk.press("images.generate")
    notice = desk.page.notice
    desk.until(lambda: notice.isVisibleTo(desk.page))
    assert "painted area are kept" in notice.text
    assert desk.order.mask == mask
    assert desk.order.references[0].picture == record.id
    desk.server.script([], EDITING)


def test_a_closed_card_of_a_failed_job_goes_away_for_good(desk):
    desk.start()
    notice = failed(desk, Fail(400, "odd", "odd"))
    (live,) = desk.presenter._maker.jobs
    desk.page.strip.closed.emit(live.id)
    assert not desk.presenter._maker.jobs
    assert notice.isHidden()
    desk.until(lambda: not desk.run(desk.studio.work.open_jobs()))


def test_a_file_that_is_no_picture_gives_a_sentence_and_the_others_are_taken(desk, tmp_path):
    from server.picturing import png

    desk.start()
    desk.choose("gpt-image-2")
    (tmp_path / "note.png").write_text("hello")
    (tmp_path / "real.png").write_bytes(png(80, 60))
    desk.page.pictures_dropped.emit([tmp_path / "note.png", tmp_path / "real.png"])
    desk.until(lambda: desk.order.references)
    desk.until(lambda: desk.page.notice.isVisibleTo(desk.page))
    assert "no picture" in desk.page.notice.title
    assert len(desk.order.references) == 1


def test_a_failed_improvement_leaves_the_words_alone(desk):
    from images_desk import FakePromptHelp

    desk.prompts = FakePromptHelp(problem=PictureBroken())
    desk.start()
    desk.write("A cat")
    desk.until(lambda: desk.is_seen("images.improve"))
    desk.press("images.improve")
    desk.until(lambda: desk.page.notice.isVisibleTo(desk.page))
    assert desk.page.panel.asking.editor.content == "A cat"
    assert not desk.is_seen("images.proposal")


@pytest.mark.parametrize(
    ("prompt", "words"),
    [
        ("A red cabin by a lake", ()),
        ("portrait of John Smith with a gun", ("John Smith", "gun")),
        ("一幅宫崎骏风格的画，有血", ("宫崎骏风格", "血")),
        ("a skill tree", ()),
    ],
)
def test_words_that_filters_look_at_are_found(prompt, words):
    found = words_to_rethink(prompt)
    assert len(found) == len(words)
    for one, wanted in zip(found, words, strict=True):
        assert wanted in one


def test_pictures_that_the_disk_did_not_take_are_saved_again_and_not_paid_again(desk, monkeypatch):
    from gptdesk.domain.problems import DiskFull
    from gptdesk.storage.media import Media

    desk.start()
    write = Media.write

    async def full(self, data, attachment):
        raise DiskFull

    monkeypatch.setattr(Media, "write", full)
    desk.write("A cabin")
    desk.press("images.generate")
    notice = desk.page.notice
    desk.until(lambda: notice.isVisibleTo(desk.page))
    assert "1 finished picture" in notice.text
    asked = len(desk.server.requests)
    monkeypatch.setattr(Media, "write", write)
    retry = next(
        button
        for button in notice.findChildren(QAbstractButton)
        if button.text() == "Try again" and not button.isHidden()
    )
    retry.click()
    desk.until(lambda: desk.record is not None and desk.presenter._shower.data)
    assert desk.record.prompt == "A cabin"
    assert len(desk.server.requests) == asked
    assert not desk.presenter._maker.jobs


def test_the_monthly_limit_asks_before_a_picture_passes_it(desk):
    from dataclasses import replace

    from gptdesk.services.usage import UsageService

    desk.settings = replace(desk.settings, monthly_limit=0.0001)
    desk.studio.paths.create()
    desk.run(desk.studio.open())
    desk.usage = UsageService(desk.studio.usage)
    desk.start()
    desk.choose("gpt-image-1.5")
    desk.write("A cabin")
    desk.until(lambda: desk.presenter._prices.estimate.is_known)
    desk.press("images.generate")
    desk.until(lambda: desk.page.notice.isVisibleTo(desk.page))
    assert "Nothing is made yet" in desk.page.notice.text
    assert not desk.presenter._maker.jobs
    first(desk).click()
    desk.until(lambda: desk.record is not None)
