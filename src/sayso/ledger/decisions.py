"""What people settle: each decision is kept with who made it, when and why, and can be undone, which is one, too."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, func, select, update

from sayso.errors import NotInLedger
from sayso.ledger import claim_decisions, schema, speaker_decisions
from sayso.ledger.clock import now
from sayso.ledger.insert import inserted
from sayso.records import Decision

UNDO = "undo"
EFFECTS = {**speaker_decisions.EFFECTS, **claim_decisions.EFFECTS}
"""What a kind of decision does to the ledger, and how that is taken back. Each is asked with the decision's row."""


def decide(connection: Connection, where: str, decision: Decision) -> int:
    """Record a decision and put it into effect; give back its number. One that is on record already stays as it is.

    Raises `NotInLedger` when what it is about is not there.
    """
    at = decision.at or now()
    known = _known(connection, decision)
    if known is not None:
        return known
    number = inserted(
        connection,
        schema.decisions,
        kind=decision.kind,
        made_by=decision.by,
        made_at=at,
        reason=decision.reason,
        data=json.dumps(decision.data, ensure_ascii=False, sort_keys=True),
        after_reading=connection.execute(select(func.max(schema.readings.c.id))).scalar() or 0,
    )
    if decision.kind == UNDO:
        _undo(connection, where, number, decision)
    else:
        EFFECTS[decision.kind].take(connection, where, number, decision.data)
    return number


def undoing(connection: Connection, where: str, number: int | None, by: str, reason: str) -> Decision:
    """The decision to undo one: the last that stands, when none is named."""
    standing = [one for one in every(connection) if not one.undone]
    chosen = (
        [one for one in standing if one.number == number]
        if number
        else [one for one in standing if one.kind != UNDO][-1:]
    )
    if not chosen:
        raise NotInLedger(where, f"there is no decision {number} that stands" if number else "no decision stands")
    its = chosen[0]
    return Decision(UNDO, by, reason, {"kind": its.kind, "at": its.at, "by": its.by, "data": its.data})


def every(connection: Connection) -> Iterator[Decision]:
    """All decisions, in the order in which they were made."""
    table = schema.decisions
    for row in connection.execute(select(table).order_by(table.c.id)).all():
        yield Decision(
            row.kind,
            row.made_by,
            row.reason,
            json.loads(row.data),
            at=row.made_at,
            number=row.id,
            undone=row.undone_by is not None,
            after=row.after_reading,
        )


def _known(connection: Connection, decision: Decision) -> int | None:
    if decision.at is None:
        return None
    same = (one.number for one in every(connection) if _is(one, decision.kind, decision.at, decision.by, decision.data))
    return next(same, None)


def _undo(connection: Connection, where: str, number: int, decision: Decision) -> None:
    of = decision.data
    found = [
        one for one in every(connection) if not one.undone and _is(one, of["kind"], of["at"], of["by"], of["data"])
    ]
    if not found or found[0].number is None:
        raise NotInLedger(where, "what is to be undone does not stand")
    _set(connection, where, found[0], undone_by=number)


def _set(connection: Connection, where: str, decision: Decision, undone_by: int | None) -> None:
    """Mark a decision as undone by another, or as standing again, and make the ledger follow."""
    table = schema.decisions
    assert decision.number is not None
    connection.execute(update(table).where(table.c.id == decision.number).values(undone_by=undone_by))
    if decision.kind == UNDO:
        its = next(one for one in every(connection) if one.undone and _undone_by(connection, one) == decision.number)
        _set(connection, where, its, undone_by=None)
    elif undone_by is None:
        EFFECTS[decision.kind].restore(connection, where, decision.number, decision.data)
    else:
        EFFECTS[decision.kind].withdraw(connection, where, decision.number, decision.data)


def _undone_by(connection: Connection, decision: Decision) -> int | None:
    table = schema.decisions.c
    return connection.execute(select(table.undone_by).where(table.id == decision.number)).scalar()


def _is(one: Decision, kind: str, at: str | None, by: str, data: object) -> bool:
    return (one.kind, one.at, one.by, one.data) == (kind, at, by, data)
