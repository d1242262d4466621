"""How long the window stands still while a photo of 50 megapixels is opened, masked and reshaped.

It reports and never judges. A timer ticks as often as it can; the longest time between two ticks
is the longest time in which a click would have waited. Work is done by the app's own core thread.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gptdesk.domain.picture_fitting import FitLimits
from gptdesk.domain.picture_steps import Frame, QuarterTurn, Rotate
from gptdesk.runtime.calls import Calls
from gptdesk.runtime.core import CoreThread
from gptdesk.ui.images.canvas.editor import PictureEditor
from gptdesk.ui.images.canvas.work import CoreWork

SIZE = 8660, 5774
LIMIT_MS = 100
GPT_IMAGE = FitLimits(
    most_pixels=8_294_400, fewest_pixels=655_360, longest_edge=3840, multiple=16, widest=3.0
)


class Gaps:
    """Ticks while something is going on."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._last = time.perf_counter()
        self.worst = 0.0

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now

    def measure(self, name: str, begin: Callable[[], object], is_over: Callable[[], bool]) -> None:
        self._timer.start(0)
        started = self._last = time.perf_counter()
        self.worst = 0.0
        begin()
        loop = QEventLoop()
        while not is_over():
            loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        for _ in range(5):
            loop.processEvents()
        self._timer.stop()
        took = time.perf_counter() - started
        note = "" if self.worst * 1000 <= LIMIT_MS else f"  above {LIMIT_MS}"
        print(f"  {name:34} {took * 1000:6.0f} ms   worst gap {self.worst * 1000:4.0f} ms{note}")


@pytest.fixture
def editor(qtbot: QtBot, core: CoreThread) -> Iterator[PictureEditor]:
    owner = QObject()
    calls = Calls(core, owner)
    editor = PictureEditor(CoreWork(calls))
    qtbot.addWidget(editor)
    editor.resize(1280, 900)
    editor.show()
    qtbot.waitExposed(editor)
    yield editor
    calls.shutdown()


def photo(kind: bytes) -> bytes:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    colors = QLinearGradient(0, 0, *SIZE)
    colors.setColorAt(0, QColor("#8fb7d9"))
    colors.setColorAt(1, QColor("#3d5a34"))
    painter = QPainter(image)
    painter.fillRect(image.rect(), colors)
    for number in range(4000):
        x, y = number * 7919 % SIZE[0], number * 104729 % SIZE[1]
        painter.fillRect(x, y, 60, 40, QColor(number % 255, 90, 120, 90))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, kind).write(image)
    return bytes(buffer.data().data())


def test_a_photo_of_fifty_megapixels(editor: PictureEditor) -> None:
    gaps, document, view = Gaps(), editor.document, editor.view
    jpeg = photo(b"jpeg")

    def is_done() -> bool:
        return document.has_picture and not document.is_busy and document.brushwork.is_settled

    print(f"\n{SIZE[0]} × {SIZE[1]} pixels, limit {LIMIT_MS} ms")
    gaps.measure("open", lambda: editor.open(jpeg, "photo.jpg"), is_done)
    for name, diameter, softness in (
        ("stroke, 250 wide", 250, 0.0),
        ("stroke, 2000 wide", 2000, 0.0),
        ("soft stroke, 2000 wide", 2000, 0.5),
    ):
        editor.toolbox.set_diameter(diameter)
        editor.toolbox.set_softness(softness)
        gaps.measure(name, lambda: drag(editor), is_done)
    gaps.measure("undo a stroke", document.undo, is_done)
    gaps.measure("redo a stroke", document.redo, is_done)
    gaps.measure("invert", document.invert, is_done)
    gaps.measure("undo that", document.undo, is_done)
    gaps.measure("soft rectangle over everything", lambda: rectangle(editor), is_done)
    document.undo()
    editor.toolbox.set_softness(0)
    gaps.measure("rectangle over everything", lambda: rectangle(editor), is_done)
    gaps.measure("zoom in and out", lambda: [view.zoom_by(f) for f in (4, 4, 0.1, 0.5)], is_done)
    view.fit()
    gaps.measure("crop", lambda: document.apply(Frame(500, 500, 7000, 4800)), is_done)
    gaps.measure("turn", lambda: document.apply(QuarterTurn()), is_done)
    gaps.measure("rotate by 7°", lambda: document.apply(Rotate(7)), is_done)
    for number in range(3):
        gaps.measure(f"undo {number + 1}", document.undo, is_done)
    gaps.measure("fit to a model", lambda: editor.fit(GPT_IMAGE), is_done)
    document.undo()
    gaps.measure("wait for that", lambda: None, is_done)
    given: list[object] = []
    gaps.measure("write picture and mask", lambda: editor.export(given.append), lambda: bool(given))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  history {document._history.weight / 1024:.0f} KB, peak memory {peak:.0f} MB")


def drag(editor: PictureEditor) -> None:
    """Sixty moves of the mouse, with the loop running between them as in life."""
    left = Qt.MouseButton.LeftButton
    loop = QEventLoop()
    QTest.mousePress(editor.view, left, pos=QPoint(300, 300))
    for step in range(60):
        QTest.mouseMove(editor.view, QPoint(300 + step * 10, 300 + step * 4))
        loop.processEvents()
    QTest.mouseRelease(editor.view, left, pos=QPoint(890, 536))


def rectangle(editor: PictureEditor) -> None:
    left = Qt.MouseButton.LeftButton
    editor.toolbox.choose("rectangle")
    QTest.mousePress(editor.view, left, pos=QPoint(1, 1))
    QTest.mouseRelease(editor.view, left, pos=QPoint(1270, 830))
    editor.toolbox.choose("brush")
