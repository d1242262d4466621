"""Recordings of known sentences, spoken by the offline voices, with pauses in between."""

from __future__ import annotations

import random
import re
import unicodedata
import wave
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

ENGLISH = (
    "The library opens at nine in the morning.",
    "Please bring your card and a warm coat.",
    "They walked along the river until it was dark.",
    "Nobody had thought of a lamp, but the moon was bright.",
    "At home there was hot tea with lemon.",
    "My sister works in a small hospital near the station.",
    "The train to the north leaves from platform three.",
    "We have to finish the report before Friday.",
    "She opened the window and looked at the garden.",
    "Could you tell me how to get to the museum?",
)
CHINESE = (
    "今天天气很好，我们一起去公园散步。",
    "晚上他们沿着河边慢慢走回家。",
    "没有人带手电筒，不过月亮很亮。",
    "到家以后一起喝热茶。",
    "我姐姐在火车站旁边的医院工作。",
    "请把这本书放回桌子上。",
    "明天早上我们要坐飞机去北京。",
    "他每天下班以后都去学校学习中文。",
    "这家饭店的菜又便宜又好吃。",
    "请问去博物馆应该怎么走？",
)
VOICES = {"en": "af_heart", "zh": "zf_xiaoxiao"}
TEXTS = {"en": ENGLISH, "zh": CHINESE}
RATE = 16_000
TRADITIONAL = str.maketrans(
    "氣們園晚沒帶電筒過喝熱車醫請這書飛機學習飯問應該麼邊後門開會說話對國個時來還為",
    "气们园晚没带电筒过喝热车医请这书飞机学习饭问应该么边后门开会说话对国个时来还为",
)


@dataclass(frozen=True)
class Spoken:
    """A sentence in a recording."""

    text: str
    start: float
    end: float


def voice_samples(packs: Path, language: str) -> list[tuple[str, bytes]]:
    """Every sentence of a language with its samples of 16 kHz; takes half a minute."""
    import numpy as np

    from gptdesk.offline import child
    from gptdesk.offline.sound.kokoro import RATE as SPOKEN_RATE
    from gptdesk.offline.sound.kokoro import Kokoro, Stop

    kokoro = Kokoro(packs / "kokoro-82m", child.threads())
    found = []
    for text in TEXTS[language]:
        parts = [
            kokoro.speak(piece, VOICES[language], 1.0, Stop())
            for piece in kokoro.reader.pieces(text)
        ]
        sound = np.concatenate(parts).astype(np.float32)
        at = np.arange(0, len(sound) - 1, SPOKEN_RATE / RATE)
        samples = np.interp(at, np.arange(len(sound)), sound)
        found.append((text, (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()))
    return found


def trimmed(samples: bytes) -> bytes:
    """Without the silence that the voice makes before and after a sentence."""
    from gptdesk.domain.voice import FRAME_BYTES, levels, voiced

    found = voiced(levels(samples))
    return samples[found[0][0] * FRAME_BYTES : found[-1][1] * FRAME_BYTES]


def recording(
    sentences: list[tuple[str, bytes]], seconds: float, seed: int = 1
) -> tuple[bytes, list[Spoken]]:
    """Sentences in any order, with pauses from half a second to a second and a half."""
    chance = random.Random(seed)
    samples, said = bytearray(2 * (RATE // 2)), []
    while len(samples) < seconds * 2 * RATE:
        text, sound = chance.choice(sentences)
        start = len(samples) / 2 / RATE
        samples += sound
        said.append(Spoken(text, start, len(samples) / 2 / RATE))
        samples += bytes(2 * round(chance.uniform(0.5, 1.5) * RATE))
    return bytes(samples), said


def write_wav(path: Path, samples: bytes) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples)


def plain(text: str) -> str:
    """Only letters and digits, so that marks and capitals do not count."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(TRADITIONAL)
    return re.sub(r"[\W_]", "", folded)


def share_right(wanted: str, written: str) -> float:
    """How many of the characters are there, and not too many others."""
    one, other = plain(wanted), plain(written)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    return same / max(len(one), len(other), 1)
