"""What can be asked of a ledger. Nothing here writes."""

from collections.abc import Iterator

from sqlalchemy import Connection

from sayso.ledger import people, read
from sayso.ledger.records import Known, Stored


class View:
    """A ledger as it is at one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def readings(self) -> Iterator[Stored]:
        """All readings that no later one supersedes, in the order in which their versions came."""
        return read.readings(self._connection)

    def log(self) -> Iterator[Stored]:
        """All readings there ever were, in the order in which they were added, with the bytes they were made from."""
        return read.log(self._connection)

    def speakers(self) -> Iterator[Known]:
        """All speakers, in the order in which they first appeared; those that were merged are one."""
        return people.speakers(self._connection)
