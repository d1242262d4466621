"""The main job without anyone at the screen: the real window is used as a person would use it."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget

from gptdesk.app.application import Application
from gptdesk.app.options import options_from
from gptdesk.app.screen import without_screen
from gptdesk.domain.messages import MessageState
from gptdesk.storage.paths import Paths

W = TypeVar("W", bound=QWidget)

POLL_MS = 50
START_SECONDS = 60
ANSWER_SECONDS = 240
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
    paths = Paths.for_profile(options_from(argv).profile)
    steps: list[Step] = []
    with without_screen(), tempfile.TemporaryDirectory(prefix="gptdesk-check-") as folder:
        for step in _steps(argv, _sheltered(paths, Path(folder))):
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
        button = self._find("chat.model", QWidget)
        ready = wait_until(lambda: bool(self._app.current_connection()), START_SECONDS)
        if not ready:
            raise Failed("no connection; install the offline pack or add a key")
        return f"{self._app.current_connection()} · {button.accessibleName()}"

    def answer(self, question: str) -> str:
        """Type the question, press Send, wait for the answer, and give it back."""
        self._find("chat.new", QAbstractButton).click()
        editor = self._find("chat.editor", QPlainTextEdit)
        model = self._app.transcript_model()
        wait_until(lambda: model.rowCount() == 0, START_SECONDS)
        editor.setPlainText(question)
        send = self._find("chat.send", QAbstractButton)
        if not wait_until(send.isEnabled, START_SECONDS):
            raise Failed("the Send button stayed off")
        send.click()
        if not wait_until(lambda: self._is_settled(model.rowCount()), ANSWER_SECONDS):
            raise Failed("no answer in time")
        row = model.index(model.rowCount() - 1, 0)
        text = str(row.data(Qt.ItemDataRole.DisplayRole) or "")
        if model.rowCount() < 2 or not text.strip():
            raise Failed(self._trouble() or "the answer is empty")
        return " ".join(text.split())[:120]

    def _is_settled(self, rows: int) -> bool:
        if self._trouble():
            return True
        return rows == 2 and not self._app.is_answering()

    def _trouble(self) -> str:
        notice = self._app.window.findChild(QWidget, "notice")
        is_shown = notice is not None and notice.isVisible()
        return notice.accessibleName() if is_shown and notice is not None else ""

    def _find(self, name: str, kind: type[W]) -> W:
        found = self._app.window.findChild(kind, name)
        if found is None:
            raise Failed(f"{name} is missing")
        return found


def _steps(argv: Sequence[str], paths: Paths) -> Iterator[Step]:
    begun = time.monotonic()
    app = Application(argv, paths=paths)
    try:
        is_started = wait_until(lambda: app.is_started, START_SECONDS)
        yield Step("window", is_started, _since(begun), "the window opened")
        if not is_started:
            return
        check = SelfCheck(app)
        yield _measured("storage", check.storage)
        yield _measured("connection", check.connection)
        for name, question in QUESTIONS.items():
            yield _measured(name, lambda question=question: check.answer(question))
    finally:
        app.close()


def _measured(name: str, action: Callable[[], str]) -> Step:
    begun = time.monotonic()
    try:
        detail = action()
    except Failed as failure:
        return Step(name, False, _since(begun), str(failure))
    return Step(name, True, _since(begun), detail)


def _since(begun: float) -> float:
    return round(time.monotonic() - begun, 2)


def _line(step: Step) -> str:
    return f"{'ok  ' if step.ok else 'FAIL'}  {step.id:<12} {step.seconds:7.2f} s  {step.detail}"


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Let the window live until the condition holds; False if it does not in time."""
    loop = QEventLoop()
    owner = QObject()
    poll = QTimer(owner)
    poll.timeout.connect(lambda: loop.quit() if condition() else None)
    deadline = QTimer(owner)
    deadline.setSingleShot(True)
    deadline.timeout.connect(loop.quit)
    poll.start(POLL_MS)
    deadline.start(round(seconds * 1000))
    if not condition():
        loop.exec()
    poll.stop()
    deadline.stop()
    return condition()


def _sheltered(paths: Paths, folder: Path) -> Paths:
    """The profile's connections and packs with a temporary place for everything else."""
    return replace(paths, data=folder, cache=folder / "cache", logs=folder / "logs")


@contextmanager
def _nothing() -> Iterator[None]:
    yield None


__all__ = ["SelfCheck", "Step", "run_self_check", "wait_until"]


if sys.platform == "win32" and sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
    # A Chinese answer cannot be printed in an old code page
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
