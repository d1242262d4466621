"""How far a job is, as a number and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gptdesk.domain.images import JobState

if TYPE_CHECKING:
    from gptdesk.ui.images.presenting.making import LiveJob

translate = QCoreApplication.translate


def fraction_of(live: LiveJob) -> float | None:
    """From 0 to 1; None where nobody can know it."""
    wanted = max(1, live.job.order.settings.count)
    done = len(live.job.pictures)
    if live.partials:
        return min(0.97, (done + live.partial / (live.partials + 1)) / wanted)
    return done / wanted if done else None


def state_text(live: LiveJob, seconds: float, *, is_short: bool = False) -> str:
    """For the stage, or short for a tile."""
    job = live.job
    match job.state:
        case JobState.QUEUED:
            if job.before:
                return translate("Images", "%n before it", "jobs in a queue", job.before)
            return translate("Images", "Waits")
        case JobState.FAILED:
            return translate("Images", "Did not work")
        case JobState.STOPPED:
            return translate("Images", "Stopped")
    text = _forming(live)
    if is_short or seconds < 1:
        return text
    after = translate("Images", "{state} · {seconds} s")
    return after.format(state=text, seconds=round(seconds))


def _forming(live: LiveJob) -> str:
    wanted, done = live.job.order.settings.count, len(live.job.pictures)
    if wanted > 1 and done:
        text = translate("Images", "{number} of {count} are there")
        return text.format(number=done, count=wanted)
    if live.partials and live.partial:
        text = translate("Images", "Forming, {number} of {count}")
        return text.format(number=live.partial, count=live.partials)
    return translate("Images", "Forming…")
