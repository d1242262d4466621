"""The list of segments: thousands of rows, corrected in place, and nothing jumps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from gptdesk.domain.transcription import Segment, Word
from gptdesk.ui.transcription.segments.gestures import (
    Change,
    Delete,
    Hear,
    Loop,
    Merge,
    Redo,
    SetSpeaker,
    Split,
    Toggle,
    Undo,
)
from gptdesk.ui.transcription.segments.heights import Heights
from gptdesk.ui.transcription.segments.model import GROWING, SegmentsModel
from gptdesk.ui.transcription.segments.view import SegmentsView

LONG = "A sentence that is long enough to be broken into two lines or even three. " * 3


def rows(count: int, first: int = 1, start: float = 0.0) -> tuple[Segment, ...]:
    return tuple(
        Segment(first + n, start + n, start + n + 0.9, LONG if n % 3 else f"Row {first + n}.", "A")
        for n in range(count)
    )


@pytest.fixture
def view(qtbot):
    model = SegmentsModel()
    made = SegmentsView(model)
    made.resize(800, 500)
    qtbot.addWidget(made)
    made.show()
    made.wishes = []
    made.wished.connect(made.wishes.append)
    yield made
    made.close_editor()


def top_row(view):
    row = view.heights.row_at(view.verticalOffset())
    return view.segments.rows[row].id, view.heights.top(row) - view.verticalOffset()


def test_only_what_is_seen_is_laid_out(view, qapp):
    view.segments.set_rows(rows(5000))
    qapp.processEvents()
    assert view._painter.laid_out < 60
    before = view._painter.laid_out
    for _ in range(20):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 400)
        qapp.processEvents()
    assert view._painter.laid_out - before < 20 * 40


def test_a_screen_reader_hears_time_speaker_and_text(view):
    view.segments.set_speakers({"A": "Ada"})
    view.segments.set_rows((Segment(1, 65, 66, "Good morning.", "A"),))
    index = view.model().index(0, 0)
    assert index.data() == "Good morning."
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "1:05, Ada: Good morning."


def test_what_is_seen_stays_when_rows_come_above_it(view, qapp):
    found = rows(300, 1000, 100.0)
    view.segments.set_rows(found)
    view.verticalScrollBar().setValue(4000)
    qapp.processEvents()
    seen = top_row(view)
    view.segments.set_rows((*rows(40), *found))
    qapp.processEvents()
    assert top_row(view) == seen


def test_the_field_stays_while_text_arrives(view, qapp):
    found = rows(60, 1000, 100.0)
    view.segments.set_rows(found)
    view.edit_segment(1003)
    place = view.editor.geometry()
    view.editor.text.insertPlainText("Typed. ")
    view.segments.set_rows((*rows(40), *found, *rows(40, 3000, 300.0)))
    qapp.processEvents()
    assert view.editor.is_open
    assert view.editor.geometry().top() == place.top()
    assert "Typed. " in view.editor.content


def test_rows_that_stay_the_same_are_not_told_as_changed(view):
    found = rows(50)
    view.segments.set_rows(found)
    told = []
    view.segments.dataChanged.connect(lambda a, b, _: told.append((a.row(), b.row())))
    view.segments.set_rows((*found[:20], Segment(21, 20, 20.9, "Other."), *found[21:]))
    assert told == [(20, 20)]


def test_what_is_heard_is_followed_until_somebody_scrolls(view, qapp):
    view.segments.set_rows(rows(400))
    qapp.processEvents()
    view.set_moment(200.5, is_playing=True)
    assert view.visualRect(view.model().index(200)).intersects(view.viewport().rect())
    view.stop_following()
    place = view.verticalOffset()
    view.set_moment(300.5, is_playing=True)
    assert view.verticalOffset() == place
    view.follow()
    assert view.visualRect(view.model().index(300)).intersects(view.viewport().rect())


def test_the_playing_word_is_marked(view):
    words = (Word(0, 1, "Good"), Word(1, 2, "morning"))
    segment = Segment(1, 0, 2, "Good morning.", words=words)
    view.segments.set_rows((segment,))
    view.set_moment(1.5, is_playing=True)
    marks = view._painter._marks(segment, view._state(0))
    assert [(mark.start, mark.length) for mark in marks] == [(5, 7)]


def test_unsure_words_are_told_in_a_tooltip_and_edited_ones_are_not(view):
    segment = Segment(1, 0, 2, "Good morning.", words=(Word(0, 1, "Good", 0.3),))
    view.segments.set_rows((segment,))
    room = view.places.text_rect(view.visualRect(view.model().index(0)))
    assert "30 %" in view._tip(room.topLeft() + QPoint(4, 10))
    view.segments.set_rows(
        (Segment(1, 0, 2, "Good morning.", words=segment.words, is_edited=True),)
    )
    assert view._tip(room.topLeft() + QPoint(4, 10)) == ""


KEYS = {
    "Return": (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, Hear(2)),
    "Space": (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, Toggle()),
    "L": (Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier, Loop(2)),
    "Delete": (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, Delete(2)),
    "Ctrl+J": (Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier, Merge(2, 1)),
    "Ctrl+Z": (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Undo()),
    "Ctrl+Y": (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier, Redo()),
    "1": (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, SetSpeaker(2, "A")),
}


@pytest.mark.parametrize("name", KEYS)
def test_everything_has_a_key(view, qtbot, name):
    key, modifiers, wish = KEYS[name]
    view.segments.set_speakers({"A": ""})
    view.segments.set_rows(rows(5))
    view.setCurrentIndex(view.model().index(1))
    qtbot.keyClick(view, key, modifiers)
    assert view.wishes == [wish]


def test_keys_move_through_the_list(view, qtbot):
    view.segments.set_rows(rows(100))
    view.setCurrentIndex(view.model().index(0))
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_End, 99), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def edited(view, qtbot, text="Row one."):
    view.segments.set_rows((Segment(1, 0, 1, text), *rows(3, 2, 1.0)))
    view.setCurrentIndex(view.model().index(0))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert view.editor.is_open
    return view.editor.text


def test_enter_keeps_a_correction_and_escape_does_not(view, qtbot):
    field = edited(view, qtbot)
    field.selectAll()
    qtbot.keyClicks(field, "New words.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.wishes == [Change(1, "New words.")]
    field = edited(view, qtbot)
    qtbot.keyClicks(field, "More.")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert len(view.wishes) == 1
    assert not view.editor.is_open


def test_ctrl_enter_splits_and_the_ends_join(view, qtbot):
    field = edited(view, qtbot)
    cursor = field.textCursor()
    cursor.setPosition(4)
    field.setTextCursor(cursor)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.wishes == [Split(1, "Row one.", 4)]
    field = edited(view, qtbot)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert view.wishes[-1] == Merge(1, 1, "Row one.")
    field = edited(view, qtbot)
    cursor.setPosition(0)
    field.moveCursor(field.textCursor().MoveOperation.Start)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert view.wishes[-1] == Merge(1, -1, "Row one.")


def test_tab_keeps_it_and_goes_on_in_the_next(view, qtbot):
    field = edited(view, qtbot)
    qtbot.keyClicks(field, " More.")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: view.edited == 2)
    assert view.wishes == [Change(1, "Row one. More.")]


def test_what_is_typed_is_kept_when_one_goes_elsewhere(view, qtbot):
    field = edited(view, qtbot)
    qtbot.keyClicks(field, " More.")
    view.edit_segment(3)
    assert view.wishes == [Change(1, "Row one. More.")]


def test_a_text_that_still_grows_is_not_corrected(view):
    view.segments.set_rows((Segment(GROWING + 1, 0, 1, "And then"),))
    view.edit_segment(GROWING + 1)
    assert not view.editor.is_open


def test_a_click_plays_and_a_double_click_corrects(view, qtbot):
    view.segments.set_rows(rows(5))
    place = view.places.text_rect(view.visualRect(view.model().index(1))).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.wishes == [Hear(2)]
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.edited == 2


def test_what_is_found_is_brought_into_view(view, qapp):
    view.segments.set_rows(rows(300))
    qapp.processEvents()
    view.set_marks({200: [(0, 3, True)]}, 200)
    assert view.visualRect(view.model().index(199)).intersects(view.viewport().rect())


def test_the_text_goes_below_time_and_speaker_where_it_is_narrow(view, qapp):
    view.segments.set_speakers({"A": "Somebody with a long name"})
    view.segments.set_rows(rows(5))
    assert not view.places.is_stacked
    view.resize(380, 500)
    qapp.processEvents()
    assert view.places.is_stacked


def test_heights_are_summed_from_above():
    heights = Heights()
    heights.reset([10, 20, 30])
    heights.set(1, 25)
    heights.insert(1, [5])
    assert [heights.top(row) for row in range(4)] == [0, 10, 15, 40]
    assert heights.total == 70
    assert heights.row_at(14) == 1
    heights.remove(0, 2)
    assert heights.total == 55
