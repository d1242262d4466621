"""Times, kinds of file and states of transcripts in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.transcript_asking import Wish
from gptdesk.domain.transcript_exports import ExportForm, ExportWords
from gptdesk.domain.transcription import JobState, TranscriptionJob
from gptdesk.ui.widgets.languages import in_language

translate = QCoreApplication.translate

TARGETS = {
    "en": ("English", {"en": "English", "zh_CN": "英语"}),
    "zh": ("Simplified Chinese", {"en": "Chinese", "zh_CN": "中文"}),
    "ja": ("Japanese", {"en": "Japanese", "zh_CN": "日语"}),
    "ko": ("Korean", {"en": "Korean", "zh_CN": "韩语"}),
    "fr": ("French", {"en": "French", "zh_CN": "法语"}),
    "de": ("German", {"en": "German", "zh_CN": "德语"}),
    "es": ("Spanish", {"en": "Spanish", "zh_CN": "西班牙语"}),
    "pt": ("Portuguese", {"en": "Portuguese", "zh_CN": "葡萄牙语"}),
    "it": ("Italian", {"en": "Italian", "zh_CN": "意大利语"}),
    "ru": ("Russian", {"en": "Russian", "zh_CN": "俄语"}),
    "ar": ("Arabic", {"en": "Arabic", "zh_CN": "阿拉伯语"}),
    "hi": ("Hindi", {"en": "Hindi", "zh_CN": "印地语"}),
    "vi": ("Vietnamese", {"en": "Vietnamese", "zh_CN": "越南语"}),
    "th": ("Thai", {"en": "Thai", "zh_CN": "泰语"}),
    "id": ("Indonesian", {"en": "Indonesian", "zh_CN": "印度尼西亚语"}),
    "tr": ("Turkish", {"en": "Turkish", "zh_CN": "土耳其语"}),
}
"""Languages to translate into: the name a model is told, and what people call it."""


def target_name(code: str) -> str:
    return in_language(TARGETS[code][1])


def clock(seconds: float) -> str:
    """4:31, or 1:04:31."""
    whole = int(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def spoken_text(seconds: float) -> str:
    """How long somebody spoke."""
    if seconds < 60:
        return translate("Transcript", "%n s", "seconds", round(seconds))
    return translate("Transcript", "%n min", "minutes", round(seconds / 60))


def state_text(state: JobState) -> str:
    """Nothing for one that is done."""
    match state:
        case JobState.QUEUED:
            return translate("Transcript", "waiting")
        case JobState.READING | JobState.WORKING:
            return translate("Transcript", "under way")
        case JobState.STOPPED:
            return translate("Transcript", "not finished")
        case JobState.FAILED:
            return translate("Transcript", "failed, can go on")
        case _:
            return ""


def new_title_text() -> str:
    return translate("Transcript", "New title of the transcript")


def form_name(form: ExportForm) -> str:
    """What people call a kind of file."""
    match form:
        case ExportForm.TXT:
            return translate("Transcript", "Plain text")
        case ExportForm.SRT:
            return translate("Transcript", "Subtitles")
        case ExportForm.VTT:
            return translate("Transcript", "Subtitles for the web")
        case ExportForm.DOCX:
            return translate("Transcript", "Word document")
        case ExportForm.MARKDOWN:
            return "Markdown"
        case ExportForm.JSON:
            return translate("Transcript", "Data, can be opened again")
        case ExportForm.CSV:
            return translate("Transcript", "Table for Excel")


def export_words(job: TranscriptionJob) -> ExportWords:
    """The headings in a file, and the line under its title."""
    facts = clock(job.recording.seconds)
    if not job.is_complete and job.pieces:
        facts = translate("Transcript", "{length} · not finished yet").format(length=facts)
    return ExportWords(
        translate("Transcript", "Start"),
        translate("Transcript", "End"),
        translate("Transcript", "Speaker"),
        translate("Transcript", "Text"),
        translate("Transcript", "Confidence"),
        facts,
    )


def wish_name(wish: Wish) -> str:
    match wish:
        case Wish.TRANSLATION:
            return translate("Transcript", "Translate")
        case Wish.SUMMARY:
            return translate("Transcript", "Summarise")
        case Wish.ACTIONS:
            return translate("Transcript", "List what is to be done")
