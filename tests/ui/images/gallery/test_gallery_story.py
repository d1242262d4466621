"""One picture with its story: words, family, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gptdesk.domain.images import Origin, PictureSettings, Way
from gptdesk.ui.images.gallery.actions import offered
from gptdesk.ui.widgets.money import Money, paid_text


def test_the_panel_tells_how_a_picture_was_made(hall):
    settings = PictureSettings("c", "gpt-image-2", "1536x1024", "high", background="transparent",
                               moderation="low", count=3, format="png")  # fmt: skip
    hall.keep(1, settings=settings, seconds=24.0, revised_prompt="A cabin, painted")
    view = hall.open(count=1)
    hall.choose("p1")
    told = dict(view.detail.facts.told)
    assert told["Drawn by"] == "gpt-image-2 at OpenAI"
    assert told["Size"] == "90 × 60"
    assert told["Asked for"] == "1536 × 1024"
    assert told["Quality"] == "High"
    assert told["Background"] == "Transparent"
    assert told["Safety filter"] == "Less strict"
    assert told["Cost"] == paid_text(0.02, Money())
    assert told["Pictures"] == "3"
    assert view.detail.revised.text == "A cabin, painted"
    assert not view.detail.badge.isVisible()
    assert not view.detail.pane.image.isNull()


def test_a_practice_picture_says_that_no_model_drew_it(hall):
    hall.practice(1)
    view = hall.open(count=1)
    hall.choose("p1")
    assert view.detail.badge.text() == "Drawn by gptdesk, not by a model"
    assert view.detail.badge.isVisible()
    told = dict(view.detail.facts.told)
    assert (told["Drawn by"], told["Cost"]) == ("gptdesk, for practice", "Free")


def test_a_cost_that_nobody_knows_is_not_free(hall):
    hall.keep(1, cost=None)
    view = hall.open(count=1)
    hall.choose("p1")
    assert dict(view.detail.facts.told)["Cost"] == "unknown"


def test_a_file_of_ones_own_has_no_settings_to_use_again(hall):
    hall.keep(1, origin=Origin.UPLOAD, prompt="", settings=PictureSettings(), name="cat.png")
    view = hall.open(count=1)
    hall.choose("p1")
    assert not view.detail.buttons["again"].isVisible()
    assert view.detail.buttons["edit"].isVisible()
    assert "Cost" not in dict(view.detail.facts.told)
    assert not view.detail.prompt.isVisible()


def test_a_very_long_prompt_is_folded(hall):
    hall.keep(1, prompt="word " * 4000)
    view = hall.open(count=1)
    hall.choose("p1")
    block = view.detail.prompt
    assert len(block._words.text()) < 400
    block.more.activated.emit()
    assert len(block._words.text()) > 19_000
    hall.click(block.copy)
    assert QGuiApplication.clipboard().text().startswith("word word")


def test_the_family_is_a_tree_that_can_be_walked(hall):
    hall.keep(1)
    hall.keep(2, parents=("p1",), way=Way.EDIT)
    hall.keep(3, parents=("p2",), way=Way.VARY)
    hall.keep(4, parents=("p1",), way=Way.EDIT)
    view = hall.open(count=4)
    hall.choose("p2")
    family = view.detail.family
    rows = [family.item(at).data(Qt.ItemDataRole.UserRole + 1) for at in range(family.count())]
    assert [(row.record.id, row.depth) for row in rows] == [("p1", 0), ("p2", 1), ("p3", 2)]
    assert family.currentRow() == 1
    family.setCurrentRow(2)
    hall.press(family, Qt.Key.Key_Return)
    assert view.detail.record.id == "p3"
    assert view.wall.current_id == "p3"


def test_a_parent_that_the_filter_hides_is_shown_all_the_same(hall):
    hall.keep(1, prompt="first")
    hall.keep(2, prompt="second", parents=("p1",), way=Way.EDIT)
    view = hall.open(count=2)
    view.bar.search.setText("second")
    hall.settle(1)
    hall.choose("p2")
    view.detail.picked.emit("p1")
    hall.settle()
    assert view.detail.record.id == "p1"
    assert hall.presenter.chosen == ["p1"]


@pytest.mark.parametrize(
    ("action", "heard"),
    [("again", "reuse_settings"), ("edit", "edit"), ("vary", "vary"),
     ("reference", "use_as_reference"), ("show", "show")],
)  # fmt: skip
def test_what_the_page_does_is_asked_of_it_with_the_record(hall, action, heard):
    hall.keep(1)
    hall.open(count=1)
    hall.choose("p1")
    hall.presenter.act(action)
    assert hall.heard == [(heard, "p1")]


def test_a_picture_goes_to_the_chat_as_an_image(hall, qtbot):
    hall.keep(1)
    hall.open(count=1)
    hall.choose("p1")
    with qtbot.waitSignal(hall.presenter.send_to_chat) as sent:
        hall.presenter.act("chat")
    hall.settle()
    record, image = sent.args
    assert record.id == "p1"
    assert (image.width(), image.height()) == (90, 60)


def test_a_deleted_picture_comes_back_by_undo(hall):
    for number in range(3):
        hall.keep(number)
    view = hall.open(count=3)
    hall.choose("p1")
    hall.press(view.wall, Qt.Key.Key_Delete)
    hall.settle(2)
    assert view.undo._text.text() == "Deleted “Picture 1”"
    assert view.detail.record.id == "p0"
    hall.click(view.undo._button)
    hall.settle(3)
    assert view.detail.record.id == "p1"


def test_many_are_deleted_and_brought_back_together(hall, qtbot):
    for number in range(4):
        hall.keep(number)
    view = hall.open(count=4)
    hall.press(view.wall, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selection.label.text().startswith("4 ")
    with qtbot.waitSignal(hall.presenter.deleted) as gone:
        hall.press(view.wall, Qt.Key.Key_Delete)
    hall.settle(0)
    assert set(gone.args[0]) == {"p0", "p1", "p2", "p3"}
    assert not view.selection.isVisible()
    hall.click(view.undo._button)
    hall.settle(4)


def test_escape_leaves_only_one_chosen(hall):
    for number in range(3):
        hall.keep(number)
    view = hall.open(count=3)
    hall.choose("p0", "p1")
    assert view.selection.isVisible()
    hall.press(view.wall, Qt.Key.Key_Escape)
    assert [one.id for one in view.wall.chosen] == ["p1"]
    assert not view.selection.isVisible()


def test_the_buttons_of_the_panel_mean_its_picture_however_many_are_chosen(hall):
    for number in range(3):
        hall.keep(number)
    view = hall.open(count=3)
    hall.choose("p0", "p1")
    hall.click(view.detail.tools["favourite"])
    assert [one.is_favourite for one in hall.records("p0", "p1")] == [False, True]


def test_another_currency_is_shown_after_a_refresh(hall):
    hall.keep(1)
    view = hall.open(count=1)
    hall.choose("p1")
    hall.settings = replace(hall.settings, currency="CNY", currency_rate=7.0)
    hall.presenter.refresh()
    hall.settle()
    assert dict(view.detail.facts.told)["Cost"] == paid_text(0.02, Money("CNY", 7.0))


def test_moving_and_drawn_pictures_are_not_offered_to_be_edited(hall):
    record = hall.keep(1)
    gif = replace(record, file=replace(record.file, media_type="image/gif"))
    names = {name for group in offered((gif,), 1) for name in group}
    assert "edit" not in names
    assert "save" in names
    assert {name for group in offered((), 3) for name in group} == {
        "favourite", "collect", "copy", "save", "delete",
    }  # fmt: skip
    hall.open()


def test_every_control_has_a_name_for_those_who_cannot_see_it(hall):
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListView

    hall.practice(1, prompt="A cabin")
    view = hall.open(count=1)
    hall.choose("p1")
    for kind in (QAbstractButton, QLineEdit, QListView):
        for part in view.findChildren(kind):
            if part.isVisible():
                assert part.accessibleName() or part.text(), part.objectName() or part
