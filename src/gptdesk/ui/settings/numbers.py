"""Amounts that people type, as their language and keyboard write them."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QLocale


def typed_amount(text: str) -> float | None:
    """A number of zero or more; None if it is not one. Full-width digits are taken as well."""
    plain = unicodedata.normalize("NFKC", text).strip().lstrip("$¥€£₩₹ ").strip()
    value, is_number = QLocale().toDouble(plain)
    if not is_number:
        try:
            value = float(plain.replace(",", ".").replace("。", "."))
        except ValueError:
            return None
    is_sensible = 0 <= value < 1e9  # neither endless nor "not a number"
    return value if is_sensible else None


def amount_to_type(value: float | None) -> str:
    """The same number in a field, without zeros at its end; empty for None."""
    if value is None:
        return ""
    return QLocale().toString(value, "g", 6).replace(QLocale().groupSeparator(), "")
