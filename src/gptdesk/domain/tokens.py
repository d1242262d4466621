"""How many tokens a request has, as far as that can be known before it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from gptdesk.domain.attachments import Attachment

CHARACTERS_PER_TOKEN = 3.0
WIDE_TOKENS = 1.0
"""Cautious: today's tokenizers need 0.6 to 1.2 tokens for a Chinese character."""
MESSAGE_LOW, MESSAGE_HIGH = 3, 8
"""What each turn costs beside its text: marks of its beginning, its end and its speaker."""
REQUEST_LOW, REQUEST_HIGH = 0, 16
"""What a request costs beside its turns; some services add a short instruction of their own."""
SAFETY = 1.02
ROUGH_LOW, ROUGH_HIGH = 0.35, 2.0
"""How far the count by characters may be from the truth, over the vocabularies of today."""
OTHER_LOW, OTHER_HIGH = 0.55, 1.8
"""The same for a count with another model's vocabulary."""
TILE, TILED_EDGE, SHORT_EDGE = 512, 2048, 768
PATCH = 32
PATCHES = 1536
PATCH_FACTOR = 2.46
SMALLEST_PICTURE = 64


@dataclass(frozen=True, slots=True)
class TokenCount:
    """A number of tokens between `low` and `high`; `is_exact` if the model's own words counted."""

    low: int
    high: int
    is_exact: bool = False

    def __add__(self, other: TokenCount) -> TokenCount:
        exact = self.is_exact and other.is_exact
        return TokenCount(self.low + other.low, self.high + other.high, exact)


NOTHING = TokenCount(0, 0, True)

Size = tuple[int, int]
"""Width and height of a picture in pixels."""


def sizes(pictures: Iterable[Attachment]) -> tuple[Size, ...]:
    return tuple((picture.width, picture.height) for picture in pictures)


def estimate_tokens(text: str) -> int:
    """How many tokens a text may have, rather too many than too few."""
    wide = sum(1 for character in text if ord(character) >= 0x2E80)
    return round(wide * WIDE_TOKENS + (len(text) - wide) / CHARACTERS_PER_TOKEN) + 4


def rough_count(text: str) -> TokenCount:
    """By the number of characters alone, for when no vocabulary is at hand."""
    if not text:
        return NOTHING
    guess = estimate_tokens(text)
    # A letter of no alphabet the vocabulary knows well costs up to four tokens
    high = max(guess * ROUGH_HIGH, len(text.encode("utf-8", "replace")) * 0.5)
    return TokenCount(int(guess * ROUGH_LOW), ceil(high) + 4)


def counted_with_another(tokens: int) -> TokenCount:
    """The text in the words of another model than the one that will read it."""
    return TokenCount(int(tokens * OTHER_LOW), ceil(tokens * OTHER_HIGH) + 2)


def request_tokens(
    texts: Sequence[TokenCount], pictures: Sequence[Size] = (), tokenizer: str = ""
) -> TokenCount:
    """A whole request: its turns with what stands around them, and its pictures."""
    total = TokenCount(REQUEST_LOW, REQUEST_HIGH, True)
    for text in texts:
        total += text + TokenCount(MESSAGE_LOW, MESSAGE_HIGH, text.is_exact)
    for size in pictures:
        total += picture_tokens(size, tokenizer)
    return TokenCount(total.low, ceil(total.high * SAFETY), total.is_exact)


def picture_tokens(size: Size, tokenizer: str = "") -> TokenCount:
    """What a picture costs, from the cheapest to the dearest rule that its model may follow.

    With OpenAI's vocabularies: tiles of 512 pixels (85 tokens and 170 for each) and, for the newer
    ones, patches of 32 pixels with a factor of up to 2.46. Elsewhere: a fixed 64 to 258 tokens at
    the least, a token for 750 pixels or twice the tiles at the most.
    """
    width, height = max(1, size[0]), max(1, size[1])
    tiles, patches = _tiles(width, height), _patches(width, height)
    if tokenizer == "cl100k":
        return TokenCount(85, tiles)
    if tokenizer == "o200k":
        return TokenCount(min(85, tiles, patches), ceil(max(tiles, patches * PATCH_FACTOR)))
    area = ceil(width * height / 750)
    return TokenCount(min(SMALLEST_PICTURE, area), max(area, 2 * tiles, patches))


def _tiles(width: int, height: int) -> int:
    scale = min(1.0, TILED_EDGE / max(width, height))
    scale = min(scale, SHORT_EDGE / min(width, height))
    across, down = ceil(width * scale / TILE), ceil(height * scale / TILE)
    return 85 + 170 * max(1, across) * max(1, down)


def _patches(width: int, height: int) -> int:
    return min(PATCHES, ceil(width / PATCH) * ceil(height / PATCH))
