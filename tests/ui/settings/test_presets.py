from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from gptdesk.domain.connections import KeyPlace
from gptdesk.domain.local_servers import Listening
from gptdesk.ui.theme.theme import Theme

KEY = "sk-proj-0123456789abcdefghij9fQ2"


def choose(desk, preset, name="settings.preset"):
    choice = desk.find(name, QComboBox)
    choice.setCurrentIndex(choice.findData(preset))
    choice.activated.emit(choice.currentIndex())


def popup_of(desk):
    choice = desk.find("settings.preset", QComboBox)
    choice.showPopup()
    return choice._popup


# Choosing a service


def test_services_are_offered_in_groups_and_found_by_typing(desk):
    desk.presenter.add_connection()
    popup = popup_of(desk)
    assert popup.titles()[0] == "OpenAI"
    assert popup.titles()[-1] == "Another compatible service"
    desk.qtbot.keyClicks(popup._search, "olla")
    assert popup.titles() == ["Ollama"]
    desk.qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert desk.find("settings.url", QLineEdit).text() == "http://localhost:11434/v1"
    assert desk.form.draft().preset == "ollama"


def test_a_service_brings_its_address_its_name_and_what_is_known_of_it(desk):
    desk.presenter.add_connection()
    choose(desk, "openai")
    said = desk.texts()
    assert desk.find("settings.url", QLineEdit).text() == "https://api.openai.com/v1"
    assert desk.find("settings.name", QLineEdit).placeholderText() == "OpenAI"
    assert "About openai. As of " in said
    assert "Offers: Chat · Images · Speech (not confirmed)" in said
    assert "It cannot be reached from mainland China." in said


def test_what_nobody_confirmed_about_reaching_it_is_said_so(desk, monkeypatch):
    desk.new(url="https://cn.example.com/v1")
    assert "It can be reached from mainland China." in desk.texts()
    service = desk.form.service._presets.service("twin")
    object.__setattr__(service, "mainland", "unknown")
    try:
        desk.form.service._show_service()
        assert "is not confirmed" in desk.form.service._reach.text()
    finally:
        object.__setattr__(service, "mainland", "yes")


def test_a_place_is_chosen_where_there_are_several(desk):
    desk.presenter.add_connection()
    choose(desk, "twin")
    place = desk.find("settings.place", QComboBox)
    assert place.isVisible() and place.currentText() == "Place 0"
    choose(desk, "https://intl.example.com/v1", "settings.place")
    assert desk.find("settings.url", QLineEdit).text() == "https://intl.example.com/v1"
    assert desk.form.draft().preset == "twin"
    choose(desk, "openai")
    assert not desk.find("settings.place", QComboBox).isVisible()


def test_the_service_is_stored_with_the_connection(desk):
    desk.presenter.add_connection()
    choose(desk, "twin")
    desk.paste(KEY)
    desk.press("settings.save")
    assert desk.store.saved[-1].service == "twin"
    assert desk.store.saved[-1].name == "Twin"


def test_another_place_of_the_service_keeps_it_and_any_other_address_does_not(desk):
    desk.presenter.add_connection()
    choose(desk, "twin")
    desk.type("settings.url", "https://intl.example.com/v1/")
    assert desk.form.draft().preset == "twin"
    desk.type("settings.url", "https://gateway.example.com/v1")
    assert desk.form.draft().preset == "compatible"
    desk.type("settings.url", "https://api.openai.com/v1/chat/completions")
    assert desk.form.draft().preset == "openai"


def test_another_compatible_service_keeps_a_typed_address_and_stores_no_preset(desk):
    desk.new(url="https://gateway.example.com/v1", key=KEY)
    choose(desk, "compatible")
    assert desk.find("settings.url", QLineEdit).text() == "https://gateway.example.com/v1"
    desk.press("settings.save")
    assert desk.store.saved[-1].service == ""


def test_a_service_that_wants_no_key_says_so(desk):
    desk.presenter.add_connection()
    choose(desk, "ollama")
    assert "It needs no key." in desk.texts()
    assert desk.find("settings.check").isEnabled()


def test_the_page_with_keys_is_named_before_it_is_opened(desk):
    desk.presenter.add_connection()
    link = desk.find("settings.key_page", QPushButton)
    assert link.toolTip() == "https://platform.openai.com/api-keys"
    link.click()
    assert desk.opened == []
    assert "This opens https://platform.openai.com/api-keys in your browser." in desk.texts()
    desk.press("settings.key_page.open")
    assert desk.opened == ["https://platform.openai.com/api-keys"]


def test_a_service_without_such_a_page_offers_no_link(desk):
    desk.presenter.add_connection()
    choose(desk, "twin")
    assert not desk.find("settings.key_page").isVisible()


def test_an_older_connection_gets_the_service_of_its_address(unstarted):
    from dataclasses import replace

    unstarted.store.saved[1] = replace(
        unstarted.store.saved[1], base_url="https://api.openai.com/v1"
    )
    desk = unstarted.start()
    desk.go("work")
    assert desk.form.draft().preset == "openai"
    assert not desk.presenter.connections._form.has_changes()


