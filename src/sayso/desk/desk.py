"""What all pages of the desk share: the ledger, the reader, and the work that goes on behind them."""

import time
from dataclasses import dataclass, field
from typing import cast

from starlette.requests import Request

from sayso.core import Sayso
from sayso.desk.settings import Settings
from sayso.desk.work import Work
from sayso.ledger.ledger import Ledger
from sayso.ledger.view import View

_KEPT = 30.0
"""Seconds for which the list of outlets, from which one is chosen, may be behind."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An open ledger on a desk."""

    ledger: Ledger
    sayso: Sayso
    work: Work
    settings: Settings
    _outlets: list[tuple[float, list[str]]] = field(default_factory=list, repr=False)

    def outlets(self, view: View) -> list[str]:
        """The outlets to choose from, as they were half a minute ago at most."""
        if not self._outlets or time.monotonic() - self._outlets[-1][0] > _KEPT:
            self._outlets[:] = [(time.monotonic(), view.outlets())]
        return self._outlets[-1][1]


def desk_of(request: Request) -> Desk:
    """The desk that was asked."""
    return cast(Desk, request.app.state.desk)
