"""What request parameters are called before people."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def setting_name(parameter: str) -> str:
    """The words of the settings of answers; a parameter that is not among them keeps its name."""
    longest = translate("ChatOptions", "longest answer")
    names = {
        "temperature": translate("ChatOptions", "temperature"),
        "max_completion_tokens": longest,
        "max_tokens": longest,
        "reasoning_effort": translate("ChatOptions", "effort"),
        "verbosity": translate("ChatOptions", "wordiness"),
    }
    return names.get(parameter, parameter)
