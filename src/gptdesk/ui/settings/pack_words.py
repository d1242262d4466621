"""What is said about a pack of the offline pack: how far it is, what it needs, how it does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.packs import EngineState, InstallProgress, Pack, PackState, PackStatus
from gptdesk.ui.settings.amounts import left_text, size_text, speed_text

translate = QCoreApplication.translate


def badge_of(state: PackState) -> tuple[str, str]:
    """Level and word."""
    words = {
        PackState.ABSENT: ("quiet", translate("Settings", "Not installed")),
        PackState.PARTIAL: ("warn", translate("Settings", "Begun")),
        PackState.READY: ("ok", translate("Settings", "Installed")),
        PackState.DAMAGED: ("error", translate("Settings", "Damaged")),
    }
    return words[state]


def facts_of(pack: Pack) -> str:
    return translate("Settings", "{size} to download · needs about {memory} of memory").format(
        size=size_text(pack.size), memory=size_text(pack.memory)
    )


def state_text(status: PackStatus) -> str:
    """What is to be known beside the badge; empty if nothing is."""
    if status.state is PackState.PARTIAL:
        return translate("Settings", "{done} of {size} are here already.").format(
            done=size_text(status.bytes_present), size=size_text(status.pack.size)
        )
    if status.state is PackState.DAMAGED:
        return translate("Settings", "A file is not what it should be. Repair fetches it again.")
    return ""


def progress_text(progress: InstallProgress) -> str:
    """How far it is, how fast, and how long it will take."""
    done, total = size_text(progress.done), size_text(progress.total)
    if progress.phase == "join":
        return translate("Settings", "Putting the parts together…")
    if progress.phase == "verify":
        return translate("Settings", "Checking: {done} of {total}").format(done=done, total=total)
    left = progress.seconds_left
    if not progress.speed or left is None:
        return translate("Settings", "{done} of {total}").format(done=done, total=total)
    return translate("Settings", "{done} of {total} · {speed} · {left}").format(
        done=done, total=total, speed=speed_text(progress.speed), left=left_text(left)
    )


def engine_text(state: EngineState) -> str:
    words = {
        EngineState.STOPPED: translate(
            "Settings", "The engine rests. It starts by itself with the next question."
        ),
        EngineState.STARTING: translate("Settings", "The engine is starting…"),
        EngineState.READY: translate("Settings", "The engine is in memory and answers."),
        EngineState.CRASHED: translate(
            "Settings", "The engine stopped unexpectedly. It starts again with the next question."
        ),
    }
    return words[state]
