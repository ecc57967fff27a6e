"""Lets in who shows the token."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.desk.asked import form
from sayso.desk.desk import desk_of
from sayso.desk.problems import problem
from sayso.desk.safety import COOKIE, same

_MONTH = 2_592_000


async def login(request: Request) -> Response:
    """Give a cookie for the token, and go to where somebody wanted to be."""
    settings, fields = desk_of(request).settings, await form(request)
    where = (fields.get("next") or ["/"])[0]
    if settings.token and not same((fields.get("token") or [""])[0].strip(), settings.token):
        return problem(request, 401, "That is not the token.")
    # No address of another site may stand there.
    answer = RedirectResponse(where if where[:1] == "/" and where[1:2] not in ("/", "\\") else "/", 303)
    if settings.token:
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, settings.pass_value, max_age=_MONTH, httponly=True, samesite="strict", secure=secure)
    return answer
