"""The choice of models: what stands where, what is said, and what the keyboard does."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from gptdesk.domain.catalogue import ModelFacts, Price, Task
from gptdesk.domain.offered import ModelOverride, OfferedModel
from gptdesk.ui.widgets.modelpicker.model import ROW
from gptdesk.ui.widgets.modelpicker.picker import ModelPicker
from gptdesk.ui.widgets.modelpicker.rows import rows_for, shelf_of
from gptdesk.ui.widgets.modelpicker.values import Kind, ModelGroup
from gptdesk.ui.widgets.modelpicker.words import price_tip, price_words, spoken

TODAY = date(2026, 11, 24)
CHEAP = Price(input=0.1, output=0.5, as_of=date(2026, 10, 13))
pytestmark = pytest.mark.usefixtures("qapp")


def offer(name, connection="o", task=Task.CHAT, **known):
    return OfferedModel(connection, ModelFacts(name, "", task, True, **known))


LUNA = offer("luna", is_recommended=True, price=CHEAP, takes=frozenset({"text", "picture"}))
OLD = offer("old", shutdown=date(2026, 10, 23), successor="luna")
ENDING = offer("ending", shutdown=date(2027, 1, 14), successor="luna")
LATER = offer("later", shutdown=date(2027, 12, 1))
OPENAI = ModelGroup(
    "o", "OpenAI", (LUNA, offer("sol"), OLD, ENDING, LATER, offer("painter", task=Task.IMAGES))
)
OTHER = ModelGroup("d", "DeepSeek", (offer("flash", "d"),), note="No list.")
PACK = ModelGroup(
    "p", "Offline pack", (offer("small", "p"),), "", True, True, {"small": "Small model"}
)
GROUPS = (OPENAI, OTHER, PACK)


def shown(query="", task=Task.CHAT, groups=GROUPS, current=("", "")):
    return rows_for(shelf_of(groups, TODAY), query, task, current)


def texts(rows):
    return [f"# {row.text}" if row.kind is Kind.HEADING else row.text for row in rows]


def row(name, groups=GROUPS):
    return next(r for r in shown(name, groups=groups) if r.offer and r.offer.name == name)


def test_models_stand_in_groups_and_each_of_them_once():
    assert texts(shown()) == [
        "# Recommended", "luna",
        "# OpenAI", "sol", "later",
        "# DeepSeek", "flash", "No list.",
        "# Switched off soon, or gone", "ending", "old",
        "# Offline pack", "Small model",
    ]  # fmt: skip


def test_a_tab_is_offered_what_it_can_use_and_finds_the_rest():
    assert texts(shown(task=Task.IMAGES, groups=(OPENAI,))) == ["# OpenAI", "painter"]
    assert texts(shown("sol", Task.IMAGES, (OPENAI,))) == ["# OpenAI", "sol"]
    assert "sol" in texts(shown(task=Task.IMAGES, groups=(OPENAI,), current=("o", "sol")))


def test_every_word_that_is_typed_must_be_found():
    assert texts(shown("OPENAI lun")) == ["# Recommended", "luna"]
    assert texts(shown("small mod")) == ["# Offline pack", "Small model"]


def test_a_name_that_nobody_lists_can_be_used_wherever_that_makes_sense():
    rows = shown("my-model", current=("d", "flash"))
    assert [(r.kind, r.choice) for r in rows] == [
        (Kind.TYPED, ("d", "my-model")),
        (Kind.TYPED, ("o", "my-model")),
    ]
    assert [r.choice for r in shown("sol") if r.kind is Kind.TYPED] == [("d", "sol")]
    assert shown("two words") == []


def test_prices_are_said_with_their_date_and_what_is_unknown_is_called_so():
    assert price_words(row("luna")) == "$0.10 in · $0.50 out"
    assert "13 Oct 2026" in price_tip(row("luna"))
    assert price_words(row("sol")) == "price unknown"
    assert price_words(row("small")) == "free"
    assert price_words(row("old")) == ""
    tiny = ModelGroup("o", "O", (offer("t", price=Price(input=0.0375, output=0.0)),))
    assert price_words(row("t", (tiny,))) == "$0.0375 in · $0.00 out"


@pytest.mark.parametrize(
    ("price", "words"),
    [
        (Price(characters=15.0), "$15.00 per million characters"),
        (Price(minute=0.006), "$0.006 a minute"),
        (Price(pictures={"1/low": 0.02, "1/high": 0.1}), "from $0.02 a picture"),
        (Price(), "price unknown"),
    ],
)
def test_what_is_not_paid_by_tokens_says_so(price, words):
    group = ModelGroup("o", "O", (offer("x", task=Task.SPEECH, price=price),))
    assert price_words(row("x", (group,))) == words


def test_a_server_on_this_computer_is_not_called_free_without_knowing():
    local = ModelGroup("l", "Ollama", (offer("llama", "l"),), is_local=True)
    assert price_words(row("llama", (local,))) == "on this computer"


def test_the_row_is_spoken_with_all_that_is_seen_in_it():
    said = spoken(row("luna"))
    for part in ("luna", "OpenAI", "$0.10 in", "Looks at pictures"):
        assert part in said
    assert "Switched off by the service on 23 Oct 2026" in spoken(row("old"))
    assert "luna" in spoken(row("old"))
    assert spoken(shown("my-model")[0]) == "Use “my-model”"


@pytest.fixture
def picker(qtbot):
    parent = QWidget()
    parent.resize(800, 600)
    qtbot.addWidget(parent)
    parent.show()
    made = ModelPicker(parent, today=lambda: TODAY)
    made.set_groups(GROUPS, ("o", "luna"))
    made.open_above(parent)
    yield made
    made.hide()


def type_into(picker, *keys):
    for key in keys:
        QTest.keyClick(picker._search, key)


def test_it_opens_at_the_model_in_use_and_the_keyboard_goes_through(picker, qtbot):
    assert picker._list.current_row().choice == ("o", "luna")
    type_into(picker, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    with qtbot.waitSignal(picker.chosen) as chosen:
        type_into(picker, Qt.Key.Key_Return)
    assert chosen.args == ["o", "sol"]
    assert not picker.isVisible()


def test_headings_and_notes_are_stepped_over(picker):
    seen = []
    for _ in range(12):
        seen.append(picker._list.current_row().kind)
        type_into(picker, Qt.Key.Key_Down)
    assert set(seen) == {Kind.MODEL}
    assert picker._list.current_row().choice == ("p", "small")
    assert picker._search.accessibleDescription().startswith("Small model")


def test_what_was_typed_is_used_by_enter(picker, qtbot):
    QTest.keyClicks(picker._search, "my-model")
    with qtbot.waitSignal(picker.chosen) as chosen:
        type_into(picker, Qt.Key.Key_Return)
    assert chosen.args == ["o", "my-model"]


def test_a_retired_model_offers_its_successor_at_the_foot_and_in_its_row(picker, qtbot):
    assert not picker._instead.isVisible()
    index = picker._list.rows.first(("o", "old"))
    picker._list.setCurrentIndex(index)
    picker._list.scrollTo(index)
    assert picker._instead.text() == "Use luna instead"

    spot = picker._list.painter.successor_place(picker._list.visualRect(index), index.data(ROW))
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.mouseClick(picker._list.viewport(), Qt.MouseButton.LeftButton, pos=spot.center())
    assert chosen.args == ["o", "luna"]


def test_a_retired_model_can_still_be_tried(picker, qtbot):
    index = picker._list.rows.first(("o", "old"))
    picker._list.scrollTo(index)
    place = picker._list.visualRect(index)
    with qtbot.waitSignal(picker.chosen) as chosen:
        QTest.mouseClick(
            picker._list.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(60, 8)
        )
    assert chosen.args == ["o", "old"]


def test_signs_and_prices_explain_themselves(picker):
    view = picker._list
    index = view.rows.first(("o", "luna"))
    place, found = view.visualRect(index), index.data(ROW)
    ((sign, text),) = view.painter.ability_places(place, found)
    assert text == "Looks at pictures"
    assert view.tip_at(sign.center(), found, place) == text
    price = view.painter.price_place(place, found)
    assert "a million tokens" in view.tip_at(price.center(), found, place)
    assert view.tip_at(place.topLeft() + QPoint(60, 8), found, place).startswith("luna")
    event = QHelpEvent(
        QEvent.Type.ToolTip, sign.center(), view.viewport().mapToGlobal(sign.center())
    )
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == text
    QToolTip.hideText()


def test_a_list_that_arrives_late_leaves_typed_words_and_place_alone(picker):
    QTest.keyClicks(picker._search, "l")
    type_into(picker, Qt.Key.Key_Down)
    before = picker._list.current_row().choice
    picker.set_groups((*GROUPS, ModelGroup("x", "New", (offer("latest", "x"),))), ("o", "luna"))
    assert picker._search.text() == "l"
    assert picker._list.current_row().choice == before
    assert "latest" in texts(picker.rows)


def test_words_are_made_only_for_rows_that_are_seen(picker, monkeypatch, qtbot):
    made = []
    monkeypatch.setattr(
        "gptdesk.ui.widgets.modelpicker.delegate.price_words", lambda row: made.append(row) or ""
    )
    many = ModelGroup("m", "Many", tuple(offer(f"model-{n:04}", "m") for n in range(5000)))
    picker.set_groups((many,), ("", ""))
    qtbot.waitUntil(lambda: bool(made))
    assert len(picker.rows) == 5001
    assert 0 < len(set(r.text for r in made)) < 40


def test_the_person_says_what_a_model_can_do_and_takes_it_back(picker, qtbot):
    picker._able.click()
    panel = picker.abilities
    assert panel._title.text() == "What luna can do"
    panel._sees.setCurrentIndex(panel._sees.findData("no"))
    panel._context.setText("128k")
    panel._longest.setText("4,096")
    panel._limit.setCurrentIndex(panel._limit.findData("max_tokens"))
    panel._efforts.setText("low，high")
    with qtbot.waitSignal(picker.override_saved) as saved:
        panel._save.click()
    word = ModelOverride(False, 128_000, 4096, "max_tokens", ("low", "high"))
    assert saved.args == ["o", "luna", word]

    panel.show_model(OfferedModel("o", LUNA.facts, word), "luna")
    assert panel.override() == word
    with qtbot.waitSignal(picker.override_saved) as saved:
        panel._reset.click()
    assert saved.args == ["o", "luna", ModelOverride()]


def test_escape_leads_back_from_there_and_nothing_is_kept(picker, qtbot):
    picker._able.click()
    with qtbot.assertNotEmitted(picker.override_saved):
        QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert picker._front.isVisible()


def test_every_control_has_a_name_for_screen_readers(picker):
    picker._able.click()
    panel = picker.abilities
    fields = (panel._sees, panel._context, panel._longest, panel._limit, panel._efforts)
    for widget in (picker._search, picker._list, panel._back, *fields):
        assert widget.accessibleName()
    assert all(widget.toolTip() for widget in fields)
