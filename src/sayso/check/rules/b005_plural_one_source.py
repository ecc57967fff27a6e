"""*Sources*, *officials* or *reports*, where the ledger has the claim from one.

The claim must have one origin, somebody unnamed whose every mention in the ledger is of one: *an official*, *a
source*. Passed over: origins of whom an article speaks in the plural (two people at one briefing are two sources),
origins that the text does not show, and drafts that name somebody else for it.
"""

from collections.abc import Iterator

from sayso.check.claiming import affirmed, is_plural, sole_origin
from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Match, Rule, Severity
from sayso.records import Kind, Stance


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    for match in affirmed(known, own_voice=False):
        source = match.statement.source if match.statement else None
        if (
            source
            and match.statement
            and draft.reading.speaker(match.statement).kind is Kind.UNNAMED
            and is_plural(source.text)
            and _is_one(match)
        ):
            origin = sole_origin(match)
            message = f"“{source.text}” are several; the ledger has this from one: {origin.name if origin else ''}."
            entries = match.recorded.on(Stance.AFFIRMS)
            yield Hit(
                source.start,
                source.end,
                message,
                "Say how many they are: “one official …”.",
                entries,
                match.recorded.claim.id,
            )


def _is_one(match: Match) -> bool:
    origin = sole_origin(match)
    if origin is None or origin.kind is not Kind.UNNAMED or is_plural(origin.name):
        return False
    entries = match.recorded.on(Stance.AFFIRMS)
    mentions = [entry.statement.source.text for entry in entries if entry.statement.source]
    return bool(mentions) and not any(is_plural(mention) for mention in mentions)


RULE = Rule(
    "B005",
    "plural-one-source",
    Severity.ERROR,
    "Reuters Handbook (never cite sources in the plural when there is only one)",
    _find,
    __doc__,
    needs_ledger=True,
    needs_claims=True,
)
