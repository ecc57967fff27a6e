"""A ledger in a file: looked at before SQLite may touch it, and made whole or not at all."""

import os
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from sayso.errors import LedgerError, NoLedger, NotALedger
from sayso.ledger import dialect, migrate

_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_DAMAGED = "it is damaged ({}); what is left may be saved with sqlite3's .recover"
CHECKED = 64_000_000
"""Bytes up to which all of a file is looked over when it is opened."""


def open_file(path: Path, *, create: bool) -> Engine:
    """Open the ledger at `path`. Raises `NoLedger`, `NotALedger` or `LedgerError`; what is refused stays as it is."""
    where = str(path)
    try:
        if create and not path.exists():
            _make(path)
        size, header = _look(path)
    except FileNotFoundError as error:
        problem = "there is none; `sayso add` makes one" if not create else "its folder does not exist"
        raise NoLedger(where, problem) from error
    except OSError as error:
        raise LedgerError(where, f"it cannot be opened: {(error.strerror or str(error)).lower()}") from error
    _refuse_foreign(where, header)
    engine = dialect.sqlite_engine(path)
    try:
        _refuse_damaged(engine, path, size, header)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _look(path: Path) -> tuple[int, bytes]:
    with path.open("rb") as stream:
        return os.fstat(stream.fileno()).st_size, stream.read(_HEADER)


def _refuse_foreign(where: str, header: bytes) -> None:
    if not header:
        raise NotALedger(where, "it is empty")
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise NotALedger(where, "it is not a ledger")
    if int.from_bytes(header[68:72], "big") != dialect.APPLICATION:
        raise NotALedger(where, "it is a database of another program")
    migrate.refuse_newer(where, int.from_bytes(header[60:64], "big"))


def _refuse_damaged(engine: Engine, path: Path, size: int, header: bytes) -> None:
    """Raise `NotALedger` when pages are missing or do not hang together."""
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    wal = Path(f"{path}-wal")
    if not (wal.exists() and wal.stat().st_size) and size < page * int.from_bytes(header[28:32], "big"):
        raise NotALedger(str(path), _DAMAGED.format("its end is missing"))
    try:
        with closing(engine.raw_connection()) as connection:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0] if size <= CHECKED else "ok"
            connection.execute("SELECT max(number) FROM migrations").fetchone()
    except engine.dialect.loaded_dbapi.DatabaseError as error:
        if "locked" in str(error):
            raise LedgerError(str(path), f"the database says: {error}") from error
        raise NotALedger(str(path), _DAMAGED.format(error)) from error
    if found != "ok":
        raise NotALedger(str(path), _DAMAGED.format(" ".join(str(found).removeprefix("*** ").split())))


def _make(path: Path) -> None:
    """Make an empty ledger beside `path` and move it there in one piece; another's, made meanwhile, stays."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.touch(exist_ok=False)
        with dialect.told(str(path)):
            _fill(new, str(path))
        _place(new, path)
    finally:
        new.unlink(missing_ok=True)


def _fill(new: Path, where: str) -> None:
    engine = dialect.sqlite_engine(new)
    try:
        migrate.migrate(engine, where)
        with closing(engine.raw_connection()) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    finally:
        engine.dispose()


def _place(new: Path, path: Path) -> None:
    try:
        path.hardlink_to(new)
    except FileExistsError:
        return
    except OSError:
        # A file system without links.
        if not path.exists():
            new.rename(path)
