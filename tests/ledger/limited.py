"""The command line with the fake reader, where the ledger can only grow so far: `limited pages 100 add ...`."""

import resource
import signal
import sys

from sqlalchemy import event
from sqlalchemy.engine import Engine

from sayso.cli import main
from tests import fakes

if __name__ == "__main__":
    kind, limit, *arguments = sys.argv[1:]
    if kind == "pages":
        # SQLite answers as on a disk that is full.
        @event.listens_for(Engine, "connect")
        def _limit(connection, record):
            connection.execute(f"PRAGMA max_page_count = {int(limit)}")
    else:
        # The operating system refuses to write on.
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    main(arguments, obj=fakes.sayso())
