"""Listens: the Whisper model on ctranslate2, through faster-whisper."""

from __future__ import annotations

import re
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from gptdesk.offline.reading.runs import HAN
from gptdesk.offline.sound.recording import RATE, Samples

SIMPLIFIED = "以下是普通话的句子。"
"""Said beforehand it makes the model write Simplified characters and punctuation."""
BEGINNING = 300
"""Seconds in which a language is looked for first."""
_WIDE = str.maketrans({",": "，", "?": "？", "!": "！", ":": "：", ";": "；"})
_NARROW_MARK = re.compile(rf"(?<=[{HAN}])\s?[,?!:;](?!\d)")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of speech, times in seconds, with what the model says about itself."""

    text: str
    start: float
    end: float
    words: tuple[Word, ...]
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Listening:
    """What is to be heard, and how. `language` is a code, or empty to find it out."""

    samples: Samples
    language: str = ""
    prompt: str = ""
    translates: bool = False
    with_words: bool = False
    temperature: float = 0.0


class Whisper:
    """A loaded model. Belongs to one thread."""

    def __init__(self, folder: Path, threads: int) -> None:
        _stand_in_for_av()
        from faster_whisper import WhisperModel
        from tqdm import tqdm

        tqdm.monitor_interval = 0  # no thread that watches bars which nobody sees
        self._model = WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=threads,
            num_workers=1,
            local_files_only=True,
        )

    def language_of(self, samples: Samples) -> str:
        """The language of the first half minute in which somebody speaks; empty if nobody does."""
        from faster_whisper.vad import collect_chunks, get_speech_timestamps

        for part in (samples[: BEGINNING * RATE], samples):
            if spoken := get_speech_timestamps(part):
                heard = collect_chunks(part, spoken)[0]
                return str(self._model.detect_language(np.concatenate(heard))[0])
        return ""

    def listen(self, asked: Listening) -> Iterator[Segment]:
        """The segments as they are found; each step takes as long as half a minute of sound."""
        is_chinese = asked.language == "zh" and not asked.translates
        found, _ = self._model.transcribe(
            asked.samples,
            language=asked.language,
            task="translate" if asked.translates else "transcribe",
            beam_size=1,
            vad_filter=True,
            condition_on_previous_text=False,
            initial_prompt=asked.prompt or None,
            hotwords=SIMPLIFIED if is_chinese else None,
            word_timestamps=asked.with_words,
            **({"temperature": asked.temperature} if asked.temperature else {}),
        )
        length = round(len(asked.samples) / RATE, 3)  # the model sometimes hears beyond the end
        for it in found:
            yield Segment(
                _written(it.text, is_chinese),
                min(it.start, length),
                min(it.end, length),
                tuple(Word(word.word.strip(), word.start, word.end) for word in it.words or ()),
                {
                    "seek": it.seek,
                    "tokens": list(it.tokens),
                    "temperature": it.temperature or 0.0,
                    "avg_logprob": it.avg_logprob,
                    "compression_ratio": it.compression_ratio,
                    "no_speech_prob": it.no_speech_prob,
                },
            )


def _written(text: str, is_chinese: bool) -> str:
    if not is_chinese:
        return text
    return _NARROW_MARK.sub(lambda mark: mark.group().strip().translate(_WIDE), text)


def _stand_in_for_av() -> None:
    """faster-whisper imports its decoder although it is given samples.

    Those wheels hold libraries under the GPL and are not in our pins; see decision 0020.
    """
    sys.modules.setdefault("av", types.ModuleType("av"))
