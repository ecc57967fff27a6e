"""Which affirmations are too loose to be origins of their own.

Most of what grouping puts beside a claim in error would count as one more origin, so independence has to be shown.
"""

import math
from collections.abc import Mapping, Sequence

from sayso.claims.related import source_of, told
from sayso.records import Entry, Kind

_ARTICLES = 3
_SURE = 0.4
_CARRIED = (Kind.PERSON, Kind.OUTLET)


def loosely(entries: Sequence[Entry], likely: Mapping[str, float], firm: float) -> set[str]:
    """The ids of those of `entries`, all affirming, whose source is not shown to affirm the claim.

    `likely` is by id how likely each belongs to the claim and affirms it, `firm` how likely one of its source must be.
    A named person or an outlet is shown, too, that three articles or more have for it, if one of them is right by 0.4
    at least. What an outlet was told and what it is said to have reported are one source.
    """
    sources: dict[str, dict[str, float]] = {}
    for entry in entries:
        articles = sources.setdefault(_source(entry), {})
        articles[entry.article.id] = max(articles.get(entry.article.id, 0.0), likely[entry.statement.id])
    carried = {_source(entry) for entry in entries if entry.speaker.kind in _CARRIED}
    shown = {
        source
        for source, articles in sources.items()
        if max(articles.values()) >= firm or (source in carried and _often(list(articles.values())))
    }
    return {entry.statement.id for entry in entries if _source(entry) not in shown}


def _source(entry: Entry) -> str:
    return told(source_of(entry))


def _often(likely: Sequence[float]) -> bool:
    return len(likely) >= _ARTICLES and 1 - math.prod(1 - one for one in likely) >= _SURE
