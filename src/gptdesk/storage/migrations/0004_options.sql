-- What the person set for the answers of a conversation, as JSON; empty where nothing is set.
ALTER TABLE conversations ADD COLUMN options TEXT NOT NULL DEFAULT '';
