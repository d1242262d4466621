"""Writing and sending: keys, input methods, pasting, and why Send cannot be pressed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest

from gptdesk.domain.catalogue import ModelFacts, Task
from gptdesk.domain.offered import OfferedModel
from gptdesk.ui.chat.composer import Composer
from gptdesk.ui.widgets.modelpicker.values import ModelGroup


@pytest.fixture
def composer(qtbot):
    widget = Composer()
    widget.set_unready(False)
    widget.resize(736, 88)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def sent(composer):
    texts = []
    composer.submitted.connect(texts.append)
    return texts


def compose(composer, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(composer.editor, event)


def press(composer, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(composer.editor, key, modifiers)


def test_enter_sends(composer, sent):
    composer.editor.setPlainText("  Hello \n")
    press(composer, Qt.Key.Key_Return)
    assert sent == ["Hello"]


def test_shift_enter_starts_a_new_line(composer, sent):
    composer.editor.setPlainText("Hello")
    composer.editor.moveCursor(composer.editor.textCursor().MoveOperation.End)
    press(composer, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert sent == []
    assert composer.text() == "Hello\n"


def test_the_enter_key_of_the_number_pad_sends_too(composer, sent):
    composer.editor.setPlainText("Hello")
    press(composer, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert sent == ["Hello"]


def test_enter_that_picks_a_candidate_never_sends(composer, sent):
    composer.editor.setPlainText("你")
    compose(composer, "hao")
    press(composer, Qt.Key.Key_Return)
    assert sent == []
    assert "\n" not in composer.text()


def test_enter_right_behind_a_commit_never_sends(composer, sent):
    compose(composer, "hao")
    compose(composer, "", "好")
    press(composer, Qt.Key.Key_Return)
    assert sent == []
    assert composer.text() == "好"


def test_the_next_enter_after_picking_a_candidate_sends(composer, sent, qtbot):
    compose(composer, "hao")
    compose(composer, "", "好")
    qtbot.waitUntil(lambda: not composer.editor._was_composing.isActive())
    press(composer, Qt.Key.Key_Return)
    assert sent == ["好"]


def test_with_control_enter_as_the_rule_enter_is_a_new_line(composer, sent):
    composer.set_send_with_enter(False)
    composer.editor.setPlainText("Hello")
    press(composer, Qt.Key.Key_Return)
    assert sent == []
    press(composer, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent == ["Hello"]


def test_blank_text_is_not_sent(composer, sent):
    composer.editor.setPlainText(" \n ")
    press(composer, Qt.Key.Key_Return)
    assert sent == []
    assert not composer.send.isEnabled()


def test_pasted_formats_become_plain_text(composer):
    mime = QMimeData()
    mime.setHtml("<b>Bold</b> and <i>more</i>")
    composer.editor.insertFromMimeData(mime)
    assert composer.text() == "Bold and more"


def test_the_field_grows_to_eight_lines_and_no_further(composer):
    composer.show()
    composer.editor.setPlainText("one")
    one = composer.editor.height()
    composer.editor.setPlainText("\n".join("abcde"))
    five = composer.editor.height()
    composer.editor.setPlainText("\n".join("abcdefgh"))
    eight = composer.editor.height()
    composer.editor.setPlainText("\n".join("abcdefghijklmnop"))
    assert one < five < eight == composer.editor.height()


def test_without_a_connection_the_reason_stands_beside_send(composer, sent):
    composer.set_unready(True)
    composer.editor.setPlainText("Hello")
    press(composer, Qt.Key.Key_Return)
    assert sent == []
    assert composer.reason.isVisibleTo(composer) and composer.reason.text()
    assert composer.reason_link.isVisibleTo(composer)


def test_at_the_first_start_the_reason_names_the_doors(composer):
    composer.set_unready(True, first_start=True)
    assert "way first" in composer.reason.text()
    assert not composer.reason_link.isVisibleTo(composer)


def test_while_busy_enter_sends_nothing_and_escape_stops(composer, sent, qtbot):
    composer.set_busy(True)
    composer.editor.setPlainText("Next")
    press(composer, Qt.Key.Key_Return)
    assert sent == []
    with qtbot.waitSignal(composer.stop_requested):
        press(composer, Qt.Key.Key_Escape)


def test_escape_does_nothing_when_nothing_runs(composer, qtbot):
    with qtbot.assertNotEmitted(composer.stop_requested):
        press(composer, Qt.Key.Key_Escape)


def test_text_put_in_by_the_program_is_not_reported_as_typed(composer, qtbot):
    with qtbot.assertNotEmitted(composer.text_changed):
        composer.set_text("A draft")
    assert composer.send.isEnabled()


def test_the_price_is_part_of_the_button_and_its_spoken_name(composer):
    composer.set_cost("Free, on this computer", "Free")
    assert composer.send.accessibleName() == "Send Free"
    assert composer.cost.text() == "Free, on this computer"


def test_every_control_has_a_name_for_screen_readers(composer):
    composer.set_model("model-a")
    for widget in (composer.editor, composer.send, composer.stop, composer.model):
        assert widget.accessibleName()
        assert widget.objectName().startswith("chat.")


def group(*names):
    offers = [OfferedModel("c", ModelFacts(name, "", Task.CHAT)) for name in names]
    return ModelGroup("c", "My server", tuple(offers))


def test_a_model_is_chosen_in_the_popup(composer, qtbot):
    composer.show()
    composer.set_models([group("m1", "m2")], ("c", "m1"))
    composer.choose_model()
    QTest.keyClick(composer.popup._search, Qt.Key.Key_Down)
    with qtbot.waitSignal(composer.model_chosen) as chosen:
        QTest.keyClick(composer.popup._search, Qt.Key.Key_Return)
    assert chosen.args == ["c", "m2"]
    assert not composer.popup.isVisible()


def test_many_models_can_be_searched(composer):
    composer.show()
    composer.set_models([group(*(f"m{n}" for n in range(30)))], ("c", "m1"))
    composer.choose_model()
    composer.popup._search.setText("m17")
    assert [row.text for row in composer.popup.rows] == ["My server", "m17"]
    composer.popup.hide()
