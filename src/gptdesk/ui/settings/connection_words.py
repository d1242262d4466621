"""How a connection is called in the list, and the one line about how it does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.addresses import host_of
from gptdesk.domain.catalogue import Task
from gptdesk.domain.connections import Connection, ConnectionKind
from gptdesk.domain.problems import (
    ConnectionRefused,
    HostNotFound,
    KeyMissing,
    KeyRefused,
    NetworkDown,
    Problem,
    TimedOut,
)
from gptdesk.ui.settings.amounts import clock_text
from gptdesk.ui.settings.presets import task_name
from gptdesk.ui.settings.row_list import Row
from gptdesk.ui.settings.values import CheckResult, ConnectionRow

translate = QCoreApplication.translate

MARKS = {
    Task.CHAT: "message-circle",
    Task.IMAGES: "image",
    Task.SPEECH: "volume-2",
    Task.TRANSCRIPTION: "audio-lines",
}


def name_of(connection: Connection) -> str:
    """Its own name, or one that says what it is."""
    if connection.name:
        return connection.name
    if connection.kind is ConnectionKind.OFFLINE:
        return translate("Settings", "Offline pack")
    if connection.kind is ConnectionKind.ENVIRONMENT:
        return translate("Settings", "From the environment")
    return host_of(connection.base_url) or translate("Settings", "New connection")


def used_text(tasks: tuple[Task, ...]) -> str:
    """For which tabs a connection is the one that is taken."""
    if tasks == (Task.CHAT,):
        return translate("Settings", "New chats use this connection")
    names = " · ".join(task_name(task) for task in tasks)
    return translate("Settings", "Used for: {tabs}").format(tabs=names) if tasks else ""


def row_of(row: ConnectionRow) -> Row:
    """The line in the list, with a dot whose colour is never the only sign."""
    dot, note = _state(row)
    mark = MARKS.get(row.used_for[0], "") if row.used_for else ""
    mark_name = used_text(row.used_for)
    name = name_of(row.connection)
    return Row(row.connection.id, name, note, dot=dot, mark=mark, mark_name=mark_name)


def _state(row: ConnectionRow) -> tuple[str, str]:
    kind = row.connection.kind
    if row.is_draft:
        return "text-disabled", translate("Settings", "not saved yet")
    if kind is ConnectionKind.OFFLINE:
        return _offline_state(row)
    if row.needs_key:
        return "warn", translate("Settings", "needs its key again")
    if row.check is not None:
        return _checked_state(row.check)
    if kind is ConnectionKind.ENVIRONMENT:
        return "text-disabled", translate("Settings", "OPENAI_API_KEY · read only")
    return "text-disabled", translate("Settings", "not checked yet")


def _offline_state(row: ConnectionRow) -> tuple[str, str]:
    if row.is_missing:
        return "text-disabled", translate("Settings", "not installed yet")
    return "ok", translate("Settings", "ready on this computer")


def _checked_state(check: CheckResult) -> tuple[str, str]:
    if check.problem is None:
        text = translate("Settings", "connected · %n model(s)", None, len(check.models))
        return "ok", text
    return _problem_dot(check.problem), translate("Settings", "{problem} · checked {time}").format(
        problem=_short(check.problem), time=clock_text(check.at)
    )


def _problem_dot(problem: Problem) -> str:
    return "warn" if problem.can_retry else "error"


def _short(problem: Problem) -> str:
    match problem:
        case KeyRefused():
            return translate("Settings", "key refused")
        case KeyMissing():
            return translate("Settings", "key missing")
        case NetworkDown() | HostNotFound() | ConnectionRefused() | TimedOut():
            return translate("Settings", "not reachable")
        case _:
            return translate("Settings", "did not work")
