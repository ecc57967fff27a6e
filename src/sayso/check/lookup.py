"""What the ledger knows of a draft."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from sayso.check.draft import Draft
from sayso.check.quoting import quotes
from sayso.check.records import Known
from sayso.check.words import SMALL
from sayso.ledger.view import View
from sayso.records import Entry
from sayso.text.folded import fold

Lookup = Callable[[Draft], Known]
"""Given a draft, what a ledger knows of it. Raises `LedgerError`."""

_WORD = re.compile(r"\w+")
_TOGETHER = 4
_PER_PROBE = 5
_PER_QUOTE = 8
_FEW = 8


class Searched(Protocol):
    """What is asked of a ledger."""

    def sharing(self, groups: Iterable[tuple[str, ...]], limit: int) -> list[Entry]:
        """The statements that have all words of a group, at most `limit` for each group."""
        ...


def lookup(view: View) -> Lookup:
    """A lookup in the ledger that `view` shows."""
    return lambda draft: Known(tuple(view.sharing(probes(draft), _PER_PROBE)))


def probes(draft: Draft) -> Iterator[tuple[str, ...]]:
    """Groups of words that lead to the originals of a draft's quotations.

    The words of a quotation are cut into groups: where some were altered, those still hit that they are not in.
    with few words, three that follow each other are a group, too.
    """
    for quote in quotes(draft):
        every = _WORD.findall(fold(quote.text))
        found = list(dict.fromkeys(word for word in every if len(word) > 2))
        size = max(2, min(_TOGETHER, len(found) // 3))
        groups = [tuple(found[i : i + size]) for i in range(0, len(found), size)]
        yield from [group for group in groups if set(group) - SMALL][:_PER_QUOTE]
        if len(found) < _FEW:
            yield from ((" ".join(every[i : i + 3]),) for i in range(0, len(every) - 2, 3))
