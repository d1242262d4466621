"""Says in a notice what went wrong, with the buttons that help."""

from __future__ import annotations

from collections.abc import Collection

from gptdesk.domain.problems import Problem
from gptdesk.ui.widgets.notice import Notice
from gptdesk.ui.widgets.sentences import problem_sentence


def show_problem(notice: Notice, problem: Problem, *, without: Collection[str] = ()) -> None:
    """`without` names buttons that mean nothing where the notice stands."""
    said = problem_sentence(problem)
    notice.show_message(
        said.level,
        said.title,
        said.text,
        icon=said.icon,
        actions=[action for action in said.actions if action[0] not in without],
        faq=said.faq,
        details=problem.detail,
    )
