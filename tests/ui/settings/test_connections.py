from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit

from gptdesk.domain.checkup import Step
from gptdesk.domain.connections import KeyPlace
from gptdesk.domain.packs import PackState
from gptdesk.domain.problems import (
    ConnectionRefused,
    CreditExhausted,
    KeyRefused,
    KeyringFailed,
    KeyringLocked,
    NotAnApi,
    ProxyLogin,
    RegionRefused,
)
from gptdesk.ui.settings.values import FormState

KEY = "sk-proj-0123456789abcdefghij9fQ2"


def steps(desk):
    return [
        (name.value, step._step.state.value, step._note.text())
        for name, step in desk.form.checkup._steps.items()
        if step.isVisible()
    ]


def state_of(desk, step):
    return next((state for name, state, _ in steps(desk) if name == step), "")


def hint_of_key(desk):
    return desk.form.key._said.text()


def use_for(desk, words):
    desk.press("settings.use")
    head = desk.form.head
    next(action for action in head.menu_actions() if action.text() == words).trigger()
    head._menu.hide()
    desk.settle()


# Adding


def test_a_new_service_is_checked_and_saved(desk):
    desk.new(key=KEY)
    assert desk.form.foot.state is FormState.UNCHECKED
    desk.press("settings.check")
    assert desk.form.foot.state is FormState.PASSED
    with desk.qtbot.waitSignal(desk.presenter.connections_changed):
        desk.press("settings.save")
    saved = desk.store.saved[-1]
    assert (saved.name, saved.base_url) == ("api.example.org", "https://api.example.org/v1")
    assert (saved.key_hint, saved.key_place) == ("9fQ2", KeyPlace.KEYRING)
    assert desk.keys.keys[saved.id] == KEY
    assert desk.form.foot.state is FormState.SAVED
    assert "connected" in desk.row(saved.id).note


def test_nothing_is_stored_before_it_is_saved(desk):
    desk.new(key=KEY)
    desk.press("settings.check")
    assert [c.id for c in desk.store.saved] == ["home", "work"]
    assert list(desk.keys.keys) == ["home"]


def test_what_was_not_checked_can_be_saved_anyway(desk):
    desk.new(key=KEY)
    assert desk.find("settings.save").text() == "Save anyway"
    desk.press("settings.save")
    assert len(desk.store.saved) == 3


def test_a_discarded_new_connection_is_gone(desk):
    desk.new(key=KEY)
    desk.press("settings.discard")
    assert [r.connection.id for r in desk.view.rows()] == ["home", "work", "offline"]
    assert KEY not in desk.texts()


def test_an_unfinished_form_survives_a_look_at_another_connection(desk):
    desk.new(key=KEY)
    unfinished = desk.view._list.current_id()
    desk.go("home")
    assert desk.row(unfinished).note == "not saved yet"
    assert KEY not in desk.texts()
    desk.go(unfinished)
    assert desk.form.draft().key == KEY
    assert desk.form.draft().url == "https://api.example.org/v1"


def test_choosing_openai_fills_in_its_address(desk):
    desk.new()
    preset = desk.find("settings.preset", QComboBox)
    preset.setCurrentIndex(0)
    preset.activated.emit(0)
    assert desk.find("settings.url", QLineEdit).text() == "https://api.openai.com/v1"


def test_another_address_is_another_service(desk):
    desk.presenter.add_connection()
    assert desk.form.draft().preset == "openai"
    desk.type("settings.url", "https://api.example.org")
    assert desk.form.draft().preset == "compatible"


# The address


def test_the_address_that_will_be_called_is_shown_while_typing(desk):
    desk.new(url="api.example.org/v1/chat/completions")
    assert "Will call https://api.example.org/v1/chat/completions" in desk.texts()
    assert "The end that gptdesk adds itself was left out." in desk.texts()


def test_an_impossible_address_says_why_and_cannot_be_saved(desk):
    desk.new(url="ftp://example.org")
    assert desk.form.foot.state is FormState.UNUSABLE
    assert not desk.find("settings.save").isEnabled()
    assert "https://" in desk.form.foot._text.text()


def test_an_address_without_encryption_has_to_be_accepted_first(desk):
    desk.new(url="http://api.example.org/v1", key=KEY)
    switch = desk.find("settings.plain", QAbstractButton)
    assert switch.isVisible()
    assert not desk.find("settings.save").isEnabled()
    assert not desk.find("settings.check").isEnabled()
    switch.click()
    assert desk.find("settings.save").isEnabled()
    desk.type("settings.url", "http://api.example.net/v1")
    assert not desk.find("settings.save").isEnabled()


def test_a_server_at_home_needs_no_encryption(desk):
    desk.new(url="http://192.168.1.20:11434")
    assert not desk.find("settings.plain").isVisible()
    assert desk.find("settings.save").isEnabled()


