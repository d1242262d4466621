"""Keeps every test away from the user's own files, keys and settings."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

FOREIGN = ("OPENAI_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "GPTDESK_")
REAL = ("real_keyring", "real_sound", "real_screen")
SESSION = "GPTDESK_TEST_SESSION"
"""Set by packaging/dev/session.sh: the keyring and the sound server are the test's own."""


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets everything at the end of the test."""

    priority = -10  # type: ignore[assignment]  # never chosen by itself: keyring knows it now

    def __init__(self) -> None:
        super().__init__()
        self.passwords: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.passwords:
            raise PasswordDeleteError(username)
        del self.passwords[service, username]


def pytest_configure(config: pytest.Config) -> None:
    """Qt draws into memory: there a window has the focus at once, on a real screen it may wait.

    Tests marked real_screen start the program on the screen of the session instead.
    """
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The user's own keyring, loudspeaker and screen are none of our business."""
    if os.environ.get(SESSION):
        return
    for item in items:
        if any(item.get_closest_marker(name) for name in REAL):
            item.add_marker(pytest.mark.skip(reason="needs the session that `make test` starts"))


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder under which this test, and every program it starts, may write."""
    for name in list(os.environ):
        if name.upper().startswith(FOREIGN) and name != SESSION:
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    temporary = tmp_path / "temporary"
    for folder in (home, temporary):
        folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("GPTDESK_PROFILE", str(tmp_path / "profile"))
    return tmp_path


@pytest.fixture
def fetched_packs() -> Path:
    """The folder with the small model that `make test` fetched; tests only read it."""
    packs = Path(__file__).resolve().parents[2] / ".cache" / "test-profile" / "packs"
    if not packs.is_dir():
        pytest.fail("The small model is not here: run `make test` once, it fetches it.")
    return packs


@pytest.fixture(autouse=True)
def memory_keyring(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MemoryKeyring | None]:
    """Keys go into memory; programs that a test starts find no keyring at all."""
    if request.node.get_closest_marker("real_keyring"):
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
        monkeypatch.setattr("keyring.core._keyring_backend", None)
        yield None
        return
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    memory = MemoryKeyring()
    monkeypatch.setattr("keyring.core._keyring_backend", memory)
    assert keyring.get_keyring() is memory
    yield memory
