-- Statements that people decided are none, for as long as that stands.
CREATE TABLE dropped (
    id {id},
    decision_id BIGINT NOT NULL REFERENCES decisions (id),
    statement TEXT NOT NULL
);
CREATE INDEX dropped_statement ON dropped (statement);
CREATE INDEX dropped_decision ON dropped (decision_id);
CREATE INDEX decisions_kind ON decisions (kind, id);
