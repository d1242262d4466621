"""The large picture: played by a press, scaled without waste, on squares where it is clear."""

from __future__ import annotations

import struct

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from gptdesk.runtime.large_pictures import open_large
from gptdesk.ui.images.showing.result_pane import ResultPane


def gif(frames: int = 2) -> bytes:
    """Frames of one pixel, black and white in turn."""
    head = b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
    body = b""
    for number in range(frames):
        body += b"\x21\xf9\x04\x00\x0a\0\0\0"
        body += b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0)
        body += b"\x02\x02" + (b"\x44" if number % 2 == 0 else b"\x4c") + b"\x01\0"
    return head + loop + body + b"\x3b"


def pane_of(qtbot, image, moving=b""):
    pane = ResultPane()
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show_levels(open_large(image), "A lamp", moving)
    pane.show()
    return pane


def test_a_moving_picture_waits_for_a_press(qtbot):
    image = QImage.fromData(gif())
    pane = pane_of(qtbot, image, gif())
    assert pane.is_moving
    assert not pane.is_playing
    assert "Press Space" in pane.accessibleDescription()
    qtbot.keyClick(pane, Qt.Key.Key_Space)
    assert pane.is_playing
    assert "stop" in pane.accessibleDescription()
    qtbot.mouseClick(pane, Qt.MouseButton.LeftButton, pos=pane.rect().center())
    assert not pane.is_playing
    pane.shutdown()


def test_a_file_with_one_frame_is_a_still_picture(qtbot):
    pane = pane_of(qtbot, QImage.fromData(gif(1)), gif(1))
    assert not pane.is_moving
    with qtbot.waitSignal(pane.opened):
        qtbot.keyClick(pane, Qt.Key.Key_Space)
    pane.shutdown()


def test_a_huge_picture_is_drawn_from_a_smaller_copy_once(qtbot):
    image = QImage(6000, 4000, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    pane = pane_of(qtbot, image)
    pane.grab()
    kept = pane._scaled_image.cacheKey()
    assert pane._scaled_image.width() <= 600 * pane.devicePixelRatioF()
    pane.grab()
    assert pane._scaled_image.cacheKey() == kept


def test_what_is_transparent_is_seen_as_squares(qtbot):
    image = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    pane = pane_of(qtbot, image)
    drawn = pane.grab().toImage()
    colours = {drawn.pixelColor(x, 200).name() for x in range(200, 260)}
    assert len(colours) >= 2
    assert QColor("black").name() not in colours
