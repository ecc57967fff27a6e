"""The board: what is contested now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from sayso.desk import words
from sayso.desk.asked import after, cursor, filters
from sayso.desk.desk import desk_of
from sayso.desk.finding import whom
from sayso.desk.render import page
from sayso.exports.dossier import turns
from sayso.ledger.view import View
from sayso.records import Claim, Kind, Speaker, Stance, Standing

_CLAIMS = 20

SHOWN = 5
"""Speakers of a side that are named; of more, how many there are."""


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands on one side of a claim: those who are named here, and how many more there are."""

    name: str
    speakers: tuple[Speaker, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as the board shows it. `outlets` counts those in which it is affirmed."""

    claim: Claim
    sides: tuple[Side, ...]
    outlets: int
    moved: Standing


def board(request: Request) -> Response:
    """The claims that fit, what moved last first."""
    asked, place = filters(request), after(request)
    desk = desk_of(request)
    with desk.ledger.view() as view:
        speaker = whom(view, asked.speaker)
        claims, following = view.board(
            status=asked.status,
            speaker=speaker.id if speaker else asked.speaker,
            outlet=asked.outlet,
            since=asked.since,
            after=place,
            limit=_CLAIMS,
        )
        return page(
            request,
            "board.html",
            cards=cards(view, claims),
            counts=view.counts(),
            asked=asked,
            speaker=speaker,
            outlets=_choices(desk.outlets(view), asked.outlet),
            later=place is not None,
            following=cursor(following),
            empty=not claims and not view.newest(limit=1)[0],
        )


def _choices(outlets: Sequence[str], chosen: str | None) -> Sequence[str]:
    return outlets if not chosen or chosen in outlets else sorted([*outlets, chosen])


def cards(view: View, claims: Sequence[Claim]) -> list[Card]:
    """The claims as the board shows them."""
    known = view.speakers_by_ids({position.speaker for claim in claims for position in claim.positions})
    carried = view.carried([claim.id for claim in claims])
    return [
        Card(claim, tuple(_sides(claim, known)), carried.get(claim.id, 0), turns(claim.history)[-1]) for claim in claims
    ]


def _sides(claim: Claim, known: Mapping[str, Speaker]) -> list[Side]:
    sides = []
    for stance in Stance:
        mine = [known[position.speaker] for position in claim.positions if position.stance is stance]
        once = sorted({_same(speaker): speaker for speaker in reversed(mine)}.values(), key=_unnamed)
        if once:
            sides.append(Side(words.SIDES[stance], tuple(once[:SHOWN]), max(len(once) - SHOWN, 0)))
    return sides


def _same(speaker: Speaker) -> str:
    # Nobody can tell two unnamed sources of one description apart on a board.
    return speaker.name if _unnamed(speaker) else speaker.id


def _unnamed(speaker: Speaker) -> bool:
    return speaker.kind in (Kind.UNNAMED, Kind.UNKNOWN)
