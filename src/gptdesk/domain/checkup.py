"""The check-up of a connection: its steps in order, and what each of them can say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from gptdesk.domain.problems import Problem


class Step(StrEnum):
    """In the order in which a request meets them."""

    INTERNET = "internet"
    NAME = "name"
    PROXY = "proxy"
    TLS = "tls"
    SERVICE = "service"
    REGION = "region"
    KEY = "key"
    CREDIT = "credit"
    MODELS = "models"
    CHAT = "chat"


class StepState(StrEnum):
    """SKIPPED is a step that this connection does not need, or that could not be tried."""

    WAITING = "waiting"
    BUSY = "busy"
    OK = "ok"
    SKIPPED = "skipped"
    FAILED = "failed"


class Note(StrEnum):
    """What a step found; the interface has a sentence for each."""

    NONE = ""
    THIS_COMPUTER = "this-computer"
    OWN_NETWORK = "own-network"
    REACHABLE = "reachable"
    BY_PROXY = "by-proxy"
    FOUND = "found"
    IS_NUMBER = "is-number"
    PROXY_LOOKS_UP = "proxy-looks-up"
    NO_PROXY = "no-proxy"
    NEVER_PROXY = "never-proxy"
    PASSES = "passes"
    PLAIN = "plain"
    VALID = "valid"
    NOT_REACHED = "not-reached"
    ANSWERS = "answers"
    SERVED = "served"
    ACCEPTED = "accepted"
    NO_KEY_NEEDED = "no-key-needed"
    NO_COMPLAINT = "no-complaint"
    FREE = "free"
    COUNTED = "counted"
    NOT_LISTED = "not-listed"
    NO_LIST = "no-list"
    ANSWERED = "answered"
    NO_MODEL = "no-model"
    NO_CHAT = "no-chat"


@dataclass(frozen=True, slots=True)
class StepTaken:
    """The newest about a step; it may correct what was said of the step before.

    `value` fills the sentence of `note`: a host, a count, a model. `problem` is there if it FAILED.
    """

    step: Step
    state: StepState
    note: Note = Note.NONE
    value: str = ""
    seconds: float | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ModelsFound:
    """The names that the service listed."""

    names: tuple[str, ...]


CheckEvent: TypeAlias = StepTaken | ModelsFound


@dataclass(frozen=True, slots=True)
class ListAnswer:
    """What came back when the service was asked for its models: names, or its refusal."""

    names: tuple[str, ...]
    problem: Problem | None
    seconds: float


def arranged(taken: Iterable[StepTaken]) -> tuple[StepTaken, ...]:
    """All steps as they stand; those behind one that failed wait."""
    newest = {one.step: one for one in taken}
    found: list[StepTaken] = []
    has_failed = False
    for step in Step:
        one = newest.get(step)
        found.append(StepTaken(step, StepState.WAITING) if one is None or has_failed else one)
        has_failed = has_failed or found[-1].state is StepState.FAILED
    return tuple(found)


def failure_of(taken: Iterable[StepTaken]) -> StepTaken | None:
    return next((one for one in arranged(taken) if one.state is StepState.FAILED), None)
