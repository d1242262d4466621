"""Lets a lesson put a recording into the queue, and takes it out again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from gptdesk.domain.filling import Undo, sample_file, text_of

if TYPE_CHECKING:
    from gptdesk.domain.help_pages import Recipe
    from gptdesk.domain.transcription import TranscriptionSettings
    from gptdesk.ui.transcription.presenter import TranscriptionPresenter


class TranscriptionFilling:
    """Nothing is written down before the person begins it."""

    def __init__(self, presenter: TranscriptionPresenter) -> None:
        self._presenter = presenter

    def fill(self, recipe: Recipe) -> Undo:
        presenter, fields = self._presenter, recipe.fields
        before = presenter.ears.settings
        known = frozenset(job.id for job in presenter.queue.jobs)
        wanted = replace(
            before,
            language=text_of(fields, "language") or before.language,
            prompt=text_of(fields, "prompt") or before.prompt,
        )
        presenter.ears.show(wanted)
        presenter.add([sample_file(text_of(fields, "file"))])
        return partial(self._put_back, before, known)

    def _put_back(self, settings: TranscriptionSettings, known: frozenset[str]) -> None:
        """What was written down meanwhile stays."""
        for job in self._presenter.queue.waiting:
            if job.id not in known and not any(piece.is_settled for piece in job.pieces):
                self._presenter.queue.remove(job.id)
        self._presenter.ears.show(settings)
