"""What the command palette can do with recordings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from gptdesk.ui.shell.command import Command

translate = QCoreApplication.translate


def transcription_commands(possible: Mapping[str, Callable[[], object]]) -> list[Command]:
    """Those of which the gesture is possible now."""
    from gptdesk.ui.shell.command import DO, Command

    offered = (
        ("open", translate("TranscriptionCommands", "Write down a recording"), "folder-open",
         "Ctrl+O", "transcribe audio video 转写 录音 打开"),
        ("record", translate("TranscriptionCommands", "Record and write down"), "mic", "",
         "microphone 录音 麦克风"),
        ("start", translate("TranscriptionCommands", "Start or continue writing down"),
         "audio-lines", "Ctrl+Enter", "transcribe continue 转写 继续"),
        ("stop", translate("TranscriptionCommands", "Stop writing down, keep what is done"),
         "stop", "", "停止"),
        ("history", translate("TranscriptionCommands", "Earlier transcripts"), "history", "",
         "history 历史"),
        ("sample", translate("TranscriptionCommands", "Try transcription with a sample"), "play",
         "", "example 示例"),
    )  # fmt: skip
    return [
        Command(
            f"transcription.{name}", DO, title, icon, keys=keys, run=possible[name], keywords=words
        )
        for name, title, icon, keys, words in offered
        if name in possible
    ]
