"""Brings the tables up to date. A step and the record that it ran are one transaction."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, Engine, text

from sayso.errors import NotALedger
from sayso.ledger import dialect
from sayso.ledger.clock import now

_RECORDS = "CREATE TABLE migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL, ran_at TEXT NOT NULL)"
_NEWER = "it was written by a later version of sayso (step {number}; this one knows {known})"


@dataclass(frozen=True, slots=True)
class Step:
    """A migration: `NNNN_name.sql`, and the statements of one database alone by its name."""

    number: int
    name: str
    common: str
    special: dict[str, str]

    def statements(self, database: str) -> list[str]:
        """All statements for `database`, in order."""
        script = self.common + self.special.get(database, "")
        return [part for part in script.split(";\n") if part.strip()]


@cache
def steps() -> tuple[Step, ...]:
    """All migrations that this version knows, in order."""
    folder = files("sayso.ledger") / "migrations"
    scripts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir() if path.name.endswith(".sql")}
    names = sorted(name.removesuffix(".sql") for name in scripts if name.count(".") == 1)
    return tuple(
        Step(
            number=int(name[:4]),
            name=name[5:],
            common=scripts[f"{name}.sql"],
            special={
                database: scripts[f"{name}.{database}.sql"]
                for database in ("sqlite", "postgresql")
                if f"{name}.{database}.sql" in scripts
            },
        )
        for name in names
    )


def latest() -> int:
    """The number of the last migration that this version knows."""
    return steps()[-1].number


def migrate(engine: Engine, where: str) -> None:
    """Run the migrations that have not run yet. Raises `NotALedger` when there are some that this version lacks."""
    with dialect.reading(engine) as connection:
        if dialect.has_ledger(connection) and done(connection, where) == latest():
            return
    for step in steps():
        with dialect.writing(engine) as connection:
            _run(connection, step, where)


def done(connection: Connection, where: str) -> int:
    """The number of the last migration that ran. Raises `NotALedger` when this version does not know it."""
    number = connection.execute(text("SELECT max(number) FROM migrations")).scalar() or 0
    refuse_newer(where, number)
    return int(number)


def refuse_newer(where: str, number: int) -> None:
    """Raise `NotALedger` when a migration is later than this version."""
    if number > latest():
        raise NotALedger(where, _NEWER.format(number=number, known=latest()))


def _run(connection: Connection, step: Step, where: str) -> None:
    if not dialect.has_ledger(connection):
        dialect.make_room(connection)
        connection.exec_driver_sql(_RECORDS)
    if done(connection, where) >= step.number:
        return
    for statement in step.statements(connection.dialect.name):
        connection.exec_driver_sql(statement.format(**dialect.types(connection)))
    connection.execute(
        text("INSERT INTO migrations (number, name, ran_at) VALUES (:number, :name, :at)"),
        {"number": step.number, "name": step.name, "at": now()},
    )
    dialect.note_number(connection, step.number)
