"""Hearing a voice before it is chosen; made once, then taken from the disk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gptdesk.domain.speech import Sound, SpeechSettings
from gptdesk.ui.speech.player.playing import Ears, Player

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.calls import Calls
    from gptdesk.runtime.operation import Operation
    from gptdesk.services.speech import SpeechService
    from gptdesk.ui.speech.voices import VoiceGrid

translate = QCoreApplication.translate


class VoiceTrial(QObject):
    """One voice at a time.

    Signals:
        failed: a Problem.
    """

    failed = Signal(object)

    def __init__(
        self,
        grid: VoiceGrid,
        calls: Calls,
        speech: SpeechService,
        parent: QObject,
        ears: Ears,
    ) -> None:
        super().__init__(parent)
        self._grid = grid
        self._calls = calls
        self._speech = speech
        self._ears = ears
        self._player: Player | None = None
        self._operation: Operation | None = None
        self._voice = ""

    def toggle(self, voice: str, settings: SpeechSettings) -> None:
        """Hear it, or stop hearing it."""
        was = self._voice
        self.stop()
        if voice == was or not settings.model:
            return
        self._voice = voice
        self._grid.set_playing(voice, busy=True)
        wanted = replace(settings, voice=voice, speed=1.0)
        self._operation = self._calls.run(self._made(wanted), self._on_made, self._on_failed)

    def stop(self) -> None:
        if self._operation is not None:
            self._operation.cancel()
            self._operation = None
        if self._player is not None:
            self._player.stop()
        self._voice = ""
        self._grid.set_playing("")

    def shutdown(self) -> None:
        self.stop()

    async def _made(self, settings: SpeechSettings) -> tuple[str, Sound]:
        sound = await self._speech.preview(sample_text(settings.voice), settings)
        return settings.voice, sound

    def _on_made(self, made: tuple[str, Sound]) -> None:
        voice, sound = made
        if voice != self._voice:
            return
        self._operation = None
        self._grid.set_playing(voice)
        if self._player is None:
            self._player = self._ears.player(self)
            self._player.ended.connect(self.stop)
            self._player.failed.connect(self._on_failed)
        self._player.play(self._speech.path(sound), 0.0, sound.seconds)

    def _on_failed(self, problem: Problem) -> None:
        self._operation = None
        self.stop()
        self.failed.emit(problem)


def sample_text(voice: str) -> str:
    """What a voice says of itself; Chinese voices say it in Chinese."""
    if voice.startswith("z"):
        return f"你好，我是{voice.rpartition('_')[2]}。今天想听我读点什么？"
    return translate("Speech", "Hello, this is my voice. What shall I read to you today?")
