"""Feeds of what moved: of all claims, of one, or of those that fit a speaker, an outlet, a status or some words."""

from collections.abc import Callable, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk import links
from sayso.desk.asked import Filters, filters
from sayso.desk.desk import desk_of
from sayso.desk.finding import find, whom
from sayso.exports import feeds
from sayso.ledger.view import View
from sayso.records import Claim

_CLAIMS = 100
_FORMS: dict[str, tuple[Callable[..., str], str]] = {
    "atom": (feeds.atom, "application/atom+xml"),
    "json": (feeds.json_feed, "application/feed+json"),
}


def feed(request: Request) -> Response:
    """The latest moves as an Atom feed or a JSON Feed."""
    form = request.path_params["form"]
    if form not in _FORMS:
        raise HTTPException(404, "There are feed.atom and feed.json.")
    write, type = _FORMS[form]
    home = str(request.base_url).rstrip("/")
    with desk_of(request).ledger.view() as view:
        title, claims = _asked(request, view)
        moves = feeds.latest(claims)
        site = feeds.Site(title, f"{home}/", str(request.url), lambda id: home + links.claim(id))
        body = write(moves, view.heads([move.after.article for move in moves]), site)
    return Response(body, media_type=type)


def _asked(request: Request, view: View) -> tuple[str, Sequence[Claim]]:
    """The title of the feed, and the claims that it tells of."""
    one, query, asked = request.query_params.get("claim"), request.query_params.get("q"), filters(request)
    if one:
        claim = view.claim(one)
        if claim is None:
            raise HTTPException(404, "There is no such claim.")
        return f"sayso: {claim.gloss}", [claim]
    if query:
        return f"sayso: {query}", find(view, query, _CLAIMS).claims
    if asked == Filters():
        return "sayso: what moved", view.board(limit=_CLAIMS)[0]
    speaker = whom(view, asked.speaker)
    id = speaker.id if speaker else asked.speaker
    claims, _ = view.board(status=asked.status, speaker=id, outlet=asked.outlet, since=asked.since, limit=_CLAIMS)
    given = {**asked.given(), "speaker": speaker.name if speaker else asked.speaker}
    return f"sayso: {', '.join(value for value in given.values() if value)}", claims
