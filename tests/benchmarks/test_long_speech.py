"""A text of a million characters in the Speech tab: how alive the window stays.

The service speaks in a process of its own, so that what is measured is ours. Order and highlighting
are checked; times are printed beside their limits and never judged.
"""

from __future__ import annotations

import time

from speech_desk import desk as desk
from speech_studio import paths as paths
from window_gaps import Gaps
from window_gaps import server as server

LENGTH = 1_000_000
GAP_LIMIT = 50
SENTENCE = (
    "Lamp {number} was lit at a quarter past five, and nobody saw it. 今晚第{number}盏灯亮了。"
)


def long_text() -> str:
    parts, size, number = [], 0, 0
    while size < LENGTH:
        number += 1
        part = SENTENCE.format(number=number) + ("\n\n" if number % 5 == 0 else " ")
        parts.append(part)
        size += len(part)
    return "".join(parts)[:LENGTH]


def test_a_text_of_a_million_characters_leaves_the_window_alive(desk, qtbot):
    desk.start()
    desk.page.show()
    qtbot.waitExposed(desk.page)
    text = long_text()
    gaps = Gaps(desk.page)
    told: dict[str, tuple[float, float]] = {}

    def settled() -> None:
        desk.until(lambda: desk.job is not None and not desk.maker.is_running)

    told["opening the text"] = gaps.during(lambda: desk.write(text))
    qtbot.waitUntil(lambda: gaps.worst > 0)
    told["typing a letter"] = gaps.during(lambda: qtbot.keyClicks(desk.page.editor, "Oh. "))
    gaps.reset()
    desk.part("speech.speak").click()
    begun = time.perf_counter()
    qtbot.waitUntil(lambda: desk.job is not None and not desk.maker.is_running, timeout=240_000)
    told["making all of it"] = gaps.told
    seconds = time.perf_counter() - begun
    job = desk.job
    assert job.is_complete
    assert "".join(job.text[piece.start : piece.end] for piece in job.pieces) == job.text

    listener, seen, cost, work = desk.presenter._listener, [], [], []
    listener.spoken.connect(seen.append)
    for begins in list(listener._begins)[:: len(listener._begins) // 400]:
        start, spent = time.perf_counter(), time.thread_time()
        listener._show_time(begins + 0.001)
        cost.append(time.perf_counter() - start)
        work.append(time.thread_time() - spent)
    spans = [span for span in seen if span is not None]
    assert spans == sorted(spans)
    assert all(job.text[start:end].strip() == job.text[start:end] for start, end in spans)
    told["marking a sentence"] = (max(cost) * 1000, max(work) * 1000)
    middle = spans[len(spans) // 2]
    told["clicking a sentence"] = gaps.during(lambda: desk.page.editor.pressed_at.emit(middle[0]))
    assert desk.page.editor._spoken == middle
    gaps.stop()
    print(f"\n{len(text)} characters, {len(job.pieces)} pieces, made in {seconds:.1f} s")
    for name, (away, worked) in told.items():
        print(
            f"Worst gap while {name}: {away:.0f} ms, {worked:.0f} ms of them its own work "
            f"(limit {GAP_LIMIT} ms)"
        )
