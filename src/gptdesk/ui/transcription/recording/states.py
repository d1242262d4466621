"""What a recording is doing, and the words for it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from gptdesk.ui.transcription.recording.hints import Hint

translate = QCoreApplication.translate


class RecordingState(StrEnum):
    """INTERRUPTED has lost its microphone; FINISHING has ended, its last words are on the way."""

    IDLE = "idle"
    STARTING = "starting"
    RECORDING = "recording"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    FINISHING = "finishing"

    @property
    def is_open(self) -> bool:
        """More can be recorded."""
        return self not in (RecordingState.IDLE, RecordingState.FINISHING)


def state_words(state: RecordingState) -> str:
    match state:
        case RecordingState.STARTING:
            return translate("Recording", "Opening the microphone…")
        case RecordingState.RECORDING:
            return translate("Recording", "Recording")
        case RecordingState.PAUSED:
            return translate("Recording", "Paused")
        case RecordingState.INTERRUPTED:
            return translate("Recording", "Interrupted")
        case RecordingState.FINISHING:
            return translate("Recording", "Writing down the last words…")
    return ""


def hint_words(hint: Hint, minutes: int = 0) -> str:
    match hint:
        case Hint.MUTED:
            return translate(
                "Recording", "Nothing is heard. Is it switched off, or is another one meant?"
            )
        case Hint.FAINT:
            return translate("Recording", "Hardly audible. Come nearer, or turn it up.")
        case Hint.LOUD:
            return translate("Recording", "Too loud. Move away a little, or turn it down.")
        case Hint.DISK:
            return translate("Recording", "The disk is nearly full: room for %n minute(s).", None,
                             minutes)  # fmt: skip
    return ""
