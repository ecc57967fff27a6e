"""The ledger, as the other parts of the program see it."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from sayso.ledger import decisions, dialect, file, migrate, read, write
from sayso.ledger.records import Added, Stored
from sayso.ledger.view import View
from sayso.records import Article, Decision, Found, Raw


class Ledger:
    """An open ledger. What is asked of one `view`, and what is done in one `writing` block, is one transaction."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where

    @classmethod
    def open(cls, where: str | os.PathLike[str], *, create: bool = False) -> Self:
        """Open the ledger in a file, or in a PostgreSQL database (`postgresql://...`), and bring it up to date.

        With `create` it is made when there is none. Raises `NoLedger`, `NotALedger` or `LedgerError`.
        """
        url = dialect.postgresql(os.fspath(where))
        if url is None:
            shown, engine = os.fspath(where), file.open_file(Path(where), create=create)
        else:
            shown, engine = dialect.shown(url), dialect.postgresql_engine(url)
        try:
            with dialect.told(shown):
                dialect.refuse_absent(engine, shown, create=create)
                migrate.migrate(engine, shown)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, shown)

    @classmethod
    def in_memory(cls) -> Self:
        """An empty ledger that is gone with this object."""
        engine = dialect.sqlite_engine(Path(":memory:"))
        migrate.migrate(engine, "memory")
        return cls(engine, "memory")

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, alone in writing: all of it is on disk in the end, or nothing. Raises `LedgerError`."""
        with dialect.told(self.where), dialect.writing(self._engine) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees the ledger as it is now. Raises `LedgerError`."""
        with dialect.told(self.where), dialect.reading(self._engine) as connection:
            yield connection

    def holds(self, article: Article) -> Added | None:
        """What adding `article` would come to, when its text has been read before; otherwise None."""
        with dialect.told(self.where), dialect.reading(self._engine) as connection:
            return write.held(connection, article)

    def holds_raw(self, raw: Raw) -> Added | None:
        """What adding what was found would come to, when these very bytes were read from there before."""
        with dialect.told(self.where), dialect.reading(self._engine) as connection:
            return write.held_raw(connection, raw)

    def has_text(self, url: str, text: str) -> bool:
        """Tell whether this very text has been found at `url`."""
        with dialect.told(self.where), dialect.reading(self._engine) as connection:
            return write.has_text(connection, url, text)

    def add(self, found: Found) -> Added:
        """Add a reading; when this returns, it is on disk.

        The same text at the same address adds nothing, unless another model or other code has read it: then the new
        reading supersedes the earlier one. Raises `LedgerError`.
        """
        with self.writing() as connection:
            return write.add(connection, found)

    def tried(self, found: Iterable[Found]) -> list[Stored]:
        """All readings that the ledger would hold after adding `found` in order, of which it keeps nothing."""
        with dialect.told(self.where), dialect.trying(self._engine) as connection:
            for one in found:
                write.add(connection, one)
            return list(read.readings(connection))

    def decide(self, decision: Decision) -> int:
        """Record what a person settled and put it into effect; give back its number.

        Raises `NotInLedger` when what it is about is not there, and `LedgerError`.
        """
        with self.writing() as connection:
            return decisions.decide(connection, self.where, decision)

    def undo(self, by: str, reason: str, number: int | None = None) -> Decision:
        """Undo a decision: the last that stands, unless one is named. Give back the undoing, which is one, too."""
        with self.writing() as connection:
            undoing = decisions.undoing(connection, self.where, number, by, reason)
            decided = decisions.decide(connection, self.where, undoing)
        return replace(undoing, number=decided)

    @contextmanager
    def view(self) -> Iterator[View]:
        """What the ledger holds at this moment, whatever is added meanwhile. Raises `LedgerError`."""
        with dialect.told(self.where), dialect.reading(self._engine) as connection:
            yield View(connection)
