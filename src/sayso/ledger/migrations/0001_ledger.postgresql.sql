-- English word forms, but with the words that are said to mean nothing: "no" means something here.
CREATE TEXT SEARCH DICTIONARY sayso_english (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION sayso_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION sayso_words
    ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH sayso_english;
ALTER TABLE statements ADD COLUMN vector TSVECTOR
    GENERATED ALWAYS AS (to_tsvector('sayso_words', left(words, 100000))) STORED;
CREATE INDEX statements_vector ON statements USING gin (vector);
