"""The names in an article: two articles about one affair name the same people, bodies and places."""

import math
import re
from collections.abc import Collection

from sayso.text.patterns import pattern

SHARE = 0.15
"""The part of their names that two articles of one matter share, at least.

Of the pairs of articles in 54 annotated stories that are as alike as articles of one matter, 95 of 100 of one story
share as much, and 3 of 1,000 of two stories.
"""
_WITHIN = pattern(r"(?<=[^\W\d_] |[,;] )[^\W\d_][\w-]+")
_NONE = frozenset(
    re.findall(
        r"\w+",
        "mr mrs ms dr sir lord lady it he she they we his her their there this that these those "
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december jan feb mar apr jun jul aug sep sept oct nov dec",
    )
)


def names_in(text: str, outlet: str | None = None) -> tuple[str, ...]:
    """The words with a capital within a sentence of `text`, in order of the alphabet, but days and its own `outlet`."""
    none = _NONE.union(re.findall(r"\w+", (outlet or "").casefold()))
    words = (match for match in _WITHIN.finditer(text) if match[0][0].isupper())
    # Behind a word that ends in a capital stands a line in capitals.
    names = {match[0].casefold() for match in words if not text[match.start() - 2].isupper()}
    return tuple(sorted(names - none))


def share(one: Collection[str], other: Collection[str]) -> float:
    """How many names two articles share, as a part of the geometric mean of how many each has; 0 where one has none."""
    if not one or not other:
        return 0.0
    return len(frozenset(one).intersection(other)) / math.sqrt(len(one) * len(other))
