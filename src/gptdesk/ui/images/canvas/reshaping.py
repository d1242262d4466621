"""Makes a picture of another shape from the original, with mask and notes; for any thread."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from gptdesk.domain.mask import Mask, Snapshot
from gptdesk.domain.picture_fitting import FitLimits, lighter_size
from gptdesk.domain.picture_steps import Scale, Step
from gptdesk.domain.problems import PictureDoesNotFit
from gptdesk.runtime.large_pictures import Levels, as_png, changed, levels_of, mask_changed
from gptdesk.ui.images.canvas.history import PackedMask, Reshaped
from gptdesk.ui.images.canvas.marks import Mark

KEPT_PIXELS = 64_000_000
"""Earlier shapes up to this sum are kept, beside the original and the newest; others are made
again when somebody goes back to them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The steps from the original to a picture, and what belongs to it.

    `before` is the mask that it replaces, put away for undo.
    """

    steps: tuple[Step, ...]
    mask: Mask
    marks: tuple[Mark, ...]
    before: PackedMask


class Pictures:
    """The original and what was made of it. Any thread may ask."""

    def __init__(self, original: Levels) -> None:
        self._original = original
        self._made: OrderedDict[tuple[Step, ...], Levels] = OrderedDict()
        self._lock = threading.Lock()

    def current(self, steps: tuple[Step, ...]) -> Levels | None:
        """What was made already."""
        with self._lock:
            return self._made.get(steps) if steps else self._original

    def after(self, steps: tuple[Step, ...]) -> Levels:
        """The picture after these steps, made from the nearest one that is kept."""
        found = self.current(steps)
        if found is None:
            before = self.after(steps[:-1])
            found = levels_of(changed(before.whole, steps[-1]))
        self.keep(steps, found)
        return found

    def keep(self, steps: tuple[Step, ...], levels: Levels) -> None:
        if not steps:
            return
        with self._lock:
            self._made[steps] = levels
            self._made.move_to_end(steps)
            while len(self._made) > 1 and self._pixels() > KEPT_PIXELS:
                self._made.popitem(last=False)

    def _pixels(self) -> int:
        return sum(levels.size[0] * levels.size[1] for levels in self._made.values())


def reshaped(
    pictures: Pictures,
    before: tuple[Step, ...],
    steps: Sequence[Step],
    mask: Snapshot,
    marks: tuple[Mark, ...],
) -> Outcome:
    """One step after the other."""
    after = Mask.of(mask)
    for step in steps:
        before = (*before, step)
        pictures.after(before)
        placement = step.placement((after.width, after.height))
        marks = tuple(mark.moved(placement.after) for mark in marks)
        after = mask_changed(after.snapshot(), step)
    return Outcome(before, after, marks, PackedMask.of(mask))


def fitted(
    pictures: Pictures,
    before: tuple[Step, ...],
    steps: tuple[Step, ...],
    mask: Snapshot,
    marks: tuple[Mark, ...],
    limits: FitLimits,
) -> Outcome | None:
    """Smaller and smaller until the bytes fit; None if everything fits already."""
    framing = tuple(step for step in steps if not isinstance(step, Scale))
    picture = pictures.after((*before, *steps))
    while limits.most_bytes is not None:
        written = len(as_png(picture.whole))
        if written <= limits.most_bytes:
            break
        size = lighter_size(picture.size, written, limits)
        if size is None:
            raise PictureDoesNotFit("", f"{written} bytes")
        steps = (*framing, Scale(*size))
        picture = pictures.after((*before, *steps))
    return reshaped(pictures, before, steps, mask, marks) if steps else None


def restored(pictures: Pictures, entry: Reshaped, mask: Snapshot) -> Outcome:
    """As it was before."""
    pictures.after(entry.steps)
    return Outcome(entry.steps, entry.mask.mask(), entry.marks, PackedMask.of(mask))