# The key


def test_cleaning_is_told_when_a_key_is_pasted(desk):
    desk.presenter.add_connection()
    QGuiApplication.clipboard().setText(f"  {KEY}\n")
    desk.press("settings.paste")
    assert desk.form.draft().key == KEY
    assert "space(s) were removed on pasting" in hint_of_key(desk)


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        (f'"{KEY}"', "Quotation marks"),
        (f"Bearer {KEY}", "Bearer"),
        (f"OPENAI_API_KEY={KEY}", "name in front"),
        (KEY.replace("-", "－"), "Full-width"),
    ],
)
def test_each_repair_of_a_key_is_told(desk, pasted, said):
    desk.presenter.add_connection()
    desk.paste(pasted)
    assert desk.form.draft().key == KEY
    assert said in hint_of_key(desk)


def test_a_character_that_cannot_be_sent_is_shown_and_named(desk):
    desk.new(key="sk-密0123456789")
    assert "“密”" in hint_of_key(desk)
    assert "CJK" in hint_of_key(desk)
    assert not desk.find("settings.save").isEnabled()
    assert not desk.find("settings.check").isEnabled()


def test_a_stored_key_is_shown_only_by_its_end(desk):
    desk.go("home")
    field = desk.find("settings.key", QLineEdit)
    assert (field.text(), field.placeholderText()) == ("", "•••• wxyz")
    assert "Leave the field empty to keep this key." in desk.texts()


def test_an_empty_field_keeps_the_stored_key(desk):
    desk.go("home")
    desk.type("settings.name", "Another name")
    assert desk.form.foot.state is FormState.RENAMED
    desk.press("settings.save")
    assert desk.stored("home").name == "Another name"
    assert desk.stored("home").key_hint == "wxyz"
    assert desk.keys.keys == {"home": "stored-key-wxyz"}
    assert desk.keys.writes == []


def test_a_key_is_removed_only_on_purpose(desk):
    desk.go("home")
    desk.press("settings.key.remove")
    assert desk.keys.keys
    assert "The key will be removed when you save." in desk.texts()
    desk.press("settings.save")
    assert desk.keys.keys == {}
    assert desk.stored("home").key_place is KeyPlace.NONE


def test_the_removal_of_a_key_can_be_taken_back(desk):
    desk.go("home")
    desk.press("settings.key.remove")
    desk.press("settings.key.remove")
    assert desk.form.foot.state is FormState.CLEAN


def test_the_key_is_covered_until_the_user_looks(desk):
    desk.new(key=KEY)
    field = desk.find("settings.key", QLineEdit)
    assert field.echoMode() == QLineEdit.EchoMode.Password
    desk.press("settings.key.show")
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    desk.press("settings.save")
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_after_saving_the_key_is_in_no_widget_no_repr_and_no_log(desk, caplog):
    with caplog.at_level(logging.DEBUG):
        desk.new(key=KEY)
        assert KEY not in repr(desk.form.draft())
        desk.press("settings.check")
        desk.press("settings.save")
    assert KEY not in desk.texts()
    assert KEY not in repr(desk.form.draft())
    assert KEY not in repr(desk.view.rows())
    assert KEY not in caplog.text
    form = desk.presenter.connections._form
    assert KEY not in str([repr(value) for value in vars(form).values()])
    checking = desk.presenter.connections._checking
    assert all(asked.key is None for asked, _ in checking._results.values())


# Where the key is kept


def test_the_keyring_is_named_under_the_key(desk):
    desk.new()
    assert "Kept in Test Keyring, never in a file." in desk.texts()


def test_without_a_keyring_it_is_said_before_and_after_saving(unstarted):
    unstarted.keys.place_now = KeyPlace.SESSION
    desk = unstarted.start()
    desk.new(key=KEY)
    assert "the key stays in memory until you close gptdesk" in desk.form.key._place.text()
    desk.press("settings.save")
    assert desk.store.saved[-1].key_place is KeyPlace.SESSION
    assert "This key stays in memory until you close gptdesk." in desk.form.key._place.text()


def test_a_keyring_that_fails_leaves_the_connection_as_it_was(desk):
    before = list(desk.store.saved)
    desk.keys.problem = KeyringFailed()
    desk.go("home")
    desk.paste(KEY)
    desk.press("settings.save")
    assert desk.store.saved == before
    assert desk.keys.keys == {"home": "stored-key-wxyz"}
    assert desk.form.draft().key == KEY


def test_a_locked_keyring_is_tried_again_from_the_notice(desk):
    desk.keys.problem = KeyringLocked()
    desk.new(key=KEY)
    desk.press("settings.save")
    assert desk.form._notice.isVisible()
    desk.keys.problem = None
    desk.press("notice.action")
    assert desk.store.saved[-1].key_place is KeyPlace.KEYRING
    assert not desk.form._notice.isVisible()


