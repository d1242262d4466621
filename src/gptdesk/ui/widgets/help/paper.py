"""Puts a page on paper, or into a PDF file."""

from __future__ import annotations

from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from gptdesk.domain.help_pages import Page
from gptdesk.ui.theme.theme import Theme


def page_document(html: str) -> QTextDocument:
    document = QTextDocument()
    font = Theme.current().font("base")
    font.setPointSizeF(10.5)
    document.setDefaultFont(font)
    document.setHtml(html)
    return document


def write_pdf(html: str, title: str, path: str) -> bool:
    """Whether the file could be written."""
    writer = QPdfWriter(path)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(title)
    document = page_document(html)
    document.print_(writer)
    from pathlib import Path

    return Path(path).is_file() and Path(path).stat().st_size > 0


def ask_for_pdf(page: Page, parent: QWidget) -> str:
    """Where to; empty if the person thinks better of it."""
    name = f"{page.header.title}.pdf".replace("/", "-").replace(":", "-").replace("?", "")
    return QFileDialog.getSaveFileName(parent, "", name, "PDF (*.pdf)")[0]


def print_page(html: str, parent: QWidget) -> None:
    """Through the system's own dialog."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() == QPrintDialog.DialogCode.Accepted:
        page_document(html).print_(printer)
