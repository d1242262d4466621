"""Everything in the Images tab without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QSpinBox

from gptdesk.ui.images.options.shapes import ShapeGrid
from gptdesk.ui.widgets.tab_order import tab_stops


def focused(desk, widget):
    desk.page.activateWindow()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return widget


def test_the_prompt_sends_with_control_and_enter_and_enter_alone_is_a_new_line(desk):
    desk.start(connections=[])
    editor = desk.page.panel.asking.editor
    desk.qtbot.keyClicks(editor, "A cat")
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.content == "A cat\n"
    assert not desk.presenter._maker.jobs
    desk.qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.record is not None)


def test_arrows_choose_a_shape_and_a_quality(desk):
    desk.start(connections=[])
    grid = desk.page.findChild(ShapeGrid)
    before = desk.order.settings.size
    desk.qtbot.keyClick(focused(desk, grid), Qt.Key.Key_Right)
    assert desk.order.settings.size != before
    quality = desk.page.panel.choices.quality
    desk.qtbot.keyClick(quality._segments, Qt.Key.Key_Right)
    assert desk.order.settings.quality == "low"
    count = desk.part("images.count", QSpinBox)
    desk.qtbot.keyClick(count, Qt.Key.Key_Up)
    assert desk.order.settings.count == 2


def test_the_newest_pictures_are_walked_with_arrows_and_deleted_with_delete(desk):
    desk.start(connections=[])
    first = desk.generated("One")
    second = desk.generated("Two")
    row = focused(desk, desk.part("images.newest"))
    desk.qtbot.keyClick(row, Qt.Key.Key_Right)
    desk.until(lambda: desk.record.id == first.id and desk.presenter._shower.data)
    desk.qtbot.keyClick(row, Qt.Key.Key_Delete)
    desk.until(lambda: desk.record is not None and desk.record.id == second.id)
    assert desk.page.undo.isVisibleTo(desk.page)


def test_the_picture_is_copied_by_the_usual_keys(desk):
    desk.start(connections=[])
    record = desk.generated("One")
    pane = focused(desk, desk.page.stage.result.pane)
    QApplication.clipboard().clear()
    desk.qtbot.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().image().width() == record.file.width


def test_tab_reaches_prompt_model_choices_button_and_picture_in_this_order(desk):
    desk.start(connections=[])
    desk.generated("One")
    stops = [
        part.objectName()
        for part in tab_stops(desk.page)
        if part.isVisibleTo(desk.page) and part.isEnabled()
    ]
    wanted = [
        "images.prompt",
        "images.model",
        "images.count",
        "images.generate",
        "images.save",
        "images.picture",
        "images.newest",
    ]
    places = [stops.index(name) for name in wanted]
    assert places == sorted(places)


def test_a_reference_is_taken_away_with_delete(desk):
    desk.start(connections=[])
    desk.generated("One")
    desk.presenter._actor.reference()
    tile = desk.part("images.reference.0", QAbstractButton)
    assert tile.accessibleName()
    desk.qtbot.keyClick(tile, Qt.Key.Key_Delete)
    assert not desk.order.references
