"""A page as simple HTML, for paper: black on white, whatever the theme on the screen is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from markdown_it import MarkdownIt

from gptdesk.domain.help_layout import HOST, BoxPiece, Piece, Words
from gptdesk.domain.help_pages import Page, Question, Recipe

STYLE = (
    "<style>h1{font-size:20pt} h2{font-size:14pt} h3{font-size:12pt} p,li,td{font-size:10.5pt}"
    "td,th{padding:3px 8px} a{color:#444}</style>"
)


def page_html(page: Page, pieces: Sequence[Piece]) -> str:
    """Everything that can be read on paper; what can only be pressed is left out."""
    return "\n".join((STYLE, *_parts(page, pieces)))


def _parts(page: Page, pieces: Sequence[Piece]) -> Iterator[str]:
    header = page.header
    yield f"<h1>{escape(header.title)}</h1>"
    yield f"<p><i>{escape(header.goal or header.short)} · {header.as_of.isoformat()}</i></p>"
    for piece in pieces:
        match piece:
            case Words(text):
                yield _html(text)
            case BoxPiece(_kind, title, text):
                yield f"<blockquote><p><b>{escape(title)}</b></p>{_html(text)}</blockquote>"
            case Recipe(title=title, note=note):
                yield f"<p><b>▸ {escape(title)}</b><br>{escape(note)}</p>"
            case Question(text, answers):
                listed = "".join(f"<li>{escape(answer)}</li>" for answer in answers)
                yield f"<p><b>{escape(text)}</b></p><ul>{listed}</ul>"
    for source in header.sources:
        yield f"<p><small>{escape(source)}</small></p>"


def _html(text: str) -> str:
    """Links within the help lead nowhere on paper, so only their words stay."""
    md = MarkdownIt("commonmark", {"html": False}).enable("table")
    return str(md.render(text)).replace(f'href="{HOST}', 'name="')
