"""Whether two names stand for one speaker."""

import re
import unicodedata
from collections.abc import Sequence

from sayso.records import Kind

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200


def key(name: str) -> str:
    """The name as it is looked up: without case, accents, punctuation and a leading article."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    words = _WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c)))
    return " ".join(words[1:] if words[:1] == ["the"] and words[1:] else words)[:_LONGEST]


def shown(kind: Kind, names: Sequence[tuple[str, int]]) -> str | None:
    """The name to show of several, given with how often each is used: of a person the fullest, else the most used."""
    if not names:
        return None
    used = [(name, uses) for name, uses in names if uses] or names
    return max(used, key=lambda one: (len(one[0].split()) if kind is Kind.PERSON else 0, one[1]))[0]
