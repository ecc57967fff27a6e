"""Search as you type, and the newest articles."""

from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.asked import after, cursor
from sayso.desk.desk import desk_of
from sayso.desk.finding import find
from sayso.desk.pages.board import cards
from sayso.desk.render import page

_OFFERED = 8


def search(request: Request) -> Response:
    """What fits the words of `q`."""
    query = request.query_params.get("q", "")
    with desk_of(request).ledger.view() as view:
        found = find(view, query)
        return page(request, "search.html", query=query, found=found, cards=cards(view, found.claims))


def speakers_like(request: Request) -> Response:
    """Speakers to choose from while a name is typed, as options of a list."""
    query = next(iter(request.query_params.values()), "")
    with desk_of(request).ledger.view() as view:
        known = view.speakers_like(query[:200], _OFFERED)
    return page(request, "options.html", options=[(one.id, f"{one.name} ({one.kind.value})") for one in known])


def claims_like(request: Request) -> Response:
    """Claims to choose from while words are typed, as options of a list."""
    query = request.query_params.get("elsewhere", "")
    with desk_of(request).ledger.view() as view:
        known = find(view, query, _OFFERED).claims
    return page(request, "options.html", options=[(one.id, f"{one.gloss} ({one.now.status.value})") for one in known])


def articles(request: Request) -> Response:
    """The articles, the newest first."""
    place = after(request)
    with desk_of(request).ledger.view() as view:
        heads, following = view.newest(after=place)
    return page(request, "articles.html", heads=heads, following=cursor(following), later=place is not None)
