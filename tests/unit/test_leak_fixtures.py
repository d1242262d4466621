"""The guards fail a test that deserves it, name the culprit, and let others pass."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]

CASES = """
import logging, socket, subprocess, sys, tempfile, threading, asyncio
import pytest

HELD = []

def test_warning_in_the_log():
    logging.getLogger("gptdesk.somewhere").warning("the cat is out")

@pytest.mark.expects_log
def test_expected_warning():
    logging.getLogger("gptdesk.somewhere").warning("the cat is out")

def test_connects_to_a_far_address():
    with socket.socket() as far:
        with pytest.raises(OSError):
            far.connect(("192.0.2.1", 80))

def test_looks_up_a_far_name():
    with pytest.raises(OSError):
        socket.getaddrinfo("example.com", 80)

def test_asyncio_connects_to_a_far_address():
    async def far():
        await asyncio.open_connection("192.0.2.1", 80)
    with pytest.raises(OSError):
        asyncio.run(far())

def test_connects_to_itself():
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()):
            pass

def test_leaves_a_thread():
    gate = threading.Event()
    HELD.append(gate)
    threading.Thread(target=gate.wait, name="left-thread", daemon=True).start()

def test_ends_its_thread():
    thread = threading.Thread(target=print)
    thread.start()
    thread.join()

def test_leaves_a_child():
    HELD.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_ends_its_child():
    subprocess.run([sys.executable, "-c", ""], check=True)

def test_leaves_a_file_open(tmp_path):
    HELD.append(open(tmp_path / "left-open.sqlite", "w"))

def test_leaves_a_temporary_file():
    tempfile.mkdtemp(prefix="gptdesk-left")

def test_leaves_a_timer(qapp):
    from PySide6.QtCore import QTimer
    timer = QTimer()
    timer.start(60_000)
    HELD.append(timer)

def test_leaves_a_single_shot(qapp):
    from PySide6.QtCore import QTimer
    QTimer.singleShot(60_000, print)

def test_fires_its_single_shot(qapp, qtbot):
    from PySide6.QtCore import QTimer
    fired = []
    QTimer.singleShot(0, qapp, lambda: fired.append(1))
    qtbot.waitUntil(lambda: fired == [1])

def test_deletes_the_owner_of_its_single_shot(qapp):
    from PySide6.QtCore import QObject, QTimer
    owner = QObject()
    QTimer.singleShot(60_000, owner, print)
    owner.deleteLater()
    HELD.append(owner)

def test_stops_its_timer(qapp):
    from PySide6.QtCore import QTimer
    timer = QTimer()
    timer.start(60_000)
    timer.stop()
    HELD.append(timer)

def test_deletes_its_timer_later(qapp):
    from PySide6.QtCore import QObject, QTimer
    owner = QObject()
    timer = QTimer(owner)
    timer.start(60_000)
    owner.deleteLater()
    HELD.append(owner)

async def never(gate):
    await gate.wait()

def test_leaves_an_operation(core):
    HELD.append(core.call(never(asyncio.Event())))

def test_waits_for_its_operation(core, qtbot):
    operation = core.call(never(asyncio.Event()))
    with qtbot.waitSignal(operation.finished):
        operation.cancel()

def test_warns_through_qt(qapp):
    from PySide6.QtCore import qWarning
    qWarning("the dog is out")

def test_keeps_its_keys_in_memory():
    import keyring
    keyring.set_password("gptdesk", "someone", "secret")
    assert keyring.get_password("gptdesk", "someone") == "secret"

def test_finds_no_key_of_another_test():
    import keyring
    assert keyring.get_password("gptdesk", "someone") is None

def test_writes_below_its_own_folder(tmp_path):
    import os
    from pathlib import Path
    for name in ("HOME", "GPTDESK_PROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        assert Path(os.environ[name]).is_relative_to(tmp_path)
    assert "OPENAI_API_KEY" not in os.environ
"""

DESERVE_IT = {
    "test_warning_in_the_log": "the cat is out",
    "test_connects_to_a_far_address": "192.0.2.1:80",
    "test_looks_up_a_far_name": "example.com",
    "test_asyncio_connects_to_a_far_address": "192.0.2.1",
    "test_leaves_a_thread": "'left-thread', started at test_cases.py:",
    "test_leaves_a_child": "started at test_cases.py:",
    "test_leaves_a_file_open": "left-open.sqlite",
    "test_leaves_a_temporary_file": "gptdesk-left",
    "test_leaves_a_timer": "begun at test_cases.py:",
    "test_leaves_a_single_shot": "single shot, begun at test_cases.py:",
    "test_leaves_an_operation": "core.py:",
    "test_warns_through_qt": "the dog is out",
}
DO_NOT = [
    "test_expected_warning",
    "test_connects_to_itself",
    "test_ends_its_thread",
    "test_ends_its_child",
    "test_stops_its_timer",
    "test_fires_its_single_shot",
    "test_deletes_the_owner_of_its_single_shot",
    "test_deletes_its_timer_later",
    "test_waits_for_its_operation",
    "test_keeps_its_keys_in_memory",
    "test_finds_no_key_of_another_test",
    "test_writes_below_its_own_folder",
]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What pytest says about each case when it runs with our conftest: empty is a pass."""
    folder = tmp_path_factory.mktemp("cases")
    (folder / "test_cases.py").write_text(CASES, "utf-8")
    (folder / "conftest.py").write_text((TESTS / "conftest.py").read_text("utf-8"), "utf-8")
    report = folder / "report.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", str(folder)]
    command += ["-c", str(TESTS.parent / "pyproject.toml"), "--rootdir", str(TESTS.parent)]
    command += ["-o", f"cache_dir={folder}", "--basetemp", str(folder / "base")]
    command += [f"--junit-xml={report}"]
    environment = os.environ | {"OPENAI_API_KEY": "not-for-tests"}
    subprocess.run(command, env=environment, cwd=folder, capture_output=True, check=False)
    said: dict[str, str] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        complaints = [child for child in case if child.tag in ("failure", "error")]
        text = "".join(f"{it.get('message')}\n{it.text}" for it in complaints)
        said[case.attrib["name"]] = said.get(case.attrib["name"], "") + text
    return said


@pytest.mark.parametrize("case", DESERVE_IT)
def test_a_test_that_leaves_something_behind_fails_and_names_it(
    case: str, outcomes: dict[str, str]
) -> None:
    assert DESERVE_IT[case] in outcomes[case]


@pytest.mark.parametrize("case", DO_NOT)
def test_a_test_that_cleans_up_passes(case: str, outcomes: dict[str, str]) -> None:
    assert outcomes[case] == ""


def test_every_case_is_judged(outcomes: dict[str, str]) -> None:
    assert outcomes.keys() == {*DESERVE_IT, *DO_NOT}
