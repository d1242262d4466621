"""Write, speak, save, close, come back: the Speech tab in the real app."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QTextEdit

from gptdesk.storage.paths import Paths
from server.speaking import SPEECH, SilentSpeech, Spoken

TEXT = "The lamp was lit at a quarter past five. " * 30 + "今晚我又听见了它。"


@pytest.fixture
def speaking(connected: Any, profile: Paths) -> Any:
    """The service offers a model that speaks."""
    connected.models = ["gpt-large", "gpt-4o-mini-tts"]
    return connected


def visit(desk: Any) -> Any:
    """Go to the tab and wait until a model is chosen."""
    desk.app.window.show_tab("speech")
    desk.wait_for(lambda: desk.part("speech.model").current[1] != "")
    return desk.app.presenters.tabs.of("speech").presenter


def spoken(desk: Any, presenter: Any) -> Any:
    desk.part("speech.speak", QAbstractButton).click()
    desk.wait_for(lambda: presenter._maker.job is not None and not presenter._maker.is_running)
    return presenter._maker.job


def test_a_text_becomes_one_file_and_is_there_again_tomorrow(
    speaking: Any, open_desk: Callable[..., Any], tmp_path: Path
) -> None:
    desk = open_desk()
    presenter = visit(desk)
    desk.part("speech.editor", QTextEdit).set_text(TEXT)
    desk.part("speech.format").choose("wav")
    job = spoken(desk, presenter)
    assert job.is_complete
    assert len(job.pieces) > 1
    target = tmp_path / "lamp.wav"
    presenter._keeper.save(job, str(target), "wav")
    desk.wait_for(target.exists)
    with wave.open(str(target)) as file:
        assert file.getnframes() / file.getframerate() == pytest.approx(job.starts()[-1], abs=0.01)
    asked = [request for request in speaking.requests if request.path == SPEECH]
    desk.app.close()

    again = open_desk()
    presenter = visit(again)
    again.wait_for(lambda: again.part("speech.editor", QTextEdit).content == TEXT)
    presenter._keeper.open(job.id)
    again.wait_for(lambda: presenter._maker.job is not None)
    assert presenter._maker.job.is_complete
    assert [r for r in speaking.requests if r.path == SPEECH] == asked


def test_compressed_sound_has_a_wave_and_can_be_saved_as_flac(
    speaking: Any, open_desk: Callable[..., Any], tmp_path: Path
) -> None:
    desk = open_desk()
    presenter = visit(desk)
    desk.part("speech.editor", QTextEdit).set_text("The lamp was lit.")
    desk.part("speech.format").choose("flac")
    job = spoken(desk, presenter)
    target = tmp_path / "lamp.flac"
    presenter._keeper.save(job, str(target), "flac")
    desk.wait_for(target.exists)
    assert target.read_bytes()[:4] == b"fLaC"


def test_closing_in_the_middle_loses_nothing_that_was_paid(
    speaking: Any, open_desk: Callable[..., Any]
) -> None:
    speaking.script([Spoken(), *[SilentSpeech()] * 9], SPEECH)
    desk = open_desk()
    presenter = visit(desk)
    desk.part("speech.editor", QTextEdit).set_text(TEXT)
    desk.part("speech.format").choose("wav")
    desk.part("speech.speak", QAbstractButton).click()
    desk.wait_for(lambda: presenter._maker.job is not None and bool(presenter._maker.job.ready))
    job = presenter._maker.job
    desk.app.close()

    speaking.script([], SPEECH)
    before = len([r for r in speaking.requests if r.path == SPEECH])
    again = open_desk()
    presenter = visit(again)
    presenter._keeper.open(job.id)
    again.wait_for(lambda: presenter._maker.job is not None)
    assert again.part("speech.speak", QAbstractButton).text() == "Make the rest"
    job = spoken(again, presenter)
    assert job.is_complete
    after = len([r for r in speaking.requests if r.path == SPEECH])
    assert after - before == len(job.pieces) - 1


def test_without_any_connection_the_tab_says_what_to_do(open_desk: Callable[..., Any]) -> None:
    desk = open_desk()
    desk.app.window.show_tab("speech")
    desk.wait_for(lambda: "speak" in desk.notice())
    assert not desk.part("speech.speak", QAbstractButton).isEnabled()
