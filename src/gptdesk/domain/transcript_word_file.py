"""A transcript as a Word document (.docx): a heading, and a table or paragraphs.

Four small parts in a zip file, as ECMA-376 wants them at least; see decision 0026.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from gptdesk.domain.subtitles import clock
from gptdesk.domain.transcript_exports import ExportChoice, paragraphs
from gptdesk.domain.transcription import Segment

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDTHS = {"time": 1100, "name": 1700}
_ALL = 9070
"""The width of the text on a page of A4, in twentieths of a point."""

_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
    '+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_PART_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Microsoft YaHei" w:cs="Calibri"/>'
    '<w:sz w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
    '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quiet"><w:name w:val="Quiet"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:color w:val="6B6570"/><w:sz w:val="20"/></w:rPr>'
    "</w:style></w:styles>"
)


def word_file(title: str, segments: Sequence[Segment], choice: ExportChoice) -> bytes:
    """The file. With times or speakers it is a table, otherwise paragraphs."""
    body = [_paragraph(title, "Heading1")]
    if choice.words.facts:
        body.append(_paragraph(choice.words.facts, "Quiet"))
    if choice.times or choice.names:
        body.append(_table(segments, choice))
    else:
        body.extend(_paragraph(one.text) for one in paragraphs(segments))
    body.append(
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418"'
        ' w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    document = f'{_HEAD}<w:document xmlns:w="{_MAIN}"><w:body>{"".join(body)}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document,
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _PART_RELATIONS,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _table(segments: Sequence[Segment], choice: ExportChoice) -> str:
    kinds = [*(["time"] if choice.times else []), *(["name"] if choice.names else [])]
    widths = [_WIDTHS[kind] for kind in kinds]
    widths.append(_ALL - sum(widths))
    words = {"time": choice.words.start, "name": choice.words.speaker}
    head = [*(words[kind] for kind in kinds), choice.words.text]
    rows = [_row(head, widths, is_head=True)]
    rows.extend(_row(cells, widths) for cells in _cells(segments, choice, kinds))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    line = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D8D3DC"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_ALL}" w:type="dxa"/><w:tblBorders>{line}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}'
        "</w:tbl>"
    )


def _cells(
    segments: Sequence[Segment], choice: ExportChoice, kinds: Sequence[str]
) -> Iterator[list[str]]:
    for one in paragraphs(segments):
        values = {"time": clock(one.start), "name": choice.names.get(one.speaker, "")}
        yield [*(values[kind] for kind in kinds), one.text]


def _row(cells: Sequence[str], widths: Sequence[int], *, is_head: bool = False) -> str:
    repeated = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if is_head else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(cell, is_bold=is_head)}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr>{repeated}{inner}</w:tr>"


def _paragraph(text: str, style: str = "", *, is_bold: bool = False) -> str:
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = "<w:rPr><w:b/></w:rPr>" if is_bold else ""
    clean = escape(_NOT_IN_XML.sub("", " ".join(text.split())))
    return f'<w:p>{looks}<w:r>{run}<w:t xml:space="preserve">{clean}</w:t></w:r></w:p>'