def test_titles_follow_the_language_of_the_interface(desk):
    theme = Theme.current()
    desk.presenter.add_connection()
    before = theme.language
    try:
        Theme.set_up(theme.choice, theme.percent, "zh_CN")
        desk.form.service._retranslate()
        assert "服务 ollama" in popup_of(desk).titles()
    finally:
        Theme.set_up(theme.choice, theme.percent, before)


# Several connections


def test_two_connections_of_one_service_have_names_of_their_own(desk):
    for _ in range(2):
        desk.presenter.add_connection()
        desk.paste(KEY)
        desk.press("settings.save")
    assert [c.name for c in desk.store.saved[-2:]] == ["OpenAI", "OpenAI 2"]


def test_a_name_that_is_taken_gets_a_number(desk):
    desk.new(key=KEY)
    desk.type("settings.name", "At home")
    desk.press("settings.save")
    assert desk.store.saved[-1].name == "At home 2"


def test_a_duplicate_has_everything_but_the_key(desk):
    desk.go("home")
    desk.press("settings.duplicate")
    draft = desk.form.draft()
    assert (draft.name, draft.url, draft.model) == ("At home 2", "http://127.0.0.1:9/v1", "model-a")
    assert len(desk.store.saved) == 2
    desk.press("settings.save")
    copy = desk.store.saved[-1]
    assert copy.id != "home" and copy.key_place is KeyPlace.NONE
    assert desk.keys.keys == {"home": "stored-key-wxyz"}


# One default for each tab


def test_a_connection_is_chosen_for_the_tabs_that_its_service_has(desk):
    desk.presenter.add_connection()
    desk.paste(KEY)
    desk.press("settings.save")
    desk.press("settings.use")
    head = desk.form.head
    assert [action.text() for action in head.menu_actions()] == [
        "Use for new chats", "Use for images", "Use for speech",
    ]  # fmt: skip
    head.menu_actions()[1].trigger()
    head._menu.hide()
    desk.settle()
    saved = desk.store.saved[-1].id
    assert (desk.settings.images_connection, desk.settings.connection_id) == (saved, "")
    assert desk.row(saved).mark_name == "Used for: Images"
    desk.press("settings.use")
    assert not head.menu_actions()[1].isEnabled()
    head._menu.hide()


# Servers on this computer


def test_a_server_that_runs_on_this_computer_is_offered_and_used(unstarted):
    unstarted.listener.running = (Listening("http://localhost:11434/v1", ("m",)),)
    desk = unstarted.start()
    assert desk.listener.asked == [("http://localhost:11434/v1", "http://localhost:8080/v1")]
    assert "Ollama is running on this computer." in desk.texts()
    desk.press("settings.found.0")
    assert desk.form.draft().url == "http://localhost:11434/v1"
    assert len(desk.store.saved) == 2
    desk.press("settings.save")
    assert (desk.store.saved[-1].service, desk.store.saved[-1].name) == ("ollama", "Ollama")
    assert desk.view.found.servers() == ()


def test_programs_that_share_a_port_are_told_apart_or_both_named(unstarted):
    unstarted.listener.running = (Listening("http://localhost:8080/v1", ("m",)),)
    desk = unstarted.start()
    assert "llama.cpp or LocalAI is running on this computer." in desk.texts()
    desk.listener.running = (
        Listening("http://localhost:8080/v1", ("m",), frozenset({"llamacpp"})),
    )
    desk.press("settings.look")
    assert "llama.cpp is running on this computer." in desk.texts()


def test_a_server_that_has_a_connection_is_not_offered_again(unstarted):
    from dataclasses import replace

    unstarted.store.saved[0] = replace(
        unstarted.store.saved[0], base_url="http://127.0.0.1:11434/v1"
    )
    unstarted.listener.running = (Listening("http://localhost:11434/v1", ("m",)),)
    assert unstarted.start().view.found.servers() == ()


def test_nobody_knocks_while_another_section_is_open(desk):
    before = len(desk.listener.asked)
    desk.presenter.open("appearance")
    desk.settle()
    assert len(desk.listener.asked) == before


# Keys that cannot be sent


@pytest.mark.parametrize(
    ("pasted", "named"),
    [
        ("sk-012345678密9", "CJK"),
        ("sk-0123456789😀abc", "GRINNING FACE"),
    ],
)
def test_what_no_service_takes_stays_in_the_field_and_is_named(desk, pasted, named):
    desk.new(key=pasted)
    field = desk.find("settings.key", QLineEdit)
    assert field.text()
    assert named in desk.form.key._said.text()
    assert not desk.find("settings.save").isEnabled()
    assert not desk.find("settings.check").isEnabled()
    assert desk.keys.writes == []


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("sk-ａｂｃ０１２３４５６７８９", "sk-abc0123456789"),
        ("sk-01234\n56789abc", "sk-0123456789abc"),
        ("sk-0123456789\r\n", "sk-0123456789"),
        ("k" * 10_000, "k" * 10_000),
    ],
)
def test_a_key_that_can_be_repaired_or_is_long_reaches_the_keyring_whole(desk, pasted, kept):
    desk.presenter.add_connection()
    QGuiApplication.clipboard().setText(pasted)
    desk.press("settings.paste")
    assert desk.find("settings.key", QLineEdit).text() == kept
    desk.press("settings.save")
    assert desk.keys.keys[desk.store.saved[-1].id] == kept
