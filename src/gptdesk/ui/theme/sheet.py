"""The style sheet, made from a template and the tokens that hold now."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gptdesk.ui.theme.theme import Theme

HIGH_CONTRAST = "/* high contrast only */"
_NAME = re.compile(r"@(px|radius)\(([\w.-]+)\)|@([a-z][a-z0-9-]*)")


def style_sheet(theme: Theme, folder: Path) -> str:
    """`@fill` is a colour, `@px(36)` grows with the text, `@radius(card)` is a corner."""

    def value(match: re.Match[str]) -> str:
        function, argument, role = match.groups()
        if function == "px":
            return f"{theme.px(float(argument))}px"
        if function == "radius":
            return f"{theme.radius(argument)}px"
        return theme.color(role).name()

    template = (folder / "themes" / "sheet.qss").read_text("utf-8")
    always, _mark, high_contrast = template.partition(HIGH_CONTRAST)
    return _NAME.sub(value, always + high_contrast if theme.is_high_contrast else always)
