"""What can be asked of a ledger. Nothing here writes."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection

from sayso.ledger import (
    board,
    claim_decisions,
    claims,
    decisions,
    entries,
    heads,
    matters,
    read,
    search,
    speakers,
    stats,
    taken,
    who,
)
from sayso.ledger.pulse import pulse
from sayso.ledger.records import AfterRow, Head, Spoken, Stats, Stored
from sayso.records import Claim, Decision, Entry, Raw, Speaker, Status, Verdict


class View:
    """A ledger as it is at one moment."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def readings(self) -> Iterator[Stored]:
        """All readings that no later one supersedes, in the order in which their versions came.

        What people decided is no statement is left out of each.
        """
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

    def versions(self, place: str, *, whole: bool = False) -> list[Stored]:
        """All versions of the article with an address or the id of a version, by their time; none: there is no such.

        With `whole`, what people decided is no statement is still there.
        """
        return read.versions(self._connection, place, whole=whole)

    def document(self, id: str) -> Raw | None:
        """What the version with an id was made from, as it came."""
        return read.document_of(self._connection, id)

    def who(self, name: str, limit: int | None = None) -> list[Spoken]:
        """Everyone whom a name or id may stand for, and what each said, newest first: all, or `limit` in all."""
        return who.who(self._connection, name, limit)

    def search(self, query: str, limit: int = 20, *, unfinished: bool = False) -> list[Entry]:
        """The statements with all the words, what fits best first; with `unfinished`, the last may be a beginning.

        `query` may have "phrases", and -words that must not be there.
        """
        return search.search(self._connection, query, limit, unfinished=unfinished)

    def sharing(self, groups: Iterable[tuple[str, ...]], limit: int) -> list[Entry]:
        """The statements that have all words of a group, at most `limit` for each group; each statement once."""
        return search.sharing(self._connection, groups, limit)

    def claims_sharing(self, groups: Iterable[tuple[str, ...]], limit: int, most: int) -> list[Claim]:
        """At most `most` claims of the matters of which groups of words are: those first to which most groups lead."""
        return taken.sharing(self._connection, groups, limit, most)

    def positions(self, claims: Sequence[Claim], most: int) -> dict[str, list[Entry]]:
        """The statements behind claims, at most `most` of each side, by the ids of the claims."""
        return taken.entries_of(self._connection, claims, most)

    def points(self, model: str, statements: Sequence[str]) -> dict[str, bytes]:
        """The vectors that a model saw in statements, packed, by the ids of the statements."""
        return taken.points(self._connection, model, statements)

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

    def verdicts(self, claim: Claim) -> list[Verdict]:
        """What other bodies concluded on the claim, as people took it in; it moves no status."""
        return claim_decisions.verdicts(self._connection, claim)

    def behind(self, claim: Claim) -> list[Stored]:
        """The readings that the claim's positions and history are about."""
        return matters.behind(self._connection, claim.id)

    def board(
        self,
        *,
        status: str | None = None,
        speaker: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        after: AfterRow | None = None,
        limit: int = 30,
    ) -> tuple[list[Claim], AfterRow | None]:
        """A page of claims that fit, what moved last first, and behind which the next page begins."""
        return board.page(
            self._connection, status=status, speaker=speaker, outlet=outlet, since=since, after=after, limit=limit
        )

    def counts(self) -> dict[Status, int]:
        """How many claims stand so, of each status."""
        return board.counts(self._connection)

    def carried(self, claims: Sequence[str]) -> dict[str, int]:
        """In how many outlets each claim is affirmed, by their ids."""
        return board.carried(self._connection, claims)

    def beside(self, claim: str) -> list[Claim]:
        """The claims of the same matter as the one with this id, and that one."""
        return board.beside(self._connection, claim)

    def outlets(self) -> list[str]:
        """The outlets in which positions stand."""
        return board.outlets(self._connection)

    def holding(self, statements: Sequence[str]) -> dict[str, list[str]]:
        """The ids of the claims in which each statement has a place, by the ids of statements."""
        return board.holding(self._connection, statements)

    def claims_by_ids(self, ids: Sequence[str]) -> dict[str, Claim]:
        """The claims with these ids."""
        return board.by_ids(self._connection, ids)

    def speakers_by_ids(self, ids: Iterable[str]) -> dict[str, Speaker]:
        """The speakers with these ids; of one that was merged, the one it was merged into."""
        return speakers.by_ids(self._connection, ids)

    def speakers_like(self, query: str, limit: int = 10) -> list[Speaker]:
        """The speakers with all words in one name, the last word perhaps unfinished."""
        return speakers.begin(self._connection, query, limit)

    def statements(self, ids: Sequence[str]) -> list[Entry]:
        """The statements with these ids, of readings that no later one supersedes."""
        return entries.by_ids(self._connection, ids)

    def said(
        self, speaker: str, *, after: AfterRow | None = None, limit: int = 30
    ) -> tuple[list[Entry], AfterRow | None]:
        """A page of what the speaker with an id said, the newest first, and behind which the next page begins."""
        return who.page(self._connection, speaker, after=after, limit=limit)

    def months(self, speaker: str) -> dict[str, int]:
        """How many statements the speaker with an id has in articles of each month (`2026-03`), in order of time."""
        return who.months(self._connection, speaker)

    def heads(self, ids: Sequence[str]) -> dict[str, Head]:
        """What the versions with these ids are known by."""
        return heads.by_ids(self._connection, ids)

    def newest(self, *, after: AfterRow | None = None, limit: int = 30) -> tuple[list[Head], AfterRow | None]:
        """A page of versions, the newest first, and behind which the next page begins."""
        return heads.newest(self._connection, after=after, limit=limit)

    def titled(self, query: str, limit: int = 10) -> list[Head]:
        """The versions with all words in title or outlet, the last word perhaps unfinished; newest first."""
        return heads.titled(self._connection, query, limit)

    def pulse(self) -> str:
        """A short text that stays as it is for as long as nothing is added, decided or grouped."""
        return pulse(self._connection)
