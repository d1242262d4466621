"""A language of tones: sound in which the test service really hears words, with their times.

Each word is a short tone of its own pitch. Words from the second half of the list are said by
another person.
"""

from __future__ import annotations

import io
import math
import wave
from array import array
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

RATE = 16_000
WORDS = (
    "river apple window letter garden yellow market summer pencil orange button winter basket"
    " doctor engine forest ladder mirror needle pocket rabbit silver ticket velvet walnut anchor"
    " bridge candle donkey eleven falcon guitar hammer island jacket kettle lemon magnet napkin"
    " oyster"
).split()
SECOND_PERSON = len(WORDS) // 2
LOWEST, STEP = 400.0, 50.0
WORD, BREATH, PAUSE = 0.3, 0.08, 0.7
QUIET = 300


@dataclass(frozen=True)
class Said:
    start: float
    end: float
    word: str

    @property
    def person(self) -> str:
        return "A" if WORDS.index(self.word) < SECOND_PERSON else "B"


def silence(seconds: float) -> bytes:
    return bytes(2 * round(seconds * RATE))


@cache
def tone(word: str, loud: float = 0.4) -> bytes:
    """A word; it swells and fades, so that it ends without a click."""
    pitch = LOWEST + STEP * WORDS.index(word)
    count = round(WORD * RATE)
    edge = count // 12
    step = 2 * math.pi * pitch / RATE
    return array(
        "h",
        (
            int(32767 * loud * min(1.0, at / edge, (count - at) / edge) * math.sin(step * at))
            for at in range(count)
        ),
    ).tobytes()


def spoken(words: list[str], pause: float = PAUSE, loud: float = 0.4) -> bytes:
    """A sentence with a pause behind it."""
    breath = silence(BREATH)
    return breath.join(tone(word, loud) for word in words) + silence(pause)


def wav(samples: bytes, rate: int = RATE) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        sound.writeframes(samples)
    return file.getvalue()


def samples_of(data: bytes) -> tuple[np.ndarray, int]:
    """The first channel of a WAV or FLAC file, and its rate."""
    import soundfile

    found, rate = soundfile.read(io.BytesIO(data), dtype="int16", always_2d=True)
    return found[:, 0], rate


def heard(samples: np.ndarray, rate: int = RATE) -> list[Said]:
    """The words that are said, by the pitch of each tone."""
    import numpy as np

    step = rate // 100
    count = len(samples) // step
    frames = samples[: count * step].reshape(count, step).astype(np.int32)
    loud = np.abs(frames).max(axis=1) > QUIET if count else np.zeros(0, bool)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], loud.astype(np.int8), [0]))))
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start >= 12:
            word = _word(samples[start * step : end * step], rate)
            found.append(Said(start / 100, end / 100, word))
    return found


def _word(samples: np.ndarray, rate: int) -> str:
    import numpy as np

    middle = samples[len(samples) // 4 : -len(samples) // 4]
    crossings = np.count_nonzero(np.diff(np.signbit(middle)))
    pitch = crossings / 2 / (len(middle) / rate)
    return WORDS[max(0, min(len(WORDS) - 1, round((pitch - LOWEST) / STEP)))]


def sentences(said: list[Said]) -> list[list[Said]]:
    """What is said without a pause in between, by one person."""
    found: list[list[Said]] = []
    for word in said:
        last = found[-1][-1] if found else None
        if last is None or word.start - last.end > 0.4 or word.person != last.person:
            found.append([])
        found[-1].append(word)
    return found


def written(words: list[Said]) -> str:
    text = " ".join(word.word for word in words)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
