-- What an answer cost, in US dollars; NULL where the price was not known, 0 where it was free.
ALTER TABLE messages ADD COLUMN cached_tokens INTEGER;
ALTER TABLE messages ADD COLUMN reasoning_tokens INTEGER;
ALTER TABLE messages ADD COLUMN cost REAL;

-- One row for each request that used something, also for those that were stopped or failed. It
-- names conversations and messages by their ids and outlives them: what was paid stays paid.
CREATE TABLE usage (
    number INTEGER PRIMARY KEY,
    at REAL NOT NULL,
    task TEXT NOT NULL,
    connection_id TEXT NOT NULL,
    service TEXT NOT NULL,
    model TEXT NOT NULL,
    input_tokens INTEGER,
    output_tokens INTEGER,
    cached_tokens INTEGER NOT NULL,
    reasoning_tokens INTEGER NOT NULL,
    picture_input INTEGER NOT NULL,
    picture_output INTEGER NOT NULL,
    audio_input INTEGER NOT NULL,
    audio_output INTEGER NOT NULL,
    seconds REAL NOT NULL,
    characters INTEGER NOT NULL,
    pictures INTEGER NOT NULL,
    picture_kind TEXT NOT NULL,
    cost REAL,
    is_free INTEGER NOT NULL,
    is_estimate INTEGER NOT NULL,
    price_as_of TEXT NOT NULL,
    conversation_id TEXT NOT NULL,
    message_id TEXT NOT NULL
);

CREATE INDEX usage_at ON usage (at);

CREATE INDEX usage_conversation ON usage (conversation_id);

CREATE INDEX usage_model ON usage (model, service, number);
