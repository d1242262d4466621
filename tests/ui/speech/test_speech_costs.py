"""Before anything is paid for: the price on the button, and the month's limit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton

from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.costs import LimitState
from gptdesk.domain.settings import Settings
from gptdesk.ui.speech.presenting.limiting import CHANGE, SPEAK
from server.speaking import SPEECH

TEXT = "The lamp was lit. By seven the rain had come."


class Month:
    """So much was spent this month."""

    def __init__(self, spent: float) -> None:
        self.spent = spent

    async def limit_state(self, limit: float) -> LimitState:
        return LimitState(self.spent, limit)


def spoken(desk):
    return [request for request in desk.server.requests if request.path == SPEECH]


def test_above_the_limit_it_asks_first_and_speaks_on_request(desk):
    desk.settings, desk.usage = Settings(monthly_limit=5.0), Month(5.0)
    desk.start()
    desk.write(TEXT)
    desk.part("speech.speak", QAbstractButton).click()
    desk.until(lambda: not desk.page.notice.isHidden())
    assert "limit" in desk.page.notice.accessibleName()
    assert spoken(desk) == []
    desk.page.notice.action.emit(SPEAK)
    desk.until(lambda: desk.job is not None and desk.job.is_complete)
    assert len(spoken(desk)) == 1


def test_the_limit_can_be_changed_from_there(desk):
    desk.settings, desk.usage = Settings(monthly_limit=5.0), Month(5.0)
    desk.start()
    desk.write(TEXT)
    desk.part("speech.speak", QAbstractButton).click()
    desk.until(lambda: not desk.page.notice.isHidden())
    desk.page.notice.action.emit(CHANGE)
    assert desk.asked_for == [("costs", "")]
    assert spoken(desk) == []


def test_below_the_limit_nothing_is_asked(desk):
    desk.settings, desk.usage = Settings(monthly_limit=5.0), Month(1.0)
    desk.start()
    assert desk.speak(TEXT).is_complete
    assert desk.page.notice.isHidden()


def test_prices_are_shown_in_the_currency_of_choice(desk):
    desk.settings = Settings(currency="CNY", currency_rate=7.0)
    desk.start()
    desk.write("x" * 1000)
    assert "¥" in desk.part("speech.speak").accessibleName()
    desk.settings = replace(desk.settings, currency="USD")
    desk.presenter.settings_changed()
    assert "$" in desk.part("speech.speak").accessibleName()


@pytest.mark.parametrize(("usual", "chosen"), [("", "mine"), ("other", "other")])
def test_the_usual_connection_of_the_settings_speaks(desk, usual, chosen):
    desk.settings = Settings(speech_connection=usual)
    desk.connections = [
        Connection("mine", "Mine", ConnectionKind.CUSTOM, desk.server.base_url),
        Connection("other", "Other", ConnectionKind.CUSTOM, desk.server.base_url),
    ]
    desk.start()
    assert desk.part("speech.model").current == (chosen, "test-tts")


def test_another_usual_connection_speaks_from_now_on(desk):
    desk.connections = [
        Connection("mine", "Mine", ConnectionKind.CUSTOM, desk.server.base_url),
        Connection("other", "Other", ConnectionKind.CUSTOM, desk.server.base_url),
    ]
    desk.start()
    assert desk.part("speech.model").current == ("mine", "test-tts")
    desk.settings = Settings(speech_connection="other")
    desk.presenter.settings_changed()
    assert desk.part("speech.model").current == ("other", "test-tts")
