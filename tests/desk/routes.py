"""Every route of the desk, with something to fill each of its blanks."""

import re

from starlette.routing import Route

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
