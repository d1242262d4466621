"""The real engine for sound: it speaks, it hears what was spoken, it guards itself, and it goes."""

from __future__ import annotations

import asyncio
import http.client
import io
import json
import os
import re
import select
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import soundfile
from openai import AsyncOpenAI, BadRequestError, OpenAI

from gptdesk.domain.connections import Connection, ConnectionKind, Endpoint
from gptdesk.domain.packs import EngineState, PackState
from gptdesk.offline import child
from gptdesk.offline.engines import Engines
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.manifest import load_packs
from gptdesk.services.connections import ConnectionService

ROOT = Path(__file__).resolve().parents[2]
PACKS = Path(os.environ.get("GPTDESK_TEST_PACKS", ROOT / ".cache" / "test-profile" / "packs"))
CHAT, SPEECH, TRANSCRIPTION = "smollm2-135m-instruct", "kokoro-82m", "whisper-base"
KEY = "k" * 40
FETCH = (
    f"The test packs are not in {PACKS}. Fetch them with: python -m gptdesk "
    f"--install-pack {CHAT},{SPEECH},{TRANSCRIPTION} --profile .cache/test-profile"
)
ENGLISH = "The library opens at nine in the morning. Please bring your card and a warm coat."
CHINESE = "今天天气很好，我们一起去公园散步。这本书有三百二十页，价格是49.9元。"
MIXED = "我每天用 Google 查资料，学习2个小时。"


@pytest.fixture(scope="module")
def installer() -> DiskPackInstaller:
    it = DiskPackInstaller(PACKS, load_packs())
    for pack in (CHAT, SPEECH, TRANSCRIPTION):
        if asyncio.run(it.status(pack)).state is not PackState.READY:
            pytest.fail(FETCH, pytrace=False)
    return it


@pytest.fixture
def play(installer: DiskPackInstaller) -> Callable[..., None]:
    """Runs a scene with the real engines, and stops them."""

    def run(scene: Callable[[Engines], Awaitable[None]], **options: Any) -> None:
        async def whole() -> None:
            engines = Engines(PACKS, installer, **options)
            try:
                await scene(engines)
            finally:
                await engines.stop()

        asyncio.run(whole())

    return run


def client(endpoint: Endpoint) -> AsyncOpenAI:
    return AsyncOpenAI(base_url=endpoint.base_url, api_key=endpoint.key, max_retries=0)


class Sound:
    """An engine process started by hand, and the openai package pointed at it."""

    def __init__(self, process: subprocess.Popen[str], errors: Path) -> None:
        self.process = process
        self.errors = errors
        wishes = {"job": "sound", "packs": str(PACKS), "key": KEY, "first": SPEECH}
        ids = {"speech": SPEECH, "transcription": TRANSCRIPTION}
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({**wishes, **ids}) + "\n")
        process.stdin.flush()
        self.address = json.loads(process.stdout.readline())["address"]
        self.openai = OpenAI(base_url=f"{self.address}/v1", api_key=KEY, max_retries=0)

    def speaks(self, text: str, voice: str) -> bytes:
        answer = self.openai.audio.speech.create(
            model=SPEECH, voice=voice, input=text, response_format="flac"
        )
        return answer.content

    def hears(self, sound: bytes, **options: Any) -> Any:
        return self.openai.audio.transcriptions.create(
            model=TRANSCRIPTION, file=("spoken.flac", sound), **options
        )


@pytest.fixture(scope="module")
def sound(installer: DiskPackInstaller, tmp_path_factory: Any) -> Iterator[Sound]:
    log = tmp_path_factory.mktemp("sound") / "errors.txt"
    with (
        log.open("w") as errors,
        subprocess.Popen(
            child.command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=child.environment() | {"PYTHONPATH": str(ROOT / "src")},
            text=True,
        ) as process,
    ):
        it = Sound(process, log)
        try:
            yield it
        finally:
            it.openai.close()
            assert process.stdin is not None
            process.stdin.close()
            assert process.wait(20) == 0


