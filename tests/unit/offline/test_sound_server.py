"""The server for sound with stand-ins for the models: what it lets in, answers and refuses."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx2
import numpy as np
import pytest
import soundfile
from openai import AsyncOpenAI

from gptdesk.offline.reading.reader import Piece, Reader
from gptdesk.offline.sound import server, speech
from gptdesk.offline.sound.guard import SMALL
from gptdesk.offline.sound.kokoro import RATE, Stop
from gptdesk.offline.sound.resident import Resident
from gptdesk.offline.sound.signs import SIGNS
from gptdesk.offline.sound.speech import SpeechDesk
from gptdesk.offline.sound.transcription import TranscriptionDesk
from gptdesk.offline.sound.whisper import Listening, Segment, Word

KEY = "k" * 40
SPEECH, TRANSCRIPTION = "kokoro-82m", "whisper-base"
SECRET = "heliotropium"
TEXT = "This is the first sentence. And this is the second one. Here is the third."
VOICES = ("af_alloy", "af_heart", "am_santa", "em_santa", "zf_xiaobei")


class FakeKokoro:
    """A tenth of a second of sound for each piece; may wait, and may break."""

    def __init__(self) -> None:
        self.reader = Reader(SIGNS)
        self.spoken: list[tuple[str, str, float]] = []
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()
        self.breaks_at = 0
        self.holds_from = 1
        self.stops: list[Stop] = []

    def speak(self, piece: Piece, voice: str, speed: float, stop: Stop) -> Any:
        self.stops.append(stop)
        self.spoken.append((piece.text, voice, speed))
        self.begun.set()
        if len(self.spoken) >= self.holds_from:
            self.go_on.wait(20)
        if len(self.spoken) == self.breaks_at:
            raise RuntimeError(SECRET)
        return np.full(RATE // 10, 0.25, np.float32)


class FakeWhisper:
    """Hears two segments in whatever it gets."""

    def __init__(self) -> None:
        self.asked: list[Listening] = []
        self.begun = threading.Event()
        self.go_on = threading.Event()
        self.go_on.set()
        self.steps = 0

    def language_of(self, samples: Any) -> str:
        return "en" if np.abs(samples).max(initial=0) > 0 else ""

    def listen(self, asked: Listening) -> Iterator[Segment]:
        self.asked.append(asked)
        facts = {"seek": 0, "tokens": [1], "temperature": 0.0, "avg_logprob": -0.2,
                 "compression_ratio": 1.0, "no_speech_prob": 0.01}  # fmt: skip
        for number, text in enumerate((" Hello there.", " Good bye.")):
            self.steps += 1
            self.begun.set()
            self.go_on.wait(20)
            words = (Word(text.split()[0], number, number + 0.5),) if asked.with_words else ()
            yield Segment(text, float(number), number + 1.0, words, facts)


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    (tmp_path / SPEECH / "voices").mkdir(parents=True)
    (tmp_path / SPEECH / "kokoro-v1.0.int8.onnx").touch()
    for voice in VOICES:
        (tmp_path / SPEECH / "voices" / f"{voice}.bin").touch()
    (tmp_path / TRANSCRIPTION).mkdir()
    (tmp_path / TRANSCRIPTION / "model.bin").touch()
    return tmp_path


class Engine:
    """The application, and the stand-ins that work in it."""

    def __init__(self, packs: Path) -> None:
        self.kokoro, self.whisper = FakeKokoro(), FakeWhisper()
        self.speaker: Resident[Any] = Resident("speech", lambda: self.kokoro, 0)
        self.listener: Resident[Any] = Resident("transcription", lambda: self.whisper, 0)
        self.app = server.application(
            SpeechDesk(SPEECH, packs / SPEECH, self.speaker),
            TranscriptionDesk(TRANSCRIPTION, packs / TRANSCRIPTION, self.listener),
            KEY,
        )

    def close(self) -> None:
        self.kokoro.go_on.set()
        self.whisper.go_on.set()
        self.speaker.close()
        self.listener.close()


@pytest.fixture
def engine(packs: Path) -> Iterator[Engine]:
    it = Engine(packs)
    yield it
    it.close()


Client = httpx2.AsyncClient


@pytest.fixture
def asked(engine: Engine) -> Callable[..., Any]:
    """Ask the server one thing, as any program would."""

    def run(method: str, path: str, *, key: str | None = KEY, **options: Any) -> Any:
        async def once() -> Any:
            headers = {"Authorization": f"Bearer {key}"} if key is not None else {}
            headers |= options.pop("headers", {})
            transport = httpx2.ASGITransport(engine.app, raise_app_exceptions=False)
            async with Client(transport=transport, base_url="http://127.0.0.1") as client:
                return await client.request(method, path, headers=headers, **options)

        return asyncio.run(once())

    return run


@pytest.fixture
def with_openai(engine: Engine) -> Callable[..., Any]:
    """Use the server through the openai package."""

    def run(scene: Callable[[AsyncOpenAI], Awaitable[Any]]) -> Any:
        async def once() -> Any:
            http = Client(transport=httpx2.ASGITransport(engine.app))
            async with AsyncOpenAI(
                base_url="http://127.0.0.1/v1", api_key=KEY, http_client=http, max_retries=0
            ) as client:
                return await scene(client)

        return asyncio.run(once())

    return run


def wanted(**other: Any) -> dict[str, Any]:
    return {"model": SPEECH, "voice": "af_heart", "input": TEXT, **other}


def wav(seconds: float = 0.5, level: float = 0.3) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, np.full(int(16_000 * seconds), level), 16_000, format="WAV")
    return out.getvalue()


def sent(**fields: Any) -> dict[str, Any]:
    return {"data": {"model": TRANSCRIPTION, **fields}, "files": {"file": ("a.wav", wav())}}


# Who is let in


@pytest.mark.parametrize("key", [None, "", "wrong", KEY[:-1], "ключ"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/models"),
        ("GET", "/v1/audio/voices"),
        ("POST", "/v1/audio/speech"),
        ("POST", "/v1/audio/transcriptions"),
        ("POST", "/v1/audio/translations"),
        ("GET", "/elsewhere"),
    ],
)
def test_nobody_is_answered_without_the_key(asked: Any, method: str, path: str, key: Any) -> None:
    given = {} if key is None else {"Authorization": f"Bearer {key}".encode()}
    answer = asked(method, path, key=None, headers=given)
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "invalid_api_key"


def test_health_is_said_to_everybody_and_names_what_is_in_memory(asked: Any) -> None:
    assert asked("GET", "/health", key=None).json() == {"status": "ok", "loaded": []}
    asked("POST", "/v1/audio/speech", json=wanted())
    assert asked("GET", "/health", key=None).json()["loaded"] == [SPEECH]


def test_web_pages_get_no_permission(asked: Any) -> None:
    page = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    for method, path in (("OPTIONS", "/v1/audio/speech"), ("GET", "/health")):
        answer = asked(method, path, headers=page)
        assert not [name for name in answer.headers if name.startswith("access-control")]


def test_the_models_that_are_installed_are_listed(asked: Any, packs: Path) -> None:
    ids = [model["id"] for model in asked("GET", "/v1/models").json()["data"]]
    assert ids == [SPEECH, TRANSCRIPTION]
    (packs / TRANSCRIPTION / "model.bin").unlink()
    ids = [model["id"] for model in asked("GET", "/v1/models").json()["data"]]
    assert ids == [SPEECH]
    refused = asked("POST", "/v1/audio/transcriptions", **sent())
    assert (refused.status_code, refused.json()["error"]["code"]) == (404, "model_not_found")


def test_an_unknown_address_and_a_wrong_method_are_answered_in_json(asked: Any) -> None:
    assert asked("GET", "/v1/chat/completions").json()["error"]["message"]
    assert asked("GET", "/v1/audio/speech").status_code == 405


# Limits


def test_a_text_request_that_is_too_large_is_refused_unread(asked: Any, engine: Engine) -> None:
    answer = asked("POST", "/v1/audio/speech", content=b" " * (SMALL + 1))
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "request_too_large")


def test_a_body_that_does_not_say_its_length_is_counted(asked: Any) -> None:
    async def endless() -> Any:
        for _ in range(12):
            yield b" " * 100_000

    answer = asked("POST", "/v1/audio/speech", content=endless())
    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["-1", "many"])
def test_a_length_that_is_none_is_refused(asked: Any, length: str) -> None:
    headers = {"Content-Length": length}
    answer = asked("POST", "/v1/audio/speech", content=b"{}", headers=headers)
    assert answer.status_code == 413


# Speech


def test_each_sentence_is_spoken_in_order_and_the_sound_is_all_of_them(
    asked: Any, engine: Engine
) -> None:
    answer = asked("POST", "/v1/audio/speech", json=wanted(response_format="pcm", speed=1.5))
    assert answer.headers["content-type"] == "audio/pcm"
    assert len(answer.content) == 3 * 2 * RATE // 10
    assert [text for text, _, _ in engine.kokoro.spoken] == [
        "This is the first sentence.",
        "And this is the second one.",
        "Here is the third.",
    ]
    assert {(voice, speed) for _, voice, speed in engine.kokoro.spoken} == {("af_heart", 1.5)}


@pytest.mark.parametrize("name", ["wav", "flac", "mp3", "opus"])
def test_a_file_can_be_opened_as_what_was_asked_for(asked: Any, name: str) -> None:
    answer = asked("POST", "/v1/audio/speech", json=wanted(response_format=name))
    kinds = {"wav": "WAV", "flac": "FLAC", "mp3": "MP3", "opus": "OGG"}
    with soundfile.SoundFile(io.BytesIO(answer.content)) as file:
        assert file.format == kinds[name]


def test_one_sentence_alone_is_a_wav_that_says_its_length(asked: Any) -> None:
    import wave

    body = wanted(input="One sentence.", response_format="wav")
    with wave.open(io.BytesIO(asked("POST", "/v1/audio/speech", json=body).content)) as file:
        assert file.getnframes() == RATE // 10


def test_events_carry_the_sound_and_end_with_done(asked: Any) -> None:
    body = wanted(response_format="pcm", stream_format="sse")
    answer = asked("POST", "/v1/audio/speech", json=body)
    events = [json.loads(line[6:]) for line in answer.text.splitlines() if line]
    assert [event["type"] for event in events] == ["speech.audio.delta"] * 3 + ["speech.audio.done"]
    sound = b"".join(base64.b64decode(event["audio"]) for event in events[:-1])
    assert len(sound) == 3 * 2 * RATE // 10


@pytest.mark.parametrize(
    ("asked_for", "spoken_by"),
    [
        ("alloy", "af_alloy"),
        ("santa", "am_santa"),
        ("em_santa", "em_santa"),
        ({"id": "zf_xiaobei"}, "zf_xiaobei"),
    ],
)
def test_a_voice_may_be_named_without_its_language(
    asked: Any, engine: Engine, asked_for: Any, spoken_by: str
) -> None:
    asked("POST", "/v1/audio/speech", json=wanted(voice=asked_for))
    assert engine.kokoro.spoken[0][1] == spoken_by


def test_the_voices_are_listed_with_their_language(asked: Any) -> None:
    voices = asked("GET", "/v1/audio/voices").json()["voices"]
    assert [voice["id"] for voice in voices] == list(VOICES)
    last = {"id": "zf_xiaobei", "name": "Xiaobei", "language": "zh", "gender": "female"}
    assert voices[-1] == last


@pytest.mark.parametrize(
    ("change", "status", "param"),
    [
        ({"model": "tts-1"}, 404, "model"),
        ({"voice": "nobody"}, 400, "voice"),
        ({"voice": None}, 400, "voice"),
        ({"voice": "../../etc/passwd"}, 400, "voice"),
        ({"input": "  "}, 400, "input"),
        ({"input": None}, 400, "input"),
        ({"input": "…"}, 400, "input"),
        ({"input": "a" * 20_001}, 400, "input"),
        ({"response_format": "aac"}, 400, "response_format"),
        ({"response_format": "wave"}, 400, "response_format"),
        ({"speed": 5}, 400, "speed"),
        ({"speed": "fast"}, 400, "speed"),
        ({"speed": True}, 400, "speed"),
        ({"instructions": "Be merry"}, 400, "instructions"),
        ({"stream_format": "tape"}, 400, "stream_format"),
    ],
)
def test_what_it_cannot_do_is_refused_by_name(
    asked: Any, change: dict[str, Any], status: int, param: str
) -> None:
    answer = asked("POST", "/v1/audio/speech", json=wanted(**change))
    error = answer.json()["error"]
    assert (answer.status_code, error["param"]) == (status, param)
    assert error["message"].endswith(".")
    assert error["type"] == "invalid_request_error"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff"])
def test_what_is_no_json_object_is_refused(asked: Any, body: bytes) -> None:
    answer = asked("POST", "/v1/audio/speech", content=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_json")


def test_a_failure_before_the_first_sound_is_an_answer_without_a_word_of_the_text(
    asked: Any, engine: Engine, capfd: Any
) -> None:
    engine.kokoro.breaks_at = 1
    answer = asked("POST", "/v1/audio/speech", json=wanted(input=SECRET))
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "engine_failed")
    noted = capfd.readouterr().err
    assert "RuntimeError at" in noted
    assert SECRET not in noted + answer.text


def test_a_failure_in_the_middle_does_not_look_like_a_whole_file(
    with_openai: Any, engine: Engine
) -> None:
    engine.kokoro.breaks_at = 2

    async def scene(client: AsyncOpenAI) -> None:
        with pytest.raises(ConnectionAbortedError):
            await client.audio.speech.create(
                model=SPEECH, voice="heart", input=TEXT, response_format="pcm"
            )

    with_openai(scene)


def test_a_failure_in_the_middle_of_events_is_an_event(asked: Any, engine: Engine) -> None:
    engine.kokoro.breaks_at = 2
    answer = asked("POST", "/v1/audio/speech", json=wanted(stream_format="sse"))
    last = json.loads(answer.text.strip().splitlines()[-1][6:])
    assert last["error"]["code"] == "engine_failed"


def test_too_many_at_a_time_are_told_to_come_back(
    asked: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "MOST_WAITING", 0)
    answer = asked("POST", "/v1/audio/speech", json=wanted())
    assert (answer.status_code, answer.json()["error"]["code"]) == (429, "busy")


# Transcription


def test_the_text_comes_as_json_with_how_long_it_was(asked: Any, engine: Engine) -> None:
    answer = asked("POST", "/v1/audio/transcriptions", **sent(prompt="Names: Ann"))
    assert answer.json() == {
        "text": "Hello there. Good bye.",
        "usage": {"type": "duration", "seconds": 0.5},
    }
    (listening,) = engine.whisper.asked
    assert (listening.language, listening.prompt, listening.translates) == (
        "en",
        "Names: Ann",
        False,
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("text", "Hello there. Good bye.\n"),
        (
            "srt",
            "1\n00:00:00,000 --> 00:00:01,000\nHello there.\n\n"
            "2\n00:00:01,000 --> 00:00:02,000\nGood bye.\n\n",
        ),
        (
            "vtt",
            "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nHello there.\n\n"
            "00:00:01.000 --> 00:00:02.000\nGood bye.\n\n",
        ),
    ],
)
def test_text_and_subtitles_are_written_as_asked(asked: Any, name: str, text: str) -> None:
    answer = asked("POST", "/v1/audio/transcriptions", **sent(response_format=name))
    assert answer.text == text


@pytest.mark.parametrize(
    ("granularities", "has_segments", "has_words"),
    [(None, True, False), (["word"], False, True), (["word", "segment"], True, True)],
)
def test_times_come_for_segments_and_for_words(
    with_openai: Any, granularities: Any, has_segments: bool, has_words: bool
) -> None:
    async def scene(client: AsyncOpenAI) -> Any:
        options = {"timestamp_granularities": granularities} if granularities else {}
        return await client.audio.transcriptions.create(
            model=TRANSCRIPTION, file=("a.wav", wav()), response_format="verbose_json", **options
        )

    found = with_openai(scene)
    assert (found.language, found.duration) == ("english", 0.5)
    assert bool(found.segments) is has_segments
    assert bool(found.words) is has_words
    if has_segments:
        assert [(s.id, s.start, s.end, s.text) for s in found.segments] == [
            (0, 0.0, 1.0, " Hello there."),
            (1, 1.0, 2.0, " Good bye."),
        ]
    if has_words:
        assert [(w.word, w.start, w.end) for w in found.words] == [
            ("Hello", 0.0, 0.5),
            ("Good", 1.0, 1.5),
        ]


@pytest.mark.parametrize(
    ("name", "kinds"), [("json", ["delta"]), ("verbose_json", ["delta", "segment"])]
)
def test_a_stream_tells_each_segment_and_then_the_whole(
    with_openai: Any, name: str, kinds: list[str]
) -> None:
    async def scene(client: AsyncOpenAI) -> Any:
        stream = await client.audio.transcriptions.create(
            model=TRANSCRIPTION, file=("a.wav", wav()), stream=True, response_format=name
        )
        return [event async for event in stream]

    events = with_openai(scene)
    assert [e.type for e in events] == [
        *(f"transcript.text.{kind}" for kind in kinds * 2),
        "transcript.text.done",
    ]
    deltas = "".join(e.delta for e in events if e.type == "transcript.text.delta")
    assert deltas == events[-1].text == "Hello there. Good bye."


def test_a_translation_is_asked_of_the_model_as_one(asked: Any, engine: Engine) -> None:
    answer = asked("POST", "/v1/audio/translations", **sent(response_format="verbose_json"))
    assert answer.json()["task"] == "translate"
    assert engine.whisper.asked[0].translates


@pytest.mark.parametrize(
    ("language", "code"), [("zh", "zh"), ("zh-CN", "zh"), ("Chinese", "zh"), ("yue", "yue")]
)
def test_a_language_is_known_by_its_code_and_its_name(
    asked: Any, engine: Engine, language: str, code: str
) -> None:
    asked("POST", "/v1/audio/transcriptions", **sent(language=language))
    assert engine.whisper.asked[0].language == code


def test_where_nobody_speaks_there_is_no_text(asked: Any, engine: Engine) -> None:
    request = sent() | {"files": {"file": ("a.wav", wav(level=0.0))}}
    answer = asked("POST", "/v1/audio/transcriptions", **request)
    assert answer.json()["text"] == ""
    assert engine.whisper.asked == []


@pytest.mark.parametrize(
    ("fields", "status", "param"),
    [
        ({"model": "whisper-1"}, 404, "model"),
        ({"response_format": "docx"}, 400, "response_format"),
        ({"language": "klingon"}, 400, "language"),
        ({"temperature": "2"}, 400, "temperature"),
        ({"temperature": "warm"}, 400, "temperature"),
        ({"stream": "true", "response_format": "srt"}, 400, "stream"),
        ({"timestamp_granularities[]": "word"}, 400, "timestamp_granularities"),
        ({"timestamp_granularities[]": "letter"}, 400, "timestamp_granularities"),
    ],
)
def test_a_transcript_that_cannot_be_made_is_refused_by_name(
    asked: Any, fields: dict[str, str], status: int, param: str
) -> None:
    answer = asked("POST", "/v1/audio/transcriptions", **sent(**fields))
    assert (answer.status_code, answer.json()["error"]["param"]) == (status, param)


def test_a_file_that_is_no_sound_is_refused_also_in_a_stream(asked: Any) -> None:
    for more in ({}, {"stream": "true"}):
        request = sent(**more) | {"files": {"file": ("a.wav", b"nothing to hear" * 99)}}
        answer = asked("POST", "/v1/audio/transcriptions", **request)
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "unsupported_format")


def test_a_request_without_a_file_is_refused(asked: Any) -> None:
    answer = asked("POST", "/v1/audio/transcriptions", data={"model": TRANSCRIPTION})
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, "file")


@pytest.mark.expects_log
def test_a_form_that_is_broken_is_refused(asked: Any) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = asked("POST", "/v1/audio/transcriptions", content=b"broken", headers=headers)
    assert answer.status_code == 400


# Those who go away


class Line:
    """A connection on the level of ASGI, which can be cut at any moment."""

    def __init__(self, path: str, body: bytes, content_type: str) -> None:
        headers = [
            (b"authorization", f"Bearer {KEY}".encode()),
            (b"content-type", content_type.encode()),
            (b"content-length", str(len(body)).encode()),
        ]
        self.scope = {
            "type": "http", "method": "POST", "path": path, "raw_path": path.encode(),
            "query_string": b"", "headers": headers, "asgi": {"spec_version": "2.3"},
        }  # fmt: skip
        self._body: bytes | None = body
        self._cut = asyncio.Event()
        self.heard = asyncio.Event()
        self.sent: list[dict[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        if self._body is not None:
            body, self._body = self._body, None
            return {"type": "http.request", "body": body, "more_body": False}
        await self._cut.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)
        if message.get("body"):
            self.heard.set()

    def cut(self) -> None:
        self._cut.set()


def cut_off(engine: Engine, line: Callable[[], Line], worker: Any) -> Line:
    """Ask, wait until the model is at work, go away, and let the model finish its step."""

    async def run() -> Line:
        connection = line()
        asking = asyncio.create_task(
            engine.app(connection.scope, connection.receive, connection.send)
        )
        await asyncio.to_thread(worker.begun.wait, 20)
        connection.cut()
        await asking
        worker.go_on.set()
        return connection

    worker.go_on.clear()
    return asyncio.run(run())


def speech_line(**other: Any) -> Callable[[], Line]:
    body = json.dumps(wanted(**other)).encode()
    return lambda: Line("/v1/audio/speech", body, "application/json")


def test_who_goes_away_is_not_spoken_to_any_more(engine: Engine) -> None:
    line = cut_off(engine, speech_line(), engine.kokoro)
    engine.close()
    assert len(engine.kokoro.spoken) == 1
    assert engine.kokoro.stops[0].is_set
    assert line.sent[0]["status"] == 499


def test_the_first_sentence_is_heard_before_the_second_is_made(engine: Engine) -> None:
    engine.kokoro.holds_from = 2
    engine.kokoro.go_on.clear()

    async def run() -> list[dict[str, Any]]:
        connection = speech_line(response_format="pcm")()
        asking = asyncio.create_task(
            engine.app(connection.scope, connection.receive, connection.send)
        )
        async with asyncio.timeout(20):
            await connection.heard.wait()
        early = list(connection.sent)
        engine.kokoro.go_on.set()
        await asking
        assert len(connection.sent) > len(early)
        return early

    start, body = asyncio.run(run())
    assert start["status"] == 200
    assert len(body["body"]) == 2 * RATE // 10


def transcription_line(**fields: str) -> Callable[[], Line]:
    form = httpx2.Request("POST", "http://x/", **sent(**fields))
    body = form.read()
    kind = form.headers["content-type"]
    return lambda: Line("/v1/audio/transcriptions", body, kind)


@pytest.mark.parametrize("fields", [{}, {"stream": "true"}])
def test_who_goes_away_is_not_listened_to_any_more(engine: Engine, fields: dict[str, str]) -> None:
    cut_off(engine, transcription_line(**fields), engine.whisper)
    engine.close()
    assert engine.whisper.steps == 1


# Memory


def test_a_model_is_loaded_on_demand_and_leaves_when_nobody_needs_it() -> None:
    loaded: list[object] = []

    def load() -> object:
        loaded.append(SimpleNamespace())
        return loaded[-1]

    async def run() -> None:
        resident: Resident[object] = Resident("test", load, 0.01)
        assert not resident.is_loaded
        assert await resident.use(lambda it: it is loaded[0])
        async with asyncio.timeout(20):
            while resident.is_loaded:
                await asyncio.sleep(0.01)
        await resident.use(lambda it: None)
        assert len(loaded) == 2
        resident.close()

    asyncio.run(run())


def test_a_model_whose_files_are_bad_is_an_answer(asked: Any, engine: Engine) -> None:
    def fail() -> Any:
        raise RuntimeError("no such file")

    engine.speaker._load = fail
    answer = asked("POST", "/v1/audio/speech", json=wanted())
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "model_not_loaded")
