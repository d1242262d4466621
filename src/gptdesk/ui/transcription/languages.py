"""The languages of speech, each by its own name and by the interface's name for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def spoken_languages() -> list[tuple[str, str]]:
    """Codes as in ISO 639-1 with what to show; "" lets the model find out."""
    automatic = ("", translate("SpokenLanguages", "Find out by itself"))
    return [automatic, *((code, _both(own, name)) for code, own, name in _known())]


def language_name(code: str) -> str:
    """The interface's name for it; a code that is not known stands for itself."""
    return next((name for known, _, name in _known() if known == code), code)


def _both(own: str, name: str) -> str:
    if own == name:
        return own
    return translate("SpokenLanguages", "{name} · {own}").format(own=own, name=name)


def _known() -> list[tuple[str, str, str]]:
    return [
        ("en", "English", translate("SpokenLanguages", "English")),
        ("zh", "中文", translate("SpokenLanguages", "Chinese")),
        ("yue", "粵語", translate("SpokenLanguages", "Cantonese")),
        ("ja", "日本語", translate("SpokenLanguages", "Japanese")),
        ("ko", "한국어", translate("SpokenLanguages", "Korean")),
        ("es", "Español", translate("SpokenLanguages", "Spanish")),
        ("fr", "Français", translate("SpokenLanguages", "French")),
        ("de", "Deutsch", translate("SpokenLanguages", "German")),
        ("pt", "Português", translate("SpokenLanguages", "Portuguese")),
        ("ru", "Русский", translate("SpokenLanguages", "Russian")),
        ("it", "Italiano", translate("SpokenLanguages", "Italian")),
        ("ar", "العربية", translate("SpokenLanguages", "Arabic")),
        ("hi", "Hindi", translate("SpokenLanguages", "Hindi")),
        ("id", "Bahasa Indonesia", translate("SpokenLanguages", "Indonesian")),
        ("vi", "Tiếng Việt", translate("SpokenLanguages", "Vietnamese")),
        ("th", "ไทย", translate("SpokenLanguages", "Thai")),
        ("tr", "Türkçe", translate("SpokenLanguages", "Turkish")),
        ("pl", "Polski", translate("SpokenLanguages", "Polish")),
        ("nl", "Nederlands", translate("SpokenLanguages", "Dutch")),
        ("uk", "Українська", translate("SpokenLanguages", "Ukrainian")),
        ("cs", "Čeština", translate("SpokenLanguages", "Czech")),
        ("sv", "Svenska", translate("SpokenLanguages", "Swedish")),
        ("da", "Dansk", translate("SpokenLanguages", "Danish")),
        ("no", "Norsk", translate("SpokenLanguages", "Norwegian")),
        ("fi", "Suomi", translate("SpokenLanguages", "Finnish")),
        ("el", "Ελληνικά", translate("SpokenLanguages", "Greek")),
        ("he", "עברית", translate("SpokenLanguages", "Hebrew")),
        ("hu", "Magyar", translate("SpokenLanguages", "Hungarian")),
        ("ro", "Română", translate("SpokenLanguages", "Romanian")),
        ("bg", "Български", translate("SpokenLanguages", "Bulgarian")),
        ("fa", "فارسی", translate("SpokenLanguages", "Persian")),
        ("ms", "Bahasa Melayu", translate("SpokenLanguages", "Malay")),
    ]
