"""Inserts one row."""

from typing import Any

from sqlalchemy import Connection, Table, insert


def inserted(connection: Connection, table: Table, **values: Any) -> int:
    """Insert a row, and give back its number."""
    key = connection.execute(insert(table).values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])
