-- A finished piece of speech. Its file lies in the folder "speech"; the key names text, voice and
-- settings, so that the same thing is never made twice. Peaks are loudness, one byte each.
CREATE TABLE speech_sounds (
    key TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    kind TEXT NOT NULL,
    seconds REAL NOT NULL,
    created REAL NOT NULL,
    peaks BLOB NOT NULL
);

-- The text comes last: what stands behind a long text costs a walk through its pages.
CREATE TABLE speech_jobs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created REAL NOT NULL,
    state TEXT NOT NULL,
    problem TEXT NOT NULL,
    settings TEXT NOT NULL,
    characters INTEGER NOT NULL,
    deleted REAL,
    text TEXT NOT NULL
);

CREATE TABLE speech_pieces (
    job INTEGER NOT NULL REFERENCES speech_jobs (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (job, position)
) WITHOUT ROWID;

CREATE INDEX speech_pieces_keys ON speech_pieces (key);

-- What stands in the editor now, and how it is to be spoken.
CREATE TABLE speech_draft (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    settings TEXT NOT NULL,
    text TEXT NOT NULL
);

-- Words that are to be said in another way than they are written.
CREATE TABLE speech_words (
    position INTEGER PRIMARY KEY,
    written TEXT NOT NULL,
    spoken TEXT NOT NULL
);
