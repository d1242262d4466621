"""Transcripts for tests."""

from __future__ import annotations

from pathlib import Path

from gptdesk.domain.transcription import (
    JobState,
    Piece,
    PieceState,
    Recording,
    Segment,
    TranscriptionJob,
    TranscriptionSettings,
    Word,
)

MEETING = (
    Segment(1, 0.5, 4.0, "先说第一件事，楼下的充电棚。", "A", 0.9),
    Segment(2, 4.0, 9.0, "上个月登记了四十一辆电动车，棚里只有二十四个位子。", "A", 0.8),
    Segment(3, 9.2, 12.0, "Let me add one thing.", "B", words=(
        Word(9.2, 9.6, "Let"), Word(9.6, 9.9, " me"), Word(10.0, 10.4, " add"),
        Word(10.5, 10.9, " one"), Word(11.0, 11.8, " thing.", 0.5))),
    Segment(4, 12.0, 13.0, "=1+1", "B", is_edited=True),
    Segment(5, 20.0, 21.0, "- <b>不</b> & *so*", "", has_own_times=False),
)  # fmt: skip
NAMES = {"A": "张老师", "B": "Ben"}


def meeting(segments: tuple[Segment, ...] = MEETING) -> TranscriptionJob:
    """Two of three pieces are heard."""
    return TranscriptionJob(
        "m",
        "社区议事会 #11",
        Recording(Path("somebody", "议事会.m4a"), 30.0, 100),
        TranscriptionSettings("c", "whisper-1"),
        1_700_000_000.0,
        JobState.WORKING,
        pieces=(
            Piece(0, 0, 10, state=PieceState.READY),
            Piece(1, 10, 20, state=PieceState.SILENT),
            Piece(2, 20, 30, state=PieceState.SENDING),
        ),
        segments=segments,
        speakers=dict(NAMES),
        language="zh",
    )
