ALTER TABLE statements ADD COLUMN vector TSVECTOR
    GENERATED ALWAYS AS (to_tsvector('english', left(words, 100000))) STORED;
CREATE INDEX statements_vector ON statements USING gin (vector);
