"""A stand-in for the engine's program: `fake_engine.py MODE FOLDER`, with a log of its lives."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
from pathlib import Path

MODE, FOLDER = sys.argv[1], Path(sys.argv[2])


def note(life: dict[str, object]) -> int:
    """Write down this life; the number of lives so far."""
    with (FOLDER / "lives").open("a", encoding="utf-8") as lives:
        lives.write(json.dumps(life) + "\n")
    return len((FOLDER / "lives").read_text("utf-8").splitlines())


def serve(listener: socket.socket, key: str) -> None:
    while True:
        line, _ = listener.accept()
        with line:
            asked = line.recv(65536).decode()
            known = f"Bearer {key}" in asked and MODE != "unhealthy"
            line.sendall(b"HTTP/1.1 200 OK\r\n\r\n" if known else b"HTTP/1.1 401 No\r\n\r\n")


def main() -> None:
    wishes = json.loads(sys.stdin.readline())
    number = note({"pid": os.getpid(), "argv": sys.argv, "env": dict(os.environ), **wishes})
    print("a word about what went wrong", file=sys.stderr, flush=True)
    if MODE == "dies" or (MODE == "dies-once" and number == 1):
        os._exit(7)
    if MODE == "old-processor":
        os.kill(os.getpid(), signal.SIGILL)
    if MODE in ("unsupported", "model"):
        print(json.dumps({"error": MODE, "detail": "it said why"}), flush=True)
    elif MODE == "hangs":
        threading.Event().wait()
    else:
        listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=serve, args=(listener, wishes["key"]), daemon=True).start()
        print(json.dumps({"address": f"http://127.0.0.1:{listener.getsockname()[1]}"}), flush=True)
    sys.stdin.read()
    os._exit(0)


main()
