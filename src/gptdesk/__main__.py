"""The start of gptdesk: the window, or one of the jobs that need none."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from gptdesk.commandline import build_parser


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
        from gptdesk.app.self_check import run_self_check

        return run_self_check(arguments, Path(options.json) if options.json else None)
    if options.tour:
        from gptdesk.app.tour import run_tour

        return run_tour(arguments, Path(options.tour))
    from gptdesk.app import run

    return run(arguments)


def _install(pack_id: str, profile: str | None) -> int:
    from gptdesk.offline.cli import install_pack
    from gptdesk.storage.paths import Paths

    return install_pack(pack_id, Paths.for_profile(profile).packs, sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
