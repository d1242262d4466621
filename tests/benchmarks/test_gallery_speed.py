"""How long ten thousand pictures take to list, to search and to walk through."""

from __future__ import annotations

import asyncio
import json
import time

from gptdesk.domain.attachments import Attachment
from gptdesk.domain.gallery import PictureQuery
from gptdesk.domain.images import PictureRecord, PictureSettings
from gptdesk.storage.media import Media
from gptdesk.storage.opening import open_database
from gptdesk.storage.paths import Paths
from gptdesk.storage.picture_rows import add
from gptdesk.storage.pictures import Pictures

PICTURES = 10_000
WORDS = "a small red cabin by a mountain lake 一只在月光下奔跑的狐狸 gouache calm morning".split()


def picture(number: int) -> PictureRecord:
    file = Attachment(f"{number:064x}", "image/png", 1536, 1024, 2_000_000)
    prompt = " ".join(WORDS[(number + one) % len(WORDS)] for one in range(40))
    settings = PictureSettings("c", f"m{number % 3}", "1536x1024", "high")
    return PictureRecord(f"p{number}", file, 1e9 + number, prompt=prompt, settings=settings)


def fill(connection) -> None:
    for number in range(PICTURES):
        add(connection, picture(number), is_whole=True)


def test_ten_thousand_pictures(tmp_path, record_property):
    async def work() -> dict[str, float]:
        paths = Paths.for_profile(tmp_path)
        database = (await open_database(paths)).database
        gallery = Pictures(database, Media(paths.media, database))
        await database.run(fill)
        times = {}

        async def timed(name, question):
            begin = time.perf_counter()
            result = await question
            times[name] = round((time.perf_counter() - begin) * 1000, 1)
            return result

        headers = await timed("headers_ms", gallery.headers(PictureQuery()))
        await timed("count_ms", gallery.count(PictureQuery()))
        await timed("search_ms", gallery.headers(PictureQuery(text="狐狸 cabin")))
        await timed("page_of_100_ms", gallery.page(PictureQuery(), headers[5000].id))
        await timed("records_of_40_ms", gallery.records([one.id for one in headers[:40]]))
        await timed("models_ms", gallery.models())
        database.close()
        assert len(headers) == PICTURES
        return times

    for name, value in (found := asyncio.run(work())).items():
        record_property(name, value)
    print(json.dumps(found))
