"""The routes of the API, made from the table of its operations."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk import asked, pasted
from sayso.desk.api.openapi import document
from sayso.desk.api.operations import Operation, read
from sayso.desk.api.table import OPERATIONS, PREFIX, REQUIRED
from sayso.desk.desk import desk_of
from sayso.desk.render import page
from sayso.desk.threads import slowly
from sayso.exports.format1 import line
from sayso.extract.build import LONGEST as LONGEST_TEXT
from sayso.fetch.urls import LONGEST as LONGEST_URL

_LONGEST = {"url": LONGEST_URL, "text": LONGEST_TEXT}


def routes() -> list[Route]:
    """All routes of the API."""
    return [
        Route(PREFIX, _index),
        Route(f"{PREFIX}/openapi.json", lambda request: _json(document())),
        *(Route(_path(one), _body(one) if one.body else _question(one), methods=[one.method]) for one in OPERATIONS),
    ]


def _path(operation: Operation) -> str:
    return PREFIX + operation.path.replace("{id}", "{id:path}")


def _question(operation: Operation) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        values = {**read(operation.parameters, request.query_params), **request.path_params}
        for name in [name for path, name in REQUIRED if path == operation.path and values[name] is None]:
            raise HTTPException(400, f"“{name}” is missing.")
        with desk_of(request).ledger.view() as view:
            return _json(operation.run(view, values))

    return answer


def _body(operation: Operation) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        given = _given(request.headers.get("content-type", ""), await asked.body(request))
        return _json(await slowly(operation.run, desk_of(request), given))

    return answer


def _given(type: str, data: bytes) -> Mapping[str, Any]:
    """What is to be read. Raises `HTTPException`."""
    if type.partition(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "Send JSON, and say so: Content-Type: application/json.")
    try:
        given = json.loads(data, parse_int=float)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "The body is not JSON.") from error
    known = {"url", "text", *pasted.FACTS}
    if not isinstance(given, dict) or not set(given) <= known:
        raise HTTPException(400, f"The body must be an object with only {', '.join(sorted(known))}.")
    for name, value in given.items():
        if not isinstance(value, str) and (value is not None or name in ("url", "text")):
            raise HTTPException(400, f"“{name}” must be a text.")
        if name in ("url", "text") and not 1 <= len(value or "") <= _LONGEST[name]:
            raise HTTPException(400, f"“{name}” must have from 1 to {_LONGEST[name]:,} characters.")
    return _whole(given)


def _whole(given: dict[str, str | None]) -> Mapping[str, Any]:
    if "text" not in given and "url" not in given:
        raise HTTPException(400, "“url” or “text” is missing.")
    if "url" in given and "text" not in given:
        given["url"] = pasted.address(given["url"] or "")
    return {**given, **pasted.facts({name: value for name in pasted.FACTS if (value := given.get(name))})}


def _index(request: Request) -> Response:
    """The API for people: what can be asked for."""
    return page(request, "api.html", operations=OPERATIONS, prefix=PREFIX, required=REQUIRED)


def _json(found: Mapping[str, Any]) -> Response:
    return Response(line(found), media_type="application/json")
