"""Texts come out of the files people have, and hostile files do no harm."""

from __future__ import annotations

import zipfile

import pytest

from gptdesk.domain.problems import AnswerBroken, Problem, RequestTooLarge
from gptdesk.storage import documents
from gptdesk.storage.documents import epub_text, plain_text, word_text

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "{}</w:document>"
)
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
)
BOOK = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
    '<item id="b" href="two.xhtml"/><item id="a" href="text/one%20.xhtml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
)


def packed(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def word(path, inside):
    return packed(path, **{"word/document.xml": WORD.format(inside)})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_plain_text_is_read_in_the_encodings_people_have(tmp_path, encoding):
    file = tmp_path / "a.txt"
    file.write_bytes("灯亮了。\r\n第二行".encode(encoding))
    assert plain_text(file) == "灯亮了。\n第二行"


def test_a_program_is_no_text(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"\x7fELF\0\0\0\1")
    with pytest.raises(AnswerBroken):
        plain_text(file)


def test_a_word_document_gives_its_paragraphs(tmp_path):
    inside = (
        "<w:p><w:r><w:t>The lamp</w:t></w:r><w:r><w:tab/><w:t>was lit.</w:t></w:r></w:p>"
        "<w:p/><w:p><w:r><w:t>灯亮了。</w:t></w:r></w:p>"
    )
    assert word_text(word(tmp_path / "a.docx", inside)) == "The lamp\twas lit.\n\n灯亮了。"


def test_a_book_gives_its_chapters_in_order_and_no_scripts(tmp_path):
    book = packed(
        tmp_path / "a.epub",
        **{
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": BOOK,
            "OEBPS/text/one .xhtml": "<html><head><title>no</title></head><body><h1>One</h1>"
            "<p>The lamp\nwas&nbsp;lit.</p><script>bad()</script></body></html>",
            "OEBPS/two.xhtml": "<body><p>第二章</p></body>",
        },
    )
    assert epub_text(book) == "One\n\nThe lamp was lit.\n\n第二章"


def test_entities_that_would_grow_without_end_are_not_read(tmp_path):
    bomb = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    file = packed(tmp_path / "a.docx", **{"word/document.xml": bomb + WORD.format("&b;")})
    with pytest.raises(AnswerBroken):
        word_text(file)


def test_a_small_file_that_unpacks_to_a_huge_one_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "LARGEST_TEXT", 1000)
    monkeypatch.setattr(documents._part, "__defaults__", (1000,))
    with pytest.raises(RequestTooLarge):
        word_text(word(tmp_path / "a.docx", "x" * 5000))


@pytest.mark.parametrize("read", [word_text, epub_text])
@pytest.mark.parametrize("data", [b"", b"PK\3\4 no archive", b"text"])
def test_a_broken_archive_is_a_problem_and_no_crash(tmp_path, read, data):
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    with pytest.raises(Problem):
        read(file)


def test_a_missing_part_is_a_problem(tmp_path):
    with pytest.raises(AnswerBroken):
        word_text(packed(tmp_path / "a.docx", other="x"))
