"""Says what is wrong in resources/help, a line for each fault (rules: docs/writing-lessons.md).

.venv/bin/python packaging/dev/check_help.py [--drafts]

With --drafts nothing is said of pages that are still missing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from gptdesk.domain import problems
from gptdesk.domain.catalogue import Catalogue
from gptdesk.domain.catalogue_reading import load_catalogue
from gptdesk.domain.help_fields import HelpBroken
from gptdesk.domain.help_figures import FIGURE, figure
from gptdesk.domain.help_pages import Box, HelpBook, Kind, Page, Question, Recipe
from gptdesk.domain.help_reading import read_book
from gptdesk.domain.resources import resource_root

LANGUAGES = ("en", "zh_CN")
PAGES = {"lesson": Kind.LESSON, "faq": Kind.FAQ, "term": Kind.TERM}
PLACES = {
    "tab": ("chat", "images", "speech", "transcription", "learn", "faq", "settings"),
    "models": (
        "services",
        "models",
        "prices",
        "retirements",
        "open",
        "cards",
        "tokenizer",
        "embeddings",
    ),
}
"""What a link can lead to, besides pages and the web."""
ORIGINAL = (
    *(f"lecture{number:02}" for number in range(1, 5)),
    "faq",
    *(f"blog{number:02}" for number in range(1, 15)),
    "ernie-lecture01",
    "abilities",
    "players",
    "open-models",
    *(f"llm{number}" for number in range(3)),
    "gpu0",
)
"""The entries of the tutorial's old table of contents; each needs a page."""
LEAST = {Kind.LESSON: 30, Kind.FAQ: 60, Kind.TERM: 80}
FORBIDDEN = re.compile(
    r"pypi\.org|pythonhosted|registry\.npmjs|bit\.ly|t\.co/|tinyurl|sms-?activate|\bvpn\b|机场|翻墙|"
    r"科学上网|虚拟号|接码",
    re.IGNORECASE,
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
HALF = re.compile(r"[\u4e00-\u9fff][,;:?](?=[\u4e00-\u9fff ]|$)", re.MULTILINE)
LONGEST = {"en": 42, "zh_CN": 90}
"""Words of an English sentence, characters of a Chinese one."""
OLDEST = timedelta(days=550)


def faults(root: Path | None = None, *, drafts: bool = False) -> list[str]:
    """Every fault, or only the first where a file cannot be read at all."""
    root = root or resource_root() / "help"
    try:
        books = {language: read_book(root, language) for language in LANGUAGES}
    except (HelpBroken, OSError) as broken:
        return [str(broken)]
    catalogue = load_catalogue()
    found = list(_same_structure(books["en"], books["zh_CN"]))
    for book in books.values():
        for page in book.pages:
            where = f"{book.language}/{page.header.kind.value}/{page.id}"
            found += [f"{where}: {fault}" for fault in _of_page(page, book, catalogue, root)]
        if not drafts:
            found += [f"{book.language}: {fault}" for fault in _missing(book, catalogue)]
    return found


def _of_page(page: Page, book: HelpBook, catalogue: Catalogue, root: Path) -> Iterator[str]:
    yield from _of_header(page, book, catalogue)
    for text in (*page.texts(), *_told(page)):
        yield from _of_text(text, page, book, catalogue, root)
    if page.header.kind is Kind.LESSON and page.header.section != "sources":
        if not 2 <= len(page.recipes) <= 5:
            yield f"two to five recipes are wanted, there are {len(page.recipes)}"
        if len(page.questions) != 3:
            yield f"three questions are wanted, there are {len(page.questions)}"
    names = [recipe.id for recipe in page.recipes]
    if len(set(names)) != len(names):
        yield "two recipes have the same id"


def _told(page: Page) -> Iterator[str]:
    header = page.header
    yield from (header.title, header.goal, header.short)
    for part in page.parts:
        if isinstance(part, Recipe):
            yield from (part.title, part.note)
        elif isinstance(part, Question):
            yield from (part.text, part.why, *part.answers)
        elif isinstance(part, Box):
            yield part.title


def _of_header(page: Page, book: HelpBook, catalogue: Catalogue) -> Iterator[str]:
    header = page.header
    section = next((one for one in book.sections if one.id == header.section), None)
    if section is None or section.kind is not header.kind:
        yield f"there is no section {header.section!r} of {header.kind.value}"
    if not date.today() - OLDEST <= header.as_of <= date.today():
        yield f"as_of = {header.as_of} is in the future or too long ago"
    if header.kind is not Kind.TERM and not header.sources:
        yield "sources are wanted"
    codes = {problem.code for problem in _problems()}
    yield from (
        f"no problem has the code {code!r}" for code in header.problems if code not in codes
    )
    known = {service.id for service in catalogue.services}
    yield from (f"there is no service {one!r}" for one in header.services if one not in known)
    for link in header.related:
        yield from _of_link(link, book)
    yield from (f"unknown original {one!r}" for one in header.original if one not in ORIGINAL)


def _of_text(
    text: str, page: Page, book: HelpBook, catalogue: Catalogue, root: Path
) -> Iterator[str]:
    bare = CODE.sub("", text)
    yield from _of_pictures(bare, root)
    for target in LINK.findall(PICTURE.sub("", bare)):
        yield from _of_link(target, book)
    yield from _of_figures(text, catalogue, page.language)
    if found := FORBIDDEN.search(text):
        yield f"{found[0]!r} has no place here"
    if re.search(r"[!！](?!\[)", PICTURE.sub("", bare)):
        yield "no exclamation marks"
    yield from _of_reading(bare, page.language)


def _of_pictures(text: str, root: Path) -> Iterator[str]:
    for alternative, target in PICTURE.findall(text):
        if not alternative.strip():
            yield f"the picture {target} needs words for those who cannot see it"
        scheme, _, name = target.partition(":")
        if scheme not in ("app", "figure"):
            yield f"a picture is app:… or figure:…, not {target}"
        elif scheme == "figure" and not (root / "figures" / name).exists():
            yield f"there is no picture {target}"


def _of_figures(text: str, catalogue: Catalogue, language: str) -> Iterator[str]:
    for asked in FIGURE.findall(text):
        try:
            figure(asked, catalogue, language)
        except HelpBroken as broken:
            yield str(broken)


def _of_reading(text: str, language: str) -> Iterator[str]:
    plain = FIGURE.sub("0", LINK.sub("x", re.sub(r"[*_#>|]", " ", text)))
    for sentence in re.split(r"(?<=[.?。？；;])\s*|\n\s*\n|\n\s*(?=[-\d|])|\s\|\s", plain):
        length = len(sentence) if language == "zh_CN" else len(sentence.split())
        if length > LONGEST[language]:
            yield f"a sentence of {length} is hard to read: {sentence.strip()[:60]}…"
    if language == "zh_CN":
        if found := HALF.search(plain):
            yield f"full-width marks are wanted at {found[0]!r}"


def _of_link(target: str, book: HelpBook) -> Iterator[str]:
    scheme, _, rest = target.partition(":")
    if scheme in PAGES:
        yield from _of_page_link(target, PAGES[scheme], rest, book)
    elif scheme in PLACES:
        if rest not in PLACES[scheme]:
            yield f"the link {target} leads nowhere; known are {', '.join(PLACES[scheme])}"
    elif scheme != "https":
        yield f"the link {target} is not of a known kind"


def _of_page_link(target: str, kind: Kind, rest: str, book: HelpBook) -> Iterator[str]:
    name, _, anchor = rest.partition("#")
    page = book.page(kind, name)
    if page is None:
        yield f"the link {target} leads nowhere"
    elif anchor and anchor not in anchors(page):
        yield f"the link {target} names no heading of that page"


def anchors(page: Page) -> set[str]:
    """Headings with an id of their own: `## How to pay {#pay}`."""
    return {found for text in page.texts() for found in re.findall(r"\{#([\w-]+)\}", text)}


def _same_structure(first: HelpBook, second: HelpBook) -> Iterator[str]:
    for kind in Kind:
        ours, theirs = ({p.id: p for p in book.of(kind)} for book in (first, second))
        for name in sorted(set(ours) ^ set(theirs)):
            missing = second.language if name in ours else first.language
            yield f"{kind.value}/{name}: is missing in {missing}"
        for name in sorted(set(ours) & set(theirs)):
            if (one := _shape(ours[name])) != (other := _shape(theirs[name])):
                differing = [f"{a} / {b}" for a, b in zip(one, other, strict=False) if a != b]
                differing = differing or [f"{len(one)} / {len(other)} parts"]
                yield f"{kind.value}/{name}: the languages differ: {differing[0]}"


def _shape(page: Page) -> list[object]:
    header = page.header
    shape: list[object] = [
        (header.section, header.order, header.as_of, header.minutes, header.original),
        (header.problems, header.services, header.related),
    ]
    for part in page.parts:
        if isinstance(part, Recipe):
            shape.append(("try", part.id, part.tab, tuple(sorted(part.fields))))
        elif isinstance(part, Question):
            shape.append(("quiz", len(part.answers), part.right))
        else:
            name = part.kind if isinstance(part, Box) else "prose"
            bare = CODE.sub("", part.text)
            headings = tuple(len(h) for h in re.findall(r"^(#+) ", bare, re.MULTILINE))
            pictures = tuple(target for _, target in PICTURE.findall(bare))
            figures = tuple(sorted(FIGURE.findall(part.text)))
            shape.append((name, headings, pictures, figures))
    return shape


def _missing(book: HelpBook, catalogue: Catalogue) -> Iterator[str]:
    for kind, least in LEAST.items():
        if len(book.of(kind)) < least:
            yield f"{kind.value}: {least} pages are wanted, there are {len(book.of(kind))}"
    have = {one for page in book.pages for one in page.header.original}
    yield from (f"no page stands for {one}" for one in ORIGINAL if one not in have | {"faq"})
    told = {code for page in book.pages for code in page.header.problems}
    codes = {problem.code for problem in _problems()}
    yield from (f"no answer for the problem {code}" for code in sorted(codes - told))
    asked = {one for page in book.pages for one in page.header.services}
    ids = {service.id for service in catalogue.services}
    yield from (f"no answer for the service {one}" for one in sorted(ids - asked))


def _problems() -> Iterable[type[problems.Problem]]:
    waiting = [problems.Problem]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        yield kind


def main() -> int:
    found = faults(drafts="--drafts" in sys.argv)
    print("\n".join(found) or "The pages are in order.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
