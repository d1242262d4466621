"""Finding pictures: search, filters, favourites and collections."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from gptdesk.domain.images import Origin, PictureSettings, Way
from gptdesk.ui.images.gallery.finding.filter_menu import fill_filter_menu
from gptdesk.ui.images.gallery.finding.wish import Wish


@pytest.fixture
def mixed(hall):
    hall.keep(1, prompt="A red cabin by a lake")
    hall.keep(2, prompt="一只在月光下奔跑的狐狸", way=Way.EDIT, is_favourite=True)
    hall.keep(3, prompt="A cabin at dusk", settings=PictureSettings("c", "dall-e-3"))
    hall.practice(4, prompt="A lake")
    hall.open(count=4)
    return hall


def test_the_wall_follows_the_words_while_they_are_typed(mixed):
    mixed.qtbot.keyClicks(mixed.view.bar.search, "cabin")
    mixed.settle(2)
    assert mixed.ids == ["p3", "p1"]
    assert mixed.view.bar.count.text().startswith("2 ")
    mixed.view.bar.search.setText("月光")
    mixed.settle(1)
    assert mixed.ids == ["p2"]


def test_escape_in_the_search_shows_everything_again(mixed):
    mixed.view.bar.search.setText("cabin")
    mixed.settle(2)
    mixed.press(mixed.view.bar.search, Qt.Key.Key_Escape)
    mixed.settle(4)


def test_an_older_answer_never_replaces_a_newer_one(mixed):
    finder = mixed.presenter._finder
    old = finder.wish
    finder._set(Wish(text="cabin"))
    mixed.settle(2)
    finder._on_headers(finder._asked - 1, old, ())
    assert len(mixed.ids) == 2


@pytest.mark.parametrize(
    ("field", "value", "ids"),
    [
        ("models", "dall-e-3", ["p3"]),
        ("ways", "edit", ["p2"]),
        ("origins", "practice", ["p4"]),
        ("span", "today", []),
    ],
)
def test_a_filter_is_a_chip_that_can_be_taken_away(mixed, field, value, ids):
    from gptdesk.ui.widgets.chips import Chip

    mixed.view.bar.filter_toggled.emit(field, value)
    mixed.settle(len(ids))
    assert mixed.ids == ids
    chip = mixed.find(Chip, f"images.gallery.chip.{field}.{value}")
    chip.removed.emit()
    mixed.settle(4)


def test_the_filters_that_hold_have_a_tick(qapp):
    menu = QMenu()
    wish = Wish(origins=frozenset({Origin.PRACTICE}))
    fill_filter_menu(menu, wish, ["gpt-image-2", "practice", ""], lambda *_: None)
    ticked = [entry.text() for entry in menu.actions() if entry.isChecked()]
    assert ticked == ["Practice, drawn by gptdesk"]
    assert "gpt-image-2" in [entry.text() for entry in menu.actions()]


def test_favourites_alone_are_shown_and_one_that_loses_its_mark_goes(mixed):
    mixed.click(mixed.view.bar.favourites)
    mixed.settle(1)
    assert mixed.ids == ["p2"]
    mixed.choose("p2")
    mixed.press(mixed.view.wall, Qt.Key.Key_F)
    mixed.settle(0)
    assert not mixed.records("p2")[0].is_favourite


def test_a_click_on_the_star_of_a_tile_takes_the_mark_away(mixed):
    wall = mixed.view.wall
    place = wall.visualRect(mixed.view.model.index(mixed.view.model.row_of("p2")))
    spot = place.topRight()
    spot.setX(spot.x() - 18)
    spot.setY(spot.y() + 18)
    mixed.qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    mixed.settle()
    assert not mixed.records("p2")[0].is_favourite


def test_several_become_favourites_together(mixed):
    mixed.choose("p1", "p2")
    mixed.click(mixed.view.selection.buttons["favourite"])
    assert [one.is_favourite for one in mixed.records("p1", "p2")] == [True, True]
    mixed.click(mixed.view.selection.buttons["favourite"])
    assert [one.is_favourite for one in mixed.records("p1", "p2")] == [False, False]


def test_chosen_pictures_go_into_a_new_collection(mixed):
    mixed.choose("p1", "p3")
    mixed.presenter._keeper.collect_new(mixed.presenter.chosen)
    field = mixed.view.name.field
    assert field.hasFocus()
    field.setText("  小屋  Cabins ")
    mixed.press(field, Qt.Key.Key_Return)
    (made,) = mixed.run(mixed.gallery.collections())
    assert (made.name, made.pictures) == ("小屋 Cabins", 2)
    mixed.view.bar.collection_chosen.emit(made.id)
    mixed.settle(2)
    assert mixed.ids == ["p3", "p1"]
    assert mixed.view.detail.facts.told[-1] == ("Collections", "小屋 Cabins")


def test_a_picture_taken_out_of_a_collection_comes_back_by_undo(mixed):
    made = mixed.run(mixed.gallery.new_collection("Cabins"))
    mixed.run(mixed.gallery.collect(["p1", "p3"], made.id))
    mixed.presenter.refresh()
    mixed.view.bar.collection_chosen.emit(made.id)
    mixed.settle(2)
    mixed.presenter._keeper.take_out(["p1"], made.id)
    mixed.settle(1)
    mixed.click(mixed.view.undo._button)
    mixed.settle(2)


def test_a_collection_is_renamed_removed_and_brought_back(mixed):
    made = mixed.run(mixed.gallery.new_collection("Cabins"))
    mixed.run(mixed.gallery.collect(["p1"], made.id))
    mixed.presenter.refresh()
    mixed.settle(4)
    mixed.view.bar.collection_chosen.emit(made.id)
    mixed.settle(1)
    mixed.view.bar.collection_action.emit("rename")
    assert mixed.view.name.field.text() == "Cabins"
    mixed.view.name.field.setText("Huts")
    mixed.press(mixed.view.name.field, Qt.Key.Key_Return)
    assert mixed.view.bar.collection.text() == "Huts"
    mixed.view.bar.collection_action.emit("remove")
    mixed.settle(4)
    assert mixed.run(mixed.gallery.collections()) == ()
    mixed.click(mixed.view.undo._button)
    assert [one.name for one in mixed.run(mixed.gallery.collections())] == ["Huts"]


def test_an_empty_collection_says_how_pictures_get_into_it(mixed):
    mixed.view.bar.collection_action.emit("new")
    mixed.view.name.field.setText("Ideas")
    mixed.press(mixed.view.name.field, Qt.Key.Key_Return)
    mixed.settle(0)
    assert mixed.view.empty._title.text() == "Nothing in this collection yet"


def test_escape_gives_no_name(mixed):
    mixed.view.bar.collection_action.emit("new")
    mixed.view.name.field.setText("Ideas")
    mixed.press(mixed.view.name.field, Qt.Key.Key_Escape)
    assert mixed.view.name.isHidden()
    assert mixed.run(mixed.gallery.collections()) == ()
