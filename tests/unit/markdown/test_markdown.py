"""Markdown as models write it becomes the blocks that are meant."""

from __future__ import annotations

import pytest

from gptdesk.domain.markdown import parse, plain_text
from gptdesk.domain.markdown_blocks import (
    Block,
    Break,
    Code,
    CodeBlock,
    Emphasis,
    Formula,
    Heading,
    Inline,
    InlineFormula,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Text,
)


def words(text: str) -> tuple[Inline, ...]:
    (block,) = parse(text)
    assert isinstance(block, Paragraph)
    return block.children


def item(text: str, *, checked: bool | None = None, more: tuple[Block, ...] = ()) -> ListItem:
    return ListItem((Paragraph((Text(text),)), *more), checked)


@pytest.mark.parametrize(
    ("text", "marked", "rest"),
    [
        ("**重点：**内容", "重点：", "内容"),
        ("**“引号”**后面", "“引号”", "后面"),
        ("**“引号”**API", "“引号”", "API"),
        ("**（括号）**内容", "（括号）", "内容"),
        ("**Note:**内容", "Note:", "内容"),
        ("**注意！**Then English", "注意！", "Then English"),
        ("**かぎ「括弧」**です", "かぎ「括弧」", "です"),
    ],
)
def test_bold_ends_beside_full_width_marks(text: str, marked: str, rest: str) -> None:
    assert words(text) == (Strong((Text(marked),)), Text(rest))


def test_bold_begins_beside_full_width_marks() -> None:
    assert words("他说**“好”**。") == (Text("他说"), Strong((Text("“好”"),)), Text("。"))


def test_emphasis_and_strike_out_follow_the_same_rule() -> None:
    assert words("*强调。*然后") == (Emphasis((Text("强调。"),)), Text("然后"))
    assert words("~~删去：~~后面") == (Strike((Text("删去："),)), Text("后面"))


@pytest.mark.parametrize("text", ["`**重点：**内容`", "2 * 3 * 4", "a_b_c", "~ about ~ 5", "**"])
def test_what_is_no_emphasis_stays_as_it_is(text: str) -> None:
    assert not any(isinstance(inline, Strong | Emphasis | Strike) for inline in words_or_none(text))


def words_or_none(text: str) -> tuple[Inline, ...]:
    return tuple(inline for block in parse(text) for inline in getattr(block, "children", ()))


def test_code_keeps_its_marks() -> None:
    assert words("`**重点：**内容`") == (Code("**重点：**内容"),)


@pytest.mark.parametrize("href", ["http://a.b/c", "https://a.b/c?d=e", "mailto:me@a.b"])
def test_web_and_mail_addresses_are_links(href: str) -> None:
    assert words(f"[x]({href})") == (Link(href, (Text("x"),)),)


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "file:///etc/passwd", "data:image/png;base64,AA", "smb://a", "/b"],
)
def test_anything_else_is_no_link(href: str) -> None:
    assert not any(isinstance(inline, Link) for inline in words(f"[x]({href})"))


def test_a_bare_address_is_a_link_without_the_marks_after_it() -> None:
    assert words("见 https://a.b/c。好") == (
        Text("见 "),
        Link("https://a.b/c", (Text("https://a.b/c"),)),
        Text("。好"),
    )
    assert words("(https://a.b/c).")[1] == Link("https://a.b/c", (Text("https://a.b/c"),))
    assert words("https://a.b/c_(d)") == (Link("https://a.b/c_(d)", (Text("https://a.b/c_(d)"),)),)


def test_a_picture_is_a_link_to_it() -> None:
    assert words("![cat](https://t.r/c.png)") == (Link("https://t.r/c.png", (Text("cat"),)),)
    assert words("![cat](c.png)") == (Text("cat"),)


def test_html_is_text() -> None:
    assert (
        plain_text(parse("<b>bold</b>\n\n<script>x</script>")) == "<b>bold</b>\n<script>x</script>"
    )


