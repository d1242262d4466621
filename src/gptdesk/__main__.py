"""The command line of gptdesk."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from gptdesk import __version__


def build_parser() -> argparse.ArgumentParser:
    """Options that people's scripts hold on to; the hidden ones are the app's own."""
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


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the command line asks for and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--offline-engine"]:
        from gptdesk.offline.child import main as engine_main

        return engine_main()
    options = build_parser().parse_args(arguments)
    if options.install_pack:
        return _install(options.install_pack, options.profile)
    if options.self_check:
        from gptdesk.app import run_self_check

        return run_self_check(arguments, Path(options.json) if options.json else None)
    if options.tour:
        from gptdesk.app import run_tour

        return run_tour(arguments, Path(options.tour))
    from gptdesk.app import run

    return run(arguments)


def _install(pack_id: str, profile: str | None) -> int:
    from gptdesk.offline.cli import install_pack
    from gptdesk.storage.paths import Paths

    return install_pack(pack_id, Paths.for_profile(profile).packs, sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
