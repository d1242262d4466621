"""Keys are kept in a keyring or nowhere; whatever it does, no key is lost or shown."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable

import pytest
from keyring import errors

from gptdesk.domain.connections import KeyPlace
from gptdesk.domain.problems import (
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyUnusable,
    Problem,
)
from gptdesk.storage.keyring_calls import display_name, fit_backend, problem_of
from gptdesk.storage.keys import SERVICE, Keys

KEY = "sk-very-secret-0123456789"
OTHER = "sk-another-secret"


class FakeKeyring:
    """Keeps keys in a dict; each call does first what `before` says."""

    name = "Fake"

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.calls: list[str] = []
        self.before: Callable[[str], None] = lambda call: None

    def _called(self, call: str) -> None:
        self.calls.append(call)
        self.before(call)

    def get_password(self, service: str, username: str) -> str | None:
        self._called("get")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._called("set")
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._called("delete")
        del self.kept[service, username]


@pytest.fixture
def backend() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def keys(backend: FakeKeyring) -> Keys:
    return Keys(lambda: backend)


def failing(*failures: BaseException | None) -> Callable[[str], None]:
    """Each call in turn fails like this; None lets it pass."""
    left = list(failures)

    def before(call: str) -> None:
        if left and (failure := left.pop(0)):
            raise failure

    return before


def missing() -> FakeKeyring:
    raise KeyringMissing


def test_a_key_is_kept_read_and_removed(keys: Keys, backend: FakeKeyring, run) -> None:
    assert run(keys.read("c")) is None
    assert run(keys.write("c", KEY)) is KeyPlace.KEYRING
    assert backend.kept == {(SERVICE, "c"): KEY}
    assert run(keys.read("c")) == KEY
    run(keys.remove("c"))
    assert run(keys.read("c")) is None


def test_removing_what_is_not_there_is_fine(keys: Keys, backend: FakeKeyring, run) -> None:
    run(keys.remove("c"))
    assert "delete" not in backend.calls


def test_space_around_a_key_is_not_part_of_it(keys: Keys, run) -> None:
    run(keys.write("c", f" \t{KEY}\r\n"))
    assert run(keys.read("c")) == KEY


@pytest.mark.parametrize("key", ["", " \n", "one\ntwo", "one\x00two", "one\u2028two"])
@pytest.mark.parametrize("session_only", [True, False])
def test_a_key_is_one_line(
    keys: Keys, backend: FakeKeyring, run, key: str, session_only: bool
) -> None:
    with pytest.raises(KeyUnusable):
        run(keys.write("c", key, session_only=session_only))
    assert backend.calls == []


# Only for this session


def test_a_key_of_the_session_never_reaches_the_keyring(
    keys: Keys, backend: FakeKeyring, run
) -> None:
    assert run(keys.write("c", KEY, session_only=True)) is KeyPlace.SESSION
    assert run(keys.read("c")) == KEY
    assert backend.calls == []


def test_a_key_in_the_keyring_takes_the_place_of_one_of_the_session(keys: Keys, run) -> None:
    run(keys.write("c", OTHER, session_only=True))
    run(keys.write("c", KEY))
    assert run(keys.read("c")) == KEY


def test_removing_forgets_the_key_of_the_session_and_that_in_the_keyring(keys: Keys, run) -> None:
    run(keys.write("c", KEY))
    run(keys.write("c", OTHER, session_only=True))
    run(keys.remove("c"))
    assert run(keys.read("c")) is None


def test_without_a_keyring_keys_can_live_in_the_session(run) -> None:
    keys = Keys(missing)
    assert run(keys.place()) is KeyPlace.SESSION
    assert run(keys.backend_name()) == ""
    run(keys.remove("c"))
    for ask in (keys.read("c"), keys.write("c", KEY)):
        with pytest.raises(KeyringMissing):
            run(ask)
    run(keys.write("c", KEY, session_only=True))
    assert run(keys.read("c")) == KEY
    run(keys.remove("c"))
    with pytest.raises(KeyringMissing):
        run(keys.read("c"))


# What can go wrong


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (errors.NoKeyringError("none"), KeyringMissing),
        (errors.InitError("nobody answers"), KeyringMissing),
        (errors.KeyringLocked("locked"), KeyringLocked),
        (errors.PasswordSetError("set"), KeyringFailed),
        (errors.KeyringError("other"), KeyringFailed),
        (OSError("the bus is gone"), KeyringFailed),
    ],
)
def test_each_failure_of_a_keyring_has_its_kind(
    keys: Keys, backend: FakeKeyring, run, error: Exception, kind: type[Problem]
) -> None:
    backend.before = failing(error)
    with pytest.raises(kind):
        run(keys.read("c"))


def test_a_lock_of_the_secret_service_itself_is_seen() -> None:
    error = type("LockedException", (Exception,), {})()
    assert isinstance(problem_of(error), KeyringLocked)


def test_a_key_is_never_overwritten_after_a_failed_read(
    keys: Keys, backend: FakeKeyring, run
) -> None:
    run(keys.write("c", KEY))
    backend.before = failing(errors.KeyringLocked())
    with pytest.raises(KeyringLocked):
        run(keys.write("c", OTHER))
    backend.before = failing(errors.KeyringError())
    with pytest.raises(KeyringFailed):
        run(keys.remove("c"))
    assert backend.kept == {(SERVICE, "c"): KEY}
    assert backend.calls.count("set") == 1


class Forgetful(FakeKeyring):
    """Says nothing, and keeps only the beginning."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password if password == OTHER else password[:4])


