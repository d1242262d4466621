"""Models in a chat: lists from before, ends that are said in time, and settings of the answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gptdesk.domain.catalogue import ModelFacts, Task
from gptdesk.domain.events import ParameterDropped
from gptdesk.domain.offered import ListedModel, ModelList, ModelOverride
from gptdesk.domain.options import ChatOptions
from gptdesk.domain.problems import AddressNotFound, NetworkDown

GONE = date(2026, 1, 1)


def know(desk, name, **facts):
    desk.catalogue.told[name] = ModelFacts(name, "", Task.CHAT, True, **facts)


def labels(desk):
    return [label for _choice, label, _name in desk.presenter._models.labels()]


def look(desk):
    desk.page.composer.model_menu_requested.emit()


# Lists


def test_what_was_listed_before_is_offered_while_the_service_is_silent(desk):
    desk.lists.kept["mine"] = ModelList("mine", (ListedModel("from-before"),), 500_000.0)
    desk.provider.offered = NetworkDown()
    desk.start()

    look(desk)
    desk.until(lambda: "from-before" in labels(desk))
    desk.until(lambda: "internet" in desk.page.composer.popup._groups[0].note)
    assert "1970" in desk.page.composer.popup._groups[0].note
    assert labels(desk) == ["model-a", "from-before"]


def test_a_new_list_takes_the_place_of_the_old_one_and_is_kept(desk):
    desk.lists.kept["mine"] = ModelList("mine", (ListedModel("from-before"),), 5.0)
    desk.start()

    look(desk)
    desk.until(lambda: labels(desk) == ["model-a", "model-b"])
    assert [model.name for model in desk.lists.kept["mine"].models] == ["model-a", "model-b"]
    assert desk.page.composer.popup._groups[0].note == ""


def test_a_service_without_a_list_says_that_names_can_be_typed(desk):
    desk.provider.offered = AddressNotFound()
    desk.start()

    look(desk)
    desk.until(lambda: "Type a name" in desk.page.composer.popup._groups[0].note)
    assert desk.lists.kept["mine"].is_missing


def test_what_the_person_says_of_a_model_holds_at_once(desk):
    desk.start()
    look(desk)
    desk.until(lambda: "model-b" in labels(desk))

    word = ModelOverride(sees_pictures=True)
    desk.page.composer.override_saved.emit("mine", "model-b", word)
    desk.until(lambda: desk.overrides.kept == {("mine", "model-b"): word})
    desk.until(lambda: desk.presenter._models.facts(("mine", "model-b")).sees_pictures)


# Ends


def test_a_retired_model_is_said_before_sending_with_one_step(desk, lunch):
    know(desk, "model-a", shutdown=GONE, successor="model-b")
    desk.store.put(*lunch)
    desk.start()
    desk.open("lunch")

    line = desk.page.retirement
    assert line.text == "My server switched model-a off on 1 Jan 2026. You can still try it."
    line.pressed.emit()
    assert desk.page.composer.model.text() == "model-b"
    assert line.text == ""
    desk.until(lambda: desk.store.rows["lunch"].model == "model-b")


def test_a_retired_model_can_still_be_tried(desk, lunch):
    know(desk, "model-a", shutdown=GONE, successor="model-b")
    desk.store.put(*lunch)
    desk.start()
    desk.open("lunch")

    desk.ask("And now?", "It works.")
    assert desk.provider.requests[-1][1] == "model-a"
    assert desk.texts()[-1] == "It works."


def test_without_a_successor_the_choice_of_models_opens(desk, lunch):
    know(desk, "model-a", shutdown=GONE)
    desk.store.put(*lunch)
    desk.start()
    desk.open("lunch")

    with desk.qtbot.waitSignal(desk.page.composer.model_menu_requested):
        desk.page.retirement.pressed.emit()
    desk.page.composer.popup.hide()


def test_the_service_s_own_date_is_known_before_anything_is_sent(desk, lunch):
    desk.lists.kept["mine"] = ModelList("mine", (ListedModel("model-a", GONE),), 5.0)
    desk.store.put(*lunch)
    desk.start()
    desk.open("lunch")

    assert "1 Jan 2026" in desk.page.retirement.text


# Settings of the answers


def panel(desk):
    desk.page.composer.options.click()
    return desk.page.composer.popovers.options


def test_by_default_nothing_is_sent(desk):
    desk.start()
    desk.ask("Hello")

    assert desk.provider.options == [{}]
    assert desk.page.composer.options.kind == "ghost"


def test_what_is_set_is_stored_with_the_chat_and_sent_with_each_question(desk, lunch):
    know(desk, "model-a", efforts=("low", "high"))
    row, *messages = lunch
    desk.store.put(row, *messages)
    desk.start()
    desk.open("lunch")

    popup = panel(desk)
    popup.temperature._slider.setValue(7)
    QTest.keyClicks(popup.longest._field, "900")
    popup.effort._choice.setCurrentIndex(popup.effort._choice.findData("high"))
    popup.hide()

    wanted = ChatOptions(temperature=0.7, longest_answer=900, effort="high")
    desk.until(lambda: desk.store.rows["lunch"].options == wanted)
    assert desk.page.composer.options.kind == "tint"
    desk.ask("And now?")
    sent = {"temperature": 0.7, "max_completion_tokens": 900, "reasoning_effort": "high"}
    assert desk.provider.options == [sent]


def test_what_is_set_before_the_first_question_goes_with_it(desk):
    desk.start()
    popup = panel(desk)
    popup.top_p._slider.setValue(10)
    popup.hide()

    desk.ask("Hello")
    assert desk.provider.options == [{"top_p": 0.5}]
    assert desk.only_conversation().options == ChatOptions(top_p=0.5)


def test_a_new_chat_begins_without_the_settings_of_the_last_one(desk, lunch):
    row, *messages = lunch
    desk.store.put(replace(row, options=ChatOptions(temperature=1.0)), *messages)
    desk.start()
    desk.open("lunch")
    assert desk.page.composer.options.kind == "tint"

    desk.page.new_requested.emit()
    assert desk.page.composer.options.kind == "ghost"
    popup = panel(desk)
    assert popup.options().is_default
    popup.hide()


def test_what_the_model_refuses_is_greyed_and_says_why(desk):
    know(desk, "model-a", refuses=frozenset({"temperature"}), verbosities=("low", "high"))
    desk.start()
    popup = panel(desk)

    assert not popup.temperature._slider.isEnabled()
    assert popup.temperature._reason.text() == "model-a does not take this setting."
    assert popup.top_p._slider.isEnabled()
    assert not popup.effort._choice.isEnabled()
    assert "model-a" in popup.effort._reason.text()
    assert popup.verbosity._choice.isEnabled()
    popup.hide()


def test_everything_can_be_left_to_the_model_again(desk, lunch):
    row, *messages = lunch
    desk.store.put(replace(row, options=ChatOptions(1.0, 0.5, 9, "", "")), *messages)
    desk.start()
    desk.open("lunch")

    popup = panel(desk)
    assert popup.options() == ChatOptions(1.0, 0.5, 9)
    popup._reset.click()
    popup.hide()
    desk.until(lambda: desk.store.rows["lunch"].options.is_default)


def test_a_setting_that_was_left_out_is_called_by_its_name_for_people(desk):
    desk.start()
    desk.ask("Hello", ParameterDropped("max_completion_tokens"), "Hi.")
    assert desk.page.hint.text == "This model does not take “longest answer”; it was left out."


def test_looking_changes_nothing(desk):
    desk.start()
    popup = panel(desk)
    with desk.qtbot.assertNotEmitted(desk.page.composer.options_changed):
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


@pytest.mark.parametrize("name", ["temperature", "top_p", "longest", "effort", "verbosity"])
def test_each_setting_explains_itself(desk, name):
    desk.start()
    setting = getattr(panel(desk), name)
    assert setting._control.accessibleName()
    assert len(setting._control.toolTip()) > 30
    desk.page.composer.popovers.options.hide()
