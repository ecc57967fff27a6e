-- What the pages of the desk are found by, without going to rows that hold texts. `readings.at` is that of the version;
-- `positions.moved_at` that of the claim, null when the claim stands no more.
ALTER TABLE readings ADD COLUMN at TEXT;
UPDATE readings SET at = (SELECT v.at FROM versions AS v WHERE v.id = readings.version_id);
ALTER TABLE positions ADD COLUMN moved_at TEXT;
UPDATE positions SET moved_at = (SELECT c.moved_at FROM claims AS c WHERE c.id = positions.claim_id AND c.live);
DROP INDEX positions_speaker;
CREATE INDEX positions_speaker ON positions (speaker, moved_at, claim_id);
CREATE INDEX positions_moved ON positions (outlet, moved_at, claim_id);
DROP INDEX claims_board;
CREATE INDEX claims_board ON claims (live, moved_at, id);
DROP INDEX claims_status;
CREATE INDEX claims_status ON claims (live, status, moved_at, id);
DROP INDEX links_speaker;
CREATE INDEX links_speaker ON links (speaker_id, live, appearance_id);
DROP INDEX statements_appearance;
CREATE INDEX statements_appearance ON statements (appearance_id, reading_id);
