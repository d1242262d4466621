"""The gallery on the stage of the Images tab, and what its pictures do with the page."""

from __future__ import annotations

import pytest

from gptdesk.domain.images import Way


@pytest.fixture
def opened(desk):
    """A tab with two practice pictures, and the gallery on its stage."""
    desk.start()
    desk.choose("practice", "practice")
    desk.generated("A red cabin")
    desk.generated("A blue lake")
    desk.page.head.view_chosen.emit("gallery")
    desk.until(lambda: desk.part("images.gallery").model().rowCount() == 2)
    return desk


def gallery(desk):
    return desk.presenter._door.presenter


def choose(desk, row: int):
    wall = desk.part("images.gallery")
    picture = wall.model().at(row)
    wall.go_to(picture.id)
    desk.until(
        lambda: gallery(desk)._looker.record and gallery(desk)._looker.record.id == picture.id
    )
    return gallery(desk)._looker.record


def test_the_gallery_takes_the_whole_stage_and_has_its_own_tools(opened):
    assert opened.page.head.views.current == "gallery"
    assert not opened.page.strip.isVisible()
    assert not opened.page.head.save.isVisible()
    opened.page.head.view_chosen.emit("result")
    assert opened.page.strip.isVisible()
    assert opened.page.head.save.isVisible()


def test_settings_are_used_again_with_their_prompt(opened):
    record = choose(opened, 1)
    assert record.prompt == "A red cabin"
    gallery(opened).act("again")
    assert opened.order.prompt == "A red cabin"
    assert opened.page.head.views.current == "result"
    opened.until(lambda: opened.record.id == record.id and opened.presenter._shower.data)


def test_a_picture_of_the_gallery_is_edited_on_the_canvas(opened):
    record = choose(opened, 1)
    gallery(opened).act("edit")
    assert opened.order.way is Way.EDIT
    assert opened.order.references[0].picture == record.id
    assert opened.presenter._painter.is_shown
    opened.until(lambda: opened.presenter._painter.editor.has_picture)


def test_several_pictures_become_references_while_the_gallery_stays(opened):
    choose(opened, 0)
    gallery(opened).act("reference")
    choose(opened, 1)
    gallery(opened).act("reference")
    assert len(opened.order.references) == 2
    assert opened.page.head.views.current == "gallery"


def test_a_job_that_begins_is_seen(opened):
    opened.write("A third one")
    opened.press("images.generate")
    assert opened.page.stage.current is opened.page.stage.forming
    opened.until(lambda: not opened.presenter._maker.running)


def test_what_is_deleted_in_the_gallery_goes_from_the_strip_too(opened):
    record = choose(opened, 0)
    assert opened.record.id == record.id
    gallery(opened).act("delete")
    opened.until(lambda: [one.prompt for one in opened.page.strip.items] == ["A red cabin"])
    opened.until(lambda: opened.record and opened.record.prompt == "A red cabin")
    opened.until(lambda: opened.presenter._shower.data)
    assert opened.page.head.views.current == "gallery"
    opened.press("images.gallery.undo.button")
    opened.until(lambda: len(opened.page.strip.items) == 2)


def test_a_star_in_the_gallery_is_one_on_the_page(opened):
    choose(opened, 0)
    gallery(opened).act("favourite")
    opened.until(lambda: opened.record.is_favourite)


def test_a_picture_goes_to_the_chat(opened):
    choose(opened, 0)
    gallery(opened).act("chat")
    opened.until(lambda: opened.sent)
    assert opened.sent[0].width() > 0


def test_whether_files_hold_their_prompt_is_kept(opened):
    gallery(opened).notes_chosen.emit(False)
    assert opened.chosen[-1].picture_notes is False
