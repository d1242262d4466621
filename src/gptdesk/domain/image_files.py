"""Which ways a model can go, and what files may go along."""

from __future__ import annotations

from collections.abc import Mapping

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.image_options import (
    FileRules,
    Fix,
    Note,
    OptionName,
    Refused,
    Why,
)
from gptdesk.domain.images import ImageOrder, Way

EVERY_FORMAT = ("png", "jpeg", "webp")
LARGEST, LARGEST_MASK = 50_000_000, 4_000_000
GIF = "gif"

_Ways = Mapping[Way, Refused | None]


def ways(facts: ModelFacts, quirks: Mapping[str, object]) -> tuple[_Ways, Mapping[Way, Note]]:
    """For each way why it cannot be gone, and what is to be said of those that can."""
    notes: dict[Way, Note] = {}
    edit = _editing(facts, quirks)
    if edit is None and "can_edit" not in facts.details:
        notes[Way.EDIT] = Note.UNTRIED
    vary = edit
    if facts.details.get("has_variations") is True and not _has_own_path(quirks):
        vary = None
    elif vary is None:
        notes[Way.VARY] = Note.AS_EDIT
    return {Way.MAKE: None, Way.EDIT: edit, Way.VARY: vary}, notes


def _editing(facts: ModelFacts, quirks: Mapping[str, object]) -> Refused | None:
    if _has_own_path(quirks):
        return Refused(Why.SERVICE)
    told = facts.details.get("can_edit")
    can = told is True or (told is None and (not facts.is_known or "picture" in facts.takes))
    return None if can else Refused(Why.MODEL)


def _has_own_path(quirks: Mapping[str, object]) -> bool:
    """Services with names of their own for making have none for editing that is known."""
    return bool(quirks.get("image_path") or quirks.get("image_fields"))


def file_rules(facts: ModelFacts, order: ImageOrder, varies_really: bool) -> FileRules:
    """What may go along with this order."""
    if order.way is Way.MAKE:
        return FileRules(0, mask=Refused(Why.WAY), markup=Refused(Why.WAY))
    details = facts.details
    formats = details.get("edit_formats")
    return FileRules(
        _whole(details, "edit_pictures_max", 1) if order.way is Way.EDIT else 1,
        tuple(map(str, formats)) if isinstance(formats, list | tuple) else EVERY_FORMAT,
        _whole(details, "edit_bytes_max", LARGEST),
        bool(details.get("edit_is_square")),
        _mask(facts, order, varies_really),
        _whole(details, "mask_bytes_max", LARGEST_MASK),
        _markup(facts, order),
    )


def _mask(facts: ModelFacts, order: ImageOrder, varies_really: bool) -> Refused | None:
    if order.way is Way.VARY or varies_really:
        return Refused(Why.WAY)
    told = facts.details.get("has_mask")
    if told is not True and (told is not None or facts.is_known):
        return Refused(Why.MODEL)
    if order.markup is not None:
        return Refused(Why.NO_MARKUP)
    if order.settings.format == GIF:
        return Refused(Why.NOT_MOVING, Fix(OptionName.FORMAT, "png"))
    return None


def _markup(facts: ModelFacts, order: ImageOrder) -> Refused | None:
    if order.way is not Way.EDIT:
        return Refused(Why.WAY)
    if facts.details.get("has_markup") is not True:
        return Refused(Why.MODEL)
    return Refused(Why.NO_MASK) if order.mask is not None else None


def _whole(details: Mapping[str, object], name: str, usual: int) -> int:
    found = details.get(name)
    return found if isinstance(found, int) else usual
