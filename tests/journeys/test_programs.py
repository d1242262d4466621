"""The program as it is started from a shell, in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def gptdesk(own_folders):
    """Run `python -m gptdesk` with these words, to its end."""

    def run(*words, timeout=240, **environment):
        return subprocess.run(
            [sys.executable, "-m", "gptdesk", *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
            env=surroundings() | environment,
        )

    return run


def surroundings():
    return os.environ | {
        "PYTHONPATH": str(REPOSITORY / "src"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONUTF8": "1",
    }


@pytest.fixture
def with_pack(own_folders, fetched_packs):
    profile = own_folders / "profile"
    profile.mkdir()
    (profile / "packs").symlink_to(fetched_packs, target_is_directory=True)
    return profile


def test_the_version_is_printed(gptdesk):
    done = gptdesk("--version")
    assert done.stdout.startswith("gptdesk ")
    assert done.returncode == 0


def test_the_self_check_passes_with_the_real_engine(gptdesk, with_pack, own_folders):
    report = own_folders / "report" / "check.json"
    done = gptdesk("--self-check", "--json", str(report), "--profile", str(with_pack))
    assert done.returncode == 0, done.stdout + done.stderr
    result = json.loads(report.read_text("utf-8"))
    assert result["ok"] is True
    steps = {step["id"]: step for step in result["steps"]}
    wanted = ("window", "storage", "connection", "chat", "chat-zh", "speech", "transcription")
    assert set(wanted) <= steps.keys()
    assert all(set(step) == {"id", "ok", "seconds", "detail"} for step in result["steps"])
    assert steps["chat"]["detail"]
    assert not (with_pack / "gptdesk.db").exists(), "the check leaves no conversation behind"


def test_the_self_check_says_what_is_missing(gptdesk, own_folders):
    report = own_folders / "check.json"
    done = gptdesk("--self-check", "--json", str(report))
    assert done.returncode == 1
    result = json.loads(report.read_text("utf-8"))
    assert result["ok"] is False
    assert next(step["id"] for step in result["steps"] if not step["ok"]) == "connection"


def test_a_second_start_hands_over_to_the_first(gptdesk, open_desk, own_folders, qtbot):
    desk = open_desk()
    desk.app.window.hide()
    process = subprocess.Popen(
        [sys.executable, "-m", "gptdesk", "--profile", str(own_folders / "profile")],
        stdout=subprocess.PIPE,
        text=True,
        env=surroundings(),
    )
    desk.wait_for(desk.app.window.isVisible)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "open already" in said


def test_without_any_keyring_the_app_runs_and_says_where_keys_go(gptdesk, own_folders):
    """No D-Bus at all, as in a container or over ssh."""
    program = (
        "import sys\n"
        "from gptdesk.app.application import Application\n"
        "from gptdesk.app.waiting import wait_until\n"
        "app = Application([])\n"
        "wait_until(lambda: app.is_started, 60)\n"
        "app.window.show_tab('settings')\n"
        "app.presenters.settings.add_connection()\n"
        "from PySide6.QtWidgets import QLabel\n"
        "def said():\n"
        "    labels = app.window.findChildren(QLabel)\n"
        "    return any('no keyring' in label.text() for label in labels)\n"
        "print(wait_until(said, 60))\n"
        "app.close()\n"
    )
    environment = {
        name: value
        for name, value in surroundings().items()
        if name not in ("DBUS_SESSION_BUS_ADDRESS", "PYTHON_KEYRING_BACKEND", "DISPLAY")
    }
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=environment | {"DBUS_SESSION_BUS_ADDRESS": "disabled:"},
    )
    assert done.stdout.strip() == "True", done.stdout + done.stderr


FIRST_PAINT = (
    "import sys\n"
    "from gptdesk.app.application import Application\n"
    "from PySide6.QtCore import QCoreApplication\n"
    "app = Application([])\n"
    "seen = []\n"
    "def look():\n"
    "    seen.extend(sys.modules)\n"
    "    QCoreApplication.exit()\n"
    "app.window.painted.disconnect()\n"
    "app.window.painted.connect(look)\n"
    "app.exec()\n"
    "print('\\n'.join(seen))\n"
)
HEAVY = (
    "openai",
    "httpx2",
    "pydantic",
    "keyring",
    "pygments",
    "asyncio",
    "tiktoken",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
)


def test_nothing_heavy_is_loaded_before_the_first_paint(own_folders):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env=surroundings(),
    )
    loaded = done.stdout.splitlines()
    assert "gptdesk.ui.shell.window" in loaded
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_in_mid_answer_the_text_is_there_and_can_be_continued(connected, open_desk, profile):
    from server import failures

    connected.always(failures.silent_after("half of an answer"))
    # The program finds no keyring, so its connection must do without a key
    known = profile.connections.read_text("utf-8")
    profile.connections.write_text(known.replace('"keyring"', '"none"'), "utf-8")
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QPlainTextEdit, QAbstractButton\n"
        "from gptdesk.app.application import Application\n"
        "from gptdesk.app.waiting import wait_until\n"
        "app = Application([])\n"
        "wait_until(lambda: app.is_started, 60)\n"
        "app.window.findChild(QPlainTextEdit, 'chat.editor').setPlainText('Go on')\n"
        "send = app.window.findChild(QAbstractButton, 'chat.send')\n"
        "wait_until(send.isEnabled, 60)\n"
        "send.click()\n"
        "model = app.window.page('chat').transcript\n"
        "wait_until(lambda: model.rowCount() == 2 and 'answer' in model.index(1).data(), 60)\n"
        "wait_until(lambda: False, 1.5)\n"
        "print('now', flush=True)\n"
        "app.exec()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=surroundings()
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    connected.reply_with(", and the rest")
    desk = open_desk()
    desk.wait_for(lambda: "half of an answer" in desk.texts()[-1:][0] if desk.texts() else False)
    assert desk.texts() == ["Go on", "half of an answer"]
    assert desk.notice() != ""
