"""Lets a lesson fill in a description, and puts back what was there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gptdesk.domain.filling import Fields, Undo, sample_file, text_of, texts_of
from gptdesk.domain.images import ImageOrder, PictureSettings, Way

if TYPE_CHECKING:
    from gptdesk.domain.help_pages import Recipe
    from gptdesk.ui.images.presenting.order_desk import OrderDesk


class ImagesFilling:
    """Nothing is drawn before the person presses the button.

    `take` makes files references. What the chosen model cannot take of a recipe is put back to
    what is usual, as after any other choice.
    """

    def __init__(self, desk: OrderDesk, take: Callable[[Sequence[Path]], None]) -> None:
        self._desk = desk
        self._take = take

    def fill(self, recipe: Recipe) -> Undo:
        desk, fields = self._desk, recipe.fields
        before, way = desk.all(), desk.way
        files = [sample_file(name) for name in texts_of(fields, "attach")]
        desk.go(Way.EDIT if files else Way.MAKE)
        wanted = _settings(desk.order.settings, fields)
        fresh = ImageOrder(desk.way, prompt=text_of(fields, "prompt"), settings=wanted)
        desk.put(fresh)
        if files:
            self._take(files)
        return partial(self._put_back, before, way)

    def describe(self, prompt: str) -> None:
        """A new description, without a way back."""
        self._desk.go(Way.MAKE)
        self._desk.set_prompt(prompt)

    def _put_back(self, orders: Sequence[ImageOrder], way: Way) -> None:
        """Pictures that were made meanwhile stay."""
        for order in orders:
            if order.way is not way:
                self._desk.restore(order)
        self._desk.put(next(order for order in orders if order.way is way))


def _settings(now: PictureSettings, fields: Fields) -> PictureSettings:
    """Model and connection stay as they are."""
    count = fields.get("count", 1)
    return replace(
        PictureSettings(now.connection_id, now.model),
        size=text_of(fields, "size"),
        quality=text_of(fields, "quality"),
        background=text_of(fields, "background"),
        count=count if isinstance(count, int) else 1,
    )
