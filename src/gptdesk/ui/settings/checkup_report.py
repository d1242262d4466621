"""A check-up as a text to be passed on: what helps others to help, and no secret."""

from __future__ import annotations

from PySide6.QtCore import QDateTime

from gptdesk.domain.checkup import StepTaken
from gptdesk.domain.connections import Connection
from gptdesk.ui.settings.values import CheckResult


def checkup_report(connection: Connection, result: CheckResult) -> str:
    """In the words that technicians everywhere read. The key is no part of a connection."""
    when = QDateTime.fromSecsSinceEpoch(int(result.at)).toString("yyyy-MM-dd HH:mm")
    head = [
        f"gptdesk check-up {when}, {result.seconds:.1f} s",
        f"Address: {connection.base_url}",
        f"Service: {connection.service or 'another compatible service'}",
        f"Model: {connection.model or 'not chosen'}",
        "",
    ]
    return "\n".join([*head, *map(_line, result.steps)]) + "\n"


def _line(one: StepTaken) -> str:
    said = " ".join(part for part in (one.note.value, one.value) if part)
    time = f" ({one.seconds * 1000:.0f} ms)" if one.seconds is not None else ""
    problem = ""
    if one.problem is not None:
        detail = " / ".join(one.problem.detail.splitlines())
        problem = f" {one.problem.code}: {detail}".rstrip(": ")
    return f"{one.step.value}: {one.state.value} {said}".rstrip() + time + problem
