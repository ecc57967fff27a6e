"""The statements that share words with a text, of which nobody knows beforehand which words are the telling ones."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection

from sayso.ledger import dialect

_LOOKED = 40
"""How many statements of each group are looked at, the newest: how rare words are would cost ten times as much."""


def shared(connection: Connection, groups: Iterable[tuple[str, ...]], limit: int) -> list[list[int]]:
    """For each group of words, `limit` statements that have them all: those first that have most groups, and new ones.

    A group that comes twice counts once.
    """
    found = [dialect.having(connection, group, max(_LOOKED, limit)) for group in dict.fromkeys(groups)]
    groups_of = Counter(number for numbers in found for number in numbers)
    return [sorted(numbers, key=lambda number: (-groups_of[number], -number))[:limit] for numbers in found]
