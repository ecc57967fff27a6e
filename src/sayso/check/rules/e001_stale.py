"""A claim that has been taken back: whoever it came from retracted it, or its outlet withdrew the report.

Passed over: drafts that tell of the retraction (*retracted*, *withdrew*, *took back*, *corrected*), and what the
draft denies.
"""

import re
from collections.abc import Iterator

from sayso.check.claiming import affirmed, place
from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity
from sayso.records import Act, Status

_TOLD = re.compile(
    r"\b(?:retract\w*|withdr[ae]w\w*|took (?:it |this |that )?back|taken (?:it )?back|recant\w*|disown\w*"
    r"|backtrack\w*|walked back|correct(?:ed|ion)"
    r"|apologi[sz]\w+|no longer stands?|deleted|removed|pulled|hoax|fabricat\w+|forged|false|untrue)\b",
    re.IGNORECASE,
)


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    if _TOLD.search(draft.text):
        return
    for match in affirmed(known):
        if match.recorded.status is Status.RETRACTED:
            start, end = place(draft, match)
            back = tuple(entry for entry in match.recorded.entries if entry.statement.act is Act.RETRACTS)
            yield Hit(
                start, end, "This has been taken back since.", "Leave it out, or say so.", back, match.recorded.claim.id
            )


RULE = Rule(
    "E001",
    "stale-claim",
    Severity.ERROR,
    "Reuters Handbook (STORY WITHDRAWN, CORRECTED); AP",
    _find,
    __doc__,
    needs_ledger=True,
    needs_claims=True,
)
