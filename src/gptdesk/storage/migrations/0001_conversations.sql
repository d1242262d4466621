-- Marks the file as ours ("gptd"), so that another program's database is never restored.
PRAGMA application_id = 0x67707464;

CREATE TABLE conversations (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_is_automatic INTEGER NOT NULL,
    is_pinned INTEGER NOT NULL,
    created REAL NOT NULL,
    updated REAL NOT NULL,
    preview TEXT NOT NULL,
    message_count INTEGER NOT NULL,
    draft TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    model TEXT NOT NULL,
    trouble TEXT NOT NULL,
    deleted REAL
);

-- The texts come last: what stands behind a long text costs a walk through its pages.
CREATE TABLE messages (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversations (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    is_active INTEGER NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    created REAL NOT NULL,
    model TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    finish TEXT NOT NULL,
    problem TEXT NOT NULL,
    seconds REAL,
    input_tokens INTEGER,
    output_tokens INTEGER,
    length INTEGER NOT NULL,
    text TEXT NOT NULL,
    reasoning TEXT NOT NULL
);

CREATE UNIQUE INDEX messages_versions ON messages (conversation, position, version);

-- Holds all that a header shows, so that ten thousand of them are read without their texts.
CREATE INDEX messages_headers ON messages (
    conversation, is_active, position, id, role, length, state
);

CREATE INDEX messages_streaming ON messages (state) WHERE state = 'streaming';

-- Answers while they grow. Nothing but the row number is indexed: it is written every second.
CREATE TABLE drafts (
    message INTEGER PRIMARY KEY REFERENCES messages (number) ON DELETE CASCADE,
    text TEXT NOT NULL,
    reasoning TEXT NOT NULL
);

-- The words of messages.text under the same row number, made by domain/search.py. Without a copy of
-- the text: a row is taken out by giving the old words again.
CREATE VIRTUAL TABLE message_words USING fts5 (
    words, content = '', tokenize = "ascii tokenchars '+#'"
);

-- Small facts about the database itself.
CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
