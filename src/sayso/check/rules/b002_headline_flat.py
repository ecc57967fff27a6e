"""A headline that states flatly what the body only attributes to somebody, or what the ledger has as disputed.

The headline must share most of its words with a statement in the body that is hedged, denied or of somebody unnamed,
or take up a claim that is disputed or denied. Passed over: headlines that give a source (*…, says mayor*; *Mayor: …*;
*emails show …*), quote, ask or hedge; and what the body says in its own voice, too.
"""

import re
from collections.abc import Iterator

from sayso.check.claiming import CONTESTED, HEDGE, denials
from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity
from sayso.check.words import stems, telling
from sayso.records import Act, Kind, Stance, Statement

_GIVES = re.compile(
    r":| [–—-] |, \w+(?: \w+)? (?:says?|said|tells?|claims?|warns?|finds?|shows?)\b"
    r"|\b(?:e?-?mails?|documents?|records?|letters?|papers?|memos?|files?|data|figures|tapes?|footage|messages?|logs?"
    r"|reports?|stud(?:y|ies)|polls?|surveys?) (?:show|reveal|suggest|say|indicate|find)s?\b"
    r"|\bto (?!the\b|an?\b|(?-i:[A-Z])|\d)\w+|\b(?:set|plans?|vows?|want\w*|calls?|urg\w+|accus\w+|fear\w*)\b",
    re.IGNORECASE,
)
_SHARE = 0.7
_LEAST = 4


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    title = draft.article.title
    if not title or _GIVES.search(title) or HEDGE.search(title) or len(telling(title)) < _LEAST or not draft.sentences:
        return
    span = draft.headline or draft.sentences[0]
    contested = [
        m for m in known.matches if m.headline and m.stance is Stance.AFFIRMS and m.recorded.status in CONTESTED
    ]
    if _in_own_voice(draft, title):
        return
    if contested:
        against = denials(contested[0])
        message = f"The headline “{title}” states flatly what is {contested[0].recorded.status} in the ledger."
        yield Hit(
            span.start,
            span.end,
            message,
            "Give the source in the headline, or hedge it.",
            against,
            contested[0].recorded.claim.id,
        )
    else:
        only = next((s for s in draft.reading.statements if _is_weak(draft, s) and _says(_content(s), title)), None)
        if only:
            message = f"The headline “{title}” states flatly what the body gives to a source: “{_content(only)}”."
            yield Hit(span.start, span.end, message, "Give the source in the headline, or hedge it.")


def _is_weak(draft: Draft, statement: Statement) -> bool:
    return statement.hedged or statement.act is Act.DENIES or draft.reading.speaker(statement).kind is Kind.UNNAMED


def _content(statement: Statement) -> str:
    return " ".join(piece.text for piece in statement.content)


def _says(text: str, title: str) -> bool:
    wanted = stems(title)
    return len(wanted & stems(text)) >= _SHARE * len(wanted)


def _in_own_voice(draft: Draft, title: str) -> bool:
    """Whether a sentence of the body says it that nobody is given for."""
    own = (s for s in draft.sentences if s != draft.headline and not any(True for _ in draft.within(s)))
    return any(_says(sentence.text, title) and not HEDGE.search(sentence.text) for sentence in own)


RULE = Rule(
    "B002",
    "headline-flat",
    Severity.ERROR,
    "IPSO Editors' Code 1(i) (no headlines not supported by the text)",
    _find,
    __doc__,
    needs_ledger=True,
    needs_claims=True,
)
