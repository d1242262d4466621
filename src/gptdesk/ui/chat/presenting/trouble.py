"""What to say under a message that did not go well, now or when it is seen again later."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.messages import STOPPED, ChatMessage, MessageState, Role
from gptdesk.domain.problems import (
    AnswerIncomplete,
    Bug,
    ConnectionCut,
    ContentRefused,
    EngineCrashed,
    Problem,
    TimedOut,
)
from gptdesk.ui.chat.list.dates import clock
from gptdesk.ui.widgets.actions import ActionId, action_label
from gptdesk.ui.widgets.sentences import problem_sentence

translate = QCoreApplication.translate

CUT_BY_CRASH = "interrupted"
"""Some stores give this code to answers that were growing when the app ended."""
TELLING = (ConnectionCut, AnswerIncomplete, TimedOut, EngineCrashed)
"""What is said of these tells by itself that what had arrived is kept."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A notice under a message. `is_quiet` is a line without a colour."""

    message_id: str
    title: str
    text: str = ""
    actions: tuple[tuple[str, str], ...] = ()
    level: str = "error"
    icon: str = ""
    faq: str = ""
    details: str = ""
    mark: str = ""
    is_quiet: bool = False


def problem_by_code(code: str) -> Problem:
    """The kind of failure that a message remembers; what it knew beyond its kind is gone."""
    kinds = [Problem]
    while kinds:
        kind = kinds.pop()
        if kind.code == code:
            return kind()
        kinds.extend(kind.__subclasses__())
    return Bug()


def trouble_of(message: ChatMessage, problem: Problem | None = None) -> Trouble | None:
    """What stands under the last message of a conversation, if anything does.

    `problem` is the failure itself while it is known; later its code must do.
    """
    if message.state is MessageState.UNSENT:
        return _unsent(message, problem)
    if message.role is not Role.ASSISTANT:
        return None
    if message.state is MessageState.INTERRUPTED:
        return _interrupted(message, problem)
    if message.state is not MessageState.DONE:
        return None
    if problem is not None:  # asked for again in vain; the answer from before is back
        return _in_vain(message, problem)
    return _finished(message)


def _unsent(message: ChatMessage, problem: Problem | None) -> Trouble:
    if message.problem == STOPPED:
        return _stopped(message, (ActionId.RETRY, ActionId.EDIT))
    if not message.problem and problem is None:
        # The app ended between storing the question and asking
        text = translate("ChatTrouble", "The app was closed before this message was sent.")
        title = translate("ChatTrouble", "Not sent yet")
        return Trouble(
            message.id, title, text, _labelled(ActionId.RETRY), "warn", mark=_mark(message)
        )
    trouble = _before_a_word(message, problem or problem_by_code(message.problem))
    text = translate(
        "ChatTrouble",
        "{cause} **Your message is safe:** it stays here and goes out when you press Try again.",
    ).format(cause=trouble.text)
    actions = list(trouble.actions)
    if all(action != ActionId.RETRY for action, _label in actions):
        actions.append((ActionId.RETRY.value, action_label(ActionId.RETRY)))
    return replace(trouble, text=text, actions=tuple(actions), mark=_mark(message))


def _interrupted(message: ChatMessage, problem: Problem | None) -> Trouble:
    both = (ActionId.CONTINUE, ActionId.RETRY)
    if message.problem == STOPPED:
        return _stopped(message, both)
    if problem is None and message.problem in ("", CUT_BY_CRASH):
        title = translate("ChatTrouble", "This answer was cut off when the app closed")
        text = translate(
            "ChatTrouble", "What had arrived is kept. The answer can go on from there."
        )
        return Trouble(message.id, title, text, _labelled(*both), "warn")
    problem = problem or _problem_between(message.problem)
    kept = translate("ChatTrouble", "What had arrived is kept. The answer can go on from there.")
    trouble = _from_problem(message, problem, "" if isinstance(problem, TELLING) else kept)
    if isinstance(problem, EngineCrashed):
        trouble = _engine_gone(trouble)
    rest = tuple(a for a in trouble.actions if a[0] != ActionId.CONTINUE)
    return replace(trouble, actions=(*_labelled(ActionId.CONTINUE), *rest))


def _in_vain(message: ChatMessage, problem: Problem) -> Trouble:
    """The answer was asked for again, and the one from before is back."""
    kept = translate("ChatTrouble", "The answer from before is still here.")
    return _before_a_word(message, problem, kept)


def _before_a_word(message: ChatMessage, problem: Problem, kept: str = "") -> Trouble:
    """What is said of a broken line speaks of what had arrived, and here nothing had."""
    trouble = _from_problem(message, problem, kept)
    actions = tuple(a for a in trouble.actions if a[0] != ActionId.CONTINUE)
    if not isinstance(problem, ConnectionCut | AnswerIncomplete):
        return replace(trouble, actions=actions)
    text = translate(
        "ChatTrouble", "The service took the message and then closed the line without a word."
    )
    if kept:
        text = translate("Problem", "{cause} **{kept}**").format(cause=text, kept=kept)
    title = translate("ChatTrouble", "The line broke before an answer came")
    return replace(trouble, title=title, text=text, actions=actions)


def _problem_between(code: str) -> Problem:
    """What cut an answer after its first word."""
    return TimedOut("between") if code == TimedOut.code else problem_by_code(code)


def _engine_gone(trouble: Trouble) -> Trouble:
    """In mid-answer it is not started again silently: the words would begin anew."""
    return replace(
        trouble,
        title=translate("ChatTrouble", "The model on this computer stopped"),
        text=translate(
            "ChatTrouble",
            "It is started again. What had arrived is kept, and the answer can go on from there.",
        ),
    )


def _finished(message: ChatMessage) -> Trouble | None:
    if message.finish == "length":
        return Trouble(
            message.id,
            translate("ChatTrouble", "The answer reached the length the model may write at once"),
            translate("ChatTrouble", "It is not finished, but it can go on from here."),
            _labelled(ActionId.CONTINUE),
            "info",
            faq="error.length",
        )
    if message.finish == "content_filter":
        return Trouble(
            message.id,
            translate("ChatTrouble", "The service's safety rules ended this answer"),
            translate(
                "ChatTrouble",
                "What had arrived is kept. The rules look at words, and sometimes stop what was "
                "meant well; asking differently often helps.",
            ),
            _labelled(ActionId.EDIT, ActionId.RETRY),
            "warn",
            faq=f"error.{ContentRefused.code}",
        )
    return None


def _stopped(message: ChatMessage, actions: tuple[ActionId, ...]) -> Trouble:
    title = translate("ChatTrouble", "Stopped")
    return Trouble(message.id, title, "", _labelled(*actions), "info", is_quiet=True)


def _from_problem(message: ChatMessage, problem: Problem, kept: str = "") -> Trouble:
    said = problem_sentence(problem, kept=kept)
    return Trouble(
        message.id,
        said.title,
        said.text,
        said.actions,
        said.level,
        said.icon,
        said.faq,
        _details(problem),
    )


def _details(problem: Problem) -> str:
    return f"{problem.code}\n{problem.detail}" if problem.detail else ""


def _mark(message: ChatMessage) -> str:
    text = translate("ChatTrouble", "Not sent yet · saved {time}")
    return text.format(time=clock(message.created))


def _labelled(*actions: ActionId) -> tuple[tuple[str, str], ...]:
    return tuple((action.value, action_label(action)) for action in actions)
