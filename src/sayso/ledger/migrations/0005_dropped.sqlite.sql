INSERT INTO dropped (decision_id, statement)
SELECT d.id, one.value FROM decisions AS d, json_each(d.data, '$.statements') AS one
WHERE d.kind = 'not-a-statement' AND d.undone_by IS NULL;
