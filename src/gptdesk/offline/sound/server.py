"""The server for sound: its addresses, and the thread in which it runs."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gptdesk.offline.sound.guard import MEGABYTE, Guard
from gptdesk.offline.sound.kokoro import Kokoro
from gptdesk.offline.sound.presence import Gone
from gptdesk.offline.sound.refusals import CLIENT_GONE, elsewhere, unexpected
from gptdesk.offline.sound.resident import Resident
from gptdesk.offline.sound.speech import SpeechDesk
from gptdesk.offline.sound.transcription import TranscriptionDesk
from gptdesk.offline.sound.whisper import Whisper

LARGEST_RECORDING = 500 * MEGABYTE
IDLE_SECONDS = 300.0
MOST_CONNECTIONS = 64

Endpoint = Callable[[Request], Awaitable[Response]]
Desk = SpeechDesk | TranscriptionDesk


def application(speech: SpeechDesk, transcription: TranscriptionDesk, key: str) -> Starlette:
    """Everything that is served, behind the key. There is nothing for web pages."""
    desks = (speech, transcription)

    async def models(_request: Request) -> Response:
        listed = [_model(desk.model) for desk in desks if desk.is_installed]
        return JSONResponse({"object": "list", "data": listed})

    async def health(_request: Request) -> Response:
        return JSONResponse({"status": "ok", "loaded": [d.model for d in desks if d.is_loaded]})

    routes = (
        ("/health", "GET", health),
        ("/v1/models", "GET", models),
        ("/v1/audio/voices", "GET", speech.list_voices),
        ("/v1/audio/speech", "POST", speech.speak),
        ("/v1/audio/transcriptions", "POST", transcription.transcribe),
        ("/v1/audio/translations", "POST", transcription.translate),
    )
    large = {f"/v1/audio/{name}": LARGEST_RECORDING for name in ("transcriptions", "translations")}
    return Starlette(
        routes=[Route(path, _answered(do), methods=[method]) for path, method, do in routes],
        middleware=[Middleware(Guard, key=key, limits=large)],
        exception_handlers={HTTPException: elsewhere},
    )


def serve(wishes: Mapping[str, Any]) -> tuple[str, object]:
    """Listen on the loopback interface in a thread of its own; the address, and the thread.

    `first` is the model that is about to be used: it is loaded meanwhile.
    """
    logging.disable()  # what people say and write is not for any log
    speech, transcription = _speech_desk(wishes), _transcription_desk(wishes)
    first = next((d for d in (speech, transcription) if d.model == wishes.get("first")), None)
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(_config(application(speech, transcription, wishes["key"])))
    thread = threading.Thread(
        target=lambda: asyncio.run(_run(server, listener, first)), name="gptdesk-sound", daemon=True
    )
    thread.start()
    return f"http://127.0.0.1:{listener.getsockname()[1]}", thread


def _speech_desk(wishes: Mapping[str, Any]) -> SpeechDesk:
    model, threads = wishes["speech"], wishes["threads"]
    folder = Path(wishes["packs"]) / model
    kokoro = Resident("speech", lambda: Kokoro(folder, threads), _idle(wishes))
    return SpeechDesk(model, folder, kokoro)


def _transcription_desk(wishes: Mapping[str, Any]) -> TranscriptionDesk:
    model, threads = wishes["transcription"], wishes["threads"]
    folder = Path(wishes["packs"]) / model
    whisper = Resident("transcription", lambda: Whisper(folder, threads), _idle(wishes))
    return TranscriptionDesk(model, folder, whisper)


def _idle(wishes: Mapping[str, Any]) -> float:
    return float(wishes.get("idle", IDLE_SECONDS))


async def _run(server: uvicorn.Server, listener: socket.socket, first: Desk | None) -> None:
    warming = asyncio.create_task(_warm_up(first))
    await server.serve(sockets=[listener])
    warming.cancel()


async def _warm_up(desk: Desk | None) -> None:
    if desk is None or not desk.is_installed:
        return
    with suppress(Exception):  # the request itself will meet it again and say so
        await desk.warm_up()


def _config(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        date_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=30,
    )


def _answered(endpoint: Endpoint) -> Endpoint:
    """Turn whatever goes wrong into an answer, so that nothing of it reaches a log."""

    @wraps(endpoint)
    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except (Gone, ClientDisconnect):
            return Response(status_code=CLIENT_GONE)
        except HTTPException:
            raise
        except Exception as error:
            return unexpected(error).response()

    return answer


def _model(name: str) -> dict[str, object]:
    return {"id": name, "object": "model", "created": 0, "owned_by": "gptdesk"}
