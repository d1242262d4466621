"""Installing from the terminal: what a person reads, and what a script gets back."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from gptdesk.domain.packs import InstallProgress
from gptdesk.offline import cli

DATA = bytes(range(256)) * 4000


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def pack(web: Any, make: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    it = make.pack(make.file(DATA, make.url(web.serve("/m", DATA))), pack_id="tiny-model")
    monkeypatch.setattr(cli, "load_packs", lambda: (it,))
    return it


def test_it_fetches_and_says_so(pack: Any, tmp_path: Path) -> None:
    out = io.StringIO()
    assert cli.install_pack("tiny-model", tmp_path / "packs", out) == 0
    lines = out.getvalue().splitlines()
    assert lines[0] == "Fetching the offline pack Tiny (1 MB)."
    assert lines[-1] == "The offline pack Tiny is ready."
    assert (tmp_path / "packs" / "tiny-model" / "model.gguf").read_bytes() == DATA


def test_a_second_time_it_is_already_there(pack: Any, web: Any, tmp_path: Path) -> None:
    cli.install_pack("tiny-model", tmp_path / "packs", io.StringIO())
    web.requests.clear()
    out = io.StringIO()
    assert cli.install_pack("tiny-model", tmp_path / "packs", out) == 0
    assert out.getvalue() == "The offline pack Tiny is already there.\n"
    assert web.requests == []


def test_a_failure_says_what_was_tried_and_what_to_do(pack: Any, web: Any, tmp_path: Path) -> None:
    web.serve("/m", status=503)
    out = io.StringIO()
    assert cli.install_pack("tiny-model", tmp_path / "packs", out) == 1
    assert "127.0.0.1: 503" in out.getvalue()
    assert "what arrived is kept" in out.getvalue()
    assert "Traceback" not in out.getvalue()


def test_a_small_disk_is_said_with_figures(
    pack: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gptdesk.offline.installer._free_bytes", lambda folder: 0)
    out = io.StringIO()
    assert cli.install_pack("tiny-model", tmp_path / "packs", out) == 1
    assert "1 MB are needed, 0 MB are free" in out.getvalue()


def test_an_unknown_name_lists_the_known_ones(pack: Any, tmp_path: Path) -> None:
    out = io.StringIO()
    assert cli.install_pack("huge", tmp_path / "packs", out) == 1
    assert "starter, tiny-model" in out.getvalue()


def test_stopping_with_ctrl_c_is_no_failure_with_a_traceback(
    pack: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(coroutine: Any) -> int:
        coroutine.close()
        raise KeyboardInterrupt

    monkeypatch.setattr("asyncio.run", interrupted)
    out = io.StringIO()
    assert cli.install_pack("tiny-model", tmp_path / "packs", out) == 130
    assert "What arrived is kept" in out.getvalue()


def test_a_log_file_gets_a_line_for_every_tenth(pack: Any) -> None:
    out = io.StringIO()
    screen = cli.Screen(pack, out)
    for done in range(0, 1001, 5):
        screen.show(InstallProgress("tiny-model", "download", done * 1000, 1_000_000))
    lines = out.getvalue().splitlines()
    assert [line.split(" ")[0] for line in lines] == [str(n) for n in range(10, 101, 10)]


def test_a_terminal_gets_one_line_drawn_again(pack: Any) -> None:
    out = Terminal()
    screen = cli.Screen(pack, out)
    for done in (100_000, 600_000):
        screen.show(InstallProgress("t", "download", done, 1_000_000, 2_500_000.0, "host"))
    screen.say("Done.")
    drawn = out.getvalue()
    assert drawn.count("\n") == 2
    assert drawn.count("\r") == 2
    assert " 60 %  1 MB, 2.5 MB/s from host" in drawn
