"""The transcript's model says what the conversation says, and asks for what it has not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from gptdesk.domain.messages import ChatMessage, MessageHeader, MessageState, Role
from gptdesk.ui.chat.transcript.model import Role as DataRole
from gptdesk.ui.chat.transcript.model import TranscriptModel


def said(position: int, text: str, role: Role = Role.USER, **more: object) -> ChatMessage:
    return ChatMessage(f"m{position}", "c", position, role, text, **more)  # type: ignore[arg-type]


@pytest.fixture
def model(qapp: object) -> TranscriptModel:
    model = TranscriptModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def texts(model: TranscriptModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def header(position: int) -> MessageHeader:
    return MessageHeader(f"m{position}", position, Role.USER, 10, MessageState.DONE)


def test_each_row_is_the_text_of_a_message_oldest_first(model: TranscriptModel) -> None:
    model.reset([said(0, "Hi"), said(1, "**Hello**", Role.ASSISTANT)])
    model.append(said(2, " spaces  stay "))
    assert texts(model) == ["Hi", "**Hello**", " spaces  stay "]


def test_the_last_answer_grows(model: TranscriptModel) -> None:
    model.reset([said(0, "Hi"), said(1, "", Role.ASSISTANT)])
    changed = QSignalSpy(model.dataChanged)
    model.extend_reasoning("Hm")
    model.extend_last("One ")
    model.extend_last("two")
    assert texts(model)[1] == "One two"
    assert model.index(1).data(DataRole.REASONING) == "Hm"
    assert {changed.at(n)[0].row() for n in range(changed.count())} == {1}
    assert int(DataRole.TAIL) in changed.at(2)[2]


def test_a_new_version_takes_the_place_of_the_one_before(model: TranscriptModel) -> None:
    model.reset([said(0, "Hi"), said(1, "One", Role.ASSISTANT)])
    model.append(ChatMessage("other", "c", 1, Role.ASSISTANT, "Two", version=2, versions=2))
    assert texts(model) == ["Hi", "Two"]
    assert (model.row_of("other"), model.row_of("m1")) == (1, -1)
    model.replace(said(1, "One", Role.ASSISTANT, versions=2))
    assert (texts(model)[1], model.row_of("m1")) == ("One", 1)


def test_a_message_can_be_taken_back(model: TranscriptModel) -> None:
    model.reset([said(0, "a"), said(1, "b"), said(2, "c")])
    model.remove("m1")
    model.remove("unknown")
    assert texts(model) == ["a", "c"]
    assert model.row_of("m2") == 1


def test_texts_are_asked_for_once(model: TranscriptModel) -> None:
    model.reset([header(n) for n in range(10)])
    wanted = QSignalSpy(model.bodies_wanted)
    model.want(2, 4)
    model.want(3, 20)
    model.want(0, 9)
    assert [wanted.at(n) for n in range(wanted.count())] == [[2, 4], [5, 9], [0, 1]]


def test_texts_are_asked_for_again_when_loading_failed(model: TranscriptModel) -> None:
    model.reset([header(0)])
    wanted = QSignalSpy(model.bodies_wanted)
    model.want(0, 0)
    model.forget_wants()
    model.want(0, 0)
    assert wanted.count() == 2


def test_reading_a_text_that_is_not_here_fetches_it(model: TranscriptModel) -> None:
    model.reset([header(n) for n in range(5)])
    model.bodies_wanted.connect(
        lambda first, last: model.set_bodies([said(n, f"text {n}") for n in range(first, last + 1)])
    )
    assert texts(model) == [""] * 5
    QCoreApplication.processEvents()
    assert texts(model) == [f"text {n}" for n in range(5)]


def test_a_text_that_comes_late_does_not_undo_what_happened_meanwhile(
    model: TranscriptModel,
) -> None:
    model.reset([header(0)])
    model.replace(said(0, "new"))
    model.set_bodies([said(0, "old"), said(7, "of another conversation")])
    assert texts(model) == ["new"]


def test_roles_tell_what_is_known_without_the_text(model: TranscriptModel) -> None:
    model.reset([header(0)])
    index = model.index(0)
    assert index.data(DataRole.ID) == "m0"
    assert index.data(DataRole.SPEAKER) == Role.USER
    assert index.data(DataRole.STATE) == MessageState.DONE
    assert index.data(DataRole.IS_LOADED) is False
    assert index.data(DataRole.MESSAGE) is None
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_a_row_is_found_by_its_position_though_positions_have_gaps(
    model: TranscriptModel,
) -> None:
    model.reset([header(0), header(3), header(4)])
    assert [model.row_at(n) for n in range(6)] == [0, -1, -1, 1, 2, -1]


def test_cost_and_state_are_told_to_those_who_look(model: TranscriptModel) -> None:
    model.reset([said(0, "a", Role.ASSISTANT)])
    model.set_cost("m0", "$0.01")
    model.set_state("m0", MessageState.INTERRUPTED, "cut")
    index = model.index(0)
    assert index.data(DataRole.COST) == "$0.01"
    assert index.data(DataRole.STATE) == MessageState.INTERRUPTED
    assert index.data(DataRole.PROBLEM) == "cut"
