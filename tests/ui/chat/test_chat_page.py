"""The page as a whole: drawer, header, links, models, palette."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit

from gptdesk.domain.conversations import Conversation
from gptdesk.domain.packs import PackState
from gptdesk.domain.problems import KeyRefused
from gptdesk.domain.settings import Settings
from gptdesk.ui.theme.theme import Theme


@pytest.fixture
def page(desk):
    desk.page.show()
    desk.page.activateWindow()
    assert QTest.qWaitForWindowActive(desk.page)
    return desk.page


@pytest.fixture
def large_font():
    Theme.current().apply(percent=150)
    yield
    Theme.current().apply(percent=100)


def test_a_narrow_page_puts_the_list_into_a_drawer(page):
    assert page.side.isVisible() and not page.header.drawer.isVisible()
    page.resize(880, 600)
    assert not page.side.isVisible() and page.header.drawer.isVisible()
    page.resize(1208, 760)
    assert page.side.isVisible() and not page.header.drawer.isVisible()


def test_a_large_font_puts_it_into_a_drawer_at_any_width(page, large_font):
    page.resize(1500, 760)
    assert page.is_narrow and page.header.drawer.isVisible()


def test_the_drawer_opens_over_the_page_and_closes_beside_it(page):
    page.resize(700, 600)
    page.header.drawer.click()
    assert page.is_drawer_open
    QTest.mouseClick(page._scrim, Qt.MouseButton.LeftButton, pos=page.rect().bottomRight())
    assert not page.is_drawer_open


def test_escape_closes_the_drawer_and_returns_to_the_message(page):
    page.resize(700, 600)
    page.toggle_drawer()
    QTest.keyClick(page.side.search, Qt.Key.Key_Escape)
    assert not page.is_drawer_open


def test_opening_a_chat_closes_the_drawer(desk, page, lunch):
    desk.store.put(*lunch)
    desk.start()
    page.resize(700, 600)
    page.toggle_drawer()
    with desk.qtbot.waitSignal(desk.presenter.conversation_opened):
        page.side.opened.emit("lunch", "")
    assert not page.is_drawer_open


def test_the_composer_is_never_wider_than_its_column(page):
    page.resize(1900, 900)
    assert page.composer.width() == 736


def test_control_n_begins_a_new_chat(desk, page, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    QTest.keyClick(page.composer.editor, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert desk.texts() == []
    assert desk.presenter._conversation.current is None


def test_an_example_fills_the_field_and_sends_nothing(desk, page):
    desk.start()
    page.new_chat._buttons[0].click()
    assert page.composer.text() == page.new_chat._buttons[0].text()
    assert desk.provider.requests == []


def test_the_header_names_chat_model_and_connection(desk, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    assert desk.page.header._title.text() == "Lunch"
    assert desk.page.header._subtitle.text() == "model-a · My server"


def test_a_double_click_on_the_title_renames(desk, page, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    title = page.header._title
    QTest.mouseDClick(title, Qt.MouseButton.LeftButton, pos=title.rect().center())
    editor = page.header.findChild(QLineEdit, "chat.header.title")
    assert editor.isVisible() and editor.text() == "Lunch"
    editor.setText("Lunch with Ana")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    desk.until(lambda: desk.store.rows["lunch"].title == "Lunch with Ana")
    desk.until(lambda: page.header._title.text() == "Lunch with Ana")


def test_escape_leaves_the_title_as_it_was(desk, page, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    page.header.rename()
    editor = page.header.findChild(QLineEdit, "chat.header.title")
    editor.setText("Nonsense")
    with desk.qtbot.assertNotEmitted(page.header.renamed):
        QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_a_link_shows_its_whole_address_before_it_is_opened(desk, page, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    desk.start()
    page.view.link_activated.emit("https://example.org/a?b=c")
    assert page.link.isVisible() and page.link.address.text() == "https://example.org/a?b=c"
    assert opened == []
    page.link.open.click()
    assert opened == ["https://example.org/a?b=c"]
    assert not page.link.isVisible()


def test_a_look_alike_address_is_shown_in_its_true_letters(page):
    page.link.ask("https://аpple.com/")
    assert page.link.address.text().startswith("https://xn--")
    page.link.dismiss()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "steam://run/1"])
def test_addresses_that_start_programs_can_only_be_copied(page, address):
    page.link.ask(address)
    assert not page.link.open.isVisible()
    page.link.copy.click()
    assert QGuiApplication.clipboard().text() == address


def test_a_chosen_model_holds_for_this_chat_and_for_new_ones(desk, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    with desk.qtbot.waitSignal(desk.presenter.model_chosen) as chosen:
        desk.page.composer.model_chosen.emit("mine", "model-b")
    assert chosen.args == ["mine", "model-b"]
    assert desk.page.composer.model.text() == "model-b"
    desk.until(lambda: desk.store.rows["lunch"].model == "model-b")
    desk.ask("Hello")
    assert desk.provider.requests[-1][1] == "model-b"


def test_the_models_of_a_service_are_asked_for_when_somebody_looks(desk):
    desk.packs.state = PackState.READY
    desk.start()
    desk.page.composer.model_menu_requested.emit()
    desk.until(lambda: "model-b" in [label for _, label, _ in desk.presenter._models.labels()])
    groups = desk.page.composer.popup._groups
    names = [(g.name, [g.label(offer.name) for offer in g.models]) for g in groups]
    assert names == [("My server", ["model-a", "model-b"]), ("Offline pack", ["Small model"])]


def test_models_that_cannot_be_listed_say_why_and_are_asked_for_again(desk):
    desk.provider.offered = KeyRefused()
    desk.start()
    desk.page.composer.model_menu_requested.emit()
    desk.until(lambda: "key" in desk.page.composer.popup._groups[0].note)
    desk.provider.offered = ("model-z",)
    desk.page.composer.model_menu_requested.emit()
    desk.until(lambda: "model-z" in [label for _, label, _ in desk.presenter._models.labels()])


def test_other_services_name_no_price_until_one_is_known(desk):
    desk.start()
    assert desk.page.composer.cost.text() == "Price not known yet"
    assert desk.page.composer.send.accessibleName() == "Send"


def test_the_palette_offers_chats_by_title_and_what_can_be_done(desk, lunch):
    desk.store.put(*lunch)
    desk.store.put(Conversation("b", "Bakery", updated=1.0))
    desk.start().open("lunch")
    desk.until(lambda: len(desk.rows()) == 4)
    everything = {command.id for command in desk.presenter.commands("")}
    assert {"chat.new", "chat.find", "chat.copy", "chat.model", "chat.open.b"} <= everything
    assert "chat.stop" not in everything
    found = {command.id: command for command in desk.presenter.commands("bak")}
    assert "chat.open.lunch" not in found
    with desk.qtbot.waitSignal(desk.presenter.conversation_opened):
        found["chat.open.b"].run()


def test_the_palette_attaches_pictures_where_the_model_can_see(desk):
    desk.start()
    attach = desk.page.composer.attach
    attach.set_reason("It cannot see.")
    assert not {"chat.attach", "chat.screen"} & {c.id for c in desk.presenter.commands("")}
    attach.set_reason("")
    found = {command.id: command for command in desk.presenter.commands("")}
    with desk.qtbot.waitSignal(attach.screenshot_wanted) as asked:
        found["chat.screen"].run()
    assert asked.args == [True] and "chat.attach" in found


def test_the_palette_switches_models_once_a_name_is_typed(desk):
    desk.start()
    assert not any(c.id.startswith("chat.model.") for c in desk.presenter.commands(""))
    (command,) = [c for c in desk.presenter.commands("model-a") if c.id.startswith("chat.model.")]
    assert command.hint == "My server"


def test_what_can_be_pressed_or_typed_into_has_a_name(desk, page, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for kind in kinds
        for widget in page.findChildren(kind)
        if widget.isVisible() and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_copying_a_message_puts_its_text_on_the_clipboard(desk, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    desk.page.view.copy_requested.emit("a1")
    assert QGuiApplication.clipboard().text() == "21 each"


def test_after_a_restored_backup_everything_is_read_again(desk, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    desk.store.rows.clear()
    desk.presenter.reload()
    assert desk.texts() == []
    desk.until(lambda: desk.rows() == [])


def test_a_chat_whose_connection_is_gone_says_so_in_the_status_line(desk, lunch):
    row, *messages = lunch
    desk.store.put(replace(row, connection_id="gone"), *messages)
    states = []
    desk.start()
    desk.presenter.connection_state_changed.connect(lambda *state: states.append(state))
    desk.open("lunch")
    assert states[-1] == ("warn", "The connection of this chat was removed")
    desk.ask("Hello")
    assert desk.trouble().faq == "error.connection-missing"


def test_the_model_that_was_chosen_last_answers_in_new_chats(desk):
    desk.settings = Settings(connection_id="mine", model="model-b")
    desk.start().ask("Hello")
    assert desk.provider.requests == [("mine", "model-b", ("Hello",))]


def test_finding_in_the_chat_opens_its_bar_and_control_n_closes_it(desk, page, lunch):
    desk.store.put(*lunch)
    desk.start().open("lunch")
    page.header.find_tool.click()
    assert page.find_bar.isVisible()
    page.new_requested.emit()
    assert not page.find_bar.isVisible()


@pytest.mark.expects_log
def test_a_failure_without_a_message_is_said_above_the_field(desk, lunch):
    desk.store.put(*lunch)
    desk.start()
    desk.presenter.open("never-existed")
    desk.until(lambda: desk.page.notice.isVisibleTo(desk.page))