def test_a_keyring_that_gives_back_something_else_is_found_out(run) -> None:
    backend = Forgetful()
    keys = Keys(lambda: backend)
    with pytest.raises(KeyringFailed):
        run(keys.write("c", KEY))


def test_the_old_key_is_put_back_if_the_new_one_is_not_kept(run) -> None:
    backend = Forgetful()
    keys = Keys(lambda: backend)
    run(keys.write("c", OTHER))
    with pytest.raises(KeyringFailed):
        run(keys.write("c", KEY))
    assert run(keys.read("c")) == OTHER


def test_a_keyring_that_takes_too_long_is_left_alone(backend: FakeKeyring, run) -> None:
    gate = threading.Event()
    backend.before = lambda call: gate.wait() and None
    keys = Keys(lambda: backend, longest_wait=0.0)
    with pytest.raises(KeyringFailed):
        run(keys.read("c"))
    waiting = [t for t in threading.enumerate() if t.name == "gptdesk-keyring"]
    assert [thread.daemon for thread in waiting] == [True]

    async def late() -> None:
        """The answer comes when nobody waits for it any more."""
        gate.set()
        await asyncio.to_thread(waiting[0].join)
        await asyncio.sleep(0)

    run(late())


def test_a_keyring_that_hangs_does_not_keep_the_program_from_ending() -> None:
    code = (
        "import asyncio, threading\n"
        "from gptdesk.storage.keys import Keys\n"
        "class Hangs:\n"
        "    def get_password(self, service, name):\n"
        "        threading.Event().wait()\n"
        "try:\n"
        "    asyncio.run(Keys(Hangs, longest_wait=0.0).read('c'))\n"
        "except Exception as problem:\n"
        "    print(problem.code)\n"
    )
    assert program(code).stdout == "keyring-failed\n"


def test_two_calls_ask_the_keyring_one_after_the_other(
    keys: Keys, backend: FakeKeyring, run
) -> None:
    inside: list[int] = [0]
    most: list[int] = [0]
    backend.kept[SERVICE, "c"] = KEY

    def before(call: str) -> None:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        threading.Event().wait(0.001)
        inside[0] -= 1

    backend.before = before

    async def both() -> list[str | None]:
        return await asyncio.gather(*(keys.read("c") for _ in range(3)))

    assert run(both()) == [KEY] * 3
    assert most == [1]


