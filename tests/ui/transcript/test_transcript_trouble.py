"""Trouble is shown under the message that it belongs to, and goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from gptdesk.domain.messages import MessageState
from gptdesk.ui.chat.presenting.trouble import Trouble
from gptdesk.ui.widgets.buttons import Button
from ui.transcript.conftest import answer, headers, question

if TYPE_CHECKING:
    from ui.transcript.conftest import Transcript

TROUBLE = Trouble(
    "m2",
    "No credit left",
    "Your message is safe.",
    (("retry", "Try again"), ("edit", "Edit")),
    faq="error.no-credit",
    mark="Not sent yet · saved 10:44",
)


def notice(transcript: Transcript, row: int) -> QWidget | None:
    widget = transcript.view.row_widget(row)
    assert widget is not None
    return widget.findChild(QWidget, "notice")


def test_a_notice_stands_under_its_message(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1), question(2)])
    row = transcript.view.row_widget(2)
    assert row is not None
    before = row.height()
    transcript.view.show_trouble(TROUBLE)
    shown = notice(transcript, 2)
    assert shown is not None and shown.isVisible()
    assert row.height() > before + 60
    assert row.mark == "Not sent yet · saved 10:44"
    assert shown.mapTo(row, shown.rect().bottomLeft()).y() <= row.height()
    transcript.view.clear_trouble()
    assert notice(transcript, 2) is None or not notice(transcript, 2).isVisible()  # type: ignore[union-attr]
    assert (row.height(), row.mark) == (before, "")


def test_its_buttons_say_for_which_message_they_are(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1), question(2)])
    seen: list[tuple[str, ...]] = []
    transcript.view.notice_action.connect(lambda *said: seen.append(said))
    transcript.view.faq_requested.connect(lambda name: seen.append((name,)))
    transcript.view.show_trouble(TROUBLE)
    shown = notice(transcript, 2)
    assert shown is not None
    for label in ("Try again", "Edit"):
        next(b for b in shown.findChildren(Button) if b.text() == label).click()
    shown.faq_requested.emit("error.no-credit")  # type: ignore[attr-defined]
    assert seen == [("m2", "retry"), ("m2", "edit"), ("error.no-credit",)]


@pytest.mark.parametrize("is_quiet", [False, True])
def test_a_notice_comes_back_with_its_row(transcript: Transcript, is_quiet: bool) -> None:
    transcript.open(headers(100))
    trouble = Trouble("m99", "Stopped", "", (("retry", "Again"),), "info", is_quiet=is_quiet)
    transcript.view.show_trouble(trouble)
    transcript.view.show_row(3)
    assert not any(w.isVisible() for w in transcript.view.findChildren(QWidget, "notice.action"))
    transcript.view.go_to_end()
    row = transcript.view.row_widget(99)
    assert row is not None
    button = row.findChild(QWidget, "notice.action")
    assert button.isVisible()
    assert button.mapTo(transcript.view, button.rect().bottomLeft()).y() < transcript.view.height()


def test_a_notice_survives_a_change_of_its_message(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1, "One", MessageState.INTERRUPTED)])
    transcript.view.show_trouble(Trouble("m1", "Cut off", "", (("continue", "Continue"),)))
    transcript.model.replace(answer(1, "One", MessageState.INTERRUPTED, seconds=2.0))
    shown = notice(transcript, 1)
    assert shown is not None and shown.isVisible()


def test_trouble_of_another_conversation_is_gone(transcript: Transcript) -> None:
    transcript.open([question(0), answer(1), question(2)])
    transcript.view.show_trouble(TROUBLE)
    transcript.open([question(0), answer(1), question(2)])
    assert notice(transcript, 2) is None


def test_trouble_for_an_unknown_message_does_no_harm(transcript: Transcript) -> None:
    transcript.open([question(0)])
    transcript.view.show_trouble(Trouble("elsewhere", "Cut off"))
    transcript.view.clear_trouble("elsewhere")
    assert transcript.view.visible_rows() == [0]
