"""Claims as JSON, in the form that the export of a ledger has."""

from typing import Any

from sayso.records import Claim, Origin, Position, Standing


def to_json(claim: Claim) -> dict[str, Any]:
    """Turn `claim` into an object of format 1."""
    now = claim.now
    return {
        "id": claim.id,
        "gloss": claim.gloss,
        "status": now.status.value,
        "by": list(now.by),
        "origins": now.origins,
        "positions": [_position(position) for position in claim.positions],
        "origin_list": [_origin(origin) for origin in claim.origin_list],
        "history": [_standing(row) for row in claim.history],
    }


def _position(position: Position) -> dict[str, Any]:
    return {
        "statement": position.statement,
        "speaker": position.speaker,
        "stance": position.stance.value,
        "origin": position.origin,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "id": origin.id,
        "name": origin.name,
        "kind": origin.kind.value,
        "heard_by": origin.heard_by,
        "articles": list(origin.articles),
        "withdrawn": origin.withdrawn,
        "undetermined": origin.undetermined,
        "reasons": list(origin.reasons),
    }


def _standing(row: Standing) -> dict[str, Any]:
    return {
        "article": row.article,
        "at": row.at,
        "status": row.status.value,
        "origins": row.origins,
        "by": list(row.by),
        "reason": row.reason,
    }
