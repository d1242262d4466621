"""Every failure in plain words, with the next step and the FAQ entry that explains it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId, action_label
from gptdesk.ui.widgets.problem_words.account import account_words, key_words
from gptdesk.ui.widgets.problem_words.answer import answer_words
from gptdesk.ui.widgets.problem_words.drawing import drawing_words
from gptdesk.ui.widgets.problem_words.local import keyring_words, pack_words
from gptdesk.ui.widgets.problem_words.pictures import picture_words
from gptdesk.ui.widgets.problem_words.request import refusal_words, request_words
from gptdesk.ui.widgets.problem_words.sound import device_words, file_words
from gptdesk.ui.widgets.problem_words.storage import storage_words
from gptdesk.ui.widgets.problem_words.way import way_words
from gptdesk.ui.widgets.problem_words.words import Words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Sentences:
    """What a notice says. `actions` are (id, label); the first one is the next step.

    `text` may hold `**bold**` words; `faq` is the id of an FAQ entry.
    """

    title: str
    text: str
    actions: tuple[tuple[str, str], ...]
    faq: str
    level: str = "error"
    icon: str = ""


def problem_sentence(problem: p.Problem, *, kept: str = "") -> Sentences:
    """Say it without blame. `kept` is a whole sentence about what is safe; it comes in bold."""
    title, text, actions = _words(problem)
    if kept:
        text = translate("Problem", "{cause} **{kept}**").format(cause=text, kept=kept)
    return Sentences(
        title=title,
        text=text,
        actions=tuple((action.value, action_label(action)) for action in actions),
        faq=f"error.{problem.code}",
        level="warn" if isinstance(problem, CALM) else "error",
        icon=ICONS.get(problem.code, ""),
    )


CALM = (
    p.RateLimited,
    p.AnswerIncomplete,
    p.ConnectionCut,
    p.KeyringMissing,
    p.PackMissing,
    p.SettingsDamaged,
    p.KeyMissing,
    p.SpeakerMissing,
    p.RecordingTooLong,
    p.OrderUnfit,
    p.MaskUnusable,
)
"""What passes by itself or is only to be known."""

ICONS = {
    p.NetworkDown.code: "wifi-off",
    p.HostNotFound.code: "globe",
    p.CreditExhausted.code: "wallet",
    p.KeyMissing.code: "key-round",
    p.KeyRefused.code: "key-round",
    p.KeyUnusable.code: "key-round",
    p.DiskFull.code: "hard-drive",
    p.DiskTooSmall.code: "hard-drive",
    p.PackMissing.code: "package",
    p.PackDamaged.code: "package",
    p.EngineUnsupported.code: "cpu",
    p.EngineCrashed.code: "cpu",
    p.RateLimited.code: "timer",
    p.KeyringMissing.code: "lock-keyhole",
    p.KeyringLocked.code: "lock-keyhole",
    p.KeyringFailed.code: "lock-keyhole",
    p.MicrophoneMissing.code: "mic",
    p.MicrophoneDenied.code: "mic",
    p.MicrophoneLost.code: "mic",
    p.SpeakerMissing.code: "volume-2",
    p.SoundUnreadable.code: "audio-lines",
    p.SoundMissing.code: "audio-lines",
    p.SoundFormatUnknown.code: "audio-lines",
    p.SoundNotWritten.code: "audio-lines",
    p.RecordingTooLong.code: "timer",
}


REGIONS = (
    way_words,
    key_words,
    account_words,
    request_words,
    refusal_words,
    answer_words,
    storage_words,
    keyring_words,
    pack_words,
    picture_words,
    drawing_words,
    device_words,
    file_words,
)


def _words(problem: p.Problem) -> Words:
    for find in REGIONS:
        if (words := find(problem)) is not None:
            return words
    return (
        translate("Problem", "Something unexpected happened in gptdesk"),
        translate(
            "Problem",
            "This is a fault of the app and not of what you did. Trying again often helps; "
            "the details below help us to mend it.",
        ),
        (ActionId.RETRY, ActionId.REPORT),
    )
