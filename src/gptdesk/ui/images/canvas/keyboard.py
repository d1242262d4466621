"""Everything that the canvas does by keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gptdesk.ui.images.canvas import toolbox as names
from gptdesk.ui.images.canvas.viewport import STEP

if TYPE_CHECKING:
    from gptdesk.ui.images.canvas.view import CanvasView

Key = Qt.Key
WAYS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
TOOLS = {
    Key.Key_B: names.BRUSH,
    Key.Key_E: names.ERASER,
    Key.Key_R: names.RECTANGLE,
    Key.Key_L: names.LASSO,
    Key.Key_H: names.HAND,
}
STRIDE = 12.0
"""Points of the screen for a press of an arrow key; with Shift it is a pixel of the picture."""
PUSH = 64.0


class Keyboard:
    """Belongs to one view. The space bar moves the picture with the mouse, and paints without."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self.is_space_down = False
        self._was_used = False
        self._plain: dict[int, Callable[[], None]] = {
            Key.Key_Plus: lambda: view.zoom_by(STEP),
            Key.Key_Equal: lambda: view.zoom_by(STEP),
            Key.Key_Minus: lambda: view.zoom_by(1 / STEP),
            Key.Key_0: view.fit,
            Key.Key_1: view.show_actual,
            Key.Key_BracketLeft: lambda: view.toolbox.resize_brush(-1),
            Key.Key_BracketRight: lambda: view.toolbox.resize_brush(1),
            Key.Key_Return: self._go_on,
            Key.Key_Enter: self._go_on,
            Key.Key_Delete: view.document.clear_mask,
            **{key: self._choosing(name) for key, name in TOOLS.items()},
        }

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._view.document.undo()
        elif event.matches(QKeySequence.StandardKey.Redo) or self._is_redo(event):
            self._view.document.redo()
        elif event.key() in WAYS:
            self._move(WAYS[Key(event.key())], event.modifiers())
        elif event.key() == Key.Key_Space:
            self._space(event)
        elif event.key() == Key.Key_Escape:
            return self._cancel()
        else:
            return self._others(event)
        return True

    def release(self, event: QKeyEvent) -> bool:
        if event.key() != Key.Key_Space or event.isAutoRepeat() or not self.is_space_down:
            return False
        self.is_space_down = False
        self._view.show_cursor()
        if not self._was_used:
            self._dab()
        return True

    def on_mouse_pressed(self) -> None:
        """The space bar is held to move the picture, not to paint."""
        self._was_used = True

    def forget(self) -> None:
        self.is_space_down = False

    def _others(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() == Key.Key_I:
            self._view.document.invert()
            return True
        action = self._plain.get(event.key())
        if action is None or control:
            return False
        action()
        return True

    @staticmethod
    def _is_redo(event: QKeyEvent) -> bool:
        modifiers = event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        return control and (event.key() == Key.Key_Y or (shift and event.key() == Key.Key_Z))

    def _choosing(self, name: str) -> Callable[[], None]:
        return lambda: self._view.toolbox.choose(name)

    def _move(self, way: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        view = self._view
        x, y = way
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            view.move_by(QPointF(-x, -y) * PUSH)
            return
        is_fine = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        stride = 1.0 if is_fine else max(1.0, STRIDE / view.viewport.scale)
        if view.toolbox.is_framing:
            view.toolbox.frame.nudge(x * stride, y * stride)
        else:
            view.move_cross(x * stride, y * stride)

    def _space(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self.is_space_down, self._was_used = True, False
            self._view.show_cursor()

    def _go_on(self) -> None:
        """Enter begins at the cross; the arrow keys go on; Enter ends it."""
        view, tool = self._view, self._view.toolbox.tool
        if view.toolbox.is_framing:
            view.toolbox.accept()
        elif tool.is_active:
            tool.release(view.pointer or (0.0, 0.0))
        elif not view.document.is_busy:
            view.move_cross(0, 0)
            tool.press(self._here())
        view.update()

    def _dab(self) -> None:
        """One spot with the brush; with other tools the same as Enter."""
        view, tool = self._view, self._view.toolbox.tool
        if view.toolbox.current not in (names.BRUSH, names.ERASER) or tool.is_active:
            self._go_on()
        elif not view.document.is_busy:
            view.move_cross(0, 0)
            tool.press(self._here())
            tool.release(self._here())

    def _here(self) -> tuple[float, float]:
        assert self._view.cross is not None
        return self._view.cross

    def _cancel(self) -> bool:
        tool = self._view.toolbox.tool
        if tool.is_active:
            tool.cancel()
        elif self._view.toolbox.is_framing:
            self._view.toolbox.give_up()
        else:
            return False
        self._view.update()
        return True
