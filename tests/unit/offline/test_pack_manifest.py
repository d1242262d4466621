"""The list of packs that comes with the app, and what is refused in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gptdesk.domain.resources import resource_root
from gptdesk.offline.cli import find_packs
from gptdesk.offline.manifest import ManifestBroken, load_packs


@pytest.fixture
def document() -> dict[str, Any]:
    path = resource_root() / "catalogue" / "offline-pack.json"
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def written(folder: Path, document: dict[str, Any]) -> Path:
    path = folder / "packs.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def test_the_list_that_comes_with_the_app_can_be_read() -> None:
    ids = [pack.id for pack in load_packs()]
    assert ids == [
        "qwen2.5-coder-0.5b-instruct",
        "qwen2.5-coder-1.5b-instruct",
        "kokoro-82m",
        "whisper-base",
        "smollm2-135m-instruct",
    ]


def test_every_file_has_the_official_address_then_a_mirror_then_packages() -> None:
    for pack in load_packs():
        for file in pack.files:
            official, *mirrors, packages = file.sources
            for mirror in mirrors:
                assert official[0].name.startswith("https://huggingface.co/")
                assert mirror[0].name.startswith("https://hf-mirror.com/")
                assert official[0].name.split("/", 3)[3] == mirror[0].name.split("/", 3)[3]
            if not mirrors:
                assert official[0].name.startswith("https://github.com/thewh1teagle/kokoro-onnx/")
            assert len({part.kind for part in packages} & {"pypi", "npm"}) == 1


def test_every_pack_for_chat_tells_the_model_to_answer_briefly() -> None:
    prompts = [pack.system_prompt for pack in load_packs() if pack.task == "chat"]
    assert all("Answer briefly" in prompt for prompt in prompts)


def test_starter_means_one_pack_for_each_tab_and_the_smallest_for_chat() -> None:
    packs = load_packs()
    starters = {pack.task: pack for pack in find_packs(packs, "starter")}
    assert starters.keys() == {"chat", "speech", "transcription"}
    chat = [pack for pack in packs if pack.task == "chat" and not pack.is_for_tests]
    assert starters["chat"].size == min(pack.size for pack in chat)


def test_the_speech_pack_has_every_voice_as_its_own_pinned_file() -> None:
    speech = next(pack for pack in load_packs() if pack.task == "speech")
    voices = [file for file in speech.files if file.path.startswith("voices/")]
    assert len(voices) == len({file.sha256 for file in voices}) == 54
    assert {"voices/af_heart.bin", "voices/zf_xiaobei.bin"} < {file.path for file in voices}


def test_parts_that_do_not_add_up_are_refused(tmp_path: Path, document: dict[str, Any]) -> None:
    document["packs"][0]["files"][0]["sources"][2].pop()
    with pytest.raises(ManifestBroken, match="the parts have"):
        load_packs(written(tmp_path, document))


@pytest.mark.parametrize("path", ["../model.gguf", "/model.gguf", "a\\..\\b", ""])
def test_a_file_outside_its_pack_is_refused(
    path: str, tmp_path: Path, document: dict[str, Any]
) -> None:
    document["packs"][0]["files"][0]["path"] = path
    with pytest.raises(ManifestBroken, match="no path inside a pack"):
        load_packs(written(tmp_path, document))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "../x"),
        ("id", "qwen2.5-coder-1.5b-instruct"),
        ("task", "pictures"),
        ("files", []),
        ("title", {"en": "Starter"}),
        ("note", {"en": "", "zh_CN": "好"}),
        ("is_starter", False),
        ("context", None),
    ],
)
def test_a_pack_that_contradicts_itself_is_refused(
    field: str, value: object, tmp_path: Path, document: dict[str, Any]
) -> None:
    document["packs"][0][field] = value
    with pytest.raises(ManifestBroken):
        load_packs(written(tmp_path, document))


def test_an_address_without_tls_is_refused(tmp_path: Path, document: dict[str, Any]) -> None:
    document["packs"][0]["files"][0]["sources"][0][0]["name"] = "http://127.0.0.1/model.gguf"
    with pytest.raises(ManifestBroken, match="without TLS"):
        load_packs(written(tmp_path, document))


def test_a_list_of_another_format_is_refused(tmp_path: Path, document: dict[str, Any]) -> None:
    document["format"] = 2
    with pytest.raises(ManifestBroken, match="format 2"):
        load_packs(written(tmp_path, document))
