"""What was painted on the screen is what is transparent in the file, pixel by pixel."""

from __future__ import annotations

import os
import subprocess
import sys
from math import hypot, sin
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from canvas_studio import Hand, picture
from gptdesk.ui.images.canvas.editor import PictureEditor

NARROW = 1e-9
"""A middle that lies on the very edge may fall to either side."""
TESTS = Path(__file__).resolve().parents[3]


def transparent(png: bytes) -> set[tuple[int, int]]:
    """Read by Qt, and held to be the form that services ask for."""
    image = QImage.fromData(png, "PNG")
    assert image.hasAlphaChannel() and image.depth() == 32
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    line, bits = alpha.bytesPerLine(), bytes(alpha.constBits())
    rows = [bits[y * line : y * line + alpha.width()] for y in range(alpha.height())]
    assert set(b"".join(rows)) <= {0, 255}
    return {(x, y) for y, row in enumerate(rows) for x, value in enumerate(row) if value == 0}


def nearest(points: list[tuple[float, float]], x: int, y: int) -> float:
    """How far the middle of a pixel is from a line through these points."""
    spot = (x + 0.5, y + 0.5)
    return min(
        distance(spot, start, end) for start, end in zip(points, points[1:] or points, strict=False)
    )


def distance(
    spot: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    (x, y), (x1, y1), (x2, y2) = spot, start, end
    square = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square if square else 0.0
    along = max(0.0, min(1.0, along))
    return hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


@pytest.mark.parametrize("size", [(1, 1), (61, 43), (257, 129), (130, 259)])
@pytest.mark.parametrize("zoom", [0.37, 1.0, 1.7, 6.0])
def test_a_stroke_of_the_mouse_is_transparent_in_the_file_and_nothing_else(
    editor: PictureEditor, hand: Hand, size: tuple[int, int], zoom: float
) -> None:
    editor.open(picture(*size))
    view = editor.view
    middle = (size[0] / 2, size[1] / 2)
    view.zoom_by(zoom / view.viewport.zoom, view.viewport.to_widget(middle))
    editor.toolbox.set_diameter(min(30.0, editor.toolbox.largest))
    radius = editor.toolbox.brush.diameter / 2
    spread = min(middle[0], 20 / min(1.0, zoom)), min(middle[1], 15 / min(1.0, zoom))
    points = hand.drag(
        (middle[0] - spread[0], middle[1] - spread[1]),
        (middle[0] + spread[0], middle[1]),
        (middle[0], middle[1] + spread[1]),
    )
    found = transparent(editor.mask_png())
    assert found
    everything = [(x, y) for x in range(size[0]) for y in range(size[1])]
    away = {spot: nearest(points, *spot) - radius for spot in everything}
    assert {spot for spot in everything if away[spot] < -NARROW} <= found
    assert {spot for spot in everything if away[spot] <= NARROW} >= found


def test_the_file_has_the_size_of_the_picture(editor: PictureEditor) -> None:
    image = QImage.fromData(editor.mask_png(), "PNG")
    assert (image.width(), image.height()) == editor.size_in_pixels == (521, 303)


def test_a_soft_edge_is_half_transparent(editor: PictureEditor, hand: Hand) -> None:
    editor.toolbox.set_diameter(60)
    editor.toolbox.set_softness(0.5)
    ((x, y),) = hand.drag((200, 150))[:1]
    image = QImage.fromData(editor.mask_png(), "PNG")
    alphas = [image.pixelColor(int(x) + step, int(y)).alpha() for step in range(0, 40)]
    assert alphas == sorted(alphas)
    assert alphas[0] < 30 and alphas[-1] == 255
    assert len(set(alphas)) > 8


def test_the_eraser_takes_away_exactly_its_circle(editor: PictureEditor, hand: Hand) -> None:
    editor.document.invert()
    editor.toolbox.choose("eraser")
    editor.toolbox.set_diameter(41)
    points = hand.drag((100, 100))
    kept = {
        (x, y) for x in range(521) for y in range(303) if nearest([points[0]] * 2, x, y) <= 20.5
    }
    everything = {(x, y) for x in range(521) for y in range(303)}
    assert transparent(editor.mask_png()) == everything - kept


def test_rectangle_and_lasso_paint_what_lies_inside(editor: PictureEditor, hand: Hand) -> None:
    editor.toolbox.choose("rectangle")
    (x1, y1), (x2, y2) = hand.drag((20, 30), (90, 70))
    inside = {
        (x, y) for x in range(521) for y in range(303) if x1 <= x + 0.5 < x2 and y1 <= y + 0.5 < y2
    }
    assert transparent(editor.mask_png()) == inside
    editor.document.clear_mask()
    editor.toolbox.choose("lasso")
    hand.drag((20, 30), (90, 30), (90, 70), (20, 70))
    lassoed = transparent(editor.mask_png())
    assert len(lassoed ^ inside) < 120  # the mouse may stand a point further
    assert (50, 50) in lassoed and (95, 50) not in lassoed


def test_a_scaled_mask_is_asked_for_by_its_size(editor: PictureEditor, hand: Hand) -> None:
    hand.drag((100, 100), (200, 150))
    image = QImage.fromData(editor.mask_png((1042, 606)), "PNG")
    assert (image.width(), image.height()) == (1042, 606)
    small = transparent(editor.mask_png())
    assert {(x // 2, y // 2) for x, y in transparent(editor.mask_png((1042, 606)))} == small


@pytest.mark.parametrize("factor", ["1", "1.25", "1.5", "2"])
def test_what_looks_painted_is_transparent_on_every_screen(factor: str) -> None:
    """Each pixel is looked at on the screen, at several zooms, in a process of its own."""
    result = subprocess.run(
        [sys.executable, str(TESTS / "canvas_on_a_dense_screen.py")],
        capture_output=True,
        text=True,
        timeout=120,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": factor,
            "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent / "src"))),
        },
    )
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0] == f"density {float(factor)}"
    assert len(lines) == 5
    assert [line for line in lines[1:] if not line.endswith("wrong 0")] == []


def test_undo_and_redo_change_exactly_the_last_stroke(editor: PictureEditor, hand: Hand) -> None:
    hand.drag((100, 100), (150, 120))
    first = transparent(editor.mask_png())
    hand.drag((300, 200), (350, 220))
    both = transparent(editor.mask_png())
    editor.document.undo()
    assert transparent(editor.mask_png()) == first
    editor.document.undo()
    assert transparent(editor.mask_png()) == set()
    editor.document.redo()
    editor.document.redo()
    assert transparent(editor.mask_png()) == both


def test_a_wheel_zooms_at_the_pointer(editor: PictureEditor) -> None:
    viewport = editor.view.viewport
    spot = QPointF(300, 200)
    before = viewport.to_picture(spot)
    editor.view.zoom_by(3.0, spot)
    after = viewport.to_picture(spot)
    assert hypot(before[0] - after[0], before[1] - after[1]) < 1


def test_a_brush_that_is_slower_than_the_hand_still_paints_the_whole_way(
    editor: PictureEditor, qtbot: QtBot
) -> None:
    """All moves come before the loop runs once, as on a busy computer."""
    tool = editor.toolbox.tool
    editor.toolbox.set_diameter(120)
    editor.toolbox.set_softness(0.5)
    points = [(60.0 + 2 * step, 150 + 60 * sin(step / 30)) for step in range(200)]
    tool.press(points[0])
    for each in points[1:]:
        tool.move(each)
    tool.release(points[-1])
    qtbot.waitUntil(lambda: editor.document.can_undo)
    rows = editor.document.mask.snapshot()
    assert all(rows.row(int(y))[int(x)] > 230 for x, y in points)
    editor.document.undo()
    assert editor.painted == 0
