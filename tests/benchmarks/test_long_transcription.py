"""A recording of three hours in the Transcription tab: how alive the window stays.

The service hears in a process of its own, so that what is measured is ours. The words are checked;
times are printed beside their limits and never judged. GPTDESK_BENCH_MINUTES makes it shorter.
"""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

from gptdesk.domain.transcription import JobState
from gptdesk.services.wav_mending import mend
from gptdesk.ui.sound.reader import QtSoundReader
from server import tones
from transcription_studio import Studio, words_of
from transcription_studio import paths as paths
from ui.transcription.conftest import desk as desk
from window_gaps import Gaps
from window_gaps import server as server

SECONDS = float(os.environ.get("GPTDESK_BENCH_MINUTES", "180")) * 60
GAP_LIMIT = 50


def write_recording(path: Path) -> list[str]:
    chance, words, length = random.Random(7), [], 0
    with path.open("wb") as file:
        file.write(tones.wav(b""))
        while length < SECONDS * 2 * tones.RATE:
            sentence = chance.choices(tones.WORDS, k=chance.randint(4, 12))
            words += sentence
            samples = tones.spoken(sentence, chance.choice((0.1, 0.6, 1.1)))
            length += len(samples)
            file.write(samples)
    mend(path)
    return words


def test_a_recording_of_three_hours_leaves_the_window_alive(desk, server, paths, tmp_path, qtbot):
    words = write_recording(tmp_path / "talk.wav")
    studio = Studio(server, paths, reader=QtSoundReader())
    desk.run_alone(studio.open())
    desk.service, desk.connections = studio.service, studio.connections
    desk.start()
    desk.page.show()
    qtbot.waitExposed(desk.page)
    gaps = Gaps(desk.page)
    told: dict[str, tuple[float, float]] = {}

    def opened() -> None:
        desk.page.dropped.emit([tmp_path / "talk.wav"])
        desk.until(lambda: desk.queue.jobs)

    told["opening it"] = gaps.during(opened)
    gaps.reset()
    begun = time.perf_counter()
    desk.part("transcription.start").click()
    qtbot.waitUntil(lambda: desk.job.state is JobState.DONE, timeout=900_000)
    desk.until(lambda: not desk.queue.running)
    told["writing it down"] = gaps.told
    seconds = time.perf_counter() - begun
    gaps.stop()
    assert words_of(desk.job) == words
    print(f"\n{SECONDS / 60:.0f} minutes, {len(desk.job.segments)} sentences, {seconds:.1f} s")
    for name, (away, worked) in told.items():
        print(
            f"Worst gap while {name}: {away:.0f} ms, {worked:.0f} ms of them its own work "
            f"(limit {GAP_LIMIT} ms)"
        )
    desk.shutdown()
    desk.run_alone(studio.close())