def test_a_locked_keyring_can_be_gone_round_for_this_session(desk):
    desk.keys.problem = KeyringLocked()
    desk.new(key=KEY)
    desk.press("settings.save")
    desk.press("notice.action.session")
    assert desk.store.saved[-1].key_place is KeyPlace.SESSION


def test_a_key_of_the_last_session_is_asked_for_again(unstarted, without_key):
    unstarted.store.saved[0] = without_key
    unstarted.keys.keys.clear()
    assert unstarted.start().row("home").note == "needs its key again"
    unstarted.go("home")
    said = unstarted.form.key._place.text()
    assert "gone" in said and "keep this key" not in said


# Check-up


def test_a_check_up_ticks_each_step(desk):
    desk.go("home")
    desk.press("settings.check")
    found = {name: (state, note) for name, state, note in steps(desk)}
    assert list(found) == [step.value for step in Step]
    assert found["key"] == ("ok", "accepted")
    assert found["models"] == ("ok", "2 model(s) to choose from")
    assert found["chat"][0] == "ok" and found["chat"][1].startswith("model-a answers")
    assert desk.provider.asked[-1].key == "stored-key-wxyz"
    assert desk.row("home").note == "connected · 2 model(s)"


def test_the_models_of_the_service_can_be_chosen_or_any_other_typed(desk):
    desk.go("home")
    desk.press("settings.check")
    model = desk.find("settings.model", QLineEdit)
    assert model.models() == ["model-a", "model-b"]
    desk.type("settings.model", "model-of-mine")
    assert "“model-of-mine” is not in the list" in desk.texts()
    desk.press("settings.save")
    assert desk.stored("home").model == "model-of-mine"


@pytest.mark.parametrize(
    ("problem", "failing", "note"),
    [
        (ConnectionRefused("127.0.0.1"), "service", "not reachable"),
        (ProxyLogin(), "proxy", "did not work"),
        (KeyRefused(), "key", "key refused"),
        (RegionRefused(), "region", "did not work"),
    ],
)
def test_the_failing_step_has_the_notice_and_later_ones_wait(desk, problem, failing, note):
    desk.provider.problem = problem
    desk.go("home")
    desk.press("settings.check")
    states = {name: state for name, state, _ in steps(desk)}
    later = list(states)[list(states).index(failing) + 1 :]
    assert states[failing] == "failed"
    assert {states[step] for step in later} == {"waiting"}
    assert desk.form.checkup.notice.isVisible()
    assert desk.row("home").note.startswith(note)


def test_a_chat_that_is_refused_fails_the_credit_and_keeps_the_models(desk):
    desk.provider.chat_problem = CreditExhausted()
    desk.new(key=KEY)
    desk.press("settings.check")
    assert state_of(desk, "credit") == "failed"
    assert desk.find("settings.model", QLineEdit).models() == ["model-a", "model-b"]


def test_only_a_check_up_that_may_cost_something_says_so_on_its_button(desk):
    desk.go("home")
    assert desk.find("settings.check").text() == "Check now"
    desk.go("work")
    assert desk.find("settings.check").text() == "Check now · < 1 cent"


def test_the_result_is_copied_without_the_key(desk):
    desk.provider.problem = KeyRefused("HTTP 401")
    desk.new(key=KEY)
    desk.press("settings.check")
    desk.press("settings.check.copy")
    report = QGuiApplication.clipboard().text()
    assert "key: failed key-refused: HTTP 401" in report
    assert "https://api.example.org/v1" in report
    assert KEY not in report and KEY[-4:] not in report


def test_a_proxy_that_wants_a_password_leads_to_its_section(desk):
    desk.provider.problem = ProxyLogin()
    desk.go("home")
    desk.press("settings.check")
    desk.press("notice.action")
    assert desk.page.current == "proxy"


def test_an_address_that_is_no_api_leads_back_to_the_address(desk):
    desk.provider.problem = NotAnApi()
    desk.go("work")
    desk.press("settings.check")
    assert desk.find("notice.action").text() == "Correct the address"


def test_after_a_refused_key_the_next_step_is_to_paste_it_again(desk):
    desk.provider.problem = KeyRefused()
    desk.go("home")
    desk.press("settings.check")
    QGuiApplication.clipboard().setText(KEY)
    desk.press("notice.action")
    assert desk.form.draft().key == KEY
    assert not desk.form.checkup.notice.isVisible()


def test_an_unreachable_service_is_checked_again_from_the_notice(desk):
    desk.provider.problem = ConnectionRefused("127.0.0.1")
    desk.go("home")
    desk.press("settings.check")
    desk.provider.problem = None
    desk.press("notice.action")
    assert state_of(desk, "chat") == "ok"


