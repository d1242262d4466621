"""Failures of pictures that are to be made or changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain import problems as p
from gptdesk.domain.image_options import Fault
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.problem_words.words import Words

translate = QCoreApplication.translate


def drawing_words(problem: p.Problem) -> Words | None:
    """What is the matter with an order, its mask or its result."""
    match problem:
        case p.PictureNotFetched(host=host):
            return (
                translate("Problem", "The picture was made, but could not be fetched"),
                translate(
                    "Problem",
                    "It lies at {host}, and that address did not give it. Such addresses live "
                    "for an hour or less; making it again costs another picture.",
                ).format(host=host)
                if host
                else translate(
                    "Problem",
                    "The service gave no usable address for it. Making it again costs another "
                    "picture.",
                ),
                (ActionId.RETRY, ActionId.REPORT),
            )
        case p.MaskUnusable(reason=reason):
            return (
                translate("Problem", "The mask cannot be used"),
                _mask_text(reason),
                (ActionId.CLOSE,),
            )
        case p.OrderUnfit(fault=fault):
            return (
                translate("Problem", "Something is still missing for this picture"),
                _fault_text(fault),
                (ActionId.CLOSE,),
            )
    return None


def _mask_text(reason: str) -> str:
    if reason == "empty":
        return translate("Problem", "No part of the picture is painted. Paint what is to change.")
    if reason == "too-large":
        return translate(
            "Problem",
            "It has more bytes than the service takes. A smaller picture, or a mask with plainer "
            "edges, will do.",
        )
    return translate("Problem", "It does not fit the picture. Painting it again will do.")


def _fault_text(fault: str) -> str:
    texts = {
        Fault.WAY: translate("Problem", "This model cannot do that. Another one can."),
        Fault.NO_MODEL: translate("Problem", "No model is chosen yet."),
        Fault.NO_PROMPT: translate("Problem", "Say in words what the picture is to show."),
        Fault.PROMPT_TOO_LONG: translate(
            "Problem", "The description is longer than this model reads. A shorter one will do."
        ),
        Fault.SIZE: translate("Problem", "This model does not make pictures of that size."),
        Fault.NO_PICTURE: translate("Problem", "Choose the picture that is to be changed."),
        Fault.TOO_MANY_PICTURES: translate(
            "Problem", "This model takes fewer pictures along. Take some of them away."
        ),
        Fault.NOT_SQUARE: translate(
            "Problem", "This model takes only square pictures. Crop it to a square first."
        ),
        Fault.MASK_REFUSED: translate("Problem", "This model takes no mask along. Remove it."),
        Fault.MASK_SIZE: _mask_text(""),
        Fault.MARKUP_REFUSED: translate(
            "Problem", "This model takes no marks along. Remove them."
        ),
        Fault.MARKUP_SIZE: translate(
            "Problem", "The marks do not fit the picture. Drawing them again will do."
        ),
    }  # fmt: skip
    known = {one.value: text for one, text in texts.items()}
    return known.get(fault, translate("Problem", "Look through the settings of the picture."))
