"""Reads which module imports what, without running any of it."""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
PACKAGE = "gptdesk"


@dataclass(frozen=True, slots=True)
class Import:
    """`name` is the full name of what is imported; for `from a import b` both `a` and `a.b`.

    `is_at_load` is false inside functions and under TYPE_CHECKING: those cost nothing at first.
    """

    name: str
    line: int
    is_at_load: bool


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    path: Path
    imports: tuple[Import, ...]

    @property
    def part(self) -> str:
        """The layer: domain, services, ui, app …"""
        return self.name.split(".")[1] if "." in self.name else ""


def modules() -> Iterator[Module]:
    for path in sorted((SOURCE / PACKAGE).rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        tree = ast.parse(path.read_text("utf-8"))
        yield Module(name, path.relative_to(ROOT), tuple(_imports(tree, at_load=True)))


def _imports(node: ast.AST, *, at_load: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            for alias in child.names:
                yield Import(alias.name, child.lineno, at_load)
        elif isinstance(child, ast.ImportFrom) and child.module:
            yield Import(child.module, child.lineno, at_load)
            for alias in child.names:
                yield Import(f"{child.module}.{alias.name}", child.lineno, at_load)
        else:
            yield from _imports(child, at_load=at_load and not _is_put_off(child))


def _is_put_off(node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return True
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def import_closure(every: Iterable[Module], roots: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """All that is loaded when the roots are, each with the chain of imports that leads there."""
    known = {module.name: module for module in every}
    reached = {root: (root,) for root in roots if root in known}
    waiting = deque(reached)
    while waiting:
        name = waiting.popleft()
        if name not in known:
            continue
        for imported in known[name].imports:
            for loaded in _with_parents(imported.name) if imported.is_at_load else ():
                if loaded not in reached:
                    reached[loaded] = (*reached[name], loaded)
                    waiting.append(loaded)
    return reached


def _with_parents(name: str) -> Iterator[str]:
    """Importing a.b.c runs a, a.b and a.b.c."""
    parts = name.split(".")
    yield from (".".join(parts[:end]) for end in range(1, len(parts) + 1))
