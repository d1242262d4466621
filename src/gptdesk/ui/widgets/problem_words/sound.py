"""Failures of microphones, speakers and sound files."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_words.words import Words, filled

translate = QCoreApplication.translate


def device_words(problem: p.Problem) -> Words | None:
    """What listens and what plays."""
    match problem:
        case p.MicrophoneMissing():
            return (
                translate("Problem", "There is no microphone"),
                _plug_in_microphone(),
                (ActionId.RETRY,),
            )
        case p.MicrophoneDenied():
            return (
                translate("Problem", "The system does not let gptdesk listen"),
                _allow_microphone(),
                (ActionId.RETRY,),
            )
        case p.MicrophoneLost():
            return (
                translate("Problem", "The microphone is gone"),
                translate(
                    "Problem",
                    "It was unplugged or gives no sound any more. What was recorded up to then "
                    "is kept.",
                ),
                (ActionId.RETRY,),
            )
        case p.SpeakerMissing():
            return (
                translate("Problem", "There is nothing to play sound on"),
                _plug_in_speaker(),
                (ActionId.RETRY,),
            )
        case p.RecordingTooLong(hours=hours):
            return (
                translate("Problem", "The recording was ended at its limit"),
                translate(
                    "Problem",
                    "It is kept and holds {hours} hours. The limit keeps a forgotten recording "
                    "from filling the disk; a new one can begin at once.",
                ).format(hours=QLocale().toString(float(hours), "g", 3)),
                (ActionId.CLOSE,),
            )
    return None


def file_words(problem: p.Problem) -> Words | None:
    """What is read and written."""
    match problem:
        case p.TranscriptUnreadable(is_newer=is_newer):
            return (
                translate("Problem", "This file is no transcript that can be opened"),
                _why_no_transcript(is_newer),
                (ActionId.CLOSE,),
            )
        case p.SoundMissing(name=name):
            return (
                translate("Problem", "The sound is no longer there"),
                filled(
                    name,
                    translate("Problem", "{name} was moved, renamed or deleted."),
                    translate("Problem", "The file was moved, renamed or deleted."),
                    name=name,
                ),
                (ActionId.OPEN_FOLDER,),
            )
        case p.SoundUnreadable():
            return (
                translate("Problem", "No sound can be read from this file"),
                _why_unreadable(problem),
                (ActionId.REPORT,),
            )
        case p.SoundFormatUnknown(suffix=suffix):
            return (
                translate("Problem", "gptdesk does not write this kind of file"),
                filled(
                    suffix.upper(),
                    translate("Problem", "{format} is not among WAV, FLAC and M4A. Choose one."),
                    translate("Problem", "It writes WAV, FLAC and M4A. Choose one of them."),
                    format=suffix.upper(),
                ),
                (ActionId.CLOSE,),
            )
        case p.SoundNotWritten():
            return (
                translate("Problem", "The sound file was not finished"),
                translate(
                    "Problem",
                    "The encoder stopped on the way. The sound itself is not lost; another "
                    "format, such as WAV, may work.",
                ),
                (ActionId.RETRY, ActionId.REPORT),
            )
    return None


def _plug_in_microphone() -> str:
    if sys.platform == "darwin":
        return translate(
            "Problem",
            "Plug one in, or look in System Settings under Sound, Input, whether one is listed.",
        )
    if sys.platform == "win32":
        return translate(
            "Problem",
            "Plug one in, or look in Windows Settings under System, Sound, Input, whether one is "
            "listed and not disabled.",
        )
    return translate(
        "Problem",
        "Plug one in, or look in the system's sound settings under Input. If nothing is listed "
        "there at all, the sound server (PipeWire or PulseAudio) may not be running.",
    )


def _allow_microphone() -> str:
    if sys.platform == "darwin":
        return translate(
            "Problem",
            "Open System Settings, Privacy & Security, Microphone, switch gptdesk on, and start "
            "gptdesk again.",
        )
    if sys.platform == "win32":
        return translate(
            "Problem",
            "Open Windows Settings, Privacy & security, Microphone, and allow desktop apps to "
            "use the microphone.",
        )
    return translate(
        "Problem",
        "Another program may hold the microphone, or gptdesk runs in a box (Flatpak or Snap) "
        "that needs the permission to record.",
    )


def _plug_in_speaker() -> str:
    if sys.platform == "darwin":
        return translate(
            "Problem",
            "Connect headphones or speakers, or choose one in System Settings under Sound, "
            "Output. Saving to a file works all the same.",
        )
    if sys.platform == "win32":
        return translate(
            "Problem",
            "Connect headphones or speakers, or choose one in Windows Settings under System, "
            "Sound, Output. Saving to a file works all the same.",
        )
    return translate(
        "Problem",
        "Connect headphones or speakers. If the system's sound settings list none, the sound "
        "server (PipeWire or PulseAudio) may not be running. Saving to a file works all the same.",
    )


def _why_unreadable(problem: p.SoundUnreadable) -> str:
    match problem.reason:
        case "empty":
            return translate("Problem", "The file is empty. It may not have been copied whole.")
        case "silent-video":
            return translate("Problem", "There is no sound track in it, only pictures perhaps.")
        case "stuck":
            return translate(
                "Problem",
                "Reading it does not go on: the file is damaged, or its disk does not answer.",
            )
    return filled(
        problem.name,
        translate(
            "Problem",
            "{name} is damaged, protected against copying, or no audio or video file, whatever "
            "its name says. If it plays elsewhere, save it there as MP3, M4A or WAV.",
        ),
        translate(
            "Problem",
            "It is damaged, protected against copying, or no audio or video file, whatever its "
            "name says. If it plays elsewhere, save it there as MP3, M4A or WAV.",
        ),
        name=problem.name,
    )


def _why_no_transcript(is_newer: bool) -> str:
    if is_newer:
        return translate(
            "Problem", "A newer gptdesk wrote it. After an update it can be opened here, too."
        )
    return translate(
        "Problem",
        "Only the kind “Data, can be opened again” (JSON) can be read back, and only if nothing "
        "was changed in it by hand. The file itself is untouched.",
    )
