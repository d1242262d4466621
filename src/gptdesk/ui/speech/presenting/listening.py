"""Hearing a job: piece after piece, with the sentence that is being said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gptdesk.domain.problems import SpeakerMissing
from gptdesk.domain.speech import PieceState, Sound, SpeechJob
from gptdesk.domain.spoken_times import SpokenSentence, sentences_in
from gptdesk.ui.speech.player.playing import Ears, Player

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem


class Listener(QObject):
    """Plays what is ready, waits for what is being made, and knows where it is.

    Signals:
        moved: seconds from the beginning of the whole text.
        spoken: the span of the text that is being said, or None.
        changed: it plays, waits or has stopped.
        audible: whether anything can be heard here.
        failed: a Problem; the sound cannot be played.
    """

    moved = Signal(float)
    spoken = Signal(object)
    changed = Signal()
    audible = Signal(bool)
    failed = Signal(object)

    def __init__(
        self,
        path: Callable[[Sound], Path],
        parent: QObject,
        ears: Ears,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._ears = ears
        self._player: Player | None = None
        self._job: SpeechJob | None = None
        self._starts: list[float] = [0.0]
        self._sentences: list[SpokenSentence] = []
        self._begins: list[float] = []
        self._cut = 0
        self._piece = 0
        self._time = 0.0
        self._rate = 1.0
        self._is_asking = False
        self._is_more_coming = False
        self._wanted: float | None = None
        self.is_playing = False
        self.is_waiting = False
        ears.changed.connect(self._on_ears_changed)

    @property
    def can_listen(self) -> bool | None:
        """None as long as nobody knows."""
        return self._ears.has_speaker

    @property
    def is_active(self) -> bool:
        return self.is_playing or self.is_waiting

    @property
    def is_paused(self) -> bool:
        return not self.is_active and 0 < self._time < self._starts[-1]

    def show(self, job: SpeechJob, *, is_more_coming: bool) -> None:
        """Another job, or the same with more of it ready."""
        is_same = self._job is not None and self._job.id == job.id
        if not is_same:
            self.stop()
            self._sentences, self._begins, self._cut = [], [], 0
        self._job = job
        self._is_more_coming = is_more_coming
        self._starts = job.starts()
        self._cut_more()
        if self.is_waiting:
            self._go_on()

    def look(self) -> None:
        """Find out whether anything can be heard; `audible` says it."""
        self._ears.when_known(self._on_ears_changed)

    def play(self, at: float | None = None) -> None:
        """From there, or where it stopped, or from the beginning."""
        if self._job is None:
            return
        if not self.can_listen:
            self._wanted = at
            self._ears.when_known(self._play_if_heard)
            return
        if at is None:
            at = self._time if self._time < self._starts[-1] - 0.05 else 0.0
        self._begin(at)

    def toggle(self) -> None:
        if self.is_active:
            self.pause()
        elif self.is_paused and self._player is not None and self._wanted is None:
            self._set(playing=True)
            self._player.resume()
        else:
            self.play(self._wanted)

    def pause(self) -> None:
        if self._player is not None:
            self._player.pause()
        self._set()

    def stop(self) -> None:
        if self._player is not None:
            self._player.stop()
        self._time, self._piece, self._wanted = 0.0, 0, None
        self._set()
        self.moved.emit(0.0)
        self.spoken.emit(None)

    def seek(self, seconds: float) -> None:
        """Go there; what was paused stays so."""
        if self.is_active:
            self.play(seconds)
        else:
            self._wanted = seconds
            self._show_time(seconds)

    def skip(self, sentences: int) -> None:
        if not self._sentences:
            return
        now = max(0, bisect_right(self._begins, self._time + 0.01) - 1)
        wanted = max(0, min(len(self._sentences) - 1, now + sentences))
        self.seek(self._begins[wanted])

    def go_to(self, place: int) -> None:
        """Say the sentence that holds this place in the text."""
        for sentence in self._sentences:
            if place < sentence.end:
                self.play(sentence.begins)
                return

    def set_rate(self, rate: float) -> None:
        self._rate = rate
        if self._player is not None:
            self._player.set_rate(rate)

    def shutdown(self) -> None:
        if self._player is not None:
            self._player.stop()

    # One piece after the other

    def _cut_more(self) -> None:
        """Only the pieces that are new: of a long text there are hundreds."""
        assert self._job is not None
        ready = self._job.ready
        for piece, begins in zip(ready[self._cut :], self._starts[self._cut :], strict=False):
            if piece.state is PieceState.READY:
                self._sentences += sentences_in(self._job.text, piece, begins)
        self._begins += [sentence.begins for sentence in self._sentences[len(self._begins) :]]
        self._cut = len(ready)

    def _play_if_heard(self) -> None:
        if self.can_listen:
            self.play(self._wanted)

    def _begin(self, at: float) -> None:
        self._wanted = None
        piece = max(0, bisect_right(self._starts, at) - 1)
        self._play_piece(piece, at)

    def _play_piece(self, position: int, at: float) -> None:
        """The piece, or the next one that has a sound; waits if that is still being made."""
        assert self._job is not None
        ready = self._job.ready
        while position < len(ready) and ready[position].state is PieceState.SILENT:
            position += 1
        self._piece = position
        if position >= len(ready):
            self._at_the_end()
            return
        sound = ready[position].sound
        assert sound is not None
        player = self._the_player()
        self._set(playing=True)
        self._show_time(max(at, self._starts[position]))
        begin = max(0.0, at - self._starts[position])
        player.play(self._path(sound), begin, sound.seconds)

    def _at_the_end(self) -> None:
        assert self._job is not None
        if self._is_more_coming and not self._job.is_complete:
            self._set(waiting=True)
            return
        self._set()
        self._show_time(self._starts[-1])
        self.spoken.emit(None)

    def _go_on(self) -> None:
        """More is ready, or nothing more comes."""
        assert self._job is not None
        if len(self._job.ready) > self._piece or not self._is_more_coming:
            self._play_piece(self._piece, self._starts[min(self._piece, len(self._starts) - 1)])

    def _the_player(self) -> Player:
        if self._player is None:
            self._player = self._ears.player(self)
            self._player.set_rate(self._rate)
            self._player.moved.connect(self._on_moved)
            self._player.ended.connect(self._on_ended)
            self._player.failed.connect(self._on_failed)
        return self._player

    def _on_moved(self, seconds: float) -> None:
        if self.is_playing and self._piece < len(self._starts):
            self._show_time(self._starts[self._piece] + seconds)

    def _on_ended(self) -> None:
        if self.is_playing:
            following = self._piece + 1
            self._play_piece(following, self._starts[min(following, len(self._starts) - 1)])

    def _on_failed(self, problem: Problem) -> None:
        self._set()
        if isinstance(problem, SpeakerMissing):
            self.audible.emit(False)
        else:
            self.failed.emit(problem)

    def _on_ears_changed(self) -> None:
        self.audible.emit(bool(self.can_listen))

    def _show_time(self, seconds: float) -> None:
        self._time = seconds
        self.moved.emit(seconds)
        now = bisect_right(self._begins, seconds + 0.001) - 1
        if 0 <= now < len(self._sentences):
            self.spoken.emit((self._sentences[now].start, self._sentences[now].end))

    def _set(self, *, playing: bool = False, waiting: bool = False) -> None:
        if (playing, waiting) != (self.is_playing, self.is_waiting):
            self.is_playing, self.is_waiting = playing, waiting
            self.changed.emit()
