-- When a reading got its place among all, so that those that have none yet are found without looking at the others.
ALTER TABLE readings ADD COLUMN placed_at TEXT;
UPDATE readings SET placed_at = read_at WHERE id IN (SELECT reading_id FROM places);
CREATE INDEX readings_unplaced ON readings (id) WHERE superseded_at IS NULL AND placed_at IS NULL;
-- Claims that stand no more go with their matter when it becomes part of another.
DROP INDEX claims_matter;
CREATE INDEX claims_matter ON claims (matter_id);
