"""What the keys of our own lines are called in data sets of news.

After the field lists that come with CC-News, RealNews, news-please, NELA-GT, Newsroom, All the News and Webz.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sayso.extract.moments import first_date

_OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "url": ("link", "source_url", "canonical_link", "web_url", "webUrl"),
    "text": ("maintext", "article_text", "articleBody", "body", "content", "article"),
    "publisher": ("outlet", "publication", "source_domain", "sitename", "domain", "source"),
    "title": ("headline",),
    "byline": ("authors", "author"),
    "published": ("date_publish", "publish_date", "published_utc", "publishedAt", "datePublished", "date"),
    "updated": ("date_modify", "date_modified", "dateModified", "last_updated"),
}
_EARLIEST, _LATEST = 6e8, 4e9
_DATES = {"published", "updated"}


def fill(line: Mapping[str, Any]) -> dict[str, Any]:
    """Give `line` the keys of our own that it lacks, where it has them under another name.

    What is of another kind than is usual there is passed over: it may mean something else.
    """
    filled = dict(line)
    for key, names in _OTHER_NAMES.items():
        if not line.get(key):
            said = (_said(key, line[name]) for name in names if name in line)
            value = next(filter(None, said), None)
            filled |= {key: value} if value else {}
    return filled


def _said(key: str, value: Any) -> str | None:
    if key == "byline" and isinstance(value, list):
        return ", ".join(name for name in value if isinstance(name, str)) or None
    if key in _DATES:
        return _moment(value)
    return value if isinstance(value, str) and value.strip() else None


def _moment(value: Any) -> str | None:
    # Whole numbers are seconds since 1970, and read as floats; 20250609 is none.
    if isinstance(value, float) and _EARLIEST < value < _LATEST:
        return datetime.fromtimestamp(value, UTC).isoformat()
    return first_date([value])
