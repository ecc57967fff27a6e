"""What the ledger has as disputed or denied, stated as a fact.

Looks at sentences for which nobody is given, and which affirm such a claim. Passed over: sentences that hedge
(*alleged*, *reported*, *may*), ask, quote or deny; sentences behind one of the same paragraph that somebody is given
for (*She also …*); claims whose denial is only by somebody unnamed.
"""

from collections.abc import Iterator

from sayso.check.claiming import CONTESTED, HEDGE, affirmed, denials
from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Match, Rule, Severity
from sayso.records import Kind


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    for match in affirmed(known, own_voice=True):
        against = [entry for entry in denials(match) if entry.speaker.kind is not Kind.UNNAMED]
        if match.headline or match.recorded.status not in CONTESTED or not against:
            continue
        if not HEDGE.search(draft.text[match.start : match.end]) and not _governed(draft, match):
            who = against[0].speaker.name
            message = f"This is {match.recorded.status} in the ledger: {who} denies it."
            mend = "Say in the same sentence who says so, and that it is denied."
            yield Hit(match.start, match.end, message, mend, tuple(against), match.recorded.claim.id)


def _governed(draft: Draft, match: Match) -> bool:
    before = draft.preceding(match.start)
    return bool(before and any(True for _ in draft.within(before)))


RULE = Rule(
    "B001",
    "disputed-as-fact",
    Severity.ERROR,
    "AP (attribute any disputable fact, in the same sentence); BBC Editorial Guidelines 3.2.3",
    _find,
    __doc__,
    needs_ledger=True,
    needs_claims=True,
)
