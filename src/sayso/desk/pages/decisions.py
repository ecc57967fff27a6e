"""What people settle: each with who, when and why, and with its undoing."""

from collections.abc import Callable, Sequence
from concurrent.futures import TimeoutError as TooLong
from contextlib import suppress
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.desk import links
from sayso.desk.asked import form
from sayso.desk.desk import Desk, desk_of
from sayso.desk.render import page
from sayso.desk.threads import slowly
from sayso.exports.decided import about
from sayso.ledger.view import View
from sayso.records import Claim, Decision

Fields = dict[str, list[str]]
_WAIT = 10
"""Seconds that a page waits for the claims to be grouped anew; after that they are so a little later."""


def log(request: Request) -> Response:
    """All decisions, the latest first."""
    with desk_of(request).ledger.view() as view:
        found = view.decisions()
    return page(
        request, "decisions.html", decisions=[(one, about(one.kind, one.data), _where(one)) for one in reversed(found)]
    )


async def decide(request: Request) -> Response:
    """Take a decision of the kind that the address names."""
    kind = request.path_params["kind"]
    if kind not in _KINDS:
        raise HTTPException(404, "There is no such decision.")
    return await slowly(_decide, desk_of(request), kind, await form(request))


async def undo(request: Request) -> Response:
    """Undo the decision that the address names."""
    return await slowly(_undo, desk_of(request), request.path_params["number"], await form(request))


def _where(decision: Decision) -> str | None:
    """Where what a decision is about can be seen."""
    data = decision.data["data"] if decision.kind == "undo" else decision.data
    id = data.get("into") or data.get("speaker")
    return links.speaker(id) if id else links.statement(data["statements"][0]) if data.get("statements") else None


def _decide(desk: Desk, kind: str, fields: Fields) -> Response:
    with desk.ledger.view() as view:
        data, back = _KINDS[kind](view, fields)
    number = desk.ledger.decide(Decision(kind, _signed(fields), _one(fields, "why", ""), data))
    _settle(desk, data)
    path, hash, anchor = back.partition("#")
    return RedirectResponse(f"{path}?decided={number}{hash}{anchor}", 303)


def _undo(desk: Desk, number: int, fields: Fields) -> Response:
    if not 0 < number < 2**63:
        raise HTTPException(404, "There is no such decision.")
    done = desk.ledger.undo(_signed(fields), _one(fields, "why", ""), number)
    _settle(desk, done.data["data"])
    return RedirectResponse("/decisions", 303)


def _settle(desk: Desk, data: dict[str, Any]) -> None:
    """Let claims follow what was decided about statements."""
    if "statements" in data:
        with suppress(TooLong):
            desk.work.group().result(_WAIT)


def _merge(view: View, fields: Fields) -> tuple[dict[str, Any], str]:
    into, other = _speaker(view, _one(fields, "into")), _speaker(view, _one(fields, "other"))
    if into == other:
        raise HTTPException(409, "These are one speaker already.")
    return {"into": into, "speakers": [other]}, links.speaker(into)


def _split(view: View, fields: Fields) -> tuple[dict[str, Any], str]:
    speaker = _speaker(view, _one(fields, "speaker"))
    return {"speaker": speaker, "articles": _some(fields, "article")}, links.speaker(speaker)


def _rename(view: View, fields: Fields) -> tuple[dict[str, Any], str]:
    speaker, name = _speaker(view, _one(fields, "speaker")), _one(fields, "name").strip()
    if not name:
        raise HTTPException(400, "A name cannot be empty.")
    return {"speaker": speaker, "name": name[:200]}, links.speaker(speaker)


def _merge_claims(view: View, fields: Fields) -> tuple[dict[str, Any], str]:
    other = _one(fields, "elsewhere", "").strip() or _one(fields, "other")
    claims = [_claim(view, id) for id in (_one(fields, "claim"), other)]
    if claims[0].id == claims[1].id:
        raise HTTPException(409, "These are one claim already.")
    statements = [position.statement for claim in claims for position in claim.positions]
    return {"statements": statements}, links.claim(claims[0].id)


def _split_claim(view: View, fields: Fields) -> tuple[dict[str, Any], str]:
    claim, statements = _claim(view, _one(fields, "claim")), _some(fields, "statement")
    strange = set(statements) - {position.statement for position in claim.positions}
    if strange:
        raise HTTPException(409, "Some of these are no statements of this claim any more.")
    return {"statements": statements}, links.claim(claim.id)


def _not_a_statement(view: View, fields: Fields) -> tuple[dict[str, Any], str]:
    statement = _one(fields, "statement")
    if not view.statements([statement]):
        raise HTTPException(404, "There is no such statement.")
    return {"statements": [statement]}, links.statement(statement)


_KINDS: dict[str, Callable[[View, Fields], tuple[dict[str, Any], str]]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "merge-claims": _merge_claims,
    "split-claim": _split_claim,
    "not-a-statement": _not_a_statement,
}


def _signed(fields: Fields) -> str:
    return _one(fields, "by", "").strip()[:100] or "unknown"


def _one(fields: Fields, name: str, default: str | None = None) -> str:
    found = fields.get(name, [default] if default is not None else [])
    if not found or found[0] is None:
        raise HTTPException(400, f"The form lacks “{name}”.")
    return found[0]


def _some(fields: Fields, name: str) -> Sequence[str]:
    if not fields.get(name):
        raise HTTPException(400, "Nothing was chosen.")
    return fields[name]


def _speaker(view: View, name: str) -> str:
    found = view.find(name)
    if len(found) != 1:
        ids = ", ".join(one.id for one in found[:8])
        problem = f"Several go by the name “{name}”: {ids}." if found else f"Nobody goes by the name “{name}”."
        raise HTTPException(409 if found else 404, problem)
    return found[0].id


def _claim(view: View, id: str) -> Claim:
    found = view.claim(id) if id else None
    if found is None:
        raise HTTPException(404, "There is no such claim.")
    return found
