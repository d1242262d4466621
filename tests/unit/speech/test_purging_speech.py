"""What was deleted long ago goes, and the sounds that nobody needs any more go with it."""

from __future__ import annotations

import os

from speech_studio import SETTINGS

DAY = 86_400.0
OLD = "The first lamp was lit at five."
NEW = "The second lamp was lit at six."


def test_a_deleted_text_goes_after_a_month_and_its_sound_when_no_backup_needs_it(in_studio):
    async def work(studio):
        await studio.speak(OLD)
        await studio.speak(NEW)
        newer, older = await studio.service.history()
        now = studio.store._now()
        await studio.service.delete(older.id)
        await studio.service.purge()
        await studio.service.restore(older.id)
        assert len(await studio.service.history()) == 2
        await studio.service.delete(older.id)

        studio.store._now = studio.shelf._now = lambda: now + 31 * DAY
        await studio.service.purge()
        await studio.service.restore(older.id)
        assert [header.id for header in await studio.service.history()] == [newer.id]
        assert len(studio.files) == 2

        studio.shelf._now = lambda: now + 91 * DAY
        await studio.service.purge()
        assert len(studio.files) == 1
        kept = await studio.service.open(newer.id)
        assert kept.is_complete

    in_studio(work)


def test_a_sound_that_another_text_uses_stays(in_studio):
    async def work(studio):
        await studio.speak(OLD)
        await studio.speak(OLD)
        first, second = await studio.service.history()
        now = studio.store._now()
        await studio.service.delete(first.id)
        studio.store._now = studio.shelf._now = lambda: now + 100 * DAY
        await studio.service.purge()
        assert (await studio.service.open(second.id)).is_complete

    in_studio(work)


def test_what_a_crash_left_behind_goes_but_not_what_is_being_written(in_studio):
    async def work(studio):
        await studio.service.preview("Hello.", SETTINGS)
        folder = studio.paths.data / "speech"
        left, fresh = folder / "a.part", folder / "b.part"
        for file in (left, fresh):
            file.write_bytes(b"half")
        long_ago = studio.shelf._now() - 200 * DAY
        os.utime(left, (long_ago, long_ago))
        await studio.service.purge()
        assert not left.exists() and fresh.exists()
        assert len(studio.files) == 2

    in_studio(work)


def test_the_search_takes_every_sign_as_it_is(in_studio):
    async def work(studio):
        await studio.speak("It is 50% off, said Lamp_1!")
        await studio.speak("今晚我又听见了它。")
        for words, count in (("50%", 1), ("p_1", 1), ("!", 1), ("听", 1), ("x%", 0), ("", 2)):
            assert len(await studio.service.history(words)) == count, words

    in_studio(work)
