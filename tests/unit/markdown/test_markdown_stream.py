"""A growing text ends as the same blocks as the whole, however it arrives."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gptdesk.domain.markdown import parse, plain_text
from gptdesk.domain.markdown_blocks import (
    Block,
    CodeBlock,
    ListBlock,
    Paragraph,
    Quote,
    Table,
)
from gptdesk.domain.markdown_pieces import LIMIT
from gptdesk.domain.markdown_stream import StreamSplitter, read, split_stable

FRAGMENTS = [
    *("\n", "\n\n", "\r\n", "\r", " ", "    ", "\t", "a", "word. ", "**", "*", "~~", "`"),
    *("```\n", "```py\n", "~~~\n", "- ", "* ", "1. ", "2) ", "  - ", "> ", "# ", "###", "#\n"),
    *("---\n", "===\n", "|", "| a | b |\n", "|---|:-:|\n", "[a]", "[a]: /u\n", '"t"', "[b]:\n"),
    *("[a]: http://x.y\n", "$$", "$$\n", "$", "\\[\n", "\\]", "：", "重点", "。", "<b>", "&amp;"),
    *("![i](http://x.y/z)", "(http://a.b)", "\\", "_", "- [ ] ", "https://a.b/c", "~"),
    "- a\n| a | b |\n",
]

texts = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join) | st.text(max_size=60)


def in_pieces(text: str, cuts: list[int]) -> StreamSplitter:
    splitter = StreamSplitter()
    points = sorted({min(cut, len(text)) for cut in cuts} | {0, len(text)})
    for first, last in pairwise(points):
        splitter.feed(text[first:last])
        splitter.update()
    splitter.finish()
    return splitter


def merged(blocks: list[Block] | tuple[Block, ...]) -> list[Block]:
    """Blocks that were cut for their length put together again."""
    result: list[Block] = []
    for block in blocks:
        if not getattr(block, "follows", False):
            result.append(block)
            continue
        match result[-1], block:
            case CodeBlock() as first, CodeBlock() as rest:
                text = f"{first.text}\n{rest.text}"
                result[-1] = replace(first, text=text, closed=rest.closed)
            case ListBlock() as first, ListBlock() as rest:
                if first.start is not None:
                    assert rest.start == first.start + len(first.items)
                result[-1] = replace(first, items=first.items + rest.items)
            case Table() as first, Table() as rest:
                assert (first.head, first.alignments) == (rest.head, rest.alignments)
                result[-1] = replace(first, rows=first.rows + rest.rows)
            case Quote() as first, Quote() as rest:
                result[-1] = replace(first, blocks=first.blocks + rest.blocks)
            case _:
                raise AssertionError((result[-1], block))
    return result


@settings(max_examples=400, deadline=None)
@given(texts, st.lists(st.integers(0, 200), max_size=8))
@example('[foo]: /url\n"title\n\nmore"', [13])
@example("para\n#bar", [6])
@example("- a\n\n-", [5])
@example("a\n| a |\n|---|\n", [2, 8])
def test_any_text_in_any_pieces_ends_as_the_whole(text: str, cuts: list[int]) -> None:
    assert tuple(in_pieces(text, cuts).frozen) == parse(text)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_finished_blocks_stay_as_they_are_while_the_text_grows(text: str) -> None:
    splitter = StreamSplitter()
    for character in text:
        before = list(splitter.frozen)
        splitter.feed(character)
        splitter.update()
        assert splitter.frozen[: len(before)] == before


@settings(max_examples=100, deadline=None)
@given(texts)
def test_finished_blocks_and_tail_are_the_text_so_far(text: str) -> None:
    frozen, tail = split_stable(text)
    if "]:" not in text and not text.endswith("\r"):
        assert frozen + tail == parse(text)


def giant(line: str, *, lines: int = 400) -> str:
    return "".join(line.format(number) for number in range(1, lines + 1))


GIANTS = {
    "code": "```python\n" + giant("value_{0} = {0}\n\n") + "```\n",
    "tilde code with a fence inside": "~~~~\n" + giant("```\nline {0}\n") + "~~~~\nend",
    "open code": "```\n" + giant("line {0}\n"),
    "indented code": "text\n\n" + giant("    line {0}\n\n    more\n"),
    "list": giant("- item {0} with **some** words\n"),
    "loose list": giant("* item {0}\n\n  - inner\n\n  more\n"),
    "numbers": giant("{0}. item\n"),
    "lazy numbers": giant("1. item {0}\n"),
    "table": "intro\n\n| a | b |\n|---|--:|\n" + giant("| row {0} | *b* |\n") + "\nend",
    "quote": giant("> paragraph {0}\n>\n"),
    "after a definition": "[a]: http://x.y\n\n- [a]\n" + giant("- item {0}\n"),
}


@pytest.mark.parametrize("step", [1, 97, 100_000])
@pytest.mark.parametrize("name", GIANTS)
def test_a_giant_block_is_cut_and_still_says_the_same(name: str, step: int) -> None:
    text = GIANTS[name]
    splitter = in_pieces(text, list(range(0, len(text), step)) if step > 1 else [])
    assert merged(splitter.frozen) == list(parse(text))
    assert max(len(plain_text([block])) for block in splitter.frozen) < 1.5 * LIMIT


@pytest.mark.parametrize("name", [*GIANTS, "prose"])
def test_a_giant_block_is_cut_at_the_same_places_however_it_arrives(name: str) -> None:
    text = GIANTS.get(name, giant("Sentence {0} is **short**. And so on."))
    slow = in_pieces(text, list(range(0, len(text), 61)))
    assert tuple(slow.frozen) == read(text)


@pytest.mark.parametrize(
    "line", ["Sentence {0} is **short**. ", "第{0}句话很**短**。", "longword{0} and ", "x" * 100]
)
def test_giant_prose_is_cut_and_no_word_is_lost(line: str) -> None:
    text = giant(line)
    blocks = in_pieces(text, list(range(0, len(text), 97))).frozen
    assert len(blocks) > 2
    assert all(isinstance(block, Paragraph) for block in blocks)
    assert [block.follows for block in blocks if isinstance(block, Paragraph)][1:3] == [True, True]
    joined = "".join("".join(plain_text(blocks).split()))
    assert joined == "".join(plain_text(parse(text)).split())


@pytest.mark.parametrize("line", ["word **{0}** and. ", "- item {0}\n", "code {0}\n"])
def test_the_tail_stays_short_while_a_giant_grows(line: str) -> None:
    splitter = StreamSplitter()
    splitter.feed("```\n" if line.startswith("code") else "")
    for number in range(600):
        splitter.feed(line.format(number))
        splitter.update()
        assert len(plain_text(splitter.tail)) < 1.5 * LIMIT


def test_a_link_defined_at_the_end_is_a_link_everywhere() -> None:
    splitter = StreamSplitter()
    for part in ["See [the page][1].\n\n", "More.\n\n", "[1]: https://example.org\n"]:
        splitter.feed(part)
        splitter.update()
    splitter.finish()
    assert tuple(splitter.frozen) == parse(
        "See [the page][1].\n\nMore.\n\n[1]: https://example.org\n"
    )
    assert splitter.revised_from == 0
