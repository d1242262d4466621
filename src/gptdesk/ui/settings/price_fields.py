"""Which amounts make up the price of a model, by what it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.catalogue import Price, Task

translate = QCoreApplication.translate

FIELDS: dict[Task, tuple[str, ...]] = {
    Task.CHAT: ("input", "cached", "output"),
    Task.IMAGES: ("input", "picture_input", "picture_output"),
    Task.SPEECH: ("characters", "input", "audio_output"),
    Task.TRANSCRIPTION: ("minute", "audio_input", "output"),
    Task.EMBEDDINGS: ("input",),
}
"""Names of Price; all but `minute` are for a million."""


def field_label(name: str) -> str:
    labels = {
        "input": translate("Costs", "Read, for a million tokens"),
        "cached": translate("Costs", "Read again (cached), for a million tokens"),
        "output": translate("Costs", "Written, for a million tokens"),
        "picture_input": translate("Costs", "Pictures read, for a million tokens"),
        "picture_output": translate("Costs", "Pictures made, for a million tokens"),
        "audio_input": translate("Costs", "Sound heard, for a million tokens"),
        "audio_output": translate("Costs", "Sound made, for a million tokens"),
        "characters": translate("Costs", "Spoken, for a million characters"),
        "minute": translate("Costs", "Heard, for a minute"),
    }
    return labels[name]


def short_label(name: str) -> str:
    labels = {
        "input": translate("Costs", "read {amount}"),
        "cached": translate("Costs", "cached {amount}"),
        "output": translate("Costs", "written {amount}"),
        "picture_input": translate("Costs", "pictures read {amount}"),
        "picture_output": translate("Costs", "pictures made {amount}"),
        "audio_input": translate("Costs", "sound heard {amount}"),
        "audio_output": translate("Costs", "sound made {amount}"),
        "characters": translate("Costs", "spoken {amount}"),
        "minute": translate("Costs", "a minute {amount}"),
    }
    return labels[name]


def amounts(price: Price | None, task: Task) -> dict[str, float | None]:
    """What is known of a price, by the names of its fields."""
    return {name: getattr(price, name) if price is not None else None for name in FIELDS[task]}
