"""A quotation that the ledger has, word for word, from another person.

Looks at quotations of seven words and more. Both must be people with a first and a last name that differ, and the
article in the ledger must give the words to its speaker by that name. Passed over: a spokesperson and whom they speak
for, offices and organizations, somebody who reads out or passes on another's words, words that the ledger has from
several speakers, the draft's among them; a sentence that names the other.
"""

from collections.abc import Iterator

from sayso.check.draft import Draft
from sayso.check.quoting import Original, Quote, by_name, originals, quotes
from sayso.check.records import Hit, Known, Rule, Severity
from sayso.check.words import are_two, same_name, words
from sayso.records import Entry, Speaker

_LEAST = 7


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    recorded = originals(known.entries)
    for quote in quotes(draft):
        if len(words(quote.text)) < _LEAST or quote.statement.via or not _names(quote):
            continue
        same = [original for original in recorded if original.has(quote)]
        around = draft.sentence(quote.start).text
        if same and all(_of_another(quote, original, around) for original in same):
            yield _hit(quote, same[0].entry)


def _names(quote: Quote) -> bool:
    source = quote.statement.source
    return bool(source and words(quote.speaker.name)[-1:] and words(quote.speaker.name)[-1] in words(source.text))


def _of_another(quote: Quote, original: Original, around: str) -> bool:
    entry = original.entry
    if not are_two(quote.speaker, entry.speaker) or not by_name(entry, entry.speaker) or _near(quote.speaker, entry):
        return False
    passed_on = any(same_name(quote.speaker, carrier) for carrier in entry.via)
    return not passed_on and words(entry.speaker.name)[-1] not in words(around)


def _near(speaker: Speaker, entry: Entry) -> bool:
    """Whether the article names the draft's speaker in the paragraph, too, and may have been misread."""
    text, at = entry.article.text, entry.statement.content[0].start
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return words(speaker.name)[-1] in words(text[start : end if end >= 0 else len(text)])


def _hit(quote: Quote, entry: Entry) -> Hit:
    message = f"In the ledger these are the words of {entry.speaker.name}, not of {quote.speaker.name}."
    return Hit(quote.start, quote.end, message, "Give the words to whoever said them.", (entry,))


RULE = Rule(
    "A003",
    "quote-of-another",
    Severity.ERROR,
    "NYT Guidelines on Integrity (every word between quotation marks is what the speaker said); Reuters Handbook",
    _find,
    __doc__,
    needs_ledger=True,
)
