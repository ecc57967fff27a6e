"""The page: readings as one HTML file that needs nothing else, on the screen or on paper."""

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.exports import wording
from sayso.exports.sheet import Entry, sheet
from sayso.records import Act, Article, Reading
from sayso.text.visible import visible


def page(readings: Sequence[Reading]) -> str:
    """Write `readings` as one HTML page."""
    sheets = [sheet(reading, str(number)) for number, reading in enumerate(readings, start=1)]
    entries = [entry for each in sheets for entry in each.entries]
    style, script = styles(asset("page.css")), asset("page.js")
    return (
        environment()
        .get_template("page.html")
        .render(
            sheets=sheets,
            acts=_acts(entries),
            names=_names(entries),
            total=len(entries),
            policy=policy(style, script),
            style=style,
            script=script,
        )
    )


def _acts(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    counts = Counter(entry.act for entry in entries)
    return [(act, counts[act]) for act in Act if counts[act]]


def _names(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    counts = Counter(entry.speaker.name for entry in entries)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def policy(style: str, script: str | None = None) -> str:
    """Let the page run its own style and script, show pictures that are in it, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{_digest(style)}'",
            f"script-src 'sha256-{_digest(script)}'" if script else "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def styles(own: str) -> str:
    """A page's own style sheet behind what all pages share: the colours, and the marks of statements in a text."""
    return "\n".join((asset("palette.css"), asset("marks.css"), own))


@cache
def asset(name: str) -> str:
    """The text of a file in `assets`."""
    return (files("sayso.exports") / "assets" / name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """The templates in `assets`, which make all that they print visible and none of it markup."""
    found = Environment(
        loader=PackageLoader("sayso.exports", "assets"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["wording"] = wording
    found.filters["link"] = _link
    return found


def _shown(value: Any) -> Any:
    # Here no word of an article can be forgotten: all that the template prints comes through.
    return value if hasattr(value, "__html__") else visible(str(value))


def _link(article: Article) -> str | None:
    """Give the address when it is one that a page may lead to."""
    return article.url if article.url.lower().startswith(("https://", "http://")) else None
