from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from gptdesk.domain.connections import KeyPlace
from gptdesk.domain.problems import KeyringLocked, ProxyLogin
from gptdesk.domain.proxy import PROXY_KEY_ID, ProxyKind, ProxyScheme, proxy_parts
from gptdesk.ui.widgets.fields import Segments


@pytest.fixture
def proxy(desk):
    desk.presenter.open("proxy")
    desk.settle()
    return desk


def pick(desk, name, option):
    segments = desk.find(name, Segments)
    segments.choose(option)
    segments.chosen.emit(option)
    desk.settle()


def give(desk, host="proxy.example.org", port="8080", **fields):
    pick(desk, "settings.proxy.kind", "given")
    for name, text in {"host": host, "port": port, **fields}.items():
        desk.type(f"settings.proxy.{name}", text)


def test_no_proxy_holds_at_once(proxy):
    pick(proxy, "settings.proxy.kind", "none")
    assert proxy.settings.proxy_kind is ProxyKind.NONE
    assert proxy.way.current().kind is ProxyKind.NONE


def test_a_given_proxy_holds_when_it_is_saved_and_its_password_goes_to_the_keyring(proxy):
    give(proxy, user="me", password="geheim-wort")
    pick(proxy, "settings.proxy.scheme", "socks5")
    assert proxy.settings.proxy_kind is ProxyKind.SYSTEM
    proxy.press("settings.proxy.save")
    kept = proxy.settings
    assert (kept.proxy_kind, kept.proxy_scheme) == (ProxyKind.GIVEN, ProxyScheme.SOCKS5)
    assert (kept.proxy_host, kept.proxy_port, kept.proxy_user) == ("proxy.example.org", 8080, "me")
    assert kept.proxy_password_place is KeyPlace.KEYRING
    assert proxy.keys.keys[PROXY_KEY_ID] == "geheim-wort"
    assert "geheim-wort" not in repr(kept) + proxy.texts() + repr(proxy.way.current())
    address = proxy.way.current().address
    assert address == "socks5://me:geheim-wort@proxy.example.org:8080"


def test_an_empty_password_field_keeps_the_stored_one(proxy):
    give(proxy, user="me", password="word")
    proxy.press("settings.proxy.save")
    proxy.type("settings.proxy.port", "8081")
    proxy.press("settings.proxy.save")
    assert proxy.keys.keys[PROXY_KEY_ID] == "word"
    assert proxy.settings.proxy_port == 8081


def test_a_password_is_removed_on_purpose(proxy):
    give(proxy, user="me", password="word")
    proxy.press("settings.proxy.save")
    proxy.press("settings.proxy.password.remove")
    assert PROXY_KEY_ID in proxy.keys.keys
    proxy.press("settings.proxy.save")
    assert PROXY_KEY_ID not in proxy.keys.keys
    assert proxy.settings.proxy_password_place is KeyPlace.NONE


def test_a_pasted_address_goes_to_its_fields(proxy):
    pick(proxy, "settings.proxy.kind", "given")
    proxy.type("settings.proxy.host", "socks5://me:w%40rd@10.0.0.2:1080")
    proxy.find("settings.proxy.host", QLineEdit).editingFinished.emit()
    draft = proxy.page.view("proxy").draft()
    assert (draft.scheme, draft.host, draft.port) == (ProxyScheme.SOCKS5, "10.0.0.2", "1080")
    assert (draft.user, draft.password) == ("me", "w@rd")


def test_half_a_proxy_is_not_taken_over_and_says_what_is_missing(proxy):
    give(proxy, port="none")
    proxy.press("settings.proxy.save")
    assert proxy.settings.proxy_kind is ProxyKind.SYSTEM
    assert "needs the name of a computer and a port" in proxy.texts()


def test_a_locked_keyring_can_be_gone_round_for_this_session(proxy):
    proxy.keys.problem = KeyringLocked()
    give(proxy, user="me", password="word")
    proxy.press("settings.proxy.save")
    assert proxy.settings.proxy_kind is ProxyKind.SYSTEM
    assert proxy.find("settings.proxy.password", QLineEdit).text() == "word"
    proxy.press("notice.action.session")
    assert proxy.settings.proxy_password_place is KeyPlace.SESSION
    assert proxy.way.current().password == "word"


def test_the_test_asks_only_a_connection_of_the_user(proxy):
    proxy.press("settings.proxy.test")
    assert proxy.provider.asked[-1].base_url == "https://api.example.com/v1"
    assert proxy.provider.asked[-1].key == ""
    assert "api.example.com answers by this way." in proxy.texts()


def test_without_a_connection_outside_nobody_is_asked(unstarted):
    del unstarted.store.saved[1]
    desk = unstarted.start()
    desk.presenter.open("proxy")
    desk.settle()
    desk.press("settings.proxy.test")
    assert desk.provider.asked == []
    assert "There is no connection to try it with" in desk.texts()


def test_a_wrong_password_is_a_clear_sentence(proxy):
    proxy.provider.problem = ProxyLogin()
    proxy.press("settings.proxy.test")
    notice = proxy.page.view("proxy").notice
    assert notice.isVisible()
    assert notice.title == "The proxy does not accept the user name or password"


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("127.0.0.1:7890", (None, "127.0.0.1", 7890, "")),
        ("http://proxy.example:8080/", (ProxyScheme.HTTP, "proxy.example", 8080, "")),
        ("socks5h://[::1]:1080", (ProxyScheme.SOCKS5, "::1", 1080, "")),
        ("host:99999", (None, "", 0, "port")),
        ("ftp://host:21", (None, "", 0, "host")),
        ("", (None, "", 0, "host")),
    ],
)
def test_what_people_paste_as_a_proxy_is_understood(pasted, found):
    parts = proxy_parts(pasted)
    assert (parts.scheme, parts.host, parts.port, parts.problem) == found
