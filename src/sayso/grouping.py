"""Keeps the claims of a ledger current: gives new readings their place, and groups anew the matters they disturb."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from sayso.claims.build import Seen, claims
from sayso.claims.decisions import Apart, Decision, Joined
from sayso.claims.look import POSITIONS, SIZE, Look
from sayso.claims.matters import MOST, Place, kin, months_around, place_vector, together
from sayso.claims.models import SEERS, Models
from sayso.claims.nearest import Nearest
from sayso.claims.order import at, in_time
from sayso.ledger import claim_decisions, matters, united
from sayso.ledger import claims as stored_claims
from sayso.ledger.ledger import Ledger
from sayso.ledger.portrait import names_in
from sayso.ledger.records import Located, Sight, Stored
from sayso.records import Claim, Entry, Reading

Floats = NDArray[np.float64]


class Grouping:
    """Groups the statements of one ledger, with models that are loaded when the first article needs them."""

    def __init__(self, ledger: Ledger, models: Models | None = None) -> None:
        self.ledger = ledger
        self._models = models or Models()
        self._places: dict[str, Nearest] = {}
        self._behind: dict[str, int] = {}

    def catch_up(self) -> Iterator[int]:
        """Group all that has been added since the last time; gives how many articles are done, again and again."""
        done = 0
        while new := self._unplaced():
            for stored in new:
                self._place(stored)
                done += 1
                yield done
        if done:
            self._reunite()
        while stale := self._stale():
            for matter in stale:
                self._settle(matter)
                yield done

    def anew(self) -> Iterator[int]:
        """Group the whole ledger from the start; what people decided stays."""
        with self.ledger.writing() as connection:
            matters.forget(connection)
        self._places.clear()
        self._behind.clear()
        yield from self.catch_up()

    def _unplaced(self) -> list[Stored]:
        with self.ledger.reading() as connection:
            return matters.unplaced(connection)

    def _stale(self) -> list[int]:
        with self.ledger.reading() as connection:
            return matters.stale(connection)

    def _reunite(self) -> None:
        """Bring together again what people made one, wherever its articles have come to lie by themselves."""
        with self.ledger.writing() as connection:
            for statements in claim_decisions.merges(connection):
                united.unite(connection, statements)

    def _place(self, stored: Stored) -> None:
        sights, point = sights_of(entries_of(stored), self._models)
        article = stored.reading.article
        vector, moment = unpacked(point), at(article)
        with self.ledger.writing() as connection:
            names = tuple(names_in(article.text))
            place = Place(article.id, matters.article_of(connection, article.id), moment, vector, names)
            months = months_around(moment)
            known = [one for one in self._near(connection, months, place) if one.id != place.id]
            matters.add_place(connection, stored, moment, months[len(months) // 2], point)
            matters.add_sights(connection, SEERS, sights)
            matters.join(connection, [place.id, *kin(place, known), *matters.versions(connection, place.id)], MOST)

    def _near(self, connection: Connection, months: Sequence[str], place: Place) -> list[Place]:
        """The places of these months that may be kin, of which only the new ones are read from the ledger."""
        for month in months:
            own = self._places.setdefault(month, Nearest())
            for row in matters.located(connection, [month], self._behind.get(month, 0)):
                own.add(_place_of(row))
                self._behind[month] = row.number
        return [one for month in months for one in self._places[month].near(place)]

    def _settle(self, matter: int) -> None:
        with self.ledger.writing() as connection:
            _part(connection, matter)
            readings = matters.contents(connection, matter)
            sights = matters.sights(connection, SEERS, matter)
            decisions = [
                (Joined if kind == claim_decisions.MERGED else Apart)(keys)
                for kind, keys in claim_decisions.standing(connection)
            ]
            found = claims_of(readings, sights, self._models, decisions)
            stored_claims.replace_all(connection, matter, found)
            matters.settled(connection, matter)


def _part(connection: Connection, matter: int) -> None:
    """Let go what hangs together with the rest of a matter no more, since a decision was undone."""
    held = [{id.rpartition(":")[0] for id in statements} for statements in claim_decisions.merges(connection)]
    for group in together([_place_of(row) for row in matters.places(connection, matter)], held)[1:]:
        united.part(connection, [place.id for place in group])


def _place_of(row: Located) -> Place:
    # As it is kept: a month has thousands.
    return Place(row.id, row.article, row.at, np.frombuffer(row.vector, dtype=np.float16), row.names)


def sights_of(entries: Sequence[Entry], models: Models) -> tuple[list[Sight], bytes]:
    """What the models see in the statements of one article, and the vector of its place.

    Both are packed, so that two articles are as alike whichever of them came first.
    """
    seen = models.see(entries)
    sights = [
        Sight(entry.statement.id, _packed(vectors), _packed(positions))
        for entry, vectors, positions in zip(
            entries,
            np.hstack([seen.alone.vectors, seen.within.vectors]),
            np.hstack([seen.alone.positions, seen.within.positions]),
            strict=True,
        )
    ]
    return sights, _packed(place_vector(seen.alone.vectors))


def claims_of(
    readings: Sequence[Stored], sights: Mapping[str, Sight], models: Models, decisions: Sequence[Decision] = ()
) -> list[Claim]:
    """The claims of one matter, from its readings and what was seen in their statements, by the statements' ids."""
    said = in_time(entry for stored in readings for entry in entries_of(stored))
    said = [entry for entry in said if entry.statement.id in sights]
    seen, articles = _seen(sights, said), [one.reading.article for one in readings]
    return claims(said, seen, models.among(said, seen), articles, models.rules, decisions)


def entries_of(stored: Stored) -> list[Entry]:
    """The statements of a stored reading, with the ledger's speakers."""
    return entries(stored.reading, stored.speakers)


def entries(reading: Reading, known: Mapping[str, str]) -> list[Entry]:
    """The statements of a reading; its speakers go by the ids that `known` has for theirs."""
    speakers = {one.id: replace(one, id=known.get(one.id, one.id)) for one in reading.speakers}
    return [
        Entry(
            replace(
                statement, speaker=speakers[statement.speaker].id, via=tuple(speakers[v].id for v in statement.via)
            ),
            reading.article,
            speakers[statement.speaker],
            tuple(speakers[carrier] for carrier in statement.via),
        )
        for statement in reading.statements
    ]


def _seen(sights: Mapping[str, Sight], entries: Sequence[Entry]) -> Seen:
    rows = [sights[entry.statement.id] for entry in entries]
    if not rows:
        return Seen(Look.at_nothing(), Look.at_nothing())
    vectors = np.stack([unpacked(row.vector) for row in rows])
    positions = np.stack([unpacked(row.positions) for row in rows])
    return Seen(Look(vectors[:, :SIZE], positions[:, :POSITIONS]), Look(vectors[:, SIZE:], positions[:, POSITIONS:]))


def _packed(values: Floats) -> bytes:
    return values.astype(np.float16).tobytes()


def unpacked(data: bytes) -> Floats:
    """Half floats as they are reckoned with."""
    return np.frombuffer(data, dtype=np.float16).astype(np.float64)
