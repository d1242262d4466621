"""Describe, make, look, keep: the Images tab under a person's hands."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QSpinBox

from gptdesk.domain.image_options import Fix, OptionName
from gptdesk.domain.images import PRACTICE_ID, JobState, Origin, Way
from gptdesk.domain.picture_notes import notes_of
from gptdesk.ui.images.page import ImagesPage
from server.picturing import EDITING, MAKING, Drawn


def test_every_part_has_its_fixed_name_and_a_name_to_be_spoken(qtbot):
    page = ImagesPage()
    qtbot.addWidget(page)
    names = "prompt model size quality count generate stop edit vary gallery save cost".split()
    for name in names:
        (part,) = page.findChildren(object, f"images.{name}")
        assert part.accessibleName(), name
    assert page.findChildren(object, "notice")


def test_a_picture_is_made_shown_and_kept(desk):
    desk.start()
    assert desk.models.current[0] == "mine"
    record = desk.generated("A red cabin by a lake")
    assert record.prompt == "A red cabin by a lake"
    assert desk.page.stage.current is desk.page.stage.result
    assert desk.page.stage.result.pane.image.width() == record.file.width
    assert "A red cabin" in desk.page.stage.result.pane.accessibleName()
    assert desk.page.strip.items[0] == record
    asked = desk.server.requests[-1].json
    assert asked["prompt"] == "A red cabin by a lake"
    assert asked["model"] == desk.models.current[1]


def test_the_price_of_all_pictures_stands_on_the_button_and_the_real_cost_below_the_picture(desk):
    desk.start()
    desk.choose("gpt-image-1.5")
    desk.write("A cabin")
    desk.page.panel.choices.quality.choose("low")
    button = desk.part("images.generate")
    desk.until(lambda: "$" in button.accessibleName())
    one = desk.presenter._prices.estimate.high
    desk.part("images.count", QSpinBox).setValue(3)
    desk.until(lambda: desk.presenter._prices.estimate.high > 2 * one)
    assert "3" in button.text()
    desk.part("images.count", QSpinBox).setValue(1)
    desk.generated("A cabin")
    desk.until(lambda: "$" in desk.part("images.paid").text())


def test_without_words_the_button_says_what_is_missing(desk):
    desk.start()
    button = desk.part("images.generate", QAbstractButton)
    assert not button.isEnabled()
    assert desk.page.foot.note.text() == "Describe the picture first."
    desk.write("A cat")
    assert button.isEnabled()
    assert desk.page.foot.note.isHidden()


def test_a_grey_choice_says_why_and_mends_itself(desk):
    desk.start()
    desk.choose("gpt-image-1.5")
    choices = desk.page.panel.choices
    choices.format.choose("jpeg")
    reason = choices.background.reason
    assert reason.text == "JPEG cannot store transparency."
    assert reason.fix == Fix(OptionName.FORMAT, "png")
    assert "transparent" not in choices.background._option.values
    reason.fix_requested.emit(reason.fix)
    assert desk.order.settings.format == "png"
    assert reason.text == ""
    choices.background.choose("transparent")
    assert desk.order.settings.background == "transparent"


def test_a_free_size_is_judged_while_it_is_typed(desk):
    desk.start()
    desk.choose("gpt-image-2")
    desk.write("A cat")
    row = desk.page.panel.choices.size_row
    row.shapes.chosen.emit("other")
    row.wide.setText("1000")
    row.high.setText("1000")
    row.wide.textEdited.emit("1000")
    assert "multiple of 16" in row.verdict.text
    assert not desk.part("images.generate", QAbstractButton).isEnabled()
    row.verdict.fix_requested.emit(None)
    assert desk.order.settings.size == "992x992"
    assert row.verdict.text == "This size fits."
    assert desk.part("images.generate", QAbstractButton).isEnabled()


def test_previews_are_shown_while_it_forms_and_stop_keeps_what_came(desk):
    desk.start()
    desk.choose("gpt-image-2")
    desk.server.script([Drawn(delay=0.25, partials=3)], MAKING)
    desk.page.panel.choices.partials.number.setValue(3)
    desk.write("A cat")
    desk.press("images.generate")
    forming = desk.page.stage.forming
    desk.until(lambda: desk.presenter._maker.jobs and desk.presenter._maker.jobs[0].image)
    assert desk.page.stage.current is forming
    assert forming._top.currentWidget() is forming.pane
    assert "of 3" in forming.text
    assert desk.is_seen("images.stop")
    desk.press("images.stop")
    desk.until(lambda: not desk.presenter._maker.running and desk.record)
    assert desk.record.is_unfinished
    assert not desk.is_seen("images.stop")


def test_several_jobs_run_each_with_a_card_of_its_own(desk):
    desk.start()
    desk.server.script([Drawn(delay=0.1)] * 3, MAKING)
    desk.write("A cat")
    for _job in range(3):
        desk.press("images.generate")
    assert len(desk.presenter._maker.running) == 3
    assert [item.prompt for item in desk.page.strip.items[:3]] == ["A cat"] * 3
    desk.until(lambda: not desk.presenter._maker.running)
    desk.until(lambda: len(desk.presenter._shower.newest) == 3)
    assert not desk.presenter._maker.jobs


def test_a_model_that_takes_none_of_it_puts_settings_back_to_what_is_usual(desk):
    desk.start()
    desk.choose("gpt-image-1.5")
    desk.page.panel.choices.format.choose("webp")
    desk.page.panel.choices.count.number.setValue(4)
    desk.choose("dall-e-3")
    assert desk.order.settings.count == 1
    assert desk.order.settings.format in ("", "png")


def test_what_was_written_is_there_again_after_the_next_start(desk):
    desk.start()
    desk.choose("gpt-image-2")
    desk.write("一只在雪里的狐狸")
    desk.page.panel.choices.size_row.choose("1536x1024")
    desk.leave()
    desk.start()
    assert desk.page.panel.asking.editor.content == "一只在雪里的狐狸"
    assert desk.order.settings.size == "1536x1024"
    assert desk.models.current == ("mine", "gpt-image-2")


def test_without_a_service_practice_pictures_are_drawn_and_plainly_marked(desk):
    desk.start(connections=[])
    assert desk.models.current == (PRACTICE_ID, PRACTICE_ID)
    assert "connection" in desk.page.line.text
    assert desk.is_seen("images.add_service")
    desk.part("images.add_service").activated.emit()
    assert desk.asked_for == [("key",)]
    record = desk.generated("Snowy mountains")
    assert record.origin is Origin.PRACTICE
    assert "drawn by gptdesk" in desk.page.stage.result._badge.text()
    assert desk.page.line.isHidden()
    assert not desk.server.requests


def test_a_deleted_picture_comes_back(desk):
    desk.start(connections=[])
    first = desk.generated("One")
    second = desk.generated("Two")
    desk.presenter._actor.delete()
    desk.until(lambda: desk.record is not None and desk.record.id == first.id)
    assert desk.page.undo.isVisibleTo(desk.page)
    desk.part("undo.button").click()
    desk.until(lambda: desk.record.id == second.id)
    desk.until(lambda: len(desk.presenter._shower.newest) == 2)


def test_settings_of_a_picture_are_used_again(desk):
    desk.start(connections=[])
    desk.page.panel.choices.size_row.choose("1024x1536")
    desk.generated("A tall tower")
    desk.write("Something else")
    desk.page.panel.choices.size_row.choose("1024x1024")
    desk.presenter._actor.use_again()
    assert desk.page.panel.asking.editor.content == "A tall tower"
    assert desk.order.settings.size == "1024x1536"


@pytest.mark.parametrize("wanted", [True, False])
def test_a_saved_png_holds_its_prompt_unless_the_person_does_not_want_it(desk, tmp_path, wanted):
    from dataclasses import replace

    desk.settings = replace(desk.settings, picture_notes=wanted)
    desk.start()
    record = desk.generated("A fox, 狐狸")
    desk.presenter._saver.save(record, str(tmp_path / "fox"), "png")
    desk.until((tmp_path / "fox.png").exists)
    desk.until(lambda: desk.page.notice.level == "ok" and desk.page.notice.isVisibleTo(desk.page))
    notes = notes_of((tmp_path / "fox.png").read_bytes())
    assert (notes.get("Description") == "A fox, 狐狸") is wanted


@pytest.mark.parametrize("kind", ["jpg", "webp"])
def test_a_picture_is_saved_in_another_format(desk, tmp_path, kind):
    from PySide6.QtGui import QImage

    desk.start()
    record = desk.generated("A fox")
    desk.presenter._saver.save(record, str(tmp_path / f"fox.{kind}"))
    desk.until((tmp_path / f"fox.{kind}").exists)
    image = QImage(str(tmp_path / f"fox.{kind}"))
    assert (image.width(), image.height()) == (record.file.width, record.file.height)
    assert b"A fox" in (tmp_path / f"fox.{kind}").read_bytes()


def test_a_favourite_is_marked_for_good(desk):
    desk.start(connections=[])
    record = desk.generated("A star")
    desk.press("images.favourite")
    desk.until(lambda: desk.run(desk.studio.gallery.records((record.id,)))[0].is_favourite)
    assert desk.record.is_favourite


def test_a_picture_goes_to_the_chat(desk):
    desk.start(connections=[])
    record = desk.generated("A star")
    desk.presenter._actor.send_to_chat()
    assert desk.sent[0].width() == record.file.width


def test_the_palette_offers_what_can_be_done_now(desk):
    desk.start(connections=[])
    ids = {command.id for command in desk.presenter.commands("")}
    assert "images.idea" in ids
    assert "images.make" not in ids
    desk.generated("A star")
    ids = {command.id for command in desk.presenter.commands("")}
    assert {"images.make", "images.save", "images.delete", "images.vary"} <= ids


def test_a_job_that_failed_before_the_end_of_the_app_is_offered_again(desk):
    from server.behaviours import Fail

    desk.start()
    desk.server.script([Fail(400, "no", "invalid_request_error")], MAKING)
    desk.generate("A cat")
    desk.leave()
    desk.start()
    desk.until(lambda: desk.presenter._maker.jobs)
    (job,) = desk.presenter._maker.jobs
    assert job.job.state is JobState.FAILED
    assert job.job.order.prompt == "A cat"
    desk.page.strip.picked.emit(desk.page.strip.items[0])
    assert "did not accept" in desk.page.notice.title
    assert "Your description is kept." in desk.page.notice.text
    desk.part("notice.action", QAbstractButton).click()
    desk.until(lambda: desk.record is not None)
    assert desk.record.prompt == "A cat"


def test_a_job_that_the_end_of_the_app_cut_off_is_offered_again(desk):
    desk.start()
    desk.server.script([Drawn(delay=5, partials=1)], MAKING)
    desk.choose("gpt-image-2")
    desk.page.panel.choices.partials.number.setValue(1)
    desk.write("A slow cat")
    desk.press("images.generate")
    desk.until(lambda: desk.presenter._maker.jobs[0].job.state is JobState.RUNNING)
    desk.leave()
    desk.server.script([], MAKING)
    desk.start()
    desk.until(lambda: desk.presenter._maker.jobs)
    desk.page.strip.picked.emit(desk.page.strip.items[0])
    assert "closed while it was being made" in desk.page.notice.text
    desk.part("notice.action", QAbstractButton).click()
    desk.until(lambda: desk.record is not None)
    assert desk.record.prompt == "A slow cat"


def test_vary_takes_the_picture_along_and_says_how_it_is_done(desk):
    desk.start()
    desk.choose("gpt-image-2")
    record = desk.generated("A cat")
    desk.press("images.vary")
    assert desk.order.way is Way.VARY
    assert desk.order.references[0].picture == record.id
    assert "edited with the wish" in desk.page.panel.way_note.text
    desk.press("images.generate")
    desk.until(lambda: not desk.presenter._maker.running and desk.record.way is Way.VARY)
    assert desk.server.requests[-1].path == EDITING
    assert desk.record.parents == (record.id,)


def test_from_practice_it_is_one_press_to_a_real_model_and_never_by_itself(desk):
    desk.start()
    desk.choose(PRACTICE_ID, PRACTICE_ID)
    desk.write("A cat")
    desk.leave()
    desk.start()
    assert desk.models.current[0] == PRACTICE_ID
    link = desk.part("images.add_service")
    assert link.isVisibleTo(desk.page)
    assert "gpt-image" in link.text()
    link.activated.emit()
    assert desk.models.current[0] == "mine"
    assert not link.isVisibleTo(desk.page)


def test_the_menu_holds_every_action_and_the_switch_for_the_prompt_in_files(desk):
    from gptdesk.ui.widgets.menu import menu

    desk.start(connections=[])
    desk.generated("One")
    offered = menu(desk.page)
    desk.presenter._actor.fill(offered)
    names = {action.objectName() for action in offered.actions() if action.objectName()}
    wanted = "edit vary reference again chat full favourite copy save delete".split()
    assert names == {f"images.action.{name}" for name in wanted}
    switch = offered.actions()[-1]
    assert switch.isChecked()
    switch.trigger()
    assert desk.chosen[-1].picture_notes is False
    offered.deleteLater()


def test_the_whole_screen_shows_the_picture_and_its_neighbours(desk):
    desk.start(connections=[])
    desk.generated("One")
    desk.generated("Two")
    desk.press("images.full")
    viewing = desk.presenter._viewing
    desk.until(lambda: viewing.viewer is not None and viewing.viewer.isVisible())
    assert "Two" in viewing.viewer.title.text()
    viewing.viewer.next_wanted.emit()
    desk.until(lambda: "One" in viewing.viewer.title.text())
    viewing.viewer.close()
