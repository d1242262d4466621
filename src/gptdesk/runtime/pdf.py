"""Takes the text out of a PDF with Qt's own reader."""

from __future__ import annotations

from pathlib import Path

from gptdesk.domain.problems import AnswerBroken

MOST_PAGES = 5_000


def pdf_text(path: Path) -> str:
    """Page after page. Raises AnswerBroken for what cannot be read, encrypted files among it."""
    from PySide6.QtPdf import QPdfDocument  # loads a library of 10 MB

    document = QPdfDocument(None)  # type: ignore[call-overload]  # the stubs ask for a parent
    try:
        found = document.load(str(path))
        if found != QPdfDocument.Error.None_:
            raise AnswerBroken(f"{path.name}: {found.name}")
        pages = range(min(document.pageCount(), MOST_PAGES))
        texts = [document.getAllText(page).text().replace("\r\n", "\n") for page in pages]
    finally:
        document.close()
    return "\n\n".join(text.strip() for text in texts if text.strip())
