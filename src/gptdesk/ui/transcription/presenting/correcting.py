"""Corrections of the transcript on the page: applied, taken back, and kept on disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from gptdesk.domain import transcript_editing as rules
from gptdesk.domain.transcript_editing import Edited, Segments, place_of
from gptdesk.domain.transcript_undoing import EditHistory
from gptdesk.ui.transcription.segments.gestures import (
    Change,
    Copy,
    Delete,
    Gesture,
    Merge,
    NewSpeaker,
    Redo,
    SetSpeaker,
    Split,
    Undo,
)

if TYPE_CHECKING:
    from gptdesk.runtime.calls import Calls
    from gptdesk.services.transcription import TranscriptionService
    from gptdesk.ui.transcription.presenting.joining import JobInHand

KEEP_MS = 600


class Corrector(QObject):
    """Works on one job at a time; changes reach the disk soon after they are made.

    Signals:
        edited: an Edited: other segments, and what to select.
        speakers_changed: somebody has another name, or is new.
        kept: the text is on disk.
    """

    edited = Signal(object)
    speakers_changed = Signal()
    kept = Signal()

    def __init__(self, calls: Calls, service: TranscriptionService, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._service = service
        self._hand: JobInHand | None = None
        self._unkept: tuple[str, Segments] | None = None
        self.history = EditHistory()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_MS)
        self._timer.timeout.connect(self.keep_now)

    def show(self, hand: JobInHand | None) -> None:
        """Another transcript is on the page."""
        if hand is not self._hand:
            self.keep_now()
            self._hand = hand
            self.history.clear()

    def shutdown(self) -> None:
        self._timer.stop()

    async def save_rest(self) -> None:
        """Runs last: what was corrected in the last moment."""
        if self._unkept is not None:
            await self._service.save_segments(*self._unkept)

    def apply(self, gesture: Gesture) -> None:
        if self._hand is None:
            return
        segments = self._hand.job.segments
        match gesture:
            case Undo():
                self._take(self.history.undo(segments))
            case Redo():
                self._take(self.history.redo(segments))
            case NewSpeaker(segment):
                self._add_speaker(segment)
            case Copy(segment):
                place = place_of(segments, segment)
                if place is not None:
                    QGuiApplication.clipboard().setText(segments[place].text)
            case _:
                self.change(lambda found: _edited(found, gesture))

    def change(self, edit: Callable[[Segments], Edited]) -> None:
        """Apply a rule to the text, so that it can be taken back."""
        if self._hand is None:
            return
        before = self._hand.job.segments
        found = edit(before)
        if self.history.note(before, found.segments):
            self._take(found)

    def take(self, found: Edited) -> None:
        """A change that somebody else made of the text as it is now."""
        self.change(lambda _: found)

    def set_speakers(self, speakers: dict[str, str]) -> None:
        """Other names; the texts stay as they are."""
        if self._hand is None:
            return
        self._hand.job = replace(self._hand.job, speakers=speakers)
        self._calls.run(self._service.save_speakers(self._hand.job.id, speakers))
        self.speakers_changed.emit()

    def keep_now(self) -> None:
        self._timer.stop()
        if self._unkept is not None:
            unkept, self._unkept = self._unkept, None
            self._calls.run(self._service.save_segments(*unkept), lambda _: self.kept.emit())

    def _take(self, found: Edited) -> None:
        if self._hand is None or found.segments is self._hand.job.segments:
            return
        self._hand.set_segments(found.segments)
        self._unkept = (self._hand.job.id, found.segments)
        self._timer.start()
        self.edited.emit(found)

    def _add_speaker(self, segment: int) -> None:
        assert self._hand is not None
        speakers = dict(self._hand.job.speakers)
        number = len(speakers) + 1
        while f"own-{number}" in speakers:
            number += 1
        key = f"own-{number}"
        self.set_speakers({**speakers, key: ""})
        self.change(lambda found: rules.set_speaker(found, {segment}, key))


def _edited(segments: Segments, gesture: Gesture) -> Edited:
    match gesture:
        case Change(segment, text):
            return rules.change_text(segments, segment, text)
        case Split(segment, text, caret):
            changed = rules.change_text(segments, segment, text).segments
            return rules.split(changed, segment, caret)
        case Merge(segment, step, text):
            if text is not None:
                segments = rules.change_text(segments, segment, text.strip()).segments
            return _merged(segments, segment, step)
        case Delete(segment):
            return rules.delete(segments, {segment})
        case SetSpeaker(segment, speaker):
            return rules.set_speaker(segments, {segment}, speaker)
    return Edited(segments)


def _merged(segments: Segments, segment: int, step: int) -> Edited:
    place = place_of(segments, segment)
    if place is None or not 0 <= place + step < len(segments):
        return Edited(segments, (segment,))
    return rules.merge(segments, {segment, segments[place + step].id})
