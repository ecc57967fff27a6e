"""What an editor keeps from one look at a draft to the next: the ledger, open, and what that has on the draft."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.check.lookup import Asked, Held, Lookup, held, lookup
from sayso.ledger.ledger import Ledger
from sayso.ledger.view import View


class Kept:
    """Looks in ledgers as `lookup` does, and asks none again for what it was asked last and has not changed since."""

    def __init__(self) -> None:
        self._file: tuple[str, int] | None = None
        self._ledger: Ledger | None = None
        self._last: tuple[str, Asked] | None = None
        self._held = Held()

    @contextmanager
    def lookup(self, where: str) -> Iterator[Lookup]:
        """A lookup in the ledger at `where` as it is now. Raises `LedgerError`."""
        with self._opened(where).view() as view:
            yield lookup(view, held=self._ask)

    def _opened(self, where: str) -> Ledger:
        path = Path(where)
        # Another file may have taken the place of the one that is open.
        file = (where, path.stat().st_ino if path.exists() else 0)
        if self._ledger is None or file != self._file:
            if self._ledger:
                self._ledger.close()
            self._ledger, self._last = None, None
            self._file, self._ledger = file, Ledger.open(where)
        return self._ledger

    def _ask(self, view: View, asked: Asked) -> Held:
        question = (view.pulse(), asked)
        if question != self._last:
            self._held = held(view, asked)
            self._last = question
        return self._held
