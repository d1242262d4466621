"""Collects the texts of the interface into resources/i18n, and checks that each is translated.

translations.py collect   write what the source says into the .ts files
translations.py check     fail if a .ts file is out of date, unfinished or breaks a placeholder
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
CHINESE = FOLDER / "gptdesk_zh_CN.ts"
ENGLISH = FOLDER / "gptdesk_en.ts"
"""The source is English already: its file holds only what has a plural."""

FIELD = re.compile(r"\{\w*\}|%n")


class Text(NamedTuple):
    context: str
    source: str
    comment: str


class Entry(NamedTuple):
    text: Text
    forms: list[str]
    is_finished: bool


def texts(path: Path) -> Iterator[str]:
    """The calls of translate in a module, written so that lupdate understands each.

    WORKAROUND(lupdate 6.11): in Python it sees a plural only where the number is a literal.
    """
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("translate"):
            words = [argument for argument in node.args[:3] if isinstance(argument, ast.Constant)]
            plural = ", 1" if len(node.args) > 3 else ""
            if len(words) >= 2:  # one is the translate of a str
                yield f"translate({', '.join(repr(word.value) for word in words)}{plural})"


def collect(chinese: Path, english: Path) -> None:
    import PySide6

    tool = Path(PySide6.__file__).parent / "lupdate"
    package = ROOT / "src" / "gptdesk"
    modules = [path for part in ("app", "ui") for path in sorted((package / part).rglob("*.py"))]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "texts.py")
        calls = {call: None for module in modules for call in texts(module)}
        source.write_text("\n".join(calls), "utf-8")
        for target, language in ((chinese, ["zh_CN"]), (english, ["en", "-pluralonly"])):
            command = [tool, source, "-silent", "-locations", "none", "-no-obsolete"]
            command += ["-source-language", "en", "-target-language", *language, "-ts", target]
            subprocess.run(command, check=True)


def entries(path: Path) -> Iterator[Entry]:
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            text = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            translation = message.find("translation")
            assert translation is not None
            plural = [form.text or "" for form in translation.iter("numerusform")]
            forms = plural or [translation.text or ""]
            yield Entry(text, forms, translation.get("type") is None and all(forms))


def complaints(kept: Path, fresh: Path) -> Iterator[str]:
    if not kept.exists():
        yield f"{kept.name}: missing, run make translations"
        return
    have = {entry.text: entry for entry in entries(kept)}
    want = {entry.text for entry in entries(fresh)}
    for text in sorted(want - have.keys()):
        yield f"{kept.name}: not collected yet, run make translations: {_shown(text)}"
    for text in sorted(have.keys() - want):
        yield f"{kept.name}: no longer in the source, run make translations: {_shown(text)}"
    for entry in have.values():
        if not entry.is_finished:
            yield f"{kept.name}: not translated: {_shown(entry.text)}"
        elif any(_fields(form) - _fields(entry.text.source) for form in entry.forms):
            yield f"{kept.name}: names a field that the source lacks: {_shown(entry.text)}"
        elif kept == CHINESE and any(
            _fields(entry.text.source) - _fields(form) for form in entry.forms
        ):
            yield f"{kept.name}: leaves out a field: {_shown(entry.text)}"


def _fields(text: str) -> set[str]:
    return set(FIELD.findall(text))


def _shown(text: Text) -> str:
    return f"[{text.context}] {text.source!r}"


def check() -> int:
    with tempfile.TemporaryDirectory() as folder:
        chinese, english = Path(folder, CHINESE.name), Path(folder, ENGLISH.name)
        collect(chinese, english)
        wrong = [*complaints(CHINESE, chinese), *complaints(ENGLISH, english)]
    for line in wrong:
        print(line)
    return 1 if wrong else 0


def main(arguments: list[str]) -> int:
    if arguments == ["collect"]:
        FOLDER.mkdir(parents=True, exist_ok=True)
        collect(CHINESE, ENGLISH)
        return 0
    if arguments == ["check"]:
        return check()
    sys.stderr.write(__doc__ or "")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
