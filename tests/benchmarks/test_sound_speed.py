"""How long speech and transcription take through the server against the engine alone.

Both run with the same number of threads and take turns, so that a busy moment of the machine meets
both; the engine alone works in this process. Of times it only reports; that a first sound takes at
most so many times as long as the engine alone is a promise, and it is held to that.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pytest
from openai import OpenAI

from gptdesk.offline import child
from gptdesk.offline.sound.containers import whole
from gptdesk.offline.sound.kokoro import RATE, Kokoro, Stop
from gptdesk.offline.sound.recording import recording
from gptdesk.offline.sound.whisper import Listening, Whisper

ROOT = Path(__file__).resolve().parents[2]
PACKS = Path(os.environ.get("GPTDESK_TEST_PACKS", ROOT / ".cache" / "test-profile" / "packs"))
SPEECH, TRANSCRIPTION = "kokoro-82m", "whisper-base"
KEY = "k" * 40
TURNS = 3
FIRST_SOUND_LIMIT, TRANSCRIPTION_LIMIT = 1.5, 1.2
TEXTS = {
    "English": (
        "af_heart",
        "The library opens at nine in the morning. Please bring your card and a warm coat.",
    ),
    "Chinese": ("zf_xiaobei", "今天天气很好，我们一起去公园散步。这本书的价格是49.9元。"),
}
TOLD = {
    "English": " They walked along the river until it was dark. Nobody had thought of a lamp, "
    "but the moon was bright. At home there was hot tea with lemon.",
    "Chinese": "晚上他们沿着河边慢慢走回家。没有人带手电筒，不过月亮很亮。到家以后一起喝热茶。",
}
"""What is transcribed as well; a text that repeats itself would make Whisper try again."""
IDLE_SECONDS = 1.0

pytestmark = pytest.mark.skipif(
    not (PACKS / SPEECH).is_dir() or not (PACKS / TRANSCRIPTION).is_dir(),
    reason="the packs for sound are not fetched",
)


class Server:
    def __init__(self, process: subprocess.Popen[str], idle: float) -> None:
        self.process = process
        wishes = {"job": "sound", "packs": str(PACKS), "key": KEY, "idle": idle}
        assert process.stdin is not None
        assert process.stdout is not None
        ids = {"speech": SPEECH, "transcription": TRANSCRIPTION}
        process.stdin.write(json.dumps({**wishes, **ids}) + "\n")
        process.stdin.flush()
        address = json.loads(process.stdout.readline())["address"]
        self.openai = OpenAI(base_url=f"{address}/v1", api_key=KEY, max_retries=0)

    def first_sound(self, text: str, voice: str) -> float:
        """Seconds until the first bytes are there; the rest is waited for as well."""
        begin = time.perf_counter()
        with self.openai.audio.speech.with_streaming_response.create(
            model=SPEECH, voice=voice, input=text, response_format="pcm"
        ) as answer:
            blocks = answer.iter_bytes()
            next(blocks)
            taken = time.perf_counter() - begin
            for _ in blocks:
                pass
        return taken

    def transcription(self, sound: bytes, language: str) -> float:
        return timed(
            lambda: self.openai.audio.transcriptions.create(
                model=TRANSCRIPTION, file=("a.flac", sound), language=language
            )
        )

    def memory(self) -> int:
        """Megabytes in use, where the system tells."""
        if sys.platform != "linux":
            return 0
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) // 1000


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    idle = getattr(request, "param", 0.0)
    with subprocess.Popen(
        child.command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=child.environment(),
        text=True,
    ) as process:
        it = Server(process, idle)
        yield it
        it.openai.close()
        assert process.stdin is not None
        process.stdin.close()


def timed(work: Callable[[], Any]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def test_speech_begins_about_as_soon_as_the_engine_alone_could(server: Server) -> None:
    os.environ.update(child.SILENT)
    kokoro = Kokoro(PACKS / SPEECH, child.threads())
    for language, (voice, text) in TEXTS.items():

        def alone(voice: str = voice, text: str = text) -> None:
            kokoro.speak(next(kokoro.reader.pieces(text)), voice, 1.0, Stop())

        alone()
        server.first_sound(text, voice)
        pairs = [(server.first_sound(text, voice), timed(alone)) for _ in range(TURNS)]
        ours, engine = (median(times) for times in zip(*pairs, strict=True))
        print(
            f"\n{language}: first sound {ours:.2f} s, the engine alone {engine:.2f} s: "
            f"{ours / engine:.2f} (limit {FIRST_SOUND_LIMIT}); {server.memory()} MB"
        )
        assert ours / engine <= FIRST_SOUND_LIMIT, language


def test_transcription_takes_about_as_long_as_the_engine_alone(server: Server) -> None:
    os.environ.update(child.SILENT)
    kokoro = Kokoro(PACKS / SPEECH, child.threads())
    whisper = Whisper(PACKS / TRANSCRIPTION, child.threads())
    for language, (voice, text) in TEXTS.items():
        code = {"English": "en", "Chinese": "zh"}[language]
        pieces = kokoro.reader.pieces(text + TOLD[language])
        parts = [kokoro.speak(piece, voice, 1.0, Stop()) for piece in pieces]
        sound = whole("flac", RATE, np.concatenate(parts))

        def alone(sound: bytes = sound, code: str = code) -> None:
            list(whisper.listen(Listening(recording(io.BytesIO(sound)), code)))

        alone()
        server.transcription(sound, code)
        pairs = [(server.transcription(sound, code), timed(alone)) for _ in range(TURNS)]
        ours, engine = (median(times) for times in zip(*pairs, strict=True))
        seconds = len(recording(io.BytesIO(sound))) / 16_000
        print(
            f"\n{language}: {seconds:.0f} s of speech in {ours:.2f} s, the engine alone "
            f"{engine:.2f} s: {ours / engine:.2f} (limit {TRANSCRIPTION_LIMIT}); "
            f"{server.memory()} MB"
        )


@pytest.mark.parametrize("server", [IDLE_SECONDS], indirect=True)
def test_memory_comes_back_when_nobody_asks(server: Server) -> None:
    voice, text = TEXTS["Chinese"]
    before = server.memory()
    server.first_sound(text, voice)
    busy = server.memory()
    health = str(server.openai.base_url).removesuffix("v1/") + "health"
    while server.openai.get(health, cast_to=dict[str, Any])["loaded"]:
        pass
    print(f"\nBefore {before} MB, after speaking {busy} MB, idle again {server.memory()} MB")
