"""A recording goes in, its words come out; nothing is sent twice, nothing is lost."""

from __future__ import annotations

from gptdesk.domain.transcription import (
    JobStarted,
    JobState,
    PiecesCut,
    PieceState,
    SegmentsArrived,
)
from transcription_studio import talk, words_of


def test_a_short_recording_goes_as_one_piece(in_studio, server):
    samples, words = talk(8)

    async def work(studio):
        events, job = await studio.write_down(samples)
        assert words_of(job) == words
        assert job.state is JobState.DONE
        assert [piece.state for piece in job.pieces] == [PieceState.READY]
        assert isinstance(events[0], JobStarted)
        assert [e.position for e in events if isinstance(e, SegmentsArrived)] == [0]
        assert any(isinstance(event, PiecesCut) for event in events)
        assert studio.files == []

    in_studio(work)
    assert len(server.requests) == 1


def test_a_long_one_is_cut_in_its_silences_and_stays_in_order(in_studio, server):
    samples, words = talk(130)

    async def work(studio):
        _, job = await studio.write_down(samples)
        assert words_of(job) == words
        assert len(job.pieces) > 4
        assert all(piece.end - piece.start <= 20 for piece in job.pieces)
        assert all(piece.overlap == 0 for piece in job.pieces)

    in_studio(work, longest=20.0)
