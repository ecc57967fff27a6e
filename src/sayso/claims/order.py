"""The order of time, the same however articles arrive."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sayso.records import Article, Entry


def at(article: Article) -> str | None:
    """When this text of the article came out: ISO 8601 in UTC, or `None` where the article does not say."""
    given = article.updated or article.published
    if not given:
        return None
    moment = datetime.fromisoformat(given)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def in_time(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by the time of their articles; those of equal or no time by address, then by place in the text."""
    return sorted(
        entries, key=lambda entry: (*_moment(entry.article), entry.statement.content[0].start, entry.statement.id)
    )


def articles_in_time(articles: Iterable[Article]) -> list[Article]:
    """Articles by time; those of equal or no time by address."""
    return sorted({article.id: article for article in articles}.values(), key=_moment)


def _moment(article: Article) -> tuple[str, str, str]:
    return at(article) or "", article.url, article.id
