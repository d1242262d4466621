"""The ways by which pictures come: files, clipboard, drop, screen; and whether they may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QImage

    from gptdesk.ui.chat.attaching.capture import ScreenCapture
    from gptdesk.ui.chat.attaching.dropping import DropTarget
    from gptdesk.ui.chat.page import ChatPage
    from gptdesk.ui.chat.presenting.attaching import AttachPresenter
    from gptdesk.ui.chat.presenting.choosing import ModelPresenter
    from gptdesk.ui.chat.presenting.conversation import ConversationPresenter
    from gptdesk.ui.chat.presenting.sight import Sight, SightFinder

translate = QCoreApplication.translate

SWITCH = "picture.switch"
WITHOUT = "picture.without"
BLIND, DOUBT, OTHER = "blind", "doubt", "other"
"""What the line above the pictures speaks of."""


class PictureWays(QObject):
    """Lets pictures in where the model can see them, and says otherwise which one could.

    Signals:
        submitted: a message may go out; its text.
    """

    submitted = Signal(str)

    def __init__(
        self,
        page: ChatPage,
        attached: AttachPresenter,
        conversation: ConversationPresenter,
        models: ModelPresenter,
        sight: SightFinder,
        parent: QObject,
        choose_files: Callable[[Any], Sequence[str]] | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._attached = attached
        self._conversation = conversation
        self._finder = sight
        self.choose_files = choose_files or _choose_files
        self._drop: DropTarget | None = None
        self._capture: ScreenCapture | None = None
        self._waiting = ""
        self._hint = ""
        composer = page.composer
        composer.submitted.connect(self.send)
        composer.attach_refused.connect(self._say_blind)
        composer.attach.files_wanted.connect(self.choose)
        composer.attach.paste_wanted.connect(self.paste)
        composer.attach.screenshot_wanted.connect(self.capture)
        composer.editor.pictures_pasted.connect(self.add)
        page.notice.action.connect(self._on_notice_action)
        conversation.changed.connect(self.refresh)
        conversation.opened.connect(self.refresh)
        models.loaded.connect(self.refresh)
        attached.changed.connect(self._show_doubt)
        self._watch_drops()

    @property
    def sight(self) -> Sight:
        return self._finder.of(self._conversation.choice)

    def refresh(self) -> None:
        """Another model may answer now."""
        sight = self.sight
        self._page.composer.attach.set_reason(sight.reason())
        self._attached.set_limits(sight.limits)
        if self._drop is not None:
            self._drop.set_reason(sight.reason())
        self._show_doubt()

    # Ways

    def add(self, sources: Sequence[Path | QImage]) -> None:
        """From wherever they come."""
        if not sources:
            self._say(translate("Attach", "There is no picture on the clipboard."))
            return
        if not self.sight.can_see:
            self._say_blind()
            return
        self._say("")
        self._attached.add(sources)
        self._show_doubt()
        self._page.focus_editor()

    def choose(self) -> None:
        if paths := self.choose_files(self._page):
            self.add([Path(path) for path in paths])

    def paste(self) -> None:
        from gptdesk.ui.chat.attaching.incoming import pictures_in

        there: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None where it is empty
        self.add(pictures_in(there) if there is not None else [])

    def capture(self, without_window: bool) -> None:
        from gptdesk.ui.chat.attaching.capture import ScreenCapture, can_capture

        if not can_capture():
            self._say(
                translate(
                    "Attach",
                    "This system lets no program look at the screen. Press the Print key to make "
                    "a screenshot, then paste it here.",
                ),
                translate("Attach", "Paste it"),
            )
            return
        self._capture = ScreenCapture(self._page.window(), self)
        self._capture.taken.connect(lambda image: self.add([image]))
        self._capture.ended.connect(self._capture.deleteLater)
        self._capture.start(without_window=without_window)

    # Sending

    def send(self, text: str) -> None:
        """Pictures that the model cannot see are not sent without a word."""
        if not self._attached.attachments() or self.sight.can_see:
            self.submitted.emit(text)
            return
        self._waiting = text
        sight = self.sight
        actions = [(SWITCH, sight.switch())]
        if text:
            actions.append((WITHOUT, translate("Attach", "Send without pictures")))
        self._page.notice.show_message(
            "warn",
            translate("Attach", "{model} cannot see pictures").format(model=sight.name),
            translate("Attach", "Your message and its pictures are kept; nothing was sent yet."),
            icon="eye-off",
            actions=actions,
        )

    def shutdown(self) -> None:
        if self._capture is not None and self._is_capturing():
            self._capture.shutdown()

    def _is_capturing(self) -> bool:
        from shiboken6 import isValid

        return isValid(self._capture)

    def _on_notice_action(self, action: str) -> None:
        if action == SWITCH:
            self._page.notice.dismiss()
            self._switch()
        elif action == WITHOUT:
            self._page.notice.dismiss()
            self._attached.drop_all()
            self.submitted.emit(self._waiting)

    def _switch(self) -> None:
        """To a model that can see; the person presses Send when it is the right one."""
        other = self.sight.other
        if other is None:
            self._page.composer.choose_model()
        else:
            self._page.composer.model_chosen.emit(*other)
        self._page.focus_editor()

    def _say_blind(self) -> None:
        sight = self.sight
        if not sight.can_see:
            self._say(sight.reason(), sight.switch())
            self._hint = BLIND

    def _on_link(self) -> None:
        if self.sight.can_see:
            self.paste()
            return
        self._say("")
        self._switch()

    def _say(self, text: str, link: str = "") -> None:
        self._hint = OTHER if text else ""
        self._page.composer.tray.say(text, link)

    def _show_doubt(self) -> None:
        """Where nothing is known of the model, the person is told that it is a try."""
        sight = self.sight
        if sight.can_see and not sight.is_sure and not self._attached.is_empty:
            text = translate("Attach", "It is not known whether {model} sees pictures. Try it.")
            self._say(text.format(model=sight.name))
            self._hint = DOUBT
        elif self._hint == DOUBT or (self._hint == BLIND and sight.can_see):
            self._say("")

    def _watch_drops(self) -> None:
        from gptdesk.ui.chat.attaching.dropping import DropTarget

        self._drop = DropTarget(self._page, self._page.composer.editor.viewport(), self)
        self._drop.dropped.connect(self.add)
        self._page.composer.tray.link_pressed.connect(self._on_link)


def _choose_files(parent: Any) -> Sequence[str]:
    from PySide6.QtWidgets import QFileDialog

    kinds = translate("Attach", "Pictures ({patterns})").format(
        patterns="*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff *.heic *.heif *.avif"
    )
    everything = translate("Attach", "All files (*)")
    title = translate("Attach", "Attach pictures")
    chosen, _kind = QFileDialog.getOpenFileNames(parent, title, "", f"{kinds};;{everything}")
    return chosen
