CREATE VIRTUAL TABLE statements_words USING fts5 (
    words, content = 'statements', content_rowid = 'id', tokenize = 'porter unicode61'
);