def agreement(wanted: str, heard: str) -> float:
    """The share of the characters of `wanted` that are there, in order, without marks."""
    one, two = (re.sub(r"[\W_]", "", text).lower() for text in (wanted, heard))
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(len(one), len(two))


ENGLISH_WITH_DIGITS = ENGLISH.replace("nine", "9")
CHINESE_WITH_DIGITS = CHINESE.replace("三百二十", "320")


@pytest.mark.parametrize(
    ("text", "voice", "with_digits"),
    [
        (ENGLISH, "af_heart", ENGLISH_WITH_DIGITS),
        (CHINESE, "zf_xiaobei", CHINESE_WITH_DIGITS),
    ],
)
def test_what_it_speaks_it_hears_again(
    sound: Sound, text: str, voice: str, with_digits: str
) -> None:
    found = sound.hears(sound.speaks(text, voice)).text
    assert max(agreement(text, found), agreement(with_digits, found)) >= 0.9, found


def test_latin_words_in_chinese_are_spoken_and_all_comes_out_simplified(sound: Sound) -> None:
    found = sound.hears(sound.speaks(MIXED, "zf_xiaoxiao"), language="zh").text
    assert "google" in found.lower()
    assert "学习" in found
    assert not set("學習個時資") & set(found)


def test_chinese_speech_is_translated_into_english(sound: Sound) -> None:
    file = ("spoken.flac", sound.speaks(CHINESE.split("。")[0], "zf_xiaobei"))
    with pytest.warns(DeprecationWarning):
        text = sound.openai.audio.translations.create(model=TRANSCRIPTION, file=file).text
    assert "weather" in text
    assert "park" in text


def test_the_times_of_words_lie_within_the_recording_and_in_order(sound: Sound) -> None:
    spoken = sound.speaks(ENGLISH, "af_heart")
    answer = sound.hears(
        spoken, response_format="verbose_json", timestamp_granularities=["word", "segment"]
    )
    times = [time for word in answer.words for time in (word.start, word.end)]
    assert times == sorted(times)
    with soundfile.SoundFile(io.BytesIO(spoken)) as file:
        seconds = file.frames / file.samplerate
    assert 0 <= times[0] < times[-1] <= seconds + 0.3
    assert answer.segments[-1].end <= answer.duration + 0.001


def test_silence_has_no_text(sound: Sound) -> None:
    out = io.BytesIO()
    soundfile.write(out, [0.0] * 48_000, 16_000, format="WAV")
    for options in ({}, {"language": "zh"}):
        assert sound.hears(out.getvalue(), **options).text == ""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_listens_on_this_computer_only_behind_its_key(sound: Sound) -> None:
    port = f"{urlsplit(sound.address).port:04X}"
    listening = [
        line.split()[1]
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
        if line.split()[1].endswith(f":{port}") and line.split()[3] == "0A"
    ]
    assert listening == [f"0100007F:{port}"]
    for key in (None, "", "wrong", KEY[:-1]):
        assert request(sound.address, key) == 401
    assert request(sound.address, KEY) == 200
    for place in ("cmdline", "environ"):
        assert KEY.encode() not in Path(f"/proc/{sound.process.pid}/{place}").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_loads_no_window_and_nothing_under_the_gpl(sound: Sound) -> None:
    sound.hears(sound.speaks("Hello 你好.", "af_heart"))
    loaded = Path(f"/proc/{sound.process.pid}/maps").read_text()
    for wanted in ("onnxruntime", "ctranslate2", "sndfile"):
        assert wanted in loaded
    for unwanted in ("PySide6", "x264", "x265", "espeak", "avcodec"):
        assert unwanted not in loaded


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_runtime_collects_nothing_for_its_maker(sound: Sound) -> None:
    """onnxruntime would keep a database of events and send it."""
    sound.speaks("Hello.", "af_heart")
    opened = [os.readlink(link) for link in Path(f"/proc/{sound.process.pid}/fd").iterdir()]
    assert [path for path in opened if ".db" in path or "DeveloperTools" in path] == []
    environment = Path(f"/proc/{sound.process.pid}/environ").read_bytes().split(b"\0")
    assert b"ORT_DISABLE_TELEMETRY=1" in environment


