"""The real engine with a real, small model: it answers, it guards itself, and it goes."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from gptdesk.domain.connections import Endpoint
from gptdesk.domain.packs import EngineState, PackState
from gptdesk.domain.problems import PackDamaged
from gptdesk.offline import child
from gptdesk.offline.engine import OfflineEngine
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.manifest import load_packs

ROOT = Path(__file__).resolve().parents[2]
PACKS = Path(os.environ.get("GPTDESK_TEST_PACKS", ROOT / ".cache" / "test-profile" / "packs"))
SMALL = "smollm2-135m-instruct"
SECRET_WORD = "heliotropium"
FETCH = (
    f"The test pack is not in {PACKS}. Fetch it with: "
    f"python -m gptdesk --install-pack {SMALL} --profile .cache/test-profile"
)


class Seen:
    """What became of an engine: its states in order, and a way to wait for the next ones."""

    def __init__(self, engine: OfflineEngine) -> None:
        self.engine = engine
        self.states: list[str] = []
        self._changed = asyncio.Event()
        engine.watch(self._on_state)

    def _on_state(self, state: EngineState) -> None:
        self.states.append(state.value)
        self._changed.set()

    async def until(self, *states: str) -> None:
        async with asyncio.timeout(120):
            while self.states != list(states):
                self._changed.clear()
                await self._changed.wait()

    @property
    def pid(self) -> int:
        running = self.engine._child
        assert running is not None
        return running.pid

    @property
    def errors(self) -> str:
        running = self.engine._child
        assert running is not None
        return running._errors.decode()


@pytest.fixture(scope="module")
def installer() -> DiskPackInstaller:
    it = DiskPackInstaller(PACKS, load_packs())
    if asyncio.run(it.status(SMALL)).state is not PackState.READY:
        pytest.fail(FETCH, pytrace=False)
    return it


@pytest.fixture
def play(installer: DiskPackInstaller) -> Callable[..., None]:
    """Runs a scene with the real engine, and stops the engine."""

    def run(scene: Callable[[Seen], Awaitable[None]], **options: Any) -> None:
        async def whole() -> None:
            engine = OfflineEngine(PACKS, installer, **options)
            try:
                await scene(Seen(engine))
            finally:
                await engine.stop()

        asyncio.run(whole())

    return run


def request(
    endpoint: Endpoint, path: str, *, key: str | None = None, method: str = "GET", body: Any = None
) -> tuple[int, dict[str, str], bytes]:
    """Ask as a web page of somebody else would."""
    headers = {
        "Origin": "https://evil.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
    }
    if key is not None:
        headers["Authorization"] = f"Bearer {key}"
    data = None if body is None else json.dumps(body)
    line = http.client.HTTPConnection(urlsplit(endpoint.base_url).netloc, timeout=60)
    with closing(line):
        line.request(method, path, data, headers)
        answer = line.getresponse()
        return answer.status, dict(answer.headers), answer.read()


def can_connect(base_url: str) -> bool:
    url = urlsplit(base_url)
    assert url.port is not None
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", url.port)) == 0


def wait_for_end(pid: int) -> None:
    """Wait for a process that is not our child."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        ended, _, _ = select.select([handle], [], [], 20)
    finally:
        os.close(handle)
    assert ended, f"process {pid} is still there"


def test_it_answers_a_question_over_the_api_of_openai(play: Any) -> None:
    from openai import AsyncOpenAI

    async def scene(seen: Seen) -> None:
        async with (
            seen.engine.lease(SMALL) as endpoint,
            AsyncOpenAI(base_url=endpoint.base_url, api_key=endpoint.key) as client,
        ):
            models = [model.id async for model in client.models.list()]
            assert models == [SMALL]
            stream = await client.chat.completions.create(
                model=SMALL,
                messages=[
                    {"role": "system", "content": "You are a helpful assistant. Answer briefly."},
                    {"role": "user", "content": "What is the capital of France?"},
                ],
                temperature=0,
                max_tokens=40,
                stream=True,
                stream_options={"include_usage": True},
            )
            chunks = [chunk async for chunk in stream]
        text = "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)
        assert "Paris" in text
        assert sum(bool(c.choices) for c in chunks) > 3
        assert chunks[-1].usage is not None
        assert chunks[-1].usage.completion_tokens > 3

    play(scene)


