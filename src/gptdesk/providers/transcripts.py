"""Reads transcripts in every form in which services give them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from gptdesk.domain.languages import code_of
from gptdesk.domain.problems import AnswerBroken
from gptdesk.domain.transcription import Heard, Segment, Word

_CUE = re.compile(
    r"(?:(\d+):)?(\d+):(\d+)[.,](\d+)\s*-->\s*(?:(\d+):)?(\d+):(\d+)[.,](\d+)[^\n]*\n"
    r"(.*?)(?:\n[ \t]*\n|\Z)",
    re.DOTALL,
)


def heard_in(body: object) -> Heard:
    """What a whole answer says; raises AnswerBroken where it is no transcript."""
    if not isinstance(body, Mapping) or not isinstance(body.get("text"), str):
        raise AnswerBroken(str(body)[:200])
    segments = _segments(body.get("segments"), _words(body.get("words")))
    heard = Heard(body["text"].strip(), segments, _language(body), _number(body.get("duration")))
    return with_usage(heard, body.get("usage"))


def heard_in_text(text: str) -> Heard:
    """A transcript without JSON around it: plain, or as subtitles."""
    plain = text.replace("\r\n", "\n").strip()
    if "-->" not in plain:
        return Heard(plain)
    cues = [
        Segment(number, _clock(*cue[:4]), _clock(*cue[4:8]), " ".join(cue[8].split()))
        for number, cue in enumerate(_CUE.findall(plain))
    ]
    return Heard(" ".join(cue.text for cue in cues), tuple(cues))


def with_usage(heard: Heard, usage: object) -> Heard:
    """Some services count seconds, some tokens, some nothing."""
    if not isinstance(usage, Mapping):
        return heard
    details = usage.get("input_token_details") or usage.get("input_tokens_details")
    sound = details.get("audio_tokens") if isinstance(details, Mapping) else None
    return replace(
        heard,
        seconds=_number(usage.get("seconds"), heard.seconds),
        input_tokens=_count(usage.get("input_tokens")),
        output_tokens=_count(usage.get("output_tokens")),
        audio_tokens=_count(sound) or 0,
    )


@dataclass(slots=True)
class GrowingTranscript:
    """Takes the events of a stream, and says in the end what was heard."""

    text: str = ""
    segments: list[Any] = field(default_factory=list)
    end: Mapping[str, Any] | None = None

    def feed(self, event: Mapping[str, Any]) -> str:
        """The new text that came with an event."""
        match event.get("type"):
            case "transcript.text.delta":
                added = str(event.get("delta") or "")
            case "transcript.text.segment":
                self.segments.append(event)
                return "" if self.text else str(event.get("text") or "")
            case "transcript.text.done":
                self.end = event
                return ""
            case _:
                added = ""
        self.text += added
        return added

    def heard(self) -> Heard:
        assert self.end is not None, "the end was not told"
        told = self.end.get("text")
        text = told if isinstance(told, str) else self.text
        if not text and self.segments:
            text = " ".join(str(segment.get("text") or "").strip() for segment in self.segments)
        heard = Heard(text.strip(), _segments(self.segments, []), _language(self.end))
        return with_usage(heard, self.end.get("usage"))


def _language(body: Mapping[str, Any]) -> str:
    told = body.get("language")
    several = body.get("languages")
    if not told and isinstance(several, list) and several:
        first = several[0]
        told = first.get("code") or first.get("language") if isinstance(first, Mapping) else first
    return code_of(told) if isinstance(told, str) else ""


def _segments(found: object, words: list[Word]) -> tuple[Segment, ...]:
    """In order, without the empty ones, each with the words that lie in it."""
    read = (
        [_segment(it) for it in found if isinstance(it, Mapping)] if isinstance(found, list) else []
    )
    told = sorted((it for it in read if it is not None), key=lambda it: it.start)
    if not told and words:
        told = _by_words(words)
    segments: list[Segment] = []
    waiting = list(words)
    for place, segment in enumerate(told):
        until = told[place + 1].start if place + 1 < len(told) else math.inf
        mine = []
        while waiting and (waiting[0].start + waiting[0].end) / 2 < until:
            mine.append(waiting.pop(0))
        segments.append(replace(segment, id=place, words=tuple(mine)))
    return tuple(segments)


def _segment(told: Mapping[str, Any]) -> Segment | None:
    start, end = _number(told.get("start")), _number(told.get("end"))
    text = str(told.get("text") or "").strip()
    if start is None or end is None or not text:
        return None
    sureness = _number(told.get("avg_logprob"))
    confidence = None if sureness is None else round(math.exp(min(0.0, sureness)), 3)
    start = max(0.0, start)
    speaker = str(told.get("speaker") or "")
    return Segment(0, start, max(start, end), text, speaker, confidence)


def _by_words(words: list[Word]) -> list[Segment]:
    """Words without segments: all of them as one."""
    text = " ".join(word.text for word in words)
    return [Segment(0, words[0].start, words[-1].end, text)]


def _words(found: object) -> list[Word]:
    words = []
    for told in found if isinstance(found, list) else ():
        if not isinstance(told, Mapping):
            continue
        start, end = _number(told.get("start")), _number(told.get("end"))
        text = str(told.get("word") or told.get("text") or "").strip()
        if start is not None and end is not None and text:
            sure = _number(told.get("probability"))
            words.append(Word(max(0.0, start), max(start, end), text, sure))
    return sorted(words, key=lambda word: word.start)


def _clock(hours: str, minutes: str, seconds: str, rest: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")


def _number(value: object, otherwise: float | None = None) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and math.isfinite(value) else otherwise  # type: ignore[arg-type]


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
