"""Takes the text out of plain files, Word documents and EPUB books, however hostile they are."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

from gptdesk.domain.problems import AnswerBroken, RequestTooLarge
from gptdesk.storage.files import translated

LARGEST_FILE = 200 << 20
LARGEST_TEXT = 20 << 20
"""Unpacked, of one part and of all together: a small file can unpack to terabytes."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLANKS = re.compile(r"\n{3,}")
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODINGS = ("utf-8-sig", "gb18030", "latin-1")


def plain_text(path: Path) -> str:
    """Any text file: UTF-8, UTF-16 with its mark, or the Chinese encodings of old."""
    data = _read(path)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace").replace("\r\n", "\n")
    if b"\0" in data[:4096]:
        raise AnswerBroken(f"{path.name} is no text")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    raise AnswerBroken(path.name)


def word_text(path: Path) -> str:
    """The paragraphs of a .docx."""
    with _opened(path) as archive:
        root = _xml(_part(archive, "word/document.xml"))
    paragraphs = ("".join(_runs(paragraph)) for paragraph in root.iter(f"{_WORD}p"))
    return _BLANKS.sub("\n\n", "\n\n".join(text for text in paragraphs if text.strip()))


def epub_text(path: Path) -> str:
    """The chapters of a book in their order."""
    with _opened(path) as archive:
        container = _xml(_part(archive, "META-INF/container.xml"))
        package = next((e.get("full-path", "") for e in container.iter() if _is(e, "rootfile")), "")
        root = _xml(_part(archive, package))
        left = LARGEST_TEXT
        chapters = []
        for name in _spine(root, posixpath.dirname(package)):
            page = _part(archive, name, left)
            left -= len(page)
            chapters.append(_page_text(page))
    return _BLANKS.sub("\n\n", "\n\n".join(filter(None, chapters)))


def _spine(root: ElementTree.Element, folder: str) -> list[str]:
    items = {e.get("id"): e.get("href", "") for e in root.iter() if _is(e, "item")}
    order = [items.get(e.get("idref"), "") for e in root.iter() if _is(e, "itemref")]
    return [posixpath.normpath(posixpath.join(folder, unquote(href))) for href in order if href]


def _runs(paragraph: ElementTree.Element) -> Iterator[str]:
    for element in paragraph.iter():
        if element.tag == f"{_WORD}t":
            yield element.text or ""
        elif element.tag == f"{_WORD}tab":
            yield "\t"
        elif element.tag in (f"{_WORD}br", f"{_WORD}cr"):
            yield "\n"


def _read(path: Path) -> bytes:
    with translated(path):
        if path.stat().st_size > LARGEST_FILE:
            raise RequestTooLarge(path.name)
        return path.read_bytes()


def _opened(path: Path) -> zipfile.ZipFile:
    with translated(path):
        if path.stat().st_size > LARGEST_FILE:
            raise RequestTooLarge(path.name)
        try:
            return zipfile.ZipFile(path)
        except (zipfile.BadZipFile, NotImplementedError) as error:
            raise AnswerBroken(f"{path.name}: {error}") from error


def _part(archive: zipfile.ZipFile, name: str, limit: int = LARGEST_TEXT) -> bytes:
    """One file of the archive; what its own index says of its size is not believed."""
    try:
        with archive.open(name) as file:
            data = file.read(limit + 1)
    except (KeyError, RuntimeError, zipfile.BadZipFile, NotImplementedError, OSError) as error:
        raise AnswerBroken(f"{name}: {error}") from error
    if len(data) > limit:
        raise RequestTooLarge(name)
    return data


def _xml(data: bytes) -> ElementTree.Element:
    """Entities can be made to grow without end; these formats need none, so none is read."""
    if _DECLARED.search(data):
        raise AnswerBroken("the document declares entities")
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - entities were refused above
    except ElementTree.ParseError as error:
        raise AnswerBroken(str(error)) from error


def _is(element: ElementTree.Element, name: str) -> bool:
    return element.tag.rpartition("}")[2] == name


def _page_text(page: bytes) -> str:
    reader = _Page()
    reader.feed(page.decode("utf-8", "replace"))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip()


class _Page(HTMLParser):
    """The words of a page, blocks apart."""

    _BLOCKS = frozenset(
        "p div h1 h2 h3 h4 h5 h6 li blockquote section article tr br hr figcaption dt dd".split()
    )
    _HIDDEN = frozenset(("script", "style", "head", "rt", "rp"))

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in self._HIDDEN:
            self._hidden += 1
        elif tag in self._BLOCKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in self._BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data.replace("\n", " "))
