"""The catalogue that comes with the app, and small ones made for one test."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gptdesk.domain.catalogue import Catalogue
from gptdesk.domain.catalogue_reading import load_catalogue

CHECKER = Path(__file__).parents[3] / "packaging" / "dev" / "check_catalogue.py"
Write = Callable[..., Path]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def checker() -> ModuleType:
    """packaging/dev/check_catalogue.py, which editors start by hand."""
    spec = importlib.util.spec_from_file_location("check_catalogue", CHECKER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(text: str) -> dict[str, str]:
    return {"en": f"{text}.", "zh_CN": f"{text}。"}


SERVICE: Mapping[str, Any] = {
    "id": "acme",
    "kind": "cloud",
    "title": {"en": "Acme", "zh_CN": "极致"},
    "note": texts("A service"),
    "places": [
        {
            "id": "world",
            "title": {"en": "World", "zh_CN": "全球"},
            "base_url": "https://acme.test/v1",
        }
    ],
    "tasks": {"chat": "confirmed"},
    "key_page": "https://acme.test/keys",
    "as_of": "2026-11-01",
    "source": "acme.test",
}
HEAD: Mapping[str, Any] = {"format": 1, "as_of": "2026-11-01", "source": "acme.test"}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A folder with the service acme and the given models in its file, or with other documents."""

    def write(*models: Mapping[str, Any], service: str = "acme", **more: Any) -> Path:
        for name in ("services", "models"):
            (tmp_path / name).mkdir(exist_ok=True)
        services = more.pop("services", [SERVICE])
        put(tmp_path / "services" / "cloud.json", {"format": 1, "services": services})
        lined = [{"line": texts("A model"), **model} for model in models]
        document = {**HEAD, "service": service, **more, "models": lined}
        put(tmp_path / "models" / f"{service or 'open'}.json", document)
        return tmp_path

    return write


def put(path: Path, document: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(document), "utf-8")
