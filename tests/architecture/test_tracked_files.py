"""What may not get into the repository, and what must stay in step within it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import gptdesk
from guards.tracked import ROOT, text_of, tracked_files

# Joined here so that this file does not hold what it forbids.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("npmmirror", "com"),
        ("proxy", "golang", "org"),
        ("crates", "io"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("mirrors", "aliyun", "com"),
        ("tuna", "tsinghua", "edu"),
    )
]
MACHINE_PATH = re.compile(
    r"(?<![A-Za-z0-9_.<>{}~*-])/(?:work|farm|root|home/[a-z][a-z0-9_-]*|Users/[A-Za-z]\w*)/"
)
SECRETS = re.compile(
    r"\bsk-(?:proj-|ant-)?[A-Za-z0-9_]{32,}"
    r"|\bAKIA[0-9A-Z]{16}\b"
    r"|\bgh[pousr]_[A-Za-z0-9]{36}\b"
    r"|\bhf_[A-Za-z0-9]{34}\b"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/=\n]{200,}"
)
LOCKS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "package-lock.json", "yarn.lock"}
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
LARGEST = 1_000_000


def hits(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path}:{number}: {found.group()}"
        for path in tracked_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if (found := pattern.search(line))
    ]


def test_no_registry_is_named_by_its_host() -> None:
    """Where packages come from is the business of who installs them."""
    assert hits(re.compile("|".join(re.escape(host) for host in REGISTRY_HOSTS))) == []


def test_no_file_holds_a_path_of_one_machine() -> None:
    assert hits(MACHINE_PATH) == []


@pytest.mark.parametrize("path", ["/" + "home/maria/gptdesk", " /" + "root/.cache"])
def test_the_rule_for_paths_finds_them(path: str) -> None:
    assert MACHINE_PATH.search(path)


def test_no_file_holds_what_looks_like_a_key() -> None:
    assert hits(SECRETS) == []


def test_lock_files_with_addresses_stay_out() -> None:
    assert [path for path in tracked_files() if path.name in LOCKS] == []


def test_made_and_fetched_files_stay_out() -> None:
    made = {".qm", ".gguf", ".onnx", ".pyc", ".whl", ".sqlite", ".log"}
    old_data = Path("tests/data")
    assert [
        path
        for path in tracked_files()
        if path.suffix in made and not path.is_relative_to(old_data)
    ] == []


def test_no_file_is_larger_than_a_megabyte() -> None:
    assert [path for path in tracked_files() if (ROOT / path).stat().st_size > LARGEST] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    python = [path for path in tracked_files() if path.suffix == ".py"]
    assert [path for path in python if VAGUE_NAMES & set(path.with_suffix("").parts)] == []


def test_the_change_log_begins_with_the_version_of_the_package() -> None:
    headings = re.findall(r"^## \[?([0-9][^\]\s]*)", text_of(Path("CHANGELOG.md")), re.MULTILINE)
    assert headings[0] == gptdesk.__version__


def pins(name: str) -> dict[str, str]:
    text = text_of(Path("packaging/requirements") / f"{name}.txt")
    found = re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE)
    return {package: version for package, version in found}


@pytest.mark.parametrize("name", ["run", "offline", "dev", "build"])
def test_pins_have_hashes_and_no_address(name: str) -> None:
    text = text_of(Path("packaging/requirements") / f"{name}.txt")
    assert "://" not in text
    assert "--index" not in text
    blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("smaller", ["run", "offline", "build"])
def test_the_pins_for_development_agree_with_the_others(smaller: str) -> None:
    assert pins(smaller).items() <= pins("dev").items()


def test_every_declared_dependency_is_pinned() -> None:
    project = tomllib.loads(text_of(Path("pyproject.toml")))["project"]
    extras = project["optional-dependencies"].values()
    declared = [*project["dependencies"], *(line for extra in extras for line in extra)]
    names = {re.split(r"[<>=!\[]", line)[0].lower() for line in declared}
    assert names <= pins("dev").keys()


def test_the_qt_that_loses_references_is_not_pinned() -> None:
    """6.12.0 aborts the interpreter; see tests/ui/test_binding.py."""
    for package in ("pyside6-essentials", "pyside6-addons", "shiboken6"):
        version = tuple(int(part) for part in pins("run")[package].split("."))
        assert version >= (6, 11, 2)
        assert version != (6, 12, 0)


def test_links_between_documents_lead_somewhere() -> None:
    link = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
    code = re.compile(r"`[^`\n]*`")
    broken = [
        f"{path}: {target}"
        for path in tracked_files()
        if path.suffix == ".md" and path.parts[0] != "resources"
        for target in link.findall(code.sub("", text_of(path)))
        if not (ROOT / path.parent / target).exists()
    ]
    assert broken == []
