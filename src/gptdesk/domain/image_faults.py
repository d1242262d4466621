"""Whether an order is ready to go out, and what keeps it back."""

from __future__ import annotations

from collections.abc import Iterator

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.image_options import Fault, FileRules, ImageOptions
from gptdesk.domain.image_requests import prompt_of
from gptdesk.domain.images import ImageOrder, Way


def faults(order: ImageOrder, options: ImageOptions) -> list[Fault]:
    """What keeps an order from going out, the most important first; empty: it is ready."""
    return list(_faults(order, options))


def _faults(order: ImageOrder, options: ImageOptions) -> Iterator[Fault]:
    if not order.settings.model and not order.settings.is_practice:
        yield Fault.NO_MODEL
    if options.ways.get(order.way) is not None:
        yield Fault.WAY
    if not order.prompt.strip() and order.way is not Way.VARY:
        yield Fault.NO_PROMPT
    if options.prompt_max is not None and len(prompt_of(order, options)) > options.prompt_max:
        yield Fault.PROMPT_TOO_LONG
    if not options.sizes.check(order.settings.size).is_good:
        yield Fault.SIZE
    if order.way is not Way.MAKE:
        yield from _picture_faults(order, options.files)


def _picture_faults(order: ImageOrder, rules: FileRules) -> Iterator[Fault]:
    if not order.references:
        yield Fault.NO_PICTURE
        return
    if len(order.references) > rules.most:
        yield Fault.TOO_MANY_PICTURES
    first = order.references[0].file
    if rules.must_be_square and first.width != first.height:
        yield Fault.NOT_SQUARE
    if order.mask is not None and rules.mask is not None:
        yield Fault.MASK_REFUSED
    elif not _fits(order.mask, first):
        yield Fault.MASK_SIZE
    if order.markup is not None and rules.markup is not None:
        yield Fault.MARKUP_REFUSED
    elif not _fits(order.markup, first):
        yield Fault.MARKUP_SIZE


def _fits(above: Attachment | None, first: Attachment) -> bool:
    return above is None or (above.width, above.height) == (first.width, first.height)
