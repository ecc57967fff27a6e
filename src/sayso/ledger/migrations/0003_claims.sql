-- Where an article lies among all: its vector, and the matter that it is part of. Made again by a regrouping.
CREATE TABLE matters (
    id {id},
    stale BOOLEAN NOT NULL
);

CREATE TABLE places (
    id {id},
    version_id BIGINT NOT NULL REFERENCES versions (id),
    reading_id BIGINT NOT NULL REFERENCES readings (id),
    matter_id BIGINT NOT NULL REFERENCES matters (id),
    month TEXT NOT NULL,
    at TEXT,
    point {bytes} NOT NULL,
    UNIQUE (version_id)
);
CREATE INDEX places_month ON places (month, id);
CREATE INDEX places_matter ON places (matter_id);

-- What a model makes of a statement by itself: 384 and 4 half floats.
CREATE TABLE sights (
    id {id},
    statement_id BIGINT NOT NULL REFERENCES statements (id),
    model TEXT NOT NULL,
    point {bytes} NOT NULL,
    positions {bytes} NOT NULL,
    UNIQUE (statement_id, model)
);

-- Claims as they stand, derived from statements and decisions alone. `data` holds origins and history.
CREATE TABLE claims (
    id {id},
    key TEXT NOT NULL UNIQUE,
    matter_id BIGINT NOT NULL REFERENCES matters (id),
    gloss TEXT NOT NULL,
    status TEXT NOT NULL,
    moved_at TEXT NOT NULL,
    data TEXT NOT NULL,
    live BOOLEAN NOT NULL
);
CREATE INDEX claims_moved ON claims (moved_at) WHERE live;
CREATE INDEX claims_matter ON claims (matter_id) WHERE live;

CREATE TABLE positions (
    id {id},
    claim_id BIGINT NOT NULL REFERENCES claims (id),
    statement TEXT NOT NULL,
    speaker TEXT NOT NULL,
    stance TEXT NOT NULL,
    UNIQUE (claim_id, statement)
);
CREATE INDEX positions_statement ON positions (statement);
CREATE INDEX positions_speaker ON positions (speaker);

-- Claims that became part of another, or fell into several, and why.
CREATE TABLE claim_log (
    id {id},
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    claim TEXT NOT NULL,
    other TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX claim_log_claim ON claim_log (claim);
