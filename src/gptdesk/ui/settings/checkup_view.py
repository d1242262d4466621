"""The check-up: its steps, each ticked in plain words, and the notice under one that failed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gptdesk.domain.problems import KeyRefused, Problem
from gptdesk.ui.settings.amounts import clock_text, seconds_text
from gptdesk.ui.settings.checkup import STEPS, failing_step, steps_of, steps_running
from gptdesk.ui.settings.values import CheckResult, CheckStep, StepState
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.progress import Spinner
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate

INDENT = 32
TITLE_WIDTH = 88
MARKS = {
    StepState.WAITING: ("circle-dashed", "text-quiet"),
    StepState.OK: ("circle-check", "ok"),
    StepState.FAILED: ("circle-x", "error"),
}


class CheckupView(QWidget):
    """Signals:
    check_requested: begin.
    stop_requested: end it now.
    told: a failure was shown that may stand below the edge of the window.
    action: the id of a button in the notice.
    faq_requested: an FAQ entry.
    """

    check_requested = Signal()
    stop_requested = Signal()
    told = Signal()
    action = Signal(str)
    faq_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, name: str = "settings.check") -> None:
        super().__init__(parent)
        self._name = name
        self._result: CheckResult | None = None
        self._host = ""
        self._model = ""
        self._busy = False
        self._notice = Notice(small=True)
        self._notice.action.connect(self.action)
        self._notice.faq_requested.connect(self.faq_requested)
        self._steps = {step: _Step() for step in STEPS}
        self._build()
        self._retranslate()

    def show_nothing(self) -> None:
        """No check-up has been made of what stands in the form."""
        self._result = None
        self._busy = False
        self._retranslate()

    def show_busy(self) -> None:
        self._result = None
        self._busy = True
        self._retranslate()

    def show_result(self, result: CheckResult, *, host: str, model: str) -> None:
        """What came of it; `model` is the chosen one, which may be missing."""
        if (result, host, model) == (self._result, self._host, self._model) and not self._busy:
            return
        self._result, self._host, self._model = result, host, model
        self._busy = False
        self._retranslate()
        if result.problem is not None:
            self.told.emit()

    def set_possible(self, possible: bool) -> None:
        self._button.setEnabled(possible or self._busy)

    @property
    def notice(self) -> Notice:
        return self._notice

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # How it is made

    def _build(self) -> None:
        self._title = Label(style="button")
        self._facts = Label(style="secondary", role="text-quiet")
        self._facts.setWordWrap(True)
        self._button = Button(kind="soft", icon="refresh-cw", small=True)
        self._button.setObjectName(self._name)
        self._button.clicked.connect(self._on_button)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._facts, 1)
        head.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        self._notices: dict[str, QVBoxLayout] = {}
        for step, view in self._steps.items():
            column.addWidget(view)
            place = QVBoxLayout()
            place.setContentsMargins(INDENT, 0, 0, 0)
            column.addLayout(place)
            self._notices[step] = place
        self._notices["key"].addWidget(self._notice)

    def _on_button(self) -> None:
        if self._busy:
            self.stop_requested.emit()
        else:
            self.check_requested.emit()

    def _retranslate(self) -> None:
        self._title.setText(translate("Settings", "Check-up"))
        self._show_button()
        self._show_facts()
        if self._busy:
            steps = steps_running()
        elif self._result is not None:
            steps = steps_of(self._result)
        else:
            steps = ()
        for view in self._steps.values():
            view.setVisible(bool(steps))
        for step in steps:
            self._steps[step.id].show_step(step, _title_of(step.id), self._note_of(step, steps))
        self._show_problem()

    def _show_button(self) -> None:
        self._button.set_icon("stop" if self._busy else "refresh-cw")
        if self._busy:
            text = translate("Settings", "Stop")
        elif self._result is not None:
            text = translate("Settings", "Run again")
        else:
            text = translate("Settings", "Check now")
        self._button.setText(text)
        spoken = translate("Settings", "Check-up: {button}").format(button=text)
        self._button.setAccessibleName(spoken)

    def _show_facts(self) -> None:
        if self._busy:
            text = translate("Settings", "asks the service for its models · costs nothing")
        elif self._result is not None:
            text = translate("Settings", "{time} · took {seconds} · costs nothing").format(
                time=clock_text(self._result.at), seconds=seconds_text(self._result.seconds)
            )
        else:
            text = translate("Settings", "address, key and models · costs nothing")
        self._facts.setText(text)

    def _show_problem(self) -> None:
        problem = self._result.problem if self._result is not None else None
        if problem is None:
            self._notice.dismiss()
            return
        self._notices[failing_step(problem)].addWidget(self._notice)
        words = problem_sentence(problem)
        self._notice.show_message(
            "error",
            words.title,
            words.text,
            actions=[self._action_for(problem)],
            faq=words.faq,
            details=problem.detail,
        )

    def _action_for(self, problem: Problem) -> tuple[str, str]:
        """One next step, possible right here."""
        if failing_step(problem) == "key" and not problem.can_retry:
            return "paste", translate("Settings", "Paste the key again")
        return ActionId.RETRY.value, translate("Settings", "Check again")

    def _note_of(self, step: CheckStep, steps: tuple[CheckStep, ...]) -> str:
        if step.state is StepState.BUSY:
            return translate("Settings", "waiting for an answer…")
        if step.state is StepState.FAILED:
            assert self._result is not None
            if isinstance(self._result.problem, KeyRefused):
                return translate("Settings", "refused (401)")
            return translate("Settings", "did not work")
        if step.state is StepState.OK:
            return self._done_note(step.id)
        failed = next((s.id for s in steps if s.state is not StepState.OK), "address")
        if failed == "key":
            return translate("Settings", "waits for the key")
        return translate("Settings", "waits for the address")

    def _done_note(self, step: str) -> str:
        if step == "address":
            return translate("Settings", "{host} answers").format(host=self._host)
        if step == "key":
            return translate("Settings", "accepted")
        assert self._result is not None
        models = self._result.models
        if self._model and self._model not in models:
            return translate(
                "Settings", "“{model}” is not in the list of this service; it may still work."
            ).format(model=self._model)
        return translate("Settings", "%n model(s) to choose from", None, len(models))


class _Step(QWidget):
    """Tick or cross, what was tried, and how it went."""

    def __init__(self) -> None:
        super().__init__()
        self._step = CheckStep("")
        self._mark = QLabel()
        self._spinner = Spinner(20)
        self._title = Label(style="base")
        self._note = Label(style="secondary", role="text-quiet")
        self._note.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._spinner)
        row.addWidget(self._title)
        row.addWidget(self._note, 1)
        Theme.current().changed.connect(self._restyle)

    def show_step(self, step: CheckStep, title: str, note: str) -> None:
        self._step = step
        self._title.setText(title)
        self._note.setText(note)
        self._title.set_role("text-quiet" if step.state is StepState.WAITING else "text")
        self.setAccessibleName(
            translate("Settings", "{step}: {result}").format(step=title, result=note)
        )
        self._restyle()

    def _restyle(self) -> None:
        theme = Theme.current()
        size = theme.icon_size(20)
        is_busy = self._step.state is StepState.BUSY
        self._mark.setVisible(not is_busy)
        self._spinner.setVisible(is_busy)
        if not is_busy:
            icon, role = MARKS[self._step.state]
            self._mark.setPixmap(theme.pixmap(icon, role, size, self.devicePixelRatioF()))
        self._mark.setFixedSize(size, size)
        self._title.setMinimumWidth(theme.px(TITLE_WIDTH))
        self._title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _title_of(step: str) -> str:
    titles = {
        "address": translate("Settings", "Address"),
        "key": translate("Settings", "Key"),
        "models": translate("Settings", "Models"),
    }
    return titles[step]
