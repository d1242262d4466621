"""Colours for code, as runs of characters with a colour role."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.lexer import Lexer

LONGEST = 8000
"""Code above this stays in one colour: lexers can be slow with what is no code at all."""
NAMES = {
    "bash": "Bash", "c": "C", "cpp": "C++", "cs": "C#", "csharp": "C#", "css": "CSS", "go": "Go",
    "html": "HTML", "java": "Java", "javascript": "JavaScript", "js": "JavaScript",
    "json": "JSON", "jsx": "JSX", "kotlin": "Kotlin", "latex": "LaTeX", "lua": "Lua",
    "markdown": "Markdown", "md": "Markdown", "php": "PHP", "powershell": "PowerShell",
    "py": "Python", "python": "Python", "r": "R", "ruby": "Ruby", "rust": "Rust", "sh": "Shell",
    "shell": "Shell", "sql": "SQL", "swift": "Swift", "toml": "TOML", "ts": "TypeScript",
    "tsx": "TSX", "typescript": "TypeScript", "xml": "XML", "yaml": "YAML", "yml": "YAML",
}  # fmt: skip


def language_name(language: str) -> str:
    """How a language is written; an unknown one as the answer wrote it."""
    return NAMES.get(language.lower(), language)


def coloured(language: str, text: str) -> Iterator[tuple[str, str]]:
    """The text in runs, each with its role, or with none for plain code."""
    lexer = _lexer(language) if language and len(text) <= LONGEST else None
    if lexer is None:
        yield text, ""
        return
    from pygments.token import Comment, Keyword, Name, Number, Operator, String

    roles = {
        Comment: "code-comment",
        Keyword: "code-keyword",
        Operator.Word: "code-keyword",
        Name.Tag: "code-keyword",
        String: "code-string",
        Number: "code-number",
        Name.Function: "code-function",
        Name.Class: "code-function",
        Name.Builtin: "code-function",
        Name.Attribute: "code-function",
    }
    for kind, value in lexer.get_tokens(text):
        while kind not in roles and kind.parent is not None:
            kind = kind.parent
        yield value, roles.get(kind, "")


@cache
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
