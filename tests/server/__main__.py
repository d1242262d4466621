"""Runs the test service by hand: `python -m server --port 8765`, until Ctrl+C."""

from __future__ import annotations

import argparse
import signal
import threading

from server.app import TestServer
from server.behaviours import Flood
from server.speaking import Spoken


def main() -> None:
    parser = argparse.ArgumentParser(prog="server")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--key", default="", help="refuse every other key")
    parser.add_argument("--text", default="Hello from the test service. 你好。")
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each piece")
    parser.add_argument("--tokens", type=int, default=0, help="answer with so many words instead")
    parser.add_argument("--rate", type=float, default=None, help="of these, so many a second")
    parser.add_argument("--hum", type=float, default=0.0, help="speak, seconds for each letter")
    wanted = parser.parse_args()
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    with TestServer(key=wanted.key, port=wanted.port) as server:
        server.reply_with(wanted.text, delay=wanted.delay)
        if wanted.tokens:
            server.always(Flood(wanted.tokens, wanted.rate))
        if wanted.hum:
            server.models.append("test-tts")
            server.speaks = Spoken(pace=wanted.hum, is_plain=True)
        print(server.base_url, flush=True)
        ended.wait()


if __name__ == "__main__":
    main()
