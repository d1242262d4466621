"""The window around the tabs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gptdesk.domain.settings import ThemeChoice
from gptdesk.ui.faq.tab import tab as faq
from gptdesk.ui.images.tab import tab as images
from gptdesk.ui.learn.tab import tab as learn
from gptdesk.ui.shell.command import Command
from gptdesk.ui.shell.place import pulled_back
from gptdesk.ui.shell.tabs import Tab
from gptdesk.ui.shell.window import MainWindow
from gptdesk.ui.speech.tab import tab as speech
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.transcription.tab import tab as transcription
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import LinkLabel

ORDER = ["chat", "images", "speech", "transcription", "learn", "faq", "settings"]


class Plain(QWidget):
    """A page with one field."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"page.{name}")
        self.field = QLineEdit(self)
        self.field.setAccessibleName("field")
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)


def plain(name: str, icon: str) -> Tab:
    return Tab(name, icon, name.capitalize, lambda: Plain(name))


def all_tabs() -> list[Tab]:
    return [
        plain("chat", "message-circle"),
        images(),
        speech(),
        transcription(),
        learn(),
        faq(),
        plain("settings", "settings"),
    ]


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Iterator[Theme]:
    found = Theme.current()
    found.apply(choice=ThemeChoice.LIGHT, percent=100, language="en")
    yield found
    found.apply(choice=ThemeChoice.LIGHT, percent=100, language="en")


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    found = MainWindow(all_tabs())
    qtbot.addWidget(found)
    found.show()
    found.activateWindow()
    qtbot.waitActive(found)
    return found


def item(window: QWidget, name: str) -> QAbstractButton:
    found = window.findChild(QAbstractButton, f"rail.{name}")
    assert found is not None
    return found


# Tabs


def test_the_rail_has_the_seven_tabs_in_order_with_settings_at_the_foot(window: MainWindow) -> None:
    items = [item(window, name) for name in ORDER]
    tops = [one.y() for one in items]
    assert tops == sorted(tops)
    assert tops[-1] - tops[-2] > 2 * items[0].height()
    assert [one.accessibleName() for one in items][3] == "Transcription"
    assert items[3].text() == "Transcribe"


@pytest.mark.parametrize("name", ORDER)
def test_a_press_on_the_rail_shows_the_page(window: MainWindow, qtbot: QtBot, name: str) -> None:
    qtbot.mouseClick(item(window, name), Qt.MouseButton.LeftButton)
    assert window.current_tab == name
    page = window.findChild(QWidget, f"page.{name}")
    assert page is not None
    assert page.isVisible()
    assert item(window, name).isChecked()


@pytest.mark.parametrize(("number", "name"), list(enumerate(ORDER, start=1)))
def test_control_and_a_number_go_to_a_tab(
    window: MainWindow, qtbot: QtBot, number: int, name: str
) -> None:
    window.show_tab("learn" if name != "learn" else "chat")
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.current_tab == name


def test_a_page_is_built_at_its_first_visit_and_once(window: MainWindow, qtbot: QtBot) -> None:
    assert list(window.built_pages()) == ["chat"]
    with qtbot.waitSignal(window.page_built) as built:
        window.show_tab("faq")
    assert built.args[0] == "faq"
    with qtbot.assertNotEmitted(window.page_built):
        window.show_tab("chat")
        window.show_tab("faq")


def test_the_title_names_the_page(window: MainWindow) -> None:
    window.show_tab("images")
    assert window.windowTitle() == "Images · gptdesk"
    window.page("images").setWindowTitle("A red bicycle")
    assert window.windowTitle() == "A red bicycle · gptdesk"


def test_the_arrows_walk_along_the_rail(window: MainWindow, qtbot: QtBot) -> None:
    item(window, "chat").setFocus()
    qtbot.keyClick(item(window, "chat"), Qt.Key.Key_Down)
    assert window.current_tab == "images"


def test_the_first_paint_is_told_once(qtbot: QtBot) -> None:
    window = MainWindow(all_tabs())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    with qtbot.assertNotEmitted(window.painted):
        window.repaint()
        QApplication.processEvents()


def sketched(window_tabs: list[Tab]) -> list[Tab]:
    """The first tab with a sketch of its own."""

    def sketch() -> QWidget:
        widget = QWidget()
        widget.setObjectName("sketch")
        return widget

    return [window_tabs[0]._replace(sketch=sketch), *window_tabs[1:]]


def test_a_sketch_stands_in_for_the_page_until_the_first_paint_is_over(qtbot: QtBot) -> None:
    window = MainWindow(sketched(all_tabs()))
    qtbot.addWidget(window)
    assert window.current_tab == "chat"
    assert window.windowTitle() == "Chat · gptdesk"
    assert window.built_pages() == {}
    with qtbot.waitSignal(window.tab_shown):
        window.show()
    assert window.page("chat").isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(QWidget, "sketch") is None


