"""Says on the window what concerns the whole app."""

from __future__ import annotations

from gptdesk.domain.problems import Problem
from gptdesk.ui.shell.window import MainWindow
from gptdesk.ui.widgets.sentences import problem_sentence


def show_on_window(window: MainWindow, problem: Problem) -> None:
    said = problem_sentence(problem)
    window.show_notice(
        problem.code,
        said.level,
        said.title,
        said.text,
        icon=said.icon,
        actions=said.actions,
        details=problem.detail,
    )
