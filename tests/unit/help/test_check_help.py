"""The checker of the pages: our own are in order, and it finds what it is there to find."""

from __future__ import annotations

import importlib.util
import shutil

import pytest

from gptdesk.domain.resources import resource_root

ROOT = resource_root().parent


@pytest.fixture(scope="module")
def checker():
    path = ROOT / "packaging" / "dev" / "check_help.py"
    spec = importlib.util.spec_from_file_location("check_help", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def pages(tmp_path):
    """A small book of one lesson, one question and one word in both languages."""
    folder = tmp_path / "help"
    for language in ("en", "zh_CN"):
        for kind, name in (("lessons", "tokens"), ("faq", "credit-exhausted"), ("terms", "token")):
            (folder / language / kind).mkdir(parents=True)
            source = resource_root() / "help" / language / kind / f"{name}.md"
            shutil.copy(source, folder / language / kind)
        shutil.copy(resource_root() / "help" / language / "sections.toml", folder / language)
    return folder


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_our_pages_are_in_order(checker):
    assert checker.faults() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("en/lessons/tokens.md", "term:token", "term:tokn", "leads nowhere"),
        ("en/lessons/tokens.md", "input}}", "salt}}", "does not say it"),
        ("en/lessons/tokens.md", "small pieces", "small pieces!", "no exclamation marks"),
        ("en/lessons/tokens.md", "## Two prices", "# Two prices", "the languages differ"),
        ("zh_CN/lessons/tokens.md", "2026-11-23", "2019-11-23", "too long ago"),
        ("zh_CN/lessons/tokens.md", "读，也", "读,也", "full-width"),
        ("zh_CN/faq/credit-exhausted.md", '["credit-exhausted"]', '["no-cake"]', "no problem"),
        ("en/faq/credit-exhausted.md", "lesson:tokens", "lesson:cake", "leads nowhere"),
        ("en/lessons/tokens.md", "each piece is a", "![](figure:x.svg) is a", "needs words"),
        ("en/lessons/tokens.md", "each piece is a", "https://bit.ly/x is a", "no place here"),
    ],
)
def test_it_finds(checker, pages, file, old, new, said):
    assert checker.faults(pages, drafts=True) == []
    change(pages / file, old, new)
    assert any(said in fault for fault in checker.faults(pages, drafts=True))


def test_a_page_in_one_language_only_is_missing_in_the_other(checker, pages):
    (pages / "zh_CN" / "terms" / "token.md").unlink()
    assert any("is missing in zh_CN" in fault for fault in checker.faults(pages, drafts=True))


def test_what_the_book_lacks_is_said(checker, pages):
    said = checker.faults(pages)
    assert "en: no page stands for blog07" in said
    assert "en: no answer for the problem network-down" in said
    assert "zh_CN: no answer for the service openai" in said