def test_two_questions_are_answered_at_the_same_time(play: Any) -> None:
    async def scene(seen: Seen) -> None:
        async with seen.engine.lease(SMALL) as endpoint:
            body = {"messages": [{"role": "user", "content": "Say hello."}], "max_tokens": 5}
            path = "/v1/chat/completions"

            def ask() -> int:
                return request(endpoint, path, key=endpoint.key, method="POST", body=body)[0]

            answers = await asyncio.gather(*(asyncio.to_thread(ask) for _ in range(2)))
            assert answers == [200, 200]

    play(scene)


def test_it_answers_nobody_without_the_key_and_no_web_page(play: Any) -> None:
    async def scene(seen: Seen) -> None:
        async with seen.engine.lease(SMALL) as endpoint:
            for key in (None, "", "wrong", endpoint.key[:-1]):
                assert request(endpoint, "/v1/models", key=key)[0] == 401
                body = {"messages": [{"role": "user", "content": "x"}], "max_tokens": 1}
                path = "/v1/chat/completions"
                assert request(endpoint, path, key=key, method="POST", body=body)[0] == 401
            assert request(endpoint, "/v1/models", key=endpoint.key)[0] == 200
            for method, path in (("OPTIONS", "/v1/chat/completions"), ("GET", "/health")):
                _, headers, _ = request(endpoint, path, method=method)
                allowed = {k: v for k, v in headers.items() if k.startswith("Access-Control")}
                assert allowed.get("Access-Control-Allow-Origin", "") == ""
                assert allowed.get("Access-Control-Allow-Headers", "") == ""
            assert request(endpoint, "/", key=endpoint.key)[0] == 404
            assert request(endpoint, "/slots", key=endpoint.key)[0] == 501

    play(scene)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_listens_on_this_computer_only_and_loads_no_window(play: Any) -> None:
    async def scene(seen: Seen) -> None:
        async with seen.engine.lease(SMALL) as endpoint:
            port = f"{urlsplit(endpoint.base_url).port:04X}"
            listening = [
                line.split()[1]
                for table in ("tcp", "tcp6")
                for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
                if line.split()[1].endswith(f":{port}") and line.split()[3] == "0A"
            ]
            assert listening == [f"0100007F:{port}"]
            loaded = Path(f"/proc/{seen.pid}/maps").read_text()
            assert "xllamacpp" in loaded
            assert "PySide6" not in loaded
            assert endpoint.key.encode() not in Path(f"/proc/{seen.pid}/cmdline").read_bytes()
            assert endpoint.key.encode() not in Path(f"/proc/{seen.pid}/environ").read_bytes()

    play(scene)


def test_what_is_written_to_it_is_in_no_log(play: Any) -> None:
    async def scene(seen: Seen) -> None:
        async with seen.engine.lease(SMALL) as endpoint:
            body = {"messages": [{"role": "user", "content": SECRET_WORD}], "max_tokens": 4}
            path = "/v1/chat/completions"
            status, _, _ = request(endpoint, path, key=endpoint.key, method="POST", body=body)
            assert status == 200
            assert SECRET_WORD not in seen.errors
            assert endpoint.key not in seen.errors

    play(scene)


def test_stopping_closes_its_port(play: Any) -> None:
    async def scene(seen: Seen) -> None:
        async with seen.engine.lease(SMALL) as endpoint:
            assert can_connect(endpoint.base_url)
        await seen.engine.stop()
        assert not can_connect(endpoint.base_url)
        assert seen.states == ["starting", "ready", "stopped"]

    play(scene)


def test_idle_it_goes_and_comes_back_when_asked(play: Any) -> None:
    async def scene(seen: Seen) -> None:
        async with seen.engine.lease(SMALL) as endpoint:
            pass
        await seen.until("starting", "ready", "stopped")
        assert not can_connect(endpoint.base_url)
        seen.engine.set_idle_seconds(0)
        async with seen.engine.lease(SMALL) as endpoint:
            assert request(endpoint, "/v1/models", key=endpoint.key)[0] == 200

    play(scene, idle_seconds=0.01)


