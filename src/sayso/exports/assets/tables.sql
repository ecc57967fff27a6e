CREATE TABLE articles (
    id TEXT PRIMARY KEY, version INTEGER, url TEXT, outlet TEXT, title TEXT, byline TEXT, published TEXT, updated TEXT,
    language TEXT, text TEXT
);
CREATE TABLE speakers (id TEXT PRIMARY KEY, name TEXT, kind TEXT, heard_by TEXT, aliases TEXT);
CREATE TABLE statements (
    id TEXT PRIMARY KEY, article TEXT REFERENCES articles (id), speaker TEXT REFERENCES speakers (id), via TEXT,
    form TEXT, act TEXT, source TEXT, cue TEXT, content TEXT, "start" INTEGER, "end" INTEGER, said TEXT,
    hedged INTEGER, confidence REAL
);
CREATE INDEX statements_article ON statements (article);
CREATE INDEX statements_speaker ON statements (speaker);
CREATE VIRTUAL TABLE statements_words USING fts5 (
    content, source, content = 'statements', tokenize = 'porter unicode61'
);
CREATE TABLE claims (
    id TEXT PRIMARY KEY, gloss TEXT, status TEXT, origins INTEGER, "by" TEXT, reason TEXT, moved TEXT
);
CREATE TABLE positions (
    claim TEXT REFERENCES claims (id), statement TEXT REFERENCES statements (id), speaker TEXT REFERENCES speakers (id),
    stance TEXT, origin TEXT, PRIMARY KEY (claim, statement)
);
CREATE INDEX positions_statement ON positions (statement);
CREATE TABLE origins (
    claim TEXT REFERENCES claims (id), id TEXT, name TEXT, kind TEXT, heard_by TEXT, withdrawn INTEGER,
    undetermined INTEGER, articles TEXT, reasons TEXT, PRIMARY KEY (claim, id)
);
CREATE TABLE history (
    claim TEXT REFERENCES claims (id), article TEXT REFERENCES articles (id), at TEXT, status TEXT, origins INTEGER,
    "by" TEXT, reason TEXT
);
CREATE INDEX history_claim ON history (claim);

CREATE VIEW who_said_what AS
SELECT speakers.name AS speaker, statements.act, statements.content, articles.outlet, articles.published, articles.url,
       statements.id AS statement
FROM statements
JOIN speakers ON speakers.id = statements.speaker
JOIN articles ON articles.id = statements.article;

CREATE VIEW who_is_for_and_against AS
SELECT claims.gloss AS claim, claims.status, positions.stance, speakers.name AS speaker, statements.content,
       articles.outlet, articles.published, articles.url, claims.id AS claim_id
FROM positions
JOIN claims ON claims.id = positions.claim
JOIN statements ON statements.id = positions.statement
JOIN speakers ON speakers.id = statements.speaker
JOIN articles ON articles.id = statements.article;
