"""What all pages of the desk share: the ledger, the reader, and the work that goes on behind them."""

from dataclasses import dataclass
from typing import cast

from starlette.requests import Request

from sayso.core import Sayso
from sayso.desk.settings import Settings
from sayso.desk.work import Work
from sayso.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Desk:
    """An open ledger on a desk."""

    ledger: Ledger
    sayso: Sayso
    work: Work
    settings: Settings


def desk_of(request: Request) -> Desk:
    """The desk that was asked."""
    return cast(Desk, request.app.state.desk)
