-- Names of speakers and titles of articles, by their words and the beginnings of words.
CREATE VIRTUAL TABLE names_words USING fts5 (name, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO names_words (rowid, name) SELECT id, name FROM names;
CREATE VIRTUAL TABLE versions_words USING fts5 (
    title, outlet, content = 'versions', content_rowid = 'id', prefix = '2 3', tokenize = 'porter unicode61'
);
INSERT INTO versions_words (versions_words) VALUES ('rebuild');
