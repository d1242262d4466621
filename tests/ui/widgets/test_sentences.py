"""Every failure has its own words, a next step and an FAQ entry."""

from __future__ import annotations

import inspect

import pytest
from PySide6.QtWidgets import QApplication

from gptdesk.domain import problems
from gptdesk.domain.problems import Problem
from gptdesk.domain.resources import resource_root
from gptdesk.ui.shell.languages import Languages
from gptdesk.ui.widgets.actions import ActionId
from gptdesk.ui.widgets.sentences import problem_sentence

KINDS = [
    kind
    for _name, kind in inspect.getmembers(problems, inspect.isclass)
    if issubclass(kind, Problem) and kind is not Problem
]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_problem_has_a_title_a_cause_and_a_next_step(kind: type[Problem]) -> None:
    words = problem_sentence(kind())
    assert words.title
    assert words.text
    assert words.actions
    assert all(label for _id, label in words.actions)
    assert {name for name, _label in words.actions} <= {action.value for action in ActionId}
    assert words.faq == f"error.{kind.code}"
    assert "{" not in words.text
    assert "!" not in words.title + words.text


def test_no_two_problems_say_the_same() -> None:
    titles = [problem_sentence(kind()).title for kind in KINDS]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not problems.Bug])
def test_what_is_foreseen_is_not_called_unexpected(kind: type[Problem]) -> None:
    assert problem_sentence(kind()).title != problem_sentence(problems.Bug()).title


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_problem_that_passes_by_itself_can_be_tried_again(kind: type[Problem]) -> None:
    offered = {name for name, _label in problem_sentence(kind()).actions}
    if kind.can_retry:
        assert offered & {ActionId.RETRY.value, ActionId.CONTINUE.value}


def test_what_was_kept_comes_in_bold_after_the_cause() -> None:
    words = problem_sentence(problems.CreditExhausted(), kept="Your message is safe.")
    assert words.text.endswith("**Your message is safe.**")


@pytest.mark.parametrize(
    "problem",
    [
        problems.NetworkDown(),
        problems.HostNotFound("api.example"),
        problems.TlsFailed(),
        problems.ProxyFailed(),
        problems.TimedOut("connect"),
        problems.TimedOut("between"),
        problems.ConnectionRefused("box"),
    ],
    ids=lambda problem: problem.code,
)
def test_a_network_error_never_blames_the_key(problem: Problem) -> None:
    words = problem_sentence(problem)
    assert "key" not in (words.title + words.text).lower()
    assert ActionId.SETTINGS_KEY.value not in {name for name, _label in words.actions}


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (problems.HostNotFound("api.example.org"), "api.example.org"),
        (problems.ConnectionRefused("127.0.0.1:9"), "127.0.0.1:9"),
        (problems.KeyUnusable("ф"), "ф"),
        (problems.ModelNotFound("old-model"), "old-model"),
        (problems.ParameterRefused("top_k"), "top_k"),
        (problems.RequestRefused(418), "418"),
        (problems.ServiceFailed(503), "503"),
        (problems.RateLimited(7.4), "7"),
        (problems.StorageReadOnly("/home/a"), "/home/a"),
        (problems.StorageDamaged("/home/b"), "/home/b"),
        (problems.SettingsDamaged("/home/c"), "/home/c"),
        (problems.SoundMissing("talk.mp3"), "talk.mp3"),
        (problems.SoundUnreadable("talk.mp3"), "talk.mp3"),
        (problems.SoundUnreadable("talk.mp3", "empty"), "empty"),
        (problems.SoundUnreadable("talk.mp3", "silent-video"), "no sound track"),
        (problems.SoundUnreadable("talk.mp3", "stuck"), "does not go on"),
        (problems.SoundFormatUnknown("mp3"), "MP3"),
        (problems.RecordingTooLong(4.0), "4 hours"),
        (problems.DiskTooSmall(1_500_000_000, 200_000_000), "1.5"),
    ],
    ids=lambda value: value.code if isinstance(value, Problem) else "",
)
def test_the_sentence_names_what_is_known(problem: Problem, expected: str) -> None:
    assert expected in problem_sentence(problem).text


@pytest.mark.parametrize("phase", ["connect", "first", "between"])
def test_a_time_out_says_when_it_happened(phase: str) -> None:
    others = {"connect", "first", "between"} - {phase}
    text = problem_sentence(problems.TimedOut(phase)).text
    assert all(problem_sentence(problems.TimedOut(other)).text != text for other in others)


def test_a_cut_answer_offers_to_go_on() -> None:
    words = problem_sentence(problems.TimedOut("between"))
    assert words.actions[0][0] == ActionId.CONTINUE.value


FAQ_IDS = {
    "access-refused", "address-not-found", "answer-broken", "answer-empty", "answer-incomplete",
    "backup-unusable", "bug", "connection-cut", "connection-missing", "connection-refused",
    "content-refused", "context-too-long", "credit-exhausted", "disk-full", "disk-too-small",
    "download-failed", "engine-crashed", "engine-unsupported", "host-not-found", "key-missing",
    "key-refused", "key-unusable", "keyring-failed", "keyring-locked", "keyring-missing",
    "model-not-found", "network-down", "not-an-api", "organization-unverified",
    "other-api-needed", "pack-damaged", "pack-missing", "parameter-refused", "proxy-failed",
    "rate-limited", "region-refused", "request-refused", "request-too-large", "service-failed",
    "settings-damaged", "storage-damaged", "storage-newer", "storage-read-only", "timed-out",
    "tls-failed",
    "microphone-denied", "microphone-lost", "microphone-missing", "recording-too-long",
    "sound-format-unknown", "sound-missing", "sound-not-written", "sound-unreadable",
    "speaker-missing",
}  # fmt: skip
"""Entries of the FAQ and messages on people's disks go by these: none may change or go."""


def every_kind(kind: type[Problem] = Problem) -> set[type[Problem]]:
    """All that are defined anywhere in the program, also below one another."""
    below = {one for one in kind.__subclasses__() if one.__module__.startswith("gptdesk.")}
    return below.union(*(every_kind(one) for one in below))


def test_the_ids_that_the_faq_goes_by_stay_and_are_told_apart() -> None:
    codes = sorted(kind.code for kind in every_kind())
    assert len(codes) == len(set(codes))
    assert set(codes) >= FAQ_IDS
    assert {problem_sentence(kind()).faq for kind in every_kind()} == {f"error.{c}" for c in codes}


def test_every_problem_is_said_in_chinese_too(qapp: QApplication) -> None:
    english = {kind: problem_sentence(kind()) for kind in every_kind()}
    languages = Languages(resource_root() / "i18n")
    languages.choose("zh_CN")
    try:
        for kind, words in english.items():
            said = problem_sentence(kind())
            for text in (said.title, said.text, *(label for _id, label in said.actions)):
                assert any("\u4e00" <= letter <= "\u9fff" for letter in text), (kind.code, text)
            assert (said.faq, len(said.actions)) == (words.faq, len(words.actions))
    finally:
        languages.choose("en")
        languages.shutdown()


@pytest.mark.parametrize("system", ["darwin", "win32", "linux"])
@pytest.mark.parametrize(
    "kind", [problems.MicrophoneMissing, problems.MicrophoneDenied, problems.SpeakerMissing]
)
def test_what_to_do_about_a_device_is_said_for_each_system(
    kind: type[Problem], system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    places = {"darwin": "System Settings", "win32": "Windows Settings", "linux": ""}
    text = problem_sentence(kind()).text
    assert places[system] in text
    assert not any(place in text for name, place in places.items() if place and name != system)
