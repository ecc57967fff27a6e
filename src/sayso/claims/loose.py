"""Which affirmations are too loose to be origins of their own.

Most of what grouping puts beside a claim in error would count as one more origin, so independence has to be shown.
"""

import math
from collections.abc import Mapping, Sequence

from sayso.claims.related import source_of
from sayso.records import Entry, Kind

_ARTICLES = 3
_SURE = 0.4


def loosely(entries: Sequence[Entry], likely: Mapping[str, float], firm: float) -> set[str]:
    """The ids of those of `entries`, all affirming, whose source is not shown to affirm the claim.

    `likely` is by id how likely each belongs to the claim and affirms it, `firm` how likely one of its source must be.
    A named person is shown, too, whom three articles or more have for it, if one of them is right by 0.4 at least.
    """
    sources: dict[str, dict[str, float]] = {}
    for entry in entries:
        articles = sources.setdefault(source_of(entry), {})
        articles[entry.article.id] = max(articles.get(entry.article.id, 0.0), likely[entry.statement.id])
    people = {source_of(entry) for entry in entries if entry.speaker.kind is Kind.PERSON}
    shown = {
        source
        for source, articles in sources.items()
        if max(articles.values()) >= firm or (source in people and _often(list(articles.values())))
    }
    return {entry.statement.id for entry in entries if source_of(entry) not in shown}


def _often(likely: Sequence[float]) -> bool:
    return len(likely) >= _ARTICLES and 1 - math.prod(1 - one for one in likely) >= _SURE
