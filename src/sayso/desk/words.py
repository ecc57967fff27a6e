"""How the desk puts times, numbers and speakers."""

from collections.abc import Sequence
from datetime import date, datetime

from sayso.records import Article, Entry, Kind, Speaker, Stance, Statement

SIDES = {Stance.AFFIRMS: "For", Stance.DENIES: "Against", Stance.UNDECIDED: "Neither"}
_DAY = 10


def day(at: str | None) -> str:
    """The day of an ISO time: *9 March 2026*."""
    if not at:
        return "undated"
    try:
        found = date.fromisoformat(at[:_DAY])
    except ValueError:
        return at
    return f"{found.day} {found:%B %Y}"


def minute(at: str | None) -> str:
    """The day and the minute: *9 March 2026, 16:00*."""
    if not at or len(at) <= _DAY:
        return day(at)
    try:
        return f"{day(at)}, {datetime.fromisoformat(at):%H:%M}"
    except ValueError:
        return at


def count(number: int, noun: str) -> str:
    """Write `1 outlet`, `1,200 outlets`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def whole(speaker: Speaker) -> str:
    """A speaker with who heard it, where it is unnamed."""
    heard = f" (heard by {speaker.heard_by})" if speaker.kind is Kind.UNNAMED and speaker.heard_by else ""
    return speaker.name + heard


def said_at(entry: Entry) -> str | None:
    """When a statement was said, as far as known: else when its article appeared."""
    told, said = entry.article.updated or entry.article.published, entry.statement.said
    # Of the same day the article knows the hour.
    return told if not said or (told and told.startswith(said.date)) else said.date


def outlet(article: Article) -> str:
    """Who published an article, or where it lies."""
    return article.outlet or article.url


def content(statement: Statement) -> str:
    """The words of a statement."""
    return " … ".join(piece.text for piece in statement.content)


def listed(names: Sequence[str]) -> str:
    """Names as people list them."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
