"""The list of conversations: what it shows and what can be done in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import STOPPED
from gptdesk.ui.chat.list.dates import section, short_time
from gptdesk.ui.chat.list.model import ListRole
from gptdesk.ui.chat.list.previews import preview
from gptdesk.ui.chat.list.rows import Kind, conversation_rows
from gptdesk.ui.widgets.excerpt import with_hit_in_sight

DAY = 86_400.0
TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, 0).timestamp()


@pytest.fixture
def english():
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def several(desk, lunch):
    row, *messages = lunch
    desk.store.put(row, *messages)
    desk.store.put(Conversation("b", "Bakery", updated=row.updated - 60, preview="Crumb"))
    desk.store.put(Conversation("c", "Landlord", updated=row.updated - DAY, draft="Dear"))
    desk.start()
    desk.until(lambda: len(desk.rows()) == 5)
    return desk


@pytest.mark.parametrize(
    ("age", "heading"),
    [(0, "Today"), (1, "Yesterday"), (2, "Last week"), (7, "Last week"), (8, "November")],
)
def test_conversations_stand_under_their_day_week_or_month(english, age, heading):
    assert section(NOON - age * DAY, TODAY) == heading


def test_a_month_of_another_year_names_the_year(english):
    assert section(NOON - 400 * DAY, TODAY) == "October 2025"


@pytest.mark.parametrize(
    ("age", "words"), [(0, "12:00"), (1, "12:00"), (3, "Fri"), (10, "13 Nov"), (400, "19 Oct 2025")]
)
def test_the_time_of_a_row_is_as_short_as_it_can_be(english, age, words):
    assert short_time(NOON - age * DAY, TODAY) == words


def test_pinned_conversations_have_their_own_heading(english):
    pinned = Conversation("p", "Pinned one", is_pinned=True, updated=NOON - 9 * DAY)
    other = Conversation("o", "Other", updated=NOON)
    rows = conversation_rows([pinned, other], (), TODAY)
    assert [row.title for row in rows] == ["Pinned", "Pinned one", "Today", "Other"]
    assert rows[0].icon == "pin"


def test_trouble_goes_before_a_draft_and_a_draft_before_the_last_words():
    row = Conversation("x", preview="last words", draft="typed", trouble="credit-exhausted")
    said = preview(row, is_answering=False)
    assert (said.text, said.is_trouble) == ("Not sent: no credit", True)
    assert preview(replace(row, trouble=""), is_answering=False).text == "Draft · not sent yet"
    assert preview(replace(row, trouble="", draft=""), is_answering=False).text == "last words"
    assert preview(row, is_answering=True).text == "Answering…"


def test_what_the_person_stopped_is_no_trouble():
    said = preview(Conversation("x", trouble=STOPPED), is_answering=False)
    assert (said.text, said.is_trouble) == ("Stopped", False)


def test_a_row_is_read_out_with_title_time_and_preview(several):
    index = several.page.side.model.index_of("b")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Bakery, ") and spoken.endswith("Crumb")


def test_a_click_opens_and_marks_the_row(several, qtbot):
    view = several.page.side.view
    several.page.show()
    index = several.page.side.model.index_of("lunch")
    with qtbot.waitSignal(several.presenter.conversation_opened):
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
        )
    assert index.data(ListRole.IS_OPEN)
    assert several.texts()[0] == "Split the lunch bill"


def test_enter_opens_the_row_with_the_keyboard(several, qtbot):
    view = several.page.side.view
    view.setCurrentIndex(several.page.side.model.index_of("lunch"))
    with qtbot.waitSignal(several.presenter.conversation_opened):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_f2_renames_in_place(several):
    several.page.show()
    view = several.page.side.view
    view.setCurrentIndex(several.page.side.model.index_of("b"))
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit, "chat.rename")
    assert editor.text() == "Bakery"
    editor.setText("Small bakery")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    several.until(lambda: several.store.rows["b"].title == "Small bakery")
    several.until(lambda: "Small bakery" in several.titles())


def test_an_unchanged_name_is_not_saved(several, qtbot):
    model = several.page.side.model
    with qtbot.assertNotEmitted(model.renamed):
        model.setData(model.index_of("b"), "Bakery")


def test_del_hides_a_conversation_and_undo_brings_it_back(several):
    view = several.page.side.view
    view.setCurrentIndex(several.page.side.model.index_of("b"))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    several.until(lambda: "Bakery" not in several.titles())
    undo = several.page.side.undo
    assert "Bakery" in undo.accessibleName()
    undo.undone.emit()
    several.until(lambda: "Bakery" in several.titles())
    several.until(lambda: several.presenter._conversation.id == "b")
    undo.shutdown()


def test_deleting_the_open_conversation_leaves_a_new_chat(several):
    several.open("lunch")
    several.page.header.delete_requested.emit()
    several.until(lambda: several.store.deleted == {"lunch"})
    several.until(lambda: several.texts() == [])
    assert several.page.composer.text() == ""
    several.page.side.undo.shutdown()


def test_deleting_a_chat_that_is_answered_stops_the_answer(desk):
    desk.start()
    desk.provider.scripts.append(["Once", "…"])
    desk.send("Tell me a story")
    desk.until(lambda: desk.texts()[-1:] == ["Once"])
    desk.until(lambda: len(desk.rows()) == 2)
    with desk.settled():
        desk.page.header.delete_requested.emit()
    desk.page.side.undo.shutdown()


def test_pinning_moves_it_to_the_top(several):
    several.page.side.pin_requested.emit("c", True)
    several.until(lambda: several.titles()[:2] == ["Pinned", "Landlord"])


def test_copying_a_conversation_puts_all_of_it_on_the_clipboard(several):
    several.open("lunch")
    several.page.header.copy.click()
    several.until(lambda: several.page.header.copied.isVisibleTo(several.page))
    text = QGuiApplication.clipboard().text()
    assert "# Lunch" in text and "Split the lunch bill" in text and "21 each" in text


def test_search_finds_words_in_all_conversations_and_opens_at_the_message(several):
    several.page.side.search.setText("each")
    several.until(lambda: any(row.kind is Kind.HIT for row in several.rows()))
    (hit,) = [row for row in several.rows() if row.kind is Kind.HIT]
    assert hit.text[slice(*hit.spans[0])] == "each"
    QTest.keyClick(several.page.side.search, Qt.Key.Key_Return)
    several.until(lambda: several.shown_message() == "a1")


def test_an_emptied_search_shows_the_conversations_again(several):
    several.page.side.search.setText("each")
    several.until(lambda: any(row.kind is Kind.HIT for row in several.rows()))
    QTest.keyClick(several.page.side.search, Qt.Key.Key_Escape)
    assert "Bakery" in several.titles()


def test_a_search_without_a_hit_says_so(several):
    several.page.side.search.setText("zebra")
    several.until(lambda: several.page.side.nothing_found.isVisibleTo(several.page))


def test_down_goes_from_the_search_to_the_list(several, qtbot):
    several.page.show()
    QTest.keyClick(several.page.side.search, Qt.Key.Key_Down)
    assert several.page.side.view.currentIndex() == several.page.side.model.first()


def test_an_open_editor_survives_new_words_in_other_rows(several):
    several.page.show()
    view = several.page.side.view
    view.rename("b")
    editor = view.findChild(QLineEdit, "chat.rename")
    QTest.keyClicks(editor, "Half typed")
    several.presenter._listing.set_answering(frozenset({"lunch"}))
    assert view.findChild(QLineEdit, "chat.rename").text() == "Half typed"


def test_headings_cannot_be_chosen(several):
    flags = several.page.side.model.flags(several.page.side.model.index(0))
    assert not flags & Qt.ItemFlag.ItemIsSelectable


def test_a_hit_far_back_in_a_line_is_brought_into_sight(qapp):
    metrics = QFontMetricsF(qapp.font())
    text = "word " * 40 + "needle in the hay"
    start = text.index("needle")
    shown, spans = with_hit_in_sight(text, [(start, start + 6)], metrics, 200)
    assert shown[slice(*spans[0])] == "needle"
    assert metrics.horizontalAdvance(shown[: spans[0][1]]) < 200
