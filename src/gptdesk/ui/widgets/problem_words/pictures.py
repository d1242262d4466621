"""Failures of pictures that people attach, or attached once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_words.words import Words

translate = QCoreApplication.translate


def picture_words(problem: p.Problem) -> Words | None:
    """What is the matter with the file; the person can only take another one."""
    if isinstance(problem, p.AttachmentMissing):
        return (
            translate("Problem", "A picture is no longer on this computer"),
            translate(
                "Problem",
                "Its file was removed from the storage folder. The rest of the chat is unharmed.",
            ),
            (ActionId.CLOSE, ActionId.OPEN_FOLDER),
        )
    if isinstance(problem, p.PictureProblem):
        return (*_title_and_text(problem), (ActionId.CLOSE,))
    return None


def _title_and_text(problem: p.PictureProblem) -> tuple[str, str]:
    match problem:
        case p.PictureEmpty():
            return (
                translate("Problem", "The file is empty"),
                translate("Problem", "There is nothing in it that could be sent."),
            )
        case p.PictureUnreadable():
            return (
                translate("Problem", "The file cannot be opened"),
                translate("Problem", "It may have been moved, or another program holds it."),
            )
        case p.NotAPicture():
            return (
                translate("Problem", "This is no picture that a model can see"),
                translate("Problem", "PNG, JPEG, WebP, GIF, BMP and TIFF files can be sent."),
            )
        case p.PictureBroken():
            return (
                translate("Problem", "The picture is damaged or not complete"),
                translate("Problem", "Another copy of the file may work."),
            )
        case p.PictureTooLarge():
            return (
                translate("Problem", "The picture is too large"),
                translate("Problem", "It has more pixels or bytes than can be opened safely."),
            )
        case p.PictureDoesNotFit():
            return (
                translate("Problem", "The picture cannot be made small enough"),
                translate(
                    "Problem",
                    "Even at the smallest size that the model takes, its file has too many bytes. "
                    "Crop it, or choose another model.",
                ),
            )
        case p.PictureFormatUnknown():
            return (
                translate("Problem", "This computer cannot open that kind of picture"),
                translate("Problem", "Save it as JPEG and attach that."),
            )
    return (
        translate("Problem", "The picture cannot be sent"),
        translate("Problem", "Another picture, or the same one saved as JPEG, may work."),
    )
