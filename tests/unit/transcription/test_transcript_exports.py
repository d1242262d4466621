"""Transcripts as files, read by what reads them in the world."""

from __future__ import annotations

import asyncio
import csv
import errno
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from gptdesk.domain import transcript_json
from gptdesk.domain.problems import DiskFull, StorageReadOnly, TranscriptUnreadable
from gptdesk.domain.transcript_exports import (
    ExportChoice,
    ExportForm,
    ExportWords,
    markdown,
    paragraphs,
    table,
    txt,
)
from gptdesk.domain.transcript_word_file import word_file
from gptdesk.domain.transcription import Segment, TranscriptionJob
from gptdesk.services.transcript_files import Missing, TranscriptFiles, contents, missing
from gptdesk.storage.documents import plain_text, word_text
from gptdesk.storage.files import write_whole_bytes
from transcript_examples import MEETING, NAMES, meeting

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ANY_TEXT = st.text(max_size=30)


def choice(form: ExportForm = ExportForm.TXT, *, times: bool = False, named: bool = False,
           words: ExportWords | None = None) -> ExportChoice:  # fmt: skip
    return ExportChoice(form, times, NAMES if named else {}, words or ExportWords())


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "exports"
    place.mkdir()
    return place


def save(files: TranscriptFiles, job: TranscriptionJob, target: Path, wanted: ExportChoice) -> Path:
    return asyncio.run(files.save(job, target, wanted))


def test_plain_text_has_a_paragraph_for_each_speaker_and_after_a_pause():
    assert txt(MEETING, choice()).split("\n\n") == [
        "先说第一件事，楼下的充电棚。上个月登记了四十一辆电动车，棚里只有二十四个位子。",
        "Let me add one thing. =1+1",
        "- <b>不</b> & *so*\n",
    ]


def test_names_and_times_stand_before_the_text():
    assert txt(MEETING, choice(named=True)).startswith("张老师：先说第一件事")
    lines = txt(MEETING, choice(times=True, named=True)).splitlines()
    assert lines[2] == "[00:00:09] Ben: Let me add one thing."
    assert len(lines) == 5


def test_a_long_speech_becomes_paragraphs_at_the_ends_of_sentences():
    many = [Segment(n, n, n + 1, "This is the sentence number one hundred.") for n in range(100)]
    found = list(paragraphs(many))
    assert 5 < len(found) < 8
    assert all(one.text.endswith(".") for one in found)


@pytest.mark.parametrize("text", ["# no heading", "1. no list", "- no list", "*no* _em_ `code`",
                                  "<b>no</b> & [no](link)", "> no quote", "=== ", "1) no",
                                  "a|b~~c~~", "&lt;", "![x](y)", "http://a.b"])  # fmt: skip
def test_markdown_shows_the_words_as_they_were_said(text):
    made = markdown("T", (Segment(1, 0, 1, text),), choice())
    tokens = MarkdownIt().parse(made)
    assert [token.type for token in tokens][3:] == ["paragraph_open", "inline", "paragraph_close"]
    inline = tokens[4].children or []
    assert {token.type for token in inline} <= {"text", "text_special"}
    assert "".join(token.content for token in inline) == " ".join(text.split())


def test_markdown_has_a_heading_facts_times_and_names():
    words = ExportWords(facts="47:12 · 3 speakers")
    made = markdown("社区议事会 #11", MEETING, choice(times=True, named=True, words=words))
    assert made.startswith(
        "# 社区议事会 #11\n\n*47:12 · 3 speakers*\n\n**00:00:00 · 张老师**  \n先说"
    )
    html = MarkdownIt().render(made)
    assert "<h1>社区议事会 #11</h1>" in html
    assert "<strong>00:00:09 · Ben</strong>" in html


def test_csv_opens_in_excel_and_no_cell_is_a_formula():
    words = ExportWords("开始", "结束", "讲者", "文字", "把握")
    made = contents(meeting(), choice(ExportForm.CSV, named=True, words=words))
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["开始", "结束", "讲者", "文字", "把握"]
    assert rows[1] == ["00:00:00.500", "00:00:04.000", "张老师", MEETING[0].text, "0.90"]
    assert rows[4][3] == "'=1+1"
    assert rows[5][3] == "'- <b>不</b> & *so*"


@given(st.lists(st.text("=+-@＝＋－＠\t\r\n ,;\"'a", min_size=1, max_size=8), max_size=4))
def test_no_text_becomes_a_formula_or_another_cell(texts):
    made = table([Segment(n, 0, 1, text) for n, text in enumerate(texts)], choice())
    rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline="")))[1:]
    assert [row[3].removeprefix("'") for row in rows] == [text.removeprefix("'") for text in texts]
    assert not any(row[3].lstrip()[:1] in tuple("=+-@＝＋－＠") for row in rows if row[3])


