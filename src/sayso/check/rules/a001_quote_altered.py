"""A quotation that differs from the same speaker's words in the ledger.

Looks at quotations of four words and more. Most of the words must be the recorded ones (80 %), in their order, and
some not. Passed over: quotation marks of another kind, capitals, commas and full stops, spelling (*organise*,
*organize*), numbers in words or figures, what is left out with `…` and put in with `[ ]`; and a quotation that the
ledger has, word for word, from anybody: some things are said twice, a little differently.
"""

from collections.abc import Iterator

from sayso.check.draft import Draft
from sayso.check.quoting import Original, Quote, difference, likeness, originals, quotes
from sayso.check.records import Hit, Known, Rule, Severity
from sayso.check.words import same_name
from sayso.records import Kind

_LIKE = 0.8


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    recorded = originals(known.entries)
    for quote in quotes(draft):
        if any(original.has(quote) for original in recorded):
            continue
        alike = [(likeness(quote, original)[0], i) for i, original in enumerate(recorded) if _same(quote, original)]
        score, best = max(alike, default=(0.0, -1))
        if score >= _LIKE:
            yield _hit(quote, recorded[best])


def _same(quote: Quote, original: Original) -> bool:
    if Kind.UNKNOWN in (quote.speaker.kind, original.entry.speaker.kind):
        return False
    return same_name(quote.speaker, original.entry.speaker)


def _hit(quote: Quote, original: Original) -> Hit:
    told = "; ".join(_told(ours, theirs) for ours, theirs in difference(quote, original)[:3])
    message = f"This is not what {original.entry.speaker.name} is quoted as saying in the ledger: {told}."
    mend = "Quote word for word, show what is left out with …, or take the quotation marks away."
    return Hit(quote.start, quote.end, message, mend, (original.entry,))


def _told(ours: str, theirs: str) -> str:
    if not theirs:
        return f"“{ours}” is not in it"
    return f"“{theirs}” is left out" if not ours else f"“{ours}” stands for “{theirs}”"


RULE = Rule(
    "A001",
    "quote-altered",
    Severity.ERROR,
    "AP (quotations are never altered, not even to correct minor grammar); NYT Guidelines on Integrity",
    _find,
    __doc__,
    needs_ledger=True,
)
