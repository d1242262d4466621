"""Finding a text in the conversation, whether its messages are loaded or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gptdesk.ui.chat.transcript.find import FindBar
from ui.transcript.conftest import answer, headers, question

if TYPE_CHECKING:
    from ui.transcript.conftest import Transcript


def conversation() -> list[object]:
    found: list[object] = []
    for number in range(0, 40, 2):
        text = "Needle, and a **needle** more." if number in (4, 30) else "Hay."
        found += [question(number), answer(number + 1, text)]
    return found


@pytest.fixture
def hits(transcript: Transcript) -> list[tuple[int, int]]:
    seen: list[tuple[int, int]] = []
    transcript.view.found.connect(lambda number, count: seen.append((number, count)))
    return seen


def seen_rows(transcript: Transcript) -> list[int]:
    return transcript.view.visible_rows()


def marks(transcript: Transcript, row: int) -> list[str]:
    widget = transcript.view.row_widget(row)
    assert widget is not None
    return [mark.cursor.selectedText() for mark in widget.body.extraSelections()]


def test_all_places_are_counted_and_walked_through(
    transcript: Transcript, hits: list[tuple[int, int]]
) -> None:
    transcript.open(conversation())  # type: ignore[arg-type]
    assert transcript.view.find_text("needle") == 4
    assert hits[-1] == (4, 4)
    assert 31 in seen_rows(transcript)
    assert marks(transcript, 31) == ["Needle", "needle"]
    transcript.view.find_next()
    assert hits[-1] == (1, 4)
    assert 5 in seen_rows(transcript)
    transcript.view.find_previous()
    assert hits[-1] == (4, 4)
    assert 31 in seen_rows(transcript)


def test_nothing_found_is_said_and_marks_vanish(
    transcript: Transcript, hits: list[tuple[int, int]]
) -> None:
    transcript.open(conversation())  # type: ignore[arg-type]
    transcript.view.find_text("needle")
    transcript.view.find_text("absent")
    assert hits[-1] == (0, 0)
    assert marks(transcript, 31) == []


def test_messages_that_are_not_loaded_are_asked_about(
    make_transcript: Callable[..., Transcript],
) -> None:
    transcript = make_transcript(loads=False)
    view, model = transcript.view, transcript.model
    seen: list[tuple[int, int]] = []
    wanted: list[str] = []
    view.found.connect(lambda number, count: seen.append((number, count)))
    view.find_positions_wanted.connect(wanted.append)
    transcript.open(headers(200))
    view.find_text("needle")
    assert wanted == ["needle"]
    view.set_find_positions([7, 9_999])
    assert seen[-1] == (1, 1)
    assert 7 in range(view._anchor.row - 1, view._anchor.row + 12)
    model.set_bodies([answer(7, "A needle. " * 60 + "And a NEEDLE")])
    assert seen[-1] == (1, 61)
    assert 7 in view.visible_rows()
    assert len(marks(transcript, 7)) == 61


@pytest.fixture
def bar(transcript: Transcript) -> Iterator[FindBar]:
    page = QWidget()
    layout = QVBoxLayout(page)
    bar = FindBar(transcript.view)
    layout.addWidget(bar)
    layout.addWidget(transcript.view)
    transcript.open(conversation())  # type: ignore[arg-type]
    page.resize(944, 640)
    page.show()
    yield bar
    transcript.view.setParent(None)
    page.close()
    page.deleteLater()


def test_the_bar_finds_while_one_types(transcript: Transcript, bar: FindBar) -> None:
    assert bar.isHidden()
    bar.open_bar()
    QTest.keyClicks(bar.field, "needle")
    assert bar.said == "4 of 4"
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.said == "1 of 4"
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.said == "4 of 4"
    QTest.keyClicks(bar.field, "x")
    assert bar.said == "Not found in this conversation"


def test_escape_closes_the_bar_and_takes_the_marks_away(
    transcript: Transcript, bar: FindBar
) -> None:
    bar.open_bar()
    QTest.keyClicks(bar.field, "needle")
    assert marks(transcript, 31)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert marks(transcript, 31) == []


def test_the_bar_remembers_what_was_looked_for(transcript: Transcript, bar: FindBar) -> None:
    bar.open_bar()
    QTest.keyClicks(bar.field, "needle")
    bar.close_bar()
    bar.open_bar()
    assert bar.field.selectedText() == "needle"
    assert bar.said == "4 of 4"
