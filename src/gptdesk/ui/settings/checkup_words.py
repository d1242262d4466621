"""What the steps of the check-up are called, and what each of them says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain.checkup import Note, Step, StepState, StepTaken
from gptdesk.domain.problems import (
    AddressNotFound,
    HostNotFound,
    KeyMissing,
    KeyRefused,
    KeyUnusable,
    ModelNotFound,
    NotAnApi,
    Problem,
    ProxyFailed,
    TimedOut,
)
from gptdesk.ui.settings.amounts import seconds_text

translate = QCoreApplication.translate


def title_of(step: Step) -> str:
    titles = {
        Step.INTERNET: translate("Checkup", "Internet"),
        Step.NAME: translate("Checkup", "Name look-up"),
        Step.PROXY: translate("Checkup", "Proxy"),
        Step.TLS: translate("Checkup", "TLS"),
        Step.SERVICE: translate("Checkup", "Service"),
        Step.REGION: translate("Checkup", "Region"),
        Step.KEY: translate("Checkup", "Key"),
        Step.CREDIT: translate("Checkup", "Credit"),
        Step.MODELS: translate("Checkup", "Models"),
        Step.CHAT: translate("Checkup", "One word"),
    }
    return titles[step]


def explained(step: Step) -> str:
    """What the word means, for whoever points at it."""
    sentences = {
        Step.INTERNET: translate(
            "Checkup", "Whether this computer knows a way out. Nobody else is asked for it."
        ),
        Step.NAME: translate(
            "Checkup", "Names of services are turned into numbers first (DNS), as in a phone book."
        ),
        Step.PROXY: translate(
            "Checkup", "A computer in between that passes requests on. See Settings, Proxy."
        ),
        Step.TLS: translate(
            "Checkup", "Encryption on the way, and the proof that it is the right service."
        ),
        Step.SERVICE: translate("Checkup", "Whether the service answers at all."),
        Step.REGION: translate(
            "Checkup", "Some services do not answer requests from every country or region."
        ),
        Step.KEY: translate("Checkup", "Whether the service knows the key."),
        Step.CREDIT: translate("Checkup", "Whether the account still has money or a free share."),
        Step.MODELS: translate("Checkup", "The models that this key may use."),
        Step.CHAT: translate("Checkup", "A model is asked for one token, a piece of a word."),
    }
    return sentences[step]


def note_of(one: StepTaken, failed: Step | None) -> str:
    """The line beside the title. `failed` is the step that the later ones wait for."""
    if one.state is StepState.BUSY:
        return translate("Checkup", "waiting for an answer…")
    if one.state is StepState.FAILED:
        return _failed_note(one)
    if one.state is StepState.WAITING:
        if failed is None:
            return ""
        return translate("Checkup", "waits for: {step}").format(step=title_of(failed))
    return _timed(_found(one), one.seconds)


def _failed_note(one: StepTaken) -> str:
    match one.problem:
        case KeyRefused():
            return translate("Checkup", "refused (401)")
        case KeyMissing():
            return translate("Checkup", "missing")
        case TimedOut():
            return translate("Checkup", "no answer in time")
        case _:
            return translate("Checkup", "did not work")


def _found(one: StepTaken) -> str:
    if one.note is Note.COUNTED:
        return translate("Checkup", "%n model(s) to choose from", None, int(one.value or 0))
    return (_way_sentences() | _account_sentences())[one.note].format(value=one.value)


def _way_sentences() -> dict[Note, str]:
    return {
        Note.NONE: "",
        Note.THIS_COMPUTER: translate("Checkup", "not needed: it runs on this computer"),
        Note.OWN_NETWORK: translate("Checkup", "not needed: it is in your own network"),
        Note.REACHABLE: translate("Checkup", "this computer knows a way out"),
        Note.BY_PROXY: translate("Checkup", "left to the proxy"),
        Note.FOUND: translate("Checkup", "{value} found"),
        Note.IS_NUMBER: translate("Checkup", "not needed: the address is a number"),
        Note.PROXY_LOOKS_UP: translate("Checkup", "left to the proxy"),
        Note.NO_PROXY: translate("Checkup", "none set, none needed"),
        Note.NEVER_PROXY: translate("Checkup", "never used for this computer"),
        Note.PASSES: translate("Checkup", "{value} lets it through"),
        Note.PLAIN: translate("Checkup", "not used: the address begins with http://"),
        Note.VALID: translate("Checkup", "certificate valid"),
        Note.NOT_REACHED: translate("Checkup", "could not be tried"),
        Note.ANSWERS: translate("Checkup", "answers"),
    }


def _account_sentences() -> dict[Note, str]:
    return {
        Note.SERVED: translate("Checkup", "served from where you are"),
        Note.ACCEPTED: translate("Checkup", "accepted"),
        Note.NO_KEY_NEEDED: translate("Checkup", "none sent, none asked for"),
        Note.NO_COMPLAINT: translate("Checkup", "the service does not complain"),
        Note.FREE: translate("Checkup", "not needed: it costs nothing"),
        Note.NOT_LISTED: translate(
            "Checkup", "“{value}” is not in the list of this service; it may still work."
        ),
        Note.NO_LIST: translate("Checkup", "the service has no list; type the name of a model"),
        Note.ANSWERED: translate("Checkup", "{value} answers"),
        Note.NO_MODEL: translate("Checkup", "not tried: no model is chosen"),
        Note.NO_CHAT: translate("Checkup", "not tried: the service has no chat"),
    }


def _timed(text: str, seconds: float | None) -> str:
    if seconds is None:
        return text
    return translate("Checkup", "{text} · {time}").format(text=text, time=time_text(seconds))


def time_text(seconds: float) -> str:
    """Short times in thousandths: 210 ms, 1.8 s."""
    if seconds >= 1:
        return seconds_text(seconds)
    thousandths = QLocale().toString(max(1, round(seconds * 1000)))
    return translate("Checkup", "{count} ms").format(count=thousandths)


def next_step(step: Step, problem: Problem, *, can_edit: bool) -> tuple[str, str]:
    """The one button of the notice: its action and its verb."""
    if isinstance(problem, ProxyFailed):
        return "settings.proxy", translate("Checkup", "Open the proxy settings")
    if can_edit and isinstance(problem, KeyMissing):
        return "paste", translate("Checkup", "Paste the key")
    if can_edit and isinstance(problem, KeyRefused | KeyUnusable):
        return "paste", translate("Checkup", "Paste the key again")
    if can_edit and isinstance(problem, HostNotFound | AddressNotFound | NotAnApi):
        return "address", translate("Checkup", "Correct the address")
    if can_edit and isinstance(problem, ModelNotFound):
        return "model", translate("Checkup", "Choose another model")
    if step is Step.KEY and problem.code == "keyring-locked":
        return "retry", translate("Checkup", "Unlock it and check again")
    return "retry", translate("Checkup", "Check again")
