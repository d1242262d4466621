-- A recording that is written down. `recording` is the path of its file, `beginning` its first words.
CREATE TABLE transcription_jobs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created REAL NOT NULL,
    state TEXT NOT NULL,
    problem TEXT NOT NULL,
    recording TEXT NOT NULL,
    is_ours INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    seconds REAL NOT NULL,
    language TEXT NOT NULL,
    settings TEXT NOT NULL,
    speakers TEXT NOT NULL,
    beginning TEXT NOT NULL,
    deleted REAL
);

-- `cost` is in US dollars, NULL where the price was not known.
CREATE TABLE transcription_pieces (
    job INTEGER NOT NULL REFERENCES transcription_jobs (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start REAL NOT NULL,
    end REAL NOT NULL,
    overlap REAL NOT NULL,
    state TEXT NOT NULL,
    problem TEXT NOT NULL,
    cost REAL,
    PRIMARY KEY (job, position)
) WITHOUT ROWID;

-- The text comes last: what stands behind a long text costs a walk through its pages.
CREATE TABLE transcription_segments (
    number INTEGER PRIMARY KEY,
    job INTEGER NOT NULL REFERENCES transcription_jobs (number) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    start REAL NOT NULL,
    end REAL NOT NULL,
    speaker TEXT NOT NULL,
    confidence REAL,
    has_own_times INTEGER NOT NULL,
    is_edited INTEGER NOT NULL,
    text TEXT NOT NULL,
    words TEXT NOT NULL
);

CREATE UNIQUE INDEX transcription_segments_ids ON transcription_segments (job, id);

-- The words of transcription_segments.text under the same row number, as message_words.
CREATE VIRTUAL TABLE transcription_words USING fts5 (
    words, content = '', tokenize = "ascii tokenchars '+#'"
);

-- How the next recording is to be written down.
CREATE TABLE transcription_draft (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    settings TEXT NOT NULL
);
