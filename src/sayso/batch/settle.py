"""The claims of some matters of a batch, each settled by itself as a ledger would settle it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.batch.rows import Row
from sayso.batch.sights import read, unpacked
from sayso.batch.store import Store
from sayso.core import Sayso
from sayso.exports.claim_json import to_json
from sayso.exports.table import statement_row
from sayso.grouping import claims_of, entries_of
from sayso.ledger.ledger import Ledger
from sayso.ledger.records import Stored
from sayso.records import Claim, Entry, Found


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a matter: in which part it lies, as the how-manyeth, and the id of its version."""

    part: int
    row: int
    id: str


Matter = tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Settle:
    """A job: to find the claims of `matters`, and to write them under `number`. `made` says from what, and with what.

    Speakers are told apart within a matter, by a ledger that has nothing else in it.
    """

    number: int
    matters: tuple[Matter, ...]
    out: Path
    made: str

    def do(self, sayso: Sayso) -> int:
        """Write a row for each claim and each position, and give back how many articles the matters have."""
        store = Store(self.out)
        claims, positions = list[Row](), list[Row]()
        parts = sorted({member.part for matter in self.matters for member in matter})
        found = {part: read(store, part) for part in parts}
        sights = {part: store.read("sights", part, ["sights"]) for part in parts}
        with Ledger.in_memory() as ledger:
            for matter in self.matters:
                stored = ledger.tried(_found(found[member.part][member.row], member) for member in matter)
                seen = {m.id: sights[m.part][m.row] for m in matter}
                for claim, said in _claims(stored, seen, sayso):
                    claims.append(_claim_row(claim, said))
                    positions += _position_rows(claim, said)
        # What is written last is what tells that all of it is there.
        store.put("positions", self.number, positions)
        store.put("claims", self.number, claims, self.made)
        return sum(map(len, self.matters))


def _found(found: Found, member: Member) -> Found:
    reading = found.reading
    return replace(found, reading=replace(reading, article=replace(reading.article, id=member.id)))


def _claims(stored: Sequence[Stored], seen: dict[str, Row], sayso: Sayso) -> Iterator[tuple[Claim, dict[str, Entry]]]:
    """The claims of a matter, with the statements that they may hold by their ids."""
    sights = {
        sight.statement: sight
        for one in stored
        for sight in unpacked(seen[one.reading.article.id], [s.id for s in one.reading.statements])
    }
    if sights:
        said = {entry.statement.id: entry for one in stored for entry in entries_of(one)}
        for claim in claims_of(stored, sights, sayso.models):
            yield claim, said


def _claim_row(claim: Claim, said: dict[str, Entry]) -> Row:
    held = [said[position.statement] for position in claim.positions]
    names = {entry.speaker.id: entry.speaker.name for entry in reversed(held)}
    return {
        "claim": claim.id,
        "gloss": claim.gloss,
        "status": claim.now.status.value,
        "by": [names.get(speaker, speaker) for speaker in claim.now.by],
        "origins": claim.now.origins,
        "articles": len({entry.article.id for entry in held}),
        "outlets": len({entry.article.outlet for entry in held if entry.article.outlet}),
        "first": claim.history[0].at,
        "last": claim.now.at,
        "object": json.dumps(to_json(claim), ensure_ascii=False),
    }


def _position_rows(claim: Claim, said: dict[str, Entry]) -> Iterator[Row]:
    for position in claim.positions:
        entry = said[position.statement]
        row = statement_row(entry.article, entry.statement, entry.speaker, entry.via)
        yield row | {"claim": claim.id, "stance": position.stance.value, "origin": position.origin}