def test_word_reads_a_heading_and_a_table(folder):
    words = ExportWords(start="时间", speaker="讲者", text="文字", facts="30 秒")
    data = word_file("会议 <1>", MEETING, choice(times=True, named=True, words=words))
    path = folder / "a.docx"
    path.write_bytes(data)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        roots = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    document = roots["word/document.xml"]
    rows = [
        ["".join(t.text or "" for t in cell.iter(f"{WORD}t")) for cell in row.iter(f"{WORD}tc")]
        for row in document.iter(f"{WORD}tr")
    ]
    assert rows[0] == ["时间", "讲者", "文字"]
    assert rows[2] == ["00:00:09", "Ben", "Let me add one thing. =1+1"]
    styles = {
        style.get(f"{WORD}styleId") for style in roots["word/styles.xml"].iter(f"{WORD}style")
    }
    used = {style.get(f"{WORD}val") for style in document.iter(f"{WORD}pStyle")}
    assert used == {"Heading1", "Quiet"} <= styles
    parts = {part.get("PartName") for part in roots["[Content_Types].xml"] if part.get("PartName")}
    assert parts == {"/word/document.xml", "/word/styles.xml"}
    assert word_text(path).startswith("会议 <1>\n\n30 秒\n\n")


@given(ANY_TEXT, ANY_TEXT)
def test_a_word_file_holds_any_text(title, text):
    data = word_file(title, (Segment(1, 0, 1, text),), choice())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        ElementTree.fromstring(archive.read("word/document.xml"))


def test_json_comes_back_as_it_was():
    job = meeting()
    text = transcript_json.write(job)
    back = transcript_json.read(text)
    assert back.segments == job.segments
    assert (back.title, back.language, back.model) == (job.title, "zh", "whisper-1")
    assert (back.speakers, back.seconds, back.created) == (NAMES, 30.0, job.created)
    assert json.loads(text)["is_complete"] is False


def test_json_tells_nothing_of_the_folders_of_the_person():
    assert "somebody" not in transcript_json.write(meeting())
    assert "议事会.m4a" in transcript_json.write(meeting())


@pytest.mark.parametrize("text", ["", "[]", "null", '"x"', '{"format": 1}', "{", "[" * 100_000,
    '{"format": "gptdesk-transcript", "version": 1}',
    '{"format": "gptdesk-transcript", "version": "1", "segments": []}',
    '{"format": "gptdesk-transcript", "version": 1, "segments": [{"start": "x"}]}',
    '{"format": "gptdesk-transcript", "version": 1, "segments": [{"start": NaN, "end": 1}]}',
    '{"format": "gptdesk-transcript", "version": 1, "segments": [], "speakers": []}'])  # fmt: skip
def test_what_is_no_transcript_is_said(text):
    with pytest.raises(TranscriptUnreadable) as caught:
        transcript_json.read(text, "a.json")
    assert caught.value.name == "a.json"
    assert not caught.value.is_newer


def test_a_later_version_is_said_and_more_fields_are_not_in_the_way():
    told = json.loads(transcript_json.write(meeting()))
    told["more"] = told["segments"][0]["more"] = 1
    assert transcript_json.read(json.dumps(told)).segments == MEETING
    told["version"] = 2
    with pytest.raises(TranscriptUnreadable) as caught:
        transcript_json.read(json.dumps(told))
    assert caught.value.is_newer


@pytest.mark.parametrize("form", list(ExportForm))
def test_every_kind_is_written_with_its_ending(form, folder):
    files = TranscriptFiles(write_whole_bytes, plain_text)
    place = save(files, meeting(), folder / "会议", choice(form, times=True, named=True))
    assert place == folder / f"会议.{form}"
    assert place.read_bytes() == contents(meeting(), choice(form, times=True, named=True))
    assert [path.name for path in folder.iterdir()] == [place.name]


def test_a_saved_transcript_can_be_opened_again(folder):
    files = TranscriptFiles(write_whole_bytes, plain_text)
    place = save(files, meeting(), folder / "a.json", choice(ExportForm.JSON))
    assert asyncio.run(files.read(place)).segments == MEETING


def test_a_full_disk_leaves_the_old_file_and_is_said(folder, monkeypatch):
    files = TranscriptFiles(write_whole_bytes, plain_text)
    place = save(files, meeting(), folder / "a.txt", choice())
    before = place.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("gptdesk.storage.files.os.fsync", full)
    with pytest.raises(DiskFull):
        save(files, replace(meeting(), segments=MEETING[:1]), place, choice())
    assert place.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_a_folder_that_is_none_is_said(folder):
    (folder / "file").write_text("x")
    files = TranscriptFiles(write_whole_bytes, plain_text)
    with pytest.raises(StorageReadOnly):
        save(files, meeting(), Path(folder / "file" / "a.txt"), choice())


def test_what_is_missing_is_counted():
    assert missing(meeting()) == Missing(ready=2, missing=1)