def test_a_page_that_is_asked_for_before_the_first_paint_takes_the_place_of_its_sketch(
    qtbot: QtBot,
) -> None:
    window = MainWindow(sketched(all_tabs()))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.tab_shown):
        window.show_tab("chat")
    with qtbot.waitSignal(window.painted), qtbot.assertNotEmitted(window.tab_shown):
        window.show()
    assert window.page("chat").isVisible()


def test_closing_is_told_while_the_window_is_still_there(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        window.close()


# Keyboard


def test_f6_goes_round_the_parts_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.set_backup("Last backup 10:42")
    page = window.page("chat")
    assert isinstance(page, Plain)
    page.field.setFocus()
    seen = []
    for _number in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.objectName() or focus.accessibleName())
    assert seen == ["status.connection", "rail.chat", "field"]
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert item(window, "chat").hasFocus()


def test_going_round_keeps_hold_of_what_stands_behind_a_part_that_goes(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.page("chat")
    before, area = QLineEdit(page), QTextEdit(page)
    viewport = area.viewport()
    before.show()
    area.show()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_F6) * 6:
        qtbot.keyClick(QApplication.focusWidget() or window, key)
    before.deleteLater()
    QCoreApplication.sendPostedEvents(before, QEvent.Type.DeferredDelete)
    assert isValid(viewport)


def test_the_tab_key_goes_from_the_rail_over_the_page_to_the_status_line(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.page("chat")
    assert isinstance(page, Plain)
    late = QLineEdit(page)  # like parts that a page makes when it needs them
    late.setObjectName("late")
    late.show()
    item(window, "chat").setFocus()
    seen = []
    for _number in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.objectName() or focus.accessibleName())
    assert seen == ["field", "late", "status.connection"]


@pytest.mark.parametrize("name", ORDER)
def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow, name: str) -> None:
    window.show_tab(name)
    window.set_cost("This month **$0.42**")
    window.set_backup("Last backup 10:42")
    window.show_notice("x", "warn", "T", "t", actions=[("a", "A")], faq="f", details="d")
    window.open_palette()
    kinds = (QAbstractButton, QLineEdit, QComboBox, LinkLabel)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not widget.isHidden()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


# Palette


def palette_input(window: MainWindow) -> QLineEdit:
    found = window.findChild(QLineEdit, "palette.input")
    assert found is not None
    return found


