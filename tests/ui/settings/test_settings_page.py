from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QSlider

from gptdesk.domain.packs import PackState
from gptdesk.domain.problems import DiskFull
from gptdesk.domain.settings import Settings, ThemeChoice
from gptdesk.ui.settings.report import without_name
from gptdesk.ui.settings.sections import matching_term, sections
from gptdesk.ui.theme.theme import Theme


def open_section(desk, section):
    desk.presenter.open(section)
    desk.settle()
    return desk.page.view(section)


def shown_sections(desk):
    return [row.id for row in desk.find("settings.sections").rows()]


# Finding


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("theme", ["appearance"]),
        ("KEY", ["connections"]),
        ("disk", ["offline", "storage"]),
        ("中文", ["language"]),
        ("", [section.id for section in sections()]),
    ],
)
def test_sections_are_found_by_the_settings_in_them(desk, words, found):
    desk.find("settings.search", QLineEdit).setText(words)
    assert shown_sections(desk) == found


def test_enter_goes_to_the_first_section_found(desk):
    search = desk.find("settings.search", QLineEdit)
    desk.qtbot.keyClicks(search, "font")
    desk.qtbot.keyClick(search, Qt.Key.Key_Return)
    assert desk.page.current == "appearance"


def test_a_search_without_a_hit_says_so_and_escape_ends_it(desk):
    search = desk.find("settings.search", QLineEdit)
    search.setText("quux")
    assert "No setting is called “quux”." in desk.texts()
    desk.qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert shown_sections(desk) == [section.id for section in sections()]


def test_the_found_setting_stands_under_its_section(qapp):
    appearance = next(s for s in sections() if s.id == "appearance")
    assert matching_term(appearance, "font") == "Font size"
    assert matching_term(appearance, "quux") is None


# Keeping


def test_one_changed_setting_leaves_the_others_as_they_are(desk):
    open_section(desk, "appearance").theme_chosen.emit("dark")
    assert desk.saved == [Settings(theme=ThemeChoice.DARK, last_conversation="c7")]


@pytest.mark.parametrize(
    ("section", "signal", "value", "field", "kept"),
    [
        ("appearance", "font_percent_chosen", 150, "font_percent", 150),
        ("language", "language_chosen", "zh_CN", "language", "zh_CN"),
        ("chat", "send_with_enter_chosen", False, "send_with_enter", False),
    ],
)
def test_each_choice_is_kept_and_told(desk, section, signal, value, field, kept):
    view = open_section(desk, section)
    with desk.qtbot.waitSignal(desk.presenter.settings_changed) as told:
        getattr(view, signal).emit(value)
    assert getattr(desk.settings, field) == kept
    assert told.args == [desk.settings]


def test_choosing_what_holds_already_writes_nothing(desk):
    open_section(desk, "language").language_chosen.emit("")
    assert desk.saved == []


def test_a_full_disk_is_said_and_the_choice_holds_all_the_same(desk):
    desk.save_problem = DiskFull()
    open_section(desk, "appearance").theme_chosen.emit("dark")
    assert desk.page._notice.isVisible()
    assert desk.settings.theme is ThemeChoice.DARK
    desk.save_problem = None
    desk.page.view("appearance").theme_chosen.emit("light")
    assert not desk.page._notice.isVisible()


def test_what_was_changed_elsewhere_is_shown(desk):
    view = open_section(desk, "appearance")
    desk.settings = Settings(theme=ThemeChoice.DARK, font_percent=125)
    desk.presenter.show_settings()
    assert view._theme.current == "dark"
    assert view._percent.text() == "125 %"


def test_dragging_the_font_size_applies_it_only_when_let_go(desk):
    view = open_section(desk, "appearance")
    slider = view.findChild(QSlider, "settings.font_size")
    middle = slider.height() // 2
    desk.qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width(), middle))
    assert view._percent.text() == "200 %"
    assert desk.saved == []
    desk.qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton)
    assert desk.settings.font_percent == 200


def test_the_keyboard_changes_the_font_size_step_by_step(desk):
    slider = open_section(desk, "appearance").findChild(QSlider, "settings.font_size")
    desk.qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert desk.settings.font_percent == 105


def test_ctrl_enter_can_be_chosen_for_sending(desk):
    view = open_section(desk, "chat")
    view._send.chosen.emit("ctrl-enter")
    assert desk.settings.send_with_enter is False
    assert "Enter starts a new line." in desk.texts()


# Backups


def test_a_backup_is_made_on_request(desk):
    open_section(desk, "backup")
    with desk.qtbot.waitSignal(desk.presenter.backed_up):
        desk.press("settings.backup")
    assert desk.find("settings.restore.three").isVisible()


