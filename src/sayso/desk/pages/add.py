"""Add an article by its address or its text, and see how far that is."""

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from sayso.desk import pasted
from sayso.desk.asked import form
from sayso.desk.desk import desk_of
from sayso.desk.live import EVENTS, event
from sayso.desk.render import page
from sayso.desk.work import Job

_PAUSE = 0.2


def blank(request: Request) -> Response:
    """The form."""
    return page(request, "add.html")


async def add(request: Request) -> Response:
    """Have what the form holds read."""
    desk, fields = desk_of(request), {name: values[0] for name, values in (await form(request)).items()}
    url, text = fields.get("url", "").strip(), fields.get("text", "").replace("\r\n", "\n")
    if url:
        url = pasted.address(url)
    if text.strip():
        known = pasted.facts(fields)
        label = known.get("title") or url or " ".join(text.split()[:8]) + " …"
        found = partial(pasted.from_text, desk.sayso, desk.ledger, text, url or None, known)
    elif url:
        label, found = url, partial(pasted.from_web, desk.sayso, desk.ledger, url)
    else:
        raise HTTPException(400, "Give an address or a text.")
    return RedirectResponse(f"/add/{desk.work.add(label, found).id}", 303)


def example(request: Request) -> Response:
    """Have the example read."""
    desk = desk_of(request)
    job = desk.work.add("The example", partial(pasted.example, desk.sayso, desk.ledger))
    return RedirectResponse(f"/add/{job.id}", 303)


def job(request: Request) -> Response:
    """How far something is that was added."""
    return page(request, "job.html", job=_job(request))


async def events(request: Request) -> Response:
    """The same as events: `job` whenever it is further, `over` in the end."""
    _job(request)
    return StreamingResponse(_events(request), media_type=EVENTS)


async def _events(request: Request) -> AsyncIterator[str]:
    told = None
    while True:
        now = _job(request)
        if now != told:
            yield event("job", json.dumps(_state(now)))
            told = now
        if now.over:
            yield event("over", now.id)
            return
        await asyncio.sleep(_PAUSE)


def _job(request: Request) -> Job:
    found = desk_of(request).work.job(request.path_params["job"])
    if found is None:
        raise HTTPException(404, "Nothing of that kind is being added.")
    return found


def _state(job: Job) -> dict[str, object]:
    return {"stage": job.stage, "over": job.over, "added": [one.id for one in job.added], "problems": job.problems}
