"""The parts that every tab uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from gptdesk.domain.settings import ThemeChoice
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button, IconButton, PriceButton
from gptdesk.ui.widgets.chips import Chip
from gptdesk.ui.widgets.empty import EmptyState
from gptdesk.ui.widgets.fields import (
    CheckBox,
    Choice,
    RadioButton,
    SearchField,
    Segments,
    Slider,
    Switch,
    TextField,
)
from gptdesk.ui.widgets.header import PageHeader
from gptdesk.ui.widgets.labels import Badge, ElidedLabel, Label, LinkLabel
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.progress import ProgressBar, ProgressRing, Spinner
from gptdesk.ui.widgets.text_block import TextBlock
from gptdesk.ui.widgets.undo import UndoBar


@pytest.fixture(autouse=True)
def theme(qapp: object) -> Iterator[Theme]:
    found = Theme.current()
    found.apply(choice=ThemeChoice.LIGHT, percent=100, language="en")
    yield found
    found.apply(choice=ThemeChoice.LIGHT, percent=100, language="en")


def show(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


# Buttons


@pytest.mark.parametrize(
    ("build", "height"),
    [
        (lambda: Button("Send"), 36),
        (lambda: Button("Send", small=True), 28),
        (lambda: Button("Send", wide=True), 40),
        (lambda: IconButton("copy"), 32),
        (lambda: IconButton("copy", small=True), 28),
        (lambda: PriceButton("Send", icon="arrow-up"), 36),
        (TextField, 36),
        (SearchField, 36),
        (Choice, 36),
        (lambda: Chip("Eye"), 28),
        (lambda: Badge("ok", "Active"), 20),
        (PageHeader, 48),
        (Switch, 20),
        (CheckBox, 20),
    ],
)
def test_a_part_has_the_height_of_the_design_and_grows_with_the_font(
    qtbot: QtBot, theme: Theme, build: Callable[[], QWidget], height: int
) -> None:
    widget = build()
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() == height
    theme.apply(percent=200)
    assert widget.sizeHint().height() == 2 * height


def test_a_busy_button_keeps_its_width(qtbot: QtBot) -> None:
    button = Button("Check", kind="primary")
    show(qtbot, button)
    before = button.sizeHint()
    button.set_busy(True)
    assert button.sizeHint() == before
    assert button.is_busy
    button.set_busy(False)
    assert not button.is_busy


def test_enter_presses_a_button_as_space_does(qtbot: QtBot) -> None:
    button = Button("Go")
    show(qtbot, button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_each_kind_of_button_looks_different(qtbot: QtBot) -> None:
    pictures = []
    for kind in ("primary", "line", "soft", "tint", "ghost"):
        button = Button("Word", kind=kind)
        qtbot.addWidget(button)
        button.resize(button.sizeHint())
        pictures.append(button.grab().toImage())
    assert all(one != two for i, one in enumerate(pictures) for two in pictures[i + 1 :])


@pytest.mark.parametrize("kind", ["primary", "line", "soft", "tint", "ghost"])
def test_pressed_and_disabled_can_be_seen(qtbot: QtBot, kind: str) -> None:
    button = Button("Word", kind=kind)
    qtbot.addWidget(button)
    rest = button.grab().toImage()
    button.setDown(True)
    pressed = button.grab().toImage()
    button.setDown(False)
    button.setEnabled(False)
    assert rest != pressed
    assert button.grab().toImage() not in (rest, pressed)


def test_the_price_is_part_of_the_button_and_of_its_name(qtbot: QtBot) -> None:
    button = PriceButton("Send", icon="arrow-up")
    qtbot.addWidget(button)
    narrow = button.sizeHint().width()
    button.set_price("< $0.001")
    assert button.sizeHint().width() > narrow
    assert button.accessibleName() == "Send < $0.001"


def test_the_price_button_becomes_stop_and_back(qtbot: QtBot) -> None:
    button = PriceButton("Send")
    qtbot.addWidget(button)
    button.set_price("$1")
    button.set_stop("Stop", "Esc")
    assert (button.text(), button.kind, button.accessibleName()) == ("Stop", "stop", "Stop")
    button.set_normal()
    assert (button.text(), button.kind) == ("Send", "primary")


def test_an_icon_button_is_named_for_eyes_and_ears(qtbot: QtBot) -> None:
    button = IconButton("copy")
    qtbot.addWidget(button)
    button.set_label("Copy", "Ctrl+C")
    assert button.accessibleName() == "Copy"
    assert button.toolTip() == "Copy (Ctrl+C)"


def test_a_chip_can_be_taken_away_by_its_cross_and_by_delete(qtbot: QtBot) -> None:
    chip = Chip("Eye", closable=True, chosen=True)
    show(qtbot, chip)
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(
            chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 14, chip.height() // 2)
        )
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, chip.height() // 2))


# Fields and choices


def test_the_search_field_can_be_emptied_by_its_cross(qtbot: QtBot) -> None:
    field = SearchField()
    show(qtbot, field)
    cross = field.findChild(IconButton)
    assert not cross.isVisible()
    qtbot.keyClicks(field, "soup")
    assert cross.isVisible()
    assert cross.accessibleName() == "Clear"
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""


def test_an_error_changes_the_outline_of_a_field(qtbot: QtBot) -> None:
    field = TextField()
    field.resize(200, 36)
    qtbot.addWidget(field)
    before = field.grab().toImage()
    field.set_error(True)
    assert field.grab().toImage() != before
    field.set_error(False)
    assert field.grab().toImage() == before


def test_segments_tell_what_was_chosen_but_not_what_was_set(qtbot: QtBot) -> None:
    segments = Segments()
    segments.set_options([("low", "Low"), ("high", "High")])
    show(qtbot, segments)
    assert segments.current == "low"
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("high")
    low = segments.findChildren(QAbstractButton)[0]
    with qtbot.waitSignal(segments.chosen) as heard:
        qtbot.mouseClick(low, Qt.MouseButton.LeftButton)
    assert heard.args == ["low"]


def test_arrows_walk_through_segments_past_a_disabled_one(qtbot: QtBot) -> None:
    segments = Segments()
    segments.set_options([("a", "A"), ("b", "B"), ("c", "C")])
    segments.set_option_enabled("b", False)
    show(qtbot, segments)
    first = segments.findChildren(QAbstractButton)[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert segments.current == "c"


def test_new_options_keep_the_choice_that_is_still_there(qtbot: QtBot) -> None:
    segments = Segments()
    qtbot.addWidget(segments)
    segments.set_options([("a", "A"), ("b", "B")])
    segments.choose("b")
    segments.set_options([("x", "X"), ("b", "B")])
    assert segments.current == "b"
    segments.set_options([("x", "X")])
    assert segments.current == "x"


@pytest.mark.parametrize("build", [Switch, CheckBox, RadioButton])
def test_a_choice_shows_its_state(qtbot: QtBot, build: Callable[[], QAbstractButton]) -> None:
    button = build()
    show(qtbot, button)
    before = button.grab().toImage()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(6, button.height() // 2))
    assert button.isChecked()
    assert button.grab().toImage() != before


def test_a_click_on_the_slider_goes_there(qtbot: QtBot) -> None:
    slider = Slider()
    slider.setRange(0, 100)
    slider.resize(216, 20)
    show(qtbot, slider)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(108, 10))
    assert slider.value() == 50


# Texts


def test_bold_marks_are_read_and_not_shown(qtbot: QtBot) -> None:
    label = Label("The key is fine. **Your message is safe:** it stays.", marks=True)
    qtbot.addWidget(label)
    assert label.text() == "The key is fine. Your message is safe: it stays."


def test_bold_words_are_wider(qtbot: QtBot, theme: Theme) -> None:
    font = theme.font("base")
    plain = TextBlock("mmmm mmmm", font, 20, marks=True).size(1000)
    bold = TextBlock("**mmmm mmmm**", font, 20, marks=True).size(1000)
    assert bold[0] > plain[0]


def test_wrapped_lines_have_the_height_of_the_scale(qtbot: QtBot) -> None:
    label = Label("word " * 40, style="reading")
    label.setWordWrap(True)
    qtbot.addWidget(label)
    assert label.heightForWidth(10_000) == 22
    assert label.heightForWidth(120) % 22 == 0
    assert label.heightForWidth(120) > 22


def test_a_chinese_letter_does_not_make_the_line_taller(theme: Theme) -> None:
    font = theme.font("base")
    latin = TextBlock("hello", font, 20).size(1000)[1]
    assert TextBlock("hello 你好", font, 20).size(1000)[1] == latin


def test_an_elided_label_tells_the_rest_as_a_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("A rather long title of a conversation")
    label.resize(60, 20)
    show(qtbot, label)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    label.grab()
    assert label.toolTip() == ""


def test_a_link_works_with_mouse_and_keyboard(qtbot: QtBot) -> None:
    link = LinkLabel("Restore")
    show(qtbot, link)
    assert link.accessibleName() == "Restore"
    with qtbot.waitSignal(link.activated):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(link.activated):
        qtbot.keyClick(link, Qt.Key.Key_Return)


# Notices


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    widget = Notice(closable=True)
    widget.resize(700, 10)
    qtbot.addWidget(widget)
    return widget


def test_a_notice_is_hidden_until_it_has_something_to_say(notice: Notice) -> None:
    assert notice.isHidden()
    notice.show_message("error", "Not sent", "It stays here.")
    assert notice.isVisible()
    assert notice.accessibleName() == "Not sent"


def test_the_first_action_is_the_next_step(notice: Notice, qtbot: QtBot) -> None:
    notice.show_message("error", "T", "x", actions=[("retry", "Try again"), ("close", "Got it")])
    first = notice.findChild(Button, "notice.action")
    assert (first.kind, first.text()) == ("primary", "Try again")
    with qtbot.waitSignal(notice.action) as heard:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert heard.args == ["retry"]


def test_a_new_message_replaces_the_actions_of_the_old_one(notice: Notice) -> None:
    notice.show_message("error", "One", actions=[("a", "A"), ("b", "B")])
    notice.show_message("warn", "Two", actions=[("c", "C")])
    shown = [button.text() for button in notice.findChildren(Button) if button.isVisible()]
    assert "C" in shown
    assert "A" not in shown
    assert notice.level == "warn"


@pytest.fixture
def faq(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages that FAQ links lead to are there."""
    (tmp_path / "help").mkdir()
    monkeypatch.setattr("gptdesk.ui.widgets.notice.resource_root", lambda: tmp_path)


