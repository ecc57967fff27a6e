-- What the desk asks for. `outlet` is that of the article that a position stands in, its address where that is unknown.
ALTER TABLE positions ADD COLUMN outlet TEXT;
UPDATE positions SET outlet = (
    SELECT coalesce(v.outlet, v.url) FROM statements AS s
    JOIN readings AS r ON r.id = s.reading_id
    JOIN versions AS v ON v.id = r.version_id
    WHERE s.key = positions.statement LIMIT 1
);
CREATE INDEX positions_outlet ON positions (outlet, claim_id);
CREATE INDEX claims_board ON claims (live, moved_at, key);
CREATE INDEX claims_status ON claims (live, status, moved_at, key);
CREATE INDEX matters_stale ON matters (stale);
CREATE INDEX versions_at ON versions (at, id);
