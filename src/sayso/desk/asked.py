"""What a request asks for: the filters of the board, where a page begins, what a form holds."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from sayso.ledger.records import AfterRow
from sayso.records import Status

LARGEST = 2_000_000
"""Bytes that a form or a body may have: twice what an article may."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which claims are asked for."""

    status: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    since: str | None = None

    def given(self) -> dict[str, str | None]:
        """The filters by name."""
        return {"status": self.status, "speaker": self.speaker, "outlet": self.outlet, "since": self.since}


def filters(request: Request) -> Filters:
    """The filters of a request. Raises `HTTPException`."""
    asked = {name: request.query_params.get(name) or None for name in ("status", "speaker", "outlet", "since")}
    status, since = asked["status"], asked["since"]
    if status and status not in list(Status):
        raise HTTPException(400, f"There is no status “{status}”: only {', '.join(Status)}.")
    if since and not _is_day(since):
        raise HTTPException(400, "“since” must be a day such as 2026-03-09.")
    return Filters(**asked)


def after(request: Request) -> AfterRow | None:
    """Behind what the page begins; None at the start. Raises `HTTPException`."""
    return place(request.query_params.get("cursor"))


def place(given: str | None) -> AfterRow | None:
    """The place that a cursor stands for; None where there is none. Raises `HTTPException`."""
    if not given:
        return None
    try:
        at, number = json.loads(base64.urlsafe_b64decode(given + "=" * (-len(given) % 4)))
    except (binascii.Error, ValueError, TypeError, RecursionError) as error:
        raise HTTPException(400, "The cursor is none that was given out here.") from error
    if not isinstance(at, str) or type(number) is not int or not 0 <= number < 2**63:
        raise HTTPException(400, "The cursor is none that was given out here.")
    return at, number


def cursor(place: AfterRow | None) -> str | None:
    """Where the next page begins, in one word."""
    return place and base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


async def form(request: Request) -> dict[str, list[str]]:
    """The fields of a form, each with its values. Raises `HTTPException`."""
    fields: dict[str, list[str]] = {}
    try:
        text = (await body(request)).decode()
        for name, value in parse_qsl(text, keep_blank_values=True, max_num_fields=2000):
            fields.setdefault(name, []).append(value)
    except ValueError as error:
        raise HTTPException(400, "This is no form.") from error
    return fields


async def body(request: Request) -> bytes:
    """What was sent along, as long as it is not too much. Raises `HTTPException`."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST:
            raise HTTPException(413, f"That is larger than any article (at most {LARGEST // 1_000_000} MB).")
        parts.append(part)
    return b"".join(parts)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
