"""The check-up: its steps, each ticked in plain words, and the notice under one that failed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gptdesk.domain.checkup import Step, StepState, StepTaken, arranged, failure_of
from gptdesk.ui.settings.amounts import clock_text
from gptdesk.ui.settings.checkup_words import explained, next_step, note_of, time_text, title_of
from gptdesk.ui.settings.values import CheckResult
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.labels import Label
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.progress import Spinner
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate

INDENT = 32
TITLE_WIDTH = 108
MARKS = {
    StepState.WAITING: ("circle-dashed", "text-quiet"),
    StepState.OK: ("circle-check", "ok"),
    StepState.SKIPPED: ("minus", "text-quiet"),
    StepState.FAILED: ("circle-x", "error"),
}


class CheckupView(QWidget):
    """Signals:
    check_requested: begin.
    stop_requested: end it now.
    told: a failure was shown that may stand below the edge of the window.
    action: the id of a button in the notice.
    copy_requested: the result as a text.
    faq_requested: an FAQ entry.
    """

    check_requested = Signal()
    stop_requested = Signal()
    told = Signal()
    action = Signal(str)
    copy_requested = Signal()
    faq_requested = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str = "settings.check",
        can_edit: bool = True,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._can_edit = can_edit
        self._result: CheckResult | None = None
        self._taken: tuple[StepTaken, ...] = ()
        self._busy = False
        self._is_free = True
        self._has_copied = False
        self._notice = Notice(small=True)
        self._notice.action.connect(self.action)
        self._notice.faq_requested.connect(self.faq_requested)
        self._steps = {step: _Step() for step in Step}
        self._build()
        self._retranslate()

    def show_nothing(self) -> None:
        """No check-up has been made of what stands in the form."""
        self._result, self._taken = None, ()
        self._busy = False
        self._retranslate()

    def show_busy(self, taken: tuple[StepTaken, ...] = ()) -> None:
        """The steps as far as they went."""
        self._result, self._taken = None, taken
        self._busy = True
        self._retranslate()

    def show_result(self, result: CheckResult) -> None:
        if result is self._result and not self._busy:
            return
        self._result, self._taken = result, result.steps
        self._busy = self._has_copied = False
        self._retranslate()
        if result.problem is not None:
            self.told.emit()

    def show_cost(self, *, is_free: bool) -> None:
        """Whether the one word that it asks for can cost anything."""
        if is_free != self._is_free:
            self._is_free = is_free
            self._retranslate()

    def show_copied(self) -> None:
        self._has_copied = True
        self._retranslate()

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
        self._copy = Button(kind="ghost", icon="copy", small=True)
        self._copy.setObjectName(f"{self._name}.copy")
        self._copy.clicked.connect(self.copy_requested)
        head.addWidget(self._copy)
        head.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        self._notices: dict[Step, QVBoxLayout] = {}
        for step, view in self._steps.items():
            column.addWidget(view)
            place = QVBoxLayout()
            place.setContentsMargins(INDENT, 0, 0, 0)
            column.addLayout(place)
            self._notices[step] = place
        self._notices[Step.KEY].addWidget(self._notice)

    def _on_button(self) -> None:
        if self._busy:
            self.stop_requested.emit()
        else:
            self.check_requested.emit()

    def _retranslate(self) -> None:
        self._title.setText(translate("Settings", "Check-up"))
        self._show_button()
        self._show_facts()
        has_steps = self._busy or self._result is not None
        failed = failure_of(self._taken)
        for one in arranged(self._taken):
            view = self._steps[one.step]
            view.setVisible(has_steps)
            note = note_of(one, failed.step if failed is not None else None)
            view.show_step(one, title_of(one.step), note)
        self._show_problem(failed)

    def _show_button(self) -> None:
        self._button.set_icon("stop" if self._busy else "refresh-cw")
        self._button.setText(self._verb())
        spoken = translate("Settings", "Check-up: {button}").format(button=self._button.text())
        self._button.setAccessibleName(spoken)
        copied = translate("Settings", "Copied"), translate("Settings", "Copy the result")
        self._copy.setText(copied[0] if self._has_copied else copied[1])
        self._copy.setAccessibleName(self._copy.text())
        self._copy.setToolTip(
            translate("Settings", "As a text for whoever helps you. It holds no key.")
        )
        self._copy.setVisible(self._result is not None)

    def _verb(self) -> str:
        if self._busy:
            return translate("Settings", "Stop")
        if self._result is not None:
            free = translate("Settings", "Run again"), translate("Settings", "Run again · < 1 cent")
        else:
            free = translate("Settings", "Check now"), translate("Settings", "Check now · < 1 cent")
        return free[0] if self._is_free else free[1]

    def _show_facts(self) -> None:
        if self._busy:
            text = ""
        elif self._result is not None:
            text = translate("Settings", "{time} · took {seconds}").format(
                time=clock_text(self._result.at), seconds=time_text(self._result.seconds)
            )
        elif self._is_free:
            text = translate("Settings", "step by step to the model · costs nothing")
        else:
            text = translate("Settings", "step by step, and at the end one word from the model")
        self._facts.setText(text)

    def _show_problem(self, failed: StepTaken | None) -> None:
        if failed is None or failed.problem is None or self._busy:
            self._notice.dismiss()
            return
        self._notices[failed.step].addWidget(self._notice)
        words = problem_sentence(failed.problem)
        self._notice.show_message(
            "error",
            words.title,
            words.text,
            actions=[next_step(failed.step, failed.problem, can_edit=self._can_edit)],
            faq=words.faq,
            details=failed.problem.detail,
        )


class _Step(QWidget):
    """Tick or cross, what was tried, and how it went."""

    def __init__(self) -> None:
        super().__init__()
        self._step = StepTaken(Step.INTERNET, StepState.WAITING)
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

    def show_step(self, step: StepTaken, title: str, note: str) -> None:
        self._step = step
        self.setToolTip(explained(step.step))
        self._title.setText(title)
        self._note.setText(note)
        is_quiet = step.state in (StepState.WAITING, StepState.SKIPPED)
        self._title.set_role("text-quiet" if is_quiet else "text")
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