def test_a_check_up_can_be_stopped(desk):
    desk.provider.is_silent = True
    desk.go("home")
    desk.press("settings.check", but=1)
    assert desk.find("settings.check").text() == "Stop"
    desk.press("settings.check")
    assert desk.find("settings.check").text() == "Check now"
    assert steps(desk) == []


def test_editing_makes_an_old_result_worthless(desk):
    desk.new(key=KEY)
    desk.press("settings.check")
    desk.paste(KEY + "x")
    assert desk.form.foot.state is FormState.UNCHECKED
    assert steps(desk) == []


def test_a_failed_check_up_does_not_forbid_saving(desk):
    desk.provider.problem = ConnectionRefused("api.example.org")
    desk.new(key=KEY)
    desk.press("settings.check")
    assert desk.form.foot.state is FormState.FAILED
    assert desk.find("settings.save").text() == "Save anyway"
    desk.press("settings.save")
    assert len(desk.store.saved) == 3


# Removing, and the one for new chats


def test_a_removed_connection_comes_back_with_its_key(desk):
    desk.go("home")
    desk.press("settings.remove")
    assert desk.stored("home") is None
    assert desk.keys.keys == {"home": "stored-key-wxyz"}
    desk.press("undo.button")
    assert desk.stored("home").key_hint == "wxyz"
    assert desk.keys.keys == {"home": "stored-key-wxyz"}


def test_what_comes_back_is_shown(desk):
    desk.go("home")
    desk.press("settings.remove")
    assert desk.presenter.connections._current != "home"
    desk.press("undo.button")
    assert desk.presenter.connections._current == "home"


def test_a_saved_connection_leads_to_the_chat(desk, qtbot):
    desk.new(key=KEY)
    desk.press("settings.check")
    assert desk.find("settings.chat").isHidden()
    desk.press("settings.save")
    with qtbot.waitSignal(desk.presenter.chat_requested):
        desk.press("settings.chat")


def test_the_model_field_says_that_none_has_to_be_chosen(desk):
    desk.new(key=KEY)
    field = desk.find("settings.model")
    before = field.placeholderText()
    desk.press("settings.check")
    assert field.models() and field.placeholderText() != before


def test_the_first_click_into_the_address_selects_all_of_it(desk, qtbot):
    desk.new("https://api.example.org/v1")
    field = desk.find("settings.url")
    desk.find("settings.key").setFocus()
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.selectedText() == field.text()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.selectedText() == ""


def test_the_key_is_forgotten_when_the_time_to_undo_is_over(desk):
    desk.go("home")
    desk.press("settings.remove")
    desk.view.undo._timer.timeout.emit()
    desk.settle()
    assert desk.keys.keys == {}


def test_the_key_is_forgotten_at_the_end_of_the_app(desk):
    desk.go("home")
    desk.press("settings.remove")
    operation = desk.core.call(desk.presenter.forget_removed_keys())
    with desk.qtbot.waitSignal(operation.finished):
        pass
    assert desk.keys.keys == {}


def test_an_undone_removal_forgets_no_key_at_the_end(desk):
    desk.go("home")
    desk.press("settings.remove")
    desk.press("undo.button")
    operation = desk.core.call(desk.presenter.forget_removed_keys())
    with desk.qtbot.waitSignal(operation.finished):
        pass
    assert desk.keys.keys == {"home": "stored-key-wxyz"}


def test_the_first_connection_is_the_one_for_new_chats_until_another_is_chosen(desk):
    assert desk.row("home").mark_name == "New chats use this connection"
    desk.go("work")
    use_for(desk, "Use for new chats")
    assert desk.settings.connection_id == "work"
    assert desk.row("work").mark_name
    assert not desk.row("home").mark_name


# What is not edited here


def test_the_environment_can_be_checked_but_not_edited(unstarted, environment):
    unstarted.environment = environment
    desk = unstarted.start()
    assert desk.row("environment").note == "OPENAI_API_KEY · read only"
    desk.go("environment")
    assert not desk.form.isVisible()
    assert "•••• abcd" in desk.texts()
    desk.press("settings.fixed.check")
    assert desk.provider.asked[-1].key == "env-secret-key-abcd"
    assert "env-secret" not in desk.texts()


def test_the_offline_pack_stands_on_the_list_and_leads_to_its_section(desk):
    assert desk.row("offline").note == "not installed yet"
    desk.go("offline")
    desk.press("settings.pack")
    assert desk.page.current == "offline"


def test_an_installed_offline_pack_is_ready(unstarted):
    unstarted.packs.states["small"] = PackState.READY
    assert unstarted.start().row("offline").note == "ready on this computer"


def test_the_list_is_worked_with_the_keyboard(desk):
    connections = desk.find("settings.connections")
    connections.setFocus()
    desk.qtbot.keyClick(connections, Qt.Key.Key_Down)
    assert desk.form.draft().name == "At work"
