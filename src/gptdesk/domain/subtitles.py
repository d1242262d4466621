"""A transcript as subtitles, SRT or VTT, within the rules of `subtitle_rules`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gptdesk.domain.scripts import needs_space
from gptdesk.domain.subtitle_rules import (
    GAP,
    LAG,
    LONGEST,
    SHORTEST,
    best_cut,
    lines_of,
    rules_for,
)
from gptdesk.domain.transcript_editing import merge, split
from gptdesk.domain.transcription import Segment

PAUSE = 0.5
"""A longer one keeps short captions apart."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is on the screen at once."""

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str = ""


def captions(segments: Sequence[Segment], names: Mapping[str, str] | None = None) -> list[Caption]:
    """All captions. With `names`, the name stands before the first words of a speaker."""
    parts = list(_together(_parts(_spoken(segments, names or {}))))
    found: list[Caption] = []
    free = 0.0
    for number, part in enumerate(parts):
        following = parts[number + 1].start if number + 1 < len(parts) else None
        start, end = _shown(part, free, following)
        rules = rules_for(part.text)
        found.append(Caption(start, end, lines_of(part.text, rules), part.speaker))
        free = end + GAP
    return found


def srt(segments: Sequence[Segment], names: Mapping[str, str] | None = None) -> str:
    """Numbered blocks; with the names of the speakers, where they are given."""
    blocks = []
    for number, caption in enumerate(captions(segments, names), start=1):
        text = "\n".join(caption.lines).replace("-->", "→")
        blocks.append(f"{number}\n{_times(caption, ',')}\n{text}\n")
    return "\n".join(blocks)


def vtt(segments: Sequence[Segment], names: Mapping[str, str] | None = None) -> str:
    """As web pages take them; speakers are marked by voice tags, which players may show."""
    blocks = ["WEBVTT\n"]
    for caption in captions(segments):
        text = _escaped("\n".join(caption.lines))
        name = _voice((names or {}).get(caption.speaker, "")) if caption.speaker else ""
        blocks.append(f"{_times(caption, '.')}\n{f'<v {name}>' if name else ''}{text}\n")
    return "\n".join(blocks)


def clock(seconds: float, mark: str = "") -> str:
    """Hours, minutes and seconds; with a mark also thousandths."""
    ms = round(seconds * 1000)
    hours, minutes, whole = ms // 3_600_000, ms // 60_000 % 60, ms // 1000 % 60
    text = f"{hours:02}:{minutes:02}:{whole:02}"
    return f"{text}{mark}{ms % 1000:03}" if mark else text


def _spoken(segments: Sequence[Segment], names: Mapping[str, str]) -> Iterator[Segment]:
    """Those that say something, on one line each, with the name where the speaker changes."""
    last = ""
    for segment in segments:
        text = " ".join(segment.text.split())
        if not text:
            continue
        name = names.get(segment.speaker, "") if segment.speaker != last else ""
        last = segment.speaker
        if name:
            text = f"{name}：{text}" if not needs_space(name, text) else f"{name}: {text}"
        end = max(segment.end, segment.start)
        yield replace(segment, text=text, end=end)


def _parts(segments: Iterator[Segment]) -> Iterator[Segment]:
    """Each cut until it fits on the screen, at the ends of clauses and the times of words."""
    for segment in segments:
        yield from _fitting(segment)


def _fitting(segment: Segment) -> Iterator[Segment]:
    rules = rules_for(segment.text)
    length = rules.length(segment.text)
    is_long = segment.end - segment.start > LONGEST and length > rules.line
    if lines_of(segment.text, rules) and not is_long:
        yield segment
        return
    count = max(2, round(length / (2 * rules.line) + 0.5))
    cut = best_cut(segment.text, (count // 2) / count)
    result = split((segment,), segment.id, cut).segments
    if len(result) < 2:
        yield segment
        return
    for part in result:
        yield from _fitting(part)


def _together(parts: Iterator[Segment]) -> Iterator[Segment]:
    """Parts too short to be read are shown with what the same speaker says next."""
    waiting: Segment | None = None
    for part in parts:
        if waiting is None:
            waiting = part
            continue
        joined = _joined(waiting, part)
        if joined is None:
            yield waiting
        waiting = joined or part
    if waiting is not None:
        yield waiting


def _joined(first: Segment, second: Segment) -> Segment | None:
    has_time = second.start - first.start >= rules_for(first.text).seconds(first.text)
    is_apart = second.start - first.end > PAUSE or second.end - first.start > LONGEST
    if has_time or is_apart or first.speaker != second.speaker:
        return None
    second = replace(second, id=first.id - 1) if second.id == first.id else second
    (joined,) = merge((first, second), {first.id, second.id}).segments
    return joined if lines_of(joined.text, rules_for(joined.text)) else None


def _shown(part: Segment, free: float, following: float | None) -> tuple[float, float]:
    """From when to when: at its own time, longer if it must be, and never over the next one."""
    start = max(part.start, free)
    wanted = start + rules_for(part.text).seconds(part.text)
    end = min(max(part.end, start), start + LONGEST)
    if following is not None:
        end = min(end, max(following - GAP, start))
    # To be read it may stay while nothing else is said, and a little over that
    latest = max(part.end, start, (following or float("inf")) - GAP)
    if following is not None:
        latest = max(latest, min(part.end, following) + LAG)
    end = max(end, min(wanted, latest, start + LONGEST), start + SHORTEST)
    return start, end


def _times(caption: Caption, mark: str) -> str:
    return f"{clock(caption.start, mark)} --> {clock(caption.end, mark)}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _voice(name: str) -> str:
    return " ".join(_escaped(name).split())
