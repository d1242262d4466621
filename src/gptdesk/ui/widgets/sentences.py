"""Every failure in plain words, with the next step and the FAQ entry that explains it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from gptdesk.domain import problems as p
from gptdesk.ui.widgets.actions import ActionId, action_label

translate = QCoreApplication.translate

GIGABYTE = 1_000_000_000


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


_Words = tuple[str, str, tuple[ActionId, ...]]
"""Title, cause, and next steps."""


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
}


def _words(problem: p.Problem) -> _Words:
    for find in (_way_words, _key_words, _request_words, _answer_words, _disk_words, _local_words):
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


def _way_words(problem: p.Problem) -> _Words | None:
    """The way to the service."""
    match problem:
        case p.NetworkDown():
            return (
                translate("Problem", "There is no internet connection"),
                translate(
                    "Problem",
                    "This computer reaches no address at all. Check the cable or Wi-Fi, then try "
                    "again.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.HostNotFound(host=host):
            return (
                translate("Problem", "The name of the service was not found"),
                _about_host(
                    host,
                    translate(
                        "Problem",
                        "Nobody knows the address “{host}”. It may be misspelt, or the name "
                        "look-up of this network is down.",
                    ),
                    translate(
                        "Problem",
                        "Nobody knows the address of this connection. It may be misspelt, or the "
                        "name look-up of this network is down.",
                    ),
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.ConnectionRefused(host=host):
            return (
                translate("Problem", "Nothing answers at this address"),
                _about_host(
                    host,
                    translate(
                        "Problem",
                        "The computer {host} is there, but no program takes the request. If it is "
                        "a server of your own, it may not be running.",
                    ),
                    translate(
                        "Problem",
                        "The computer is there, but no program takes the request. If it is a "
                        "server of your own, it may not be running.",
                    ),
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.TlsFailed():
            return (
                translate("Problem", "No secure connection could be made"),
                translate(
                    "Problem",
                    "The certificate did not fit. The clock of this computer may be wrong, or a "
                    "filter or company network stands in between.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.ProxyFailed():
            return (
                translate("Problem", "The proxy did not let the request through"),
                translate(
                    "Problem",
                    "This computer reaches the internet through a proxy, and that proxy refused "
                    "or did not answer. The service itself was not asked.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.TimedOut(phase=phase):
            return _time_out_words(phase)
        case p.ConnectionCut():
            return (
                translate("Problem", "The line broke in the middle of the answer"),
                translate(
                    "Problem",
                    "What had arrived is kept. The answer can go on from there.",
                ),
                (ActionId.CONTINUE, ActionId.RETRY),
            )
    return None


def _time_out_words(phase: str) -> _Words:
    if phase == "connect":
        return (
            translate("Problem", "The service could not be reached in time"),
            translate(
                "Problem",
                "The address did not react. The network may be slow, or something on the way "
                "keeps the request from arriving.",
            ),
            (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
        )
    if phase == "between":
        return (
            translate("Problem", "The answer stopped coming"),
            translate(
                "Problem",
                "The service began to answer and then fell silent. What had arrived is kept.",
            ),
            (ActionId.CONTINUE, ActionId.RETRY),
        )
    return (
        translate("Problem", "The service did not answer in time"),
        translate(
            "Problem",
            "The request arrived, but no word came back. The service may be busy, or the model "
            "needs longer than usual.",
        ),
        (ActionId.RETRY, ActionId.SETTINGS_MODEL),
    )


def _key_words(problem: p.Problem) -> _Words | None:
    """Connections, keys, and what the account may do."""
    match problem:
        case p.ConnectionMissing():
            return (
                translate("Problem", "The connection of this chat is gone"),
                translate(
                    "Problem",
                    "It was removed in Settings. Choose another connection, and the chat goes on.",
                ),
                (ActionId.SETTINGS_CONNECTION,),
            )
        case p.KeyMissing():
            return (
                translate("Problem", "This connection has no key yet"),
                translate(
                    "Problem",
                    "The service knows you by a key. Paste it once in Settings; the offline pack "
                    "works without one.",
                ),
                (ActionId.SETTINGS_KEY, ActionId.PACK_INSTALL),
            )
        case p.KeyUnusable(character=character):
            return (
                translate("Problem", "The key holds a character that cannot be sent"),
                translate(
                    "Problem",
                    "Keys are made of Latin letters, digits and signs, but this one contains "
                    "“{character}”. It probably slipped in when copying.",
                ).format(character=character)
                if character
                else translate(
                    "Problem",
                    "Keys are made of Latin letters, digits and signs. Something else probably "
                    "slipped in when copying.",
                ),
                (ActionId.SETTINGS_KEY,),
            )
        case p.KeyRefused():
            return (
                translate("Problem", "The service does not know this key"),
                translate(
                    "Problem",
                    "It answered, but refused the key (401). The key may be cut off, withdrawn, "
                    "or belong to another service.",
                ),
                (ActionId.SETTINGS_KEY, ActionId.RETRY),
            )
        case p.RegionRefused():
            return (
                translate("Problem", "The service does not answer requests from this region"),
                translate(
                    "Problem",
                    "The key was not the reason. The service decides by country (403). Another "
                    "service or the offline pack can answer instead.",
                ),
                (ActionId.SETTINGS_CONNECTION, ActionId.PACK_INSTALL),
            )
        case p.AccessRefused():
            return (
                translate("Problem", "This key may not do that"),
                translate(
                    "Problem",
                    "The service knows the key, but it has no permission for this model or this "
                    "kind of request (403).",
                ),
                (ActionId.SETTINGS_MODEL, ActionId.SETTINGS_KEY),
            )
        case p.OrganizationUnverified():
            return (
                translate("Problem", "The service wants the organization verified first"),
                translate(
                    "Problem",
                    "It serves this model only to verified organizations. That is done on the "
                    "service's website; other models work without it.",
                ),
                (ActionId.SETTINGS_MODEL, ActionId.RETRY),
            )
        case p.CreditExhausted():
            return (
                translate("Problem", "This account has no credit left"),
                translate(
                    "Problem",
                    "The key is fine. The service refused the request because the account's "
                    "balance is used up. New accounts often start at zero, and a ChatGPT "
                    "subscription does not pay for the API.",
                ),
                (ActionId.CREDIT, ActionId.RETRY),
            )
    return None


def _request_words(problem: p.Problem) -> _Words | None:
    """What the service said about the request."""
    match problem:
        case p.ModelNotFound(model=model):
            return (
                translate("Problem", "The service does not offer this model"),
                translate(
                    "Problem",
                    "“{model}” is not served here, or not any longer. Another model can answer "
                    "the same question.",
                ).format(model=model)
                if model
                else translate(
                    "Problem",
                    "It is not served here, or not any longer. Another model can answer the same "
                    "question.",
                ),
                (ActionId.SETTINGS_MODEL, ActionId.SETTINGS_CONNECTION),
            )
        case p.AddressNotFound():
            return (
                translate("Problem", "The address of the connection leads nowhere"),
                translate(
                    "Problem",
                    "The server is there, but not at this path (404). Often only “/v1” at the end "
                    "is missing or doubled.",
                ),
                (ActionId.SETTINGS_CONNECTION, ActionId.RETRY),
            )
        case p.ParameterRefused(name=name):
            return (
                translate("Problem", "The service does not accept one of the settings"),
                translate(
                    "Problem",
                    "It refused “{name}”, and the request does not work without it. Another model "
                    "may take it.",
                ).format(name=name)
                if name
                else translate(
                    "Problem",
                    "It refused a setting, and the request does not work without it. Another "
                    "model may take it.",
                ),
                (ActionId.SETTINGS_MODEL, ActionId.RETRY),
            )
        case p.ContextTooLong():
            return (
                translate("Problem", "This chat is longer than the model can read"),
                translate(
                    "Problem",
                    "Begin a new chat, or choose a model that reads more at once. Everything "
                    "written here stays.",
                ),
                (ActionId.NEW_CHAT, ActionId.SETTINGS_MODEL),
            )
        case p.RequestTooLarge():
            return (
                translate("Problem", "The message is too large for the service"),
                translate(
                    "Problem",
                    "It takes less at once (413). A shorter message or fewer attachments will go "
                    "through.",
                ),
                (ActionId.EDIT, ActionId.NEW_CHAT),
            )
        case p.RequestRefused(status=status):
            return (
                translate("Problem", "The service did not accept the request"),
                translate(
                    "Problem",
                    "It gave the number {status} as its reason; its own words are in the details.",
                ).format(status=status),
                (ActionId.RETRY, ActionId.SETTINGS_MODEL),
            )
        case p.ContentRefused():
            return (
                translate("Problem", "The service's safety rules stopped this message"),
                translate(
                    "Problem",
                    "The rules look at words, and sometimes stop what was meant well. Saying it "
                    "differently often helps.",
                ),
                (ActionId.EDIT, ActionId.RETRY),
            )
        case p.RateLimited(retry_after=seconds):
            return _rate_words(seconds)
        case p.ServiceFailed(status=status):
            return (
                translate("Problem", "The service has trouble of its own"),
                translate(
                    "Problem",
                    "It answered with the number {status}, which means a fault or an overload on "
                    "its side. It usually passes within minutes.",
                ).format(status=status),
                (ActionId.RETRY, ActionId.SETTINGS_MODEL),
            )
    return None


def _rate_words(seconds: float | None) -> _Words:
    title = translate("Problem", "The service asks for a pause")
    if seconds:
        text = translate(
            "Problem",
            "More requests came within a short time than the account allows. It takes the next "
            "one in %n second(s).",
            None,
            max(1, round(seconds)),
        )
    else:
        text = translate(
            "Problem",
            "More requests came within a short time than the account allows. A moment later it "
            "takes the next one.",
        )
    return title, text, (ActionId.RETRY,)


def _answer_words(problem: p.Problem) -> _Words | None:
    """What was wrong with the answer."""
    match problem:
        case p.NotAnApi():
            return (
                translate("Problem", "This address gives a web page instead of answers"),
                translate(
                    "Problem",
                    "It may be the address of the website and not of the API, or a sign-in page "
                    "of this network stands in between.",
                ),
                (ActionId.SETTINGS_CONNECTION, ActionId.RETRY),
            )
        case p.AnswerBroken():
            return (
                translate("Problem", "The answer could not be read"),
                translate(
                    "Problem",
                    "It arrived, but not in the form that was agreed. That happens when a server "
                    "is overloaded or speaks another dialect.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_CONNECTION),
            )
        case p.AnswerIncomplete():
            return (
                translate("Problem", "The answer ended without its end"),
                translate(
                    "Problem",
                    "The service closed the line before it said that it was done. What had "
                    "arrived is kept and can go on.",
                ),
                (ActionId.CONTINUE, ActionId.RETRY),
            )
        case p.AnswerEmpty():
            return (
                translate("Problem", "The answer came back empty"),
                translate(
                    "Problem",
                    "The model finished without a word. Asking again usually helps; so does "
                    "another model.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_MODEL),
            )
    return None


def _disk_words(problem: p.Problem) -> _Words | None:
    """Files of the user."""
    match problem:
        case p.DiskFull():
            return (
                translate("Problem", "The disk is full"),
                translate(
                    "Problem",
                    "New words cannot be kept until there is room again. What was kept before is "
                    "unharmed.",
                ),
                (ActionId.RETRY, ActionId.OPEN_FOLDER),
            )
        case p.StorageReadOnly(path=path):
            return (
                translate("Problem", "The storage folder cannot be written"),
                _about_path(
                    path,
                    translate(
                        "Problem",
                        "gptdesk may read {path} but not write there, so nothing new is kept.",
                    ),
                    translate(
                        "Problem",
                        "gptdesk may read the folder but not write there, so nothing new is kept.",
                    ),
                ),
                (ActionId.RETRY, ActionId.OPEN_FOLDER),
            )
        case p.StorageDamaged(copy=copy):
            return (
                translate("Problem", "The file with your chats could not be read"),
                _about_path(
                    copy,
                    translate(
                        "Problem",
                        "It is damaged. It was put aside as {path}, and gptdesk started with an "
                        "empty one. A backup brings back what was in it.",
                    ),
                    translate(
                        "Problem",
                        "It is damaged. It was put aside, and gptdesk started with an empty one. "
                        "A backup brings back what was in it.",
                    ),
                ),
                (ActionId.BACKUP_RESTORE, ActionId.OPEN_FOLDER),
            )
        case p.StorageNewer():
            return (
                translate("Problem", "Your chats were written by a newer gptdesk"),
                translate(
                    "Problem",
                    "This version does not understand the file and leaves it untouched. Install "
                    "the newer version, or use another profile.",
                ),
                (ActionId.OPEN_FOLDER,),
            )
        case p.SettingsDamaged(copy=copy):
            return (
                translate("Problem", "The settings could not be read"),
                _about_path(
                    copy,
                    translate(
                        "Problem",
                        "The file was put aside as {path}, and the usual settings hold. Your "
                        "chats and keys are not touched.",
                    ),
                    translate(
                        "Problem",
                        "The file was put aside, and the usual settings hold. Your chats and keys "
                        "are not touched.",
                    ),
                ),
                (ActionId.CLOSE,),
            )
        case p.BackupUnusable():
            return (
                translate("Problem", "This backup cannot be restored"),
                translate(
                    "Problem",
                    "It is incomplete or damaged. Nothing was changed; another backup may work.",
                ),
                (ActionId.BACKUP_RESTORE,),
            )
    return None


def _local_words(problem: p.Problem) -> _Words | None:
    """The keyring and the offline pack."""
    match problem:
        case p.KeyringMissing():
            return (
                translate("Problem", "This system has no keyring"),
                translate(
                    "Problem",
                    "A keyring is the system's safe for passwords. Without one, gptdesk keeps the "
                    "key in memory only, and asks for it again after the next start.",
                ),
                (ActionId.CLOSE,),
            )
        case p.KeyringLocked():
            return (
                translate("Problem", "The keyring is locked"),
                translate(
                    "Problem",
                    "The key lies in the system's keyring. Unlock it, usually with the password "
                    "of your account, then try again.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_KEY),
            )
        case p.KeyringFailed():
            return (
                translate("Problem", "The keyring did not answer as it should"),
                translate(
                    "Problem",
                    "It took too long, or gave back something else than was stored. The key that "
                    "was there before has not been changed.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_KEY),
            )
        case _:
            return _pack_words(problem)


def _pack_words(problem: p.Problem) -> _Words | None:
    match problem:
        case p.PackMissing():
            return (
                translate("Problem", "The offline pack is not installed"),
                translate(
                    "Problem",
                    "It is downloaded once; then chats work on this computer, free and without "
                    "internet.",
                ),
                (ActionId.PACK_INSTALL, ActionId.SETTINGS_CONNECTION),
            )
        case p.PackDamaged():
            return (
                translate("Problem", "A file of the offline pack is damaged"),
                translate(
                    "Problem",
                    "It is not what it should be, and is not used. A repair downloads only what "
                    "is missing.",
                ),
                (ActionId.PACK_REPAIR,),
            )
        case p.DownloadFailed():
            return (
                translate("Problem", "The download did not finish"),
                translate(
                    "Problem",
                    "None of the sources gave the right file. What has arrived is kept, and the "
                    "download goes on from there.",
                ),
                (ActionId.RETRY,),
            )
        case p.DiskTooSmall(needed=needed, free=free):
            return (
                translate("Problem", "There is not enough room on the disk"),
                translate(
                    "Problem",
                    "{needed} GB are needed and {free} GB are free. Nothing has been downloaded.",
                ).format(needed=_gigabytes(needed), free=_gigabytes(free)),
                (ActionId.RETRY, ActionId.OPEN_FOLDER),
            )
        case p.EngineUnsupported():
            return (
                translate("Problem", "The offline pack does not run on this computer"),
                translate(
                    "Problem",
                    "There is no engine for this system or this processor. A service on the "
                    "internet works all the same.",
                ),
                (ActionId.SETTINGS_CONNECTION,),
            )
        case p.EngineCrashed():
            return (
                translate("Problem", "The offline engine stopped twice in a row"),
                translate(
                    "Problem",
                    "It may have run out of memory. Closing other programs helps; so does the "
                    "smaller model.",
                ),
                (ActionId.RETRY, ActionId.SETTINGS_MODEL),
            )
    return None


def _about_host(host: str, with_host: str, without: str) -> str:
    return with_host.format(host=host) if host else without


def _about_path(path: str, with_path: str, without: str) -> str:
    return with_path.format(path=path) if path else without


def _gigabytes(size: int) -> str:
    return QLocale().toString(size / GIGABYTE, "f", 1)
