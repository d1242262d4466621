"""Cutting, turning, scaling and extending change picture, mask and notes alike, and come back."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, qAlpha
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas_studio import Hand, Work, picture
from gptdesk.domain.picture_fitting import FitLimits
from gptdesk.domain.picture_steps import Flip, Frame, QuarterTurn, Rotate, Scale, Step
from gptdesk.domain.problems import PictureDoesNotFit
from gptdesk.ui.images.canvas.editor import PictureEditor
from gptdesk.ui.images.canvas.export import Export
from gptdesk.ui.images.canvas.marks import Arrow, Note


def pixels(editor: PictureEditor) -> QImage:
    levels = editor.document.levels
    assert levels is not None
    return levels.whole.convertToFormat(QImage.Format.Format_ARGB32)


def mask_rows(editor: PictureEditor) -> list[bytes]:
    snapshot = editor.document.mask.snapshot()
    return [snapshot.row(y) for y in range(snapshot.height)]


@pytest.mark.parametrize(
    "step",
    [QuarterTurn(), QuarterTurn(False), Flip(), Flip(False), Frame(13, 7, 300, 271)],
    ids=str,
)
def test_pixels_and_mask_move_to_the_same_places(
    editor: PictureEditor, hand: Hand, step: Step
) -> None:
    hand.drag((100, 100), (190, 160))
    before, painted = pixels(editor), mask_rows(editor)
    editor.document.apply(step)
    after, moved = pixels(editor), mask_rows(editor)
    placement = step.placement((521, 303))
    assert editor.size_in_pixels == placement.size == (after.width(), after.height())
    for y in range(after.height()):
        for x in range(after.width()):
            column, row = map(int, placement.before((x + 0.5, y + 0.5)))
            assert after.pixel(x, y) == before.pixel(column, row)
            assert moved[y][x] == painted[row][column]


def test_each_change_of_shape_is_one_step_to_undo(editor: PictureEditor, hand: Hand) -> None:
    hand.drag((100, 100), (190, 160))
    states = [(pixels(editor), mask_rows(editor))]
    for step in (Rotate(12.5), Flip(), Scale(200, 100), Frame(-20, -10, 260, 130)):
        editor.document.apply(step)
        states.append((pixels(editor), mask_rows(editor)))
    for image, mask in reversed(states[:-1]):
        editor.document.undo()
        assert (pixels(editor), mask_rows(editor)) == (image, mask)
    for image, mask in states[1:]:
        editor.document.redo()
        assert (pixels(editor), mask_rows(editor)) == (image, mask)


def test_a_stroke_before_a_change_of_shape_can_still_be_undone(
    editor: PictureEditor, hand: Hand
) -> None:
    hand.drag((100, 100), (190, 160))
    editor.document.apply(QuarterTurn())
    hand.drag((100, 300), (150, 320))
    for _ in range(3):
        editor.document.undo()
    assert editor.painted == 0
    assert editor.size_in_pixels == (521, 303)


def test_new_area_is_transparent_and_painted(editor: PictureEditor) -> None:
    editor.document.apply(Frame(-30, -20, 581, 363))
    image, mask = pixels(editor), mask_rows(editor)
    for x, y in ((0, 0), (29, 100), (300, 19), (580, 362), (551, 100)):
        assert qAlpha(image.pixel(x, y)) == 0
        assert mask[y][x] == 255
    for x, y in ((30, 20), (300, 200), (550, 322)):
        assert qAlpha(image.pixel(x, y)) == 255
        assert mask[y][x] == 0


def test_kept_corners_of_a_rotation_are_painted(editor: PictureEditor) -> None:
    editor.document.apply(Rotate(20, keeps_corners=True))
    mask = mask_rows(editor)
    assert mask[0][0] == mask[-1][-1] == 255
    assert mask[len(mask) // 2][len(mask[0]) // 2] == 0


def test_a_rotation_without_corners_leaves_nothing_transparent(editor: PictureEditor) -> None:
    editor.document.apply(Rotate(20))
    assert not pixels(editor).convertToFormat(QImage.Format.Format_ARGB32).isNull()
    levels = editor.document.levels
    assert levels is not None and not levels.whole.hasAlphaChannel()
    assert editor.painted == 0


def test_notes_go_along(editor: PictureEditor) -> None:
    editor.document.set_marks(
        [Arrow((10, 20), (30, 40), "#D92D20", 3), Note((5, 5), "a", "#D92D20", 3)]
    )
    editor.document.apply(Frame(5, 5, 100, 100))
    arrow, note = editor.document.marks
    assert isinstance(arrow, Arrow) and (arrow.start, arrow.end) == ((5, 15), (25, 35))
    assert isinstance(note, Note) and note.at == (0, 0)
    editor.document.undo()
    assert isinstance(editor.document.marks[1], Note) and editor.document.marks[1].at == (5, 5)
    editor.document.undo()
    assert editor.document.marks == ()


def test_fitting_is_one_step(editor: PictureEditor, hand: Hand) -> None:
    hand.drag((200, 100), (260, 160))
    editor.fit(FitLimits(is_square=True, longest_edge=256))
    assert editor.size_in_pixels == (256, 256)
    assert editor.painted > 0
    editor.document.undo()
    assert editor.size_in_pixels == (521, 303)


def test_fitting_keeps_the_bytes_of_the_file(editor: PictureEditor, qtbot: QtBot) -> None:
    data = Random(1).randbytes(400 * 300 * 4)
    noise = QImage(data, 400, 300, QImage.Format.Format_RGB32).copy()
    editor.open(noise)
    exports: list[Export] = []
    editor.export(exports.append)
    assert len(exports[0].picture) > 120_000
    editor.fit(FitLimits(most_bytes=120_000))
    editor.export(exports.append)
    assert len(exports[1].picture) <= 120_000
    assert exports[1].size[0] > 150


def test_what_cannot_be_made_small_enough_is_said_and_nothing_changes(
    editor: PictureEditor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(editor.failed) as failed:
        editor.fit(FitLimits(most_bytes=20, fewest_pixels=500 * 290))
    assert isinstance(failed.args[0], PictureDoesNotFit)
    assert editor.size_in_pixels == (521, 303)
    assert not editor.document.can_undo


def test_while_it_works_nothing_is_painted_and_it_says_so(
    editor: PictureEditor, hand: Hand, work: Work
) -> None:
    work.hold()
    editor.document.apply(Flip())
    assert editor.busy.isVisible()
    hand.drag((100, 100), (190, 160))
    assert editor.painted == 0
    assert not editor.toolbar.shape.isEnabled()
    work.go_on()
    assert not editor.busy.isVisible()
    assert editor.toolbar.shape.isEnabled()


# The rows above the canvas


def test_a_crop_is_pulled_at_its_handles_and_applied(editor: PictureEditor, hand: Hand) -> None:
    editor.toolbar.shape_wanted.emit("crop")
    assert editor.frame_bar.isVisible()
    hand.drag((0, 0), (100, 50))
    frame = editor.toolbox.frame.frame()
    assert (frame.x, frame.y) == pytest.approx((100, 50), abs=2)
    QTest.mouseClick(editor.frame_bar.apply, Qt.MouseButton.LeftButton)
    assert editor.size_in_pixels == (frame.width, frame.height)
    assert not editor.frame_bar.isVisible()
    assert editor.toolbox.current == "brush"


@pytest.mark.parametrize(("row", "ratio"), [(2, 1.0), (3, 1.5), (8, 9 / 16)])
def test_proportions_hold_while_the_frame_is_pulled(
    editor: PictureEditor, hand: Hand, row: int, ratio: float
) -> None:
    editor.toolbar.shape_wanted.emit("crop")
    editor.frame_bar.shape.setCurrentIndex(row)
    editor.frame_bar.shape.activated.emit(row)
    rect = editor.toolbox.frame.rect
    assert rect.width() / rect.height() == pytest.approx(ratio)
    corner = (rect.right(), rect.bottom())
    hand.drag(corner, (corner[0] - 40, corner[1] - 5))
    pulled = editor.toolbox.frame.rect
    assert pulled.width() < rect.width()
    assert pulled.width() / pulled.height() == pytest.approx(ratio)


def test_a_crop_stays_in_the_picture_and_an_extension_around_it(
    editor: PictureEditor, hand: Hand
) -> None:
    editor.toolbar.shape_wanted.emit("crop")
    hand.drag((521, 303), (560, 330))
    assert editor.toolbox.frame.frame() == Frame(0, 0, 521, 303)
    editor.toolbar.shape_wanted.emit("extend")
    hand.drag((521, 303), (500, 290))
    assert editor.toolbox.frame.frame() == Frame(0, 0, 521, 303)
    hand.drag((521, 303), (560, 330))
    frame = editor.toolbox.frame.frame()
    assert frame.width > 550 and frame.height > 320
    editor.toolbox.accept()
    assert editor.size_in_pixels == (frame.width, frame.height)
    assert editor.painted > 0


def test_esc_gives_a_crop_up(editor: PictureEditor, hand: Hand) -> None:
    editor.toolbar.shape_wanted.emit("crop")
    hand.drag((0, 0), (100, 50))
    QTest.keyClick(editor.view, Qt.Key.Key_Escape)
    assert not editor.frame_bar.isVisible()
    assert editor.size_in_pixels == (521, 303)


def test_scaling_keeps_the_proportions_while_typing(editor: PictureEditor) -> None:
    editor.toolbar.shape_wanted.emit("scale")
    bar = editor.scale_bar
    assert not bar.apply.isEnabled()
    bar.across.selectAll()
    QTest.keyClicks(bar.across, "260")
    assert bar.down.text() == "151"
    QTest.keyClick(bar.across, Qt.Key.Key_Return)
    assert editor.size_in_pixels == (260, 151)


def test_a_rotation_is_seen_before_it_holds(editor: PictureEditor) -> None:
    editor.toolbar.shape_wanted.emit("rotate")
    before = editor.view.grab().toImage()
    editor.rotate_bar.angle.setValue(100)
    assert editor.view.grab().toImage() != before
    assert editor.size_in_pixels == (521, 303)
    QTest.mouseClick(editor.rotate_bar.apply, Qt.MouseButton.LeftButton)
    assert editor.size_in_pixels == Rotate(10.0).placement((521, 303)).size


def test_turning_and_mirroring_hold_at_once(editor: PictureEditor) -> None:
    editor.toolbar.shape_wanted.emit("turn-left")
    assert editor.size_in_pixels == (303, 521)
    editor.toolbar.shape_wanted.emit("flip-sideways")
    assert editor.document.steps == (QuarterTurn(to_right=False), Flip())


def test_another_picture_begins_without_a_past(editor: PictureEditor, hand: Hand) -> None:
    hand.drag((100, 100), (190, 160))
    editor.toolbar.shape_wanted.emit("crop")
    editor.open(picture(40, 30))
    assert editor.size_in_pixels == (40, 30)
    assert not editor.frame_bar.isVisible()
    assert not editor.document.can_undo and editor.painted == 0
