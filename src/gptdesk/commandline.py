"""The options of the command line, which people's scripts hold on to."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from gptdesk import __version__


def build_parser() -> argparse.ArgumentParser:
    """The hidden options are the app's own: they start its child processes."""
    parser = argparse.ArgumentParser(
        prog="gptdesk", description="Try chat, pictures, speech and transcription models."
    )
    hidden = argparse.SUPPRESS
    parser.add_argument("--version", action="version", version=f"gptdesk {__version__}")
    parser.add_argument(
        "--profile",
        metavar="DIR",
        default=os.environ.get("GPTDESK_PROFILE") or None,
        help="keep everything the app writes under DIR",
    )
    parser.add_argument("--lang", choices=("zh_CN", "en"), help="language of the interface")
    parser.add_argument(
        "--theme", choices=("light", "dark", "system", "high-contrast"), help="look of the window"
    )
    parser.add_argument(
        "--self-check",
        action="store_true",
        help="run the main job without anyone at the screen and print a table",
    )
    parser.add_argument("--json", metavar="FILE", help="write the result of --self-check to FILE")
    parser.add_argument("--tour", metavar="DIR", help="render every page to PNG files in DIR")
    parser.add_argument("--install-pack", metavar="ID", help=hidden)
    parser.add_argument("--offline-engine", action="store_true", help=hidden)
    return parser


def options_from(argv: Sequence[str]) -> argparse.Namespace:
    """Parse `argv`, which may or may not begin with the program's name."""
    words = list(argv)
    if words and not words[0].startswith("-"):
        del words[0]
    return build_parser().parse_args(words)
