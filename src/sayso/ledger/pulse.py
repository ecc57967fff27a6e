"""What is different whenever the ledger has changed."""

from sqlalchemy import Connection, func, select

from sayso.ledger import schema


def pulse(connection: Connection) -> str:
    """A short text that stays as it is for as long as nothing is added, decided or grouped."""
    matters = schema.matters.c
    last = [
        connection.execute(select(func.max(table.c.id))).scalar() or 0
        for table in (schema.readings, schema.decisions, schema.positions)
    ]
    stale = connection.execute(select(func.count()).select_from(schema.matters).where(matters.stale)).scalar() or 0
    return ".".join(map(str, [*last, stale]))
