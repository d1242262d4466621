"""Chinese input on Linux, where the plug-in that a desktop asks for is not in Qt's wheels."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path


def prepare_input_method(environ: MutableMapping[str, str], plugins: Path) -> None:
    """Send `fcitx` users through ibus if Qt has no fcitx plug-in: fcitx5 speaks that as well.

    Must run before the QApplication is made.
    """
    if not environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        return
    folder = plugins / "platforminputcontexts"
    if not any("fcitx" in file.name for file in folder.glob("*")):
        environ["QT_IM_MODULE"] = "ibus"
