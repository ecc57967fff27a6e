"""What can be asked of a ledger. Nothing here writes."""

from collections import deque
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from sayso.ledger import claims, decisions, matters, read, search, speakers, stats, who
from sayso.ledger.records import Spoken, Stats, Stored
from sayso.records import Claim, Decision, Entry, Raw, Speaker


class View:
    """A ledger as it is at one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def readings(self) -> Iterator[Stored]:
        """All readings that no later one supersedes, in the order in which their versions came."""
        return read.readings(self._connection)

    def log(self) -> Iterator[Stored | Decision]:
        """All that ever happened, in order: readings, with the bytes they were made from, and decisions."""
        left = deque(decisions.every(self._connection))
        for number, stored in read.log(self._connection):
            while left and left[0].after < number:
                yield left.popleft()
            yield stored
        yield from left

    def decisions(self) -> list[Decision]:
        """All decisions, in the order in which they were made."""
        return list(decisions.every(self._connection))

    def speakers(self) -> Iterator[Speaker]:
        """All speakers, in the order in which they first appeared; those that were merged are one."""
        return speakers.every(self._connection)

    def find(self, name: str) -> list[Speaker]:
        """The speakers with an id or a name; else those with all its words in theirs."""
        numbers = speakers.find(self._connection, name)
        return list(speakers.by_number(self._connection, numbers).values())

    def versions(self, place: str) -> list[Stored]:
        """All versions of the article with an address or the id of a version, by their time; none: there is no such."""
        return read.versions(self._connection, place)

    def document(self, id: str) -> Raw | None:
        """What the version with an id was made from, as it came."""
        return read.document_of(self._connection, id)

    def who(self, name: str, limit: int | None = None) -> list[Spoken]:
        """Everyone whom a name or id may stand for, and what each said, newest first: all, or `limit` in all."""
        return who.who(self._connection, name, limit)

    def search(self, query: str, limit: int = 20) -> list[Entry]:
        """The statements with all the words, what fits best first.

        `query` may have "phrases", and -words that must not be there.
        """
        return search.search(self._connection, query, limit)

    def numbers(self, ids: Sequence[str]) -> dict[str, int]:
        """Which version of its article each is, by the ids of versions."""
        return read.numbers(self._connection, ids)

    def stats(self) -> Stats:
        """How much there is of everything."""
        return stats.stats(self._connection)

    def claims(self, *, status: str | None = None, since: str | None = None) -> Iterator[Claim]:
        """The claims that stand, what moved last first; only those of a status or since an ISO date, if given."""
        return claims.live(self._connection, status=status, since=since)

    def claim(self, id: str) -> Claim | None:
        """The claim with this id, or the only one whose id begins so; what became part of another is that other."""
        return claims.find(self._connection, id)

    def behind(self, claim: Claim) -> list[Stored]:
        """The readings that the claim's positions and history are about."""
        return matters.behind(self._connection, claim.id)
