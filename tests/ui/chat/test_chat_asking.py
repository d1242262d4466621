"""Asking on the Chat page, with the real services and the real core thread."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gptdesk.domain.events import (
    EngineStarting,
    Finished,
    ParameterDropped,
    ReasoningDelta,
    TextDelta,
)
from gptdesk.domain.messages import STOPPED, MessageState
from gptdesk.domain.packs import EngineState, PackState
from gptdesk.domain.problems import (
    ConnectionCut,
    CreditExhausted,
    DiskFull,
    KeyRefused,
    RateLimited,
)
from gptdesk.domain.settings import Settings
from gptdesk.ui.chat.presenting.asking import join_deltas


def test_a_question_and_its_answer_appear_and_are_stored(desk):
    desk.start().ask("What is a token?", "A piece ", "of a word.")
    assert desk.texts() == ["What is a token?", "A piece of a word."]
    assert [m.text for m in desk.store.messages] == desk.texts()
    assert desk.provider.requests[0][:2] == ("mine", "model-a")


def test_the_field_is_emptied_only_when_the_question_is_stored(desk):
    desk.start()
    desk.provider.scripts.append(["…"])
    desk.send("Is it kept?")
    assert desk.page.composer.text() == "Is it kept?"
    desk.until(lambda: desk.page.composer.text() == "")
    assert desk.store.messages[0].text == "Is it kept?"


def test_a_question_that_cannot_be_stored_stays_in_the_field(desk):
    desk.start()
    desk.store.fails = DiskFull()
    desk.send("Too much")
    desk.until(lambda: not desk.page.notice.isHidden())
    assert desk.page.composer.text() == "Too much"
    assert desk.page.composer.send.isEnabled()


def test_what_is_typed_meanwhile_stays_when_the_question_goes(desk):
    desk.start()
    desk.provider.scripts.append(["…"])
    desk.send("First.")
    desk.page.composer.editor.appendPlainText("Second.")
    desk.until(lambda: desk.texts()[:1] == ["First."])
    desk.until(lambda: desk.page.composer.text() == "Second.")


def test_the_chat_gets_its_title_from_the_first_question(desk):
    desk.start().ask("Plan four days in Lisbon. We like trams.")
    desk.until(lambda: "Plan four days in Lisbon" in desk.titles())
    assert desk.only_conversation().title == "Plan four days in Lisbon"


def test_while_it_answers_stop_stands_where_send_was(desk, qtbot):
    desk.start()
    desk.page.show()
    place = desk.page.composer.send.geometry().bottomRight()
    desk.provider.scripts.append(["Once", "…"])
    desk.send("Tell me a story")
    desk.until(lambda: desk.texts()[-1:] == ["Once"])
    composer = desk.page.composer
    assert composer.stop.isVisible() and not composer.send.isVisible()
    qtbot.waitUntil(lambda: composer.stop.geometry().bottomRight() == place)


def test_stop_keeps_what_had_arrived_and_says_so_quietly(desk):
    desk.start()
    desk.provider.scripts.append(["Once upon", "…"])
    desk.send("Tell me a story")
    desk.until(lambda: desk.texts()[-1:] == ["Once upon"])
    with desk.settled():
        desk.page.composer.stop.click()
    desk.until(lambda: desk.states()[-1] is MessageState.INTERRUPTED)
    assert desk.texts()[-1] == "Once upon"
    assert desk.store.messages[-1].problem == STOPPED
    assert desk.trouble().is_quiet
    assert [a for a, _ in desk.trouble().actions] == ["continue", "retry"]


def test_escape_in_the_field_stops(desk):
    desk.start()
    desk.provider.scripts.append(["Once", "…"])
    desk.send("Tell me a story")
    desk.until(lambda: desk.texts()[-1:] == ["Once"])
    with desk.settled():
        QTest.keyClick(desk.page.composer.editor, Qt.Key.Key_Escape)


def test_escape_stops_from_the_transcript_too(desk):
    desk.start()
    desk.page.show()
    desk.provider.scripts.append(["Once", "…"])
    desk.send("Tell me a story")
    desk.until(lambda: desk.texts()[-1:] == ["Once"])
    with desk.settled():
        QTest.keyClick(desk.page.view, Qt.Key.Key_Escape)


def test_a_stop_before_the_first_word_leaves_the_question_unsent(desk):
    desk.start()
    desk.provider.scripts.append(["…"])
    desk.send("Never mind")
    desk.until(lambda: len(desk.provider.requests) == 1)
    with desk.settled():
        desk.page.composer.stop.click()
    desk.until(lambda: desk.texts() == ["Never mind"])
    assert desk.states() == [MessageState.UNSENT]
    assert [a for a, _ in desk.trouble().actions] == ["retry", "edit"]


def test_an_answer_that_was_cut_goes_on_in_the_same_message(desk):
    desk.start().ask("Count", "one ", ConnectionCut())
    assert desk.trouble().actions[0][0] == "continue"
    desk.provider.scripts.append(["two"])
    with desk.settled():
        desk.act("continue")
    assert desk.texts() == ["Count", "one two"]
    assert desk.trouble() is None


def test_a_refused_key_is_said_under_the_question_and_trying_again_works(desk):
    desk.start().ask("Hello", KeyRefused("401 invalid_api_key"))
    trouble = desk.trouble()
    assert trouble.faq == "error.key-refused"
    assert "401 invalid_api_key" in trouble.details
    assert "Your message is safe" in trouble.text
    assert trouble.actions[0][0] == "settings.key"
    with desk.settled():
        desk.act("retry")
    assert desk.texts() == ["Hello", "Hello."]
    assert desk.trouble() is None


def test_the_button_for_the_key_leads_to_the_settings_of_the_connection(desk):
    desk.start().ask("Hello", KeyRefused())
    desk.act("settings.key")
    assert desk.asked_for == [("connections", "mine")]


def test_a_failure_names_itself_in_the_status_line(desk):
    desk.start()
    states = []
    desk.presenter.connection_state_changed.connect(lambda *state: states.append(state))
    desk.ask("Hello", CreditExhausted())
    assert states[-1] == ("warn", "My server · no credit")
    with desk.settled():
        desk.act("retry")
    assert states[-1] == ("ok", "My server · connected")


def test_with_the_offline_pack_installed_a_failed_chat_can_be_switched_to_it(desk):
    desk.packs.state = PackState.READY
    desk.start().ask("Hello", CreditExhausted())
    assert "offline pack" in desk.page.hint.text
    with desk.settled():
        desk.page.hint.pressed.emit()
    assert desk.only_conversation().connection_id == "offline"
    assert desk.texts() == ["Hello", "Hello."]


def test_without_the_offline_pack_nobody_offers_to_switch_to_it(desk):
    desk.start().ask("Hello", CreditExhausted())
    assert desk.page.hint.text == ""


def test_a_wait_is_counted_down_and_can_be_stopped(desk):
    desk.start()
    desk.provider.scripts.append([RateLimited(12.0)])
    desk.send("Hello")
    desk.until(lambda: "12" in desk.page.activity.text)
    desk.clock.now += 5
    desk.presenter._answers._countdown.timeout.emit()
    assert "7" in desk.page.activity.text
    with desk.settled():
        desk.page.activity.pressed.emit()
    assert desk.page.activity.text == ""


def test_after_the_wait_it_is_tried_again_by_itself(desk):
    desk.start()
    desk.provider.scripts += [[RateLimited(12.0)], ["There you are."]]
    desk.send("Hello")
    desk.until(lambda: desk.waits.gate is not None)
    with desk.settled():
        desk.waits.end()
    assert desk.texts() == ["Hello", "There you are."]


def test_loading_the_model_on_this_computer_is_announced(desk):
    desk.packs.state, desk.file.saved = PackState.READY, []
    desk.engine.now = EngineState.STOPPED
    desk.start()
    desk.provider.scripts.append(["…"])
    desk.send("Hello")
    desk.until(lambda: "Starting the model" in desk.page.activity.text)


def test_the_count_of_tokens_stands_above_the_field(desk):
    desk.start()
    desk.provider.scripts.append(["one ", "two ", "three", "…"])
    desk.send("Count")
    desk.until(lambda: desk.texts()[-1:] == ["one two three"])
    desk.presenter._answers._show_progress()
    assert "3 token" in desk.page.activity.text


def test_a_dropped_parameter_is_mentioned_once(desk):
    desk.start().ask("Hello", ParameterDropped("temperature"), "Hi")
    assert "temperature" in desk.page.hint.text
    desk.ask("Again", ParameterDropped("temperature"), "Hi")
    assert desk.page.hint.text == ""


def test_messages_that_did_not_fit_are_counted(desk):
    desk.packs.state, desk.file.saved = PackState.READY, []
    desk.start().ask("x " * 6000)
    desk.ask("And now?")
    assert "left out" in desk.page.hint.text


def test_an_answer_at_its_length_limit_offers_to_go_on(desk):
    desk.start().ask("Write a book", "Chapter", Finished("length"))
    assert desk.trouble().actions[0][0] == "continue"
    assert desk.trouble().level == "info"


def test_an_answer_that_safety_rules_ended_says_so(desk):
    desk.start().ask("Hm", "Well", Finished("content_filter"))
    assert desk.trouble().faq == "error.content-refused"
    desk.act("edit")
    assert desk.page.composer.text() == "Hm"


def test_asking_again_keeps_the_answer_from_before_as_a_version(desk):
    desk.start().ask("Name a colour", "red")
    desk.provider.scripts.append(["blue"])
    with desk.settled():
        desk.page.view.regenerate_requested.emit(desk.last_id())
    assert desk.texts() == ["Name a colour", "blue"]
    desk.page.view.version_requested.emit(desk.last_id(), -1)
    desk.until(lambda: desk.texts()[-1] == "red")


def test_asking_again_in_vain_brings_the_answer_back_and_says_why(desk):
    desk.start().ask("Name a colour", "red")
    desk.provider.scripts.append([KeyRefused()])
    with desk.settled():
        desk.page.view.regenerate_requested.emit(desk.last_id())
    assert desk.texts() == ["Name a colour", "red"]
    assert desk.trouble().faq == "error.key-refused"
    assert "still here" in desk.trouble().text


def test_an_older_answer_is_not_asked_for_again(desk):
    desk.start().ask("Name a colour", "red")
    older = desk.last_id()
    desk.ask("And a fruit", "plum")
    desk.page.view.regenerate_requested.emit(older)
    assert "newest answer" in desk.page.hint.text
    assert desk.texts() == ["Name a colour", "red", "And a fruit", "plum"]


def test_a_new_question_sets_the_one_that_waited_aside(desk):
    desk.start().ask("First", KeyRefused())
    desk.ask("Second", "Both.")
    assert desk.texts() == ["First", "Second", "Both."]
    assert desk.store.messages[0].state is MessageState.DONE
    assert desk.provider.requests[-1][2] == ("First\n\nSecond",)


def test_two_chats_can_be_answered_at_once(desk, lunch):
    desk.store.put(*lunch)
    desk.start()
    desk.provider.scripts.append(["slow ", "…", "end"])
    desk.send("In a new chat")
    desk.until(lambda: desk.texts()[-1:] == ["slow "])
    first = desk.presenter._conversation.id
    desk.open("lunch")
    assert not desk.page.composer.stop.isVisibleTo(desk.page)
    desk.ask("In the old one", "quick")
    assert desk.texts()[-1] == "quick"
    desk.until(lambda: "Answering…" in [row.text for row in desk.rows()])
    desk.open(first)
    assert desk.texts() == ["In a new chat", "slow "]
    assert desk.page.composer.stop.isVisibleTo(desk.page)
    with desk.settled():
        desk.provider.release()
    assert desk.texts() == ["In a new chat", "slow end"]


def test_thinking_is_shown_as_such(desk):
    desk.start()
    desk.provider.scripts.append([ReasoningDelta("hmm"), "…"])
    desk.send("Why?")
    desk.until(lambda: "thinking" in desk.page.activity.text)


def test_neighbouring_deltas_are_joined_and_others_keep_their_place():
    starting = EngineStarting()
    events = [TextDelta("a"), TextDelta("b"), starting, ReasoningDelta("c"), TextDelta("d")]
    assert join_deltas(events) == [TextDelta("ab"), starting, ReasoningDelta("c"), TextDelta("d")]


def test_the_setting_for_enter_reaches_the_field(desk):
    desk.settings = Settings(send_with_enter=False)
    desk.start()
    desk.type("Hello")
    QTest.keyClick(desk.page.composer.editor, Qt.Key.Key_Return)
    assert desk.provider.requests == []
    with desk.settled():
        QTest.keyClick(
            desk.page.composer.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    assert desk.texts()[0] == "Hello"
