"""Runs the desk until it is stopped."""

import socket
from collections.abc import Callable, Sequence

import uvicorn

from sayso.core import Sayso
from sayso.desk.app import application
from sayso.desk.desk import Desk
from sayso.desk.settings import LOOPBACK, Settings, is_loopback
from sayso.desk.work import Work
from sayso.errors import SaysoError
from sayso.ledger.ledger import Ledger

_BACKLOG = 128


def settings(host: str, names: Sequence[str], token: str | None) -> Settings:
    """Who may ask a desk that listens at `host`. Raises `SaysoError` when everybody might."""
    known = LOOPBACK | {name.lower() for name in names}
    if is_loopback(host):
        return Settings(known)
    if not token:
        raise SaysoError(
            f"{host} can be reached by others: set SAYSO_TOKEN, or make a token with `sayso token`, and start again"
        )
    return Settings(known | {host.lower()}, addresses=True, token=token)


def serve(ledger: Ledger, sayso: Sayso, host: str, port: int, who: Settings, tell: Callable[[str], None]) -> None:
    """Answer requests until interrupted. Raises `SaysoError` when the port is taken."""
    desk = Desk(ledger, sayso, Work(sayso, ledger), who)
    config = uvicorn.Config(
        application(desk), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=1
    )
    with _bound(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        tell(f"{ledger.where}: http://{shown}:{listening.getsockname()[1]}/")
        tell("Show the token to be let in." if who.token else "Only this machine reaches it. Ctrl+C stops it.")
        uvicorn.Server(config).run([listening])


def _bound(host: str, port: int) -> socket.socket:
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except OSError as error:
        raise SaysoError(
            f"{host}:{port}: nobody can listen there ({(error.strerror or str(error)).lower()})"
        ) from error
    return listening
