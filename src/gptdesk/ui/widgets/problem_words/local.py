"""Failures of the keyring and of the offline pack."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_words.words import Words

translate = QCoreApplication.translate

GIGABYTE = 1_000_000_000


def keyring_words(problem: p.Problem) -> Words | None:
    """The system keeps the keys, or does not."""
    match problem:
        case p.KeyringMissing():
            return (
                translate("Problem", "This system has no keyring"),
                translate(
                    "Problem",
                    "A keyring is the system's safe for passwords. Without one, gptdesk keeps the "
                    "key in memory only, and asks for it again after the next start.",
                ),
                (ActionId.SETTINGS_KEY,),
            )
        case p.KeyringLocked():
            return (
                translate("Problem", "The keyring is locked"),
                translate(
                    "Problem",
                    "The key lies in the system's keyring. Unlock it, usually with the password "
                    "of your account, then try again.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_KEY),
            )
        case p.KeyringFailed():
            return (
                translate("Problem", "The keyring did not answer as it should"),
                translate(
                    "Problem",
                    "It took too long, or gave back something else than was stored. The key that "
                    "was there before has not been changed.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_KEY),
            )
    return None


def pack_words(problem: p.Problem) -> Words | None:
    """The pack on this computer."""
    match problem:
        case p.PackMissing():
            return (
                translate("Problem", "The offline pack is not installed"),
                translate(
                    "Problem",
                    "It is downloaded once; then chats work on this computer, free and without "
                    "internet.",
                ),
                (ActionId.PACK_INSTALL, ActionId.SETTINGS_CONNECTION),
            )
        case p.PackDamaged():
            return (
                translate("Problem", "A file of the offline pack is damaged"),
                translate(
                    "Problem",
                    "It is not what it should be, and is not used. A repair downloads only what "
                    "is missing.",
                ),
                (ActionId.PACK_REPAIR,),
            )
        case p.DownloadFailed():
            return (
                translate("Problem", "The download did not finish"),
                translate(
                    "Problem",
                    "None of the sources could be reached or gave the right file. Please see "
                    "whether this computer is online. What has arrived is kept, and the download "
                    "goes on from there.",
                ),
                (ActionId.RETRY,),
            )
        case p.DiskTooSmall(needed=needed, free=free):
            return (
                translate("Problem", "There is not enough room on the disk"),
                translate(
                    "Problem",
                    "{needed} GB are needed and {free} GB are free. Nothing has been downloaded.",
                ).format(needed=_gigabytes(needed), free=_gigabytes(free)),
                (ActionId.RETRY, ActionId.OPEN_FOLDER),
            )
        case p.EngineUnsupported():
            return (
                translate("Problem", "The offline pack does not run on this computer"),
                translate(
                    "Problem",
                    "There is no engine for this system or this processor. A service on the "
                    "internet works all the same.",
                ),
                (ActionId.SETTINGS_CONNECTION,),
            )
        case p.EngineCrashed():
            return (
                translate("Problem", "The offline engine stopped twice in a row"),
                translate(
                    "Problem",
                    "It may have run out of memory. Closing other programs helps; so does the "
                    "smaller model.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_MODEL),
            )
    return None


def _gigabytes(size: int) -> str:
    return QLocale().toString(size / GIGABYTE, "f", 1)
