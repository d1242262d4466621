"""What this computer has is read where it can be read, and is "not known" otherwise."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gptdesk.domain.computer import Computer, Fit, Fitting, Graphics, fitting, graphics_room
from gptdesk.domain.graphics_cards import Cards
from gptdesk.domain.open_models import Bits, OpenModels, Rule, Size
from gptdesk.runtime.this_computer import printed, this_computer

CARDS = Cards((), (), 0.5)
RULE = Rule({Bits.FOUR: 0.5, Bits.EIGHT: 1.0, Bits.SIXTEEN: 2.0}, 1.0, date(2026, 1, 1), "a test")
MODELS = OpenModels((), RULE)
SMALL, HUGE = Size("8B", 8.0), Size("400B", 400.0)


def asked(**answers):
    """Programs of this computer, by their names; all others are missing."""
    return lambda command: answers.get(command[0].replace("-", "_"), "")


def files(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_linux_tells_its_memory_and_nvidia_its_cards(tmp_path) -> None:
    place = files(tmp_path, meminfo="MemFree: 1 kB\nMemTotal:       16777216 kB\n")
    ask = asked(nvidia_smi="NVIDIA GeForce RTX 4070, 12282\nNVIDIA T400, 2048\n")
    found = this_computer(ask, "linux", place)
    assert found.memory == 16.0
    assert found.graphics[0] == Graphics("NVIDIA GeForce RTX 4070", 12.0)
    assert found.graphics[1] == Graphics("NVIDIA T400", 2.0)


def test_without_its_program_the_driver_still_tells_the_name(tmp_path) -> None:
    place = tmp_path / "driver" / "nvidia" / "gpus" / "0000:01:00.0"
    place.mkdir(parents=True)
    (place / "information").write_text("Model: \t NVIDIA GeForce GTX 1080\nIRQ: 1\n", "utf-8")
    assert this_computer(asked(), "linux", tmp_path).graphics == (
        Graphics("NVIDIA GeForce GTX 1080"),
    )


def test_a_mac_shares_its_memory_with_the_graphics(tmp_path) -> None:
    told = '{"SPDisplaysDataType": [{"_name": "x", "sppci_model": "Apple M3"}]}'
    found = this_computer(asked(sysctl="17179869184\n", system_profiler=told), "darwin", tmp_path)
    assert found == Computer(16.0, (Graphics("Apple M3", None, is_shared=True),))


@pytest.mark.parametrize("told", ["", "nonsense", "[]", '{"SPDisplaysDataType": [{}]}'])
def test_what_a_mac_does_not_tell_is_not_known(told, tmp_path) -> None:
    assert this_computer(asked(system_profiler=told), "darwin", tmp_path) == Computer()


def test_windows_tells_the_names_of_its_cards(tmp_path) -> None:
    found = this_computer(asked(powershell="AMD Radeon RX 6800\r\n\r\n"), "win32", tmp_path)
    assert found.graphics == (Graphics("AMD Radeon RX 6800"),)


def test_a_computer_that_tells_nothing_is_not_known(tmp_path) -> None:
    assert this_computer(asked(), "linux", tmp_path) == Computer()


def test_strange_words_of_a_driver_are_no_memory(tmp_path) -> None:
    ask = asked(nvidia_smi="NVIDIA GH200, [N/A]\n")
    assert this_computer(ask, "linux", tmp_path).graphics == (Graphics("NVIDIA GH200"),)


def test_a_program_that_is_missing_or_fails_prints_nothing() -> None:
    assert printed(("gptdesk-no-such-program",)) == ""
    assert printed(("false",)) == ""


def test_a_model_goes_to_the_graphics_card_with_as_many_bits_as_fit() -> None:
    here = Computer(16.0, (Graphics("card", 12.0), Graphics("small", 2.0)))
    assert graphics_room(here, CARDS) == 12.0
    assert fitting(MODELS, SMALL, here, CARDS) == Fitting(Fit.GRAPHICS, Bits.EIGHT)


def test_without_a_known_card_it_runs_on_the_processor() -> None:
    here = Computer(16.0, (Graphics("card of unknown memory"),))
    assert fitting(MODELS, SMALL, here, CARDS) == Fitting(Fit.PROCESSOR, Bits.FOUR)


def test_shared_memory_is_only_a_part_of_it() -> None:
    here = Computer(16.0, (Graphics("Apple M3", None, is_shared=True),))
    assert fitting(MODELS, SMALL, here, CARDS) == Fitting(Fit.GRAPHICS, Bits.FOUR)


def test_what_is_too_large_fits_nowhere() -> None:
    assert fitting(MODELS, HUGE, Computer(16.0), CARDS) == Fitting(Fit.NO)


@pytest.mark.parametrize(
    ("size", "here"), [(Size("?"), Computer(16.0)), (SMALL, Computer()), (Size("?"), Computer())]
)
def test_nobody_guesses_whether_it_fits(size, here) -> None:
    assert fitting(MODELS, size, here, CARDS).fit is Fit.UNKNOWN