def test_a_caller_who_leaves_disturbs_nobody(keys: Keys, backend: FakeKeyring, run) -> None:
    gate = threading.Event()
    backend.before = lambda call: gate.wait() and None

    async def leaves() -> None:
        task = asyncio.ensure_future(keys.read("c"))
        while not backend.calls:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(leaves())
    gate.set()
    assert run(keys.read("c")) is None


# No key is ever shown


def test_no_key_is_in_a_representation_an_exception_or_the_log(
    keys: Keys, backend: FakeKeyring, run, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    run(keys.write("s", KEY, session_only=True))
    shown = [repr(keys), str(keys)]
    backend.before = failing(None, errors.PasswordSetError(f"could not store {KEY}"))
    with pytest.raises(KeyringFailed) as caught:
        run(keys.write("c", KEY))
    shown += traceback.format_exception(caught.value)
    shown += [repr(caught.value), caught.value.detail, caplog.text]
    with pytest.raises(KeyUnusable) as unusable:
        run(keys.write("c", f"{KEY}\n{KEY}"))
    shown += [repr(unusable.value), unusable.value.detail]
    assert not [text for text in shown if "secret" in text]
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


# Which keyring


def of_module(module: str, **attributes: object) -> object:
    kind = type("Keyring", (FakeKeyring,), {"__module__": module, **attributes})
    return kind()


@pytest.mark.parametrize(
    "module", ["keyring.backends.fail", "keyring.backends.null", "keyrings.alt.file"]
)
def test_a_keyring_that_keeps_nothing_or_anyone_can_read_is_none(module: str) -> None:
    with pytest.raises(KeyringMissing):
        fit_backend(of_module(module))


def test_of_a_chain_the_first_fit_one_is_taken() -> None:
    plain, fit = of_module("keyrings.alt.file"), of_module("keyring.backends.kwallet")
    chain = of_module("keyring.backends.chainer", backends=[plain, fit])
    assert fit_backend(chain) is fit
    with pytest.raises(KeyringMissing):
        fit_backend(of_module("keyring.backends.chainer", backends=[plain]))


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.SecretService", "GNOME Keyring / Secret Service"),
        ("keyring.backends.kwallet", "KWallet"),
        ("keyring.backends.macOS", "macOS Keychain"),
        ("keyring.backends.Windows", "Windows Credential Manager"),
        ("somebody.elses", "Fake"),
    ],
)
def test_a_keyring_has_the_name_that_the_user_knows(module: str, name: str, run) -> None:
    backend = of_module(module)
    assert display_name(backend) == name
    assert run(Keys(lambda: backend).backend_name()) == name
    assert run(Keys(lambda: backend).place()) is KeyPlace.KEYRING


def test_the_keyring_of_the_system_is_found(memory_keyring, run) -> None:
    run(Keys().write("c", KEY))
    assert memory_keyring.passwords == {(SERVICE, "c"): KEY}


def program(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run code in an interpreter with nothing in its environment but what is said."""
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path), "HOME": os.environ["HOME"], **environment},
    )


LIFE = f"""
import asyncio
from gptdesk.domain.problems import Problem
from gptdesk.storage.keys import Keys

async def live():
    keys = Keys()
    print(await keys.place(), await keys.backend_name())
    try:
        print(await keys.write("test-of-gptdesk", "{KEY}"))
        print(await keys.read("test-of-gptdesk") == "{KEY}")
        await keys.remove("test-of-gptdesk")
        print(await keys.read("test-of-gptdesk"))
    except Problem as problem:
        print(problem.code)

asyncio.run(live())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a keyring")
def test_without_any_bus_there_is_no_keyring() -> None:
    assert program(LIFE).stdout.splitlines() == ["session ", "keyring-missing"]


@pytest.mark.real_keyring
@pytest.mark.skipif(
    "DBUS_SESSION_BUS_ADDRESS" not in os.environ, reason="`make test` starts a keyring"
)
def test_the_real_keyring_of_the_session_keeps_a_key() -> None:
    bus = {"DBUS_SESSION_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"]}
    assert program(LIFE, **bus).stdout.splitlines() == [
        "keyring GNOME Keyring / Secret Service",
        "keyring",
        "True",
        "None",
    ]
