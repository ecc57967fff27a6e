"""What every request must pass, and what every answer carries: the outermost layer, around errors, too."""

import base64
import binascii
import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.desk.problems import problem
from sayso.desk.settings import Settings

COOKIE = "sayso"
OPEN = ("/static/", "/login")
"""What is given to those, too, who have not shown the token: how to show it, and what it looks like."""

_SAFE = {"GET", "HEAD", "OPTIONS"}
HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Safe:
    """Refuses what may not be asked, and gives each answer the headers that keep a page from doing harm."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refused = refusal(self._settings, scope["method"], scope["path"], Headers(scope=scope))
        answer = self._app if refused is None else problem(Request(scope), *refused)
        await answer(scope, receive, safely)


def refusal(settings: Settings, method: str, path: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
    """Why a request is refused, with its status; None when it is not."""
    host = headers.get("host", "")
    if not settings.knows(host):
        return 421, "The desk does not go by that name. Start it with --allow-host to let it."
    if method not in _SAFE and not _is_from_here(host, headers):
        return 403, "This was sent from a page of another site."
    if settings.token and not path.startswith(OPEN) and not _has_token(settings, headers):
        return 401, "Show the token first."
    return None


def _is_from_here(host: str, headers: Mapping[str, str]) -> bool:
    """Whether no page of another site can have sent this. What sends neither header is no browser."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


def _has_token(settings: Settings, headers: Mapping[str, str]) -> bool:
    kind, _, value = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return same(value.strip(), settings.token or "")
    if kind.lower() == "basic":
        return same(_password(value), settings.token or "")
    return same(_cookie(headers.get("cookie", "")), settings.pass_value)


def same(one: str, other: str) -> bool:
    """Whether two secrets are one, without telling by the time it takes how far they are."""
    return hmac.compare_digest(one.encode(errors="replace"), other.encode(errors="replace"))


def _password(value: str) -> str:
    # What reads feeds often knows names and passwords alone; the token is the password.
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _cookie(value: str) -> str:
    try:
        found = SimpleCookie(value).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
