"""Templates to pages. Nothing that comes from an article can be markup here, nor act unseen."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.desk import links, words
from sayso.exports import dossier, wording
from sayso.exports.page import styles
from sayso.text.visible import visible

TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


def page(
    request: Request, template: str, status_code: int = 200, headers: Mapping[str, str] | None = None, /, **values: Any
) -> HTMLResponse:
    """The page that `template` makes of `values`."""
    decided = request.query_params.get("decided", "")
    values = {"path": request.scope["path"], "decided": decided if decided.isdecimal() else "", **values}
    body = _environment().get_template(template).render(values)
    return HTMLResponse(body, status_code, dict(headers or {}))


@cache
def asset(name: str) -> bytes | None:
    """A file of the desk's own that pages need; None when there is no such."""
    found = files("sayso.desk") / "assets" / name
    if name.rpartition(".")[2] not in TYPES or "/" in name or not found.is_file():
        return None
    return styles(found.read_text("utf-8")).encode() if name.endswith(".css") else found.read_bytes()


@cache
def stamped(name: str) -> str:
    """The address of an asset, which changes when the asset does."""
    return f"/static/{name}?{hashlib.sha256(asset(name) or b'').hexdigest()[:12]}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.desk", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(links=links, words=words, wording=wording, dossier=dossier, static=stamped)
    environment.filters.update(web=_web, lines=_lines)
    return environment


def _shown(value: Any) -> Any:
    # Here no word of an article can be forgotten: all that the templates print comes through.
    return value if hasattr(value, "__html__") else visible(str(value))


def _lines(text: str) -> Markup:
    """Text for a field, with its line ends; what else would act unseen is written out there, too."""
    return Markup("\n").join(escape(visible(line)) for line in text.split("\n"))


def _web(url: str) -> str | None:
    """Give the address when it is one that a page may lead to."""
    return url if url.lower().startswith(("https://", "http://")) else None