def test_what_is_said_to_it_is_in_no_log(sound: Sound) -> None:
    sound.speaks("heliotropium", "af_heart")
    with pytest.raises(BadRequestError):
        sound.hears(b"heliotropium")
    assert sound.errors.read_text() == ""


def request(address: str, key: str | None) -> int:
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    headers = {} if key is None else {"Authorization": f"Bearer {key}"}
    with closing(line):
        line.request("GET", "/v1/models", headers=headers)
        return line.getresponse().status


def pid_of(engines: Engines) -> int:
    running = engines._sound._child
    assert running is not None
    return running.pid


def test_an_answer_is_written_while_another_is_read_aloud(play: Any) -> None:
    async def scene(engines: Engines) -> None:
        async with engines.lease(CHAT) as chat, engines.lease(SPEECH) as sound:
            assert chat.base_url != sound.base_url
            assert engines.state("chat") is engines.state("speech") is EngineState.READY
            async with client(chat) as writer, client(sound) as speaker:
                answer, speech = await asyncio.gather(
                    writer.chat.completions.create(
                        model=CHAT, messages=[{"role": "user", "content": "Hi"}], max_tokens=8
                    ),
                    speaker.audio.speech.create(
                        model=SPEECH, voice="af_heart", input="Hello there.", response_format="flac"
                    ),
                )
        assert answer.choices[0].message.content
        assert speech.content.startswith(b"fLaC")

    play(scene)


def test_the_offline_connection_offers_each_task_its_own_models(play: Any, installer: Any) -> None:
    nothing: Any = None

    class NoConnections:
        async def load(self) -> tuple[Connection, ...]:
            return ()

    async def scene(engines: Engines) -> None:
        stores: Any = NoConnections()
        service = ConnectionService(stores, nothing, nothing, engines, installer)
        for task, model in (("chat", CHAT), ("speech", SPEECH), ("transcription", TRANSCRIPTION)):
            (connection,) = await service.all(task)
            assert connection.kind is ConnectionKind.OFFLINE
            assert await service.models(connection, task=task) == (model,)
        async with (
            service.endpoint(connection, "", "transcription") as endpoint,
            client(endpoint) as openai,
        ):
            assert TRANSCRIPTION in [m.id async for m in openai.models.list()]

    play(scene)


def test_unused_it_leaves_memory_and_comes_back(play: Any) -> None:
    async def scene(engines: Engines) -> None:
        async with engines.lease(TRANSCRIPTION):
            first = pid_of(engines)
        async with asyncio.timeout(60):
            while engines.state("speech") is not EngineState.STOPPED:
                await asyncio.sleep(0.02)
        wait_for_end(first)
        async with engines.lease(SPEECH) as endpoint:
            assert pid_of(engines) != first
            assert request(endpoint.base_url, endpoint.key) == 200

    play(scene, idle_seconds=0.05)


def wait_for_end(pid: int) -> None:
    """Wait for a process that need not be our child."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        ended, _, _ = select.select([handle], [], [], 20)
    finally:
        os.close(handle)
    assert ended, f"process {pid} is still there"


PARENT = f"""
import asyncio, sys, threading
from pathlib import Path
from gptdesk.offline.engines import Engines
from gptdesk.offline.installer import DiskPackInstaller
from gptdesk.offline.manifest import load_packs

async def main():
    packs = Path(sys.argv[1])
    engines = Engines(packs, DiskPackInstaller(packs, load_packs()))
    async with engines.lease({SPEECH!r}) as endpoint:
        print(engines._sound._child.pid, endpoint.base_url, flush=True)
        threading.Event().wait()

asyncio.run(main())
"""


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches a process that is not our own")
def test_killed_with_signal_9_the_app_takes_the_engine_for_sound_along(installer: Any) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT, str(PACKS)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        text=True,
    ) as parent:
        assert parent.stdout is not None
        pid, _address = parent.stdout.readline().split()
        parent.kill()
    wait_for_end(int(pid))
