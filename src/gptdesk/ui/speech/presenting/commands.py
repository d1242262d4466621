"""What the command palette can do with speech."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from gptdesk.ui.shell.command import Command
    from gptdesk.ui.speech.page import SpeechPage
    from gptdesk.ui.speech.presenting.keeping import Keeper
    from gptdesk.ui.speech.presenting.listening import Listener
    from gptdesk.ui.speech.presenting.making import Maker
    from gptdesk.ui.speech.presenting.offering import Offer

translate = QCoreApplication.translate

ALWAYS = ("speak", "open", "batch", "history", "words")


class SpeechPalette:
    """Knows what makes sense now, and does it on the page."""

    def __init__(
        self,
        page: SpeechPage,
        maker: Maker,
        listener: Listener,
        offer: Offer,
        keeper: Keeper,
        speak: Callable[[], object],
    ) -> None:
        self._page = page
        self._maker = maker
        self._offer = offer
        self._keeper = keeper
        self._gestures: dict[str, Callable[[], object]] = {
            "speak": speak,
            "rest": speak,
            "stop": maker.stop,
            "play": listener.toggle,
            "save": self.save,
            "subtitles": self.save_subtitles,
            "open": keeper.ask_for_text,
            "batch": keeper.ask_for_batch,
            "history": page.show_history,
            "words": page.show_words,
        }

    def possible(self) -> dict[str, str]:
        """Each with what it costs, or nothing."""
        found = dict.fromkeys(("open", "batch", "history", "words"), "")
        if self._maker.is_running:
            found["stop"] = ""
        elif self._page.foot.speak.isEnabled() and not self._offer.is_finished:
            found["rest" if self._offer.is_rest else "speak"] = self._page.foot.speak.price
        if self._maker.job is not None and self._maker.job.ready:
            found |= dict.fromkeys(("play", "save", "subtitles"), "")
        return found

    def do(self, name: str) -> None:
        """What is not possible any more is nothing."""
        if name in self.possible():
            self._gestures[name]()

    def save(self) -> None:
        if self._maker.job is not None:
            self._keeper.ask_where_to_save(self._maker.job)

    def save_subtitles(self) -> None:
        if self._maker.job is not None:
            self._keeper.ask_where_to_save_subtitles(self._maker.job)


def speech_commands(
    possible: Mapping[str, str], run: Callable[[str], Callable[[], object]]
) -> list[Command]:
    """Those that do something now: names with a hint; `run` gives what each does."""
    from gptdesk.ui.shell.command import DO, Command

    known = (
        ("speak", translate("SpeechCommand", "Speak the text"), "volume-2", "read aloud 朗读"),
        ("rest", translate("SpeechCommand", "Make the rest of the speech"), "volume-2", "朗读"),
        ("stop", translate("SpeechCommand", "Stop speaking, keep what is ready"), "stop", "停止"),
        ("play", translate("SpeechCommand", "Hear the speech, or pause it"), "play", "播放 暂停"),
        ("save", translate("SpeechCommand", "Save the speech as a sound file"), "download",
         "mp3 wav flac 保存"),
        ("subtitles", translate("SpeechCommand", "Save the subtitles of the speech"), "captions",
         "srt vtt 字幕"),
        ("open", translate("SpeechCommand", "Open a text to be spoken"), "folder-open",
         "txt docx pdf epub 打开"),
        ("batch", translate("SpeechCommand", "Speak many texts into files"), "list-plus",
         "batch 批量"),
        ("history", translate("SpeechCommand", "What was spoken before"), "history", "历史"),
        ("words", translate("SpeechCommand", "Words said differently"), "spell-check",
         "pronunciation 读音"),
    )  # fmt: skip
    return [
        Command(
            f"speech.{name}",
            DO,
            title,
            icon=icon,
            hint=possible[name],
            run=run(name),
            keywords=keywords,
        )
        for name, title, icon, keywords in known
        if name in possible
    ]
