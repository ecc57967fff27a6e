"""A speaker: everything said, over time, on which claims, with whom and against whom."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.asked import after, cursor
from sayso.desk.desk import desk_of
from sayso.desk.render import page
from sayso.ledger.view import View
from sayso.records import Claim, Entry, Kind, Speaker, Stance

_CLAIMS = 40
_OTHERS = 12


@dataclass(frozen=True, slots=True)
class Held:
    """A claim in which a speaker took a stance: the stances in order, each with the first statement that takes it."""

    claim: Claim
    stances: tuple[tuple[Stance, str], ...]

    @property
    def turned(self) -> bool:
        """Whether both sides were taken."""
        return {Stance.AFFIRMS, Stance.DENIES} <= {stance for stance, _ in self.stances}


@dataclass(frozen=True, slots=True)
class Other:
    """Another speaker, and on how many claims the two are on one side or on two."""

    speaker: Speaker
    count: int


def speaker(request: Request) -> Response:
    """The page of a speaker."""
    id, place = request.path_params["id"], after(request)
    with desk_of(request).ledger.view() as view:
        found = view.speakers_by_ids([id]).get(id)
        if found is None:
            raise HTTPException(404, "There is no such speaker.")
        entries, following = view.said(found.id, after=place)
        claims, _ = view.board(speaker=found.id, limit=_CLAIMS)
        known = view.speakers_by_ids({position.speaker for claim in claims for position in claim.positions})
        held = [_held(claim, found.id, known) for claim in claims]
        agree, contradict = _others(claims, found.id, known)
        return page(
            request,
            "speaker.html",
            speaker=found,
            held=held,
            agree=agree,
            contradict=contradict,
            later=place is not None,
            entries=entries,
            following=cursor(following),
            months=view.months(found.id),
            claims_of=_claims_of(view, entries),
        )


def _held(claim: Claim, id: str, known: Mapping[str, Speaker]) -> Held:
    stances: list[tuple[Stance, str]] = []
    for position in claim.positions:
        if known[position.speaker].id == id and (not stances or stances[-1][0] is not position.stance):
            stances.append((position.stance, position.statement))
    return Held(claim, tuple(stances))


def _others(claims: Sequence[Claim], id: str, known: Mapping[str, Speaker]) -> tuple[list[Other], list[Other]]:
    """Who was on the same side of claims, and who on the other, most often first."""
    together, against = Counter[str](), Counter[str]()
    for claim in claims:
        sides = {
            stance: {known[position.speaker].id for position in claim.positions if position.stance is stance}
            for stance in (Stance.AFFIRMS, Stance.DENIES)
        }
        for stance, opposite in ((Stance.AFFIRMS, Stance.DENIES), (Stance.DENIES, Stance.AFFIRMS)):
            if id in sides[stance]:
                together.update(sides[stance] - {id})
                against.update(sides[opposite] - {id})
    named = {one.id: one for one in known.values() if one.kind not in (Kind.UNNAMED, Kind.UNKNOWN)}
    return _most(together, named), _most(against, named)


def _most(counted: "Counter[str]", named: Mapping[str, Speaker]) -> list[Other]:
    return [Other(named[id], count) for id, count in counted.most_common() if id in named][:_OTHERS]


def _claims_of(view: View, entries: Sequence[Entry]) -> Mapping[str, list[Claim]]:
    held = view.holding([entry.statement.id for entry in entries])
    claims = view.claims_by_ids(sorted({id for ids in held.values() for id in ids}))
    return {statement: [claims[id] for id in ids if id in claims] for statement, ids in held.items()}
