-- Feeds that are watched. Times are in seconds since 1970; `next_at` is null where nobody asks again.
CREATE TABLE feeds (
    id {id},
    url TEXT NOT NULL UNIQUE,
    title TEXT,
    etag TEXT,
    modified TEXT,
    next_at BIGINT,
    failures BIGINT NOT NULL,
    problem TEXT
);

-- Pages that feeds have named; `key` is what equal addresses have in common.
CREATE TABLE pages (
    id {id},
    key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    etag TEXT,
    modified TEXT,
    found_at BIGINT NOT NULL,
    next_at BIGINT,
    visits BIGINT NOT NULL,
    failures BIGINT NOT NULL
);
CREATE INDEX pages_next ON pages (next_at);

-- What hosts let robots do, until it is `stale`; `body` is null where that is nothing.
CREATE TABLE robots (
    id {id},
    origin TEXT NOT NULL UNIQUE,
    body TEXT,
    stale BIGINT NOT NULL,
    etag TEXT,
    modified TEXT
);

-- Hosts that asked to be left alone.
CREATE TABLE hosts (
    id {id},
    name TEXT NOT NULL UNIQUE,
    free_at BIGINT NOT NULL
);