def test_killed_it_is_started_again_once(play: Any) -> None:
    async def scene(seen: Seen) -> None:
        async with seen.engine.lease(SMALL):
            os.kill(seen.pid, signal.SIGKILL)
            await seen.until("starting", "ready", "crashed", "starting", "ready")
        async with seen.engine.lease(SMALL) as endpoint:
            assert request(endpoint, "/v1/models", key=endpoint.key)[0] == 200
        os.kill(seen.pid, signal.SIGKILL)
        await seen.until("starting", "ready", "crashed", "starting", "ready", "crashed")

    play(scene)


def test_a_file_that_is_no_model_is_damaged_and_set_aside(tmp_path: Path) -> None:
    packs = load_packs()
    file = next(pack for pack in packs if pack.id == SMALL).files[0]
    path = tmp_path / SMALL / file.path
    path.parent.mkdir()
    with path.open("wb") as out:
        out.truncate(file.size)
    installer = DiskPackInstaller(tmp_path, packs)

    async def scene() -> None:
        engine = OfflineEngine(tmp_path, installer)
        with pytest.raises(PackDamaged):
            async with engine.lease(SMALL):
                pass
        assert engine.state() is EngineState.STOPPED
        assert (await installer.status(SMALL)).state is PackState.DAMAGED

    asyncio.run(scene())


PARENT = f"""
import asyncio, sys, threading
from pathlib import Path
from gptdesk.offline.engine import OfflineEngine
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.manifest import load_packs

async def main():
    packs = Path(sys.argv[1])
    engine = OfflineEngine(packs, DiskPackInstaller(packs, load_packs()))
    async with engine.lease({SMALL!r}) as endpoint:
        print(engine._child.pid, endpoint.base_url, flush=True)
        threading.Event().wait()

asyncio.run(main())
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches a process that is not our own")
def test_killed_with_signal_9_the_app_takes_the_engine_along(installer: Any) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(PACKS)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        text=True,
    ) as parent:
        assert parent.stdout is not None
        pid, address = parent.stdout.readline().split()
        assert can_connect(address)
        parent.kill()
    wait_for_end(int(pid))
    assert not can_connect(address)


def started_by_hand() -> tuple[subprocess.Popen[str], str]:
    pack = next(pack for pack in load_packs() if pack.id == SMALL)
    wishes = {
        "job": "chat",
        "model": pack.id,
        "path": str(PACKS / pack.id / pack.files[0].path),
        "context": 256,
        "key": "k" * 40,
    }
    process = subprocess.Popen(
        child.command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=child.environment(),
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(wishes) + "\n")
    process.stdin.flush()
    return process, json.loads(process.stdout.readline())["address"]


def test_it_ends_by_itself_when_its_input_ends(installer: Any) -> None:
    """What makes it go with the app on systems where the kernel does not see to it."""
    process, address = started_by_hand()
    with process:
        assert can_connect(address)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0
    assert not can_connect(address)


def test_ctrl_c_in_the_terminal_is_left_to_the_app(installer: Any) -> None:
    process, address = started_by_hand()
    with process:
        process.send_signal(signal.SIGINT)
        assert can_connect(address)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(20) == 0


def test_the_model_may_lie_in_a_folder_with_a_chinese_name(tmp_path: Path) -> None:
    folder = tmp_path / "模型 文件"
    packs = load_packs()
    file = next(pack for pack in packs if pack.id == SMALL).files[0]
    (folder / SMALL).mkdir(parents=True)
    try:
        os.link(PACKS / SMALL / file.path, folder / SMALL / file.path)
    except OSError:
        shutil.copy(PACKS / SMALL / file.path, folder / SMALL / file.path)

    async def scene() -> None:
        engine = OfflineEngine(folder, DiskPackInstaller(folder, packs))
        try:
            async with engine.lease(SMALL) as endpoint:
                assert request(endpoint, "/v1/models", key=endpoint.key)[0] == 200
        finally:
            await engine.stop()

    asyncio.run(scene())
