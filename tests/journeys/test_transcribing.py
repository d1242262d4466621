"""The real voices speak, the real engine writes it down: through files as people have them."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from gptdesk.app.backend import build
from gptdesk.domain.settings import Settings
from gptdesk.domain.transcription import JobState, PieceState, TranscriptionSettings
from gptdesk.storage.paths import Paths
from gptdesk.ui.sound.writer import QtSoundWriter
from spoken_recordings import RATE, recording, share_right, trimmed, voice_samples

ROOT = Path(__file__).resolve().parents[2]
PACKS = Path(os.environ.get("GPTDESK_TEST_PACKS", ROOT / ".cache" / "test-profile" / "packs"))
SECONDS = 45
ENOUGH = 0.9


@pytest.fixture(scope="module", params=["en", "zh"])
def spoken(request):
    if not (PACKS / "whisper-base").is_dir() or not (PACKS / "kokoro-82m").is_dir():
        pytest.fail(f"The test packs are not in {PACKS}.", pytrace=False)
    sentences = [(text, trimmed(sound)) for text, sound in voice_samples(PACKS, request.param)]
    return request.param, *recording(sentences, SECONDS)


def written(profile: Path, sound: Path, settings: TranscriptionSettings):
    async def whole():
        paths = Paths.for_profile(profile)
        paths.create()
        backend = await build(paths, PACKS, Settings())
        try:
            job = await backend.transcription.add(sound, settings)
            async for _event in backend.transcription.run(job.id):
                pass
            return await backend.transcription.open(job.id)
        finally:
            await backend.close()

    return asyncio.run(whole())


async def chunks(samples: bytes):
    for at in range(0, len(samples), 64_000):
        yield samples[at : at + 64_000]


def test_a_recording_becomes_its_sentences_with_exact_times(qapp, tmp_path, spoken):
    language, samples, said = spoken
    path = tmp_path / "talk.m4a"
    asyncio.run(QtSoundWriter().write(path, chunks(samples), RATE))
    settings = TranscriptionSettings("offline", "whisper-base", even_loudness=True)
    job = written(tmp_path / "profile", path, settings)
    assert (job.state, job.language) == (JobState.DONE, language)
    assert [piece.state for piece in job.pieces] == [PieceState.READY]
    text = " ".join(segment.text for segment in job.segments)
    assert share_right(" ".join(sentence.text for sentence in said), text) >= ENOUGH
    assert job.cost == 0.0
    assert all(segment.words for segment in job.segments)
    starts = [segment.start for segment in job.segments]
    assert starts == sorted(starts)
    exact = [s for s in said if min(abs(start - s.start) for start in starts) <= 0.3]
    assert len(exact) >= len(said) * 0.8, "the model may take two sentences for one"
    assert min(abs(starts[0] - said[0].start), 1.0) <= 0.3
