-- What was sent along with a message, or is attached to a draft (then message is NULL). The bytes
-- lie in the media folder under their hash.
CREATE TABLE attachments (
    number INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations (number) ON DELETE CASCADE,
    message INTEGER REFERENCES messages (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    media TEXT NOT NULL,
    kind TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    name TEXT NOT NULL
);

CREATE INDEX attachments_places ON attachments (conversation, message, place);

CREATE INDEX attachments_messages ON attachments (message);

CREATE INDEX attachments_media ON attachments (media);

-- Files of the media folder that nothing needs any more, and since when.
CREATE TABLE media_orphans (
    file TEXT PRIMARY KEY,
    since REAL NOT NULL
) WITHOUT ROWID;

ALTER TABLE conversations ADD COLUMN preview_pictures INTEGER NOT NULL DEFAULT 0;
