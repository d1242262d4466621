"""Everything on the canvas can be done without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from canvas_studio import Hand
from gptdesk.ui.images.canvas.editor import PictureEditor

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(
    editor: PictureEditor,
    *keys: Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    for key in keys:
        QTest.keyClick(editor.view, key, modifiers)
    editor.document.brushwork.settle()


def is_painted(editor: PictureEditor, x: int, y: int) -> bool:
    return editor.document.mask.snapshot().row(y)[x] > 0


def test_the_space_bar_makes_a_spot_at_the_cross(editor: PictureEditor) -> None:
    press(editor, Key.Key_Right, Key.Key_Space)
    assert editor.view.cross is not None
    x, y = map(int, editor.view.cross)
    assert is_painted(editor, x, y)
    assert not is_painted(editor, x + 60, y)


def test_enter_begins_a_stroke_that_the_arrow_keys_draw(editor: PictureEditor) -> None:
    editor.toolbox.set_diameter(9)
    press(editor, Key.Key_Return)
    assert editor.view.cross is not None
    start = editor.view.cross
    press(editor, *[Key.Key_Right] * 10, Key.Key_Return)
    for x in range(int(start[0]), int(editor.view.cross[0])):
        assert is_painted(editor, x, int(start[1]))
    editor.document.undo()
    assert editor.painted == 0, "the whole stroke is one step"


def test_with_shift_the_cross_goes_pixel_by_pixel(editor: PictureEditor) -> None:
    press(editor, Key.Key_Left)
    before = editor.view.cross
    press(editor, Key.Key_Down, modifiers=SHIFT)
    assert before is not None
    assert editor.view.cross == (before[0], before[1] + 1)


def test_the_cross_stays_in_the_picture_and_in_sight(editor: PictureEditor) -> None:
    editor.view.zoom_by(8)
    press(editor, *[Key.Key_Left] * 200, *[Key.Key_Up] * 150)
    assert editor.view.cross == (0.0, 0.0)
    spot = editor.view.viewport.to_widget((0.0, 0.0))
    assert editor.view.rect().contains(spot.toPoint())


def test_a_rectangle_is_drawn_from_cross_to_cross(editor: PictureEditor) -> None:
    press(editor, Key.Key_R, Key.Key_Return, *[Key.Key_Right] * 5, *[Key.Key_Down] * 4)
    press(editor, Key.Key_Return)
    stride = 12 / editor.view.viewport.scale
    area = 5 * stride * 4 * stride
    assert editor.painted * 521 * 303 == pytest.approx(area, rel=0.1)


def test_esc_takes_back_a_stroke_that_is_not_ended(editor: PictureEditor) -> None:
    press(editor, Key.Key_Return, Key.Key_Right, Key.Key_Right)
    press(editor, Key.Key_Escape)
    assert editor.painted == 0
    assert not editor.document.can_undo


@pytest.mark.parametrize(
    ("key", "tool"),
    [
        (Key.Key_E, "eraser"),
        (Key.Key_R, "rectangle"),
        (Key.Key_L, "lasso"),
        (Key.Key_H, "hand"),
    ],
)
def test_tools_have_letters(editor: PictureEditor, key: Key, tool: str) -> None:
    press(editor, key)
    assert editor.toolbox.current == tool
    assert editor.toolbar.tools[tool].isChecked()
    press(editor, Key.Key_B)
    assert editor.toolbox.current == "brush"


def test_brackets_and_the_wheel_with_ctrl_change_the_brush(editor: PictureEditor) -> None:
    before = editor.toolbox.brush.diameter
    press(editor, Key.Key_BracketRight)
    larger = editor.toolbox.brush.diameter
    assert larger > before
    press(editor, Key.Key_BracketLeft)
    assert editor.toolbox.brush.diameter < larger
    zoom = editor.view.viewport.zoom
    turn(editor, CONTROL)
    assert editor.toolbox.brush.diameter > before
    assert editor.view.viewport.zoom == zoom
    assert editor.toolbar.number.text() == str(round(editor.toolbox.brush.diameter))


def turn(
    editor: PictureEditor,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    at: QPointF | None = None,
) -> None:
    event = QWheelEvent(
        at or QPointF(100, 100),
        editor.view.mapToGlobal(at or QPointF(100, 100)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.view, event)


def test_plus_minus_and_digits_zoom(editor: PictureEditor) -> None:
    viewport = editor.view.viewport
    press(editor, Key.Key_Plus)
    assert viewport.zoom > 1.0
    press(editor, Key.Key_1)
    assert viewport.zoom == 1.0
    press(editor, Key.Key_Minus)
    assert viewport.zoom < 1.0
    press(editor, Key.Key_0)
    assert viewport.is_fitted


def test_the_wheel_keeps_what_is_under_the_pointer(editor: PictureEditor) -> None:
    viewport = editor.view.viewport
    at = QPointF(333, 222)
    before = viewport.to_picture(at)
    turn(editor, at=at)
    after = viewport.to_picture(at)
    assert viewport.zoom > 1.0
    assert abs(before[0] - after[0]) < 1 and abs(before[1] - after[1]) < 1


def test_undo_and_redo_have_their_keys(editor: PictureEditor, hand: Hand) -> None:
    hand.drag((100, 100), (200, 100))
    painted = editor.painted
    press(editor, Key.Key_Z, modifiers=CONTROL)
    assert editor.painted == 0
    press(editor, Key.Key_Z, modifiers=CONTROL | SHIFT)
    assert editor.painted == painted
    press(editor, Key.Key_Z, modifiers=CONTROL)
    press(editor, Key.Key_Y, modifiers=CONTROL)
    assert editor.painted == painted


def test_invert_and_clear_have_their_keys(editor: PictureEditor) -> None:
    press(editor, Key.Key_I, modifiers=CONTROL)
    assert editor.painted == 1.0
    press(editor, Key.Key_Delete)
    assert editor.painted == 0.0


def test_dragging_with_the_space_bar_moves_and_does_not_paint(editor: PictureEditor) -> None:
    view = editor.view
    origin = QPointF(view.viewport.origin)
    QTest.keyPress(view, Key.Key_Space)
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=QPoint(300, 200))
    QTest.mouseMove(view, QPoint(340, 230))
    QTest.mouseRelease(view, left, pos=QPoint(340, 230))
    QTest.keyRelease(view, Key.Key_Space)
    editor.document.brushwork.settle()
    assert view.viewport.origin - origin == QPointF(40, 30)
    assert editor.painted == 0


def test_the_canvas_is_named_for_ears(editor: PictureEditor) -> None:
    assert editor.view.accessibleName() == "Picture to paint on"
    assert "Arrow keys" in editor.view.accessibleDescription()


def test_every_button_has_a_name_and_a_hint(editor: PictureEditor) -> None:
    bar = editor.toolbar
    buttons = [*bar.tools.values(), bar.softness, *bar._ends()]
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    assert "Ctrl+Z" in bar.undo.toolTip()
