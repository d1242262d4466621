"""Arrows, lines and words over a picture, for models that read them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from canvas_studio import Hand
from gptdesk.ui.images.canvas.editor import PictureEditor
from gptdesk.ui.images.canvas.export import Export
from gptdesk.ui.images.canvas.marks import Arrow, Note, Scribble


@pytest.fixture(autouse=True)
def notes(editor: PictureEditor) -> None:
    QTest.mouseClick(editor.toolbar.notes, Qt.MouseButton.LeftButton)
    assert editor.notes_bar.isVisible()


def test_an_arrow_goes_from_press_to_release(editor: PictureEditor, hand: Hand) -> None:
    start, end = hand.drag((50, 50), (150, 100))
    (arrow,) = editor.document.marks
    assert isinstance(arrow, Arrow)
    assert (arrow.start, arrow.end) == (start, end)
    editor.document.undo()
    assert editor.document.marks == ()


def test_the_pen_draws_in_the_chosen_colour(editor: PictureEditor, hand: Hand) -> None:
    QTest.mouseClick(editor.notes_bar.tools["scribble"], Qt.MouseButton.LeftButton)
    color, swatch = list(editor.notes_bar.swatches.items())[1]
    QTest.mouseClick(swatch, Qt.MouseButton.LeftButton)
    hand.drag((50, 50), (60, 70), (90, 75))
    (line,) = editor.document.marks
    assert isinstance(line, Scribble)
    assert line.color == color and len(line.points) >= 3


def test_words_are_typed_where_one_clicked(editor: PictureEditor, hand: Hand) -> None:
    QTest.mouseClick(editor.notes_bar.tools["note"], Qt.MouseButton.LeftButton)
    (spot, _end) = hand.drag((80, 60), (80, 60))
    assert editor.words.isVisible()
    QTest.keyClicks(editor.words, "make it blue")
    QTest.keyClick(editor.words, Qt.Key.Key_Return)
    (note,) = editor.document.marks
    assert isinstance(note, Note)
    assert (note.at, note.text) == (spot, "make it blue")
    assert not editor.words.isVisible()


def test_esc_writes_nothing(editor: PictureEditor, hand: Hand) -> None:
    editor.toolbox.choose("note")
    hand.drag((80, 60), (80, 60))
    QTest.keyClicks(editor.words, "make")
    QTest.keyClick(editor.words, Qt.Key.Key_Escape)
    assert editor.document.marks == ()


def test_notes_are_drawn_into_a_copy_and_not_into_the_picture(
    editor: PictureEditor, hand: Hand
) -> None:
    exports: list[Export] = []
    editor.export(exports.append)
    assert exports[0].marked is None and exports[0].mask is None
    hand.drag((50, 50), (150, 100))
    editor.export(exports.append)
    assert exports[1].picture == exports[0].picture
    assert exports[1].marked is not None
    marked, plain = QImage.fromData(exports[1].marked), QImage.fromData(exports[1].picture)
    assert marked.size() == plain.size()
    assert marked.pixel(100, 75) != plain.pixel(100, 75)
    assert marked.pixel(400, 250) == plain.pixel(400, 250)


def test_all_notes_are_removed_in_one_step(editor: PictureEditor, hand: Hand) -> None:
    hand.drag((50, 50), (150, 100))
    hand.drag((60, 60), (160, 120))
    QTest.mouseClick(editor.notes_bar.cancel, Qt.MouseButton.LeftButton)
    assert editor.document.marks == ()
    editor.document.undo()
    assert len(editor.document.marks) == 2


def test_done_brings_the_brush_back(editor: PictureEditor) -> None:
    QTest.mouseClick(editor.notes_bar.apply, Qt.MouseButton.LeftButton)
    assert editor.toolbox.current == "brush"
    assert not editor.notes_bar.isVisible()
    assert not editor.toolbar.notes.isChecked()


def test_where_no_model_reads_notes_they_are_not_offered(editor: PictureEditor) -> None:
    editor.set_notes_offered(False)
    assert not editor.toolbar.notes.isVisible()
    assert not editor.notes_bar.isVisible()
    assert editor.toolbox.current == "brush"
