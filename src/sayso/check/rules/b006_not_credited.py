"""What the ledger has from another outlet's report alone, and the draft does not name that outlet.

The claim must have one origin: an outlet, or somebody unnamed whom an outlet heard. Passed over: drafts that name the
outlet anywhere, in a byline or a credit, too; drafts of that outlet (`outlet` in `sayso.toml`); claims that somebody
named has confirmed since; what the draft has from somebody else, or from another outlet.
"""

from collections.abc import Iterator

from sayso.check.claiming import affirmed, is_anothers, names, place, sole_origin
from sayso.check.draft import Draft
from sayso.check.records import Hit, Known, Match, Rule, Severity
from sayso.records import Kind, Stance


def _find(draft: Draft, known: Known) -> Iterator[Hit]:
    for match in affirmed(known):
        outlet = _outlet(draft, match)
        if outlet and not names(draft, outlet):
            start, end = place(draft, match)
            message = f"The ledger has this from {outlet} alone, and the draft does not name it."
            entries = match.recorded.on(Stance.AFFIRMS)
            yield Hit(start, end, message, f"Credit it: “…, {outlet} reported”.", entries, match.recorded.claim.id)


def _outlet(draft: Draft, match: Match) -> str | None:
    origin = sole_origin(match)
    if origin is None or origin.undetermined:
        return None
    if is_anothers(draft, match, origin):
        # Somebody says so to the draft's own reporter, for all that the ledger knows.
        return None
    return origin.name if origin.kind is Kind.OUTLET else origin.heard_by if origin.kind is Kind.UNNAMED else None


RULE = Rule(
    "B006",
    "not-credited",
    Severity.ERROR,
    "AP (credit other news organizations for what they broke); AFP principles on secondary sources",
    _find,
    __doc__,
    needs_ledger=True,
    needs_claims=True,
)
