"""A mask that was written is the same mask when it is read."""

from __future__ import annotations

import pytest

from gptdesk.domain.mask import Mask
from gptdesk.domain.mask_png import mask_png
from gptdesk.runtime.mask_reading import read_mask
from server.picturing import png


@pytest.mark.parametrize(("wide", "high"), [(3, 5), (256, 256), (257, 511), (700, 130)])
def test_every_pixel_comes_back(qapp, wide, high):
    mask = Mask(wide, high)
    mask.cover([(y, y % wide, wide, 255) for y in range(0, high, 2)])
    mask.cover([(1, 0, 2, 77)])
    mask.finish()
    again = read_mask(mask_png(mask.snapshot()), wide, high)
    for y in range(high):
        assert again.snapshot().row(y) == mask.snapshot().row(y)
    assert again.painted == mask.painted


def test_a_mask_of_another_size_is_none(qapp):
    assert read_mask(png(4, 4), 5, 4) is None
    assert read_mask(b"nothing", 5, 4) is None
