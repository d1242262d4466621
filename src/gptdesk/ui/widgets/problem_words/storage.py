"""Failures of the files that the user owns."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_words.words import Words, filled

translate = QCoreApplication.translate


def storage_words(problem: p.Problem) -> Words | None:
    """Disk, folder, database, settings, backups."""
    match problem:
        case p.DiskFull():
            return (
                translate("Problem", "The disk is full"),
                translate(
                    "Problem",
                    "New words cannot be kept until there is room again. What was kept before is "
                    "unharmed.",
                ),
                (ActionId.RETRY, ActionId.OPEN_FOLDER),
            )
        case p.StorageReadOnly(path=path):
            return (
                translate("Problem", "The storage folder cannot be written"),
                filled(
                    path,
                    translate(
                        "Problem",
                        "gptdesk may read {path} but not write there, so nothing new is kept.",
                    ),
                    translate(
                        "Problem",
                        "gptdesk may read the folder but not write there, so nothing new is kept.",
                    ),
                    path=path,
                ),
                (ActionId.RETRY, ActionId.OPEN_FOLDER),
            )
        case p.StorageDamaged(copy=copy):
            return (
                translate("Problem", "The file with your chats could not be read"),
                filled(
                    copy,
                    translate(
                        "Problem",
                        "It is damaged. It was put aside as {path}, and gptdesk started with an "
                        "empty one. A backup brings back what was in it.",
                    ),
                    translate(
                        "Problem",
                        "It is damaged. It was put aside, and gptdesk started with an empty one. "
                        "A backup brings back what was in it.",
                    ),
                    path=copy,
                ),
                (ActionId.BACKUP_RESTORE, ActionId.OPEN_FOLDER),
            )
        case p.StorageNewer():
            return (
                translate("Problem", "Your chats were written by a newer gptdesk"),
                translate(
                    "Problem",
                    "This version does not understand the file and leaves it untouched. Install "
                    "the newer version, or use another profile.",
                ),
                (ActionId.OPEN_FOLDER,),
            )
        case p.SettingsDamaged(copy=copy):
            return (
                translate("Problem", "The settings could not be read"),
                filled(
                    copy,
                    translate(
                        "Problem",
                        "The file was put aside as {path}, and the usual settings hold. Your "
                        "chats and keys are not touched.",
                    ),
                    translate(
                        "Problem",
                        "The file was put aside, and the usual settings hold. Your chats and keys "
                        "are not touched.",
                    ),
                    path=copy,
                ),
                (ActionId.CLOSE,),
            )
        case p.BackupUnusable():
            return (
                translate("Problem", "This backup cannot be restored"),
                translate(
                    "Problem",
                    "It is incomplete or damaged. Nothing was changed; another backup may work.",
                ),
                (ActionId.BACKUP_RESTORE,),
            )
    return None
