"""Fails a test that logs a warning or worse, unless it says that it expects to."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest


class Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    collector = Collector()
    collector.setFormatter(
        logging.Formatter("%(levelname)s %(name)s (%(filename)s:%(lineno)d) %(message)s")
    )
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    if collector.lines and not request.node.get_closest_marker("expects_log"):
        lines = "\n".join(collector.lines)
        pytest.fail(f"logged, without the marker expects_log:\n{lines}", pytrace=False)
