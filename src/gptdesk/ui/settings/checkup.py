"""Which step of the check-up a failure belongs to."""

from __future__ import annotations

from gptdesk.domain.problems import (
    AccessRefused,
    AnswerBroken,
    AnswerEmpty,
    CreditExhausted,
    KeyMissing,
    KeyRefused,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyUnusable,
    ModelNotFound,
    OrganizationUnverified,
    Problem,
    RateLimited,
    RegionRefused,
)
from gptdesk.ui.settings.values import CheckResult, CheckStep, StepState

STEPS = ("address", "key", "models")

KEY_PROBLEMS = (KeyMissing, KeyRefused, KeyUnusable, KeyringFailed, KeyringLocked, KeyringMissing)
MODEL_PROBLEMS = (
    AccessRefused,
    AnswerBroken,
    AnswerEmpty,
    CreditExhausted,
    ModelNotFound,
    OrganizationUnverified,
    RateLimited,
    RegionRefused,
)


def failing_step(problem: Problem) -> str:
    """Whoever refuses a key has answered: the steps before are done."""
    if isinstance(problem, KEY_PROBLEMS):
        return "key"
    return "models" if isinstance(problem, MODEL_PROBLEMS) else "address"


def steps_of(result: CheckResult) -> tuple[CheckStep, ...]:
    """All steps with their outcome; those after a failure wait."""
    if result.problem is None:
        return tuple(CheckStep(step, StepState.OK) for step in STEPS)
    failed = STEPS.index(failing_step(result.problem))
    return tuple(CheckStep(step, _state(index, failed)) for index, step in enumerate(STEPS))


def steps_running() -> tuple[CheckStep, ...]:
    return (CheckStep("address", StepState.BUSY), CheckStep("key"), CheckStep("models"))


def _state(index: int, failed: int) -> StepState:
    if index == failed:
        return StepState.FAILED
    return StepState.OK if index < failed else StepState.WAITING
