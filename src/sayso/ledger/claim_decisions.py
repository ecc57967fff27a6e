"""What people decide about claims: kept by statements, so that it holds whatever the claims are by then."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, select

from sayso.errors import LedgerError
from sayso.ledger import dropped, matters, schema, united
from sayso.ledger.speaker_decisions import Data, Effect
from sayso.records import Claim, Verdict

MERGED, SPLIT, DROPPED, VERDICT = "merge-claims", "split-claim", "not-a-statement", "verdict"
_decisions = schema.decisions.c


def _disturb(connection: Connection, where: str, number: int, data: Data) -> None:
    """The claims that hold these statements are to be grouped anew."""
    matters.disturb(connection, data["statements"])


def _unite(connection: Connection, where: str, number: int, data: Data) -> None:
    """What is said in articles of several matters can be one claim once they are one matter."""
    size, most = united.size(connection, data["statements"]), united.UNITED
    if size > most:
        raise LedgerError(where, f"these claims go back to {size} articles; at most {most} can be looked at as one")
    united.unite(connection, data["statements"])
    matters.disturb(connection, data["statements"])


def _drop(connection: Connection, where: str, number: int, data: Data) -> None:
    dropped.drop(connection, number, data["statements"])
    _disturb(connection, where, number, data)


def _restore(connection: Connection, where: str, number: int, data: Data) -> None:
    dropped.restore(connection, number)
    _disturb(connection, where, number, data)


def _keep(connection: Connection, where: str, number: int, data: Data) -> None:
    """What another body concludes is kept beside a claim, and moves nothing."""


EFFECTS: Mapping[str, Effect] = {
    MERGED: Effect(_unite, _disturb, _unite),
    SPLIT: Effect(_disturb, _disturb, _disturb),
    DROPPED: Effect(_drop, _restore, _drop),
    VERDICT: Effect(_keep, _keep, _keep),
}


def standing(connection: Connection) -> list[tuple[str, tuple[str, ...]]]:
    """Kind and statements of each decision about claims that was not undone, in the order in which they were made."""
    wanted = select(_decisions.kind, _decisions.data).where(
        _decisions.kind.in_((MERGED, SPLIT)), _decisions.undone_by.is_(None)
    )
    rows = connection.execute(wanted.order_by(_decisions.id))
    return [(row.kind, tuple(json.loads(row.data)["statements"])) for row in rows]


def merges(connection: Connection) -> list[tuple[str, ...]]:
    """The statements that people made one claim, by each decision that stands."""
    return [statements for kind, statements in standing(connection) if kind == MERGED]


def verdicts(connection: Connection, claim: Claim) -> list[Verdict]:
    """What other bodies concluded on a claim: on most of the statements that it holds now."""
    wanted = select(_decisions.data).where(_decisions.kind == VERDICT, _decisions.undone_by.is_(None))
    held = {position.statement for position in claim.positions}
    found = [json.loads(data) for data in connection.execute(wanted.order_by(_decisions.id)).scalars()]
    return [
        Verdict(**one["verdict"])
        for one in found
        if 2 * len(held.intersection(one["statements"])) > len(one["statements"])
    ]
