"""The main job without anyone at the screen: the real window is used as a person would use it."""

from __future__ import annotations

import io
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from gptdesk.app.application import Application
from gptdesk.app.screen import use_hidden_screen
from gptdesk.app.speech_check import NotSpoken, SpeechCheck
from gptdesk.app.transcription_check import NotWritten, TranscriptionCheck
from gptdesk.app.waiting import wait_until
from gptdesk.commandline import options_from
from gptdesk.storage.paths import Paths
from gptdesk.ui.chat.transcript.view import TranscriptView

W = TypeVar("W", bound=QWidget)

START_SECONDS = 60
READY_SECONDS = 15
ANSWER_SECONDS = 240
ENOUGH = 400
"""Characters of an answer, after which a model that talks on is stopped."""
QUESTIONS = {
    "chat": "In one short sentence: what is the capital of France?",
    "chat-zh": "用一句话回答：中国的首都是哪里？",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the table. `detail` says what happened in words."""

    id: str
    ok: bool
    seconds: float
    detail: str


class Failed(Exception):
    """A step did not work; its text is the detail."""


def run_self_check(argv: Sequence[str], report: Path | None) -> int:
    """Check, print the table, write the report; 0 only if every step worked.

    Packs, connections and keys are the profile's own; conversations go to a temporary folder.
    """
    use_hidden_screen()
    _print_any_language()
    paths = Paths.for_profile(options_from(argv).profile)
    steps: list[Step] = []
    with tempfile.TemporaryDirectory(prefix="gptdesk-check-") as folder:
        for step in _steps(argv, sheltered(paths, Path(folder)), paths.packs):
            print(_line(step), flush=True)
            steps.append(step)
    is_ok = bool(steps) and all(step.ok for step in steps)
    print("All of it works." if is_ok else "Something does not work yet; see above.")
    if report is not None:
        result = {"ok": is_ok, "steps": [asdict(step) for step in steps]}
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0 if is_ok else 1


class SelfCheck:
    """Uses the window by the names of its parts, as a person uses it by sight."""

    def __init__(self, app: Application) -> None:
        self._app = app

    def storage(self) -> str:
        problems = [problem.code for problem in self._app.notices]
        if problems:
            raise Failed(", ".join(problems))
        return "conversations are kept on disk"

    def connection(self) -> str:
        """Something that can answer is offered: Send is ready as soon as a word is typed."""
        self._find("chat.editor", QPlainTextEdit).setPlainText("?")
        send = self._find("chat.send", QAbstractButton)
        wait_until(lambda: send.isEnabled() or self._has_doors(), READY_SECONDS)
        if not send.isEnabled():
            raise Failed("no connection; install the offline pack or add a key")
        self._find("chat.editor", QPlainTextEdit).clear()
        return self._find("chat.model", QWidget).accessibleName()

    def _has_doors(self) -> bool:
        """Whether the page offers the ways to a first connection, because there is none."""
        doors = self._app.window.findChild(QWidget, "chat.doors")
        return doors is not None and doors.isVisible()

    def answer(self, question: str) -> str:
        """Type the question, press Send, wait for the answer, and give it back."""
        self._find("chat.new", QAbstractButton).click()
        transcript = self._transcript()
        wait_until(lambda: transcript.rowCount() == 0, START_SECONDS)
        self._find("chat.editor", QPlainTextEdit).setPlainText(question)
        send = self._find("chat.send", QAbstractButton)
        if not wait_until(send.isEnabled, START_SECONDS):
            raise Failed("the Send button stayed off")
        send.click()
        if not wait_until(lambda: self._is_settled() or self._is_long(), ANSWER_SECONDS):
            raise Failed("no answer in time")
        if self._is_settled() and (trouble := self._trouble()):
            raise Failed(trouble)
        text = self._last_text()
        if transcript.rowCount() < 2 or not text.strip():
            raise Failed("the answer is empty")
        self._stop()
        return " ".join(text.split())[:120]

    def _stop(self) -> None:
        """A small model may not find an end; enough of an answer is an answer."""
        if not self._is_settled():
            self._find("chat.stop", QAbstractButton).click()
            if not wait_until(self._is_settled, START_SECONDS):
                raise Failed("the answer could not be stopped")

    def _is_long(self) -> bool:
        return self._transcript().rowCount() == 2 and len(self._last_text()) > ENOUGH

    def _last_text(self) -> str:
        transcript = self._transcript()
        return str(transcript.index(transcript.rowCount() - 1, 0).data() or "")

    def _is_settled(self) -> bool:
        is_busy = self._find("chat.stop", QWidget).isVisible()
        return not is_busy and self._transcript().rowCount() > 0

    def _transcript(self) -> QAbstractItemModel:
        return self._find("chat.transcript", TranscriptView).model()

    def _trouble(self) -> str:
        notices = self._app.window.findChildren(QWidget, "notice")
        return next((n.accessibleName() for n in notices if n.isVisible()), "")

    def _find(self, name: str, kind: type[W]) -> W:
        found = self._app.window.findChild(kind, name)
        if found is None:
            raise Failed(f"{name} is missing")
        return found


def _steps(argv: Sequence[str], paths: Paths, packs: Path) -> Iterator[Step]:
    begun = time.monotonic()
    app = Application(argv, paths=paths, packs=packs)
    try:
        app.window.show_tab("chat")
        is_started = wait_until(lambda: app.is_started, START_SECONDS)
        yield Step("window", is_started, _since(begun), "the window opened")
        if not is_started:
            return
        check = SelfCheck(app)
        yield _measured("storage", check.storage)
        connection = _measured("connection", check.connection)
        yield connection
        for name, question in QUESTIONS.items():
            if connection.ok:
                yield _measured(name, partial(check.answer, question))
            else:
                yield Step(name, False, 0.0, "not tried, there is nothing to ask")
        if connection.ok:
            speech = SpeechCheck(app.window, paths.data / "speech")
            yield _measured("speech", speech.run)
            yield _measured("transcription", TranscriptionCheck(app.window, speech.spoken).run)
        else:
            for name in ("speech", "transcription"):
                yield Step(name, False, 0.0, "not tried, there is nothing to do it with")
    finally:
        app.close()


def _measured(name: str, action: Callable[[], str]) -> Step:
    begun = time.monotonic()
    try:
        detail = action()
    except (Failed, NotSpoken, NotWritten) as failure:
        return Step(name, False, _since(begun), str(failure))
    return Step(name, True, _since(begun), detail)


def _since(begun: float) -> float:
    return round(time.monotonic() - begun, 2)


def _line(step: Step) -> str:
    return f"{'ok  ' if step.ok else 'FAIL'}  {step.id:<12} {step.seconds:7.2f} s  {step.detail}"


def sheltered(paths: Paths, folder: Path) -> Paths:
    """The profile's connections in a temporary place, where everything else will go as well."""
    for file in (paths.connections, paths.settings):
        if file.is_file():
            shutil.copy(file, folder)
    return replace(paths, data=folder, config=folder, cache=folder / "cache", logs=folder / "logs")


def _print_any_language() -> None:
    """A Chinese answer cannot be printed in an old code page of Windows."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
