"""The desk as an ASGI application: all its routes, in one table."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sayso.desk import live, problems, threads
from sayso.desk.api.routes import routes as api_routes
from sayso.desk.desk import Desk
from sayso.desk.pages import add, article, board, check, claim, decisions, feed, login, search, speaker
from sayso.desk.render import TYPES, asset
from sayso.desk.safety import Safe
from sayso.errors import SaysoError

_YEAR = 31_536_000


def application(desk: Desk) -> Safe:
    """What answers all requests."""
    app = Starlette(
        routes=routes(),
        lifespan=_lifespan,
        exception_handlers={
            HTTPException: problems.of_http,
            SaysoError: problems.of_sayso,
            Exception: problems.of_any,
        },
    )
    app.state.desk = desk
    app.state.pulse = live.Pulse(desk.ledger)
    return Safe(app, desk.settings)


def routes() -> Sequence[BaseRoute]:
    """All that can be asked for."""
    return [
        Route("/", board.board),
        Route("/claim/{id}", claim.claim),
        Route("/article/{id:path}/changes", article.changes),
        Route("/article/{id:path}", article.article),
        Route("/speaker/{id}", speaker.speaker),
        Route("/speakers/like", search.speakers_like),
        Route("/claims/like", search.claims_like),
        Route("/articles", search.articles),
        Route("/search", search.search),
        Route("/add", add.blank),
        Route("/add", add.add, methods=["POST"]),
        Route("/add/example", add.example, methods=["POST"]),
        Route("/add/{job}", add.job),
        Route("/add/{job}/events", add.events),
        Route("/check", check.blank),
        Route("/check", check.checked, methods=["POST"]),
        Route("/decisions", decisions.log),
        Route("/decisions/{number:int}/undo", decisions.undo, methods=["POST"]),
        Route("/decide/{kind}", decisions.decide, methods=["POST"]),
        Route("/events", live.events),
        Route("/feed.{form}", feed.feed),
        Route("/login", login.login, methods=["POST"]),
        *api_routes(),
        Route("/static/{name}", _static),
        Route("/favicon.ico", _favicon),
    ]


def _static(request: Request) -> Response:
    name = request.path_params["name"]
    found = asset(name)
    if found is None:
        raise HTTPException(404)
    headers = {"Cache-Control": f"max-age={_YEAR}, immutable"} if request.url.query else {"Cache-Control": "no-cache"}
    return Response(found, media_type=TYPES[name.rpartition(".")[2]], headers=headers)


def _favicon(request: Request) -> Response:
    return Response(asset("mark.svg"), media_type=TYPES["svg"], headers={"Cache-Control": "max-age=86400"})


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    threads.set_up()
    yield
    app.state.desk.work.close()
