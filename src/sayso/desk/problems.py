"""What cannot be answered: one page for people, one shape of JSON for programs."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.desk.render import page
from sayso.errors import LedgerError, NotInLedger, SaysoError, SourceError

API = "/api/"


def problem(request: Request, status: int, message: str) -> Response:
    """Say what is wrong: as JSON under `/api/`, else as a page."""
    headers = {"WWW-Authenticate": 'Bearer realm="sayso"'} if status == HTTPStatus.UNAUTHORIZED else {}
    if request.scope["path"].startswith(API):
        body = {"error": {"status": status, "message": message}}
        return JSONResponse(body, status_code=status, headers=headers)
    title = HTTPStatus(status).phrase
    return page(request, "problem.html", status, headers, title=title, message=message, status=status)


def of_http(request: Request, error: Exception) -> Response:
    """What Starlette or a page of ours has refused."""
    assert isinstance(error, HTTPException)
    words = {404: "There is nothing here.", 405: "That cannot be done here."}
    message = error.detail if error.detail != HTTPStatus(error.status_code).phrase else words.get(error.status_code, "")
    answer = problem(request, error.status_code, message or error.detail)
    answer.headers.update(error.headers or {})
    return answer


def of_sayso(request: Request, error: Exception) -> Response:
    """What the rest of sayso has to say."""
    assert isinstance(error, SaysoError)
    if isinstance(error, NotInLedger | SourceError):
        status = 404 if isinstance(error, NotInLedger) else 422
        return problem(request, status, f"{error.problem[:1].upper()}{error.problem[1:]}.")
    return problem(request, 409 if isinstance(error, LedgerError) else 500, str(error))


def of_any(request: Request, error: Exception) -> Response:
    """What nobody foresaw."""
    return problem(request, 500, "Something went wrong here; the terminal in which the desk runs says what.")
