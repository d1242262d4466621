"""Lessons under a person's hands: find, read, try, check oneself, come back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt

from gptdesk.domain.help_pages import Kind
from gptdesk.domain.help_progress import Bookmark, Progress
from gptdesk.ui.widgets.help.paper import write_pdf

TOKENS = (Kind.LESSON, "tokens")


def test_every_part_has_its_fixed_name_and_a_name_to_be_spoken(desk):
    for name in ("contents", "search", "page"):
        (part,) = desk.page.findChildren(object, f"learn.{name}")
        assert part.accessibleName(), name


def test_the_first_lesson_is_open_and_counts_as_begun(desk):
    desk.begin()
    first = desk.shelves["en"].of(Kind.LESSON)[0]
    assert desk.read == first.id
    assert desk.presenter.progress.state(first.id) == "half"
    rows = [row for row in desk.pane.contents.rows.rows if row.place == (Kind.LESSON, first.id)]
    assert rows[0].state == "half"


def test_a_lesson_is_read_when_its_end_was_seen_and_the_contents_tick_it(desk):
    desk.begin()
    desk.presenter.open(TOKENS)
    assert desk.presenter.progress.state("tokens") == "half"
    with desk.qtbot.waitSignal(desk.presenter.progressed):
        desk.scroll_to_end()
        desk.presenter.keep()
    assert desk.presenter.progress.state("tokens") == "read"
    states = {row.place: row.state for row in desk.pane.contents.rows.rows}
    assert states[TOKENS] == "read"


def test_where_one_stopped_is_where_one_goes_on(desk):
    desk.begin(Progress(places={"tokens": Bookmark(4, 0.25)}, last="tokens"))
    assert desk.read == "tokens"
    at = desk.pane.view.place
    assert at.piece == 4
    assert abs(at.share - 0.25) < 0.1


def test_back_and_forward_go_through_what_was_read(desk):
    desk.begin()
    first = desk.read
    desk.presenter.open(TOKENS)
    desk.qtbot.keyClick(desk.pane.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.read == first
    desk.qtbot.keyClick(desk.pane.view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.read == "tokens"
    assert not desk.pane.forward.isEnabled()


def test_the_button_at_the_side_of_a_mouse_goes_back(desk):
    desk.begin()
    first = desk.read
    desk.presenter.open(TOKENS)
    text = desk.pane.view.texts()[0]
    desk.qtbot.mouseClick(text.viewport(), Qt.MouseButton.BackButton, pos=QPoint(9, 9))
    assert desk.read == first


def test_a_search_finds_by_either_language_and_marks_what_was_typed(desk):
    desk.begin()
    desk.pane.search.setText("词元")
    assert desk.pane.contents.rows.rows[0].place[1] in ("tokens", "token")
    desk.pane.search.setText("tokens")
    desk.qtbot.keyClick(desk.pane.search, Qt.Key.Key_Return)
    row = desk.pane.contents.rows.rows[0]
    assert row.title_spans or row.line_spans
    assert any(text.extraSelections() for text in desk.pane.view.texts())
    desk.pane.search.clear()
    assert desk.pane.contents.rows.rows[0].place is None


def test_a_search_that_finds_nothing_says_so(desk):
    desk.begin()
    desk.pane.search.setText("zzzzqqqq")
    assert desk.pane.contents.rows.rowCount() == 0
    assert desk.pane.found.isVisible()


def test_the_other_language_stands_at_the_same_place(desk):
    desk.begin()
    desk.presenter.open(TOKENS)
    desk.pane.view.restore(Bookmark(3, 0.0))
    before = desk.pane.view.place.piece
    desk.pane.language.click()
    assert desk.reader.page.language == "zh_CN"
    assert desk.pane.view.place.piece == before
    desk.pane.language.click()
    assert desk.reader.page.language == "en"


def test_a_try_it_hands_over_its_recipe_and_takes_it_back(desk):
    desk.begin()
    desk.presenter.open(TOKENS)
    card = desk.pane.view.cards[0]
    with desk.qtbot.waitSignal(desk.reader.try_requested) as tried:
        card.button.click()
    assert tried.args[1] == card.recipe
    desk.reader.set_filled(card.recipe.id)
    with desk.qtbot.waitSignal(desk.pane.view.undo_requested):
        card.button.click()


def test_what_no_tab_can_do_yet_is_not_offered(desk):
    desk.begin()
    desk.presenter.open(TOKENS)
    recipes = {recipe.tab for recipe in desk.reader.page.recipes}
    assert "tokenizer" in recipes
    assert {card.recipe.tab for card in desk.pane.view.cards} == recipes - {"tokenizer"}


def test_an_answer_says_whether_it_is_right_and_why(desk):
    desk.begin()
    desk.presenter.open(TOKENS)
    quiz, question = desk.pane.view.quizzes[0], desk.reader.page.questions[0]
    wrong = next(n for n in range(len(question.answers)) if n != question.right)
    quiz.answers[wrong].click()
    assert quiz.answers[wrong].state == "wrong"
    assert question.why in quiz.why.text()
    quiz.answers[question.right].click()
    assert [answer.state for answer in quiz.answers].count("right") == 1
    assert quiz.answers[wrong].state == ""


def test_what_is_for_the_curious_is_folded_until_asked_for(desk):
    desk.begin()
    desk.presenter.open(TOKENS)
    box = next(box for box in desk.pane.view.boxes if box.fold is not None)
    assert box.is_folded
    before = box.height()
    box.fold.click()
    assert not box.is_folded
    assert box.height() > before


def test_a_word_under_the_mouse_explains_itself_and_leads_to_its_page(desk):
    desk.begin()
    desk.presenter.open(TOKENS)
    where = desk.pane.mapToGlobal(QPoint(400, 300))
    desk.pane.view.term_hovered.emit("token", where)
    assert desk.pane.card.isVisible()
    assert desk.pane.card.meaning.text() == desk.shelves["en"].meaning("token")
    desk.pane.card.more.activated.emit()
    assert (desk.reader.page.header.kind, desk.read) == (Kind.TERM, "token")
    assert not desk.pane.card.isVisible()


def test_a_link_of_the_web_shows_where_it_leads_before_it_is_opened(desk):
    desk.begin()
    desk.reader.activate("https://example.org/page")
    assert desk.pane.link.isVisible()
    assert desk.pane.link.address.text() == "https://example.org/page"


def test_links_lead_to_lessons_tabs_and_the_faq(desk):
    desk.begin()
    desk.reader.activate("https://gptdesk.invalid/lesson/tokens")
    assert desk.read == "tokens"
    with desk.qtbot.waitSignal(desk.reader.tab_wanted) as wanted:
        desk.reader.activate("tab:speech")
    assert wanted.args == ["speech"]
    with desk.qtbot.waitSignal(desk.reader.page_wanted) as page:
        desk.reader.activate("faq:credit-exhausted")
    assert (page.args[0].kind, page.args[0].name) == ("faq", "credit-exhausted")


def test_where_it_is_narrow_contents_and_page_take_turns(desk):
    desk.page.resize(600, 600)
    desk.begin()
    assert desk.pane.side.isVisible()
    assert not desk.pane.view.isVisible()
    desk.presenter.open(TOKENS)
    assert desk.pane.view.isVisible()
    desk.pane.drawer.click()
    assert desk.pane.side.isVisible()


def test_a_page_becomes_a_pdf(desk, tmp_path):
    desk.begin()
    path = tmp_path / "page.pdf"
    assert write_pdf(desk.reader.html(), "Tokens", str(path))
    assert path.read_bytes().startswith(b"%PDF")
    assert not Path(tmp_path / "none" / "x.pdf").exists()


def test_every_lesson_fits_its_column(desk):
    desk.begin()
    view = desk.pane.view
    for page in desk.shelves["en"].of(Kind.LESSON):
        desk.presenter.open((Kind.LESSON, page.id))
        for text in [one for one in view.texts() if not one.isHidden()]:
            assert text.markdown.idealWidth() <= text.text_width + 1, page.id
