"""The transcript keeps its place, and widgets only for what is seen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gptdesk.domain.messages import MessageState
from gptdesk.ui.chat.transcript.view import TranscriptView
from gptdesk.ui.theme.theme import Theme

if TYPE_CHECKING:
    from conftest import Transcript

from ui.transcript.conftest import ANSWER, answer, headers, question


def place_of(view: TranscriptView, row: int) -> int:
    widget = view.row_widget(row)
    assert widget is not None
    return widget.y()


def wheel(view: TranscriptView, pixels: int) -> None:
    centre = view.viewport().rect().center()
    event = QWheelEvent(
        centre,
        view.viewport().mapToGlobal(centre),
        QPoint(0, pixels),
        QPoint(0, pixels * 2),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def assert_rows_touch(view: TranscriptView) -> None:
    """Rows that are seen follow one another without a gap or an overlap."""
    rows = view.visible_rows()
    assert rows == list(range(rows[0], rows[-1] + 1))
    for row in rows[:-1]:
        upper = view.row_widget(row)
        assert upper is not None
        assert upper.y() + upper.height() == place_of(view, row + 1)


def test_a_long_conversation_opens_at_its_end_with_few_widgets(transcript: Transcript) -> None:
    transcript.open(headers(10_000))
    view = transcript.view
    assert view.is_at_end
    assert view.visible_rows()[-1] == 9_999
    assert view.rows_alive <= len(view.visible_rows()) + 2
    assert_rows_touch(view)


def test_rows_alive_stay_few_wherever_one_scrolls(transcript: Transcript) -> None:
    transcript.open(headers(1_000))
    view = transcript.view
    bar = view.verticalScrollBar()
    for value in (0, 500, bar.maximum() // 2, bar.maximum() // 3, bar.maximum(), 20):
        bar.setValue(value)
        transcript.settle()
        assert view.rows_alive <= len(view.visible_rows()) + 2
        assert len(view.viewport().findChildren(QWidget, "transcript.text")) <= 40
        assert_rows_touch(view)


def test_scrolling_up_into_rows_of_unknown_height_moves_by_what_was_asked(
    transcript: Transcript,
) -> None:
    transcript.open(headers(200))
    view = transcript.view
    for _ in range(60):
        row = view.visible_rows()[0]
        before = place_of(view, row)
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() - 50)
        assert place_of(view, row) == before + 50
        assert_rows_touch(view)


def test_texts_that_arrive_do_not_move_what_is_read(
    make_transcript: Callable[..., Transcript],
) -> None:
    transcript = make_transcript(loads=False)
    transcript.open(headers(100))
    transcript.model.set_bodies([answer(n) for n in range(49, 60)])
    view = transcript.view
    view.show_row(52)
    before = place_of(view, 52)
    transcript.model.set_bodies([answer(n, ANSWER * 5) for n in range(0, 49)])
    transcript.model.set_bodies([answer(n, ANSWER * 5) for n in range(60, 100)])
    assert place_of(view, 52) == before


def test_an_answer_that_grows_is_followed_at_the_end(transcript: Transcript) -> None:
    transcript.open([question(0)])
    transcript.begin_answer(1)
    for _ in range(30):
        transcript.model.extend_last(ANSWER)
        transcript.settle()
    view = transcript.view
    bar = view.verticalScrollBar()
    assert bar.maximum() > 1_000
    assert bar.value() == bar.maximum()
    last = transcript.last_row()
    assert last.y() + last.height() <= view.viewport().height()


def test_an_answer_that_grows_leaves_a_reader_above_alone(transcript: Transcript) -> None:
    transcript.open(headers(40))
    transcript.begin_answer(40, ANSWER)
    view = transcript.view
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() - 400)
    value, row = bar.value(), view.visible_rows()[0]
    before = place_of(view, row)
    for _ in range(20):
        transcript.model.extend_last(ANSWER)
        transcript.settle()
    assert (bar.value(), place_of(view, row)) == (value, before)
    assert not view.is_at_end


def test_a_new_question_leads_to_the_end(transcript: Transcript) -> None:
    transcript.open(headers(40))
    transcript.view.show_row(3)
    assert not transcript.view.is_at_end
    transcript.model.append(question(40))
    assert transcript.view.is_at_end
    assert transcript.view.visible_rows()[-1] == 40


def test_the_jump_button_shows_away_from_the_end_and_leads_back(transcript: Transcript) -> None:
    transcript.open(headers(40))
    view = transcript.view
    button = view.findChild(QWidget, "chat.jump")
    assert button.isHidden()
    view.show_row(3)
    assert not button.isHidden()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isHidden()
    assert view.is_at_end


@pytest.mark.parametrize("sample", [ANSWER, "Only words, and more words. " * 3, "- item\n"])
def test_at_most_one_block_is_written_again_for_a_frame(
    transcript: Transcript, sample: str
) -> None:
    transcript.open([question(0)])
    transcript.begin_answer(1)
    document = transcript.last_row().body.markdown
    for character in sample * 3:
        before = document.rewritten
        transcript.model.extend_last(character)
        transcript.view.flush()
        assert document.rewritten - before <= 1


def test_open_code_is_appended_to_and_not_written_again(transcript: Transcript) -> None:
    transcript.open([question(0)])
    transcript.begin_answer(1, "```py\nx = 1\n")
    document = transcript.last_row().body.markdown
    before = document.rewritten
    for number in range(20):
        transcript.model.extend_last(f"y = {number}\n")
        transcript.settle()
    assert document.rewritten == before
    assert transcript.text_of(1).endswith("y = 18\ny = 19")


def test_what_grew_reads_like_what_was_there_at_once(transcript: Transcript) -> None:
    text = ANSWER + "\n| a | b |\n|--|--|\n| 1 | 2 |\n\n> quote\n\n1. one\n2. two\n" + ANSWER
    transcript.open([question(0)])
    transcript.begin_answer(1)
    for start in range(0, len(text), 7):
        transcript.model.extend_last(text[start : start + 7])
        transcript.settle()
    transcript.model.replace(answer(1, text))
    grown, height = transcript.text_of(1), transcript.last_row().height()
    transcript.open([question(0), answer(1, text)])
    assert transcript.text_of(1) == grown
    assert transcript.last_row().height() == height


def test_text_is_laid_out_anew_only_for_another_width(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1)])
    body = transcript.last_row().body
    before = body.layouts
    transcript.model.set_cost("m1", "$1")
    transcript.view.resize(944, 400)
    transcript.view.resize(1200, 600)
    transcript.settle()
    assert body.layouts == before
    transcript.view.resize(600, 600)
    transcript.settle()
    assert body.layouts == before + 1
    assert body.text_width == 600 - 48


def test_the_growing_answer_keeps_its_widget_off_the_screen(transcript: Transcript) -> None:
    transcript.open(headers(60))
    transcript.begin_answer(61)
    row = transcript.last_row()
    view = transcript.view
    view.show_row(2)
    transcript.model.extend_last(ANSWER)
    transcript.settle()
    assert transcript.last_row() is row
    assert view.rows_alive <= len(view.visible_rows()) + 2
    assert "Title" in row.body.toPlainText()


def test_updates_wait_for_the_frame_whatever_the_rate(transcript: Transcript) -> None:
    transcript.open([question(0)])
    transcript.begin_answer(1)
    body = transcript.last_row().body
    for _ in range(500):
        transcript.model.extend_last("word ")
    assert body.toPlainText() == ""
    transcript.view.flush()
    assert body.toPlainText().count("word") == 500


def test_what_is_read_stays_when_the_window_becomes_narrow(transcript: Transcript) -> None:
    transcript.open(headers(60))
    view = transcript.view
    view.show_row(30)
    view.resize(500, 600)
    transcript.settle()
    assert view.visible_rows()[0] in (29, 30)
    assert_rows_touch(view)


def test_another_font_size_scales_the_column(transcript: Transcript) -> None:
    transcript.view.resize(1400, 600)
    transcript.open(headers(20))
    theme = Theme.current()
    before = transcript.last_row().body.text_width
    theme.apply(percent=150)
    try:
        transcript.settle()
        assert (before, transcript.last_row().body.text_width) == (704, 1056)
        assert_rows_touch(transcript.view)
    finally:
        theme.apply(percent=100)


def test_the_keyboard_scrolls_also_when_a_message_has_the_focus(transcript: Transcript) -> None:
    transcript.open(headers(40))
    view = transcript.view
    bar = view.verticalScrollBar()
    body = transcript.last_row().body
    before = bar.value()
    for target, key in ((view, Qt.Key.Key_Up), (body, Qt.Key.Key_Up)):
        QTest.keyClick(target, key)
        assert bar.value() < before
        before = bar.value()
    row = view.visible_rows()[0]
    place = place_of(view, row)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.row_widget(row) is None or place_of(view, row) > place + 300
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.is_at_end


def test_the_wheel_scrolls_over_the_text_of_a_message(transcript: Transcript) -> None:
    transcript.open(headers(40))
    bar = transcript.view.verticalScrollBar()
    before = bar.value()
    wheel(transcript.view, 60)
    assert bar.value() < before


def test_a_removed_message_is_gone(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1), question(2)])
    transcript.begin_answer(3)
    transcript.model.remove("m3")
    transcript.settle()
    assert transcript.view.visible_rows() == [0, 1, 2]
    assert_rows_touch(transcript.view)


def test_another_conversation_replaces_all(transcript: Transcript) -> None:
    transcript.open(headers(50))
    transcript.view.show_row(10)
    transcript.open([question(0, "only this")])
    assert transcript.view.visible_rows() == [0]
    assert transcript.text_of(0) == "only this"
    transcript.open([])
    assert transcript.view.rows_alive == 0


def test_a_version_that_is_chosen_takes_the_place_of_the_other(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1, "first", versions=2)])
    transcript.model.replace(answer(1, "second", version=2, versions=2))
    transcript.settle()
    assert transcript.text_of(1) == "second"


def test_the_signals_of_a_row_name_its_message(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1, versions=3, version=2)])
    view = transcript.view
    row = transcript.last_row()
    seen: list[tuple[object, ...]] = []
    view.copy_requested.connect(lambda name: seen.append(("copy", name)))
    view.regenerate_requested.connect(lambda name: seen.append(("again", name)))
    view.version_requested.connect(lambda name, step: seen.append((name, step)))
    for name in ("copy", "regenerate", "version-back", "version-forth"):
        row.findChild(QWidget, f"transcript.{name}").click()
    assert seen == [("copy", "m1"), ("again", "m1"), ("m1", -1), ("m1", 1)]


def test_only_the_newest_answer_can_be_asked_for_again(transcript: Transcript) -> None:
    def offers(row: int) -> bool:
        widget = transcript.view.row_widget(row)
        assert widget is not None
        return not widget.findChild(QWidget, "transcript.regenerate").isHidden()

    transcript.open([question(0), answer(1, "one"), question(2), answer(3, "two")])
    assert (offers(1), offers(3)) == (False, True)
    transcript.model.append(question(4))
    transcript.settle()
    assert (offers(1), offers(3)) == (False, False)
    transcript.model.remove("m4")
    transcript.settle()
    assert (offers(1), offers(3)) == (False, True)


def test_actions_wait_until_the_answer_is_there(transcript: Transcript) -> None:
    transcript.open([question(0)])
    transcript.begin_answer(1, "half")
    copy = transcript.last_row().findChild(QWidget, "transcript.copy")
    assert copy.isHidden()
    height = transcript.last_row().height()
    transcript.model.replace(answer(1, "half"))
    assert not copy.isHidden()
    assert transcript.last_row().height() == height


def test_messages_have_names_for_those_who_listen(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1)])
    names = [transcript.view.row_widget(row).body.accessibleName() for row in (0, 1)]  # type: ignore[union-attr]
    assert names == ["You", "Answer by gpt-6-luna"]
    assert transcript.view.objectName() == "chat.transcript"
    assert transcript.view.accessibleName()
    for button in transcript.view.findChildren(QWidget):
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus and button.isVisible():
            assert button.accessibleName(), button


def test_reasoning_is_folded_and_opens_in_place(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1, "Done.", reasoning="First this.\nThen that.")])
    row = transcript.last_row()
    chip = row.findChild(QWidget, "transcript.reasoning")
    closed = row.height()
    assert row.findChild(QWidget, "transcript.thoughts") is None
    chip.click()
    thoughts = row.findChild(QWidget, "transcript.thoughts")
    assert thoughts.toPlainText() == "First this.\nThen that."
    assert row.height() > closed
    chip.click()
    assert row.height() == closed


def test_a_caret_stands_after_the_last_word_only_while_it_grows(transcript: Transcript) -> None:
    transcript.open([question(0)])
    transcript.begin_answer(1, "Word")
    row = transcript.last_row()
    caret = row._caret
    first = caret.x()
    assert caret.isVisible()
    transcript.model.extend_last(" and another")
    transcript.settle()
    assert caret.x() > first
    transcript.model.replace(answer(1, "Word and another"))
    assert not caret.isVisible()


def test_own_words_are_shown_as_they_were_typed(transcript: Transcript) -> None:
    text = "**not bold**\n  two spaces\n\n<b>x</b> # no heading"
    transcript.open([question(0, text)])
    assert transcript.text_of(0) == text


def test_an_interrupted_answer_can_go_on_growing(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1, "One **two", MessageState.INTERRUPTED)])
    transcript.model.replace(answer(1, "One **two", MessageState.STREAMING))
    transcript.model.extend_last("** three")
    transcript.settle()
    assert transcript.text_of(1) == "One two three"


def test_the_tab_key_goes_down_the_page_and_brings_into_view_what_it_reaches(
    transcript: Transcript,
) -> None:
    transcript.open(headers(40))
    view = transcript.view
    view.activateWindow()
    assert QTest.qWaitForWindowActive(view)
    view.show_row(10)
    view.setFocus()
    places: list[int] = []
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found = QApplication.focusWidget()
        if not view.viewport().isAncestorOf(found):
            break
        row = next(row for row, widget in view.widgets() if widget.isAncestorOf(found))
        places.append(row)
        top = found.mapTo(view.viewport(), QPoint(0, 0)).y()
        assert top < view.viewport().height() and top + found.height() > 0
    assert len(places) > 8
    assert places == sorted(places)


def test_a_new_selection_ends_the_one_before(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1)])
    bodies = [transcript.view.row_widget(row).body for row in (0, 1)]  # type: ignore[union-attr]
    bodies[0].selectAll()
    bodies[1].selectAll()
    assert [body.textCursor().hasSelection() for body in bodies] == [False, True]


def test_copying_an_answer_is_confirmed_on_its_button(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1)])
    copy = transcript.last_row().findChild(QWidget, "transcript.copy")
    copy.click()
    assert copy.accessibleName() == "Copied"
    transcript.view.shutdown()
    assert copy.accessibleName() == "Copy this answer"


def test_nothing_that_reads_markdown_is_loaded_before_there_is_an_answer() -> None:
    code = (
        "import sys; import gptdesk.ui.chat.transcript.view, gptdesk.ui.chat.transcript.find; "
        "print({'markdown_it', 'pygments', 'mdit_py_plugins'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
