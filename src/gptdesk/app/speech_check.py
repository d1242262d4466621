"""The self-check of the Speech tab: a sentence of each language, spoken by the offline pack."""

from __future__ import annotations

import wave
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtWidgets import QAbstractButton, QWidget

from gptdesk.app.waiting import wait_until
from gptdesk.domain.connections import OFFLINE_ID
from gptdesk.ui.shell.window import MainWindow
from gptdesk.ui.speech.modelchoice import CHOICE, ModelChoice
from gptdesk.ui.speech.page import SpeechPage

W = TypeVar("W", bound=QWidget)

READY_SECONDS = 30
SPOKEN_SECONDS = 120
QUIET = 1000
"""Of 32767: what is never louder than this is no speech."""
SENTENCES = {
    "zf_xiaoxiao": "今天天气很好，我们去公园散步。",
    "af_heart": "The lamp was lit at a quarter past five.",
}


class NotSpoken(Exception):
    """It did not work; its text says why."""


class SpeechCheck:
    """Writes into the tab, presses Speak, and reads the sound that is kept in `folder`."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self.spoken: dict[str, Path] = {}
        """The sound of each sentence that was spoken."""

    def run(self) -> str:
        """How long each sentence sounds."""
        self._window.show_tab("speech")
        self._choose_the_pack()
        lengths = [self._spoken(voice, text) for voice, text in SENTENCES.items()]
        return ", ".join(f"{seconds:.1f} s of speech" for seconds in lengths)

    def _choose_the_pack(self) -> None:
        choice = self._find("speech.model", ModelChoice)
        if not wait_until(lambda: self._offline(choice) is not None, READY_SECONDS):
            raise NotSpoken("the voices of the offline pack are not installed")
        found = self._offline(choice)
        assert found is not None
        choice.choose(found)
        choice.picked.emit(*found)

    def _offline(self, choice: ModelChoice) -> tuple[str, str] | None:
        offered = (choice.itemData(row, CHOICE) for row in range(choice.count()))
        return next((tuple(it) for it in offered if it and it[0] == OFFLINE_ID), None)

    def _spoken(self, voice: str, text: str) -> float:
        before = self._sounds()
        page = cast(SpeechPage, self._window.page("speech"))
        self._find(f"speech.voice.{voice}", QAbstractButton).click()
        page.panel.side.format.choose("wav")
        page.editor.set_text(text)
        speak, stop = (self._find(f"speech.{name}", QAbstractButton) for name in ("speak", "stop"))
        self._wait(speak.isEnabled, READY_SECONDS, "the Speak button stayed off")
        speak.click()
        self._wait(lambda: not stop.isHidden(), READY_SECONDS, "nothing began")
        self._wait(stop.isHidden, SPOKEN_SECONDS, "it was not spoken in time")
        if len(made := self._sounds() - before) != 1:
            raise NotSpoken(page.notice.accessibleName() or "no sound was kept")
        self.spoken[text] = made.pop()
        return _checked(self.spoken[text])

    def _wait(self, condition: Callable[[], bool], seconds: float, trouble: str) -> None:
        if not wait_until(condition, seconds):
            raise NotSpoken(trouble)

    def _sounds(self) -> set[Path]:
        return set(self._folder.rglob("*.wav"))

    def _find(self, name: str, kind: type[W]) -> W:
        found = self._window.findChild(kind, name)
        if found is None:
            raise NotSpoken(f"{name} is missing")
        return found


def _checked(path: Path) -> float:
    """The seconds of a sound in which something is heard."""
    with wave.open(str(path)) as file:
        samples = array("h", file.readframes(file.getnframes()))
        seconds: float = file.getnframes() / file.getframerate()
    if max(map(abs, samples), default=0) < QUIET:
        raise NotSpoken("the sound is silent")
    return seconds
