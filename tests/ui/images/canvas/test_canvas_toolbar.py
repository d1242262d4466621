"""The row above the canvas: what it shows, and what it does at every width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from canvas_studio import Hand
from gptdesk.ui.images.canvas.editor import PictureEditor
from gptdesk.ui.images.canvas.shape_menu import AT_ONCE
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button


def pick(editor: PictureEditor, text: str) -> None:
    """Choose an entry of the menu that is open."""
    menus = [menu for menu in editor.toolbar.findChildren(QMenu) if menu.isVisible()]
    (action,) = (action for menu in menus for action in menu.actions() if action.text() == text)
    action.trigger()
    for menu in menus:
        menu.close()


def test_the_slider_is_finer_at_its_small_end(editor: PictureEditor) -> None:
    bar = editor.toolbar
    diameters = []
    for value in (0, 250, 500, 750, 1000):
        bar.diameter.setValue(value)
        diameters.append(editor.toolbox.brush.diameter)
        assert bar.number.text() == str(round(diameters[-1]))
    assert diameters[0] == 1 and diameters[-1] == 181
    assert diameters == sorted(diameters)
    assert diameters[2] < diameters[-1] / 4


def test_the_first_brush_suits_the_picture(editor: PictureEditor) -> None:
    assert editor.toolbox.brush.diameter == 13


def test_a_soft_edge_grows_with_the_brush(editor: PictureEditor) -> None:
    editor.toolbox.set_diameter(40)
    QTest.mouseClick(editor.toolbar.softness, Qt.MouseButton.LeftButton)
    pick(editor, "Soft")
    assert editor.toolbox.brush.feather == 10
    editor.toolbox.set_diameter(80)
    assert editor.toolbox.brush.feather == 20


def test_the_menu_of_shapes_turns_and_crops(editor: PictureEditor) -> None:
    QTest.mouseClick(editor.toolbar.shape, Qt.MouseButton.LeftButton)
    pick(editor, "Turn right")
    assert editor.document.steps == (AT_ONCE["turn-right"],)
    QTest.mouseClick(editor.toolbar.shape, Qt.MouseButton.LeftButton)
    pick(editor, "Crop…")
    assert editor.frame_bar.isVisible()


def test_what_cannot_be_done_is_not_offered(editor: PictureEditor, hand: Hand) -> None:
    bar = editor.toolbar
    assert not bar.undo.isEnabled() and not bar.redo.isEnabled() and not bar.clear.isEnabled()
    hand.drag((100, 100), (190, 160))
    assert bar.undo.isEnabled() and bar.clear.isEnabled() and not bar.redo.isEnabled()
    QTest.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert bar.redo.isEnabled() and not bar.undo.isEnabled() and not bar.clear.isEnabled()


def test_showing_what_stays_changes_the_veil_and_not_the_mask(
    editor: PictureEditor, hand: Hand
) -> None:
    hand.drag((100, 100), (190, 160))
    before, mask = editor.view.grab().toImage(), editor.mask_png()
    QTest.mouseClick(editor.toolbar.view, Qt.MouseButton.LeftButton)
    assert editor.view.grab().toImage() != before
    assert editor.mask_png() == mask


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [600, 880, 1400])
def test_nothing_is_cut_off_at_any_width(editor: PictureEditor, width: int, percent: int) -> None:
    Theme.current().apply(percent=percent)
    back = Button("Back to the results", kind="ghost", small=True)
    editor.toolbar.add_leading(back)
    editor.resize(width, 900)
    for _ in range(3):
        QApplication.processEvents()
    bar = editor.toolbar
    for part in (back, *bar.tools.values(), bar.diameter, bar.number, bar.softness, *bar._ends()):
        corner = part.mapTo(bar, part.rect().bottomRight())
        assert bar.rect().contains(corner), part.objectName()
        assert part.width() >= part.minimumSizeHint().width()
    assert editor.view.y() >= bar.height()


def test_words_come_with_the_room_for_them(editor: PictureEditor) -> None:
    bar = editor.toolbar
    editor.resize(560, 600)
    QApplication.processEvents()
    narrow = bar.tools["brush"].width()
    editor.resize(1500, 600)
    QApplication.processEvents()
    assert bar.tools["brush"].width() > narrow
    assert bar.shape.width() == bar.shape.full_width()


def test_a_stroke_under_way_ends_where_something_else_begins(editor: PictureEditor) -> None:
    view = editor.view
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert editor.toolbox.tool.is_active
    QTest.mouseClick(editor.toolbar.undo, Qt.MouseButton.LeftButton)
    editor.document.undo()
    assert not editor.toolbox.tool.is_active
    assert editor.painted == 0
    editor.document.redo()
    assert editor.painted > 0


def test_the_brush_is_seen_in_its_real_size(editor: PictureEditor) -> None:
    editor.toolbox.set_diameter(80)
    view = editor.view
    spot = view.viewport.to_widget((260, 150)).toPoint()
    QTest.mouseMove(view, spot)
    QApplication.processEvents()
    with_ring = view.grab().toImage()
    view.leaveEvent(None)  # type: ignore[arg-type]
    without = view.grab().toImage()
    radius = round(40 * view.viewport.scale)
    changed = [
        x
        for x in range(radius + 12)
        if with_ring.pixel(spot.x() + x, spot.y()) != without.pixel(spot.x() + x, spot.y())
    ]
    assert changed and min(changed) >= radius - 4 and max(changed) <= radius + 4
