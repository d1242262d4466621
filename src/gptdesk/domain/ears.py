"""How a model hears: what it can be asked for, and how much sound at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gptdesk.domain.catalogue import ModelFacts
from gptdesk.domain.sound import SAMPLE_BYTES, SPEECH_RATE
from gptdesk.domain.transcription import Way

BYTES_MAX = 25_000_000
HEADROOM = 0.9
"""Of the bytes that a service takes: a form has more in it than its file."""
BASE64 = 4 / 3
FORMS = ("diarized_json", "verbose_json", "json", "text", "vtt", "srt")
"""The ways to answer, the one that tells most first."""
FILES = ("flac", "wav")
"""What we write, the smaller one first. Nobody is known who takes neither."""

OFFLINE_LONGEST = 150.0
LONGEST = 480.0
TEXT_LONGEST = 300.0
"""Where the answer is written like one of a chat: its length in tokens has a limit too."""
CHAT_LONGEST = 240.0


@dataclass(frozen=True, slots=True)
class Ears:
    """What one model at one service takes and gives.

    `longest` is how many seconds suit it in one piece: below the service's limit, and short enough
    for progress to be seen. `side_by_side` is how many pieces it hears at once.
    """

    form: str = "json"
    way: Way = Way.FORM
    file: str = "wav"
    longest: float = TEXT_LONGEST
    has_words: bool = False
    streams: bool = False
    has_prompt: bool = True
    has_keywords: bool = False
    has_languages: bool = False
    has_speakers: bool = False
    speakers_max: int = 0
    can_translate: bool = False
    side_by_side: int = 3

    @property
    def has_times(self) -> bool:
        """Whether it tells when something was said."""
        return self.form in ("verbose_json", "diarized_json", "srt", "vtt")


def ears_of(
    facts: ModelFacts, quirks: Mapping[str, object] | None = None, *, is_offline: bool = False
) -> Ears:
    """How a model of the catalogue hears at a service with these peculiarities."""
    told = quirks or {}
    way = _way(told)
    form = _form(facts, told) if way is Way.FORM else "json"
    details = facts.details
    times = details.get("timestamps")
    is_text = bool(details.get("can_stream")) or not (is_offline or form == "verbose_json")
    return Ears(
        form,
        way,
        "wav" if is_offline or way is Way.CHAT else _file(facts, told),
        _longest(facts, way, is_offline=is_offline, is_text=is_text),
        has_words=form == "verbose_json" and isinstance(times, Sequence) and "word" in times,
        streams=bool(details.get("can_stream")) and way is not Way.JSON,
        has_prompt=way is not Way.JSON and bool(details.get("has_prompt", not facts.is_known)),
        has_keywords=way is not Way.JSON and bool(details.get("has_keywords")),
        has_languages=way is not Way.JSON and bool(details.get("has_languages")),
        has_speakers=form == "diarized_json",
        speakers_max=_number(details.get("speakers_max"), 0),
        can_translate=way is not Way.JSON
        and (is_offline or way is Way.CHAT or bool(details.get("can_translate"))),
        # The speakers of one piece tell who speaks in the next
        side_by_side=1 if is_offline or form == "diarized_json" else 3,
    )


def _way(quirks: Mapping[str, object]) -> Way:
    if quirks.get("hears_in_chat"):
        return Way.CHAT
    return Way.JSON if quirks.get("json_transcription") else Way.FORM


def _form(facts: ModelFacts, quirks: Mapping[str, object]) -> str:
    allowed = _names(quirks.get("transcription_formats"))
    known = facts.formats or ("json",)
    both = [form for form in known if not allowed or form in allowed] or allowed or known
    return next((form for form in FORMS if form in both), "json")


def _file(facts: ModelFacts, quirks: Mapping[str, object]) -> str:
    """FLAC only where it is known to be taken: WAV is what everybody takes."""
    taken = _names(quirks.get("transcription_files")) or _names(facts.details.get("file_formats"))
    return next((kind for kind in FILES if kind in taken), "wav")


def _longest(facts: ModelFacts, way: Way, *, is_offline: bool, is_text: bool) -> float:
    suits = OFFLINE_LONGEST if is_offline else TEXT_LONGEST if is_text else LONGEST
    if way is Way.CHAT:
        suits = min(suits, CHAT_LONGEST)
    most = _number(facts.details.get("bytes_max"), BYTES_MAX) * HEADROOM
    most /= BASE64 if way is not Way.FORM else 1.0
    limits = [suits, most / (SPEECH_RATE * SAMPLE_BYTES)]  # as WAV: FLAC is never larger by much
    if seconds := _number(facts.details.get("seconds_max"), 0):
        limits.append(seconds - 1.0)
    return min(limits)


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return ()
    return tuple(str(name) for name in value)


def _number(value: object, otherwise: int) -> int:
    return int(value) if isinstance(value, int | float) else otherwise
