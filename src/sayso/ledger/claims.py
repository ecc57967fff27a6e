"""Claims in the ledger: written whole, matter by matter, and looked up by id, status, time and words."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, func, insert, select, union, update

from sayso.ledger import schema
from sayso.ledger.clock import now
from sayso.ledger.insert import inserted
from sayso.records import Claim, Kind, Origin, Position, Stance, Standing, Status

_claims, _positions = schema.claims.c, schema.positions.c


def replace_all(connection: Connection, matter: int, claims: Sequence[Claim]) -> None:
    """Put `claims` in the place of those that the matter had. A claim keeps its id while most of it stays together."""
    known = _known(connection, matter, [p.statement for claim in claims for p in claim.positions])
    kept = _kept(known, claims)
    named = [replace(claim, id=kept.get(i, claim.id)) for i, claim in enumerate(claims)]
    _log(connection, known, named)
    gone = [key for key in known if key not in {claim.id for claim in named}]
    numbers = select(_claims.id).where(_claims.key.in_(gone))
    connection.execute(update(schema.positions).where(_positions.claim_id.in_(numbers)).values(moved_at=None))
    connection.execute(update(schema.claims).where(_claims.key.in_(gone)).values(live=False))
    for claim in named:
        _write(connection, matter, claim)


def live(connection: Connection, *, status: str | None = None, since: str | None = None) -> Iterator[Claim]:
    """The claims that stand in the ledger, the one that moved last first; since `since`, an ISO date, if given."""
    wanted = select(_claims.data).where(_claims.live).order_by(_claims.moved_at.desc(), _claims.key)
    if status:
        wanted = wanted.where(_claims.status == status)
    if since:
        wanted = wanted.where(_claims.moved_at >= since)
    for data in connection.execute(wanted).scalars():
        yield of(data)


def find(connection: Connection, key: str) -> Claim | None:
    """The claim with this id, or with the only id that begins with it; a claim that became part of another is that."""
    for _ in range(100):
        exact = _called(connection, key)
        if len(exact) != 1:
            return None
        if exact[0].live:
            return of(exact[0].data)
        later = select(schema.claim_log.c.other).where(schema.claim_log.c.claim == exact[0].key)
        other = connection.execute(later.order_by(schema.claim_log.c.id.desc()).limit(1)).scalar()
        if other is None:
            return None
        key = other
    return None


def _called(connection: Connection, key: str) -> Sequence[Any]:
    """The rows with this id, else those whose id begins so: at most three."""
    wanted = select(_claims.key, _claims.data, _claims.live)
    exact = connection.execute(wanted.where(_claims.key == key)).all()
    if exact:
        return exact
    # The keys alone are gone through: what claims hold is far larger.
    begun = select(_claims.key).where(_claims.key.startswith(key, autoescape=True)).limit(3)
    return connection.execute(wanted.where(_claims.key.in_(connection.execute(begun).scalars().all()))).all()


def _known(connection: Connection, matter: int, statements: Sequence[str]) -> dict[str, set[str]]:
    """The statements of each live claim of the matter, and of others that hold some of `statements`."""
    holding = select(_positions.claim_id).where(_positions.statement.in_(statements))
    own = select(_claims.id).where(_claims.live, _claims.matter_id == matter)
    wanted = (
        select(_claims.key, _positions.statement)
        .join(schema.positions, _positions.claim_id == _claims.id)
        .where(_claims.id.in_(union(own, holding)))
        .order_by(_claims.id)
    )
    known: dict[str, set[str]] = {}
    for row in connection.execute(wanted):
        known.setdefault(row.key, set()).add(row.statement)
    return known


def _kept(known: dict[str, set[str]], claims: Sequence[Claim]) -> dict[int, str]:
    """Which claim goes on under which known id: those that have most statements in common, first."""
    shared = [
        (len(old & {p.statement for p in claim.positions}), key, i)
        for key, old in known.items()
        for i, claim in enumerate(claims)
    ]
    kept: dict[int, str] = {}
    for count, key, i in sorted(shared, key=lambda x: (-x[0], x[1], x[2])):
        if count and i not in kept and key not in kept.values():
            kept[i] = key
    return kept


def _log(connection: Connection, known: dict[str, set[str]], claims: Sequence[Claim]) -> None:
    """Write down which claims became part of another, and which new ones came out of one."""
    ids = {claim.id for claim in claims}
    for claim in claims:
        statements = {position.statement for position in claim.positions}
        for key, old in known.items():
            both = len(old & statements)
            if key not in ids and 2 * both > len(old):
                _note(connection, "merged", key, claim.id, f"{both} of its {len(old)} statements are part of it now")
            elif claim.id not in known and key in ids and 2 * both > len(statements):
                _note(connection, "split", claim.id, key, f"{both} of its {len(statements)} statements were part of it")


def _note(connection: Connection, kind: str, claim: str, other: str, reason: str) -> None:
    table = schema.claim_log
    last = select(table.c.kind, table.c.other).where(table.c.claim == claim).order_by(table.c.id.desc()).limit(1)
    if connection.execute(last).first() != (kind, other):
        connection.execute(insert(table).values(at=now(), kind=kind, claim=claim, other=other, reason=reason))


def _write(connection: Connection, matter: int, claim: Claim) -> None:
    data = json.dumps(asdict(claim), ensure_ascii=False, separators=(",", ":"))
    row = connection.execute(select(_claims.id, _claims.data, _claims.live).where(_claims.key == claim.id)).first()
    values = {
        "matter_id": matter,
        "gloss": claim.gloss,
        "status": claim.now.status.value,
        "moved_at": moved_at(claim) or "",
        "data": data,
        "live": True,
    }
    if row is None:
        number = inserted(connection, schema.claims, key=claim.id, **values)
    else:
        number = row.id
        connection.execute(update(schema.claims).where(_claims.id == number).values(**values))
        if row.data == data and row.live:
            return
    connection.execute(schema.positions.delete().where(_positions.claim_id == number))
    outlets = _outlets(connection, [p.statement for p in claim.positions])
    rows = [
        {
            "claim_id": number,
            "statement": p.statement,
            "speaker": p.speaker,
            "stance": p.stance.value,
            "outlet": outlets.get(p.statement),
            "moved_at": values["moved_at"],
        }
        for p in claim.positions
    ]
    connection.execute(insert(schema.positions), rows)


def _outlets(connection: Connection, statements: Sequence[str]) -> dict[str, str]:
    """The outlet that each statement stands in, or the address where that is not known."""
    table, readings, versions = schema.statements.c, schema.readings.c, schema.versions.c
    wanted = (
        select(table.key, func.coalesce(versions.outlet, versions.url).label("outlet"))
        .join(schema.readings, readings.id == table.reading_id)
        .join(schema.versions, versions.id == readings.version_id)
        .where(table.key.in_(statements))
    )
    return {row.key: row.outlet for row in connection.execute(wanted)}


def moved_at(claim: Claim) -> str | None:
    """When the claim last moved: its status, its origins or who is for and against."""
    last = claim.history[0]
    for one, two in zip(claim.history, claim.history[1:], strict=False):
        if (one.status, one.origins, one.by) != (two.status, two.origins, two.by):
            last = two
    return last.at


def count(connection: Connection) -> int:
    """How many claims stand."""
    return int(connection.execute(select(func.count()).select_from(schema.claims).where(_claims.live)).scalar() or 0)


def of(data: str) -> Claim:
    """The claim that a row's `data` holds."""
    return _claim(json.loads(data))


def _claim(data: dict[str, Any]) -> Claim:
    return Claim(
        data["id"],
        data["gloss"],
        tuple(Position(**{**p, "stance": Stance(p["stance"])}) for p in data["positions"]),
        tuple(_origin(o) for o in data["origin_list"]),
        tuple(Standing(**{**h, "status": Status(h["status"]), "by": tuple(h["by"])}) for h in data["history"]),
    )


def _origin(data: dict[str, Any]) -> Origin:
    tuples = {"articles": tuple(data["articles"]), "reasons": tuple(data["reasons"])}
    return Origin(**{**data, "kind": Kind(data["kind"]), **tuples})
