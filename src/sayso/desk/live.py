"""Tells pages when the ledger has changed, over server-sent events."""

import asyncio
import time
from collections.abc import AsyncIterator

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from sayso.errors import LedgerError
from sayso.ledger.ledger import Ledger

EVENTS = "text/event-stream"
_EVERY = 1.0
_SIGN_OF_LIFE = 15.0


class Pulse:
    """The pulse of a ledger, asked for at most once a second however many pages wait for it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = asyncio.Lock()
        self._asked = -_EVERY
        self._last = ""

    async def now(self) -> str:
        """The pulse, at most a second old."""
        async with self._lock:
            if time.monotonic() - self._asked >= _EVERY:
                self._last = await run_in_threadpool(self._ask)
                self._asked = time.monotonic()
            return self._last

    def _ask(self) -> str:
        try:
            with self._ledger.view() as view:
                return view.pulse()
        except LedgerError:
            # Whoever wants to see the ledger is told what is wrong with it; here it has not changed.
            return self._last


def event(name: str, data: str) -> str:
    """One event; `data` has no line ends."""
    return f"event: {name}\ndata: {data}\n\n"


async def events(request: Request) -> Response:
    """The pulse of the ledger now, and whenever it changes."""
    return StreamingResponse(_events(request.app.state.pulse), media_type=EVENTS)


async def _events(pulse: Pulse) -> AsyncIterator[str]:
    told, since = None, time.monotonic()
    while True:
        now = await pulse.now()
        if now != told:
            yield event("pulse", now)
            told, since = now, time.monotonic()
        elif time.monotonic() - since > _SIGN_OF_LIFE:
            yield ": still here\n\n"
            since = time.monotonic()
        await asyncio.sleep(_EVERY)
