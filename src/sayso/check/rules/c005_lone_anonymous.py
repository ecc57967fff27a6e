"""A claim that goes back to one unnamed source, which the draft does not tell.

The ledger has one origin for it, somebody unnamed and single. Passed over: drafts in which the sentence, the one
before or the next tells of one source (*a source*, *an official*, *one person*); claims that anybody named affirms or
confirms; what the draft denies or leaves open, and what it has from somebody else.
"""

import re
from collections.abc import Iterator

from sayso.check.claiming import affirmed, is_anothers, is_plural, place, sole_origin
from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Rule, Severity
from sayso.records import Kind, Stance

_TOLD = re.compile(
    r"\b(?:an?|one|single|sole|lone|unnamed|anonymous|unidentified|another|that|this"
    r"|the)\b(?: [\w’'-]+){0,3} (?:source|official|person|aide|adviser|insider"
    r"|minister|diplomat|employee|worker|officer|executive|member|colleague|friend|man|woman|lawmaker|MP"
    r"|engineer|trader|banker|manager|spokes\w+)\b",
    re.IGNORECASE,
)


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    for match in affirmed(known):
        origin = sole_origin(match)
        if origin is None or origin.kind is not Kind.UNNAMED or is_plural(origin.name):
            continue
        if is_anothers(draft, match, origin):
            continue
        entries = match.recorded.on(Stance.AFFIRMS)
        if any(entry.speaker.kind is not Kind.UNNAMED or is_plural(entry.speaker.name) for entry in entries):
            continue
        start, end = place(draft, match)
        near = (draft.preceding(start), draft.sentence(start), draft.following(start))
        if not any(span and _TOLD.search(span.text) for span in near):
            message = f"The ledger has this from one unnamed source, {origin.name}, and the draft does not say so."
            yield Hit(
                start,
                end,
                message,
                "Say that it rests on one source who is not named.",
                entries,
                match.recorded.claim.id,
            )


RULE = Rule(
    "C005",
    "lone-anonymous-source",
    Severity.WARNING,
    "BBC Editorial Guidelines 3.3.4 (reluctant to rely on a single source); Reuters Handbook",
    _find,
    __doc__,
    needs_ledger=True,
    needs_claims=True,
)
