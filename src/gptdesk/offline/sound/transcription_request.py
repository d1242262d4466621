"""What may be asked of a transcript, and why something cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

from starlette.datastructures import FormData, UploadFile

from gptdesk.offline.sound.languages import code_of
from gptdesk.offline.sound.refusals import wrong
from gptdesk.offline.sound.speech_request import check_model
from gptdesk.offline.sound.transcript_formats import FORMATS

GRANULARITIES = frozenset({"segment", "word"})
YES = ("true", "1")
LONGEST_PROMPT = 4000


@dataclass(frozen=True, slots=True)
class TranscriptionRequest:
    """`language` is a code, or empty to find it out."""

    file: IO[bytes]
    language: str
    prompt: str
    format: str
    temperature: float
    granularities: frozenset[str]
    is_stream: bool
    translates: bool


def parsed(form: FormData, model: str, *, translates: bool) -> TranscriptionRequest:
    """The request in `form` for the only `model` there is. Raises Refusal."""
    check_model(form.get("model"), model)
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise wrong("file", "There is no file to listen to.", "missing_required_parameter")
    format_name = _text(form, "response_format") or "json"
    if format_name not in FORMATS:
        known = ", ".join(FORMATS)
        raise wrong("response_format", f"The format {format_name!r} is unknown. Use {known}.")
    is_stream = _text(form, "stream").lower() in YES
    if is_stream and format_name in ("srt", "vtt"):
        raise wrong("stream", f"The format {format_name} cannot be streamed.")
    return TranscriptionRequest(
        file.file,
        _language(form),
        _text(form, "prompt")[-LONGEST_PROMPT:],
        format_name,
        _temperature(form),
        _granularities(form, format_name),
        is_stream,
        translates,
    )


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _language(form: FormData) -> str:
    asked = _text(form, "language")
    if not asked:
        return ""
    code = code_of(asked)
    if code is None:
        raise wrong("language", f"The language {asked!r} is unknown; give a code such as zh or en.")
    return code


def _temperature(form: FormData) -> float:
    try:
        temperature = float(_text(form, "temperature") or 0)
    except ValueError:
        temperature = -1.0
    if not 0.0 <= temperature <= 1.0:
        raise wrong("temperature", "The temperature must be a number from 0 to 1.")
    return temperature


def _granularities(form: FormData, format_name: str) -> frozenset[str]:
    names = (*form.getlist("timestamp_granularities[]"), *form.getlist("timestamp_granularities"))
    asked = frozenset(name for name in names if isinstance(name, str))
    if asked - GRANULARITIES:
        raise wrong("timestamp_granularities", "The granularities are word and segment.")
    if asked and format_name != "verbose_json":
        raise wrong("timestamp_granularities", "Times come with the format verbose_json only.")
    return asked or frozenset({"segment"})
