"""One picture with its mask and its notes, and everything that was done to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QRect, Signal

from gptdesk.domain.mask import Mask, MaskChange
from gptdesk.domain.mask_png import mask_png
from gptdesk.domain.picture_fitting import FitLimits, fitting_steps
from gptdesk.domain.picture_steps import Size, Step
from gptdesk.domain.problems import Problem
from gptdesk.runtime.large_pictures import LargeSource, Levels, open_large
from gptdesk.ui.images.canvas.brushwork import Brushwork
from gptdesk.ui.images.canvas.export import Export, exported
from gptdesk.ui.images.canvas.history import (
    Entry,
    History,
    Marked,
    Painted,
    Reshaped,
)
from gptdesk.ui.images.canvas.marks import Mark
from gptdesk.ui.images.canvas.reshaping import Outcome, Pictures, fitted, reshaped, restored
from gptdesk.ui.images.canvas.work import Work

T = TypeVar("T")


class Document(QObject):
    """What is edited. It paints at once; whatever touches all pixels is done by `work`.

    Signals:
        opened: a picture is there, nothing is painted yet.
        picture_changed: it has other pixels or another size.
        mask_changed: a rectangle of the picture in which the mask is different.
        marks_changed: other notes are on it.
        history_changed: what can be undone or done again has changed.
        settling: something else is to be done; a stroke that is under way ends here.
        busy_changed: whether heavy work is under way; painting waits for it.
        failed: a Problem; everything is as it was before.
    """

    opened = Signal()
    picture_changed = Signal()
    mask_changed = Signal(QRect)
    marks_changed = Signal()
    history_changed = Signal()
    settling = Signal()
    busy_changed = Signal(bool)
    failed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._pictures: Pictures | None = None
        self._steps: tuple[Step, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._history = History()
        self._levels: Levels | None = None
        self._is_busy = False
        self._turn = 0
        self.brushwork = Brushwork(self)
        self.brushwork.painted.connect(self.mask_changed)
        self.brushwork.finished.connect(self._on_painted)

    # What is there

    @property
    def has_picture(self) -> bool:
        return self._pictures is not None

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    @property
    def levels(self) -> Levels | None:
        return self._levels

    @property
    def size(self) -> Size:
        return (self.mask.width, self.mask.height) if self.has_picture else (0, 0)

    @property
    def mask(self) -> Mask:
        return self.brushwork.mask

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was done to the shape of the picture since it was opened."""
        return self._steps

    @property
    def can_undo(self) -> bool:
        return self._history.can_undo and not self._is_busy

    @property
    def can_redo(self) -> bool:
        return self._history.can_redo and not self._is_busy

    # Opening and giving out

    def open(self, source: LargeSource, name: str = "") -> None:
        """A file, the bytes of one, or a picture; `opened` or `failed` follows."""
        self._start(partial(open_large, source, name), self._on_opened)

    def mask_png(self, size: Size | None = None) -> bytes:
        """At once; see `export` for a way that holds up nothing."""
        self._settle()
        return mask_png(self.mask.snapshot(), size)

    def export(self, done: Callable[[Export], None]) -> None:
        """Give picture and mask as files to `done`, when they are written."""
        assert self._levels is not None
        self._settle()
        job = partial(
            exported, self._levels.whole, self.mask.snapshot(), self._marks, self.mask.painted
        )
        self._start(job, done)

    # Changing

    def invert(self) -> None:
        if self.has_picture and not self._is_busy:
            self._settle()
            self.brushwork.invert()

    def clear_mask(self) -> None:
        if self.has_picture and not self._is_busy:
            self._settle()
            self.brushwork.clear()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        if tuple(marks) != self._marks:
            self._history.add(Marked(self._marks))
            self._show_marks(tuple(marks))
            self.history_changed.emit()

    def apply(self, *steps: Step) -> None:
        """Change the shape of picture, mask and notes; one step to be undone."""
        if self._pictures is None or self._is_busy or not steps:
            return
        self._settle()
        job = partial(
            reshaped, self._pictures, self._steps, steps, self.mask.snapshot(), self._marks
        )
        self._start(job, self._on_reshaped)

    def fit(self, limits: FitLimits, *, extends: bool = False) -> None:
        """Bring the picture within the limits of a model, the bytes of its PNG as well."""
        if self._pictures is None or self._is_busy:
            return
        self._settle()
        steps = fitting_steps(self.size, limits, extends=extends)
        if not steps and limits.most_bytes is None:
            return
        job = partial(
            fitted, self._pictures, self._steps, steps, self.mask.snapshot(), self._marks, limits
        )
        self._start(job, self._on_reshaped)

    def undo(self) -> None:
        self._settle()
        if self.can_undo:
            self._go(self._history.take_back(), is_back=True)

    def redo(self) -> None:
        self._settle()
        if self.can_redo:
            self._go(self._history.take_forth(), is_back=False)

    # How it is done

    def _settle(self) -> None:
        self.settling.emit()
        self.brushwork.settle()

    def _go(self, entry: Entry, *, is_back: bool) -> None:
        keep = self._history.put_forth if is_back else self._history.put_back
        match entry:
            case Painted(change):
                other = self.mask.put_back(change)
                keep(Painted(other))
                self.brushwork.pack(other)
                self.mask_changed.emit(QRect(0, 0, *self.size))
            case Marked(marks):
                keep(Marked(self._marks))
                self._show_marks(marks)
            case Reshaped():
                self._restore(entry, is_back)
        self.history_changed.emit()

    def _restore(self, entry: Reshaped, is_back: bool) -> None:
        assert self._pictures is not None
        keep = self._history.put_forth if is_back else self._history.put_back
        again = self._history.put_back if is_back else self._history.put_forth

        def done(outcome: Outcome) -> None:
            keep(self._now(outcome))
            self._show(outcome)

        job = partial(restored, self._pictures, entry, self.mask.snapshot())
        self._start(job, done, lambda: again(entry))

    def _start(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        undo: Callable[[], None] | None = None,
    ) -> None:
        """Only the last thing that was asked for counts: a picture may be opened meanwhile."""
        self._turn += 1
        turn = self._turn
        self._set_busy(True)

        def finish(result: T) -> None:
            if turn == self._turn:
                self._set_busy(False)
                done(result)

        def fail(problem: Problem) -> None:
            if turn == self._turn:
                if undo is not None:
                    undo()
                self._set_busy(False)
                self.failed.emit(problem)

        self._work.run(job, finish, fail)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.busy_changed.emit(busy)
        self.history_changed.emit()

    def _on_opened(self, levels: Levels) -> None:
        self._pictures, self._levels = Pictures(levels), levels
        self._steps, self._marks = (), ()
        self._history.clear()
        self.brushwork.replace(Mask(*levels.size))
        self.opened.emit()
        self.picture_changed.emit()
        self.marks_changed.emit()
        self.history_changed.emit()

    def _on_painted(self, change: MaskChange) -> None:
        self._history.add(Painted(change))
        self.history_changed.emit()

    def _on_reshaped(self, outcome: Outcome | None) -> None:
        if outcome is not None:
            self._history.add(self._now(outcome))
            self._show(outcome)

    def _now(self, outcome: Outcome) -> Reshaped:
        """How it is before that outcome is shown."""
        return Reshaped(self._steps, outcome.before, self._marks)

    def _show(self, outcome: Outcome) -> None:
        assert self._pictures is not None
        self._steps, self._levels = outcome.steps, self._pictures.after(outcome.steps)
        self.brushwork.replace(outcome.mask)
        self.picture_changed.emit()
        self._show_marks(outcome.marks)
        self.history_changed.emit()

    def _show_marks(self, marks: tuple[Mark, ...]) -> None:
        self._marks = marks
        self.marks_changed.emit()