def test_a_line_break_is_kept() -> None:
    assert words("one\ntwo") == (Text("one"), Break(), Text("two"))


@pytest.mark.parametrize(
    "text",
    [
        "$5 and $6",
        "from $5 to US$ and back",
        "价格$5，然后$6",
        "US$5 or A$6",
        "$HOME and $PATH",
        "5$",
    ],
)
def test_money_is_no_formula(text: str) -> None:
    assert words(text) == (Text(text),)


@pytest.mark.parametrize("text", ["$x^2$", r"\(x^2\)", "$$x^2$$", "公式$x^2$。", "($x^2$)"])
def test_formulas_are_found_in_a_line(text: str) -> None:
    found = parse(text)[0]
    inlines = (found,) if isinstance(found, Formula) else words(text)
    assert Formula("x^2") in inlines or InlineFormula("x^2") in inlines


@pytest.mark.parametrize("text", ["$$\na\n- b\n= c\n$$", "\\[\na\n- b\n= c\n\\]"])
def test_a_formula_of_several_lines_is_one_block(text: str) -> None:
    assert parse(f"before\n{text}\nafter") == (
        Paragraph((Text("before"),)),
        Formula("a\n- b\n= c"),
        Paragraph((Text("after"),)),
    )


def test_lists_nest_and_know_their_numbers_and_tasks() -> None:
    assert parse("3. a\n   - b\n4. c\n\n- [x] d\n- [ ] e") == (
        ListBlock((item("a", more=(ListBlock((item("b"),)),)), item("c")), start=3),
        ListBlock((item("d", checked=True), item("e", checked=False))),
    )


def test_a_table_knows_its_alignments() -> None:
    assert parse("|a|b|c|\n|--|-:|:-:|\n|1|**2**|") == (
        Table(
            ((Text("a"),), (Text("b"),), (Text("c"),)),
            ("", "right", "center"),
            (((Text("1"),), (Strong((Text("2"),)),), ()),),
        ),
    )


TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("- one\n- two\n", ListBlock),
        ("- one\n- two\nHere is a table:\n", ListBlock),
        ("1. one\n   - inner\n", ListBlock),
        ("> said\n", Quote),
        ("Here is a table:\n", Paragraph),
    ],
)
def test_a_table_needs_no_blank_line_above_it(above: str, kind: type) -> None:
    found = parse(above + TABLE)
    assert [type(block) for block in found] == [kind, Table]
    assert plain_text(found[1:]) == "a\tb\n1\t2"


def test_a_table_inside_an_item_stays_there() -> None:
    text = "- one\n\n" + "".join(f"  {line}\n" for line in TABLE.split("\n"))
    assert [type(block) for block in parse(text)] == [ListBlock]


def test_a_line_with_a_bar_is_no_table_without_its_second_line() -> None:
    assert [type(block) for block in parse("- one\n| a | b |\nmore")] == [ListBlock]


def test_code_knows_whether_it_is_closed() -> None:
    assert parse("```py title=x\na\n\nb\n```") == (CodeBlock("py", "a\n\nb"),)
    assert parse("```py\na") == (CodeBlock("py", "a", closed=False),)
    assert parse("    indented") == (CodeBlock("", "indented"),)


def test_headings_quotes_and_rules() -> None:
    assert parse("## T\n> q\n\n---") == (
        Heading(2, (Text("T"),)),
        Quote((Paragraph((Text("q"),)),)),
        Rule(),
    )


def test_deep_nesting_neither_fails_nor_loses_the_end() -> None:
    assert "end" in plain_text(parse(">" * 500 + " x\n\nend"))


def test_plain_text_has_no_marks_but_those_of_lists() -> None:
    text = "# T\n\n1. **a**\n   - b\n2. c\n\n- [x] d\n\n|h|i|\n|-|-|\n|`j`|k|\n\n```\nl\n```\n> q"
    assert plain_text(parse(text)) == "T\n1. a\n   - b\n2. c\n- [x] d\nh\ti\nj\tk\nl\nq"
