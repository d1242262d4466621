"""What the person does in the list of segments, and what the list shows of the sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gptdesk.domain.transcript_editing import place_of
from gptdesk.ui.transcription.segments.gestures import Gesture, Hear, Loop, Toggle

if TYPE_CHECKING:
    from gptdesk.ui.transcription.page import TranscriptionPage
    from gptdesk.ui.transcription.presenting.correcting import Corrector
    from gptdesk.ui.transcription.presenting.listening import Listener
    from gptdesk.ui.transcription.presenting.showing import Shower


class Hands(QObject):
    """Leads gestures to the player or to the corrections."""

    def __init__(
        self,
        page: TranscriptionPage,
        shower: Shower,
        corrector: Corrector,
        listener: Listener,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._shower = shower
        self._corrector = corrector
        self._listener = listener
        page.segments.wished.connect(self._on_wished)
        page.segments.following_changed.connect(self._show_back)
        page.player.piece_pressed.connect(listener.player.seek)
        listener.moved.connect(self._on_moved)
        listener.looped.connect(page.segments.set_looped)
        listener.audible.connect(page.player.set_audible)

    def _on_wished(self, gesture: Gesture) -> None:
        match gesture:
            case Hear(segment) | Loop(segment):
                job = self._shower.job
                place = place_of(job.segments, segment) if job is not None else None
                if job is not None and place is not None:
                    act = self._listener.hear if isinstance(gesture, Hear) else self._listener.loop
                    act(job.segments[place])
            case Toggle():
                self._listener.toggle()
            case _:
                self._corrector.apply(gesture)

    def _on_moved(self, seconds: float, is_playing: bool) -> None:
        self._page.segments.set_moment(seconds, is_playing=is_playing)
        self._show_back(self._page.segments.is_following)

    def _show_back(self, is_following: bool) -> None:
        self._page.back.setVisible(self._listener.player.is_playing and not is_following)
