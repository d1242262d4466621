"""How long a recording takes through gptdesk against the engine alone. It reports, never judges.

GPTDESK_BENCH_MINUTES says how long the recording is; 180 is the three hours of a long lecture.
"""

from __future__ import annotations

import asyncio
import io
import os
import time
from pathlib import Path

import pytest

from gptdesk.app.backend import build
from gptdesk.domain.settings import Settings
from gptdesk.domain.transcription import TranscriptionSettings
from gptdesk.offline import child
from gptdesk.offline.sound.recording import recording as read_recording
from gptdesk.offline.sound.whisper import Listening, Whisper
from gptdesk.storage.paths import Paths
from spoken_recordings import recording, share_right, trimmed, voice_samples, write_wav

ROOT = Path(__file__).resolve().parents[2]
PACKS = Path(os.environ.get("GPTDESK_TEST_PACKS", ROOT / ".cache" / "test-profile" / "packs"))
MINUTES = float(os.environ.get("GPTDESK_BENCH_MINUTES", "5"))
LIMIT = 1.2

pytestmark = pytest.mark.skipif(
    not (PACKS / "kokoro-82m").is_dir() or not (PACKS / "whisper-base").is_dir(),
    reason="the packs for sound are not fetched",
)


def test_a_recording_takes_about_as_long_as_with_the_engine_alone(qapp, tmp_path):
    sentences = [(text, trimmed(sound)) for text, sound in voice_samples(PACKS, "en")]
    samples, said = recording(sentences, MINUTES * 60)
    path = tmp_path / "talk.wav"
    write_wav(path, samples)
    wanted = " ".join(sentence.text for sentence in said)
    del samples
    ours, text, pieces = asyncio.run(_ours(tmp_path, path))
    engine, alone = _alone(path)
    print(
        f"\n{MINUTES:.0f} minutes in {pieces} pieces: {ours:.1f} s, the engine alone "
        f"{engine:.1f} s: {ours / engine:.2f} (limit {LIMIT}); {MINUTES * 60 / ours:.1f} times as "
        f"fast as it was spoken; right {share_right(wanted, text):.1%}, the engine alone "
        f"{share_right(wanted, alone):.1%}"
    )


async def _ours(folder: Path, path: Path) -> tuple[float, str, int]:
    paths = Paths.for_profile(folder / "profile")
    paths.create()
    backend = await build(paths, PACKS, Settings())
    settings = TranscriptionSettings("offline", "whisper-base", "en")
    try:
        service = backend.transcription
        short = folder / "short.wav"
        write_wav(short, path.read_bytes()[44 : 44 + 32_000 * 4])
        for sound in (short, path):  # the first loads the model, which the engine alone has, too
            begun = time.perf_counter()
            job = await service.add(sound, settings)
            async for _event in service.run(job.id):
                pass
            took = time.perf_counter() - begun
        job = await service.open(job.id)
        return took, " ".join(it.text for it in job.segments), len(job.pieces)
    finally:
        await backend.close()


def _alone(path: Path) -> tuple[float, str]:
    """The same model with the same wishes, in this process."""
    os.environ.update(child.SILENT)
    whisper = Whisper(PACKS / "whisper-base", child.threads())
    begun = time.perf_counter()
    samples = read_recording(io.BytesIO(path.read_bytes()))
    heard = whisper.listen(Listening(samples, "en", with_words=True))
    text = " ".join(segment.text for segment in heard)
    return time.perf_counter() - begun, text
