"""A program of its own that writes down a recording: to be killed, and started again.

Arguments: the folder of the profile, the address of the service, the recording, and how long
pieces are. Says on a line what it has done, and at last how much memory it ever needed.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import SimpleNamespace

from gptdesk.domain.transcription import PieceChanged, PieceState
from gptdesk.storage.paths import Paths
from transcription_studio import SETTINGS, Studio


async def main(profile: str, address: str, recording: str, longest: str) -> None:
    paths = Paths.for_profile(profile)
    paths.create()
    how = {"longest": float(longest)} if longest else {}
    studio = Studio(SimpleNamespace(base_url=address), paths, **how)
    await studio.open()
    headers = await studio.service.history()
    if headers:
        job_id = headers[0].id
    else:
        job_id = (await studio.service.add(Path(recording), SETTINGS)).id
    async for event in studio.service.run(job_id):
        if isinstance(event, PieceChanged) and event.piece.state is PieceState.READY:
            print("ready", event.piece.position, flush=True)
    await studio.close()
    print("memory", most_memory(), flush=True)


def most_memory() -> int:
    """In megabytes, where the system tells. What `getrusage` says may be whoever started us."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0
    return int(status.read_text().split("VmHWM:")[1].split()[0]) // 1024


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
