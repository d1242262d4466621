"""How loud a sound is over time, for drawing it and for finding its pauses."""

from __future__ import annotations

import sys
from array import array

from gptdesk.domain.soundfiles import Wav
from gptdesk.domain.speech import PEAKS


def peaks_of(samples: memoryview | bytes, wav: Wav) -> bytes:
    """One byte for each twentieth of a second; nothing for samples other than 16 bits."""
    if wav.width != 2:
        return b""
    values = array("h", bytes(samples))
    if sys.byteorder == "big":
        values.byteswap()
    step = max(1, wav.rate * wav.channels // PEAKS)
    return bytes(
        min(255, max(max(part), -min(part)) >> 7)
        for part in (values[at : at + step] for at in range(0, len(values), step))
    )
