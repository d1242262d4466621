"""Connects the Speech page with the services; the parts are in `presenting`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from gptdesk.domain.events import EngineStarting, ParameterDropped, RetryScheduled
from gptdesk.domain.sentences import is_speakable, letters
from gptdesk.domain.speech import FileWritten, SpeechJob, SpeechSettings, title_of
from gptdesk.domain.speech_costs import minutes
from gptdesk.runtime.calls import Calls
from gptdesk.ui.speech.player.playing import Player, QtPlayer, has_speaker
from gptdesk.ui.speech.presenting.choosing import VoicePresenter
from gptdesk.ui.speech.presenting.keeping import Keeper
from gptdesk.ui.speech.presenting.listening import Listener
from gptdesk.ui.speech.presenting.making import Maker
from gptdesk.ui.speech.presenting.trying import VoiceTrial
from gptdesk.ui.speech.words import counts_text
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.sentences import problem_sentence

if TYPE_CHECKING:
    from gptdesk.domain.problems import Problem
    from gptdesk.runtime.core import CoreThread
    from gptdesk.services.connections import ConnectionService
    from gptdesk.services.packs import PackService
    from gptdesk.services.reading import ReadingService
    from gptdesk.services.speech import SpeechService
    from gptdesk.ui.speech.page import SpeechPage

translate = QCoreApplication.translate


class SpeechPresenter(QObject):
    """Decides what the page shows.

    Signals:
        settings_requested: section ("connections", "offline") and connection id or "".
        connection_wanted: the person has a key and wants to give it.
        faq_requested: id of an FAQ entry.
        settled: a text was spoken; something new is worth a backup.
    """

    settings_requested = Signal(str, str)
    connection_wanted = Signal()
    faq_requested = Signal(str)
    settled = Signal()

    def __init__(
        self,
        page: SpeechPage,
        core: CoreThread,
        speech: SpeechService,
        reading: ReadingService,
        connections: ConnectionService,
        packs: PackService,
        parent: QObject | None = None,
        *,
        make_player: Callable[[QObject], Player] = QtPlayer,
        is_audible: Callable[[], bool] = has_speaker,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._calls = Calls(core, self)
        self._voices = VoicePresenter(page, self._calls, speech, connections, packs, self)
        self._maker = Maker(self._calls, speech, self)
        self._keeper = Keeper(page, self._calls, speech, reading, self)
        self._listener = Listener(self._calls, speech.path, self, make_player, is_audible)
        self._trial = VoiceTrial(
            page.panel.side.voice, self._calls, speech, self, make_player, is_audible
        )
        self._saved = ""
        self._hears_early = False
        self._has_doors = False
        self._connect_parts()
        self._connect_page()
        self._show_page()

    # For the app

    def start(self) -> None:
        self._keeper.start()
        self._voices.load()
        self._listener.ask_for_speaker()

    def connections_changed(self) -> None:
        self._voices.load()

    def language_changed(self) -> None:
        self._voices.retranslate()
        self._keeper.refresh()
        self._show_page()

    def shutdown(self) -> None:
        """Stop timers and operations; afterwards let the core run `save_rest` last."""
        self._keeper.shutdown()
        self._listener.shutdown()
        self._trial.shutdown()
        self._maker.stop()
        self._calls.shutdown()
        self._page.shutdown()

    async def save_rest(self) -> None:
        """Keep what was typed in the last moment."""
        await self._keeper.save_rest()

    # For the other tabs, through the shell

    def show_text(self, text: str) -> None:
        """Put a text into the editor, as lessons and answers do."""
        self._maker.show(None)
        self._page.editor.set_text(text)

    # Wiring

    def _connect_parts(self) -> None:
        self._calls.failed.connect(self._on_problem)
        self._voices.loaded.connect(self._show_page)
        self._voices.changed.connect(self._on_settings)
        self._maker.changed.connect(self._show_job)
        self._maker.began.connect(self._on_began)
        self._maker.ended.connect(self._on_ended)
        self._maker.failed.connect(self._on_problem)
        self._maker.told.connect(self._on_told)
        self._keeper.drafted.connect(self._on_drafted)
        self._keeper.opened.connect(self._on_opened)
        self._keeper.read.connect(self._on_read)
        self._keeper.batch_chosen.connect(self._on_batch)
        self._keeper.saved.connect(self._on_saved)
        self._listener.changed.connect(self._show_listening)
        self._listener.moved.connect(self._page.card.set_time)
        self._listener.spoken.connect(self._show_spoken)
        self._listener.silent.connect(self._on_silent)
        self._trial.failed.connect(self._on_problem)

    def _connect_page(self) -> None:
        page, card = self._page, self._page.card
        page.editor.edited.connect(self._on_edited)
        page.editor.pressed_at.connect(self._listener.go_to)
        page.editor.dropped.connect(self._keeper.read_file)
        page.open_requested.connect(self._keeper.ask_for_text)
        page.batch_requested.connect(self._keeper.ask_for_batch)
        page.example_requested.connect(self._on_example)
        page.foot.speak_requested.connect(self.speak)
        page.foot.stop_requested.connect(self._maker.stop)
        card.toggled.connect(self._listener.toggle)
        card.sought.connect(self._listener.seek)
        card.skipped.connect(self._listener.skip)
        card.rate_chosen.connect(self._listener.set_rate)
        card.save_requested.connect(self._on_save)
        card.subtitles_requested.connect(self._on_save_subtitles)
        page.notice.action.connect(self._on_action)
        page.notice.faq_requested.connect(self.faq_requested)
        page.panel.side.voice.preview_requested.connect(self._on_preview)

    # Gestures

    def speak(self) -> None:
        """Let the text be spoken, or make what is missing of it."""
        if self._maker.is_running:
            return
        self._page.notice.dismiss()
        self._trial.stop()
        if self._is_same_job() and self._maker.can_go_on:
            self._maker.go_on()
        elif self._is_finished():
            self._listener.play(0.0)
        else:
            self._listener.stop()
            self._hears_early = True
            self._maker.make(self._page.editor.text, self._voices.settings)

    def _on_preview(self, voice: str) -> None:
        self._listener.pause()
        self._trial.toggle(voice, self._voices.settings)

    def _on_save(self) -> None:
        if self._maker.job is not None:
            self._keeper.ask_where_to_save(self._maker.job)

    def _on_save_subtitles(self) -> None:
        if self._maker.job is not None:
            self._keeper.ask_where_to_save_subtitles(self._maker.job)

    def _on_example(self) -> None:
        self._page.editor.set_text(example_text())
        self._page.foot.speak.setFocus()

    def _on_edited(self) -> None:
        if self._maker.job is not None and not self._is_same_text():
            self._listener.stop()
        self._keep()
        self._show_page()

    def _on_settings(self) -> None:
        self._keep()
        self._show_page()

    def _on_action(self, action: str) -> None:
        if action == ActionId.RETRY:
            self.speak()
        elif action == ActionId.OPEN_FOLDER and self._saved:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._saved).parent)))
        elif action == ActionId.PACK_INSTALL:
            self.settings_requested.emit("offline", "")
        elif action == "key":
            self.connection_wanted.emit()
        elif action.startswith("settings"):
            self.settings_requested.emit("connections", self._voices.settings.connection_id)
        if action != ActionId.RETRY:
            self._page.notice.dismiss()

    # What happens

    def _on_drafted(self, text: str, settings: SpeechSettings | None) -> None:
        if settings is not None:
            self._voices.show(settings)
        if text and self._page.editor.document().isEmpty():
            self._page.editor.set_text(text)

    def _on_opened(self, job: SpeechJob) -> None:
        self._maker.show(None)
        self._listener.stop()
        self._page.editor.set_text(job.text)
        self._voices.show(job.settings)
        self._maker.show(job)
        self._page.show_panel(False)

    def _on_read(self, text: str, _name: str) -> None:
        self._maker.show(None)
        self._page.editor.set_text(text)

    def _on_batch(self, texts: list[str], folder: Path) -> None:
        """Each text is shown while it is being made."""
        if texts and self._voices.can_speak and not self._maker.is_running:
            self._listener.stop()
            self._hears_early = False
            self._maker.make_files(texts, self._voices.settings, folder)

    def _on_saved(self, path: str) -> None:
        self._saved = path
        text = translate("Speech", "It is here: {path}").format(path=path)
        folder = (ActionId.OPEN_FOLDER.value, translate("Speech", "Open the folder"))
        self._page.notice.show_message("ok", translate("Speech", "Saved"), text, actions=[folder])

    def _on_began(self) -> None:
        self._show_page()

    def _on_ended(self, _was_stopped: bool) -> None:
        job = self._maker.job
        self._keeper.refresh(job.id if job is not None else "")
        self.settled.emit()

    def _on_told(self, event: object) -> None:
        match event:
            case FileWritten(path=path, number=number, count=count):
                self._saved = path
                text = translate("Speech", "{number} of {count} files are written.")
                text = text.format(number=number, count=count)
            case EngineStarting():
                text = translate("Speech", "The offline pack is being loaded…")
            case ParameterDropped("instructions"):
                text = translate("Speech", "This model does not follow instructions.")
            case ParameterDropped("speed"):
                text = translate("Speech", "This model does not change its speed.")
            case RetryScheduled(seconds=seconds):
                wait = max(1, round(seconds))
                text = translate("Speech", "A piece is tried again in %n s.", "seconds", wait)
            case _:
                return
        self._page.silence.show_message("info", "", text)
        self._page.show_silence(True)

    def _on_silent(self, detail: str) -> None:
        self._page.card.set_can_listen(False)
        self._page.silence.show_message(
            "info",
            translate("Speech", "No loudspeaker was found"),
            translate(
                "Speech",
                "Speaking and saving work as ever. Connect headphones or a loudspeaker to listen.",
            ),
            details=detail,
        )
        self._page.show_silence(True)

    def _on_problem(self, problem: Problem) -> None:
        job = self._maker.job
        kept = ""
        if job is not None and job.ready:
            kept = translate("Speech", "What was made is kept and not paid for again.")
        said = problem_sentence(problem, kept=kept)
        self._page.notice.show_message(
            said.level,
            said.title,
            said.text,
            icon=said.icon,
            actions=[a for a in said.actions if a[0] != ActionId.CONTINUE],
            faq=said.faq,
            details=problem.detail,
        )

    # What the page shows

    def _show_job(self) -> None:
        job = self._maker.job
        page = self._page
        page.card.setVisible(job is not None)
        if job is not None:
            page.card.show_job(job, self._whole(job))
            self._listener.show(job, is_more_coming=self._maker.is_running)
            if self._hears_early and job.ready and self._listener.can_listen:
                self._hears_early = False
                self._listener.play(0.0)
        self._show_page()

    def _show_listening(self) -> None:
        listener = self._listener
        self._page.card.set_playing(listener.is_active, waiting=listener.is_waiting)
        self._page.editor.set_listening(
            self._maker.is_running or (listener.is_active and self._is_same_text())
        )

    def _show_spoken(self, span: tuple[int, int] | None) -> None:
        self._page.editor.show_spoken(span if self._is_same_text() else None)

    def _show_page(self) -> None:
        text = self._page.editor.text
        foot = self._page.foot
        speed = self._voices.settings.speed
        self._page.set_title(title_of(text), counts_text(len(text), minutes(text, speed)))
        is_rest = self._is_same_job() and self._maker.can_go_on
        foot.set_busy(self._maker.is_running)
        foot.set_rest(is_rest=is_rest, is_made=self._is_finished())
        foot.set_cost(*self._price(text, is_rest=is_rest))
        reason = self._reason(text)
        foot.set_ready(not reason, reason)
        self._show_listening()
        self._show_doors()
        self._page.show_silence()

    def _price(self, text: str, *, is_rest: bool) -> tuple[str, str]:
        job = self._maker.job
        if self._is_finished():
            free = translate("Speech", "It is made: hearing it again costs nothing.")
            return "", "" if self._listener.can_listen is False else free
        if self._maker.is_running and job is not None:
            made = (job.text[p.start : p.end] for p in job.pieces if p.is_settled)
            return self._voices.price(job.text, "".join(made))
        return self._voices.price(self._missing_text() if is_rest else text)

    def _reason(self, text: str) -> str:
        """Why nothing can be spoken now, or nothing."""
        if self._voices.is_searching and not self._voices.can_speak:
            return translate("Speech", "Looking for models that speak…")
        if not self._voices.can_speak:
            return translate("Speech", "No connection can speak yet.")
        if not self._voices.settings.voice:
            return translate("Speech", "Choose a voice first.")
        if self._is_finished() and self._listener.can_listen is False:
            return translate("Speech", "It is ready to be saved.")
        if not is_speakable(text):
            return translate("Speech", "Write something first.")
        return ""

    def _show_doors(self) -> None:
        """Nothing can speak: two ways to change that."""
        is_closed = not self._voices.is_searching and not self._voices.can_speak
        self._page.show_example(not is_closed)
        if not is_closed:
            if self._has_doors:
                self._has_doors = False
                self._page.notice.dismiss()
            return
        if not self._page.notice.isHidden():
            return
        self._has_doors = True
        self._page.notice.show_message(
            "info",
            translate("Speech", "Nothing here can speak yet"),
            translate(
                "Speech",
                "Install the offline pack, whose voices speak on this computer, or add a "
                "connection to a service that offers speech.",
            ),
            icon="volume-2",
            actions=(
                (ActionId.PACK_INSTALL.value, translate("Speech", "To the offline pack")),
                ("key", translate("Speech", "Paste a key")),
            ),
        )

    # Smaller questions

    def _keep(self) -> None:
        self._keeper.keep(self._page.editor.text, self._voices.settings)

    def _is_same_text(self) -> bool:
        return self._maker.job is not None and self._maker.job.text == self._page.editor.text

    def _is_same_job(self) -> bool:
        job = self._maker.job
        return job is not None and self._is_same_text() and job.settings == self._voices.settings

    def _is_finished(self) -> bool:
        """Nothing is left to be made of what stands on the page."""
        job = self._maker.job
        return self._is_same_job() and job is not None and job.is_complete

    def _missing_text(self) -> str:
        job = self._maker.job
        assert job is not None
        missing = (piece for piece in job.pieces if not piece.is_settled)
        return "".join(job.text[piece.start : piece.end] for piece in missing)

    def _whole(self, job: SpeechJob) -> float:
        """How long all of it will be: as what is ready, else as long as texts usually are."""
        ready = job.ready
        spoken = letters(job.text[: ready[-1].end]) if ready else 0.0
        seconds = sum(piece.seconds for piece in ready)
        if not spoken or not seconds:
            return 60 * minutes(job.text, job.settings.speed)
        return seconds / spoken * letters(job.text)


def example_text() -> str:
    """A few sentences that show what a voice can do."""
    return translate(
        "Speech",
        "The lamp was lit at a quarter past five, ten minutes earlier than yesterday. "
        "By seven the rain had come in from the sea.\n\n"
        "“Is anyone there?” he asked into the dark. Nobody answered. "
        "Then, quite near, somebody laughed.",
    )
