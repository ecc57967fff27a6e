"""A PostgreSQL server of the tests' own, on loopback; thrown away in the end."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_MISSING = "PostgreSQL is not installed (Debian: apt-get install postgresql); its tests are left out"


def programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists()), None)


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give the address of its first database; skip where there is none, but fail in CI."""
    folder = programs()
    if folder is None:
        if os.environ.get("CI") == "true":
            pytest.fail(_MISSING)
        pytest.skip(_MISSING)
    # A server refuses to run as root.
    as_user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="sayso-pg-") as name:
        home = Path(name)
        if as_user:
            shutil.chown(home, **as_user)
        data, port = home / "data", _free_port()
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "cwd": home, **as_user}
        subprocess.run([folder / "initdb", "-D", data, "-U", "tests", "--no-sync", "-E", "UTF8", "--locale=C"], **quiet)
        options = f"-h 127.0.0.1 -p {port} -k {home} -c fsync=off -c max_connections=60"
        subprocess.run([folder / "pg_ctl", "-D", data, "-w", "-l", home / "log", "-o", options, "start"], **quiet)
        try:
            yield f"postgresql://tests@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([folder / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **quiet)


def fresh(address: str, number: int) -> str:
    """The address of a new, empty database on the server at `address`."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE test{number}")
    return f"{address.rpartition('/')[0]}/test{number}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
