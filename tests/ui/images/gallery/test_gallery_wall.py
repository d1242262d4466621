"""The wall of pictures: what is on it, how it is walked, and what is loaded for it."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt

from gptdesk.domain.gallery import PictureHeader
from gptdesk.ui.images.gallery.pictures import AT_ONCE, MOST_BYTES, Shape


def test_the_newest_pictures_stand_first(hall):
    for number in range(5):
        hall.keep(number)
    hall.open(count=5)
    assert hall.ids == ["p4", "p3", "p2", "p1", "p0"]


def test_rows_fill_the_width_and_tiles_are_square(hall):
    for number in range(12):
        hall.keep(number)
    view = hall.open(count=12)
    first = view.wall.visualRect(view.model.index(0))
    assert first.width() == first.height()
    columns = view.wall.columns
    assert view.wall.visualRect(view.model.index(columns - 1)).top() == first.top()
    assert view.wall.visualRect(view.model.index(columns)).top() == first.bottom() + 1
    left_over = view.wall.viewport().width() - columns * first.width()
    scroll_bar = 12
    assert 0 < left_over <= columns + scroll_bar


def test_what_can_be_seen_is_loaded_and_nothing_else(hall):
    for number in range(40):
        hall.keep(number)
    view = hall.open(700, 420, count=40)
    seen = {header.file for header in view.wall.in_sight()}
    assert 0 < len(seen) < 40
    assert set(view.wall.pictures._pixmaps) == seen


def test_pictures_that_scroll_away_before_they_are_there_are_cancelled(hall):
    async def never(_file, _side):
        await asyncio.Event().wait()

    hall.keep(1)
    hall.open(count=1)
    hall.gallery.thumbnail = never
    pictures = hall.view.wall.pictures
    away = [PictureHeader(f"x{n}", f"{n:064x}", "image/png", 90, 60, 1.0) for n in range(20)]
    pictures.want(away, Shape(100, 8))
    assert len(pictures.loading) == AT_ONCE
    pictures.want([], Shape(100, 8))
    hall.qtbot.waitUntil(lambda: not pictures.loading)
    assert not hall.presenter._calls._running


def test_small_pictures_never_take_more_memory_than_allowed(hall):
    hall.keep(1)
    hall.open(count=1)
    pictures = hall.view.wall.pictures
    from PySide6.QtGui import QImage

    big = QImage(1000, 1000, QImage.Format.Format_RGB32)
    big.fill(1)
    for number in range(30):
        pictures._on_image(f"{number}", big)
    assert pictures.bytes_held <= MOST_BYTES
    assert pictures.pixmap("29") is not None
    assert pictures.pixmap("0") is None


def test_a_picture_whose_file_is_gone_is_a_tile_all_the_same(hall):
    record = hall.keep(1)
    next(hall.paths.media.rglob(f"{record.file.id}*")).unlink()
    view = hall.open(count=1)
    assert view.wall.pictures.pixmap(record.file.id).isNull()
    hall.choose("p1")
    assert view.detail.prompt.text == "Picture 1"


def test_the_arrow_keys_walk_and_the_panel_follows(hall):
    for number in range(3):
        hall.keep(number)
    view = hall.open(count=3)
    view.bar.search.setFocus()
    hall.press(view.bar.search, Qt.Key.Key_Down)
    assert view.wall.hasFocus()
    assert view.detail.record.id == "p2"
    hall.press(view.wall, Qt.Key.Key_Right)
    assert view.detail.record.id == "p1"
    assert [one.id for one in view.wall.chosen] == ["p1"]


def test_each_tile_says_what_it_shows(hall):
    hall.practice(1, prompt="A red cabin", is_favourite=True)
    hall.keep(2)
    view = hall.open(count=2)
    said = view.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "A red cabin" in said
    assert "favourite" in said
    assert "Practice" in said
    assert view.model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "Picture 2"
    assert view.wall.accessibleName()


def test_a_new_picture_leaves_what_is_chosen_and_where_the_wall_stands(hall):
    for number in range(60):
        hall.keep(number)
    view = hall.open(700, 420, count=60)
    hall.choose("p20", "p21")
    place = view.wall.verticalScrollBar().value()
    assert place > 0
    hall.keep(99)
    hall.presenter.refresh()
    hall.settle(61)
    assert {one.id for one in view.wall.chosen} == {"p20", "p21"}
    assert view.wall.verticalScrollBar().value() == place
    assert view.detail.record.id == "p21"


def test_an_empty_gallery_teaches_and_leads_to_the_first_picture(hall, qtbot):
    view = hall.open(count=0)
    assert view.empty.isVisible()
    assert not view.bar.isVisible()
    with qtbot.waitSignal(hall.presenter.make_wanted):
        hall.click(view.empty._button)


def test_nothing_found_offers_the_way_back(hall):
    hall.keep(1)
    view = hall.open(count=1)
    view.bar.search.setText("dragon")
    hall.settle(0)
    assert view.empty.isVisible()
    assert view.bar.isVisible()
    hall.click(view.empty._button)
    hall.settle(1)
    assert view.bar.search.text() == ""
    assert view.wall.isVisible()


def test_a_narrow_page_shows_the_story_in_place_of_the_wall(hall):
    hall.keep(1)
    view = hall.open(600, 600, count=1)
    assert not view.detail.isVisible()
    hall.choose("p1")
    hall.press(view.wall, Qt.Key.Key_Return)
    assert view.detail.isVisible()
    assert not view.wall.isVisible()
    hall.click(view.detail.back)
    assert view.wall.isVisible()
    hall.click(view.selection.buttons["story"])
    assert not view.wall.isVisible()
    hall.press(view.detail, Qt.Key.Key_Escape)
    assert view.wall.isVisible()
    assert view.wall.hasFocus()


def test_enter_shows_a_picture_on_the_whole_screen_and_the_arrows_its_neighbours(hall):
    for number in range(3):
        hall.keep(number)
    view = hall.open(count=3)
    hall.choose("p2")
    hall.press(view.wall, Qt.Key.Key_Return)
    viewer = hall.presenter._screens.viewer
    assert viewer.isVisible()
    assert "Picture 2" in viewer.windowTitle()
    assert viewer.previous.isHidden()
    hall.press(viewer, Qt.Key.Key_Right)
    assert "Picture 1" in viewer.windowTitle()
    assert view.detail.record.id == "p1"
    hall.press(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()


def test_two_chosen_pictures_are_compared(hall):
    for number in range(3):
        hall.keep(number)
    view = hall.open(count=3)
    hall.choose("p2", "p0")
    button = view.selection.buttons["compare"]
    assert button.isVisible()
    hall.click(button)
    assert view.is_comparing
    assert view.comparing.two.titles[0].text().startswith("Picture 0")
    hall.press(view.comparing, Qt.Key.Key_Escape)
    assert not view.is_comparing
    assert not view.comparing.two.panes[0].has_picture
