"""Markdown on the page: what is shown, copied, clicked, and never fetched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gptdesk.domain.markdown_stream import StreamSplitter, read
from gptdesk.domain.settings import ThemeChoice
from gptdesk.ui.theme.theme import Theme
from gptdesk.ui.widgets.buttons import Button
from gptdesk.ui.widgets.document.copying import selected_text
from gptdesk.ui.widgets.document.drawing import Decoration
from gptdesk.ui.widgets.document.view import DocumentView

TEXT = """# Title

Words with `code` and a [link](https://example.org/page).

1. one
   - inner
2. two

- [x] done

| Item | Price |
|---|--:|
| Soup | 13.00 |

```python
x = 1
y = "two"
```

> quoted

end
"""


@pytest.fixture
def view(qapp: QApplication) -> Iterator[DocumentView]:
    view = DocumentView()
    view.set_text_width(600)
    yield view
    view.close()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)  # DeferredDelete


def show(view: DocumentView, text: str) -> None:
    view.markdown.reset()
    view.markdown.show_blocks(read(text), [])
    view.place(0, 0, view.text_height())
    view.show()
    QCoreApplication.processEvents()


def color_of(view: DocumentView, text: str) -> str:
    cursor = view.markdown.find(text)
    assert not cursor.isNull()
    return cursor.charFormat().foreground().color().name()


def test_all_of_it_can_be_copied_as_plain_text(view: DocumentView) -> None:
    show(view, TEXT)
    view.selectAll()
    assert selected_text(view.textCursor()) == (
        "Title\nWords with code and a link.\n1. one\n  - inner\n2. two\n- [x] done\n"
        'Item\tPrice\nSoup\t13.00\nx = 1\ny = "two"\nquoted\nend'
    )


def test_a_part_is_copied_without_the_mark_of_a_line_that_was_cut(view: DocumentView) -> None:
    show(view, "1. first\n2. second")
    cursor = view.markdown.find("rst")
    cursor.setPosition(view.markdown.find("seco").selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    assert selected_text(cursor) == "rst\n2. seco"


def test_the_keyboard_selects_and_copies(view: DocumentView) -> None:
    show(view, "**One** and two")
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "One and two"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.textCursor().hasSelection()


def test_a_click_on_a_link_tells_its_address_and_opens_nothing(view: DocumentView) -> None:
    show(view, TEXT)
    seen: list[str] = []
    view.link_activated.connect(seen.append)
    link = view.cursorRect(view.markdown.find("lin")).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=link - QPoint(4, 0))
    assert seen == ["https://example.org/page"]
    assert "Title" in view.toPlainText()


def test_nothing_is_ever_loaded(view: DocumentView) -> None:
    picture = QTextDocument.ResourceType.ImageResource.value
    for address in ("https://example.org/a.png", "file:///etc/hostname"):
        assert view.loadResource(picture, QUrl(address)) is None
        assert view.markdown.loadResource(picture, QUrl(address)) is None
        assert view.markdown.resource(picture, QUrl(address)) is None


def test_code_is_coloured_when_it_is_finished(view: DocumentView) -> None:
    theme = Theme.current()
    splitter = StreamSplitter()
    splitter.feed("```python\ndef f():\n    return 'two'\n")
    splitter.update()
    view.markdown.show_blocks(splitter.frozen, splitter.tail)
    assert color_of(view, "return") == theme.color("text").name()
    splitter.feed("```\n")
    splitter.finish()
    view.markdown.show_blocks(splitter.frozen, splitter.tail)
    assert color_of(view, "return") == theme.color("code-keyword").name()
    assert color_of(view, "two") == theme.color("code-string").name()


def test_colours_follow_the_theme(view: DocumentView) -> None:
    show(view, TEXT)
    theme = Theme.current()
    before, text = color_of(view, "Title"), view.toPlainText()
    theme.apply(choice=ThemeChoice.DARK)
    try:
        view.restyle()
        assert color_of(view, "Title") == theme.color("text").name() != before
        assert view.toPlainText() == text
    finally:
        theme.apply(choice=ThemeChoice.LIGHT)


def test_the_button_copies_the_code_and_says_so(view: DocumentView) -> None:
    show(view, "```python\nx = 1\n\ny = 2\n```\n\ntext\n\n```\nz\n```")
    first, second = view.findChildren(Button, "document.copy-code")
    assert first.accessibleName() == "Copy code"
    second.click()
    assert QGuiApplication.clipboard().text() == "z"
    first.click()
    assert QGuiApplication.clipboard().text() == "x = 1\n\ny = 2"
    assert first.text() == "Copied"
    view.restyle()
    assert [button.text() for button in (first, second)] == ["Copy", "Copy"]


def test_code_that_was_cut_for_its_length_is_one_block_with_one_button(
    view: DocumentView,
) -> None:
    code = "\n".join(f"line {number}" for number in range(500))
    show(view, f"```\n{code}\n```")
    (button,) = view.findChildren(Button, "document.copy-code")
    button.click()
    assert QGuiApplication.clipboard().text() == code
    view.restyle()


def test_a_table_is_as_wide_as_the_text_and_follows_its_width(view: DocumentView) -> None:
    show(view, TEXT)
    for width in (600, 400):
        view.set_text_width(width)
        table = view.markdown.find("Soup").currentTable()
        assert sum(c.rawValue() for c in table.format().columnWidthConstraints()) == width


@pytest.mark.parametrize(
    "code", ["```py\nx = 1\ny = 2\n```\n", "```\nx = 1\n```\n", "```\nx = 1\n"]
)
def test_code_after_a_table_leaves_its_last_row_free(view: DocumentView, code: str) -> None:
    show(view, f"| a | b |\n|---|---|\n| 1 | 2 |\n\n{code}")
    (region,) = view.markdown.codes
    layout = view.markdown.documentLayout()
    row = layout.blockBoundingRect(view.markdown.find("2").block())
    assert Decoration(view.markdown).code_rect(region, 600).top() > row.bottom()


def test_a_table_that_was_cut_for_its_length_keeps_its_columns(view: DocumentView) -> None:
    rows = "".join(f"| row {number} | {'x' * (number // 10)} |\n" for number in range(200))
    show(view, f"| a | b |\n|---|---|\n{rows}")
    first = view.markdown.find("row 1").currentTable()
    last = view.markdown.find("row 199").currentTable()
    assert first != last
    assert [c.rawValue() for c in first.format().columnWidthConstraints()] == [
        c.rawValue() for c in last.format().columnWidthConstraints()
    ]
    top = view.cursorRect(view.markdown.find("row 20")).top()
    assert top - view.cursorRect(view.markdown.find("row 19")).top() == 28


def test_the_same_text_is_not_written_twice(view: DocumentView) -> None:
    show(view, TEXT)
    changes: list[int] = []
    view.markdown.contentsChange.connect(lambda *_: changes.append(1))
    view.markdown.show_blocks(read(TEXT), [])
    assert changes == []


@pytest.mark.parametrize("step", [1, 5, 17])
def test_a_text_in_pieces_is_written_as_the_whole_is(view: DocumentView, step: int) -> None:
    text = TEXT + "\n| a |\n|---|\n| b |\n\n" + TEXT
    splitter = StreamSplitter()
    for start in range(0, len(text), step):
        splitter.feed(text[start : start + step])
        splitter.update()
        view.markdown.show_blocks(splitter.frozen, splitter.tail, splitter.revised_from)
    splitter.finish()
    view.markdown.show_blocks(splitter.frozen, splitter.tail, splitter.revised_from)
    whole = DocumentView()
    whole.set_text_width(600)
    whole.markdown.show_blocks(read(text), [])
    assert view.markdown.toHtml() == whole.markdown.toHtml()
    assert view.text_height() == whole.text_height()
    whole.deleteLater()


def test_a_link_that_is_defined_later_becomes_one(view: DocumentView) -> None:
    splitter = StreamSplitter()
    for part in ("See [the page][1].\n\nMore.\n\n", "[1]: https://example.org\n"):
        splitter.feed(part)
        splitter.update()
        view.markdown.show_blocks(splitter.frozen, splitter.tail, splitter.revised_from)
    splitter.finish()
    view.markdown.show_blocks(splitter.frozen, splitter.tail, splitter.revised_from)
    assert view.markdown.find("page").charFormat().anchorHref() == "https://example.org"
    assert view.toPlainText() == "See the page.\nMore."
