INSERT INTO dropped (decision_id, statement)
SELECT d.id, one.value FROM decisions AS d, jsonb_array_elements_text(CAST(d.data AS jsonb) -> 'statements') AS one (value)
WHERE d.kind = 'not-a-statement' AND d.undone_by IS NULL;
