"""What tests of the canvas use: work that is done at once, a hand with a mouse, a picture."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gptdesk.domain.problems import Problem
from gptdesk.ui.images.canvas.view import CanvasView

T = TypeVar("T")


class Work:
    """Does a job at once; after `hold` not before `go_on`."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []
        self._is_held = False

    def hold(self) -> None:
        self._is_held = True

    def go_on(self) -> None:
        while self._waiting:
            self._waiting.pop(0)()

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self._waiting.append(lambda: self._do(job, done, failed))
        if not self._is_held:
            self.go_on()

    @staticmethod
    def _do(
        job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Problem], None]
    ) -> None:
        try:
            result = job()
        except Problem as problem:
            failed(problem)
        else:
            done(result)


class Hand:
    """Moves the mouse to pixels of the picture."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view

    def drag(self, *points: tuple[float, float]) -> list[tuple[float, float]]:
        """Press, move, let go. Mice stand on whole points: returns where they really were."""
        spots = [self._view.viewport.to_widget(point).toPoint() for point in points]
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(self._view, left, pos=spots[0])
        for spot in spots[1:]:
            QTest.mouseMove(self._view, spot)
            QApplication.processEvents()
        QTest.mouseRelease(self._view, left, pos=spots[-1])
        self._view.document.brushwork.settle()
        return [self._view.viewport.to_picture(QPointF(spot)) for spot in spots]


def picture(width: int, height: int) -> QImage:
    """Each pixel has a colour of its own, up to 256 columns and rows."""
    pixel = bytearray(4 * width)
    pixel[2::4] = bytes(x % 256 for x in range(width))
    pixel[3::4] = b"\xff" * width
    pixel[0::4] = bytes(x // 256 * 64 for x in range(width))
    rows = bytearray()
    for y in range(height):
        pixel[1::4] = bytes([y % 256]) * width
        rows += pixel
    image = QImage(bytes(rows), width, height, 4 * width, QImage.Format.Format_RGB32).copy()
    return image
