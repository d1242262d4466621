"""A page cut into what is drawn, and what its links lead to."""

from __future__ import annotations

from datetime import date

from gptdesk.domain.help_hits import excerpt, searched, spans
from gptdesk.domain.help_layout import (
    BoxPiece,
    Picture,
    Target,
    Words,
    pieces,
    target,
    unwrapped,
    with_inner_links,
)
from gptdesk.domain.help_pages import Box, Header, Kind, Page, Prose, Question
from gptdesk.domain.help_print import page_html


def page(*parts, **fields):
    header = Header(
        "costs", Kind.LESSON, "money", 10, "What a click costs", date(2026, 11, 23), **fields
    )
    return Page("en", header, parts)


def test_a_text_is_cut_at_its_headings_and_around_its_pictures():
    text = "One.\n\n## Two {#pay}\n\nTwo.\n\n![A window](app:chat-filled)\n\nThree."
    assert pieces(page(Prose(text))) == (
        Words("One."),
        Words("## Two\n\nTwo.", "pay"),
        Picture("app", "chat-filled", "A window"),
        Words("Three."),
    )


def test_what_stands_in_code_is_neither_heading_nor_picture():
    text = "```\n# not a heading\n![x](app:y)\n```"
    assert pieces(page(Prose(text))) == (Words(text),)


def test_figures_are_written_out_in_texts_and_in_boxes():
    parts = page(Prose("It costs {{x}}."), Box("note", "Price", "It is {{x}}."))
    drawn = pieces(parts, lambda text: text.replace("{{x}}", "$1"))
    assert drawn == (Words("It costs $1."), BoxPiece("note", "Price", "It is $1."))


def test_lines_that_an_editor_broke_become_one_and_chinese_gets_no_space():
    assert unwrapped("one\ntwo\n\nthree") == "one two\n\nthree"
    assert unwrapped("一行，\n两行。") == "一行，两行。"


def test_lists_tables_quotes_and_code_keep_their_lines():
    for text in ("- one\n- two", "1. one\n2. two", "| a |\n| - |\n| b |", "> a\n> b"):
        assert unwrapped(text) == text
    assert unwrapped("```\na\nb\n```") == "```\na\nb\n```"
    assert unwrapped("- one\n  goes on") == "- one goes on"


def test_a_link_within_the_help_survives_the_way_through_the_writer():
    for kind in ("lesson", "faq", "term", "tab", "models"):
        written = with_inner_links(f"[x]({kind}:costs#pay)")
        address = written[len("[x](") : -1]
        assert address.startswith("https://")
        assert target(address) == target(f"{kind}:costs#pay") == Target(kind, "costs", "pay")


def test_any_other_address_leads_to_the_web():
    assert target("https://example.org/a") == Target("web", "https://example.org/a")


def test_only_words_that_say_something_are_marked():
    assert searched("what does a token cost") == ("token", "cost")
    assert spans("What a token is", "what token") == ((7, 12),)


def test_the_line_below_a_hit_is_the_sentence_that_holds_the_word():
    lesson = page(Prose("Nothing here. The **purse** is [empty](term:credit). No more."), goal="G")
    assert excerpt(lesson, "purse") == "The purse is empty."
    assert excerpt(lesson, "unknown") == "G"


def test_paper_shows_words_questions_and_sources_but_no_links_into_the_help():
    lesson = page(
        Prose("See [tokens](term:token) & more."),
        Question("Who pays?", ("Nobody", "You"), 1, "So it is."),
        sources=("A help centre, 2026",),
    )
    html = page_html(lesson, pieces(lesson))
    for text in ("What a click costs", "tokens", "&amp; more", "Who pays?", "Nobody", "2026-11-23"):
        assert text in html
    assert "href" not in html
    assert "A help centre, 2026" in html
