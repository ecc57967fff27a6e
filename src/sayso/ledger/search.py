"""Full text over statements."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from sayso.ledger import dialect
from sayso.ledger.entries import entries, once
from sayso.ledger.shared import shared
from sayso.records import Entry
from sayso.text.folded import fold

_TERM = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')
_WORD = re.compile(r"\w+")
_VERSIONS = 3
"""How many versions of an article may have the same words before they crowd others out."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase to look for, or not to find."""

    words: tuple[str, ...]
    wanted: bool = True


def terms(query: str) -> list[Term]:
    """What a person asks for: words, "phrases", and -words that must not be there."""
    found = [
        Term(tuple(_WORD.findall(match["phrase"] or match["word"] or "")), not match["no"])
        for match in _TERM.finditer(fold(query))
    ]
    return [term for term in found if term.words]


def search(connection: Connection, query: str, limit: int, *, unfinished: bool = False) -> list[Entry]:
    """The statements with all the words, what fits best first; none when there is nothing to look for.

    With `unfinished`, the last word may be the beginning of one.
    """
    asked = terms(query)
    if not any(term.wanted for term in asked):
        return []
    ordered = [*(term for term in asked if term.wanted), *(term for term in asked if not term.wanted)]
    phrases = [(" ".join(term.words), term.wanted) for term in ordered]
    begun = unfinished and asked[-1].wanted and query[-1:].isalnum()
    numbers = dialect.matching(connection, phrases, limit * _VERSIONS, unfinished=begun)
    return once(entries(connection, numbers))[:limit]


def sharing(connection: Connection, groups: Iterable[tuple[str, ...]], limit: int) -> list[Entry]:
    """The statements that have all words of a group, at most `limit` for each group, each once."""
    found = shared(connection, groups, limit)
    return entries(connection, list(dict.fromkeys(number for numbers in found for number in numbers)))
