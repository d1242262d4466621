"""Writes a transcript as text, JSON or subtitles."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gptdesk.offline.sound.languages import NAMES
from gptdesk.offline.sound.whisper import Segment


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was heard. `language` is a code, `granularities` of word and segment."""

    segments: Sequence[Segment]
    language: str
    seconds: float
    translated: bool
    granularities: frozenset[str]

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments).strip()


def usage(seconds: float) -> dict[str, Any]:
    return {"type": "duration", "seconds": round(seconds, 2)}


def as_json(it: Transcript) -> str:
    return _json({"text": it.text, "usage": usage(it.seconds)})


def as_text(it: Transcript) -> str:
    return it.text + "\n"


def as_verbose_json(it: Transcript) -> str:
    answer: dict[str, Any] = {
        "task": "translate" if it.translated else "transcribe",
        "language": NAMES.get(it.language, it.language),
        "duration": round(it.seconds, 3),
        "text": it.text,
        "usage": usage(it.seconds),
    }
    if "segment" in it.granularities:
        answer["segments"] = [
            {"id": index, "start": s.start, "end": s.end, "text": s.text, **s.facts}
            for index, s in enumerate(it.segments)
        ]
    if "word" in it.granularities:
        answer["words"] = [
            {"word": word.text, "start": round(word.start, 3), "end": round(word.end, 3)}
            for segment in it.segments
            for word in segment.words
        ]
    return _json(answer)


def as_srt(it: Transcript) -> str:
    return "".join(
        f"{number}\n{_clock(s.start, ',')} --> {_clock(s.end, ',')}\n{s.text.strip()}\n\n"
        for number, s in enumerate(it.segments, start=1)
    )


def as_vtt(it: Transcript) -> str:
    return "WEBVTT\n\n" + "".join(
        f"{_clock(s.start, '.')} --> {_clock(s.end, '.')}\n{s.text.strip()}\n\n"
        for s in it.segments
    )


FORMATS: dict[str, tuple[Callable[[Transcript], str], str]] = {
    "json": (as_json, "application/json"),
    "text": (as_text, "text/plain; charset=utf-8"),
    "srt": (as_srt, "application/x-subrip; charset=utf-8"),
    "vtt": (as_vtt, "text/vtt; charset=utf-8"),
    "verbose_json": (as_verbose_json, "application/json"),
}


def _clock(seconds: float, mark: str) -> str:
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}{mark}{rest % 1000:03}"


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)