def test_there_is_no_faq_link_before_there_are_faq_pages(
    notice: Notice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gptdesk.ui.widgets.notice.resource_root", lambda: tmp_path)
    notice.show_message("error", "T", faq="error.key-refused")
    assert not any(button.isVisible() for button in notice.findChildren(Button))
    (tmp_path / "help").mkdir()
    notice.show_message("error", "T", faq="error.key-refused")
    assert any(button.isVisible() for button in notice.findChildren(Button))


@pytest.mark.usefixtures("faq")
def test_the_faq_link_names_its_entry(notice: Notice, qtbot: QtBot) -> None:
    notice.show_message("error", "T", faq="error.key-refused", faq_label="Where is my key?")
    link = next(b for b in notice.findChildren(Button) if b.text() == "Where is my key?")
    with qtbot.waitSignal(notice.faq_requested) as heard:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert heard.args == ["error.key-refused"]


def test_details_are_folded_and_can_be_copied(notice: Notice, qtbot: QtBot) -> None:
    notice.show_message("error", "T", details="HTTP 429\ninsufficient_quota")
    text = notice.findChild(QPlainTextEdit)
    assert not text.isVisible()
    opener = next(b for b in notice.findChildren(Button) if b.text() == "Details")
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert text.isVisible()
    copy = next(b for b in notice.findChildren(Button) if b.text() == "Copy details")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "HTTP 429\ninsufficient_quota"


def test_a_notice_can_be_sent_away(notice: Notice, qtbot: QtBot) -> None:
    notice.show_message("info", "T")
    with qtbot.waitSignal(notice.dismissed):
        notice.dismiss()
    assert notice.isHidden()
    with qtbot.assertNotEmitted(notice.dismissed):
        notice.dismiss()


@pytest.mark.usefixtures("faq")
def test_a_narrow_notice_grows_instead_of_cutting_its_buttons(notice: Notice) -> None:
    notice.show_message(
        "error",
        "A title",
        "A cause that takes a few words to explain to the person.",
        actions=[("a", "Add credit at the service"), ("b", "Try again")],
        faq="x",
        details="y",
    )
    layout = notice.layout()
    assert layout.heightForWidth(260) > layout.heightForWidth(900)
    notice.resize(260, layout.heightForWidth(260))
    layout.activate()
    for button in notice.findChildren(Button):
        if button.isVisible():
            right = button.mapTo(notice, QPoint(button.width(), 0)).x()
            assert right <= notice.width()


# The rest


def test_the_undo_bar_offers_and_takes_back(qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.offer("Deleted “Soup”")
    button = bar.findChild(Button, "undo.button")
    assert bar.isVisible()
    with qtbot.waitSignal(bar.undone):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_a_second_offer_ends_the_first(qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.offer("Deleted one")
    with qtbot.waitSignal(bar.expired):
        bar.offer("Deleted two")
    assert bar.accessibleName() == "Deleted two"
    bar.shutdown()
    assert bar.isHidden()


def test_an_empty_state_offers_its_first_step(qtbot: QtBot) -> None:
    empty = EmptyState("chat")
    empty.resize(600, 500)
    show(qtbot, empty)
    empty.set_texts("No chats yet", "Write the first line below.")
    button = empty.findChild(Button)
    assert not button.isVisible()
    empty.set_action("Begin")
    with qtbot.waitSignal(empty.action):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_state_gives_up_its_picture_before_its_words(qtbot: QtBot) -> None:
    empty = EmptyState("chat")
    empty.set_texts("No chats yet", "Write the first line below.")
    empty.resize(400, 400)
    show(qtbot, empty)
    title, text = empty.findChildren(Label)
    empty.resize(400, 120)
    assert text.geometry().bottom() < 120
    assert title.geometry().top() >= 0


def test_a_progress_bar_knows_known_and_unknown(qtbot: QtBot) -> None:
    bar = ProgressBar()
    bar.resize(200, 4)
    show(qtbot, bar)
    bar.set_fraction(0.5)
    assert (bar.value(), bar.maximum()) == (500, 1000)
    bar.set_fraction(None)
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    bar.set_fraction(1.0)
    assert bar.value() == 1000


def test_a_ring_stays_within_its_circle(qtbot: QtBot) -> None:
    ring = ProgressRing(20)
    qtbot.addWidget(ring)
    ring.set_fraction(1.7)
    assert ring.fraction == 1.0
    ring.set_fraction(-1)
    assert ring.fraction == 0.0


def test_a_spinner_rests_while_nobody_sees_it(qtbot: QtBot) -> None:
    spinner = Spinner(16)
    show(qtbot, spinner)
    spinner.hide()
    assert not any(timer.isActive() for timer in spinner.findChildren(QTimer))


def test_the_header_shows_title_subtitle_and_tools(qtbot: QtBot) -> None:
    header = PageHeader()
    header.resize(600, 48)
    show(qtbot, header)
    tool = IconButton("share")
    header.add_tool(tool)
    header.set_title("Soup", "Everyday helper")
    texts = [label.text() for label in header.findChildren(ElidedLabel) if label.isVisible()]
    assert texts == ["Soup", "Everyday helper"]
    qtbot.waitUntil(lambda: tool.x() > header.width() // 2)


def test_measures_are_whole_pixels(theme: Theme) -> None:
    theme.apply(percent=110)
    assert theme.icon_size(20) % 2 == 0
    assert theme.px(36) == 40


def test_the_plain_field_of_the_palette_may_be_taller(qtbot: QtBot) -> None:
    field = QLineEdit()
    field.setProperty("plain", True)
    field.setFixedHeight(57)
    show(qtbot, field)
    assert field.height() == 57
