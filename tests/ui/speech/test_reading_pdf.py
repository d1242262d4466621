"""A PDF gives its text, and a broken one a problem."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPainter, QPdfWriter

from gptdesk.domain.problems import AnswerBroken
from gptdesk.runtime.pdf import pdf_text


def test_the_text_of_a_pdf_is_read(qapp, tmp_path):
    file = tmp_path / "a.pdf"
    writer = QPdfWriter(str(file))
    painter = QPainter(writer)
    painter.drawText(200, 200, "The lamp was lit")
    painter.end()
    assert "The lamp was lit" in pdf_text(file)


def test_what_is_no_pdf_is_a_problem(qapp, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(AnswerBroken):
        pdf_text(file)
