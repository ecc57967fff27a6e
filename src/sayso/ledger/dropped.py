"""What people decided is no statement: it is left out wherever statements are given, counted or grouped."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, select

from sayso.ledger import schema

_dropped = schema.dropped.c
_PART = 400


def drop(connection: Connection, decision: int, statements: Sequence[str]) -> None:
    """Leave out `statements` for as long as the decision stands."""
    rows = [{"decision_id": decision, "statement": statement} for statement in statements]
    connection.execute(insert(schema.dropped), rows)


def restore(connection: Connection, decision: int) -> None:
    """The decision stands no more."""
    connection.execute(delete(schema.dropped).where(_dropped.decision_id == decision))


def among(connection: Connection, statements: Sequence[str]) -> set[str]:
    """Which of these are left out."""
    parts = (statements[start : start + _PART] for start in range(0, len(statements), _PART))
    wanted = select(_dropped.statement)
    return {id for part in parts for id in connection.execute(wanted.where(_dropped.statement.in_(part))).scalars()}


def kept() -> ColumnElement[bool]:
    """A condition on rows of `statements`: that they are not left out."""
    return ~exists().where(_dropped.statement == schema.statements.c.key)


def kept_of_many() -> ColumnElement[bool]:
    """The same, quick where many rows are counted: the few that are left out are looked up once."""
    statements = schema.statements.alias()
    out = select(statements.c.id).join(schema.dropped, _dropped.statement == statements.c.key)
    return schema.statements.c.id.not_in(out)
