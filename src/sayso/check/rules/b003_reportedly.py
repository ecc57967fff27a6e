"""*Reportedly*, *allegedly*, *is said to*, *it is believed that*, and nobody who reports or believes it.

A source may stand in the same sentence, before it in its paragraph, or in the next (of a headline, in the lead):
somebody who says something, an outlet, a court, the police, a document, a link. Passed over: what stands in quotation
marks; *reported* as a verb with a subject (*the firm reported a loss*); charges of a court (*allegedly* beside
*charged*, *indictment*, *prosecutors*).
"""

import re
from collections.abc import Iterator

from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity
from sayso.records import Span

_VERBS = r"(?:said|understood|believed|thought|rumou?red|reported|alleged|claimed)"
_WORDS = re.compile(
    r"\b(?:reportedly|allegedly|purportedly"
    rf"|(?:is|are|was|were) (?:widely |now |still )?{_VERBS} to\b"
    rf"|it (?:is|was|has been) (?:widely |now |also )?{_VERBS}(?: that\b|(?=,? ?[.,;]| (?:last|on|yesterday"
    rf"|today)\b)))",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:according to|(?:said|says|told|reported by|report by|reports? in|reporting by|quoting|quoted|citing"
    r"|cited|wrote"
    r"|writes|testified|announced|confirmed|denied|claim(?:ed|s)|alleg(?:ed|es)|described|complained|accus(?:ed"
    r"|es)|filing|filings"
    r"|lawsuit|affidavit|indictment|indicted|charg(?:e|es|ed|ing)|prosecut\w+|police|detectives|court|judge|jury"
    r"|trial"
    r"|complaint|witness(?:es)?|newspaper|https?|documents?|memo|emails?|transcript|leaked|sources?|officials?"
    r"|report|poll|survey)\b)",
    re.IGNORECASE,
)
_OUTLET = re.compile(
    r"\b(?:(?-i:[A-Z])[\w’'.-]+ )*(?-i:[A-Z])[\w’'.-]+(?:,? which|,? who)? (?:first |has |had |also |later "
    r"|earlier )?"
    r"(?:report(?:s|ed)|say(?:s)?|said|found|revealed|published|disclosed)\b",
    re.IGNORECASE,
)
_LEAD = 3
_DENIED = re.compile(r"\b(?:not|n[’']t|whether|if)\b[^.]{0,20}$", re.IGNORECASE)


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    for match in _WORDS.finditer(draft.text):
        if draft.quoted(match.start()) or _DENIED.search(draft.text[max(0, match.start() - 30) : match.start()]):
            continue
        if not any(_sourced(draft, span, match.span()) for span in _around(draft, match.start())):
            message = f"Nobody is named behind “{match.group()}”."
            yield Hit(match.start(), match.end(), message, "Say who reports or says so, and how they know.")


def _around(draft: Draft, at: int) -> list[Span]:
    """The sentences that may tell the source: from the paragraph's first to the next; of a headline, the lead, too."""
    here = draft.index(at)
    start = next((a for a, b in draft.paragraphs if a <= at < b), at)
    first, last = draft.index(start), here + (_LEAD if here == 0 else 1)
    return draft.sentences[first : last + 1]


def _sourced(draft: Draft, span: Span, cue: tuple[int, int]) -> bool:
    rest = draft.text[span.start : span.end]
    if span.start <= cue[0] < span.end:
        rest = draft.text[span.start : cue[0]] + " … " + draft.text[cue[1] : span.end]
    return bool(_SOURCE.search(rest) or _OUTLET.search(rest)) or any(True for _ in draft.named(span))


RULE = Rule(
    "B003",
    "reportedly-no-source",
    Severity.WARNING,
    "NPR Ethics Handbook (not enough to say that something is “reportedly” true); AP (say who alleges)",
    _find,
    __doc__,
)
