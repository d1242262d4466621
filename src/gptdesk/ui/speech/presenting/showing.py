"""Brings what is known of the text, its job and its sound onto the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from gptdesk.domain.speech import title_of
from gptdesk.domain.speech_costs import minutes
from gptdesk.ui.speech.presenting.making import FEW
from gptdesk.ui.speech.words import counts_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from gptdesk.domain.speech import SpeechJob
    from gptdesk.ui.speech.page import SpeechPage
    from gptdesk.ui.speech.presenting.choosing import VoicePresenter
    from gptdesk.ui.speech.presenting.listening import Listener
    from gptdesk.ui.speech.presenting.making import Maker
    from gptdesk.ui.speech.presenting.offering import Offer
    from gptdesk.ui.speech.presenting.telling import Teller


class View(QObject):
    """Compares nothing and decides nothing but what is seen.

    `hears_early` is whether the sound begins as soon as its first piece is there.
    """

    def __init__(
        self,
        page: SpeechPage,
        voices: VoicePresenter,
        maker: Maker,
        listener: Listener,
        offer: Offer,
        teller: Teller,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._voices = voices
        self._maker = maker
        self._listener = listener
        self._offer = offer
        self._teller = teller
        self.hears_early = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._take_step)
        self._steps: list[Callable[[], None]] = []

    def shutdown(self) -> None:
        self._next.stop()
        self._steps = []

    def show_job(self) -> None:
        """Of a long text in steps: all at once the window would stand still for a moment."""
        self._next.stop()
        self._steps = []
        job = self._maker.job
        self._page.card.setVisible(job is not None)
        steps: list[Callable[[], None]] = []
        if job is not None:
            steps += [partial(self._show_card, job), partial(self._show_sound, job)]
        steps.append(self.show_page)
        if job is not None and self._maker.is_running and len(job.pieces) > FEW:
            self._steps = steps
            self._take_step()
            return
        for step in steps:
            step()

    def _take_step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if self._steps:
            self._next.start(0)

    def _show_card(self, job: SpeechJob) -> None:
        self._page.card.show_job(job, self._offer.whole(job))

    def _show_sound(self, job: SpeechJob) -> None:
        self._listener.show(job, is_more_coming=self._maker.is_running)
        if self.hears_early and job.ready and self._listener.can_listen:
            self.hears_early = False
            self._listener.play(0.0)

    def show_listening(self) -> None:
        listener = self._listener
        self._page.card.set_playing(listener.is_active, waiting=listener.is_waiting)
        self._page.editor.set_listening(
            self._maker.is_running or (listener.is_active and self._offer.is_same_text)
        )

    def show_spoken(self, span: tuple[int, int] | None) -> None:
        self._page.editor.show_spoken(span if self._offer.is_same_text else None)

    def show_page(self) -> None:
        text = self._page.editor.content
        speed = self._voices.settings.speed
        self._page.set_title(title_of(text), counts_text(len(text), minutes(text, speed)))
        self._offer.show(text)
        self.show_listening()
        self._teller.show_doors(not self._voices.is_searching and not self._voices.can_speak)
        self._page.show_silence()
