"""Jobs wait in line, and a place that is given up is not lost for the others."""

from __future__ import annotations

import asyncio

import pytest

from gptdesk.services.image_turns import Turns


class Line:
    """Somebody in line: where they stand, and whether it is their turn."""

    def __init__(self, turns, name="c"):
        self.places: list[int] = []
        self.is_served = False
        self.leave = asyncio.Event()
        self.task = asyncio.create_task(self._wait(turns, name))

    async def _wait(self, turns, name):
        async with turns.turn(name, self.places.append):
            self.is_served = True
            await self.leave.wait()


async def settle():
    for _ in range(10):
        await asyncio.sleep(0)


def served(people):
    return [one.is_served for one in people]


async def end(people):
    for one in people:
        one.task.cancel()
    await asyncio.gather(*(one.task for one in people), return_exceptions=True)


def test_each_connection_has_a_line_of_its_own():
    async def work():
        turns = Turns(1)
        people = [Line(turns, "a"), Line(turns, "b"), Line(turns, "a")]
        await settle()
        assert served(people) == [True, True, False] and people[2].places == [1]
        await end(people)

    asyncio.run(work())


def test_they_are_served_in_the_order_in_which_they_came():
    async def work():
        turns = Turns(2)
        people = [Line(turns) for _ in range(5)]
        await settle()
        assert [one.places for one in people] == [[], [], [1], [2], [3]]
        people[1].leave.set()
        await settle()
        assert served(people) == [True, True, True, False, False]
        assert people[4].places == [3, 2]
        await end(people)

    asyncio.run(work())


@pytest.mark.parametrize("who", [2, 3])
def test_who_leaves_the_line_lets_the_others_move_up(who):
    async def work():
        turns = Turns(2)
        people = [Line(turns) for _ in range(5)]
        await settle()
        people[who].task.cancel()
        await settle()
        assert people[4].places == [3, 2]
        people[0].leave.set()
        people[1].leave.set()
        await settle()
        assert served(people)[4]
        await end(people)

    asyncio.run(work())


def test_a_turn_that_is_given_to_somebody_who_just_left_goes_to_the_next():
    async def work():
        turns = Turns(1)
        people = [Line(turns) for _ in range(3)]
        await settle()
        people[0].leave.set()
        await asyncio.sleep(0)  # the second is called now
        people[1].task.cancel()
        await settle()
        assert people[2].is_served
        people[2].leave.set()
        await settle()
        late = Line(turns)
        await settle()
        assert late.is_served
        await end([*people, late])

    asyncio.run(work())