def test_control_k_opens_and_escape_closes_the_palette(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("chat")
    assert isinstance(page, Plain)
    page.field.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = palette_input(window)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert page.field.hasFocus()


def test_typing_and_enter_go_to_a_page(window: MainWindow, qtbot: QtBot) -> None:
    window.open_palette()
    qtbot.keyClicks(palette_input(window), "lea")
    assert window.palette_view().titles[0] == "Learn"
    qtbot.keyClick(palette_input(window), Qt.Key.Key_Return)
    assert window.current_tab == "learn"
    assert not window.palette_view().isVisible()


@pytest.mark.parametrize(("typed", "expected"), [("朗读", "Speech"), ("zhuanxie", "Transcription")])
def test_the_palette_finds_a_page_by_its_chinese_name(
    window: MainWindow, typed: str, expected: str
) -> None:
    window.open_palette(typed)
    assert expected in window.palette_view().titles


def test_commands_of_others_are_found_and_run(window: MainWindow, qtbot: QtBot) -> None:
    ran: list[str] = []
    asked: list[str] = []

    def provider(typed: str) -> list[Command]:
        asked.append(typed)
        return [
            Command("1", "chats", "Splitting the lunch bill", run=lambda: ran.append("lunch")),
            Command("2", "do", "Split the view", run=lambda: ran.append("view")),
        ]

    window.add_commands(provider)
    window.open_palette()
    qtbot.keyClicks(palette_input(window), "split")
    assert asked[-1] == "split"
    assert window.palette_view().titles == ["Split the view", "Splitting the lunch bill"]
    qtbot.keyClick(palette_input(window), Qt.Key.Key_Down)
    qtbot.keyClick(palette_input(window), Qt.Key.Key_Return)
    assert ran == ["lunch"]


def test_the_greater_sign_shows_actions_only(window: MainWindow) -> None:
    window.open_palette(">the")
    titles = window.palette_view().titles
    assert "Use the dark theme" in titles
    assert "Chat" not in titles


def test_a_click_beside_the_palette_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    window.open_palette()
    palette = window.palette_view()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()


def test_the_palette_tells_what_the_person_wants_of_the_look(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_palette("dark theme")
    with qtbot.waitSignal(window.theme_chosen) as heard:
        qtbot.keyClick(palette_input(window), Qt.Key.Key_Return)
    assert heard.args == ["dark"]
    with qtbot.waitSignal(window.percent_chosen) as size:
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert size.args == [110]


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_what_is_typed_in_the_palette_stands_above_the_first_group(
    window: MainWindow, theme: Theme, percent: int
) -> None:
    window.open_palette()
    theme.apply(percent=percent)
    line, rows = palette_input(window), window.findChild(QWidget, "palette.list")
    QApplication.processEvents()
    assert line.geometry().bottom() < rows.geometry().top()
    middle = line.cursorRect().center().y()
    assert abs(middle - line.height() / 2) <= 2


def test_the_palette_stays_inside_a_small_window(window: MainWindow, theme: Theme) -> None:
    window.resize(820, 580)
    theme.apply(percent=200)
    window.open_palette()
    box = window.palette_view().findChildren(QWidget)[0]
    assert window.rect().contains(box.geometry())


# Notices


def test_a_notice_asks_the_window_to_act(window: MainWindow, qtbot: QtBot) -> None:
    notice = window.show_notice("storage", "error", "T", "t", actions=[("retry", "Try again")])
    assert notice.isVisible()
    with qtbot.waitSignal(window.notice_action) as heard:
        qtbot.mouseClick(notice.findChild(Button, "notice.action"), Qt.MouseButton.LeftButton)
    assert heard.args == ["storage", "retry"]


def test_a_notice_with_the_same_id_takes_the_place_of_the_old_one(window: MainWindow) -> None:
    first = window.show_notice("a", "warn", "One")
    second = window.show_notice("a", "error", "Two")
    assert first is second
    assert second.title == "Two"


def test_got_it_only_sends_the_notice_away(window: MainWindow, qtbot: QtBot) -> None:
    notice = window.show_notice("a", "info", "One", actions=[("close", "Got it")])
    with qtbot.assertNotEmitted(window.notice_action):
        qtbot.mouseClick(notice.findChild(Button, "notice.action"), Qt.MouseButton.LeftButton)
    assert not notice.isVisible()
    window.show_notice("a", "info", "Again")
    window.dismiss_notice("a")
    window.dismiss_notice("never shown")


# Status line


def test_the_status_line_hides_what_is_not_known(window: MainWindow) -> None:
    cost, backup = (window.findChild(QWidget, f"status.{name}") for name in ("cost", "backup"))
    assert not cost.isVisible()
    assert not backup.isVisible()
    window.set_cost("This month **$0.42** of $5.00")
    window.set_backup("Last backup 10:42")
    assert cost.isVisible()
    assert cost.text() == "This month $0.42 of $5.00"
    assert backup.isVisible()


def test_the_status_line_leads_to_connection_and_backups(window: MainWindow, qtbot: QtBot) -> None:
    window.set_connection("ok", "Offline pack · ready")
    window.set_backup("Last backup 10:42")
    connection = window.findChild(QAbstractButton, "status.connection")
    assert connection.accessibleName() == "Offline pack · ready"
    with qtbot.waitSignal(window.connection_pressed):
        qtbot.mouseClick(connection, Qt.MouseButton.LeftButton)
    window.set_cost("This month **$4.20** of $5.00", is_near=True, tip="Little is left")
    cost = window.findChild(QAbstractButton, "status.cost")
    assert (cost.accessibleName(), cost.accessibleDescription()) == (
        "This month $4.20 of $5.00",
        "Little is left",
    )
    with qtbot.waitSignal(window.cost_pressed):
        cost.click()
    with qtbot.waitSignal(window.restore_pressed):
        qtbot.mouseClick(window.findChild(LinkLabel, "status.restore"), Qt.MouseButton.LeftButton)


def test_the_status_line_fits_a_narrow_window_with_large_text(
    window: MainWindow, theme: Theme
) -> None:
    theme.apply(percent=200)
    window.resize(1024, 700)
    window.set_connection("ok", "A connection with quite a long name · connected")
    window.set_cost("This month **$0.42** of $5.00")
    window.set_backup("Last backup yesterday at 10:42")
    search = window.findChild(QAbstractButton, "status.search")
    status = search.parentWidget()
    assert status.width() == window.width()
    assert search.geometry().right() <= status.width()


# Place, language, theme


def test_the_place_comes_back(qtbot: QtBot) -> None:
    first = MainWindow(all_tabs())
    qtbot.addWidget(first)
    first.setGeometry(0, 50, 800, 610)
    text = first.geometry_text()
    assert text.isascii()
    second = MainWindow(all_tabs(), geometry=text)
    qtbot.addWidget(second)
    assert second.size() == first.size()


@pytest.mark.parametrize("text", ["", "nonsense!", "AAAA"])
def test_a_place_that_cannot_be_read_gives_a_window_on_the_screen(qtbot: QtBot, text: str) -> None:
    window = MainWindow(all_tabs(), geometry=text)
    qtbot.addWidget(window)
    assert window.screen().availableGeometry().intersects(window.geometry())


SCREEN = QRect(0, 0, 1920, 1080)
SECOND = QRect(1920, 0, 1280, 1024)


@pytest.mark.parametrize(
    ("place", "screens", "stays"),
    [
        (QRect(100, 100, 900, 700), [SCREEN], True),
        (QRect(2000, 100, 900, 700), [SCREEN, SECOND], True),
        (QRect(2000, 100, 900, 700), [SCREEN], False),
        (QRect(-3000, -3000, 900, 700), [SCREEN], False),
        (QRect(100, -400, 900, 700), [SCREEN], False),
        (QRect(1900, 100, 900, 700), [SCREEN], False),
    ],
)
def test_a_window_whose_screen_is_gone_is_pulled_back(
    place: QRect, screens: list[QRect], stays: bool
) -> None:
    found = pulled_back(place, screens)
    assert (found == place) is stays
    assert any(screen.contains(found.topLeft()) for screen in screens)


def test_a_window_larger_than_the_screen_is_made_smaller() -> None:
    assert pulled_back(QRect(0, 0, 5000, 4000), [SCREEN]).size() == SCREEN.size()


class Shouting(QTranslator):
    """Every text in another language."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"<{text}>"

    def isEmpty(self) -> bool:
        return False


@pytest.mark.parametrize("name", ["images", "speech", "transcription", "learn", "faq"])
def test_all_texts_follow_the_language(window: MainWindow, name: str) -> None:
    window.show_tab(name)
    window.show_notice("n", "info", "T", details="d")
    window.open_palette()
    window.palette_view().dismiss()
    window.set_backup("x")
    translator = Shouting()
    QCoreApplication.installTranslator(translator)
    try:
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
        QApplication.processEvents()
        assert item(window, name).text().startswith("<")
        assert window.windowTitle().startswith("<")
        for found in ("status.restore", "status.search"):
            assert window.findChild(QWidget, found).text().startswith("<")
        assert palette_input(window).placeholderText().startswith("<")
        shown = [
            label.text()
            for label in window.page(name).findChildren(QWidget)
            if callable(getattr(label, "text", None)) and label.text().strip("0123456789")
        ]
        assert shown
        assert all(text.startswith("<") for text in shown)
    finally:
        QCoreApplication.removeTranslator(translator)


def test_a_new_theme_repaints_the_window(window: MainWindow, theme: Theme) -> None:
    window.show_tab("images")
    light = window.grab().toImage().pixelColor(window.width() // 2, 200)
    theme.apply(choice=ThemeChoice.DARK)
    dark = window.grab().toImage().pixelColor(window.width() // 2, 200)
    assert light == theme.color("on-accent")
    assert dark == theme.color("surface")


def test_the_rail_grows_with_the_text_but_not_beyond_its_limit(
    window: MainWindow, theme: Theme
) -> None:
    rail = window.findChild(QWidget, "rail")
    assert rail.width() == 72
    theme.apply(percent=150)
    assert rail.width() == 108
    theme.apply(percent=200)
    assert rail.width() == 108


@pytest.mark.parametrize("percent", [75, 100, 150, 200])
def test_the_rail_and_the_status_line_fit_into_a_small_window(
    window: MainWindow, theme: Theme, percent: int
) -> None:
    theme.apply(percent=percent)
    window.resize(1024, 700)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1024, 700)
    foot = item(window, "settings")
    assert foot.mapTo(window, foot.rect().bottomLeft()).y() < 700
    tops = [item(window, name).y() for name in ORDER]
    height = item(window, "chat").height()
    assert all(below - above >= height for above, below in pairwise(tops))


def test_the_shell_loads_nothing_that_makes_the_start_slow() -> None:
    program = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from gptdesk.ui.shell.window import MainWindow
from gptdesk.ui.shell.tabs import Tab
from PySide6.QtWidgets import QWidget
window = MainWindow([Tab("plain", "book-open", str, QWidget, str)])
window.painted.connect(app.quit)
window.show()
app.exec()
banned = {"openai", "httpx2", "pydantic", "keyring", "pygments", "asyncio", "tiktoken"}
banned |= {"PySide6.QtMultimedia", "PySide6.QtNetwork", "markdown_it", "gptdesk.services"}
banned |= {"gptdesk.ui.shell.palette", "gptdesk.ui.widgets.notice"}
print(sorted(banned & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"
