"""The engine's own program: serves one model on the loopback interface until its parent is gone.

It reads one line of JSON from its standard input (what to serve, and the key to ask for), answers
with one line of JSON (its address, or why it cannot), and then waits. The end of its standard
input is the end of its parent, however that came about, and so its own.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn, TextIO

PROMPT_CACHE_MIB = 128
SLOTS = 2
"""How many answers can be written at the same time, each with the whole context to itself."""

SILENT = {"HF_HUB_OFFLINE": "1", "ORT_DISABLE_TELEMETRY": "1"}
"""Nothing is fetched by an engine, and nothing told: onnxruntime would report to its maker."""

Serve = Callable[[Mapping[str, Any]], tuple[str, object]]
"""Starts serving and gives the address, and what must stay alive meanwhile."""


class Unsupported(Exception):
    """The runtime is not there for this computer."""


def main() -> NoReturn:
    """Serve until the parent is gone. Never returns: native threads must not outlive the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the parent's business
    _die_with_parent()
    wishes = json.loads(sys.stdin.readline())
    answers = _own_stdout()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        address, _alive = SERVERS[wishes["job"]](wishes)
    except Unsupported as error:
        _say(answers, {"error": "unsupported", "detail": str(error)})
        os._exit(3)
    except Exception as error:  # the parent decides what becomes of it, and needs the words
        _say(answers, {"error": "model", "detail": f"{type(error).__name__}: {error}"})
        os._exit(4)
    _say(answers, {"address": address})
    threading.Event().wait()
    os._exit(0)


def serve_chat(wishes: Mapping[str, Any]) -> tuple[str, object]:
    """llama.cpp with its own server, closed to everybody without the key and to web pages."""
    try:
        from xllamacpp import CommonParams, Server
    except (ImportError, OSError) as error:
        raise Unsupported(f"{type(error).__name__}: {error}") from error
    params = CommonParams()
    params.model.path = wishes["path"]
    params.model_alias = {wishes["model"]}
    params.n_parallel = SLOTS
    params.n_ctx = SLOTS * int(wishes["context"])
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads()
    params.cache_ram_mib = PROMPT_CACHE_MIB
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [wishes["key"]]
    params.cors_origins = params.cors_methods = params.cors_headers = ""
    params.cors_credentials = False
    params.ui = False
    params.endpoint_slots = False
    params.verbosity = -1  # what people write is not for any log
    server = Server(params)
    return server.listening_address, server


def serve_sound(wishes: Mapping[str, Any]) -> tuple[str, object]:
    """Speech and transcription; their models are loaded when they are needed."""
    os.environ.update(SILENT)
    try:
        from gptdesk.offline.sound.server import serve
    except (ImportError, OSError) as error:
        raise Unsupported(f"{type(error).__name__}: {error}") from error
    return serve({"threads": threads(), **wishes})


SERVERS: Mapping[str, Serve] = {"chat": serve_chat, "sound": serve_sound}
"""What can be served, by the job of the process."""


def threads() -> int:
    """One core less than there are: with all of them the engine crawls when another needs one."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        cores = os.cpu_count() or 1
    return max(1, cores - 1)


def _own_stdout() -> TextIO:
    """Keep the standard output for our one line; what native code prints goes to the errors."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answers


def _say(answers: TextIO, answer: Mapping[str, str]) -> None:
    print(json.dumps(answer), file=answers, flush=True)


def _end_with_parent() -> None:
    while sys.stdin.readline():
        pass
    os._exit(0)


def _die_with_parent() -> None:
    """On Linux the kernel sees to it, also while native code holds the interpreter.

    The kernel counts the *thread* that started this process as its parent: the core thread,
    which lives as long as the app has work to do.
    """
    if sys.platform != "linux":
        return
    import ctypes

    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL)


def command() -> list[str]:
    """The command line that runs this program, in a frozen build as well."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--offline-engine"]
    # -P: what lies in the folder where the app was started is not for importing
    return [sys.executable, "-P", "-m", "gptdesk", "--offline-engine"]


def environment() -> dict[str, str]:
    """The parent's, without what is secret or would steer the runtime from outside."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "LLAMA_", "HF_"))}
    source = str(Path(__file__).resolve().parents[2])
    kept["PYTHONPATH"] = os.pathsep.join(filter(None, [source, os.environ.get("PYTHONPATH", "")]))
    kept |= SILENT
    kept["GGML_NO_BACKTRACE"] = "1"  # a debugger attached to a dying engine would hang it
    return kept


if __name__ == "__main__":
    main()
