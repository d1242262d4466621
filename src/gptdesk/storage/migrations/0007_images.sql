-- Pictures of the gallery; their bytes lie in the media folder. A row that is not whole was written
-- down before its file, and the app ended in between. The texts come last.
CREATE TABLE pictures (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    media TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    created REAL NOT NULL,
    origin TEXT NOT NULL,
    way TEXT NOT NULL,
    service TEXT NOT NULL,
    model TEXT NOT NULL,
    cost REAL,
    is_free INTEGER NOT NULL,
    seconds REAL NOT NULL,
    is_favourite INTEGER NOT NULL,
    is_unfinished INTEGER NOT NULL,
    is_whole INTEGER NOT NULL,
    deleted REAL,
    job TEXT NOT NULL,
    name TEXT NOT NULL,
    mask TEXT NOT NULL,
    settings TEXT NOT NULL,
    words TEXT NOT NULL,
    prompt TEXT NOT NULL,
    revised_prompt TEXT NOT NULL
);

CREATE INDEX pictures_wall ON pictures (
    deleted, created DESC, number DESC,
    is_whole, id, media, media_type, width, height, is_favourite, origin
);

CREATE INDEX pictures_media ON pictures (media);

CREATE INDEX pictures_jobs ON pictures (job);

CREATE INDEX pictures_models ON pictures (model, service);

CREATE INDEX pictures_halves ON pictures (is_whole) WHERE is_whole = 0;

CREATE TABLE picture_parents (
    child INTEGER NOT NULL REFERENCES pictures (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    parent INTEGER NOT NULL REFERENCES pictures (number) ON DELETE CASCADE,
    PRIMARY KEY (child, place)
) WITHOUT ROWID;

CREATE INDEX picture_children ON picture_parents (parent);

CREATE TABLE picture_collections (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created REAL NOT NULL,
    deleted REAL
);

CREATE TABLE picture_collected (
    collection INTEGER NOT NULL REFERENCES picture_collections (number) ON DELETE CASCADE,
    picture INTEGER NOT NULL REFERENCES pictures (number) ON DELETE CASCADE,
    PRIMARY KEY (collection, picture)
) WITHOUT ROWID;

CREATE INDEX picture_collected_pictures ON picture_collected (picture);

-- What was asked for. The order is JSON with its prompt, settings, references and mask.
CREATE TABLE image_jobs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created REAL NOT NULL,
    state TEXT NOT NULL,
    problem TEXT NOT NULL,
    is_dismissed INTEGER NOT NULL DEFAULT 0,
    ordered TEXT NOT NULL
);

CREATE INDEX image_jobs_open ON image_jobs (is_dismissed, state);

-- What is being written, one order for each way.
CREATE TABLE image_drafts (
    way TEXT PRIMARY KEY,
    ordered TEXT NOT NULL
) WITHOUT ROWID;

-- Files that orders need: references, masks and marks.
CREATE TABLE image_files (
    owner TEXT NOT NULL,
    media TEXT NOT NULL,
    PRIMARY KEY (owner, media)
) WITHOUT ROWID;
