"""Why a file was not attached, in one sentence each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate


def trouble_sentence(problem: p.Problem, name: str) -> str:
    """Names the file, and says what can be done where there is something."""
    shown = name or translate("Attach", "The pasted picture")
    sentence = _picture_sentence(problem)
    if sentence:
        return sentence.format(name=shown, format=getattr(problem, "format", ""))
    said = problem_sentence(problem)
    text = translate("Attach", "{name}: {problem}. {advice}")
    return text.format(name=shown, problem=said.title, advice=said.text)


def _picture_sentence(problem: p.Problem) -> str:
    match problem:
        case p.PictureEmpty():
            return translate("Attach", "{name} is empty: there is nothing in the file.")
        case p.PictureUnreadable():
            return translate("Attach", "{name} cannot be opened. It may have been moved or locked.")
        case p.NotAPicture():
            return translate(
                "Attach",
                "{name} holds no picture that a model can see. Send a PNG, JPEG, WebP, GIF, BMP or "
                "TIFF file.",
            )
        case p.PictureBroken():
            return translate("Attach", "{name} is damaged or not complete.")
        case p.PictureTooLarge():
            return translate("Attach", "{name} is too large to be opened safely.")
        case p.PictureFormatUnknown():
            return translate(
                "Attach",
                "{name} is a {format} picture, which this computer cannot open. Save it as JPEG "
                "and attach that.",
            )
    return ""


def first_frame(name: str) -> str:
    text = translate("Attach", "Of the animation {name} only the first picture is sent.")
    return text.format(name=name)


def count_sentence(count: int) -> str:
    return translate("Attach", "This model takes %n picture(s) in one message.", None, count)
