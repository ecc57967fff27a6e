-- What was fetched, as it came. `data` is compressed by zlib, `digest` is that of address and bytes together.
CREATE TABLE documents (
    id {id},
    digest TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    name TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    headers TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    data {bytes} NOT NULL
);

CREATE TABLE articles (
    id {id},
    url TEXT NOT NULL,
    added_at TEXT NOT NULL
);

-- All addresses that lead to an article; `key` is what equal addresses have in common.
CREATE TABLE addresses (
    id {id},
    key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    article_id BIGINT NOT NULL REFERENCES articles (id),
    added_at TEXT NOT NULL
);
CREATE INDEX addresses_article ON addresses (article_id);

-- `key` is the id that people see. `at` is when the outlet published or updated it, else when it was fetched, in UTC.
-- `names` are the names in the text, by which speakers of one name are told apart.
CREATE TABLE versions (
    id {id},
    key TEXT NOT NULL UNIQUE,
    article_id BIGINT NOT NULL REFERENCES articles (id),
    document_id BIGINT REFERENCES documents (id),
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    url TEXT NOT NULL,
    outlet TEXT,
    title TEXT,
    byline TEXT,
    published TEXT,
    updated TEXT,
    language TEXT,
    credits TEXT NOT NULL,
    notes TEXT NOT NULL,
    names TEXT NOT NULL,
    at TEXT NOT NULL,
    added_at TEXT NOT NULL,
    UNIQUE (article_id, sha256)
);
CREATE INDEX versions_document ON versions (document_id);

-- A later reading of a version supersedes the earlier one, which stays.
CREATE TABLE readings (
    id {id},
    version_id BIGINT NOT NULL REFERENCES versions (id),
    model TEXT NOT NULL,
    code TEXT NOT NULL,
    read_at TEXT NOT NULL,
    superseded_at TEXT
);
CREATE INDEX readings_version ON readings (version_id);
CREATE UNIQUE INDEX readings_live ON readings (version_id) WHERE superseded_at IS NULL;

-- What people decided. A decision that is undone stays, and the undoing is one, too.
CREATE TABLE decisions (
    id {id},
    kind TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    data TEXT NOT NULL,
    after_reading BIGINT NOT NULL,
    undone_by BIGINT REFERENCES decisions (id)
);

-- The speakers across all articles. `slug` and `number` make the id that people see.
CREATE TABLE speakers (
    id {id},
    slug TEXT NOT NULL,
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    heard_by TEXT,
    added_at TEXT NOT NULL,
    UNIQUE (slug, number)
);

-- A speaker as one reading has it.
CREATE TABLE appearances (
    id {id},
    reading_id BIGINT NOT NULL REFERENCES readings (id),
    local TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    aliases TEXT NOT NULL,
    roles TEXT NOT NULL,
    heard_by TEXT,
    anonymity TEXT,
    UNIQUE (reading_id, local)
);

-- Which speaker an appearance is one of, and why.
CREATE TABLE links (
    id {id},
    appearance_id BIGINT NOT NULL REFERENCES appearances (id),
    speaker_id BIGINT NOT NULL REFERENCES speakers (id),
    reason TEXT NOT NULL,
    decision_id BIGINT REFERENCES decisions (id),
    linked_at TEXT NOT NULL,
    live BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX links_live ON links (appearance_id) WHERE live;
CREATE INDEX links_appearance ON links (appearance_id, live);
CREATE INDEX links_speaker ON links (speaker_id, live);
CREATE INDEX links_decision ON links (decision_id);

-- Speakers that turned out to be one: `speaker_id` is another name of `into_id`.
CREATE TABLE merges (
    id {id},
    speaker_id BIGINT NOT NULL REFERENCES speakers (id),
    into_id BIGINT NOT NULL REFERENCES speakers (id),
    reason TEXT NOT NULL,
    decision_id BIGINT REFERENCES decisions (id),
    merged_at TEXT NOT NULL,
    live BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX merges_live ON merges (speaker_id) WHERE live;
CREATE INDEX merges_decision ON merges (decision_id);

-- An index over the names of linked appearances, made again when links change. `key` is the name as it is looked up,
-- `sound` what names that may be one have in common.
CREATE TABLE names (
    id {id},
    speaker_id BIGINT NOT NULL REFERENCES speakers (id),
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    sound TEXT,
    uses BIGINT NOT NULL,
    UNIQUE (speaker_id, name)
);
CREATE INDEX names_key ON names (key);
CREATE INDEX names_sound ON names (sound);

-- `key` is the id that people see: the version's and where the content begins and ends. Offsets are code points.
CREATE TABLE statements (
    id {id},
    reading_id BIGINT NOT NULL REFERENCES readings (id),
    key TEXT NOT NULL,
    form TEXT NOT NULL,
    act TEXT NOT NULL,
    source_start BIGINT,
    source_end BIGINT,
    cue_start BIGINT,
    cue_end BIGINT,
    content TEXT NOT NULL,
    appearance_id BIGINT NOT NULL REFERENCES appearances (id),
    said_date TEXT,
    said_start BIGINT,
    said_end BIGINT,
    hedged BOOLEAN NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    candidates TEXT NOT NULL,
    why TEXT,
    quoted TEXT,
    words TEXT NOT NULL,
    UNIQUE (reading_id, key)
);
CREATE INDEX statements_key ON statements (key);
CREATE INDEX statements_appearance ON statements (appearance_id);
CREATE INDEX statements_quoted ON statements (quoted) WHERE quoted IS NOT NULL;

CREATE TABLE carriers (
    id {id},
    statement_id BIGINT NOT NULL REFERENCES statements (id),
    place BIGINT NOT NULL,
    appearance_id BIGINT NOT NULL REFERENCES appearances (id),
    UNIQUE (statement_id, place)
);
CREATE INDEX carriers_appearance ON carriers (appearance_id);
