ALTER TABLE names ADD COLUMN vector TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', left(name, 1000))) STORED;
CREATE INDEX names_vector ON names USING gin (vector);
ALTER TABLE versions ADD COLUMN title_vector TSVECTOR GENERATED ALWAYS AS (
    to_tsvector('sayso_words', left(coalesce(title, '') || ' ' || coalesce(outlet, ''), 1000))
) STORED;
CREATE INDEX versions_title_vector ON versions USING gin (title_vector);
