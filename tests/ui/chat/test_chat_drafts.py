"""Nothing that was typed is lost, whatever comes next."""

from __future__ import annotations

from dataclasses import replace

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.messages import STOPPED, MessageState
from gptdesk.domain.settings import Settings

MINE = {"connection_id": "mine", "model": "model-a"}


def test_a_pause_in_typing_saves_the_draft(desk, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    desk.type("And the tip?")
    desk.until(lambda: desk.store.rows["lunch"].draft == "And the tip?")


def test_a_new_chat_is_stored_with_its_first_words(desk):
    desk.start()
    desk.type("Dear landlord")
    desk.until(lambda: [row.draft for row in desk.store.rows.values()] == ["Dear landlord"])
    assert desk.only_conversation().connection_id == "mine"
    desk.until(lambda: [row.text for row in desk.rows()][1:] == ["Draft · not sent yet"])


def test_switching_saves_at_once_and_coming_back_brings_it_again(desk, lunch):
    desk.store.put(*lunch)
    desk.store.put(Conversation("other", "Other", **MINE))
    desk.start().open("lunch")
    desk.type("Half a sent")
    desk.open("other")
    assert desk.page.composer.text() == ""
    desk.open("lunch")
    assert desk.page.composer.text() == "Half a sent"


def test_leaving_a_new_chat_keeps_its_text_as_a_chat_of_its_own(desk, lunch):
    desk.store.put(*lunch)
    desk.start()
    desk.type("Dear landlord")
    desk.open("lunch")
    desk.until(lambda: "Dear landlord" in [row.draft for row in desk.store.rows.values()])
    assert desk.store.rows["lunch"].draft == ""


def test_a_chat_without_a_word_does_not_stay_in_the_list(desk, lunch):
    desk.store.put(*lunch)
    desk.store.put(Conversation("empty", "", **MINE))
    desk.start().open("empty")
    desk.open("lunch")
    desk.until(lambda: desk.store.deleted == {"empty"})


def test_sending_a_draft_empties_it_also_on_the_disk(desk, lunch):
    row, *messages = lunch
    desk.store.put(replace(row, draft="And the tip?"), *messages)
    desk.start().open("lunch")
    with desk.settled():
        desk.page.composer.send.click()
    desk.until(lambda: desk.store.rows["lunch"].draft == "")


def test_what_was_typed_last_is_saved_after_the_window_has_closed(desk, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    desk.type("The last words")
    desk.presenter.shutdown()
    desk.core.stop(last=desk.presenter.save_rest())
    assert desk.store.rows["lunch"].draft == "The last words"


def test_a_new_chat_that_was_just_begun_is_saved_at_the_end_too(desk):
    desk.start()
    desk.type("The very last words")
    desk.presenter.shutdown()
    desk.core.stop(last=desk.presenter.save_rest())
    assert desk.only_conversation().draft == "The very last words"


def test_the_chat_that_was_open_last_is_opened_at_the_start(desk, lunch):
    desk.store.put(*lunch)
    desk.settings = Settings(last_conversation="lunch")
    desk.start()
    desk.until(lambda: desk.texts() == ["Split the lunch bill", "21 each"])


def test_a_last_chat_that_is_gone_is_no_failure(desk):
    desk.settings = Settings(last_conversation="gone")
    desk.start()
    desk.ask("Hello")
    assert desk.page.notice.isHidden()


def test_what_was_typed_before_everything_was_loaded_is_not_swept_away(desk, lunch):
    desk.store.put(*lunch)
    desk.settings = Settings(last_conversation="lunch")
    desk.type("Already typing")
    desk.start()
    desk.ask("Already typing")
    assert desk.texts()[0] == "Already typing"


def test_an_unsent_question_says_so_again_after_a_restart(desk, lunch):
    row, question, _answer = lunch
    waiting = replace(question, state=MessageState.UNSENT, problem="credit-exhausted")
    desk.store.put(row, waiting)
    desk.start().open("lunch")
    assert desk.trouble().faq == "error.credit-exhausted"
    assert "Not sent yet" in desk.trouble().mark
    with desk.settled():
        desk.act("retry")
    assert desk.texts() == ["Split the lunch bill", "Hello."]


def test_an_answer_that_a_crash_cut_can_go_on(desk, lunch):
    row, question, answer = lunch
    desk.store.put(row, question, replace(answer, state=MessageState.INTERRUPTED))
    desk.start().open("lunch")
    assert desk.trouble().actions[0][0] == "continue"
    assert desk.trouble().level == "warn"


def test_a_stopped_answer_stays_a_quiet_line_after_a_restart(desk, lunch):
    row, question, answer = lunch
    stopped = replace(answer, state=MessageState.INTERRUPTED, problem=STOPPED)
    desk.store.put(row, question, stopped)
    desk.start().open("lunch")
    assert desk.trouble().is_quiet


def test_a_long_chat_is_read_whole_from_its_end(desk, lunch):
    row, question, _answer = lunch
    messages = [replace(question, id=f"m{n}", position=n, text=f"text {n}") for n in range(700)]
    desk.store.put(row, *messages)
    desk.start().open("lunch")
    assert desk.texts()[-1] == "text 699"
    desk.until(lambda: all(desk.texts()))


def test_a_very_long_chat_gives_its_texts_on_demand(desk, lunch, monkeypatch):
    monkeypatch.setattr("gptdesk.ui.chat.presenting.opening.EAGER_LENGTH", 10)
    row, question, _answer = lunch
    messages = [replace(question, id=f"m{n}", position=n, text=f"text {n}") for n in range(200)]
    desk.store.put(row, *messages)
    desk.start().open("lunch")
    model = desk.page.transcript
    assert model.index(0).data() == ""
    desk.until(lambda: model.index(0).data() == "text 0")


def test_a_chat_that_another_tab_made_is_shown_with_its_draft(desk):
    desk.start()
    desk.store.put(Conversation("made", "About", draft="Words", **MINE))
    with desk.qtbot.waitSignal(desk.presenter.conversation_opened):
        desk.presenter.open("made")
    assert desk.page.composer.text() == "Words"
    desk.until(lambda: "About" in [row.title for row in desk.rows()])
