"""Every route of the desk, with something to fill each of its blanks."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.routing import Match, Route

from sayso.desk.app import routes

_FILL = {
    "id": "a0",
    "id:path": "a0",
    "job": "x",
    "kind": "merge",
    "number:int": "1",
    "form": "atom",
    "name": "desk.css",
}


def every() -> list[tuple[str, str]]:
    """Method and path of each, from the table that the desk itself is made of."""
    found = []
    for route in routes():
        assert isinstance(route, Route)
        path = re.sub(r"\{([^}]+)\}", lambda match: _FILL[match[1]], route.path)
        found += [(method, path) for method in sorted(route.methods or ()) if method != "HEAD"]
    return found


NO_PAGES = {
    *("/events", "/add/{job}/events", "/feed.{form}", "/static/{name}", "/favicon.ico"),
    *("/speakers/like", "/claims/like"),
}
"""What is asked for by GET and is no page to look at: streams, feeds, files, and what goes into a list."""


def pages() -> set[str]:
    """The paths of all routes that lead to a page, as the table has them: a new one is one of them."""
    found = {route.path for route in routes() if isinstance(route, Route) and "GET" in (route.methods or ())}
    return {path for path in found - NO_PAGES if not path.startswith("/api/v1/")}


def met(addresses: Iterable[str]) -> set[str]:
    """The paths of the routes that addresses lead to."""
    found = set()
    for address in addresses:
        scope = {"type": "http", "method": "GET", "path": urlsplit(address).path, "root_path": ""}
        for route in routes():
            if isinstance(route, Route) and route.matches(scope)[0] is Match.FULL:
                found.add(route.path)
                break
    return found