def test_restoring_asks_in_place_first(desk):
    open_section(desk, "backup")
    desk.press("settings.restore.one")
    assert desk.backups.restored == []
    assert "What is there now is backed up first." in desk.texts()
    with desk.qtbot.waitSignal(desk.presenter.restored):
        desk.press("settings.confirm")
    assert desk.backups.restored == ["one"]
    assert "Restored: everything is as it was" in desk.texts()


def test_an_unusable_backup_says_that_nothing_changed(desk):
    desk.backups.is_broken = True
    open_section(desk, "backup")
    desk.press("settings.restore.one")
    with desk.qtbot.assertNotEmitted(desk.presenter.restored):
        desk.press("settings.confirm")
    assert desk.page.view("backup").notice.isVisible()


def test_without_a_backup_the_list_says_so(desk):
    desk.backups.kept.clear()
    open_section(desk, "backup")
    assert desk.page.view("backup")._nothing.isVisible()


# Storage and diagnostics


def test_storage_tells_places_and_sizes_and_opens_the_folder(desk):
    folder = desk.tmp_path / "backups"
    folder.mkdir()
    (folder / "one.db").write_bytes(b"x" * 12_000)
    view = open_section(desk, "storage")
    assert dict(view.facts())["Backups"] == f"{folder} · 12 kB"
    desk.press("settings.folder")
    assert desk.opened == [str(desk.tmp_path / "data")]


def test_the_report_holds_versions_and_no_secret(desk):
    open_section(desk, "diagnostics")
    desk.press("settings.copy_report")
    copied = QGuiApplication.clipboard().text()
    assert "gptdesk: " in copied and "Qt: 6" in copied and "Keyring: Test Keyring" in copied
    assert "stored-key" not in copied
    assert "Copied." in desk.texts()


def test_the_report_does_not_name_the_user():
    home = os.path.expanduser("~")
    assert without_name(os.path.join(home, "data")) == os.path.join("~", "data")
    assert without_name("/srv/data") == "/srv/data"


# Everyone

USABLE = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QSlider)


def usable(desk):
    found = [widget for kind in USABLE for widget in desk.page.findChildren(kind)]
    return [w for w in found if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]


def name_of(widget):
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_everything_that_can_be_used_has_a_name(desk):
    desk.packs.states["small"] = PackState.READY
    nameless = []
    for section in sections():
        open_section(desk, section.id)
        nameless += [f"{w.objectName()!r} in {section.id}" for w in usable(desk) if not name_of(w)]
    assert nameless == []


def test_the_fixed_names_are_there(desk):
    assert desk.page.objectName() == "page.settings"
    for name in ("connections", "preset", "url", "key", "check", "save"):
        assert desk.page.findChild(object, f"settings.{name}") is not None, name


def test_another_language_reaches_every_section(desk, qapp):
    from PySide6.QtCore import QEvent

    for section in sections():
        open_section(desk, section.id)
        view = desk.page.view(section.id)
        qapp.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    assert desk.page.view("diagnostics").facts()


def test_in_a_narrow_window_list_and_section_take_turns(desk):
    desk.page.resize(560, 700)
    assert not desk.page._side.isVisible()
    open_section(desk, "chat")
    desk.press("settings.back")
    assert desk.page._side.isVisible()
    assert not desk.page.view("chat").isVisible()
    desk.presenter.open("storage")
    desk.settle()
    assert desk.page.view("storage").isVisible()


def test_in_a_narrow_window_a_connection_covers_the_list_with_one_way_back(desk):
    desk.page.resize(560, 700)
    desk.go("work")
    assert desk.form.isVisible()
    assert not desk.find("settings.connections").isVisible()
    assert not desk.page._back.isVisible()
    desk.press("settings.connections.back")
    assert desk.find("settings.connections").isVisible()
    assert desk.page._back.isVisible()


def test_nothing_is_cut_off_at_twice_the_font_size(desk):
    theme = Theme.current()
    try:
        theme.apply(percent=200)
        desk.page.resize(1172, 700)
        for section in sections():
            view = open_section(desk, section.id)
            wide = [
                widget
                for widget in view.findChildren(QAbstractButton)
                if widget.isVisible()
                and widget.mapTo(view, QPoint(widget.width(), 0)).x() > view.width()
            ]
            assert wide == [], section.id
    finally:
        theme.apply(percent=100)


def test_the_palette_finds_sections_and_actions(desk):
    found = {command.id: command for command in desk.presenter.commands("")}
    with desk.qtbot.waitSignal(desk.presenter.page_wanted):
        found["settings.add"].run()
    assert desk.form.draft().name == ""
    found["settings.storage"].run()
    assert desk.page.current == "storage"
    desk.settle()
    found["settings.backup.now"].run()
    desk.settle()
    assert desk.backups.kept[0].name == "three"
