"""A transcript as a text that other programs read: TXT, Markdown, CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gptdesk.domain.scripts import needs_space
from gptdesk.domain.subtitles import clock
from gptdesk.domain.transcription import Segment

PAUSE = 2.0
"""After such a pause a new paragraph begins."""
LONG = 600
"""A paragraph of so many characters ends with its sentence."""
BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes the file for one in the encoding of old."""


class ExportForm(StrEnum):
    """The kinds of file, by their endings."""

    TXT = "txt"
    SRT = "srt"
    VTT = "vtt"
    DOCX = "docx"
    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The headings of columns and the line under the title, in the person's language."""

    start: str = "Start"
    end: str = "End"
    speaker: str = "Speaker"
    text: str = "Text"
    confidence: str = "Confidence"
    facts: str = ""


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What is written and how. `names` are the names of speakers by their keys, none if empty."""

    form: ExportForm
    times: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    words: ExportWords = ExportWords()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one person says without a long pause."""

    start: float
    speaker: str
    text: str


def paragraphs(segments: Sequence[Segment]) -> Iterator[Paragraph]:
    """The text as it is read: a new paragraph for another speaker, after a pause, or when long."""
    begun: Paragraph | None = None
    end = 0.0
    for segment in segments:
        text = " ".join(segment.text.split())
        if not text:
            continue
        if begun is not None and not _begins_new(begun, segment, end):
            gap = " " if needs_space(begun.text, text) else ""
            begun = Paragraph(begun.start, begun.speaker, f"{begun.text}{gap}{text}")
        else:
            if begun is not None:
                yield begun
            begun = Paragraph(segment.start, segment.speaker, text)
        end = segment.end
    if begun is not None:
        yield begun


def txt(segments: Sequence[Segment], choice: ExportChoice) -> str:
    """Paragraphs; with times, a line for each segment."""
    if choice.times:
        return "".join(
            f"[{clock(one.start)}] {_named(choice, one.speaker, ' '.join(one.text.split()))}\n"
            for one in segments
            if one.text.strip()
        )
    return "\n".join(f"{_named(choice, one.speaker, one.text)}\n" for one in paragraphs(segments))


def markdown(title: str, segments: Sequence[Segment], choice: ExportChoice) -> str:
    """A heading, and paragraphs with the time and the name before them."""
    blocks = [f"# {_plain(' '.join(title.split()))}"]
    if choice.words.facts:
        blocks.append(f"*{_plain(choice.words.facts)}*")
    for one in paragraphs(segments):
        name = choice.names.get(one.speaker, "")
        marks = [clock(one.start)] if choice.times else []
        marks += [_plain(name)] if name else []
        head = f"**{' · '.join(marks)}**  \n" if marks else ""
        blocks.append(f"{head}{_plain(one.text)}")
    return "\n\n".join(blocks) + "\n"


def table(segments: Sequence[Segment], choice: ExportChoice) -> str:
    """A CSV file that Excel opens with a double click, and in which no cell is a formula."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    words = choice.words
    write.writerow((words.start, words.end, words.speaker, words.text, words.confidence))
    for one in segments:
        sure = "" if one.confidence is None else f"{one.confidence:.2f}"
        name = choice.names.get(one.speaker, "")
        cells = (clock(one.start, "."), clock(one.end, "."), _cell(name), _cell(one.text), sure)
        write.writerow(cells)
    return BYTE_ORDER_MARK + out.getvalue()


def _begins_new(begun: Paragraph, segment: Segment, end: float) -> bool:
    if segment.speaker != begun.speaker or segment.start - end >= PAUSE:
        return True
    return len(begun.text) >= LONG and begun.text[-1] in '。！？.!?…”」"'


def _named(choice: ExportChoice, speaker: str, text: str) -> str:
    name = choice.names.get(speaker, "")
    if not name:
        return text
    return f"{name}: {text}" if needs_space(name, text) else f"{name}：{text}"


def _cell(text: str) -> str:
    """An apostrophe keeps a sentence that begins like a formula from being worked out."""
    bare = text.lstrip()
    is_formula = text[:1] in ("\t", "\r", "\n") or bare[:1] in tuple("=+-@＝＋－＠")
    return f"'{text}" if text and is_formula else text


_SPECIAL = re.compile(r"([\\`*_\[\]<>~|$])")
_FIRST = re.compile(r"^(\s*)([#+\-=]|\d+(?=[.)]))")


def _plain(text: str) -> str:
    """So that nothing in the text is taken for a mark."""
    text = _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))
    return _FIRST.sub(lambda m: f"{m[1]}{_first(m[2])}", text)


def _first(mark: str) -> str:
    return f"&#{ord(mark[0])};{mark[1:]}" if mark[0].isdigit() else f"\\{mark}"
